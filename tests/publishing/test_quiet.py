"""Quiet hours, over all time zones there are and all the changes of their clocks."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from publishing.announcing.quiet import decent, is_quiet

ZONES = sorted(available_timezones() - {"localtime", "Factory"})
MINUTE = timedelta(minutes=1)


def at(zone: str, *moment: int) -> datetime:
    """What the clock says there, at its first passing."""
    return datetime(*moment, tzinfo=ZoneInfo(zone)).astimezone(UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("zone", "now", "then"),
    [
        ("Asia/Almaty", (2026, 11, 23, 12, 0), (2026, 11, 23, 12, 0)),
        ("Asia/Almaty", (2026, 11, 23, 21, 59), (2026, 11, 23, 21, 59)),
        ("Asia/Almaty", (2026, 11, 23, 22, 0), (2026, 11, 24, 8, 0)),
        ("Asia/Almaty", (2026, 11, 24, 0, 0), (2026, 11, 24, 8, 0)),
        ("Asia/Almaty", (2026, 11, 24, 7, 59), (2026, 11, 24, 8, 0)),
        ("Asia/Almaty", (2026, 11, 24, 8, 0), (2026, 11, 24, 8, 0)),
        # The clock goes forward in this night, and back in that one: eight is eight.
        ("Europe/Berlin", (2027, 3, 27, 23, 0), (2027, 3, 28, 8, 0)),
        ("Europe/Berlin", (2026, 10, 24, 23, 0), (2026, 10, 25, 8, 0)),
        # Samoa left out a whole day: the morning after Thursday is Saturday's.
        ("Pacific/Apia", (2011, 12, 29, 23, 0), (2011, 12, 31, 8, 0)),
    ],
)
def test_nights_end_at_eight(zone: str, now: tuple[int, ...], then: tuple[int, ...]) -> None:
    assert decent(zone, at(zone, *now)) == at(zone, *then)


def test_a_clock_put_back_at_night_gives_another_evening() -> None:
    """Antarctica's Troll has changed by two hours; where 23:00 becomes 21:00, it is day again."""
    zone = "Asia/Pyongyang"  # 2018-05-04 23:30 became midnight: nothing became day
    assert decent(zone, at(zone, 2018, 5, 4, 23, 0)) == at(zone, 2018, 5, 5, 8, 0)
    back = "Antarctica/Casey"  # 2020-10-04 00:01 forward by 3 h; 2021-03-14 00:00 back to 21:00
    before = datetime(2021, 3, 13, 12, 30, tzinfo=UTC)  # 23:30
    assert is_quiet(back, before)
    assert decent(back, before) == datetime(2021, 3, 13, 13, 0, tzinfo=UTC)
    assert not is_quiet(back, datetime(2021, 3, 13, 13, 59, tzinfo=UTC))
    assert is_quiet(back, datetime(2021, 3, 13, 14, 0, tzinfo=UTC))


@settings(max_examples=300)
@given(
    some.sampled_from(ZONES),
    some.datetimes(datetime(1990, 1, 1), datetime(2037, 1, 1), timezones=some.just(UTC)),  # noqa: DTZ001
)
def test_it_is_the_first_moment_that_is_not_quiet(zone: str, now: datetime) -> None:
    found = decent(zone, now)
    assert found >= now
    assert not is_quiet(zone, found)
    assert found - now <= timedelta(hours=14), "no night is longer, whatever the clocks do"
    if found > now:
        assert is_quiet(zone, now)
        moment = now
        while moment < found:
            assert is_quiet(zone, moment), f"{moment} would have done"
            moment += MINUTE
        assert is_quiet(zone, found - timedelta(seconds=1))


@settings(max_examples=200)
@given(some.sampled_from(ZONES), some.integers(1990, 2036), some.data())
def test_changes_of_the_clock_are_looked_at_closely(
    zone: str, year: int, data: some.DataObject
) -> None:
    """Moments within half a day of a change, where there is one in that year."""
    changes = _changes(zone, year)
    if not changes:
        return
    change = data.draw(some.sampled_from(changes))
    now = change + timedelta(minutes=data.draw(some.integers(-12 * 60, 60)))
    found = decent(zone, now)
    first = now
    while is_quiet(zone, first):
        first += MINUTE
    assert first - MINUTE < found <= first


def _changes(zone: str, year: int) -> list[datetime]:
    """Days of the year on whose morning the clock stands otherwise than the day before."""
    there = ZoneInfo(zone)
    days = [datetime(year, 1, 1, tzinfo=UTC) + timedelta(days=n) for n in range(366)]
    offsets = [day.astimezone(there).utcoffset() for day in days]
    return [day for day, a, b in zip(days[1:], offsets, offsets[1:], strict=False) if a != b]
