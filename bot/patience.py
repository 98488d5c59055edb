"""Waiting out trouble that passes: Telegram or the database cannot be reached for a while."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)

from common.errors import StorageError

log = structlog.get_logger(__name__)

Sleep = Callable[[float], Awaitable[object]]
T = TypeVar("T")

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0

REFUSED = (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
"""Asking again would be answered alike."""


async def patiently(
    stop: asyncio.Event,
    what: str,
    attempt: Callable[[], Awaitable[T]],
    sleep: Sleep = asyncio.sleep,
) -> T | None:
    """The result, however long it takes to have it; None if told to stop first.

    Raises what Telegram refuses for good (REFUSED), and defects.
    """
    pause = FIRST_PAUSE
    while not stop.is_set():
        try:
            return await attempt()
        except REFUSED:
            raise
        except (AiogramError, StorageError) as error:
            wait = pause
            if isinstance(error, TelegramRetryAfter):
                wait = max(pause, float(error.retry_after))
            log.warning("not now", what=what, error=str(error), retry_in=wait)
        await unless(stop, sleep(wait))
        pause = min(pause * 2, LONGEST_PAUSE)
    return None


async def unless(stop: asyncio.Event, work: Awaitable[T]) -> T | None:
    """The result of the work, or None as soon as `stop` is set."""

    async def attempt() -> T | Exception:
        try:
            return await work
        except Exception as error:  # raised below, bare: a task group would wrap it
            return error

    async with asyncio.TaskGroup() as group:
        asked = group.create_task(attempt())
        stopped = group.create_task(stop.wait())
        await asyncio.wait({asked, stopped}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if not asked.done():
            asked.cancel()
            return None
    result = asked.result()
    if isinstance(result, Exception):
        raise result
    return result
