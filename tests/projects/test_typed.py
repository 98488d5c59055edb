"""What officials type: every form is what it says, and nothing else is anything."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.partial_dates import PartialDate
from model.projects import Point
from projects.updating.typed import (
    Told,
    find_date,
    parse_date,
    parse_percent,
    parse_point,
    split_link,
)

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15.03.2027", "2027-03-15"),
        ("15/3/27", "2027-03-15"),
        ("2027-03-15", "2027-03-15"),
        ("15 марта 2027", "2027-03-15"),
        ("15 марта 2027 г.", "2027-03-15"),
        ("15 марта 2027 года", "2027-03-15"),
        ("15 марта", "2026-03-15"),
        ("15.03", "2026-03-15"),
        ("март 2027", "2027-03"),
        ("Март 2027 г.", "2027-03"),
        ("в марте 2027 года", "2027-03"),
        ("март", "2026-03"),
        ("03.2027", "2027-03"),
        ("2027-03", "2027-03"),
        ("2027 ж. наурыз", "2027-03"),
        ("наурыз 2027", "2027-03"),
        ("2027 жылғы 15 наурыз", "2027-03-15"),
        ("2027 жылдың 15 наурызы", "2027-03-15"),
        ("15 наурыз 2027 ж.", "2027-03-15"),
        ("қараша", "2026-11"),
        ("May 2027", "2027-05"),
        ("5 May 2027", "2027-05-05"),
        ("May 5, 2027", "2027-05-05"),
        ("2027", "2027"),
        ("2027 ж.", "2027"),
        ("2027 год", "2027"),
        ("до конца 2027 года", "2027"),
        ("3 квартал", "2026-09"),
        ("3 кв. 2027", "2027-09"),
        ("3-й квартал 2027 г.", "2027-09"),
        ("III квартал 2027", "2027-09"),
        ("третий квартал 2027 года", "2027-09"),
        ("Q3 2027", "2027-09"),
        ("2027 Q3", "2027-09"),
        ("2027 жылдың 3-тоқсаны", "2027-09"),
        ("2027 жылдың үшінші тоқсаны", "2027-09"),
        ("1 полугодие 2027", "2027-06"),
        ("первое полугодие 2027 года", "2027-06"),
        ("2027年3月15日", "2027-03-15"),
        ("2027年3月", "2027-03"),
        ("2027年", "2027"),
        ("2027年第三季度", "2027-09"),
        ("2027年上半年", "2027-06"),
        ("сегодня", "2026-12-01"),
        ("вчера", "2026-11-30"),
        ("кеше", "2026-11-30"),
        ("завтра", "2026-12-02"),
        ("今天", "2026-12-01"),
    ],
)
def test_dates(typed: str, meant: str) -> None:
    assert str(parse_date(typed, TODAY)) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "32.01.2027",
        "13.2027",
        "5 квартал",
        "скоро",
        "когда-нибудь",
        "нет",
        "60%",
        "12345",
        "15",
    ],
)
def test_what_is_no_date(typed: str) -> None:
    assert parse_date(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("60", 60),
        ("60%", 60),
        ("60 %", 60),
        ("60 процентов", 60),
        ("60 пайыз", 60),
        ("99,6%", 100),
        ("0", 0),
        ("100 percent", 100),
        ("101", None),
        ("-5", None),
        ("много", None),
    ],
)
def test_percents(typed: str, meant: int | None) -> None:
    assert parse_percent(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("43.297, 68.251", Point(43.297, 68.251)),
        ("43,297 68,251", Point(43.297, 68.251)),
        ("43.297° N, 68.251° E", Point(43.297, 68.251)),
        ("https://www.google.com/maps/@43.297,68.251,15z", Point(43.297, 68.251)),
        ("https://maps.google.com/?q=43.297,68.251", Point(43.297, 68.251)),
        ("https://yandex.kz/maps/?ll=68.251%2C43.297&z=15", Point(43.297, 68.251)),
        ("99.5, 200.1", None),
        ("Кентау", None),
        ("https://example.kz/", None),
    ],
)
def test_points(typed: str, meant: Point | None) -> None:
    assert parse_point(typed) == meant


def test_a_link_is_the_source_of_the_words() -> None:
    assert split_link("сдали корпус (https://example.kz/a?b=1).") == Told(
        "сдали корпус", "https://example.kz/a?b=1"
    )
    assert split_link("  сдали   корпус ") == Told("сдали корпус", None)
    assert split_link("www.gov.kz/1") == Told("", "https://www.gov.kz/1")


def test_a_date_among_words() -> None:
    assert find_date("Kazinform, 12.03.2026", TODAY) == (PartialDate(2026, 3, 12), "Kazinform")
    assert find_date("Kazinform", TODAY) == (None, "Kazinform")


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(typed: str) -> None:
    parse_date(typed, TODAY)
    parse_percent(typed)
    parse_point(typed)
    split_link(typed)
    find_date(typed, TODAY)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    for form in ("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y"):
        assert parse_date(day.strftime(form), TODAY) == PartialDate.of(day)
