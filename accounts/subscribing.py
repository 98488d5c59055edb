"""Subscribing: a person or a group by a press, a channel because the settings name it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from accounts.actor import Actor
from accounts.digests import NextSlot, with_next_digest
from accounts.rights import GroupAdmins, require_own_chat
from common.clock import Clock
from model.people import ChatKind, Language, Schedule, Subscriber
from storage.database import Database


class Welcome:
    """A chat's row from its first word on, so that what it chooses is kept from the start."""

    def __init__(self, database: Database, clock: Clock, schedule: Schedule) -> None:
        self._database = database
        self._clock = clock
        self._schedule = schedule

    async def __call__(self, actor: Actor) -> Subscriber:
        if actor.subscriber is not None:
            return actor.subscriber
        async with self._database.writing() as db:
            return await db.subscribers.get_or_create(
                actor.chat_id,
                actor.kind,
                actor.language,
                self._schedule,
                self._clock.now(),
                actor.title,
            )


class Subscribe:
    """From now on the chat gets its digest, with the choices its row has.

    Pressed again it changes nothing; it ends a pause, because that is what was asked.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        next_slot: NextSlot,
        group_admins: GroupAdmins,
        schedule: Schedule,
    ) -> None:
        self._database = database
        self._clock = clock
        self._next_slot = next_slot
        self._group_admins = group_admins
        self._schedule = schedule

    async def __call__(self, actor: Actor) -> Subscriber:
        await require_own_chat(actor, self._group_admins)
        now = self._clock.now()
        async with self._database.writing() as db:
            before = await db.subscribers.get_or_create(
                actor.chat_id, actor.kind, actor.language, self._schedule, now, actor.title
            )
            after = subscribed(before, now, self._next_slot, actor.thread_id)
            if after != before:
                await db.subscribers.save(after)
        return after


def subscribed(
    before: Subscriber, now: datetime, next_slot: NextSlot, thread_id: int | None = None
) -> Subscriber:
    """The subscriber as it is once it has said yes."""
    if before.next_digest_at is not None and not before.is_paused(now):
        return before
    after = replace(
        before,
        subscribed_at=before.subscribed_at or now,
        thread_id=before.thread_id if before.is_subscribed else thread_id,
        paused_at=None,
        paused_until=None,
        unreachable_at=None,
        unreachable_reason=None,
        awaiting=None,
    )
    return with_next_digest(after, now, next_slot)


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel of the settings, its id looked up."""

    chat_id: int
    title: str | None = None
    language: Language | None = None
    """None: as it is, the default language at first."""


class SeedChannels:
    """The channels of the settings are subscribers from the start, others no longer.

    `complete=False` where a channel could not be looked up: then none is let go.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        next_slot: NextSlot,
        schedule: Schedule,
        language: Language,
    ) -> None:
        self._database = database
        self._clock = clock
        self._next_slot = next_slot
        self._schedule = schedule
        self._language = language

    async def __call__(self, channels: Sequence[Channel], *, complete: bool = True) -> None:
        now = self._clock.now()
        async with self._database.writing() as db:
            for channel in channels:
                before = await db.subscribers.get_or_create(
                    channel.chat_id,
                    ChatKind.CHANNEL,
                    channel.language or self._language,
                    self._schedule,
                    now,
                    channel.title,
                )
                await db.subscribers.save(self._seeded(before, channel, now))
                await db.channels.begin(before.id)
            if complete:
                named = {channel.chat_id for channel in channels}
                for other in await db.subscribers.channels():
                    if other.chat_id not in named and other.is_subscribed:
                        await db.subscribers.save(
                            replace(other, subscribed_at=None, next_digest_at=None)
                        )

    def _seeded(self, before: Subscriber, channel: Channel, now: datetime) -> Subscriber:
        after = replace(
            before,
            language=channel.language or before.language,
            title=channel.title or before.title,
        )
        # One out of reach stays so until Telegram says that the bot is back in it.
        if before.is_subscribed:
            return after
        return with_next_digest(replace(after, subscribed_at=now), now, self._next_slot)
