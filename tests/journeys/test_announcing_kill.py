"""Announcements sent by processes that are killed, and by several at once: nobody is forgotten.

After twenty kills everyone has it, or stands as uncertain after two attempts. Of two processes that
feed and send side by side nobody gets it twice.
"""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.session import REQUEST_SECONDS
from delivery.outcomes import Sent, Unknown
from model.announcements import AnnouncementState
from model.outbox import RowState
from sandbox.server import Sandbox
from storage.database import Database
from storage.tables import OutboxTable
from tests.clocks import FastClock
from tests.journeys.broadcast import IMPATIENT_SECONDS, Broadcast
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
COMPANY, FAST_PER_SECOND = 700, 150
"""Those whom two processes write to twice, at a pace that each of them keeps."""
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
async def broadcast(
    request: pytest.FixtureRequest, sandbox: Sandbox, database_url: str
) -> AsyncIterator[Broadcast]:
    """Time flies, unless the test says how fast it runs."""
    clock = FastClock(getattr(request, "param", SPEED))
    broadcast = Broadcast(sandbox, Database(database_url), clock)
    yield broadcast
    await broadcast.close()


@pytest.fixture
async def lives(broadcast: Broadcast, tmp_path: Path) -> AsyncIterator[Lives]:
    lives = Lives(life(broadcast, PER_SECOND, tmp_path / "told"))
    yield lives
    await lives.kill()


def life(broadcast: Broadcast, per_second: int, told: Path) -> Life:
    api_url, url, clock = broadcast.sandbox.url, broadcast.database.url, broadcast.clock
    patience = REQUEST_SECONDS if clock.speed == 1.0 else IMPATIENT_SECONDS
    return Life(api_url, url, per_second, clock.speed, clock.began, patience, told)


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
    arrived, doubts = sandbox.arrived(TEXT), Counter(lives.told(Unknown))
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


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("broadcast", [1.0], indirect=True)
async def test_two_processes_side_by_side_send_nobody_anything_twice(
    broadcast: Broadcast, sandbox: Sandbox, tmp_path: Path
) -> None:
    crowd = sandbox.crowd(COMPANY, blocked=BLOCKED, seed=SEED)
    await broadcast.subscribe(crowd.ids)
    texts = {await broadcast.begins(text): text for text in (TEXT, f"{TEXT}. Уточнение")}
    pair = [Lives(life(broadcast, FAST_PER_SECOND, tmp_path / name)) for name in ("one", "two")]
    try:
        for each in pair:
            await each.begin()
        for number in texts:
            await broadcast.is_over(number, PATIENCE_SECONDS)
    finally:
        for each in pair:
            await each.kill()
    reached = set(crowd.ids) - set(crowd.blocked)
    for number, text in texts.items():
        assert sandbox.arrived(text) == dict.fromkeys(reached, 1)
        progress = (await broadcast.results(number)).progress
        assert (progress.sent, progress.failures) == (len(reached), len(crowd.blocked))
    for each in pair:
        assert each.told(Sent), "only one of them was at work"
        assert not each.told(Unknown)
