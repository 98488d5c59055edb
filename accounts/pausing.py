"""Pausing: no digest and no alert until further notice, for a week, or for a month."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from accounts.actor import Actor
from accounts.digests import NextSlot, with_next_digest
from accounts.errors import UnknownChatError
from accounts.rights import GroupAdmins, require_own_chat
from common.clock import Clock
from model.people import Subscriber
from storage.database import Database
from storage.editions import TOLD_AT_ONCE

PAUSED = "paused before it was sent"


class PauseFor(StrEnum):
    OPEN = "open"
    """Until the reader says."""
    WEEK = "week"
    MONTH = "month"


_DAYS = {PauseFor.WEEK: 7, PauseFor.MONTH: 30}


def end_of_pause(length: PauseFor, timezone: str, now: datetime) -> datetime | None:
    """The last second before the midnight that ends it, where the reader lives.

    Counted in whole days, so that a press handled twice is the same pause. The second, because a
    digest comes strictly after the end, and one at 00:00 is the first of the new day.
    """
    if length is PauseFor.OPEN:
        return None
    zone = ZoneInfo(timezone)
    day = now.astimezone(zone).date() + timedelta(days=_DAYS[length])
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC) - timedelta(seconds=1)


class Pause:
    def __init__(
        self, database: Database, clock: Clock, next_slot: NextSlot, group_admins: GroupAdmins
    ) -> None:
        self._database = database
        self._clock = clock
        self._next_slot = next_slot
        self._group_admins = group_admins

    async def require(self, actor: Actor) -> None:
        """NotAllowedError for whoever may not, before they are asked for how long."""
        await require_own_chat(actor, self._group_admins)

    async def __call__(self, actor: Actor, length: PauseFor) -> Subscriber:
        await self.require(actor)
        now = self._clock.now()
        async with self._database.writing() as db:
            before = await db.subscribers.get(actor.chat_id, hold=True)
            if before is None:
                raise UnknownChatError(actor.chat_id)
            paused = replace(
                before,
                paused_at=before.paused_at if before.is_paused(now) else now,
                paused_until=end_of_pause(length, before.schedule.timezone, now),
                awaiting=None,
            )
            after = with_next_digest(paused, now, self._next_slot)
            await db.subscribers.save(after)
            await db.alerts.cancel_unsent(actor.chat_id, PAUSED, now, TOLD_AT_ONCE)
        return after


class Resume:
    def __init__(
        self, database: Database, clock: Clock, next_slot: NextSlot, group_admins: GroupAdmins
    ) -> None:
        self._database = database
        self._clock = clock
        self._next_slot = next_slot
        self._group_admins = group_admins

    async def __call__(self, actor: Actor) -> Subscriber:
        await require_own_chat(actor, self._group_admins)
        now = self._clock.now()
        async with self._database.writing() as db:
            before = await db.subscribers.get(actor.chat_id, hold=True)
            if before is None:
                raise UnknownChatError(actor.chat_id)
            if not before.is_paused(now):
                return before
            resumed = replace(before, paused_at=None, paused_until=None, awaiting=None)
            after = with_next_digest(resumed, now, self._next_slot)
            await db.subscribers.save(after)
        return after
