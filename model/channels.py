"""Channels of the settings: what is posted in them by itself, and whether it can be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from model.ids import NO_CHANGE, NO_STORY, ChangeId, StoryId
from model.people import Subscriber

MOST_POSTS = 10
"""Of one kind in an hour: more would be a flood however fast the news come."""


class When(StrEnum):
    """When posts of one kind come out."""

    OFF = "off"
    AT_ONCE = "once"
    """As they come, so many an hour at most."""
    AT_HOURS = "hours"
    """The best of what came, so many at each of the channel's hours."""


class PostKind(StrEnum):
    """What a post tells of."""

    STORY = "story"
    PROJECT = "project"
    """What changed in one."""
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Posting:
    """What is posted by itself. Whether the digest is, its subscriber says: off is a pause."""

    stories: When = When.OFF
    projects: When = When.OFF
    hours: frozenset[int] = frozenset({9, 13, 18})
    """Of the channel's clock."""
    most: int = 3
    """Posts of one kind in an hour."""
    quiet_from: time = time(22, 0)
    quiet_until: time = time(8, 0)
    """By the channel's clock; both the same: never quiet."""
    pins_digest: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.most <= MOST_POSTS:
            raise ValueError(f"posts an hour must be 1 to {MOST_POSTS}: {self.most}")
        if not self.hours or not self.hours <= frozenset(range(24)):
            raise ValueError(f"hours must be some of 0 to 23: {sorted(self.hours)}")

    @property
    def has_hours(self) -> bool:
        """Whether anything waits for the hours."""
        return When.AT_HOURS in (self.stories, self.projects)

    @property
    def stories_on(self) -> bool:
        return self.stories is not When.OFF

    @property
    def projects_on(self) -> bool:
        return self.projects is not When.OFF

    @property
    def is_on(self) -> bool:
        """Whether anything but the digest is posted."""
        return self.stories_on or self.projects_on


@dataclass(frozen=True, slots=True)
class Standing:
    """How the bot stands in a channel, as Telegram told it last.

    Whether it may post at all, its subscriber says: where it may not, that is out of reach.
    """

    may_pin: bool = True
    username: str | None = None
    """Of a public channel."""
    discussion: str | None = None
    """The public name of the group where it is discussed; None where it has none, or no group."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel of the settings: a subscriber, and what is posted in it besides its digest."""

    subscriber: Subscriber
    posting: Posting = Posting()
    standing: Standing = Standing()
    lost_at: datetime | None = None
    """Since when nothing can be posted, as far as the admins have been told."""
    last_story_id: StoryId = NO_STORY
    """The newest there was when stories were turned on."""
    last_change_id: ChangeId = NO_CHANGE
    next_post_at: datetime | None = None
    """The next of its hours; None where nothing waits for one."""

    @property
    def can_be_posted_in(self) -> bool:
        return self.subscriber.is_subscribed and self.subscriber.unreachable_at is None

    @property
    def has_digest(self) -> bool:
        return self.subscriber.paused_at is None


@dataclass(frozen=True, slots=True)
class LastPost:
    """The last message that stands in a channel because the bot put it there."""

    kind: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NotPosted:
    """What was to be posted and did not get there."""

    count: int
    """Lately."""
    errors: Mapping[str, int]
    """What was said of it, and how often."""


@dataclass(frozen=True, slots=True)
class ChannelCard:
    """A channel, and how far its posts are."""

    channel: Channel
    last: LastPost | None
    next_at: datetime | None
    """Of stories and projects; the digest's is its subscriber's."""
    stories_waiting: int
    """What is due and fresh and found no room yet, or cannot go."""
    projects_waiting: int
    not_posted: NotPosted
