"""Choosing what is posted in a channel: each press is one choice, and an act in the log."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from accounts.actor import Actor
from accounts.digests import with_next_digest
from accounts.errors import WrongChoiceError
from accounts.settings import Change
from model.audit import Act
from model.channels import MOST_POSTS, Channel, Posting, When
from model.ids import ChangeId, StoryId, SubscriberId
from model.people import Choices, Subscriber
from publishing.channels.deciding import next_hour
from publishing.channels.looking import Looking
from publishing.slots import next_slot
from storage.channels import TURNED_OFF
from storage.editions import STORY_POST

ACTION = "channel.set"


@dataclass(frozen=True, slots=True)
class ChannelChange:
    """The choices to be made; None leaves one as it is."""

    stories: When | None = None
    projects: When | None = None
    hours: frozenset[int] | None = None
    most: int | None = None
    quiet: tuple[time, time] | None = None
    digest: bool | None = None
    digest_at: time | None = None
    pins_digest: bool | None = None
    timezone: str | None = None
    wish: Callable[[Choices], Choices] | None = None
    """What is posted of all there is; made twice, it is the same."""

    def __post_init__(self) -> None:
        if self.hours is not None and not (self.hours and self.hours <= frozenset(range(24))):
            raise WrongChoiceError(f"hours {sorted(self.hours)}")
        if self.most is not None and not 1 <= self.most <= MOST_POSTS:
            raise WrongChoiceError(f"{self.most} posts an hour")

    def posting(self, before: Posting) -> Posting:
        quiet = self.quiet or (before.quiet_from, before.quiet_until)
        return Posting(
            before.stories if self.stories is None else self.stories,
            before.projects if self.projects is None else self.projects,
            before.hours if self.hours is None else self.hours,
            before.most if self.most is None else self.most,
            *quiet,
            before.pins_digest if self.pins_digest is None else self.pins_digest,
        )

    def subscriber(self, before: Subscriber, now: datetime) -> Subscriber:
        """Without the digest is paused until further notice."""
        after = Change(at=self.digest_at, timezone=self.timezone).applied(before)
        if self.wish is not None:
            after = replace(after, choices=self.wish(after.choices))
        if self.digest is not None:
            paused_at = None if self.digest else before.paused_at or now
            after = replace(after, paused_at=paused_at, paused_until=None)
        if (after.schedule, after.paused_at) != (before.schedule, before.paused_at):
            after = with_next_digest(after, now, next_slot)
        return after


def changed(
    before: Channel,
    change: ChannelChange,
    last_story: StoryId,
    last_change: ChangeId,
    now: datetime,
) -> Channel:
    """The channel with these choices. What was there before something is turned on is not posted.

    `last_story` and `last_change` are the newest there are.
    """
    posting = change.posting(before.posting)
    subscriber = change.subscriber(before.subscriber, now)
    after = replace(before, subscriber=subscriber, posting=posting)
    if posting.stories_on and not before.posting.stories_on:
        after = replace(after, last_story_id=last_story)
    if posting.projects_on and not before.posting.projects_on:
        after = replace(after, last_change_id=last_change)
    timezone = subscriber.schedule.timezone
    same_hours = (posting.hours, posting.has_hours) == (
        before.posting.hours,
        before.posting.has_hours,
    )
    if not same_hours or timezone != before.subscriber.schedule.timezone:
        after = replace(after, next_post_at=next_hour(posting, timezone, now))
    return after


class ChangeChannel(Looking):
    """Makes a choice; pressed again it changes nothing."""

    async def __call__(self, actor: Actor, number: SubscriberId, change: ChannelChange) -> Channel:
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._may(db, actor)
            before = await self._channel(db, number, hold=True)
            last_story = await db.stories.last_id()
            last_change = await db.projects.last_change_id()
            after = changed(before, change, last_story, last_change, now)
            if after == before:
                return after
            if after.subscriber != before.subscriber:
                await db.subscribers.save(after.subscriber)
            await db.channels.save(after)
            if before.posting.stories_on and not after.posting.stories_on:
                chat = before.subscriber.chat_id
                await db.alerts.cancel_unsent(chat, TURNED_OFF, now, (STORY_POST,))
            old, new = _told(before), _told(after)
            title = {"title": after.subscriber.title}
            await db.audit.record(
                Act(
                    at=now,
                    actor_id=acting.user_id,
                    role=acting.role,
                    action=ACTION,
                    subject=f"channel:{number}",
                    before=title | {name: old[name] for name in old if old[name] != new[name]},
                    after=title | {name: new[name] for name in old if old[name] != new[name]},
                )
            )
        return after


def _told(channel: Channel) -> dict[str, Any]:
    """All that can be chosen, as the log keeps it."""
    posting, one = channel.posting, channel.subscriber
    return {
        "stories": posting.stories.value,
        "projects": posting.projects.value,
        "hours": [f"{hour:02}:00" for hour in sorted(posting.hours)],
        "most": posting.most,
        "quiet": f"{posting.quiet_from:%H:%M}–{posting.quiet_until:%H:%M}",
        "digest": channel.has_digest,
        "digest_at": f"{one.schedule.at:%H:%M}",
        "pins": posting.pins_digest,
        "timezone": one.schedule.timezone,
        "languages": sorted(one.choices.news_languages),
        "districts": sorted(one.choices.districts),
        "sectors": sorted(one.choices.sectors),
    }
