"""Announcements: fixing whom one is for, sending it with a durable record, under the limit, and how
long people wait for answers meanwhile.
"""

import asyncio
import gc
import statistics
import time
from bisect import bisect_left
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from pydantic import SecretStr
from sqlalchemy import insert, literal, select, update

from bench import sending, stage
from bench.updates import ME, pressed
from bot.program import assembled
from bot.session import make_bot
from bot.settings import Settings
from bot.telegram import TelegramSender
from common.clock import SystemClock
from delivery.limiter import Limiter
from delivery.outcomes import Outcome, Sent
from delivery.outgoing import Outgoing
from delivery.port import Telegram
from delivery.sender import Sender
from model.announcements import Announcement, AnnouncementState, Watcher
from model.ids import AnnouncementId, ChatId
from model.people import Language
from publishing.announcing.feeding import FeedAnnouncements
from publishing.announcing.sending import begin
from storage.database import Database
from storage.recipients import CHATS, RECIPIENTS
from storage.tables import SubscriberTable
from storage.types import UtcDateTime
from views.links import BotLinks

PEOPLE = 100_000
SUSTAINED = 4_000
LIMIT = 1_000
LIMITED_SECONDS = 10
TAKES = 0.05
"""Seconds that a fake Telegram takes to answer."""
BROADCAST = 25
WATCHERS = (1, 2)
"""Admins before a message that tells how far it is."""
PRESSES = 300
PRESSES_A_SECOND = 15
ZONES = ("Asia/Almaty", "Asia/Tashkent", "Europe/Moscow", "Europe/Berlin")
LINKS = BotLinks("keruen_bot")


async def fan_out(_url: str) -> dict[str, Any]:
    """100,000 recipients fixed in one transaction, against the same rows merely inserted."""
    now = datetime.now(UTC)
    async with stage.database() as database:
        await _people(database, PEOPLE)
        first, second = await _draft(database), await _draft(database)
        bare = await _bare(database, first, now)
        waits: list[float] = []
        async with _presses(database, waits):
            began = time.perf_counter()
            async with database.writing() as db:
                _, fixed = await begin(db, second, frozenset(), now)
            taken = time.perf_counter() - began
        assert fixed == PEOPLE, fixed
    return {
        "bench": "announcing-fan-out",
        "ratio": round(taken / bare, 2),
        "ratio_of": "100,000 recipients chosen and fixed to the same rows by INSERT … SELECT",
        "seconds": round(taken, 2),
        "bare_seconds": round(bare, 2),
        "aim": "<= 1 s",
        "press_waits_at_most_ms": round(max(waits) * 1000),
    }


async def sustained(url: str) -> dict[str, Any]:
    """Messages a second from the feeder to the record of their answers, against a bare loop."""
    bare = await sending.bare(url)
    async with stage.database() as database:
        await _people(database, SUSTAINED)
        await _begin(database, await _draft(database))
        bot = make_bot("42:BENCH", url)
        taken = await _send(database, TelegramSender(bot), 1_000_000, feeds=5_000)
        await bot.session.close()
    ours = SUSTAINED / taken
    return {
        "bench": "announcing",
        "ratio": round(ours / bare, 2),
        "aim": ">= 0.5",
        "ours_per_second": round(ours),
        "bare_per_second": round(bare),
    }


async def limited(_url: str) -> dict[str, Any]:
    """How much of a limit of 1,000 a second is used, and whether it is ever exceeded."""
    telegram = FakeTelegram()
    async with stage.database() as database:
        await _people(database, LIMIT * LIMITED_SECONDS)
        await _begin(database, await _draft(database))
        await _send(database, telegram, LIMIT, feeds=LIMIT)
    used, most = _use(telegram.moments)
    return {
        "bench": "announcing-limit",
        "ratio": round(used / LIMIT, 3),
        "ratio_of": "messages a second to the limit of 1,000, feeder and record in the loop",
        "aim": ">= 0.95, most_in_a_second <= 1000",
        "most_in_a_second": most,
    }


async def answers(url: str) -> dict[str, Any]:
    """How long people wait for the answer to a press while an announcement goes out, watched."""
    settings = Settings.model_construct(
        bot_token=SecretStr("42:BENCH"),
        bot_api_url=url,
        messages_per_second=BROADCAST,
        admin_ids=frozenset(WATCHERS),
    )
    async with stage.database() as database:
        await _people(database, PEOPLE)
        bot = make_bot("42:BENCH", url)
        async with assembled(settings, database, bot, ME, SystemClock()) as program:
            await _begin(database, replace(await _draft(database), watchers=_watchers()))
            gc.collect()
            gc.freeze()
            stop, waits = asyncio.Event(), list[float]()
            async with asyncio.TaskGroup() as group:
                group.create_task(program.sender.run(stop))
                for tick in ("announcements", "guarding", "watching"):
                    group.create_task(_ticks(getattr(program, f"tick_{tick}"), stop))
                await asyncio.sleep(1)
                async with asyncio.TaskGroup() as presses:
                    for number in range(PEOPLE, PEOPLE - PRESSES, -1):
                        presses.create_task(_timed(program.feed, pressed(number), waits))
                        await asyncio.sleep(1 / PRESSES_A_SECOND)
                stop.set()
        await bot.session.close()
    return {
        "bench": "announcing-answers",
        "ratio": round(statistics.quantiles(waits, n=20)[-1] / 0.3, 2),
        "ratio_of": "answers to presses (p95) to 300 ms, while an announcement goes out at 25/s",
        "aim": "<= 1",
        "p95_ms": round(statistics.quantiles(waits, n=20)[-1] * 1000),
        "median_ms": round(statistics.median(waits) * 1000),
        "presses": len(waits),
    }


@dataclass
class FakeTelegram(Telegram):
    """Takes everything after a while, and remembers when it came."""

    moments: list[float] = field(default_factory=list)

    async def send(self, chat_id: int, outgoing: Outgoing, **_: Any) -> Outcome:
        self.moments.append(time.monotonic())
        await asyncio.sleep(TAKES)
        return Sent((len(self.moments),))

    async def delete(self, chat_id: int, message_ids: Sequence[int]) -> Outcome:
        return Sent(())

    async def pin(self, chat_id: int, message_id: int) -> Outcome:
        return Sent(())


def _use(moments: Sequence[float]) -> tuple[float, int]:
    """Messages a second between the first and the last second, and the most in any second."""
    moments = sorted(moments)
    first, last = moments[0] + 1, moments[-1] - 1
    between = bisect_left(moments, last) - bisect_left(moments, first)
    most = max(bisect_left(moments, at + 1) - number for number, at in enumerate(moments))
    return between / (last - first), most


async def _people(database: Database, count: int) -> None:
    await stage.people(database, count, datetime(2100, 1, 1, tzinfo=UTC))
    async with database.writing() as db:
        for number, zone in enumerate(ZONES):
            where = SubscriberTable.chat_id % len(ZONES) == number
            await db.session.execute(update(SubscriberTable).where(where).values(timezone=zone))


async def _draft(database: Database) -> Announcement:
    now = datetime.now(UTC)
    text = Outgoing.authored("Открыт приём заявок на участие. " * 20, []).to_json()
    draft = Announcement(
        AnnouncementId(0),
        1,
        AnnouncementState.DRAFT,
        now,
        now,
        versions={Language.RUSSIAN: text, Language.KAZAKH: text},
        heeds_quiet=False,
    )
    async with database.writing() as db:
        return await db.announcements.add(draft)


def _watchers() -> tuple[Watcher, ...]:
    return tuple(Watcher(ChatId(one), 7, Language.RUSSIAN, ZONES[0]) for one in WATCHERS)


async def _begin(database: Database, draft: Announcement) -> None:
    async with database.writing() as db:
        await begin(db, draft, frozenset(), datetime.now(UTC))


async def _bare(database: Database, draft: Announcement, now: datetime) -> float:
    """The same rows, of chats that nobody had to choose, into the same table with its indexes."""
    values: dict[str, Any] = {
        "announcement_id": literal(draft.id),
        "subscriber_id": CHATS.c.id,
        "language": literal("ru"),
        "timezone": CHATS.c.timezone,
        "not_before": literal(now, UtcDateTime),
        "state": literal("waiting"),
        "revision": literal(0),
    }
    rows = select(*values.values()).order_by(CHATS.c.id)
    began = time.perf_counter()
    async with database.writing() as db:
        await db.session.execute(insert(RECIPIENTS).from_select(list(values), rows))
    return time.perf_counter() - began


async def _send(database: Database, telegram: Telegram, limit: int, *, feeds: int) -> float:
    """Seconds from the first tick of the feeder until everybody has it."""
    clock = SystemClock()
    sender = Sender(database, telegram, Limiter(clock, limit), clock)
    feed, stop = FeedAnnouncements(database, clock, LINKS, feeds), asyncio.Event()

    async def tick() -> None:
        if await feed():
            sender.wake()

    began = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        group.create_task(sender.run(stop))
        group.create_task(_ticks(tick, stop))
        while await _is_sending(database):  # noqa: ASYNC110 - only the database tells
            await asyncio.sleep(0.05)
        stop.set()
    return time.perf_counter() - began


async def _ticks(tick: Callable[[], Awaitable[object]], stop: asyncio.Event) -> None:
    """As the scheduler: once a second, and one at a time."""
    while not stop.is_set():
        began = time.monotonic()
        await tick()
        await asyncio.sleep(max(0.0, began + 1 - time.monotonic()))


async def _is_sending(database: Database) -> bool:
    async with database.reading() as db:
        return await db.recipients.any_sending()


@asynccontextmanager
async def _presses(database: Database, waits: list[float]) -> AsyncIterator[None]:
    """Somebody presses a button that writes, a hundred times a second."""
    stop = asyncio.Event()

    async def press() -> None:
        while not stop.is_set():
            began = time.perf_counter()
            async with database.writing() as db:
                await db.subscribers.set_awaiting(1, "time")
            waits.append(time.perf_counter() - began)
            await asyncio.sleep(0.01)

    async with asyncio.TaskGroup() as group:
        group.create_task(press())
        await asyncio.sleep(0)
        yield
        stop.set()


async def _timed(
    feed: Callable[[dict[str, Any]], Awaitable[object]],
    update: dict[str, Any],
    waits: list[float],
) -> None:
    began = time.perf_counter()
    await feed(update)
    waits.append(time.perf_counter() - began)
