"""Numbers and sums as they stand in cells: grouped, in millions, with a currency or without."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from model.news import Money
from news.facts.amounts import amounts
from news.facts.text import Whole
from news.folding import fold
from projects.importing.reading import Raw

HOME_CURRENCY = "KZT"
"""Of a sum with no currency at all."""
LARGEST = 10**17
_SCALED = Decimal(1_000_000)
"""Enough to be an amount of money in a text, of whatever currency."""
_CODE = re.compile(r"[A-Z]{3}")
_GROUPED = re.compile(r"[-+]?\d{1,3}(?:[ ,.']\d{3})+(?:[.,]\d{1,2})?")
_PLAIN = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_MAY_BE_A_FRACTION = re.compile(r"[-+]?\d{1,3}[.,]\d{3}")
_AROUND = re.compile(
    r"^(?:около|более|свыше|порядка|примерно|шамамен|about|over|approx\.?|~|>|≈|约|\+)\s*"
    r"|\s*(?:чел(?:овек|\.)?|адам|мест|орын|раб\.? ?мест|ед\.?|бірлік|jobs|people|%|人|个)\.?$"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """What a sum is counted in: «млн тенге»."""

    scale: Decimal = Decimal(1)
    currency: str | None = None


def number_of(cell: Raw, *, is_scaled: bool = False) -> Decimal | None:
    """None for what is no number. «86,235» is a fraction where it `is_scaled`, of thousands."""
    if isinstance(cell, bool | None):
        return None
    if isinstance(cell, int | float):
        return _decimal(repr(cell))
    if not isinstance(cell, str):
        return None
    text = _AROUND.sub("", _AROUND.sub("", " ".join(fold(cell).split())))
    is_fraction = is_scaled and _MAY_BE_A_FRACTION.fullmatch(text)
    if _GROUPED.fullmatch(text) and not is_fraction:
        return _decimal(_without_groups(text))
    return _decimal(text.replace(",", ".")) if _PLAIN.fullmatch(text) else None


def _without_groups(text: str) -> str:
    """«1 234,5», "1,234.50", "1.234.567"; a lone comma before three digits groups them."""
    tail = re.fullmatch(r"(.*[^\d].*)[.,](\d{1,2})", text)
    whole, fraction = (tail[1], tail[2]) if tail else (text, "")
    return re.sub(r"[ ,.']", "", whole) + (f".{fraction}" if fraction else "")


def _decimal(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


@lru_cache(maxsize=500)
def unit_of(text: str) -> Unit:
    """Of a heading («млрд тенге», "USD mn") or a currency's cell; neither where it says neither."""
    text = text.strip(" .,:;()")
    if not text:
        return Unit()
    currency = _said(text).currency
    turned = " ".join(reversed(text.split()))
    said = [_said(text), _said(turned), _said(f"{text} тенге")]
    scale = max(one.scale for one in said)
    return Unit(scale, currency or (text if _CODE.fullmatch(text) else None))


def _said(text: str) -> Unit:
    found = amounts(Whole("", f"{_SCALED} {text}"))
    if len(found) != 1:
        return Unit()
    return Unit(Decimal(found[0].value) / _SCALED, found[0].unit)


def money_of(cell: Raw, unit: Unit) -> Money | None:
    """The sum; of a range its lower end. `unit` is said where the cell does not say it."""
    bare = number_of(cell, is_scaled=unit.scale > 1)
    if bare is not None:
        return _money(bare * unit.scale, unit.currency or HOME_CURRENCY)
    if not isinstance(cell, str):
        return None
    for said in (cell, f"{cell} {unit.currency or 'тенге'}"):
        if found := amounts(Whole("", said)):
            main = next((one for one in found if one.is_main), found[0])
            return _money(Decimal(main.value), main.unit or HOME_CURRENCY)
    return None


def _money(value: Decimal, currency: str) -> Money | None:
    whole = round(value)
    return Money(whole, currency) if 0 < whole <= LARGEST else None
