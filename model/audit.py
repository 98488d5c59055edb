"""The audit log: who changed what, when, from what to what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from model.ids import ProjectId
from model.people import Role


@dataclass(frozen=True, slots=True)
class Act:
    """One change by an official or an admin, written in the transaction of the change."""

    at: datetime
    actor_id: int
    role: Role
    action: str
    """A verb and its object: "source.add", "role.grant"."""
    subject: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An act under its number."""

    number: int
    act: Act


@dataclass(frozen=True, slots=True)
class Sought:
    """Which acts are looked for; None asks for any."""

    person: int | None = None
    """Who did it, or whose role it was about."""
    project: ProjectId | None = None
    since: datetime | None = None
    until: datetime | None = None
    """The first moment that is too late."""
    action: str | None = None
