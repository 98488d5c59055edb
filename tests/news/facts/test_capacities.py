"""What a project makes or takes up. The sentences are written for these tests."""

import pytest

from model.news import FactKind
from tests.news.facts.reading import facts_of


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("до 25 тысяч тонн томатов в год", "25000", "t/year"),
        ("жылына 4 мың тонна көкөніс", "4000", "t/year"),
        ("2,5 тыс. тонн в сутки", "2500", "t/day"),
        ("500 гектарлық жылыжай", "500", "ha"),
        ("теплица на 1,5 га", "1.5", "ha"),
        ("мощностью 300МВт", "300", "MW"),
        ("a 100-megawatt solar park", "100", "MW"),
        ("площадью 12 тыс. кв. м", "12000", "m2"),
        ("90 миллионов кирпичей в год", "90000000", "units/year"),
        ("10 млн метров ткани в год", "10000000", "m/year"),
        ("на 10 тысяч голов", "10000", "head"),
        ("25,000 tonnes a year", "25000", "t/year"),
        ("年产5万吨", "50000", "t/year"),
        ("占地50公顷", "50", "ha"),
    ],
)
def test_a_capacity_in_its_unit(text: str, value: str, unit: str) -> None:
    (fact,) = facts_of(FactKind.CAPACITY, text)
    assert (fact.value, fact.unit, fact.is_main) == (value, unit, True)


@pytest.mark.parametrize(
    "text",
    ["Труба высотой 50 метров", "5 машин столкнулись", "Гагарин", "тонны", "в 2025 году", ""],
)
def test_no_capacity(text: str) -> None:
    assert facts_of(FactKind.CAPACITY, text) == []


def test_a_range_keeps_both_ends() -> None:
    (fact,) = facts_of(FactKind.CAPACITY, "3–5 тысяч тонн в год")
    assert (fact.value, fact.upper) == ("3000", "5000")
