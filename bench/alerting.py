"""One tick over 10,000 chats with alerts when 50 stories have come, against the bare inserts of as
many rows; and a tick when nothing has come, as most do.
"""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Table, bindparam, update

from bench import stage
from common.clock import SystemClock
from model.ids import ChatId, SubscriberId
from model.outbox import NewRow, Priority
from publishing.alerts import SendAlerts
from storage.database import Database
from storage.tables import StoryTable, SubscriberTable
from views.links import BotLinks

PEOPLE = 100_000
WANTING = 10_000
WISHES = 500
"""Different ones: a sector, and a word."""
SLICE = 500
STORIES = 50
SECTORS = ("agro", "textile", "energy", "tourism", "logistics", "construction", "it", "food")

_CHATS: Table = SubscriberTable.metadata.tables["subscribers"]


async def measure(_url: str) -> dict[str, Any]:
    now = datetime.now(UTC)
    async with stage.database() as database:
        await stage.people(database, PEOPLE, now + timedelta(days=1))
        await _wishes(database)
        send = SendAlerts(database, SystemClock(), BotLinks("keruen_bot"))
        await send()
        await stage.stories(database, STORIES, datetime.now(UTC))
        await _sectors(database)
        began = time.perf_counter()
        told = await send()
        taken = time.perf_counter() - began
        began = time.perf_counter()
        assert await send() == 0
        idle = time.perf_counter() - began
        bare = await _bare_inserts(database, told)
    assert told == 3 * WANTING, told
    return {
        "bench": "alerting",
        "ratio": round(taken / bare, 2),
        "ratio_of": f"a tick that tells 10,000 of 100,000 chats of 3 of 50 new stories ({told:,} "
        "rows) to as many rows merely inserted",
        "seconds": round(taken, 2),
        "idle_ms": round(idle * 1000, 1),
        "aim": "<= 10 s, a tick with nothing new <= 20 ms",
    }


async def _wishes(database: Database) -> None:
    """Each tenth chat wants alerts; as many different wishes as are shared by twenty chats."""
    wanting = range(10, PEOPLE + 1, PEOPLE // WANTING)
    async with database.writing() as db:
        await db.session.execute(
            update(_CHATS)
            .where(_CHATS.c.chat_id == bindparam("chat"))
            .values(alerts=bindparam("wanted")),
            [
                {
                    "chat": chat,
                    "wanted": {
                        "districts": [],
                        "sectors": [SECTORS[number % len(SECTORS)]],
                        "words": [f"слово{number % WISHES}", "инвест*"],
                        "quiet": ["00:00", "00:00"],
                        "most_a_day": 3,
                    },
                }
                for number, chat in enumerate(wanting)
            ],
        )


async def _sectors(database: Database) -> None:
    """What the stories are about, and forty words of each."""
    async with database.writing() as db:
        await db.session.execute(
            update(StoryTable),
            [
                {
                    "id": number,
                    "sectors": [SECTORS[number % len(SECTORS)]],
                    "terms": [f"терм{number}x{word}" for word in range(40)],
                }
                for number in range(1, STORIES + 1)
            ],
        )


async def _bare_inserts(database: Database, count: int) -> float:
    now = datetime.now(UTC)
    began = time.perf_counter()
    for start in range(0, count, SLICE):
        async with database.writing() as db:
            body = await db.outbox.body("bare", "{}", now)
            rows = [
                NewRow(
                    SubscriberId(number),
                    ChatId(number),
                    body,
                    f"bare:{number}",
                    "bare",
                    Priority.BROADCAST,
                    now + timedelta(days=1),
                )
                for number in range(start + 1, min(start + SLICE, count) + 1)
            ]
            await db.outbox.enqueue(rows, now)
    return time.perf_counter() - began
