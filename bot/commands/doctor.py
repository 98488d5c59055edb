"""doctor: is everything as it should be? One line each, exit 1 if anything is wrong."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from bot.commands.context import begin, opened
from common.errors import KeruenError

if TYPE_CHECKING:
    from aiogram import Bot

    from bot.settings import Settings

Finding = tuple[str, str | None]
"""What was looked at, and what is wrong with it; None: it is well."""


async def doctor() -> int:
    """Check token, channels, database, time zone and every source."""
    settings = begin()
    wrong = False
    async for what, trouble in _findings(settings):
        print(f"{'WRONG' if trouble else 'ok':<6}{what}" + (f": {trouble}" if trouble else ""))
        wrong = wrong or trouble is not None
    return 1 if wrong else 0


async def _findings(settings: "Settings") -> AsyncIterator[Finding]:
    from common.clock import time_zones_are_current

    current = time_zones_are_current()
    yield "time zones", None if current else "out of date: update tzdata"
    yield _chinese(), None
    async for finding in _telegram(settings):
        yield finding
    async for finding in _database(settings):
        yield finding


def _chinese() -> str:
    """Without the letters labels are English, which is nothing wrong."""
    from projects.reports.fonts import PACKAGE, chinese_file

    if chinese_file() is None:
        return f"no font for Chinese: pictures and papers are in English; {PACKAGE} has one"
    return "font for Chinese pictures and papers"


async def _telegram(settings: "Settings") -> AsyncIterator[Finding]:
    from aiogram.exceptions import AiogramError, TelegramNotFound, TelegramUnauthorizedError

    from bot.session import make_bot

    try:
        token = settings.token()
    except KeruenError as error:
        yield "token", str(error)
        return
    bot = make_bot(token, settings.bot_api_url)
    try:
        me = await bot.get_me(request_timeout=10)
        yield f"token of @{me.username}", None
        if me.supports_inline_queries:
            yield "inline mode", None
        else:  # a choice of the operator's, and nothing wrong
            yield "inline mode is off: /setinline at @BotFather turns it on", None
        for channel in settings.channel_id:
            yield f"channel {channel.chat}", await _channel(bot, channel.chat)
    except (TelegramUnauthorizedError, TelegramNotFound):
        yield "token", "Telegram refuses it: check KERUEN_BOT_TOKEN"
    except AiogramError as error:
        yield "Telegram", f"cannot be reached at {settings.bot_api_url}: {error}"
    finally:
        await bot.session.close()


async def _channel(bot: "Bot", chat: int | str) -> str | None:
    from bot.channels import find
    from publishing.channels.standing import MAY_NOT_POST

    trouble = (await find(bot, chat)).looked.rights.trouble
    if trouble == MAY_NOT_POST:
        return "the bot may not post there: make it an admin with the right to post"
    return trouble


async def _database(settings: "Settings") -> AsyncIterator[Finding]:
    try:
        async with opened(settings) as database:
            async with database.writing() as db:
                await db.key_values.forget("doctor")
            yield "database", None
            async for finding in _sources(settings, database):
                yield finding
    except KeruenError as error:
        yield "database", str(error)


async def _sources(settings: "Settings", database: object) -> AsyncIterator[Finding]:
    from accounts.actor import OPERATOR
    from accounts.rights import Rights
    from common.clock import SystemClock
    from news.fetching import Fetcher
    from news.managing import CheckSource, ListSources
    from news.worker import ParserProcess
    from storage.database import Database

    assert isinstance(database, Database)
    rights, clock = Rights(settings.admin_ids), SystemClock()
    sources = await ListSources(database, rights, clock)(OPERATOR)
    async with Fetcher(clock, allow=settings.fetch_allow) as fetch, ParserProcess() as parse:
        check = CheckSource(database, rights, clock, fetch, parse)
        for source in sources:
            checked = await check(source.id, OPERATOR)
            yield f"source {source.id} {source.title}", checked.error
