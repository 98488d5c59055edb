"""What was announced, as it is looked through: to one chat, and all of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from model.announcements import Announcement
from model.ids import AnnouncementId, SearchId
from model.people import Language
from model.results import Reached

PAGE = 8


class Which(StrEnum):
    """What of all announcements is listed."""

    ANY = "any"
    DRAFT = "draft"
    WAITING = "waiting"
    """For its time, or for a second person's word."""
    GOING = "going"
    """It is being sent, or paused."""
    SENT = "sent"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Page:
    """Some of what there is, the newest first."""

    page: int
    """From 0."""
    has_more: bool
    words: str = ""
    """That were looked for."""
    search: SearchId | None = None
    """The row that keeps them for buttons."""

    @property
    def first(self) -> int:
        """The place of what stands first on it, from 1."""
        return self.page * PAGE + 1


@dataclass(frozen=True, slots=True)
class Told:
    """An announcement as one chat had it."""

    id: AnnouncementId
    language: Language
    """The version."""
    at: datetime
    """When its sending began."""


@dataclass(frozen=True, slots=True)
class ToldPage:
    """What was announced to a chat."""

    page: Page
    told: Sequence[tuple[Told, Announcement]]
    sees_all: bool
    """Whether who asks may see the list of all."""


@dataclass(frozen=True, slots=True)
class AllPage:
    """All there is, with how far each got."""

    page: Page
    which: Which
    found: Sequence[tuple[Announcement, Reached]]
