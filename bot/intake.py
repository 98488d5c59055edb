"""Where updates come in, from the poller as from the webhook.

One chat in order, chats side by side; an update that takes too long is given up, one that fails
is told in the log. What Telegram tells a bot and nobody waits for (that it was put out of a group)
must not be lost because the database was busy: it is to come again, for a while.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.waiting import LONGEST_WAIT, Wait, allowance
from common.clock import Clock
from common.errors import StorageError

log = structlog.get_logger(__name__)

RawUpdate = dict[str, Any]
"""As Telegram sent it: one update that this library cannot read must not hold up the rest."""
Feed = Callable[[RawUpdate], Awaitable[object]]

HANDLE_SECONDS = 10.0
"""An update that takes longer is given up, so that one hung handler does not stop the bot."""
AGAIN_SECONDS = 300.0
"""How long an update that the database had no time for may come again."""
_MOST_WAITING = 1_000


@dataclass(slots=True)
class _Chat:
    """A chat while updates of it are in hand."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    wait: Wait = field(default_factory=lambda: Wait(LONGEST_WAIT))
    in_hand: int = 0


@dataclass(frozen=True, slots=True)
class _Failed:
    """An update that is to come again."""

    chat_id: int
    since: float


class Intake:
    """`await intake(update)`: True when it is done with, False when it should come again."""

    def __init__(self, feed: Feed, clock: Clock) -> None:
        self._feed = feed
        self._clock = clock
        self._chats: dict[int, _Chat] = {}
        self._failed: dict[int, _Failed] = {}

    async def __call__(self, update: RawUpdate, again_seconds: float = AGAIN_SECONDS) -> bool:
        """Raises for nothing an update did; one that still fails after `again_seconds` is lost."""
        update_id, chat_id = int(update["update_id"]), _chat_of(update)
        async with self._in_turn(chat_id):
            if "my_chat_member" in update and self._must_follow(update_id, chat_id):
                return False
            try:
                async with asyncio.timeout(HANDLE_SECONDS):
                    await self._feed(update)
            except StorageError as error:
                return not self._may_come_again(update_id, chat_id, again_seconds, error)
            except Exception:
                log.exception("an update was not handled", update_id=update_id)
        self._failed.pop(update_id, None)
        return True

    @asynccontextmanager
    async def _in_turn(self, chat_id: int) -> AsyncIterator[None]:
        """After the updates of the chat that came before; they share what answers may wait."""
        chat = self._chats.setdefault(chat_id, _Chat())
        chat.in_hand += 1
        try:
            async with chat.turn:
                with allowance(chat.wait):
                    yield
        finally:
            chat.in_hand -= 1
            if not chat.in_hand:
                del self._chats[chat_id]

    def _must_follow(self, update_id: int, chat_id: int) -> bool:
        """Whether an older word about the chat is to come again: put out, then taken in again."""
        oldest = self._clock.monotonic() - AGAIN_SECONDS
        return any(
            failed.chat_id == chat_id and earlier < update_id and failed.since > oldest
            for earlier, failed in self._failed.items()
        )

    def _may_come_again(
        self, update_id: int, chat_id: int, seconds: float, error: StorageError
    ) -> bool:
        now = self._clock.monotonic()
        failed = self._failed.setdefault(update_id, _Failed(chat_id, now))
        if now - failed.since >= seconds:
            log.error("an update is lost", update_id=update_id, tried_for=seconds, exc_info=error)
            del self._failed[update_id]
            return False
        log.warning("an update is to come again", update_id=update_id, error=str(error))
        if len(self._failed) > _MOST_WAITING:  # those that never came again
            del self._failed[next(iter(self._failed))]
        return True


def _chat_of(update: RawUpdate) -> int:
    """What orders updates: the chat they happened in, or the person where there is none."""
    event = next((value for value in update.values() if isinstance(value, dict)), {})
    for holder in (event.get("message"), event):
        if isinstance(holder, dict) and "chat" in holder:
            return int(holder["chat"]["id"])
    return int(event.get("from", {}).get("id", 0))
