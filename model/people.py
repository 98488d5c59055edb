"""Subscribers and what they chose."""

from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum

from model.ids import ChatId, ProjectId, SourceId, StoryId, SubscriberId


class Language(StrEnum):
    """The interface's languages, in the codes that Telegram's menus take."""

    KAZAKH = "kk"
    RUSSIAN = "ru"
    ENGLISH = "en"
    CHINESE = "zh"


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


class Role(StrEnum):
    """What a person may do, from the least to the most."""

    SUBSCRIBER = "subscriber"
    OFFICIAL = "official"
    ADMIN = "admin"

    def covers(self, other: "Role") -> bool:
        """Whether this role may do what the other may."""
        order = list(Role)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True)
class Scope:
    """What an official looks after: some districts and some projects, or all where none is named.

    Whoever is a project's curator looks after it as well.
    """

    districts: frozenset[str] = frozenset()
    """KATO codes."""
    projects: frozenset[ProjectId] = frozenset()

    @property
    def is_everything(self) -> bool:
        return not self.districts and not self.projects


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Office:
    """A role that a person was given, and how far it reaches."""

    user_id: int
    role: Role
    name: str | None
    """As the person is known to colleagues; None once they asked to be forgotten."""
    scope: Scope
    granted_at: datetime
    granted_by: int | None
    announcing: int | None = None
    """An Announcing that was said of the person; None: what the role may by itself."""


EVERY_DAY = frozenset(range(7))
"""Monday is 0, as in `datetime.weekday`."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When the digest comes: a wall-clock time on some days of the week, in a time zone."""

    at: time = time(9, 0)
    days: frozenset[int] = EVERY_DAY
    timezone: str = "Asia/Almaty"

    def __post_init__(self) -> None:
        if not self.days or not self.days <= EVERY_DAY:
            raise ValueError(f"days of the week must be some of 0 to 6: {sorted(self.days)}")


class Grouping(StrEnum):
    """By what the stories of a digest stand together."""

    DISTRICT = "district"
    SECTOR = "sector"


@dataclass(frozen=True, slots=True)
class Choices:
    """What belongs in a subscriber's digest. Empty means all."""

    news_languages: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()
    """KATO codes."""
    sectors: frozenset[str] = frozenset()
    with_amount: bool = False
    """Only stories that name an amount of money."""
    words: frozenset[str] = frozenset()
    """A story must have one of these, in any of their forms; "word*" is any word that begins so."""
    without_words: frozenset[str] = frozenset()
    muted_sources: frozenset[SourceId] = frozenset()
    tastes: frozenset[tuple[str, int]] = frozenset()
    """Keys of stories of which more (above 0) or less (below) is wanted, and how much."""
    grouped_by: Grouping | None = None
    """None: the most relevant first, whatever they are of."""


@dataclass(frozen=True, slots=True)
class Liking:
    """What a chat said of a story: more like it (1) or less (-1). `keys` are the story's."""

    story_id: StoryId
    liked: int
    at: datetime
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """Filters that a chat is trying out: those that differ from what it has chosen, until saved.

    None leaves a choice as it is, whatever becomes of it meanwhile.
    """

    at: datetime
    news_languages: frozenset[str] | None = None
    districts: frozenset[str] | None = None
    sectors: frozenset[str] | None = None
    with_amount: bool | None = None
    words: frozenset[str] | None = None
    without_words: frozenset[str] | None = None

    @classmethod
    def between(cls, chosen: Choices, tried: Choices, at: datetime) -> "Draft":
        changes = {name: getattr(tried, name) for name in FILTERS}
        return cls(
            at, **{name: new for name, new in changes.items() if new != getattr(chosen, name)}
        )

    @property
    def is_empty(self) -> bool:
        return all(getattr(self, name) is None for name in FILTERS)

    def over(self, chosen: Choices) -> Choices:
        """The choices as they would be."""
        changes = {name: getattr(self, name) for name in FILTERS}
        return replace(chosen, **{name: new for name, new in changes.items() if new is not None})


FILTERS = ("news_languages", "districts", "sectors", "with_amount", "words", "without_words")
"""What is tried out before it is saved."""

MOST_ALERTS = 10


@dataclass(frozen=True, slots=True)
class Alerts:
    """Stories to be told of at once: those that match any of these; the rest is the digest's."""

    districts: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    quiet_from: time = time(22, 0)
    quiet_until: time = time(8, 0)
    """By the chat's clock; both the same: never quiet."""
    most_a_day: int = 3
    is_on: bool = True
    """Turned off, they keep what was chosen."""

    def __post_init__(self) -> None:
        if not 1 <= self.most_a_day <= MOST_ALERTS:
            raise ValueError(f"alerts a day must be 1 to {MOST_ALERTS}: {self.most_a_day}")

    @property
    def any_chosen(self) -> bool:
        return bool(self.districts or self.sectors or self.words)


@dataclass(frozen=True, slots=True)
class Subscriber:
    """A chat that talks to the bot: a person, a group or a channel."""

    id: SubscriberId
    chat_id: ChatId
    kind: ChatKind
    language: Language
    schedule: Schedule
    choices: Choices
    thread_id: int | None
    tells_nothing_new: bool
    created_at: datetime
    subscribed_at: datetime | None
    paused_at: datetime | None
    paused_until: datetime | None
    unreachable_at: datetime | None
    unreachable_reason: str | None
    next_digest_at: datetime | None
    """Null exactly when no digest is to come."""
    title: str | None = None
    """Of a group or a channel; a person's name is not kept."""
    awaiting: str | None = None
    """The question last asked in the chat, whose answer is typed."""
    menu: str | None = None
    """Hash of the command menu set in this chat."""
    alerts: Alerts | None = None
    """None: nothing was ever chosen."""
    hint_at: datetime | None = None
    """When it last had a hint; changed by Subscribers.take_hint alone."""
    seen_at: datetime | None = None
    """Of the last day on which it spoke or pressed, the first time; changed by Subscribers.see."""

    @property
    def is_subscribed(self) -> bool:
        return self.subscribed_at is not None

    def was_seen_today(self, now: datetime) -> bool:
        """On this day of UTC: that is as exactly as it is known."""
        return self.seen_at is not None and self.seen_at.date() >= now.date()

    def is_paused(self, now: datetime) -> bool:
        """Paused until further notice, or until a moment that has not come yet."""
        if self.paused_at is None:
            return False
        return self.paused_until is None or now < self.paused_until


class State(StrEnum):
    """Where a chat stands, as `/stats` counts it."""

    ACTIVE = "active"
    PAUSED = "paused"
    UNREACHABLE = "unreachable"
    VISITOR = "visitor"
    """Talks to the bot and has not subscribed."""


@dataclass(frozen=True, slots=True)
class Readership:
    """The subscribers in numbers."""

    by_language: dict[Language, dict[State, int]]
    new_this_week: int
    lost_this_week: int
    """Subscribed once, and out of reach since this week."""
    groups: int = 0
    """Subscribed ones, counted among the others too."""
    channels: int = 0
