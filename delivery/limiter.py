"""When a message may go: Telegram's limits, kept on our side before Telegram has to.

Windows slide: a bucket that refills lets twice its size through across the edge of a second.
Source of the figures: Telegram's FAQ for bots (about 30 a second in bulk, one a second to a
chat with short bursts, 20 a minute to a group); edits count like sends, an album as its messages.
"""

from collections import deque
from itertools import repeat

from common.clock import Clock

CHAT_SECONDS = 1.0
"""Between two messages to one chat."""
ROW_BURST = 4
"""An album goes as one burst; its chat then rests as long as for so many messages at most."""
ANSWER_BURST = 3
"""Answers that a chat may get within CHAT_SECONDS: people press faster than rows are sent."""
GROUP_MESSAGES = 20
GROUP_SECONDS = 60.0
RESERVED_SECONDS = 1.5
"""How long answers leave permits free after they were asked to."""
_FORGET_EVERY = 10_000
"""Permits between two clean-ups of the chats that have nothing left to remember."""


class _Window:
    """At most `size` permits in any `seconds`, both ends included.

    More at once than `size` are granted by an empty window, and charged to those that follow: the
    pace holds in the long run, and nothing that is too large for it waits for ever.
    """

    def __init__(self, size: int, seconds: float) -> None:
        self._size = size
        self._seconds = seconds
        self._taken: deque[float] = deque(maxlen=size)

    def wait(self, now: float, n: int = 1) -> float:
        """Seconds until n permits at once."""
        over = self._size - min(n, self._size) + 1
        if len(self._taken) < over:
            return 0.0
        return max(0.0, self._taken[-over] + self._seconds - now)

    def take(self, now: float, n: int = 1) -> None:
        if n <= self._size:
            self._taken.extend(repeat(now, n))
        else:
            self._taken.extend(now + each // self._size * self._seconds for each in range(n))

    def room(self, now: float) -> int:
        return self._size - sum(moment + self._seconds > now for moment in self._taken)

    def is_empty(self, now: float) -> bool:
        return not self._taken or self._taken[-1] + self._seconds <= now


class _Chat:
    """What one chat has had of late: answers come in bursts, rows one by one."""

    def __init__(self) -> None:
        self._burst = _Window(ANSWER_BURST, CHAT_SECONDS)
        self._rests_until = float("-inf")

    def wait(self, now: float, n: int, *, answer: bool) -> float:
        return self._burst.wait(now, n) if answer else max(0.0, self._rests_until - now)

    def take(self, now: float, n: int) -> None:
        self._burst.take(now, min(n, ANSWER_BURST))
        rests_until = now + CHAT_SECONDS * min(n, ROW_BURST)
        self._rests_until = max(self._rests_until, rests_until)

    def is_empty(self, now: float) -> bool:
        return self._rests_until <= now and self._burst.is_empty(now)


class Limiter:
    """Grants permits to send, overall and by chat. A negative chat id is a group or a channel.

    A pause is lifted by the clock alone: a success elsewhere says nothing about a chat that
    Telegram asked to wait, nor about the bot when it asked twice.
    """

    def __init__(self, clock: Clock, per_second: int) -> None:
        self.per_second = per_second
        self._clock = clock
        self._overall = _Window(per_second, 1.0)
        self._chats: dict[int, _Chat] = {}
        self._groups: dict[int, _Window] = {}
        self._paused: dict[int, float] = {}
        self._all_paused_until = 0.0
        self._reserved = 0
        self._reserved_until = 0.0
        self._permits = 0

    def room(self) -> int:
        """How many messages may go now, to whichever chats."""
        now = self._clock.monotonic()
        return 0 if now < self._all_paused_until else self._overall.room(now)

    def wait(self, chat_id: int, n: int = 1, *, answer: bool = False) -> float:
        """Seconds until n messages at once may go to the chat; 0 means now."""
        now = self._clock.monotonic()
        reserved = self._reserved if answer and now < self._reserved_until else 0
        waits = [
            self._all_paused_until - now,
            self._paused.get(chat_id, 0.0) - now,
            self._overall.wait(now, n + reserved),
        ]
        if reserved and n + reserved > self.per_second:  # both cannot be had
            waits.append(self._reserved_until - now)
        if chat := self._chats.get(chat_id):
            waits.append(chat.wait(now, n, answer=answer))
        if group := self._groups.get(chat_id):
            waits.append(group.wait(now, n))
        return max(0.0, *waits)

    def take(self, chat_id: int, n: int = 1, *, answer: bool = False) -> bool:
        """Take the permits for n messages at once to the chat, if they may be had now."""
        if self.wait(chat_id, n, answer=answer) > 0:
            return False
        now = self._clock.monotonic()
        if not answer:
            self._reserved = 0
        self._overall.take(now, n)
        self._chats.setdefault(chat_id, _Chat()).take(now, n)
        if chat_id < 0:
            self._groups.setdefault(chat_id, _Window(GROUP_MESSAGES, GROUP_SECONDS)).take(now, n)
        self._permits += 1
        if self._permits % _FORGET_EVERY == 0:
            self._forget(now)
        return True

    def reserve(self, n: int) -> None:
        """For a moment answers leave n permits free, until a row takes them.

        A steady trickle of answers would else keep an album waiting for ever, and all behind it.
        """
        self._reserved = n
        self._reserved_until = self._clock.monotonic() + RESERVED_SECONDS

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
