"""How many posts may go into a channel at this moment, and which. Pure.

within reach | not in its quiet hours | at once, or at an hour of its own | so many an hour
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from model.channels import Channel, Posting, PostKind, When
from model.editions import Candidate
from model.following import ProjectNews
from model.ids import StoryId
from model.people import Choices, Schedule
from model.projects import Project
from publishing.alerting import end_of_quiet
from publishing.choosing import ranked
from publishing.slots import next_slot

SETTLED = timedelta(minutes=1)
"""By then a story has met the projects it tells of and the others who tell it, and whoever changes
a project is through with it."""

STORIES_FRESH = timedelta(hours=24)
"""A story that found no room until then is left to the digest."""

CHANGES_FRESH = timedelta(days=3)
"""Likewise what changed in a project, which no digest of a channel tells."""


@dataclass(frozen=True, slots=True)
class Room:
    """How many posts of each kind may go now, and when the next hour comes."""

    posts: Mapping[PostKind, int]
    next_post_at: datetime | None


def room(channel: Channel, posted: Mapping[PostKind, int], now: datetime) -> Room:
    """`posted` are those of the clock's hour: see `hour_of`.

    While nothing can be posted, or in quiet hours, the hour that has come waits.
    """
    posting, zone = channel.posting, channel.subscriber.schedule.timezone
    may_go = channel.can_be_posted_in and end_of_quiet(posting, zone, now) is None
    if not may_go:
        return Room({}, channel.next_post_at)
    has_come = channel.next_post_at is not None and channel.next_post_at <= now
    chosen = {PostKind.STORY: posting.stories, PostKind.PROJECT: posting.projects}
    posts = {
        kind: max(0, posting.most - posted.get(kind, 0))
        for kind, when in chosen.items()
        if when is When.AT_ONCE or (when is When.AT_HOURS and has_come)
    }
    next_at = next_hour(posting, zone, now) if has_come else channel.next_post_at
    return Room(posts, next_at)


def next_hour(posting: Posting, timezone: str, after: datetime) -> datetime | None:
    """The first of the channel's hours after a moment; None where nothing waits for one."""
    if not posting.has_hours:
        return None
    return min(next_slot(_at(hour, timezone), after) for hour in posting.hours)


def hour_of(now: datetime, timezone: str) -> datetime:
    """When the hour that the channel's clock shows began."""
    local = now.astimezone(ZoneInfo(timezone)).replace(minute=0, second=0, microsecond=0)
    return local.astimezone(UTC)


def next_posts_at(channel: Channel, now: datetime) -> datetime | None:
    """When something may be posted next by the clock; None where nothing is, or cannot be."""
    posting, zone = channel.posting, channel.subscriber.schedule.timezone
    if not posting.is_on or not channel.can_be_posted_in:
        return None
    at = now
    if When.AT_ONCE not in (posting.stories, posting.projects):
        at = max(now, channel.next_post_at or now)
    return end_of_quiet(posting, zone, at) or at


def best(
    stories: Sequence[Candidate],
    choices: Choices,
    in_digests: Collection[StoryId],
    room: int,
    now: datetime,
) -> tuple[StoryId, ...]:
    """Of what suits the channel and no digest brought, the most relevant and freshest."""
    return ranked(stories, choices, in_digests, now)[:room]


def suits(project: Project, choices: Choices) -> bool:
    """Whether news of the project are what the channel chose."""
    return (not choices.districts or bool(choices.districts & set(project.districts))) and (
        not choices.sectors or bool(choices.sectors & set(project.sectors))
    )


def ready(
    news: Sequence[ProjectNews], choices: Choices, room: int, now: datetime
) -> tuple[ProjectNews, ...]:
    """Of what changed in projects what suits and nobody is changing just now, the earliest first:

    what has waited longest is what would be left out first.
    """
    settled = [one for one in news if one.at <= now - SETTLED and suits(one.project, choices)]
    return tuple(sorted(settled, key=lambda one: (one.at, one.project.id))[:room])


@lru_cache(maxsize=256)
def _at(hour: int, timezone: str) -> Schedule:
    return Schedule(time(hour), timezone=timezone)
