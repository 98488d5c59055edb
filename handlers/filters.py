"""Filters that cost nothing."""

from typing import Any

from aiogram.filters import Filter
from aiogram.utils.magic_filter import MagicFilter


class Fits(Filter):
    """An F expression, asked where it stands: `Fits(F.data == "sources:add")`.

    aiogram runs a bare one, like any filter that is not a coroutine, in a thread of its own:
    several hops for each press, and most of what a press cost.
    """

    def __init__(self, expression: MagicFilter) -> None:
        self._expression = expression

    async def __call__(self, event: Any) -> bool:
        return bool(self._expression.resolve(event))
