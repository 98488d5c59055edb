"""The queue of updates: kept until confirmed, and not for ever."""

import asyncio
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
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
        self._queue: deque[_Waiting] = deque()
        self._next_id = 100_001
        self._changed = asyncio.Event()
        self._idle = asyncio.Event()
        self._poll: object | None = None
        self._ended: object | None = None
        """The poll that is to come back empty."""
        self._refusal = OLDER_POLL

    def push(self, kind: str, content: Json, queue: int) -> None:
        """Something happened; dropped at once if the bot did not ask for its kind."""
        if kind not in self.allowed:
            return
        update = {"update_id": self._next_id, kind: content}
        self._next_id += 1
        expires_at = self._clock.now() + LIVES.get(kind, DAY)
        self._queue.append(_Waiting(update, kind, queue, expires_at))
        self._idle.clear()
        self.wake()

    def wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    @property
    def changed(self) -> asyncio.Event:
        """Set at the next change; take it before looking at what is waiting."""
        return self._changed

    @property
    def idle(self) -> asyncio.Event:
        """Set while the bot has confirmed everything and waits for more."""
        return self._idle

    def end_poll(self) -> None:
        """Let a poll that waits come back empty: the server goes, or starts afresh."""
        self._ended = self._poll
        self.wake()

    def refuse_poll(self) -> None:
        """A webhook was set: a poll that waits is told so."""
        if self._poll is not None:
            self._poll, self._refusal = None, "terminated by setWebhook request"
        self.wake()

    def allow(self, names: Any) -> None:
        """`allowed_updates`: absent or unreadable keeps what was, nothing known is the default."""
        if not isinstance(names, list):
            return
        known = frozenset(name for name in names if name in KINDS)
        self.allowed = known or DEFAULT

    def waiting(self) -> list[_Waiting]:
        """All that may still be delivered, oldest first."""
        return list(self._deliverable())

    def _deliverable(self) -> Iterator[_Waiting]:
        now = self._clock.now()
        return (each for each in self._queue if each.expires_at > now)

    def drop(self) -> None:
        self._queue.clear()

    def holds(self, update: Json) -> bool:
        """Whether the update still waits: neither taken nor dropped nor too old."""
        return any(each.update is update for each in self._deliverable())

    def remove(self, done: Json) -> None:
        """A webhook took it."""
        self._queue = deque(each for each in self._queue if each.update is not done)
        if not self._queue:
            self._idle.set()

    async def poll(self, offset: int, limit: int, wait_seconds: float) -> list[Json]:
        """getUpdates: confirms all below `offset`, then waits for what comes."""
        if offset < 0:
            self._queue = deque(self.waiting()[offset:])
        while offset > 0 and self._queue and self._queue[0].update["update_id"] < offset:
            self._queue.popleft()
        mine = object()
        self._poll, self._refusal = mine, OLDER_POLL
        self.wake()  # an older poll learns that it is replaced
        until = self._clock.now() + wait_seconds
        while True:
            if self._poll is not mine:
                raise ApiError(409, self._refusal)
            found = [each.update for each in islice(self._deliverable(), limit)]
            if found or self._ended is mine or self._clock.now() >= until:
                self._poll = None
                self._idle.clear()
                return found
            self._idle.set()
            await self._clock.wait(self._changed, until)
