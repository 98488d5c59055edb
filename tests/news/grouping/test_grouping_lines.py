import json
from zoneinfo import ZoneInfo

import pytest

from news.grouper import Grouper
from news.grouping_lines import GroupArticles

LEAD = "В Сарыагаше запущен тепличный комплекс «Агро Жер» за 12 млрд тенге, создано 340 мест."


@pytest.fixture
def grouped() -> GroupArticles:
    return GroupArticles(Grouper(), ZoneInfo("Asia/Almaty"))


def line(**article: object) -> bytes:
    return json.dumps(article, ensure_ascii=False).encode()


def test_two_reports_of_one_event_are_one_story(grouped: GroupArticles) -> None:
    first = grouped(line(id="a", title="Теплицу «Агро Жер» запустили в Сарыагаше", lead=LEAD))
    other = grouped(line(id="b", title="Рубль вырос к доллару на торгах в Москве"))
    second = grouped(line(id="c", title="В Сарыагаше открыта теплица «Агро Жер»", lead=LEAD))
    assert first == {"id": "a", "story": 1}
    assert other == {"id": "b", "story": 2}
    assert second == {"id": "c", "story": 1}


def test_a_story_ends_after_72_hours(grouped: GroupArticles) -> None:
    title = "Теплицу «Агро Жер» запустили в Сарыагаше"
    days = ("2026-11-01T10:00:00+05:00", "2026-11-03T10:00:00+05:00", "2026-11-10T10:00:00+05:00")
    stories = [
        grouped(line(id=day, title=title, lead=LEAD, published=day))["story"] for day in days
    ]
    assert stories == [1, 1, 2]


def test_a_line_without_a_date_is_of_the_hour_before(grouped: GroupArticles) -> None:
    title = "Теплицу «Агро Жер» запустили в Сарыагаше"
    assert grouped(line(id=1, title=title, lead=LEAD, published="2026-11-01T10:00"))["story"] == 1
    assert grouped(line(id=2, title="Другое", published="2026-11-20T10:00"))["story"] == 2
    assert grouped(line(id=3, title=title, lead=LEAD))["story"] == 3


@pytest.mark.parametrize("published", ["1970-01-01", "2090-05-05T00:00Z", "вчера", "99999-1-1", ""])
def test_a_date_that_cannot_be_counts_as_none(grouped: GroupArticles, published: str) -> None:
    title = "Теплицу «Агро Жер» запустили в Сарыагаше"
    assert grouped(line(id=1, title=title, lead=LEAD, published="2026-11-01T10:00"))["story"] == 1
    assert grouped(line(id=2, title=title, lead=LEAD, published=published))["story"] == 1


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        (b"{", {"error": "not JSON"}),
        (b"[1]", {"error": "not a JSON object"}),
        (b"[" * 100_000, {"error": "not JSON"}),
        (b'{"id": 7, "title": "\xcf\xf0"}', {"id": 7, "error": "not UTF-8"}),
        (line(id=7), {"id": 7, "error": "neither title nor lead"}),
        (line(id=7, title=1), {"id": 7, "error": "title is not a text"}),
        (line(id=7, title="a", published=5), {"id": 7, "error": "published is not a text"}),
    ],
)
def test_a_bad_line_is_told_and_the_rest_goes_on(
    grouped: GroupArticles, bad: bytes, error: dict[str, object]
) -> None:
    assert grouped(bad) == error
    assert grouped(line(id=8, title="Теплицу запустили"))["story"] == 1


@pytest.mark.parametrize(
    "title",
    [
        "",
        "🔥🔥🔥",
        "А" * 1_000_000,
        "слово " * 200_000,
        "\u200b\ud800",
        "1 2 3 " * 50_000,
        "9" * 400 + " трлн",
        "1 000" + " 000" * 90,
        "٣ ½ İß",
    ],
)
def test_any_text_gets_a_story(grouped: GroupArticles, title: str) -> None:
    article = json.dumps({"id": 1, "title": title}).encode()
    assert grouped(article) == {"id": 1, "story": 1}
