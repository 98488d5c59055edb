"""When a message may go: Telegram's limits, kept on our side before Telegram has to.

Windows slide: a bucket that refills lets twice its size through across the edge of a second.
Source of the figures: Telegram's FAQ for bots (about 30 a second in bulk, one a second to a
chat with short bursts, 20 a minute to a group); edits count like sends.
"""

from collections import deque

from common.clock import Clock

CHAT_SECONDS = 1.0
"""Between two messages to one chat."""
ANSWER_BURST = 3
"""Answers that a chat may get within CHAT_SECONDS: people press faster than rows are sent."""
GROUP_MESSAGES = 20
GROUP_SECONDS = 60.0
_FORGET_EVERY = 10_000
"""Permits between two clean-ups of the chats that have nothing left to remember."""


class _Window:
    """At most `size` permits in any `seconds`, both ends included."""

    def __init__(self, size: int, seconds: float) -> None:
        self.seconds = seconds
        self._taken: deque[float] = deque(maxlen=size)

    def wait(self, now: float, size: int | None = None) -> float:
        """Seconds until a permit; `size` narrows the window for this one question."""
        size = size or self._taken.maxlen or 0
        if len(self._taken) < size:
            return 0.0
        return max(0.0, self._taken[-size] + self.seconds - now)

    def take(self, now: float) -> None:
        self._taken.append(now)

    def room(self, now: float) -> int:
        size = self._taken.maxlen or 0
        return size - sum(moment + self.seconds > now for moment in self._taken)

    def is_empty(self, now: float) -> bool:
        return not self._taken or self._taken[-1] + self.seconds <= now


class Limiter:
    """Grants permits to send, overall and by chat. A negative chat id is a group or a channel.

    A pause is lifted by the clock alone: a success elsewhere says nothing about a chat that
    Telegram asked to wait, nor about the bot when it asked twice.
    """

    def __init__(self, clock: Clock, per_second: int) -> None:
        self._clock = clock
        self._overall = _Window(per_second, 1.0)
        self._chats: dict[int, _Window] = {}
        self._groups: dict[int, _Window] = {}
        self._paused: dict[int, float] = {}
        self._all_paused_until = 0.0
        self._permits = 0

    def room(self) -> int:
        """How many messages may go now, to whichever chats."""
        now = self._clock.monotonic()
        return 0 if now < self._all_paused_until else self._overall.room(now)

    def wait(self, chat_id: int, *, answer: bool = False) -> float:
        """Seconds until a message may go to the chat; 0 means now."""
        now = self._clock.monotonic()
        waits = [
            self._all_paused_until - now,
            self._paused.get(chat_id, 0.0) - now,
            self._overall.wait(now),
        ]
        if chat := self._chats.get(chat_id):
            waits.append(chat.wait(now, ANSWER_BURST if answer else 1))
        if group := self._groups.get(chat_id):
            waits.append(group.wait(now))
        return max(0.0, *waits)

    def take(self, chat_id: int, *, answer: bool = False) -> bool:
        """Take a permit for the chat, if one may be had now."""
        if self.wait(chat_id, answer=answer) > 0:
            return False
        now = self._clock.monotonic()
        self._overall.take(now)
        self._chats.setdefault(chat_id, _Window(ANSWER_BURST, CHAT_SECONDS)).take(now)
        if chat_id < 0:
            self._groups.setdefault(chat_id, _Window(GROUP_MESSAGES, GROUP_SECONDS)).take(now)
        self._permits += 1
        if self._permits % _FORGET_EVERY == 0:
            self._forget(now)
        return True

    def pause(self, chat_id: int, seconds: float) -> None:
        """Telegram said 429 for the chat: pause it, and everything if another chat is paused."""
        now = self._clock.monotonic()
        others = (until > now for chat, until in self._paused.items() if chat != chat_id)
        if any(others):
            self._all_paused_until = max(self._all_paused_until, now + seconds)
        self._paused[chat_id] = max(self._paused.get(chat_id, 0.0), now + seconds)

    def _forget(self, now: float) -> None:
        self._chats = {c: w for c, w in self._chats.items() if not w.is_empty(now)}
        self._groups = {c: w for c, w in self._groups.items() if not w.is_empty(now)}
        self._paused = {chat: until for chat, until in self._paused.items() if until > now}
