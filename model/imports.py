"""Spreadsheets that were sent to be imported, and how far each got."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from model.ids import ImportId
from model.people import Language


class ImportState(StrEnum):
    WAITING = "waiting"
    """For whoever sent it to look and to decide."""
    ASKED = "asked"
    """To be applied: a tick is about to."""
    APPLIED = "applied"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Asked:
    """A press on "apply": what was seen then, and the message that tells how far it is."""

    stamp: str
    message_id: int
    language: Language


@dataclass(frozen=True, slots=True)
class Import:
    id: ImportId
    at: datetime
    user_id: int
    """0 is the operator."""
    name: str
    content: bytes | None
    """None once it is decided."""
    chosen: Mapping[int, str | None]
    """What a person said that columns are, by their numbers from 0; None: not to be read."""
    state: ImportState
    asked: Asked | None = None
    act: int | None = None
    """Number of the audit log's entry, by which it is undone."""
    undone_at: datetime | None = None
