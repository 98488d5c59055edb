"""Telegram's menus: everyone's by language once, a person's own when language or role changes.

What is set globally is compared with a stored hash first, so that a restart asks nothing of
Telegram. A refusal here is logged, nothing else.
"""

import hashlib
import json
from collections.abc import Awaitable, Callable

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand, BotCommandScopeChat, BotCommandScopeDefault

from model.people import Language, Role
from storage.database import Database
from views.menu import about, description, menu

log = structlog.get_logger(__name__)

_KEY = "menus"


class Menus:
    """Sets the commands and the descriptions that Telegram shows beside a chat."""

    def __init__(self, bot: Bot, database: Database, default: Language) -> None:
        self._bot = bot
        self._database = database
        self._default = default

    async def set_global(self) -> None:
        """Everyone's menu and the bot's descriptions, in every language; only what changed."""
        wanted = json.dumps(
            [
                self._default,
                *(
                    (menu(lang, Role.SUBSCRIBER), description(lang), about(lang))
                    for lang in Language
                ),
            ],
            ensure_ascii=False,
        )
        mark = hashlib.sha256(wanted.encode()).hexdigest()
        async with self._database.reading() as db:
            if await db.key_values.get(_KEY) == mark:
                return
        for code, language in [(None, self._default), *((lang.value, lang) for lang in Language)]:
            if not await self._set_language(code, language):
                return  # asked again at the next start
        async with self._database.writing() as db:
            await db.key_values.set(_KEY, mark)

    async def _set_language(self, code: str | None, language: Language) -> bool:
        return (
            await _politely(
                lambda: self._bot.set_my_commands(
                    _commands(language, Role.SUBSCRIBER),
                    scope=BotCommandScopeDefault(),
                    language_code=code,
                )
            )
            and await _politely(
                lambda: self._bot.set_my_description(description(language), language_code=code)
            )
            and await _politely(
                lambda: self._bot.set_my_short_description(about(language), language_code=code)
            )
        )

    async def set_for(self, chat_id: int, language: Language, role: Role) -> None:
        """One person's menu, in the language they chose and with what their role may do."""
        await _politely(
            lambda: self._bot.set_my_commands(
                _commands(language, role), scope=BotCommandScopeChat(chat_id=chat_id)
            )
        )


def _commands(language: Language, role: Role) -> list[BotCommand]:
    return [
        BotCommand(command=command, description=description)
        for command, description in menu(language, role)
    ]


async def _politely(ask: Callable[[], Awaitable[object]]) -> bool:
    try:
        await ask()
    except AiogramError as error:
        log.warning("Telegram did not take a menu", error=str(error))
        return False
    return True
