"""Long polling: ask for a batch | handle it, chats side by side, one chat in order | ask on.

Asking on is what confirms a batch to Telegram, so an update that a crash cut short comes again.
aiogram's own poller confirms before it handles, and asks on for ever with a refused token.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, TypeVar

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

from common.errors import KeruenError

log = structlog.get_logger(__name__)

RawUpdate = dict[str, Any]
"""As Telegram sent it: one update that this library cannot read must not hold up the rest."""
Feed = Callable[[RawUpdate], Awaitable[object]]
Sleep = Callable[[float], Awaitable[object]]

POLL_SECONDS = 30
HANDLE_SECONDS = 10.0
"""An update that takes longer is given up, so that one hung handler does not stop the bot."""
CONFLICT_SECONDS = 10.0
LONGEST_PAUSE = 60.0


class _GetUpdates(TelegramMethod[list[RawUpdate]]):
    """getUpdates, with the updates left undecoded."""

    __returning__ = list[RawUpdate]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


class PollerStoppedError(KeruenError):
    """Polling cannot go on; the text is the one sentence for the operator."""

    def __init__(self, log: str) -> None:
        super().__init__(log, "error-poller")


class Poller:
    """Feeds updates to the dispatcher until it is told to stop."""

    def __init__(
        self, bot: Bot, feed: Feed, allowed: Iterable[str], sleep: Sleep = asyncio.sleep
    ) -> None:
        self._bot = bot
        self._feed = feed
        self._allowed = sorted(allowed)
        self._sleep = sleep
        self._offset: int | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop` is set; raises PollerStoppedError where asking on is of no use."""
        await self._patiently(self._forget_webhook, stop)
        while not stop.is_set():
            updates = await self._patiently(self._ask, stop)
            await self.handle(updates or [])
        await self._confirm()

    async def handle(self, updates: Iterable[RawUpdate]) -> None:
        """Handle a batch: side by side across chats, in order within one."""
        chats: dict[int, list[RawUpdate]] = defaultdict(list)
        for update in updates:
            chats[_chat_of(update)].append(update)
            self._offset = int(update["update_id"]) + 1
        async with asyncio.TaskGroup() as group:
            for queue in chats.values():
                group.create_task(self._handle_in_order(queue))

    async def _handle_in_order(self, updates: list[RawUpdate]) -> None:
        for update in updates:
            try:
                async with asyncio.timeout(HANDLE_SECONDS):
                    await self._feed(update)
            except Exception:
                log.exception("an update was not handled", update_id=update["update_id"])

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
                return await _unless(stop, ask())
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
            await _unless(stop, self._sleep(wait))
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


T = TypeVar("T")


async def _unless(stop: asyncio.Event, work: Awaitable[T]) -> T | None:
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


def _chat_of(update: RawUpdate) -> int:
    """What orders updates: the chat they happened in, or the person where there is none."""
    event = next((value for value in update.values() if isinstance(value, dict)), {})
    for holder in (event.get("message"), event):
        if isinstance(holder, dict) and "chat" in holder:
            return int(holder["chat"]["id"])
    return int(event.get("from", {}).get("id", 0))
