"""What has been overdue or without a word for long is told to the heads: once for each thing.

working hours | what is so by now | less what was told | a message to each head | remember

The curator heard of it long before: see publishing/nudges.py.
"""

import json
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from common.clock import Clock
from model.ids import ProjectId
from model.overview import Selection
from projects.lateness import HEAD_DAYS, STALLED_HEAD_DAYS
from publishing.officials import Officials
from storage.database import Database
from storage.transaction import Transaction
from views.escalations import MOST_NAMED, Escalated, escalation

HOURS = range(9, 18)
"""Of a working day of the region."""

TOLD = "escalated"
"""The key under which what was told is remembered."""

Thing = tuple[ProjectId, str, date]
"""A project, what is the matter with it, and since when."""

OVERDUE, STALLED = "due", "word"


class TellHeads:
    """`await tell_heads()`: how many messages were enqueued.

    What was told while nobody could be written to is not told again.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        officials: Officials,
        timezone: str,
    ) -> None:
        self._database = database
        self._clock = clock
        self._officials = officials
        self._zone = ZoneInfo(timezone)

    async def __call__(self) -> int:
        now = self._clock.now()
        local = now.astimezone(self._zone)
        if local.hour not in HOURS or local.weekday() >= 5:
            return 0
        async with self._database.reading() as db:
            if not _fresh(await _so_by_now(db, now, local.date()), await _told(db)):
                return 0
        async with self._database.writing() as db:
            things = await _so_by_now(db, now, local.date())
            fresh = _fresh(things, await _told(db))
            await db.key_values.set(TOLD, json.dumps([_name(one) for one in things]))
            return await self._tell(db, fresh, local)

    async def _tell(self, db: Transaction, fresh: Sequence[Thing], local: datetime) -> int:
        overdue = [project for project, what, _ in fresh if what == OVERDUE]
        stalled = [project for project, what, _ in fresh if what == STALLED]
        named = await db.projects.by_ids([*overdue[:MOST_NAMED], *stalled[:MOST_NAMED]])
        people = await db.roles.names()
        news = Escalated(
            tuple(named[one] for one in overdue[:MOST_NAMED] if one in named),
            len(overdue),
            tuple(named[one] for one in stalled[:MOST_NAMED] if one in named),
            len(stalled),
            local.date(),
            self._zone,
            people,
        )
        return await self._officials.tell(
            db,
            await self._officials.heads(db),
            f"escalated:{local.isoformat(timespec='minutes')}",
            lambda one: escalation(news, one.language),
        )


async def _so_by_now(db: Transaction, now: datetime, today: date) -> list[Thing]:
    """The worst first. One more day than the days that have passed: a due day is not late yet."""
    overdue = Selection(overdue_on=today - timedelta(days=HEAD_DAYS - 1))
    stalled = Selection(unconfirmed_since=now - timedelta(days=STALLED_HEAD_DAYS))
    numbers = db.project_numbers
    return [
        *((one, OVERDUE, since) for one, since in await numbers.overdue_since(overdue)),
        *((one, STALLED, since) for one, since in await numbers.silent_since(stalled)),
    ]


async def _told(db: Transaction) -> frozenset[str]:
    return frozenset(json.loads(await db.key_values.get(TOLD) or "[]"))


def _fresh(things: Sequence[Thing], told: Collection[str]) -> list[Thing]:
    return [one for one in things if _name(one) not in told]


def _name(thing: Thing) -> str:
    project, what, since = thing
    return f"{project}:{what}:{since}"
