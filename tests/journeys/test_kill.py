"""kill -9 at any moment: nobody is forgotten, and little is said twice."""

import random
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from model.people import ChatKind, Language
from sandbox.faults import Faults
from sandbox.server import Sandbox
from storage.database import Database
from storage.tables import SubscriberTable
from tests.clocks import ManualClock
from tests.journeys.process import START_SECONDS, BotProcess
from tests.journeys.stage import TOKEN, WAIT_SECONDS, until
from tests.publishing.stage import Stage

NEWS = "Завод кабеля построят в Кентау"
READERS = 2_000
FIRST = 500_001
KILLS = 3


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN) as sandbox:
        yield sandbox


@pytest.fixture
async def bot(sandbox: Sandbox, tmp_path: Path, sqlite_url: str) -> AsyncIterator[BotProcess]:
    bot = BotProcess(tmp_path, sandbox.url, sqlite_url)
    yield bot
    await bot.kill()


class Outbox:
    """What stands in the database, seen and touched while no bot runs."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._file, timeout=WAIT_SECONDS)) as connection, connection:
            yield connection

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        with self._open() as connection:
            return connection.execute(query).fetchall()

    def states(self) -> Counter[str]:
        return Counter(dict(self.ask("SELECT state, count(*) FROM outbox GROUP BY state")))

    def lease_ends(self) -> int:
        """As if the lease of what was in flight had passed; how many rows that were."""
        with self._open() as connection:
            return connection.execute(
                "UPDATE outbox SET lease_until = '2000-01-01 00:00:00' WHERE state = 'sending'"
            ).rowcount


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "keruen.db")


async def all_are_due(database: Database, sandbox: Sandbox) -> None:
    """A story, and readers who wait for their digest at this moment."""
    now = datetime.now(UTC)
    stage = Stage(database, ManualClock(now))
    await stage.story(NEWS)
    like = {
        "kind": ChatKind.PRIVATE,
        "language": Language.RUSSIAN,
        "choices": {},
        "timezone": "Asia/Almaty",
        "digest_time": time(9),
        "days": 0b1111111,
        "tells_nothing_new": False,
        "created_at": now,
        "subscribed_at": now - timedelta(hours=1),
        "next_digest_at": now,
    }
    numbers = range(FIRST, FIRST + READERS)
    async with database.writing() as db:
        await db.session.execute(
            insert(SubscriberTable), [like | {"chat_id": number} for number in numbers]
        )
    for number in numbers:
        sandbox.user("Читатель", "ru", number)
        sandbox.api.world.users[number].started = True


@pytest.mark.parametrize("seed", [2026])
async def test_everyone_has_the_digest_after_kills(
    sandbox: Sandbox, bot: BotProcess, outbox: Outbox, sqlite_url: str, seed: int
) -> None:
    database = Database(sqlite_url)
    await all_are_due(database, sandbox)
    await database.close()
    chance = random.Random(seed)
    in_flight = 0
    for _ in range(KILLS):
        before = len(sandbox.record.of("sendMessage"))
        await bot.start()
        await sandbox.record.wait(
            "sendMessage", before + chance.randint(1, 400), START_SECONDS, 0, ended=False
        )
        await bot.kill()
        in_flight += outbox.lease_ends()
    assert outbox.states()["pending"] > 0, "the kills came before the end"
    assert in_flight > 0, "and in the middle of something"

    await bot.start()

    async def all_gone() -> bool:
        states = outbox.states()
        return states.total() == READERS and not states["pending"] + states["sending"]

    await until(all_gone, "all is sent", START_SECONDS)
    assert await bot.stop() == 0

    had = {number: len(sandbox.from_bot(number)) for number in range(FIRST, FIRST + READERS)}
    doubtful = {
        chat for (chat,) in outbox.ask("SELECT chat_id FROM outbox WHERE state='uncertain'")
    }
    assert {number for number, count in had.items() if not count} <= doubtful
    assert outbox.states()["sent"] + len(doubtful) == READERS
    assert outbox.ask("SELECT id FROM outbox WHERE state = 'uncertain' AND attempts <> 2") == []
    assert sum(had.values()) - READERS <= in_flight, "a crash repeats what was in flight, no more"
    assert "Traceback" not in bot.log


async def test_what_was_asked_of_a_bot_that_died_is_done_once(
    sandbox: Sandbox, bot: BotProcess, outbox: Outbox, sqlite_url: str
) -> None:
    database = Database(sqlite_url)
    await Stage(database, ManualClock(datetime.now(UTC))).story(NEWS)
    await database.close()
    tired, curious = sandbox.user("Сергей"), sandbox.user("Айгерім")
    await bot.start()
    await sandbox.wait_for("setMyCommands", timeout=START_SECONDS)
    for person in (tired, curious):
        sandbox.say(person, "/start")
        await sandbox.settled(WAIT_SECONDS)
        await sandbox.press(person, person, "✅ Подписаться")
    sandbox.say(tired, "/pause")
    await sandbox.settled(WAIT_SECONDS)

    # One press and one command are in hand, done and not yet confirmed, when the bot dies.
    sandbox.fault("answerCallbackQuery", delay=600)
    sandbox.fault("sendMessage", chat_id=curious, delay=600)
    since = len(sandbox.calls())
    sandbox.begin_press(tired, tired, "На неделю")
    sandbox.say(curious, "/digest")
    await sandbox.wait_until_asked("answerCallbackQuery", since=since)
    await sandbox.wait_until_asked("sendMessage", since=since)
    await bot.kill()
    pauses = "SELECT paused_at, paused_until FROM subscribers WHERE paused_at IS NOT NULL"
    editions = "SELECT subscriber_id, edition_id, asked_key FROM ledger"
    paused, asked = outbox.ask(pauses), outbox.ask(editions)
    assert (len(paused), len(asked)) == (1, 1)

    sandbox.faults = Faults()
    screen = sandbox.from_bot(tired)[-1]["message_id"]
    # Pressed again to a dead bot, on a screen that still shows the button.
    sandbox.begin_press(tired, tired, data="pause:for:week", message_id=screen)
    said = len(sandbox.from_bot(tired))
    await bot.start()
    await sandbox.wait_for("getUpdates", timeout=START_SECONDS, since=len(sandbox.calls()))
    await sandbox.settled(WAIT_SECONDS)
    assert await bot.stop() == 0

    assert outbox.ask(pauses) == paused
    assert outbox.ask(editions) == asked
    assert len(sandbox.from_bot(tired)) == said, "the screen was changed in place"
    assert sandbox.from_bot(tired)[-1]["text"].startswith("Дайджест на паузе до")
    assert NEWS in sandbox.from_bot(curious)[-1]["text"]
    refused = {call["response"]["description"] for call in sandbox.calls() if call["code"] == 400}
    assert all("message is not modified" in each for each in refused), refused
