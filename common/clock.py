"""The clock: the only place in the product that asks what time it is."""

import time
from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """What time it is. Passed in everywhere, so that tests can move it."""

    def now(self) -> datetime:
        """The wall clock: aware, in UTC. May jump."""
        ...

    def monotonic(self) -> float:
        """Seconds since an arbitrary moment. Never goes back."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


def time_zones_are_current() -> bool:
    """Whether the machine knows that Asia/Almaty is UTC+5 since 2024-03-01.

    An older tz database says +6 without a word, and every digest would leave an hour early.
    """
    offset = datetime(2024, 3, 2, tzinfo=ZoneInfo("Asia/Almaty")).utcoffset()
    return offset is not None and offset.total_seconds() == 5 * 3600
