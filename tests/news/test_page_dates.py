"""Dates as pages show them: half past two in the afternoon of 23 November 2026, in Almaty."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from news.page_dates import read_shown_date

HERE = ZoneInfo("Asia/Almaty")
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Сегодня, 12:30", "2026-11-23 12:30"),
        ("Бүгін 09:05", "2026-11-23 09:05"),
        ("10:30, сегодня", "2026-11-23 10:30"),
        ("вчера в 23:10", "2026-11-22 23:10"),
        ("Кеше", "2026-11-22 00:00"),
        ("今天 10:05", "2026-11-23 10:05"),
        ("14:05", "2026-11-23 14:05"),
        ("23 ноября, 14:05", "2026-11-23 14:05"),
        ("23 қараша", "2026-11-23 00:00"),
        ("24 ноября", "2025-11-24 00:00"),
        ("28 желтоқсан 10:00", "2025-12-28 10:00"),
        ("20 қараша 2026 ж. 15:40", "2026-11-20 15:40"),
        ("2026 жылғы 20 қараша", "2026-11-20 00:00"),
        ("14:05, 22 ноября 2026", "2026-11-22 14:05"),
        ("14:05 | 22.11.2026", "2026-11-22 14:05"),
        ("Опубликовано: 21 ноября 2026, 12:10 | Автор", "2026-11-21 12:10"),
        ("Published Nov 20, 2026", "2026-11-20 00:00"),
        ("20 ноября 2026 — Экономика", "2026-11-20 00:00"),
        ("23 ноября 2026 20:00", "2026-11-23 14:30"),
        ("завтра", None),
        ("Просмотров: 145", None),
        ("29 февраля", None),
        ("", None),
        ("1" * 10_000, None),
    ],
)
def test_a_shown_date_is_read(shown: str, expected: str | None) -> None:
    found = read_shown_date(shown, HERE, NOW)
    assert (found and f"{found.astimezone(HERE):%Y-%m-%d %H:%M}") == expected
