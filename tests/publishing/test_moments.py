"""When an announcement goes: what people type, and the runs of a series."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from model.announcements import Every, Recurrence
from publishing.announcing.moments import next_run, offered, on, read_moment
from tests.clocks import MORNING

ALMATY = "Asia/Almaty"
BERLIN = "Europe/Berlin"
ZONES = sorted(available_timezones() - {"localtime", "Factory"})


def there(at: datetime, zone: str = ALMATY) -> str:
    return at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("завтра 10:00", "2026-11-24 10:00"),
        ("Завтра в 10", "2026-11-24 10:00"),
        ("послезавтра 9", "2026-11-25 09:00"),
        ("сегодня в 6 вечера", "2026-11-23 18:00"),
        ("25.12 9:30", "2026-12-25 09:30"),
        ("25.12 10 30", "2026-12-25 10:30"),
        ("9:30 25.12.2026", "2026-12-25 09:30"),
        ("25 декабря в 9:30", "2026-12-25 09:30"),
        ("1 декабря 9 утра", "2026-12-01 09:00"),
        ("2027-01-05 09:00", "2027-01-05 09:00"),
        ("в пятницу 10:00", "2026-11-27 10:00"),
        ("понедельник 8:00", "2026-11-30 08:00"),  # this one's eight o'clock is over
        ("пн 10", "2026-11-23 10:00"),
        ("18:00", "2026-11-23 18:00"),
        ("8:00", "2026-11-24 08:00"),
        ("через 2 часа", "2026-11-23 11:00"),
        ("через час", "2026-11-23 10:00"),
        ("10 минут", "2026-11-23 09:10"),
        ("ертең 9:00", "2026-11-24 09:00"),
        ("25 желтоқсан 9:30", "2026-12-25 09:30"),
        ("сәрсенбі күні 9:00", "2026-11-25 09:00"),
        ("2 сағаттан кейін", "2026-11-23 11:00"),
        ("tomorrow at 10am", "2026-11-24 10:00"),
        ("25 December 2026, 9:30", "2026-12-25 09:30"),
        ("in 30 minutes", "2026-11-23 09:30"),
        ("明天10点", "2026-11-24 10:00"),
        ("12月25日9点30分", "2026-12-25 09:30"),
        ("后天下午6点", "2026-11-25 18:00"),
        ("2小时后", "2026-11-23 11:00"),
        # Without a year it is the next such day, where that is not long.
        ("5.1 10:00", "2027-01-05 10:00"),
        # What is over is said as it was meant, for the caller to refuse.
        ("22.11 10:00", "2026-11-22 10:00"),
        ("вчера 10:00", "2026-11-22 10:00"),
        ("25.12.2025 9:30", "2025-12-25 09:30"),
    ],
)
def test_what_people_type(typed: str, meant: str) -> None:
    found = read_moment(typed, MORNING, ALMATY)
    assert found is not None
    assert there(found.at) == meant
    assert not found.is_moved


@pytest.mark.parametrize(
    "typed",
    ["", "скоро", "завтра", "25.12", "31.02 10:00", "25:00", "завтра 25:00", "x" * 100, "10.5.2 3"],
)
def test_what_nobody_can_tell(typed: str) -> None:
    assert read_moment(typed, MORNING, ALMATY) is None


def test_a_time_that_the_clock_leaps_over_is_the_first_moment_after() -> None:
    """In Berlin 02:00 became 03:00 on 28 March 2027."""
    now = datetime(2027, 3, 27, 12, tzinfo=UTC)
    found = read_moment("28.03 2:30", now, BERLIN)
    assert found is not None
    assert (there(found.at, BERLIN), found.is_moved) == ("2027-03-28 03:00", True)


def test_a_time_that_comes_twice_is_its_first_passing() -> None:
    """In Berlin 03:00 became 02:00 on 25 October 2026."""
    now = datetime(2026, 10, 24, 12, tzinfo=UTC)
    found = read_moment("завтра 2:30", now, BERLIN)
    assert found is not None
    assert found.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert not found.is_moved


def test_offered_moments_are_to_come() -> None:
    assert [there(at) for at in offered(MORNING, ALMATY)] == [
        "2026-11-23 12:00",
        "2026-11-23 18:00",
        "2026-11-24 09:00",
        "2026-11-24 12:00",
        "2026-11-24 18:00",
        "2026-11-30 09:00",
    ]


def test_a_month_without_that_day_has_its_last() -> None:
    every = Recurrence(Every.MONTH, 31, time(9), ALMATY)
    moment, runs = datetime(2026, 12, 31, 12, tzinfo=UTC), []
    for _ in range(4):
        moment = next_run(every, moment)
        runs.append(there(moment))
    assert runs == ["2027-01-31 09:00", "2027-02-28 09:00", "2027-03-31 09:00", "2027-04-30 09:00"]


RECURRENCES = some.one_of(
    some.builds(
        Recurrence,
        some.just(Every.WEEK),
        some.integers(0, 6),
        some.times(),
        some.sampled_from(ZONES),
    ),
    some.builds(
        Recurrence,
        some.just(Every.MONTH),
        some.integers(1, 31),
        some.times(),
        some.sampled_from(ZONES),
    ),
)
MOMENTS = some.integers(0, 42 * 365 * 24 * 60).map(
    lambda minutes: datetime(1995, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@settings(max_examples=300)
@given(RECURRENCES, MOMENTS)
def test_runs_go_on_and_on(every: Recurrence, now: datetime) -> None:
    """Each is later than the last and stands where it should; none is passed over."""
    at = every.at.replace(second=0, microsecond=0)
    every = Recurrence(every.every, every.day, at, every.timezone)
    first = next_run(every, now)
    assert now < first <= now + timedelta(days=33)
    again = next_run(every, first - timedelta(microseconds=1))
    assert again == first, "asked just before it, it is the next"
    second = next_run(every, first)
    assert first < second <= first + timedelta(days=33)
    assert _belongs(every, first) or _belongs(every, second), "no two gaps come one after another"


def _belongs(every: Recurrence, at: datetime) -> bool:
    local = at.astimezone(ZoneInfo(every.timezone))
    if every.every is Every.WEEK:
        right_day = local.weekday() == every.day
    else:
        right_day = local.day == min(every.day, monthrange(local.year, local.month)[1])
    return right_day and local.time() == every.at


@given(some.dates(date(1995, 1, 1), date(2036, 1, 1)), some.times(), some.sampled_from(ZONES))
def test_a_moment_is_moved_exactly_where_the_clock_does_not_show_it(
    day: date, at: time, zone: str
) -> None:
    at = at.replace(second=0, microsecond=0)
    found = on(day, at, ZoneInfo(zone))
    local = found.at.astimezone(ZoneInfo(zone))
    assert found.is_moved == ((local.date(), local.time()) != (day, at))
    assert (local.date(), local.time()) >= (day, at)
