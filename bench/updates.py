"""Presses a second that read the person and redraw a view, against a bare aiogram echo bot."""

import asyncio
import gc
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message, User
from pydantic import SecretStr

from bench import stage
from bot.program import assembled
from bot.session import make_bot
from bot.settings import Settings
from common.clock import SystemClock

UPDATES = 2_000
IN_FLIGHT = 50
ME = User(id=42, is_bot=True, first_name="Keruen", username="keruen_bot")
Feed = Callable[[dict[str, Any]], Awaitable[object]]


async def measure(url: str) -> dict[str, Any]:
    bare = await _echo(url)
    ours = await _ours(url)
    return {
        "bench": "updates",
        "ratio": round(ours / bare, 2),
        "aim": ">= 0.3",
        "ours_per_second": round(ours),
        "echo_per_second": round(bare),
    }


async def _feed_all(feed: Feed, update: Callable[[int], dict[str, Any]]) -> float:
    turn = asyncio.Semaphore(IN_FLIGHT)

    async def one(number: int) -> None:
        async with turn:
            await feed(update(number))

    await one(1)
    began = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for number in range(UPDATES):
            group.create_task(one(number + 1))
    return UPDATES / (time.perf_counter() - began)


def _person(number: int) -> dict[str, Any]:
    return {"id": number, "is_bot": False, "first_name": "A", "language_code": "ru"}


def _message(number: int) -> dict[str, Any]:
    chat = {"id": number, "type": "private", "first_name": "A"}
    return {"message_id": 7, "date": 1, "chat": chat, "from": _person(number), "text": "x"}


def _said(number: int) -> dict[str, Any]:
    return {"update_id": number, "message": _message(number)}


def pressed(number: int) -> dict[str, Any]:
    """An update: a person of that number presses a button that reads and redraws."""
    query = {
        "id": str(number),
        "from": _person(number),
        "chat_instance": "1",
        "message": _message(number) | {"from": ME.model_dump()},
        "data": "settings:open",
    }
    return {"update_id": number, "callback_query": query}


async def _echo(url: str) -> float:
    session = AiohttpSession(api=TelegramAPIServer.from_base(url), limit=IN_FLIGHT)
    bot, dispatcher = Bot("42:BENCH", session=session), Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(message.text or "")

    rate = await _feed_all(lambda update: dispatcher.feed_raw_update(bot, update), _said)
    await session.close()
    return rate


async def _ours(url: str) -> float:
    settings = Settings.model_construct(
        bot_token=SecretStr("42:BENCH"), bot_api_url=url, messages_per_second=1_000_000
    )
    async with stage.database() as database:
        await stage.people(database, UPDATES, datetime(2100, 1, 1, tzinfo=UTC))
        bot = make_bot("42:BENCH", url)
        async with assembled(settings, database, bot, ME, SystemClock()) as program:
            gc.collect()
            gc.freeze()  # as the program does when it is at work
            rate = await _feed_all(program.feed, pressed)
        await bot.session.close()
        return rate
