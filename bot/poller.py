"""Long polling: ask for a batch | hand it to the intake | ask on.

Asking on is what confirms a batch to Telegram, so an update that a crash cut short, or that the
intake wants again, comes again: the offset stays at the first of them, and what came behind it
and is done with is passed over.
aiogram's own poller confirms before it handles, and asks on for ever with a refused token.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod

from bot.intake import AGAIN_SECONDS, Intake, RawUpdate
from bot.patience import LONGEST_PAUSE, Sleep, unless
from common.errors import OperatorError

log = structlog.get_logger(__name__)

POLL_SECONDS = 30
BATCH = 100
"""Telegram gives no more at once: behind so many that wait for one, nothing new is seen."""
AGAIN_PAUSE = 2.0
"""Before what should come again is asked for."""
FULL_SECONDS = 20.0
"""How long an update may come again while it keeps new ones out."""
CONFLICT_SECONDS = 10.0


class _GetUpdates(TelegramMethod[list[RawUpdate]]):
    """getUpdates, with the updates left undecoded."""

    __returning__ = list[RawUpdate]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


class PollerStoppedError(OperatorError):
    """Polling cannot go on; the text is the one sentence for the operator."""


class Poller:
    """Hands updates to the intake until it is told to stop."""

    def __init__(
        self, bot: Bot, intake: Intake, allowed: Iterable[str], sleep: Sleep = asyncio.sleep
    ) -> None:
        self._bot = bot
        self._intake = intake
        self._allowed = sorted(allowed)
        self._sleep = sleep
        self._offset: int | None = None
        self._done: set[int] = set()
        """Updates behind the offset that are done with."""

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop` is set; raises PollerStoppedError where asking on is of no use."""
        await self._patiently(self._forget_webhook, stop)
        while not stop.is_set():
            updates = await self._patiently(self._ask, stop)
            if updates and not await self.handle(updates):
                await unless(stop, self._sleep(AGAIN_PAUSE))
        await self._confirm()

    async def handle(self, updates: list[RawUpdate]) -> bool:
        """Handle a batch, in the order it came; False where one of it should come again."""
        ids = [int(update["update_id"]) for update in updates]
        again_seconds = FULL_SECONDS if len(updates) >= BATCH else AGAIN_SECONDS

        async def handle(update_id: int, update: RawUpdate) -> None:
            if await self._intake(update, again_seconds):
                self._done.add(update_id)

        async with asyncio.TaskGroup() as group:
            for update_id, update in zip(ids, updates, strict=True):
                if update_id not in self._done:
                    group.create_task(handle(update_id, update))
        left = [update_id for update_id in ids if update_id not in self._done]
        self._offset = min(left, default=max(ids) + 1)
        self._done = {update_id for update_id in self._done if update_id > self._offset}
        return not left

    async def _forget_webhook(self) -> list[RawUpdate]:
        await self._bot.delete_webhook(drop_pending_updates=False)
        return []

    async def _ask(self) -> list[RawUpdate]:
        ask = _GetUpdates(offset=self._offset, timeout=POLL_SECONDS, allowed_updates=self._allowed)
        return await self._bot(ask, request_timeout=POLL_SECONDS + 10)

    async def _patiently(
        self, ask: Callable[[], Awaitable[list[RawUpdate]]], stop: asyncio.Event
    ) -> list[RawUpdate] | None:
        """Ask until there is an answer; None when told to stop first."""
        pause, conflicts = 1.0, 0
        while True:
            try:
                return await unless(stop, ask())
            except (TelegramUnauthorizedError, TelegramNotFound) as error:
                raise PollerStoppedError(
                    "Telegram refuses the token: check KERUEN_BOT_TOKEN"
                ) from error
            except TelegramConflictError as error:
                conflicts += 1
                if conflicts > 1:
                    raise PollerStoppedError(
                        "another bot is running with the same token: stop it first"
                    ) from error
                log.warning("another bot polls with the same token", retry_in=CONFLICT_SECONDS)
                wait = CONFLICT_SECONDS
            except TelegramRetryAfter as error:
                wait = float(error.retry_after)
            except AiogramError as error:
                log.warning("Telegram cannot be reached", error=str(error), retry_in=pause)
                wait, pause = pause, min(pause * 2, LONGEST_PAUSE)
            await unless(stop, self._sleep(wait))
            if stop.is_set():
                return None

    async def _confirm(self) -> None:
        """Tell Telegram what was handled, so that a restart does not get it again."""
        if self._offset is None:
            return
        try:
            confirm = _GetUpdates(offset=self._offset, limit=1, timeout=0)
            await self._bot(confirm, request_timeout=5)
        except AiogramError as error:
            log.info("the last batch was not confirmed and will come again", error=str(error))
