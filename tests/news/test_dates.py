"""Dates as they are printed. The zone of the source is +05:00."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.dates import EARLIEST, FUTURE_ALLOWED, read_date

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ALMATY = ZoneInfo("Asia/Almaty")
NINE = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "printed",
    [
        "Mon, 23 Nov 2026 09:00:00 +0500",
        "Mon, 23 Nov 2026 04:00:00 GMT",
        "Mon, 23 Nov 2026 04:00:00 -0000",
        "Mon, 23 Nov 2026 09:00:00",
        "Mon, 23 Nov 2026 09:00:00 GMT+5",
        "Mon, 23 Nov 2026 09:00:00 ALMT",
        "Mon Nov 23 09:00:00 2026",
        "23 Nov 26 09:00 +0500",
        "2026-11-23T04:00:00Z",
        "2026-11-23T09:00:00.123+05:00",
        "2026-11-23 09:00:00",
        "2026-11-23T09:00",
        "23.11.2026 09:00",
        "23.11.2026, 09:00:00",
        "11/23/2026 9:00 AM",
        "Пн, 23 ноя 2026 09:00:00 +0500",
        "23 ноября 2026 г. 09:00",
        "23 ноября 2026 года в 09:00",
        "23 қараша 2026 ж. 09:00",
        "Дүйсенбі, 23 қараша 2026 09:00",
        "2026 жылғы 23 қараша 09:00",
        "November 23, 2026 09:00",
        "  Mon,  23 Nov 2026\n09:00:00 +0500 ",
    ],
)
def test_nine_in_the_morning(printed: str) -> None:
    assert read_date(printed, ALMATY, NOW) == NINE


@pytest.mark.parametrize(
    "printed", ["23.11.2026", "2026-11-23", "23 қараша, 2026", "23 ноября 2026"]
)
def test_a_day_without_a_time_begins_at_midnight(printed: str) -> None:
    assert read_date(printed, ALMATY, NOW) == MIDNIGHT


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "сегодня",
        "32.13.2026",
        "1970-01-01T00:00:00Z",
        "0001-01-01",
        "99999999999",
        "23 Foo 2026",
    ],
)
def test_no_date(printed: str) -> None:
    assert read_date(printed, ALMATY, NOW) is None


def test_every_month_has_its_names() -> None:
    russian = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    kazakh = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
    for names in (russian, kazakh):
        for number, name in enumerate(names.split(), 1):
            moment = read_date(f"15 {name} 2025 12:00", ALMATY, NOW)
            assert moment is not None
            assert (moment.month, moment.day) == (number, 15)


def test_the_future_counts_as_now() -> None:
    assert read_date("2031-01-01T00:00:00Z", ALMATY, NOW) == NOW


def test_a_clock_a_little_ahead_is_believed() -> None:
    soon = NOW + timedelta(minutes=50)
    assert read_date(soon.isoformat(), ALMATY, NOW) == soon


@given(st.text(max_size=120))
def test_no_text_breaks_it(printed: str) -> None:
    moment = read_date(printed, ALMATY, NOW)
    assert moment is None or EARLIEST <= moment <= NOW + FUTURE_ALLOWED
