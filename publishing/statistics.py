"""/stats: subscribers, two days' deliveries, how judge and editors agree, for admins."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from accounts.actor import Actor
from accounts.rights import Rights
from common.clock import Clock
from model.people import Role, Schedule
from model.review import Queue, QueueKind, ReviewNumbers
from storage.database import Database
from storage.transaction import Transaction
from views.stats import Numbers

_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
WEEK = timedelta(days=7)
MONTH = timedelta(days=30)
WEEKS_SHOWN = 8


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
            finished = db.statistics.finished
            return Numbers(
                readership=await db.subscribers.readership(now),
                day=yesterday,
                deliveries=await finished(_midnight(yesterday, zone), _midnight(today, zone)),
                today=await finished(_midnight(today, zone), now + timedelta(seconds=1)),
                review=await _review(db, now),
            )


async def _review(db: Transaction, now: datetime) -> ReviewNumbers:
    weeks = [now - number * WEEK for number in range(WEEKS_SHOWN + 1)]
    until = now + timedelta(minutes=1)  # another process's clock may be a little ahead
    return ReviewNumbers(
        waiting=await db.review_queue.count(Queue(QueueKind.ALL), now, ""),
        month=await db.labels.agreement(now - MONTH, until),
        ever=await db.labels.agreement(_BEGINNING, until),
        weeks=tuple(
            [
                await db.labels.agreement(since, until if till == now else till)
                for till, since in pairwise(weeks)
            ]
        ),
    )


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)
