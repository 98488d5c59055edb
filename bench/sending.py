"""Messages a second through the outbox, against a bare aiogram loop."""

import asyncio
import time
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from markupsafe import Markup
from sqlalchemy import select

from bench import stage
from bot.session import make_bot
from bot.telegram import TelegramSender
from common.clock import SystemClock
from delivery.limiter import Limiter
from delivery.outgoing import Button, Outgoing
from delivery.sender import Sender
from model.ids import ChatId, SubscriberId
from model.outbox import NewRow, Priority
from storage.database import Database
from storage.tables import OutboxTable

MESSAGES = 4_000
IN_FLIGHT = 100
TEXT = "<b>Инвестиционные новости</b>\n\n" + "Завод в Кентау: инвестиции растут.\n" * 30


async def measure(url: str) -> dict[str, Any]:
    alone = await bare(url)
    ours = await _ours(url)
    return {
        "bench": "sending",
        "ratio": round(ours / alone, 2),
        "aim": ">= 0.5",
        "ours_per_second": round(ours),
        "bare_per_second": round(alone),
    }


async def bare(url: str) -> float:
    """Messages a second of aiogram alone, as many at once as it may."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(url), limit=IN_FLIGHT)
    bot = Bot("42:BENCH", session=session)
    turn = asyncio.Semaphore(IN_FLIGHT)

    async def send(chat_id: int) -> None:
        async with turn:
            await bot.send_message(chat_id, TEXT, parse_mode="HTML")

    await send(1)
    began = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for chat_id in range(MESSAGES):
            group.create_task(send(chat_id + 1))
    taken = time.perf_counter() - began
    await session.close()
    return MESSAGES / taken


async def _ours(url: str) -> float:
    clock = SystemClock()
    async with stage.database() as database:
        await stage.people(database, MESSAGES, datetime.now(UTC))
        await enqueue(database, MESSAGES)
        bot = make_bot("42:BENCH", url)
        sender = Sender(database, TelegramSender(bot), Limiter(clock, 1_000_000), clock)
        stop = asyncio.Event()
        began = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            group.create_task(sender.run(stop))
            group.create_task(stop_when_sent(database, stop))
        taken = time.perf_counter() - began
        await bot.session.close()
        return MESSAGES / taken


async def enqueue(database: Database, messages: int) -> None:
    now = datetime.now(UTC)
    outgoing = Outgoing(Markup(TEXT), buttons=((Button("Настройки", data="settings:open"),),))
    async with database.writing() as db:
        body = await db.outbox.body("bench", outgoing.to_json(), now)
        rows = [
            NewRow(
                SubscriberId(number),
                ChatId(number),
                body,
                f"bench:{number}",
                "digest",
                Priority.DIGEST,
                now,
            )
            for number in range(1, messages + 1)
        ]
        await db.outbox.enqueue(rows, now)


async def stop_when_sent(database: Database, stop: asyncio.Event) -> None:
    under_way = OutboxTable.state.in_(("pending", "sending"))
    query = select(OutboxTable.id).where(under_way).limit(1)
    left: int | None = 1
    while left is not None:
        await asyncio.sleep(0.02)
        async with database.reading() as db:
            left = await db.session.scalar(query)
    stop.set()
