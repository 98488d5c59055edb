"""Announcements: what an admin says once, to whom, when, and how far it got."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import IntEnum, StrEnum

from model.audiences import EVERYONE, Audience
from model.ids import AnnouncementId, ChatId, ProjectId, RecipientId, RowId, SubscriberId
from model.people import Language, Role

MOST_BUTTONS = 3
LONGEST_LABEL = 64
"""UTF-16 units of a button's label; phones cut a longer one."""
NOTHING_SAID = "-"
"""The stamp of a version that is not there."""


class AnnouncementState(StrEnum):
    DRAFT = "draft"
    AWAITING = "awaiting"
    """Confirmed by its author: a second person has to agree."""
    SCHEDULED = "scheduled"
    """For a moment to come, once or again and again."""
    SENDING = "sending"
    PAUSED = "paused"
    SENT = "sent"
    """Everybody has it, or stands in the report with the reason."""
    CANCELLED = "cancelled"
    """Stopped before everybody had it, or before it began."""

    @property
    def is_under_way(self) -> bool:
        return self in (AnnouncementState.SENDING, AnnouncementState.PAUSED)

    @property
    def is_over(self) -> bool:
        return self in (AnnouncementState.SENT, AnnouncementState.CANCELLED)


class Announcing(IntEnum):
    """What a person may do with announcements; each includes what stands above it."""

    NOTHING = 0
    WRITE = 1
    SEND = 2

    @classmethod
    def of(cls, role: Role, said: "Announcing | None") -> "Announcing":
        """What somebody of a role may; `said`: what was said of the person, which comes first."""
        if said is not None:
            return said
        return cls.SEND if role is Role.ADMIN else cls.NOTHING


@dataclass(frozen=True, slots=True)
class AnnouncementButton:
    """A button under an announcement: it opens a link or shows a project's card, one of the two."""

    labels: Mapping[Language, str]
    """As it was typed for a version; a version without one takes another's."""
    url: str | None = None
    project_id: ProjectId | None = None

    @property
    def key(self) -> str:
        """A short word that tells it from the others of its announcement."""
        return _stamp(f"project {self.project_id}" if self.url is None else self.url)


@dataclass(frozen=True, slots=True)
class Source:
    """The messages of its author that a version was taken from: whoever edits them edits it."""

    chat_id: int
    message_ids: tuple[int, ...]
    """Ascending, as an album's messages stand."""


@dataclass(frozen=True, slots=True)
class ButtonPress:
    """Somebody pressed a button for the first time."""

    announcement_id: AnnouncementId
    button: int
    """Its number from 0."""
    at: datetime


class Every(StrEnum):
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Each week or month anew, at a wall-clock time of a time zone."""

    every: Every
    day: int
    """Of the week, Monday is 0; or of the month from 1: in a shorter month, its last day."""
    at: time
    timezone: str


@dataclass(frozen=True, slots=True)
class Watcher:
    """A message that tells how far the sending is, edited as it goes on."""

    chat_id: ChatId
    message_id: int
    """0 where none was sent yet."""
    language: Language
    timezone: str
    shown: str = ""
    """A mark of what it reads: it is not edited to read the same."""


@dataclass(frozen=True, slots=True)
class Amended:
    """An edit of an announcement for those who had it, or its taking back, and what came of it."""

    revision: int
    by: int
    """Who did it."""
    began_at: datetime
    languages: tuple[Language, ...]
    """The versions that became otherwise."""
    is_withdrawal: bool = False
    is_replaced: bool = False
    """It was not carried out to its end: a later one took its place."""
    ended_at: datetime | None = None
    """None: it is under way, and what follows is not known yet."""
    done: int = 0
    """Chats; likewise below."""
    failed: Mapping[str, int] = field(default_factory=dict)
    """By what was said of it."""
    beyond: int = 0
    """Those who have it where it cannot be reached any more."""


@dataclass(frozen=True, slots=True)
class Announcement:
    id: AnnouncementId
    author_id: int
    state: AnnouncementState
    created_at: datetime
    changed_at: datetime
    versions: Mapping[Language, str] = field(default_factory=dict)
    """What is said in each language: an Outgoing as JSON, without the buttons."""
    sources: Mapping[Language, Source] = field(default_factory=dict)
    fallback: Language | None = None
    """The version for those whose language has none; None: the first there is."""
    buttons: tuple[AnnouncementButton, ...] = ()
    audience: Audience = EVERYONE
    is_urgent: bool = False
    heeds_quiet: bool = True
    """It reaches nobody at night by their own clock."""
    channels: Mapping[SubscriberId, datetime | None] = field(default_factory=dict)
    """Channels it is posted in, and when if not with the rest."""
    pins: bool = False
    """In the channels."""
    starts_at: datetime | None = None
    """When it is to begin; for one that recurs, the next time."""
    recurrence: Recurrence | None = None
    parent_id: AnnouncementId | None = None
    """What it is a run of, a copy of, or follows up."""
    confirmed_by: int | None = None
    approved_by: int | None = None
    """The second person."""
    started_at: datetime | None = None
    resumed_at: datetime | None = None
    """Since when errors are counted."""
    finished_at: datetime | None = None
    withdrawn_at: datetime | None = None
    """When it was taken back from everyone who had it."""
    pause_reason: str | None = None
    """The key of a sentence, and behind a colon the version it is about; None: a person did it."""
    pause_detail: str | None = None
    """What Telegram said last."""
    watchers: tuple[Watcher, ...] = ()
    amending_since: datetime | None = None
    """Since when an edit or a taking-back goes to those who have it; None: none is under way."""
    amended: tuple[Amended, ...] = ()
    """All that there were, the last one at the end."""
    is_correction: bool = False
    """A draft of what its parent is to say from now on to those who have it."""
    version: int = 0
    """How many times it was changed: a press names the one it was shown with."""
    revision: int = 0
    """How many times it was edited for those who have it, or taken back."""

    @property
    def default_language(self) -> Language | None:
        """The version for whoever has none in their own language."""
        if self.fallback in self.versions:
            return self.fallback
        return next((one for one in Language if one in self.versions), None)

    def stamp_of(self, language: Language) -> str:
        """A short word for what a version says: another one, where it says something else."""
        said = self.versions.get(language)
        return NOTHING_SAID if said is None else _stamp(said)

    def version_for(self, language: Language) -> Language | None:
        """The version that somebody reads; None where nothing is said at all."""
        return language if language in self.versions else self.default_language


class RecipientState(StrEnum):
    """How far an announcement got with one chat."""

    WAITING = "waiting"
    """Its turn has not come, or its night is not over."""
    ENQUEUED = "enqueued"
    """Its row of the outbox says the rest."""
    SENT = "sent"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Recipient:
    """One chat that one announcement is for."""

    id: RecipientId
    announcement_id: AnnouncementId
    subscriber_id: SubscriberId | None
    """None once the person asked to be forgotten."""
    language: Language
    """The version it gets."""
    state: RecipientState
    row_id: RowId | None
    error: str | None
    revision: int
    """Which revision it has or is getting."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an announcement is, in recipients."""

    waiting: int = 0
    """Not in the outbox yet; `asleep` of them because of the hour."""
    asleep: int = 0
    wakes_at: datetime | None = None
    """When the first of those asleep get it."""
    in_flight: int = 0
    """In the outbox: about to go, or gone off and not answered."""
    tried: int = 0
    """Of these, tried in vain: Telegram does not answer, or wants us to wait."""
    ended_lately: int = 0
    """It was sent to, or failed, within the time that was asked about."""
    sent: int = 0
    uncertain: int = 0
    cancelled: int = 0
    failed: Mapping[str, int] = field(default_factory=dict)
    """By what was said of it."""

    @property
    def total(self) -> int:
        return self.left + self.sent + self.uncertain + self.cancelled + self.failures

    @property
    def left(self) -> int:
        return self.waiting + self.in_flight

    @property
    def failures(self) -> int:
        return sum(self.failed.values())


def _stamp(words: str) -> str:
    """Buttons and questions hold it: it is the same for ever."""
    return format(zlib.crc32(words.encode("utf-8", "surrogatepass")), "x")
