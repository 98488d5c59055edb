"""The channels of the settings, looked up at Telegram: who they are, and what the bot may there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import ChatFullInfo

from accounts.subscribing import Channel, SeedChannels
from bot.settings import Channel as Wanted
from common.clock import Clock
from handlers.channels import rights_of
from model.ids import ChatId
from publishing.channels.standing import HeedRights, Look, Looked, Place, Rights

log = structlog.get_logger(__name__)

AGAIN = timedelta(minutes=10)
"""How often Telegram is asked about a channel that is missing or lost."""

_SECONDS = 10
"""Of a question that a person may wait for."""


@dataclass(frozen=True, slots=True)
class Found:
    """A channel as Telegram knows it; `chat_id` is None where it knows none by that name."""

    chat_id: ChatId | None
    title: str | None
    looked: Looked


async def find(bot: Bot, chat: int | str) -> Found:
    """Raises AiogramError where Telegram could not be asked; a refusal is an answer."""
    try:
        full = await bot.get_chat(chat, request_timeout=_SECONDS)
    except (TelegramBadRequest, TelegramForbiddenError) as error:
        number = ChatId(chat) if isinstance(chat, int) else None
        return Found(number, None, Looked(Rights(trouble=error.message)))
    try:
        rights = rights_of(await bot.get_chat_member(full.id, bot.id, request_timeout=_SECONDS))
    except (TelegramBadRequest, TelegramForbiddenError) as error:
        rights = Rights(trouble=error.message)
    place = Place(full.username, await _discussion(bot, full))
    return Found(ChatId(full.id), full.title, Looked(rights, place))


async def _discussion(bot: Bot, channel: ChatFullInfo) -> str | None:
    """The public name of the linked group: one without cannot be opened by whoever is not in it."""
    if channel.linked_chat_id is None:
        return None
    try:
        group = await bot.get_chat(channel.linked_chat_id, request_timeout=_SECONDS)
    except (TelegramBadRequest, TelegramForbiddenError):
        return None
    return group.username


def look_by(bot: Bot) -> Look:
    """Asks about a channel that is known already."""

    async def look(chat_id: ChatId) -> Looked | None:
        try:
            return (await find(bot, chat_id)).looked
        except AiogramError as error:
            log.warning("a channel could not be asked for", channel=chat_id, error=str(error))
            return None

    return look


class KeepChannels:
    """Makes the channels of the settings subscribers, and asks again as long as one is missing."""

    def __init__(
        self,
        wanted: Sequence[Wanted],
        bot: Bot,
        seed: SeedChannels,
        heed: HeedRights,
        clock: Clock,
    ) -> None:
        self._wanted = wanted
        self._bot = bot
        self._seed = seed
        self._heed = heed
        self._clock = clock
        self._is_missing = False
        self._asked_at: datetime | None = None

    async def __call__(self) -> None:
        channels: list[Channel] = []
        looked: list[tuple[int | str, Looked]] = []
        complete = True
        self._asked_at = self._clock.now()
        for one in self._wanted:
            try:
                found = await find(self._bot, one.chat)
            except AiogramError as error:
                log.warning("a channel could not be asked for", channel=one.chat, error=str(error))
                complete = False
                continue
            if (trouble := found.looked.rights.trouble) is not None:
                log.error("nothing can be posted in a channel", channel=one.chat, error=trouble)
            if found.looked.place is None or found.chat_id is None:  # nobody is there
                complete = False
            else:
                channels.append(Channel(found.chat_id, found.title, one.language))
            looked.append((found.chat_id or one.chat, found.looked))
        self._is_missing = not complete
        await self._seed(channels, complete=complete)
        for chat, seen in looked:
            await self._heed(chat, seen)

    async def again(self) -> None:
        """Tell what was found since, and look for what is missing or lost, now and then.

        Telegram may have told of a return while nobody listened.
        """
        lost = await self._heed.found()
        is_time = self._asked_at is None or self._clock.now() >= self._asked_at + AGAIN
        if (lost or self._is_missing) and is_time:
            await self()
