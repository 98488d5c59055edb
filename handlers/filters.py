"""Filters that cost nothing."""

from collections.abc import Container
from typing import Any

from aiogram import Bot
from aiogram.filters import Filter
from aiogram.types import Message
from aiogram.utils.magic_filter import MagicFilter

from accounts.actor import Actor


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


def replies_to(message: Message, bot: Bot) -> bool:
    replied = message.reply_to_message
    return replied is not None and replied.from_user is not None and replied.from_user.id == bot.id
