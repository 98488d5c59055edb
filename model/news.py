"""News: sources, what their feeds print, articles kept of it, and the stories they tell."""

from collections.abc import Mapping, Sequence
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


class SourceKind(StrEnum):
    """How a source prints what is new."""

    FEED = "feed"
    SITEMAP = "sitemap"
    PAGE = "page"
    """A section page, read by a `PageRule`."""


@dataclass(frozen=True, slots=True)
class PageRule:
    """CSS selectors: of an item on the page, and of its parts within the item."""

    item: str
    title: str
    link: str
    date: str | None = None
    lead: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet's feed, sitemap or page, how it is asked, and what came of it last."""

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
    kind: SourceKind = SourceKind.FEED
    rule: PageRule | None = None
    """For a page."""
    reads_full_text: bool = False
    """Whether an article is looked up where the feed gives only a line."""
    is_reviewed: bool = False
    """Whether its news wait for an editor before readers get them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed in plain text, as its publisher printed it."""

    guid: str | None
    link: str | None
    title: str
    summary: str
    published: datetime | None
    image: str | None = None


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


class Topic(StrEnum):
    INVESTMENT = "investment"
    OTHER = "other"


class Stage(StrEnum):
    """How far a project is, from the first word on; suspension is a flag on top of a stage."""

    PLANNED = "planned"
    MEMORANDUM = "memorandum"
    PREPARATION = "preparation"
    """Land, feasibility study, design, permits, connection."""
    CONSTRUCTION = "construction"
    COMMISSIONING = "commissioning"
    LAUNCHED = "launched"
    STOPPED = "stopped"
    CLOSING = "closing"
    CLOSED = "closed"


class FactKind(StrEnum):
    AMOUNT = "amount"
    COUNTRY = "country"
    STAGE = "stage"
    JOBS = "jobs"
    CAPACITY = "capacity"
    COMPANY = "company"
    ZONE = "zone"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a text says, and the words it says it with: no words, no fact.

    `value` and `unit` by kind:

    - amount: whole units ("3000000000"), ISO 4217 ("KZT"); `upper` ends a range
    - country: ISO 3166 alpha-2 of a partner, never KZ
    - stage: a `Stage`
    - jobs: how many
    - capacity: how much, as a decimal ("25000"), and of what ("t/year", "ha", "MW")
    - company, zone: its name as printed, without quotes
    - person: the name as printed; `unit` is the post
    """

    kind: FactKind
    value: str
    text: str
    """The words themselves: `whole[start:end]`."""
    start: int
    """In code points of `whole`, the title, a line break, the lead."""
    end: int
    unit: str | None = None
    upper: str | None = None
    is_main: bool = False
    """The one that stands for its kind where only one is shown."""


@dataclass(frozen=True, slots=True)
class Money:
    """As printed: whole units of a currency (ISO 4217); nothing is converted."""

    value: int
    currency: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether an item is ours, why, and what it says."""

    kept: bool
    """The home region, investment, and a score that reaches the threshold."""
    score: float
    """0 to 1."""
    reasons: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    """KATO codes of the region's units that are named."""
    sectors: tuple[str, ...] = ()
    in_doubt: bool = False
    """In the grey zone around the threshold: a person should look."""
    region: str | None = None
    """KATO code of the region it is about; the home region's or another's."""
    topic: Topic = Topic.OTHER
    language: str | None = None
    facts: tuple[Fact, ...] = ()

    def main(self, kind: FactKind) -> Fact | None:
        """The fact that stands for its kind; None where the text says nothing of it."""
        return main_fact(self.facts, kind)


def main_fact(facts: Sequence[Fact], kind: FactKind) -> Fact | None:
    return next((fact for fact in facts if fact.kind is kind and fact.is_main), None)


def money_of(facts: Sequence[Fact]) -> Money | None:
    """The main amount."""
    fact = main_fact(facts, FactKind.AMOUNT)
    if fact is None or fact.unit is None:
        return None
    return Money(int(fact.value), fact.unit)


@dataclass(frozen=True, slots=True)
class Item:
    """An entry with the keys it is recognised by and the judge's word on it."""

    entry: Entry
    link_key: str | None
    title_key: str
    judgement: Judgement


class Review(StrEnum):
    """Where an article stands with the editors; none of these: nobody need look."""

    WAITING = "waiting"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Amendment:
    """What an editor put right; None leaves the judge's word."""

    sectors: tuple[str, ...] | None = None
    districts: tuple[str, ...] | None = None
    amount: Money | None = None
    stage: Stage | None = None
    jobs: int | None = None
    without: tuple[FactKind, ...] = ()
    """Facts that the text does not have, whatever the judge read."""


class Mark(StrEnum):
    """What befell a story after readers had it."""

    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Correction:
    """A fact that was told otherwise before: `before` and `after` as printed; empty: it is gone."""

    kind: FactKind
    before: str
    after: str


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
    in_doubt: bool = False
    region: str | None = None
    topic: Topic = Topic.OTHER
    facts: tuple[Fact, ...] = ()
    image: str | None = None
    review: Review | None = None
    amendment: Amendment | None = None
    withdrawn_at: datetime | None = None
    """When its outlet was found to have taken it down."""
    looked_up_at: datetime | None = None
    """When its own page was last asked: for the full text, or whether it is still there."""

    @property
    def told_at(self) -> datetime:
        """The date it is shown with."""
        return _told_at(self.published_at, self.stored_at)

    @property
    def judgement(self) -> Judgement:
        """The judge's word, but for `kept`: there an editor's stands, where one said it."""
        return Judgement(
            self.kept,
            self.score,
            self.reasons,
            self.districts,
            self.sectors,
            self.in_doubt,
            self.region,
            self.topic,
            self.language,
            self.facts,
        )


def _told_at(published_at: datetime | None, stored_at: datetime) -> datetime:
    """A publisher may print tomorrow's date; nobody was told before we stored it."""
    return min(published_at or stored_at, stored_at)


@dataclass(frozen=True, slots=True)
class Telling:
    """What the articles of a story make of it: all that is kept of the story beside them."""

    id: StoryId
    lead_article_id: ArticleId | None
    """None for a story that no article tells any more: nobody is shown it."""
    leads: Mapping[str, ArticleId]
    """The article that leads for readers of a language."""
    score: float
    districts: tuple[str, ...]
    sectors: tuple[str, ...]
    source_ids: tuple[SourceId, ...]
    terms: tuple[str, ...]
    """Stems of its words, in the languages it is told in."""
    keys: tuple[str, ...]
    """What it may share with related stories; see news/telling.py."""
    amount: Money | None
    stage: Stage | None
    mark: Mark | None
    corrections: tuple[Correction, ...]
    marked_at: datetime | None
    """When it last changed for those who had it: a mark set or taken away, or another article
    leading in place of one withdrawn."""


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
    amount: Money | None = None
    stage: Stage | None = None
    mark: Mark | None = None
    corrections: tuple[Correction, ...] = ()
    marked_at: datetime | None = None
    source_id: SourceId | None = None
    """Of the article shown."""
    image: str | None = None
    """Likewise: an address."""

    @property
    def told_at(self) -> datetime:
        """The date it is shown with."""
        return _told_at(self.published_at, self.stored_at)

    @property
    def is_withdrawn(self) -> bool:
        return self.mark is Mark.WITHDRAWN


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
