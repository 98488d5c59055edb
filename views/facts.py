"""Facts of a story in the words of each language: money, stages, countries, capacities."""

from decimal import Decimal

from model.news import Money, Stage
from model.people import Language
from news.cards import Capacity
from views import formats
from views.texts import Texts

PERIODS = frozenset({"year", "day"})


def money_range(amount: Money, most: int | None, language: Language) -> str:
    """3 млрд тенге; of a range both ends, the currency once where its place allows."""
    least = formats.money(amount.value, amount.currency, language)
    if most is None:
        return least
    return f"{least} – {formats.money(most, amount.currency, language)}"


def stage(one: Stage, text: Texts) -> str:
    return text.plain(f"stage-{one}")


def country(code: str, language: Language) -> str:
    """Of an ISO code; one that CLDR does not know stands for itself."""
    return str(formats.locale_of(language).territories.get(code, code))


def capacity(one: Capacity, text: Texts) -> str:
    """25 000 т в год · жылына 25 000 т · 25,000 t a year · 每年25,000吨"""
    unit, _, period = one.unit.partition("/")
    number = formats.number(one.value, text.language)
    if one.upper is not None:
        number = f"{number}–{formats.number(one.upper, text.language)}"
    key = f"unit-{unit}"
    if not text.has(key):
        return f"{number} {unit}".rstrip()
    measured = text.plain(key, number=number, count=_counted(one.upper or one.value))
    return text.plain(f"per-{period}", measured=measured) if period in PERIODS else measured


def _counted(value: Decimal) -> int | float:
    """As plural forms count it: a fraction is not a whole number."""
    return int(value) if value == value.to_integral_value() else float(value)
