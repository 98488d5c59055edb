"""Digests at the right hour, whatever the clocks of the world do."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.people import EVERY_DAY, Schedule
from publishing.slots import next_slot

ZONES = [
    "Asia/Almaty",
    "Asia/Kathmandu",  # +5:45
    "America/New_York",
    "Australia/Lord_Howe",  # a summer time of half an hour
    "Pacific/Apia",  # jumped over a whole day
    "Pacific/Kiritimati",  # +14
    "Etc/GMT+12",
    "Africa/Casablanca",  # summer time is the standard one
]
schedules = st.builds(
    Schedule,
    at=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    days=st.frozensets(st.integers(0, 6), min_size=1),
    timezone=st.sampled_from(ZONES),
)
moments = st.datetimes(datetime(2009, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the strategy wants naive bounds


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@given(schedules, moments)
def test_a_slot_is_after_and_within_eight_days(schedule: Schedule, after: datetime) -> None:
    slot = next_slot(schedule, after)
    assert after < slot <= after + timedelta(days=9)
    assert slot.utcoffset() == timedelta(0)


@given(schedules, moments)
def test_it_is_the_wall_clock_time_or_the_end_of_a_gap(schedule: Schedule, after: datetime) -> None:
    slot = next_slot(schedule, after)
    local = slot.astimezone(ZoneInfo(schedule.timezone))
    if local.time() == schedule.at:
        assert local.weekday() in schedule.days
    else:
        moment_before = (slot - timedelta(seconds=1)).astimezone(ZoneInfo(schedule.timezone))
        assert moment_before.utcoffset() != local.utcoffset()


@given(schedules, moments)
def test_no_slot_lies_between_two_that_follow_each_other(
    schedule: Schedule, after: datetime
) -> None:
    slot = next_slot(schedule, after)
    assert next_slot(schedule, slot - timedelta(seconds=1)) == slot
    assert next_slot(schedule, after + (slot - after) / 2) == slot


@given(st.sampled_from(ZONES), moments)
def test_a_daily_digest_comes_once_a_local_day(zone: str, after: datetime) -> None:
    schedule = Schedule(at=time(9, 0), timezone=zone)
    days = []
    for _ in range(5):
        after = next_slot(schedule, after)
        days.append(after.astimezone(ZoneInfo(zone)).date())
    assert sorted(set(days)) == days


@pytest.mark.parametrize(
    ("zone", "at", "after", "slot"),
    [
        ("Asia/Almaty", "09:00", "2026-11-23T03:59:59", "2026-11-23T04:00:00"),
        ("Asia/Almaty", "09:00", "2026-11-23T04:00:00", "2026-11-24T04:00:00"),
        # Almaty went from +6 to +5 at midnight: 23:30 of that evening came twice, sent once.
        ("Asia/Almaty", "23:30", "2024-02-29T12:00:00", "2024-02-29T17:30:00"),
        ("Asia/Almaty", "23:30", "2024-02-29T17:30:00", "2024-03-01T18:30:00"),
        ("Asia/Almaty", "09:00", "2024-02-29T06:00:00", "2024-03-01T04:00:00"),
        # New York skips 02:00 to 03:00: the digest goes as the gap ends.
        ("America/New_York", "02:30", "2026-03-08T00:00:00", "2026-03-08T07:00:00"),
        ("America/New_York", "01:30", "2026-11-01T00:00:00", "2026-11-01T05:30:00"),
        ("America/New_York", "01:30", "2026-11-01T05:30:00", "2026-11-02T06:30:00"),
        ("Asia/Kathmandu", "09:00", "2026-11-23T00:00:00", "2026-11-23T03:15:00"),
    ],
)
def test_known_mornings(zone: str, at: str, after: str, slot: str) -> None:
    schedule = Schedule(at=time.fromisoformat(at), timezone=zone)
    assert next_slot(schedule, utc(after)) == utc(slot)


def test_weekly_waits_for_its_day() -> None:
    mondays = Schedule(days=frozenset({0}))
    assert next_slot(mondays, utc("2026-11-23T04:00:00")) == utc("2026-11-30T04:00:00")


@pytest.mark.parametrize("days", [frozenset(), frozenset({7}), EVERY_DAY | {-1}])
def test_a_schedule_without_real_days_is_refused(days: frozenset[int]) -> None:
    with pytest.raises(ValueError, match="days of the week"):
        Schedule(days=days)
