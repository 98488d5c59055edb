"""kill -9 at twenty random moments of an announcement: everyone has it, or stands as uncertain."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from model.announcements import AnnouncementState
from model.outbox import RowState
from sandbox.server import Sandbox
from storage.database import Database
from storage.tables import OutboxTable
from tests.clocks import FastClock
from tests.journeys.broadcast import Broadcast
from tests.journeys.broadcast_process import Life, Lives
from tests.journeys.stage import TOKEN

RECIPIENTS = 1_500
BLOCKED = 0.03
KILLS = 20
MOST_BETWEEN = 110
"""Messages between two kills, at most; together they leave some for after the last."""
SPEED = 20.0
PER_SECOND = 20
SEED = 20261123
PATIENCE_SECONDS = 180.0
TEXT = "Завтра с 9:00 до 12:00 отключат воду"
RATES = {
    "flood": 0.01,
    "restart": 0.01,
    "proxy": 0.005,
    "drop_before": 0.005,
    "drop_after": 0.01,
    "hang_after": 0.002,
}


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN) as sandbox:
        yield sandbox


@pytest.fixture
async def broadcast(sandbox: Sandbox, sqlite_url: str) -> AsyncIterator[Broadcast]:
    broadcast = Broadcast(sandbox, Database(sqlite_url), FastClock(SPEED))
    yield broadcast
    await broadcast.close()


@pytest.fixture
async def lives(broadcast: Broadcast, tmp_path: Path) -> AsyncIterator[Lives]:
    api_url, url = broadcast.sandbox.url, broadcast.database.url
    lives = Lives(Life(api_url, url, PER_SECOND, SPEED, broadcast.clock.began, tmp_path / "doubts"))
    yield lives
    await lives.kill()


async def in_flight(database: Database) -> dict[tuple[int, int], int]:
    """The chats of messages in flight, by row and attempt: tried again, it is another message."""
    query = select(OutboxTable.id, OutboxTable.attempts, OutboxTable.chat_id)
    async with database.reading() as db:
        found = await db.session.execute(query.where(OutboxTable.state == RowState.SENDING))
        return {(row.id, row.attempts): row.chat_id for row in found}


async def test_twenty_kills_lose_nobody_and_repeat_little(
    broadcast: Broadcast, sandbox: Sandbox, lives: Lives
) -> None:
    chance = random.Random(SEED)
    crowd = sandbox.crowd(RECIPIENTS, blocked=BLOCKED, seed=SEED)
    await broadcast.subscribe(crowd.ids)
    sandbox.chaos(RATES, SEED)
    number = await broadcast.begins(TEXT)
    at_risk: dict[tuple[int, int], int] = {}
    for _ in range(KILLS):
        begun = len(sandbox.record.of("sendMessage"))
        await lives.begin()
        await sandbox.record.wait(
            "sendMessage",
            begun + chance.randint(1, MOST_BETWEEN),
            PATIENCE_SECONDS,
            0,
            ended=False,
        )
        await asyncio.sleep(chance.uniform(0, 0.05))
        await lives.kill()
        at_risk |= await in_flight(broadcast.database)
    left = (await broadcast.results(number)).progress.left
    assert left > 0, "the kills came before the end"
    assert at_risk, "and in the middle of something"

    await lives.begin()
    await broadcast.is_over(number, PATIENCE_SECONDS)
    await lives.kill()
    assert (await broadcast.announcement(number)).state is AnnouncementState.SENT

    fates = await broadcast.fates(number)
    assert len(fates) == RECIPIENTS
    arrived, doubts = sandbox.arrived(TEXT), Counter(lives.doubts())
    killed = Counter(at_risk.values())
    for each in fates:
        came, doubtful = arrived[each.chat_id], doubts[each.chat_id] + killed[each.chat_id]
        assert came <= 1 + bool(doubtful), f"repeated without a doubt: {each}"
        match each.state:
            case "sent":
                assert came >= 1, each
            case "uncertain":
                assert doubtful >= 2, each
                assert each.attempts >= 2, each
            case _:
                assert each.state == "failed", each
                assert each.chat_id in crowd.blocked, each
                assert came == 0, each
    repeats = arrived.total() - len(arrived)
    assert repeats <= len(at_risk) + doubts.total()
    progress = (await broadcast.results(number)).progress
    unheard = {each.chat_id for each in fates if each.state == "uncertain"} - {*arrived}
    assert progress.sent + progress.uncertain == len(arrived) + len(unheard)
