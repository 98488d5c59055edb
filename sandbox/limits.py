"""Flood limits. Telegram publishes no algorithm: this one is ours, made of what its FAQ says.

One message a second to a chat with a burst of four, twenty a minute to a group, thirty a second
overall. Who goes on all the same waits longer each time.
"""

from collections import deque

from sandbox.clock import Clock
from sandbox.errors import retry_after

CHAT_BURST = 4
GROUP_PER_MINUTE = 20
OVERALL_PER_SECOND = 30
PAID_PER_SECOND = 1000


class Limits:
    def __init__(self, clock: Clock, *, on: bool) -> None:
        self.on = on
        self._clock = clock
        self._overall: deque[float] = deque()
        self._chats: dict[int, deque[float]] = {}
        self._groups: dict[int, deque[float]] = {}
        self._ignored: dict[int, int] = {}

    def take(self, chat_id: int, count: int = 1, *, paid: bool = False) -> None:
        """Count messages or an edit; ApiError 429 when there have been too many already."""
        if not self.on:
            return
        now = self._clock.now()
        chat = self._chats.setdefault(chat_id, deque())
        overall = PAID_PER_SECOND if paid else OVERALL_PER_SECOND
        windows = [(self._overall, overall, 1.0), (chat, CHAT_BURST, float(CHAT_BURST))]
        if chat_id < 0:
            group = self._groups.setdefault(chat_id, deque())
            windows.append((group, GROUP_PER_MINUTE, 60.0))
        wait = max(_wait(window, size, seconds, now) for window, size, seconds in windows)
        if wait > 0:
            self._ignored[chat_id] = self._ignored.get(chat_id, 0) + 1
            raise retry_after(int(wait) + self._ignored[chat_id])
        self._ignored.pop(chat_id, None)
        for window, _, _ in windows:
            window.extend([now] * count)


def _wait(window: deque[float], size: int, seconds: float, now: float) -> float:
    while window and window[0] + seconds <= now:
        window.popleft()
    return 0.0 if len(window) < size else window[-size] + seconds - now
