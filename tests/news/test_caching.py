"""What headers say about when to ask again."""

from datetime import UTC, datetime

import pytest

from news.caching import fresh_for, retry_after

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Cache-Control": "public, max-age=600"}, 600),
        ({"Cache-Control": 'max-age="60"'}, 60),
        ({"Cache-Control": "max-age=600", "Age": "700"}, 0),
        ({"Cache-Control": "no-cache, max-age=600"}, None),
        ({"Cache-Control": "max-age=soon"}, None),
        ({"Expires": "Mon, 23 Nov 2026 05:00:00 GMT"}, 3600),
        ({"Expires": "Mon, 23 Nov 2026 03:00:00 GMT"}, 0),
        ({"Expires": "0"}, 0),
        ({"Expires": "never"}, None),
        (
            {
                "Date": "Mon, 23 Nov 2020 04:00:00 GMT",
                "Expires": "Mon, 23 Nov 2020 04:10:00 GMT",
            },
            600,
        ),
        (
            {"Cache-Control": "max-age=60", "Expires": "Mon, 23 Nov 2026 05:00:00 GMT"},
            60,
        ),
    ],
)
def test_fresh_for(headers: dict[str, str], seconds: float | None) -> None:
    assert fresh_for(headers, NOW) == seconds


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 5 ", 5),
        ("-5", None),
        ("9" * 30, None),
        ("Mon, 23 Nov 2026 04:01:00 GMT", 60),
        ("Mon, 23 Nov 2026 03:00:00 GMT", 0),
        ("²", None),
        ("tomorrow", None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after({"Retry-After": value}, NOW) == seconds
