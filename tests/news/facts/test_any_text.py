"""Whatever the text: spans fit, nothing raises, nothing takes long."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.news import FactKind, money_of
from news.facts import read_facts

PIECES = (
    "завод",
    "за 3 млрд тенге",
    "$5 million",
    "6亿美元",
    "рабочих мест",
    "500",
    "от 5 до",
    "%",
    "«Көктем» ЖШС",
    "Golden Steppe Group",
    "СЭЗ Turan",
    "аким Асан Бериков",
    "китайские инвесторы",
    "меморандум подписан",
    "іске қосылды",
    "не",
    "\n",
    ".",
    "İ",
    "ß",
    "\u200b",
    "\u00ad",
    "🙂",
    "９９",
    "тысяч",
    "половиной",
    "-",
    "中国企业",
    "жұмыс орны",
    "a",
    "'",
)


def check(title: str, lead: str) -> None:
    whole = f"{title}\n{lead}"
    facts = read_facts(title, lead)
    assert [fact.start for fact in facts] == sorted(fact.start for fact in facts)
    for fact in facts:
        assert 0 <= fact.start < fact.end <= len(whole)
        assert fact.text == whole[fact.start : fact.end]
        if fact.kind in (FactKind.AMOUNT, FactKind.JOBS):
            assert int(fact.value) > 0
            assert fact.upper is None or int(fact.upper) > int(fact.value)
    for kind in FactKind:
        assert sum(fact.is_main for fact in facts if fact.kind is kind) <= 1


@given(st.text(max_size=300), st.text(max_size=300))
def test_arbitrary_text(title: str, lead: str) -> None:
    check(title, lead)


@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
)
def test_pieces_of_news_in_any_order(title: str, lead: str) -> None:
    check(title, lead)
    check(title, lead.upper())


SCALES = {"млрд": 10**9, "млн": 10**6, "трлн": 10**12, "тыс.": 10**3, "мың": 10**3}
CURRENCIES = {
    "тенге": "KZT",
    "теңге": "KZT",
    "₸": "KZT",
    "долларов": "USD",
    "АҚШ доллары": "USD",
    "евро": "EUR",
    "юаней": "CNY",
    "рублей": "RUB",
}


@given(
    st.integers(1, 999),
    st.integers(0, 99),
    st.sampled_from(sorted(SCALES)),
    st.sampled_from(sorted(CURRENCIES)),
    st.sampled_from([",", "."]),
    st.sampled_from(["завод за {}", "құны {}", "стоимостью {},", "свыше {}.", "({})"]),
)
def test_an_amount_with_a_scale_is_read_back(
    whole: int, part: int, scale: str, currency: str, point: str, sentence: str
) -> None:
    printed = f"{whole}{point}{part:02}" if part else str(whole)
    money = money_of(read_facts("", sentence.format(f"{printed} {scale} {currency}")))
    assert money is not None
    assert money.value == Decimal(f"{whole}.{part:02}") * SCALES[scale]
    assert money.currency == CURRENCIES[currency]


@given(
    st.integers(10_000, 10**15),
    st.sampled_from([" ", "\u00a0", "\u202f", ",", "."]),
    st.sampled_from(["{} тенге", "{} теңгеге", "KZT {}", "₸{}"]),
)
def test_an_amount_in_groups_is_read_back(value: int, separator: str, sentence: str) -> None:
    printed = f"{value:,}".replace(",", separator)
    money = money_of(read_facts("", sentence.format(printed)))
    assert money is not None
    assert (money.value, money.currency) == (value, "KZT")


@given(st.integers(1, 9999), st.sampled_from(["亿", "万", "万亿"]))
def test_a_chinese_amount_is_read_back(count: int, scale: str) -> None:
    money = money_of(read_facts("", f"总投资{count}{scale}美元"))
    assert money is not None
    assert money.value == count * {"亿": 10**8, "万": 10**4, "万亿": 10**12}[scale]


@pytest.mark.parametrize(
    "text",
    [
        "9" * 100_000 + " тенге",
        "1 " * 50_000 + "тенге",
        " " * 100_000 + "тенге",
        "1.000." * 20_000 + " тенге",
        "от 5 до " * 20_000 + "тенге",
        "тысяч миллионов " * 10_000 + "рабочих мест",
        "«" * 50_000,
        '"' * 50_001,
        "A " * 50_000 + "Group",
        "аким " * 50_000,
        "А" * 100_000,
        "亿" * 50_000 + "美元",
        "1亿" * 50_000 + "美元",
        "меморандум " * 50_000,
        "китайская " * 50_000,
        "1 га " * 50_000,
        "завод за 3 млрд тенге. " * 50_000,
        "🙂" * 100_000,
    ],
)
def test_a_million_letters_take_no_time(text: str) -> None:
    started = time.perf_counter()
    check(text[:200], text)
    assert time.perf_counter() - started < 2


def test_hidden_marks_part_no_words() -> None:
    title, lead = "Но\u00adвый завод", "Сто\u00adимость 3\u200b мл\u200bрд тен\u00adге."
    check(title, lead)
    money = money_of(read_facts(title, lead))
    assert money is not None
    assert money.value == 3_000_000_000


def test_look_alike_letters() -> None:
    money = money_of(read_facts("", "cтoимocть 3 млpд тeнгe"))  # Latin letters among Cyrillic
    assert money is not None
    assert money.value == 3_000_000_000
