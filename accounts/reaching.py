"""Chats that go and come back: blocked and unblocked, kicked and added again, upgraded."""

from dataclasses import dataclass, replace

from accounts.actor import Actor
from accounts.digests import NextSlot, with_next_digest
from common.clock import Clock
from model.people import Schedule, Subscriber
from storage.database import Database


class Leave:
    """The bot was blocked by a person or put out of a group: every choice is kept."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, chat_id: int, reason: str) -> None:
        now = self._clock.now()
        async with self._database.writing() as db:
            await db.subscribers.mark_unreachable(chat_id, reason, now)
            await db.outbox.cancel_for_chat(chat_id, reason, now)


class Return:
    """The chat can be reached again: its digest comes at its next time, as it was chosen."""

    def __init__(self, database: Database, clock: Clock, next_slot: NextSlot) -> None:
        self._database = database
        self._clock = clock
        self._next_slot = next_slot

    async def __call__(self, chat_id: int) -> Subscriber | None:
        async with self._database.writing() as db:
            before = await db.subscribers.get(chat_id, hold=True)
            if before is None or before.unreachable_at is None:
                return before
            back = replace(before, unreachable_at=None, unreachable_reason=None)
            after = with_next_digest(back, self._clock.now(), self._next_slot)
            await db.subscribers.save(after)
        return after


@dataclass(frozen=True, slots=True)
class Joined:
    """A group that has the bot now; `is_back` if it had subscribed before."""

    subscriber: Subscriber
    is_back: bool


class JoinGroup:
    """The bot was added to a group: a row for its choices, or the ones it had."""

    def __init__(
        self, database: Database, clock: Clock, next_slot: NextSlot, schedule: Schedule
    ) -> None:
        self._database = database
        self._clock = clock
        self._next_slot = next_slot
        self._schedule = schedule

    async def __call__(self, actor: Actor) -> Joined:
        now = self._clock.now()
        async with self._database.writing() as db:
            before = await db.subscribers.get_or_create(
                actor.chat_id, actor.kind, actor.language, self._schedule, now, actor.title
            )
            back = replace(
                before,
                kind=actor.kind,
                title=actor.title or before.title,
                unreachable_at=None,
                unreachable_reason=None,
            )
            if before.unreachable_at is not None:
                back = with_next_digest(back, now, self._next_slot)
            if back != before:
                await db.subscribers.save(back)
        return Joined(back, is_back=back.is_subscribed)


class Migrate:
    """The group became a supergroup: its subscription moves to the new id.

    The bot is in the new one, or it would not have heard: an absence noted of the old id, which
    Telegram may tell of first, is over.
    """

    def __init__(self, database: Database, come_back: Return) -> None:
        self._database = database
        self._come_back = come_back

    async def __call__(self, chat_id: int, new_chat_id: int) -> None:
        async with self._database.writing() as db:
            await db.subscribers.migrate(chat_id, new_chat_id)
            await db.outbox.move_to_chat(chat_id, new_chat_id)
        await self._come_back(new_chat_id)
