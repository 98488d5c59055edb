"""100,000 due digests enqueued, against the bare inserts of as many rows; and how long a press
that writes waits meanwhile.
"""

import asyncio
import statistics
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from bench import stage
from common.clock import SystemClock
from model.ids import ChatId, SubscriberId
from model.outbox import NewRow, Priority
from publishing.digests import SendDueDigests
from storage.database import Database
from views.links import BotLinks

PEOPLE = 100_000
SLICE = 500


async def measure(_url: str) -> dict[str, Any]:
    now = datetime.now(UTC)
    async with stage.database() as database:
        await stage.people(database, PEOPLE, now - timedelta(minutes=1))
        await stage.stories(database, 30, now - timedelta(hours=2))
        bare = await _bare_inserts(database)
        waits: list[float] = []
        presses = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            group.create_task(_press(database, waits, presses))
            began = time.perf_counter()
            done = await SendDueDigests(database, SystemClock(), BotLinks("keruen_bot"))()
            taken = time.perf_counter() - began
            presses.set()
        assert done.digests == PEOPLE, done
    return {
        "bench": "digests",
        "ratio": round(taken / bare, 2),
        "ratio_of": "100,000 digests chosen and enqueued to 100,000 rows merely inserted",
        "seconds": round(taken, 1),
        "aim": "<= 10 s, a press waits <= 150 ms (p95)",
        "press_p95_ms": round(statistics.quantiles(waits, n=20)[-1] * 1000),
        "presses": len(waits),
    }


async def _bare_inserts(database: Database) -> float:
    now = datetime.now(UTC)
    began = time.perf_counter()
    for start in range(0, PEOPLE, SLICE):
        async with database.writing() as db:
            body = await db.outbox.body("bare", "{}", now)
            await db.outbox.enqueue(
                [
                    NewRow(
                        SubscriberId(number),
                        ChatId(number),
                        body,
                        f"bare:{number}",
                        "bare",
                        Priority.BROADCAST,
                        now + timedelta(days=1),
                    )
                    for number in range(start + 1, start + SLICE + 1)
                ],
                now,
            )
    return time.perf_counter() - began


async def _press(database: Database, waits: list[float], stop: asyncio.Event) -> None:
    """Someone presses a button that writes, ten times a second."""
    number = 0
    while not stop.is_set():
        number += 1
        began = time.perf_counter()
        async with database.writing() as db:
            await db.subscribers.set_awaiting(number, "time")
        waits.append(time.perf_counter() - began)
        await asyncio.sleep(0.1)
