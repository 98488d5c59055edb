"""Dropping what no promise needs any more, in small slices, at night.

old entries of the ledger | rows that ended | bodies that no row carries | old searches
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from common.clock import Clock
from model.editions import Edition
from model.ids import RowId, SubscriberId
from model.pruning import Ended, Reached
from publishing.choosing import since_after
from storage.database import Database
from storage.transaction import Transaction

KEPT = timedelta(days=35)
"""Longer than a message is put right: see publishing/corrections.py."""

SEARCHES_KEPT = timedelta(days=180)

SLICE = 500

BREATH = 0.05
"""Seconds between slices: whoever else writes goes first."""

NIGHT = range(1, 5)
"""Hours of the settings' time zone in which few people press anything."""

REST, AT_LAST = timedelta(hours=20), timedelta(hours=44)
"""After so long it is time at night; after so long whatever the hour."""

DONE_AT = "pruned"
"""The key under which the last run is remembered."""

Window = Callable[[datetime, int, int], Awaitable[Reached]]
"""Drops what is older than a moment among the next rows after an id, so many at most."""

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many were dropped."""

    entries: int = 0
    rows: int = 0
    bodies: int = 0
    searches: int = 0


class PruneOld:
    """A run that is cut short begins anew the next time: what is dropped is dropped.

    Rows of the outbox go before bodies, and entries of the ledger before rows.
    """

    def __init__(self, database: Database, clock: Clock, timezone: str) -> None:
        self._database = database
        self._clock = clock
        self._zone = ZoneInfo(timezone)

    async def when_due(self) -> Pruned | None:
        """Once a night; None where it is not time."""
        now = self._clock.now()
        async with self._database.reading() as db:
            kept = await db.key_values.get(DONE_AT)
        last = datetime.fromisoformat(kept) if kept else None
        if not is_time(now, last, now.astimezone(self._zone).hour):
            return None
        pruned = await self()
        async with self._database.writing() as db:
            await db.key_values.set(DONE_AT, now.isoformat())
        return pruned

    async def __call__(self) -> Pruned:
        now = self._clock.now()
        before = now - KEPT
        return Pruned(
            entries=await self._windows(lambda db: db.pruning.ledger, before),
            rows=await self._rows(before),
            bodies=await self._windows(lambda db: db.pruning.bodies, before),
            searches=await self._windows(lambda db: db.pruning.searches, now - SEARCHES_KEPT),
        )

    async def _windows(self, query: Callable[[Transaction], Window], before: datetime) -> int:
        dropped, last = 0, 0
        while True:
            async with self._database.writing() as db:
                reached = await query(db)(before, last, SLICE)
            dropped += reached.dropped
            if reached.last is None:
                return dropped
            last = reached.last
            await asyncio.sleep(BREATH)

    async def _rows(self, before: datetime) -> int:
        dropped, after, after_id = 0, _LONG_AGO, RowId(0)
        while True:
            async with self._database.writing() as db:
                window = await db.pruning.ended(before, after, after_id, SLICE)
                if not window:
                    return dropped
                had = await _last_had(db, window)
                old = [one for one in window if not is_needed(one, had)]
                await db.pruning.rows(
                    [one.id for one in old if one.has_brought],
                    [one.id for one in old if not one.has_brought],
                )
            dropped += len(old)
            after, after_id = window[-1].at, window[-1].id
            await asyncio.sleep(BREATH)


def is_time(now: datetime, last: datetime | None, hour: int) -> bool:
    """`hour`: of the day where most people live. A run in the future was by a clock put back."""
    if last is None or last > now or now - last >= AT_LAST:
        return True
    return hour in NIGHT and now - last >= REST


def is_needed(row: Ended, last_had: Mapping[SubscriberId, Edition]) -> bool:
    """Whether the row keeps from the chat's next digest what an alert has brought.

    It does until a digest came later: the next one's period begins where that one ended.
    """
    if row.alerted is None or row.alerted_at is None or not row.has_brought:
        return False
    last = last_had.get(row.alerted)
    return last is None or since_after(last) <= row.alerted_at


async def _last_had(db: Transaction, rows: Sequence[Ended]) -> dict[SubscriberId, Edition]:
    chats = {one.alerted for one in rows if one.alerted is not None}
    if not chats:
        return {}
    had = await db.editions.last_had(chats)
    editions = await db.editions.among(had.values())
    return {chat: editions[edition] for chat, edition in had.items()}
