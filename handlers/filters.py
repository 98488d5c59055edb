"""Filters that cost nothing."""

from collections.abc import Container
from typing import Any

from aiogram import Bot
from aiogram.enums import ChatType, ContentType
from aiogram.filters import Filter
from aiogram.types import Message
from aiogram.utils.magic_filter import MagicFilter

from accounts.actor import Actor

SAID = frozenset(
    {
        ContentType.TEXT,
        ContentType.STICKER,
        ContentType.PHOTO,
        ContentType.VIDEO,
        ContentType.ANIMATION,
        ContentType.VIDEO_NOTE,
        ContentType.VOICE,
        ContentType.AUDIO,
        ContentType.DOCUMENT,
        ContentType.CONTACT,
        ContentType.LOCATION,
        ContentType.VENUE,
        ContentType.POLL,
        ContentType.DICE,
        ContentType.STORY,
    }
)
"""What people say, and not what Telegram tells of a chat."""


class Fits(Filter):
    """An F expression, asked where it stands: `Fits(F.data == "sources:add")`.

    aiogram runs a bare one, like any filter that is not a coroutine, in a thread of its own:
    several hops for each press, and most of what a press cost.
    """

    def __init__(self, expression: MagicFilter) -> None:
        self._expression = expression

    async def __call__(self, event: Any) -> bool:
        return bool(self._expression.resolve(event))


class Awaits(Filter):
    """Whether a message may be the answer to one of these questions, if it was asked last.

    In a group the bot is answered by replying to it.
    """

    def __init__(self, questions: Container[str]) -> None:
        self._questions = questions

    async def __call__(self, message: Message, actor: Actor, bot: Bot) -> bool:
        if actor.subscriber is None or actor.subscriber.awaiting not in self._questions:
            return False
        return actor.is_private or replies_to(message, bot)


class AwaitsAbout(Filter):
    """Whether a message may be the answer to `question:about`, asked last in a private chat."""

    def __init__(self, question: str) -> None:
        self._question = question

    async def __call__(self, message: Message, actor: Actor) -> bool:
        return awaited(actor, self._question) is not None


def awaited(actor: Actor, question: str) -> str | None:
    """What this question (`question:about`) is about, if it was asked last in a private chat."""
    if actor.subscriber is None or not actor.is_private:
        return None
    asked, _, about = (actor.subscriber.awaiting or "").partition(":")
    return about if asked == question else None


def replies_to(message: Message, bot: Bot) -> bool:
    replied = message.reply_to_message
    return replied is not None and replied.from_user is not None and replied.from_user.id == bot.id


async def is_addressed(message: Message, bot: Bot) -> bool:
    """Whether it was said to the bot: in private always, in a group by a mention or a reply."""
    if message.content_type not in SAID or message.is_automatic_forward:
        return False
    if message.via_bot is not None and message.via_bot.id == bot.id:
        return False  # a result of ours, chosen from the list
    if message.chat.type == ChatType.PRIVATE:
        return True
    return replies_to(message, bot) or await _mentions(message, bot)


async def _mentions(message: Message, bot: Bot) -> bool:
    text, entities = message.text or message.caption, message.entities or message.caption_entities
    if not text or not entities:
        return False
    name = f"@{(await bot.me()).username}".lower()
    return any(
        entity.extract_from(text).lower().endswith(name)
        for entity in entities
        if entity.type in ("mention", "bot_command")
    )
