"""News: sources, what their feeds print, articles kept of it, and the stories they tell."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from model.ids import ArticleId, SourceId, StoryId

NEVER = datetime(9999, 1, 1, tzinfo=UTC)
"""The next poll of a source that is not asked again by itself."""

DEFAULT_TIMEZONE = "Asia/Almaty"
DEFAULT_INTERVAL_MINUTES = 30


class SourceState(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"
    """By an admin, until an admin resumes it."""
    STOPPED = "stopped"
    """Gone (410), or failed so often that it is only asked once a day whether it is back."""


@dataclass(frozen=True, slots=True)
class Source:
    """A feed, how it is asked, and what came of it last."""

    id: SourceId
    url: str
    title: str
    language: str | None
    timezone: str
    """The zone of dates that come without one."""
    interval_minutes: int
    state: SourceState
    next_poll_at: datetime
    claimed_until: datetime | None
    etag: str | None
    last_modified: str | None
    checked_at: datetime | None
    succeeded_at: datetime | None
    """None until the first fetch that gave a feed, and again once it is added anew."""
    newest_at: datetime | None
    """When it last gave something new."""
    last_error: str | None
    failures: int
    """In a row; 0 after a success."""
    told: str | None
    """What the admins were last told of it, so that they are told once."""
    added_at: datetime
    removed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed in plain text, as its publisher printed it."""

    guid: str | None
    link: str | None
    title: str
    summary: str
    published: datetime | None
    image: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What a body turned out to be. `reason` says why there is nothing; None for a feed."""

    format: str | None
    """rss20, atom10, json1 and the like; None when it is no feed."""
    encoding: str | None
    title: str
    entries: tuple[Entry, ...]
    ttl_minutes: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether an item is ours, and why."""

    kept: bool
    score: float
    reasons: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    """KATO codes of the region's units that are named."""
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An entry with the keys it is recognised by and the judge's word on it."""

    entry: Entry
    link_key: str | None
    title_key: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Article:
    """One item of one source, as last printed."""

    id: ArticleId
    source_id: SourceId
    guid: str | None
    link: str | None
    link_key: str | None
    title: str
    title_key: str
    lead: str
    language: str | None
    published_at: datetime | None
    stored_at: datetime
    updated_at: datetime
    kept: bool
    score: float
    reasons: tuple[str, ...]
    districts: tuple[str, ...]
    sectors: tuple[str, ...]
    story_id: StoryId | None
    """None for what is not ours, and for what was already old when it was first seen."""


@dataclass(frozen=True, slots=True)
class Story:
    """One event, however many sources told it; shown by its lead article."""

    id: StoryId
    stored_at: datetime
    lead_article_id: ArticleId
    title: str
    lead: str
    link: str | None
    source_title: str
    published_at: datetime | None
    language: str | None
    score: float
    districts: tuple[str, ...]
    sectors: tuple[str, ...]
    source_count: int


class NoticeKind(StrEnum):
    """What the admins are told of a source, once."""

    GONE = "gone"
    """410: its publisher took it down."""
    STOPPED = "stopped"
    """It failed again and again."""
    BACK = "back"
    SILENT = "silent"
    """It answers, and has given nothing new far beyond its own rhythm."""


@dataclass(frozen=True, slots=True)
class Notice:
    kind: NoticeKind
    source_id: SourceId
    title: str
    url: str
    detail: str | None = None
