"""/stats: the subscribers and yesterday's deliveries in numbers, for admins."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from accounts.actor import Actor
from accounts.rights import Rights
from common.clock import Clock
from model.outbox import RowState
from model.people import Audience, Role, Schedule
from storage.database import Database
from storage.statistics import Statistics


@dataclass(frozen=True, slots=True)
class Numbers:
    audience: Audience
    day: date
    """Yesterday, where the admin lives."""
    deliveries: dict[RowState, int]


class CountAll:
    def __init__(
        self, database: Database, clock: Clock, rights: Rights, schedule: Schedule
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._schedule = schedule

    async def __call__(self, actor: Actor) -> Numbers:
        now = self._clock.now()
        chosen = actor.subscriber.schedule if actor.subscriber is not None else self._schedule
        zone = ZoneInfo(chosen.timezone)
        today = now.astimezone(zone).date()
        yesterday = today - timedelta(days=1)
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Role.ADMIN)
            return Numbers(
                audience=await db.subscribers.audience(now),
                day=yesterday,
                deliveries=await Statistics(db.session).finished(
                    _midnight(yesterday, zone), _midnight(today, zone)
                ),
            )


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)
