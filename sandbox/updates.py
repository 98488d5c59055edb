"""The queue of updates: kept until confirmed, and not for ever."""

import asyncio
from dataclasses import dataclass
from typing import Any

from sandbox.clock import Clock
from sandbox.errors import ApiError
from sandbox.world import Json

DAY = 24 * 3600.0
LIVES = {"callback_query": 150.0, "inline_query": 30.0, "chosen_inline_result": 600.0}
"""Seconds an update waits in the queue; all others a day."""
KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
    "message_reaction_count",
    "poll",
    "poll_answer",
)
DEFAULT = frozenset(KINDS) - {"chat_member", "message_reaction", "message_reaction_count"}
OLDER_POLL = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


@dataclass
class _Waiting:
    update: Json
    kind: str
    queue: int
    expires_at: float


class Updates:
    """What has happened and the bot has not confirmed yet."""

    def __init__(self, clock: Clock) -> None:
        self.allowed = DEFAULT
        self._clock = clock
        self._queue: list[_Waiting] = []
        self._next_id = 100_001
        self._changed = asyncio.Event()
        self._poll: object | None = None

    def push(self, kind: str, content: Json, queue: int) -> None:
        """Something happened; dropped at once if the bot did not ask for its kind."""
        if kind not in self.allowed:
            return
        update = {"update_id": self._next_id, kind: content}
        self._next_id += 1
        expires_at = self._clock.now() + LIVES.get(kind, DAY)
        self._queue.append(_Waiting(update, kind, queue, expires_at))
        self.wake()

    def wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    @property
    def changed(self) -> asyncio.Event:
        """Set at the next change; take it before looking at what is waiting."""
        return self._changed

    def continue_from(self, other: "Updates") -> None:
        self._next_id = other._next_id

    def end_polls(self) -> None:
        """The server goes: polls that wait are told as by a newer one."""
        self._poll = None
        self.wake()

    def allow(self, names: Any) -> None:
        """`allowed_updates`: absent or unreadable keeps what was, nothing known is the default."""
        if not isinstance(names, list):
            return
        known = frozenset(name for name in names if name in KINDS)
        self.allowed = known or DEFAULT

    def waiting(self) -> list[_Waiting]:
        now = self._clock.now()
        self._queue = [each for each in self._queue if each.expires_at > now]
        return self._queue

    def drop(self) -> None:
        self._queue.clear()

    def remove(self, done: _Waiting) -> None:
        self._queue = [each for each in self._queue if each is not done]

    async def poll(self, offset: int, limit: int, wait_seconds: float) -> list[Json]:
        """getUpdates: confirms all below `offset`, then waits for what comes."""
        if offset > 0:
            self._queue = [each for each in self._queue if each.update["update_id"] >= offset]
        elif offset < 0:
            self._queue = self.waiting()[offset:]
        self._poll = mine = object()
        self.wake()  # an older poll learns that it is replaced
        loop = asyncio.get_running_loop()
        until = loop.time() + wait_seconds
        while True:
            if self._poll is not mine:
                raise ApiError(409, OLDER_POLL)
            if found := self.waiting()[:limit]:
                return [each.update for each in found]
            left = until - loop.time()
            if left <= 0:
                return []
            changed = self._changed
            try:
                await asyncio.wait_for(changed.wait(), left)
            except TimeoutError:
                continue
