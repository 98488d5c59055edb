"""Numbers in Chinese: «6亿», «一亿五千万», «1.2万亿», «30多亿», «5至7亿»."""

import re
from decimal import Decimal

from news.facts.numbers import LARGEST, Number

_WINDOW = 30
_DIGITS = {sign: Decimal(value) for value, sign in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": Decimal(0), "两": Decimal(2), "俩": Decimal(2)}
_SMALL = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000)}
_TEN_THOUSAND, _HUNDRED_MILLION = Decimal(10**4), Decimal(10**8)

_ONE = (
    r"(?:[0-9][0-9,]{0,20}(?:\.[0-9]{1,6})?|[零〇一二两三四五六七八九十百千])"
    r"[零〇一二两三四五六七八九十百千万亿0-9.多余 ]{0,20}"
)
_BEFORE = re.compile(
    rf"(?<![0-9.,数几上])(?:(?P<from>{_ONE}?)(?:至|到|-|~))?(?P<number>{_ONE}?)(?:左右|以上)? ?$"
)
_TOKEN = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?|[零〇一二两三四五六七八九十百千万亿]")


def before(text: str, end: int) -> Number | None:
    """The number that ends at a place."""
    window = text[max(0, end - _WINDOW) : end]
    found = _BEFORE.search(window)
    if found is None:
        return None
    upper = _value(found["number"])
    if upper is None or not 0 < upper <= LARGEST:
        return None
    start = end - len(window) + found.start()
    has_scale = any(sign in found["number"] for sign in "千万亿")
    lower = _value(found["from"]) if found["from"] else None
    if lower is None:
        return Number(upper, None, end - len(window) + found.start("number"), end, has_scale)
    if not any(sign in found["from"] for sign in "万亿"):
        lower *= _scale_of(found["number"])
    if not lower < upper:
        return Number(upper, None, end - len(window) + found.start("number"), end, has_scale)
    return Number(lower, upper, start, end, has_scale)


def _scale_of(number: str) -> Decimal:
    scale = Decimal(1)
    for sign in number:
        scale *= {"万": _TEN_THOUSAND, "亿": _HUNDRED_MILLION}.get(sign, 1)
    return scale


def _value(number: str) -> Decimal | None:
    total = section = Decimal(0)
    digit: Decimal | None = None
    for token in _TOKEN.findall(number):
        if token in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[token]
            digit = None
        elif token == "万":
            total += (section + (digit or 0)) * _TEN_THOUSAND
            section, digit = Decimal(0), None
        elif token == "亿":
            total = (total + section + (digit or 0)) * _HUNDRED_MILLION
            section, digit = Decimal(0), None
        else:
            one = _DIGITS.get(token)
            digit = Decimal(token.replace(",", "")) if one is None else one
    return (total + section + (digit or 0)) or None
