"""A sender that is killed loses nothing, and repeats at most what it had in flight."""

import asyncio
import random
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web
from markupsafe import Markup
from sqlalchemy import func, select

from common.clock import SystemClock
from delivery.outgoing import Outgoing
from model.ids import ChatId
from model.outbox import NewRow, Priority, RowState
from storage.database import Database
from storage.tables import OutboxTable
from tests.clocks import ManualClock
from tests.delivery.post import Post

MESSAGES = 2_000
KILLS = 8
SEED = 20261123
ROOT = Path(__file__).parents[2]


class Counting:
    """Telegram's place: takes its time with each message, and counts them by chat."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._more = asyncio.Event()
        self.chats: Counter[int] = Counter()

    async def take(self, request: web.Request) -> web.Response:
        self.chats[int(request.match_info["chat"])] += 1
        self._more.set()
        await asyncio.sleep(self._dice.uniform(0, 0.05))
        return web.Response(text=str(self.chats.total()))

    async def has(self, messages: int) -> None:
        while self.chats.total() < messages:
            self._more.clear()
            await self._more.wait()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        app = web.Application()
        app.router.add_post("/{chat}", self.take)
        runner = web.AppRunner(app, shutdown_timeout=0)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
        await runner.cleanup()


@asynccontextmanager
async def sender(url: str, address: str) -> AsyncIterator[None]:
    """A sender in a process of its own; kill -9 ends it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.delivery.sender_process", url, address, cwd=ROOT
    )
    try:
        yield
    finally:
        if process.returncode is None:
            process.kill()
        assert await process.wait() == -9, "the sender ended by itself"


async def fill(database: Database) -> None:
    now = SystemClock().now()
    subscriber = await Post(database, ManualClock()).person(1)
    async with database.writing() as db:
        body = await db.outbox.body("digest", Outgoing(Markup("a digest")).to_json(), now)
        await db.outbox.enqueue(
            [
                NewRow(subscriber, ChatId(chat), body, f"{chat}", "digest", Priority.DIGEST, now)
                for chat in range(1, MESSAGES + 1)
            ],
            now,
        )


async def in_flight(database: Database) -> set[tuple[int, int]]:
    """Rows in flight, each with its attempts: the same row tried again is another message."""
    query = select(OutboxTable.id, OutboxTable.attempts)
    async with database.reading() as db:
        found = await db.session.execute(query.where(OutboxTable.state == RowState.SENDING))
        return {(row.id, row.attempts) for row in found}


async def are_left(database: Database) -> int:
    under_way = OutboxTable.state.in_([RowState.PENDING, RowState.SENDING])
    async with database.reading() as db:
        return await db.session.scalar(select(func.count(OutboxTable.id)).where(under_way)) or 0


async def test_kill_9_loses_nothing_and_repeats_little(sqlite_url: str) -> None:
    dice = random.Random(SEED)
    database, telegram = Database(sqlite_url), Counting(dice)
    await fill(database)
    at_risk: set[tuple[int, int]] = set()
    async with asyncio.timeout(120), telegram.listening() as address:
        for _ in range(KILLS):
            async with sender(sqlite_url, address):
                await telegram.has(telegram.chats.total() + dice.randint(1, 200))
                await asyncio.sleep(dice.uniform(0, 0.03))
            at_risk |= await in_flight(database)
        async with sender(sqlite_url, address):
            while await are_left(database):  # noqa: ASYNC110 - only the database tells
                await asyncio.sleep(0.1)
    async with database.reading() as db:
        rows = (await db.session.scalars(select(OutboxTable))).all()
    await database.close()
    assert {row.state for row in rows} <= {RowState.SENT, RowState.UNCERTAIN}
    assert all(row.attempts >= 2 for row in rows if row.state == RowState.UNCERTAIN)
    lost = {row.chat_id for row in rows if row.state == RowState.SENT} - telegram.chats.keys()
    assert lost == set()
    repeats = telegram.chats.total() - len(telegram.chats)
    assert at_risk, "no kill met a message in flight: this test proves nothing"
    assert repeats <= len(at_risk)
