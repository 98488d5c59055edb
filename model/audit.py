"""The audit log: who changed what, when, from what to what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

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
