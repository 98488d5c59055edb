"""The channels of the settings, looked up at Telegram."""

from collections.abc import Sequence

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramForbiddenError

from accounts.subscribing import Channel, SeedChannels
from bot.settings import Channel as Wanted
from model.ids import ChatId

log = structlog.get_logger(__name__)


async def seed_channels(wanted: Sequence[Wanted], bot: Bot, seed: SeedChannels) -> None:
    """The channels of the settings are subscribers from the start."""
    channels: list[Channel] = []
    complete = True
    for one in wanted:
        try:
            chat = await bot.get_chat(one.chat)
        except (TelegramBadRequest, TelegramForbiddenError) as error:
            log.error("a channel is not to be had", channel=one.chat, error=error.message)
            complete = False
            continue
        except AiogramError as error:
            log.warning("a channel could not be asked for", channel=one.chat, error=str(error))
            complete = False
            continue
        channels.append(Channel(ChatId(chat.id), chat.title, one.language))
    await seed(channels, complete=complete)
