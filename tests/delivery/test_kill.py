"""A sender that is killed loses nothing, and repeats at most what it had in flight."""

import asyncio
import random
import sys
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web
from markupsafe import Markup
from sqlalchemy import func, select

from common.clock import SystemClock
from delivery.contents import AlbumItem, Media, MediaKind
from delivery.outgoing import Outgoing
from model.ids import ChatId
from model.outbox import NewRow, Priority, RowState
from storage.database import Database
from storage.tables import OutboxTable
from tests.clocks import ManualClock
from tests.delivery.post import Post

MESSAGES = 2_000
IN_PARTS = 300
KILLS = 8
SEED = 20261123
ROOT = Path(__file__).parents[2]


class Counting:
    """Telegram's place: takes its time with each message, and counts them by chat and words."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._more = asyncio.Event()
        self.messages: Counter[tuple[int, str]] = Counter()

    async def take(self, request: web.Request) -> web.Response:
        self.messages[int(request.match_info["chat"]), request.match_info["words"]] += 1
        self._more.set()
        await asyncio.sleep(self._dice.uniform(0, 0.05))
        return web.Response(text=str(self.messages.total()))

    async def has(self, messages: int) -> None:
        while self.messages.total() < messages:
            self._more.clear()
            await self._more.wait()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        app = web.Application()
        app.router.add_post("/{chat}/{words}", self.take)
        runner = web.AppRunner(app, shutdown_timeout=0)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
        await runner.cleanup()


@asynccontextmanager
async def sender(url: str, address: str, per_second: int) -> AsyncIterator[None]:
    """A sender in a process of its own; kill -9 ends it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.delivery.sender_process", url, address, str(per_second)),
        cwd=ROOT,
    )
    try:
        yield
    finally:
        if process.returncode is None:
            process.kill()
        assert await process.wait() == -9, "the sender ended by itself"


async def fill(database: Database, outgoing: Outgoing, chats: int) -> None:
    now = SystemClock().now()
    subscriber = await Post(database, ManualClock()).person(1)
    async with database.writing() as db:
        body = await db.outbox.body("body", outgoing.to_json(), now)
        await db.outbox.enqueue(
            [
                NewRow(subscriber, ChatId(chat), body, f"{chat}", "digest", Priority.DIGEST, now)
                for chat in range(1, chats + 1)
            ],
            now,
        )


async def in_flight(database: Database) -> set[tuple[int, int, int]]:
    """Rows in flight, each with its part and attempts: tried again it is another message."""
    query = select(OutboxTable.id, OutboxTable.parts_sent, OutboxTable.attempts)
    async with database.reading() as db:
        found = await db.session.execute(query.where(OutboxTable.state == RowState.SENDING))
        return {(row.id, row.parts_sent, row.attempts) for row in found}


async def are_left(database: Database) -> int:
    under_way = OutboxTable.state.in_([RowState.PENDING, RowState.SENDING])
    async with database.reading() as db:
        return await db.session.scalar(select(func.count(OutboxTable.id)).where(under_way)) or 0


async def killed_again_and_again(
    url: str, outgoing: Outgoing, chats: int, per_second: int
) -> tuple[Counting, Sequence[OutboxTable], set[tuple[int, int, int]]]:
    """What came, what became of the rows, and which the kills met in flight."""
    dice = random.Random(SEED)
    database, telegram = Database(url), Counting(dice)
    await fill(database, outgoing, chats)
    at_risk: set[tuple[int, int, int]] = set()
    async with asyncio.timeout(120), telegram.listening() as address:
        for _ in range(KILLS):
            async with sender(url, address, per_second):
                await telegram.has(telegram.messages.total() + dice.randint(1, 70))
                await asyncio.sleep(dice.uniform(0, 0.03))
            at_risk |= await in_flight(database)
        async with sender(url, address, per_second):
            while await are_left(database):  # noqa: ASYNC110 - only the database tells
                await asyncio.sleep(0.1)
    async with database.reading() as db:
        rows = (await db.session.scalars(select(OutboxTable))).all()
    await database.close()
    assert at_risk, "no kill met a message in flight: this test proves nothing"
    return telegram, rows, at_risk


async def test_kill_9_loses_nothing_and_repeats_little(sqlite_url: str) -> None:
    digest = Outgoing(Markup("a digest"))
    telegram, rows, at_risk = await killed_again_and_again(sqlite_url, digest, MESSAGES, 1_000)
    assert {row.state for row in rows} <= {RowState.SENT, RowState.UNCERTAIN}
    assert all(row.attempts >= 2 for row in rows if row.state == RowState.UNCERTAIN)
    sent = {(row.chat_id, "a digest") for row in rows if row.state == RowState.SENT}
    assert sent <= telegram.messages.keys()
    assert telegram.messages.total() - len(telegram.messages) <= len(at_risk)


async def test_kill_9_between_an_album_and_its_buttons_resumes_at_what_was_not_sent(
    sqlite_url: str,
) -> None:
    photo = AlbumItem(Media(MediaKind.PHOTO, "photo-1"))
    album = Outgoing(album=(photo, photo), then=Outgoing(Markup("buttons")))
    telegram, rows, at_risk = await killed_again_and_again(sqlite_url, album, IN_PARTS, 100)
    assert {part for _, part, _ in at_risk} == {0, 1}, "both parts were met in flight"
    assert {row.state for row in rows} <= {RowState.SENT, RowState.UNCERTAIN}
    assert all(row.attempts >= 2 for row in rows if row.state == RowState.UNCERTAIN)
    for row in rows:
        came = {
            words for words in ("album", "buttons") if (row.chat_id, words) in telegram.messages
        }
        if row.state == RowState.SENT:
            assert (came, row.parts_sent, len(row.message_ids)) == ({"album", "buttons"}, 2, 3)
        else:
            assert row.parts_sent == 0 or "album" in came
    assert telegram.messages.total() - len(telegram.messages) <= len(at_risk)
