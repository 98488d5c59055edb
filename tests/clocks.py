"""A clock that tests move."""

from datetime import UTC, datetime, timedelta


class ManualClock:
    """Stands still until it is moved; both of its readings move together."""

    def __init__(self, now: datetime = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)) -> None:
        self._now = now
        self._seconds = 1_000.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._seconds

    def advance(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        self._seconds += seconds
