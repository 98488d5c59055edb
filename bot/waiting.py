"""How long answers may wait for the limiter: two seconds, for all that a chat said in one go.

A person who wrote a hundred messages while the bot was busy gets the answers that fit in there,
and those that may go at once; otherwise each would wait its own two seconds, one after another,
and everybody behind them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

LONGEST_WAIT = 2.0
"""Seconds an answer may wait for the limiter; a later one is not an answer any more."""


@dataclass(slots=True)
class Wait:
    """What is left of it, in seconds."""

    left: float

    def spend(self, seconds: float) -> bool:
        """Take so much of it, if there is so much."""
        if seconds > self.left:
            return False
        self.left -= seconds
        return True


_allowed: ContextVar[Wait] = ContextVar("_allowed")


@contextmanager
def allowance(wait: Wait) -> Iterator[None]:
    """Answers given within share this wait."""
    token = _allowed.set(wait)
    try:
        yield
    finally:
        _allowed.reset(token)


def allowed_wait() -> Wait:
    """What an answer given now may wait."""
    return _allowed.get(None) or Wait(LONGEST_WAIT)
