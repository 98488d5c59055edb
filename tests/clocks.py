"""Clocks that tests move."""

import time
from datetime import UTC, datetime, timedelta

MORNING = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
"""A Monday, 09:00 in Almaty."""


class ManualClock:
    """Stands still until it is moved; both of its readings move together."""

    def __init__(self, now: datetime = MORNING) -> None:
        self._now = now
        self._seconds = 1_000.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._seconds

    def advance(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        self._seconds += seconds


class MovableClock:
    """Runs like a real one from a moment of its own, and can be moved forward."""

    def __init__(self, now: datetime = MORNING) -> None:
        self._start = now
        self._began = time.monotonic()
        self._ahead = 0.0

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._passed())

    def monotonic(self) -> float:
        return 1_000.0 + self._passed()

    def advance(self, seconds: float) -> None:
        self._ahead += seconds

    def _passed(self) -> float:
        return time.monotonic() - self._began + self._ahead


class FastClock:
    """Runs so many times faster than a real one: what waits for minutes is over in seconds.

    Processes that share `began` (of the machine's monotonic clock) agree on the time.
    """

    def __init__(self, speed: float, now: datetime = MORNING, began: float | None = None) -> None:
        self.speed = speed
        self.began = time.monotonic() if began is None else began
        self._start = now

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._passed())

    def monotonic(self) -> float:
        return 1_000.0 + self._passed()

    def _passed(self) -> float:
        return (time.monotonic() - self.began) * self.speed
