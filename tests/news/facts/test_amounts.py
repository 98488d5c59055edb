"""Amounts in any notation, and which of them is the project's. Written for these tests."""

import pytest

from model.news import FactKind, Money, money_of
from news.facts import read_facts
from tests.news.facts.reading import facts_of


def test_an_amount_has_its_words() -> None:
    title, lead = "Новый завод", "Его строят за 3,5 млрд тенге."
    (fact,) = facts_of(FactKind.AMOUNT, title, lead)
    assert (fact.kind, fact.value, fact.unit, fact.is_main) == (
        FactKind.AMOUNT,
        "3500000000",
        "KZT",
        True,
    )
    assert fact.text == "3,5 млрд тенге" == f"{title}\n{lead}"[fact.start : fact.end]


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("завод за 3 млрд тенге", 3_000_000_000, "KZT"),
        ("инвестиции 300,7 млн долларов", 300_700_000, "USD"),
        ("свыше $450m", 450_000_000, "USD"),
        ("стоимость 86,2 млрд ₸", 86_200_000_000, "KZT"),
        ("投资6亿美元", 600_000_000, "USD"),
        ("总投资30亿坚戈", 3_000_000_000, "KZT"),
        ("1,1 млрд АҚШ доллары", 1_100_000_000, "USD"),
        ("құны 550 млрд теңгеге", 550_000_000_000, "KZT"),
    ],
)
def test_any_notation_is_read(text: str, value: int, currency: str) -> None:
    assert money_of(read_facts(text, "")) == Money(value, currency)
