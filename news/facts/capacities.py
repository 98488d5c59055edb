"""What a project makes in a year, or takes up: tonnes, hectares, megawatts, heads of cattle."""

import re
from decimal import Decimal

from model.news import Fact, FactKind
from news.facts import chinese, numbers
from news.facts.text import Whole
from news.vocabulary import data

_NEAR = 45
"""Code points behind a unit, and before a number, in which a period counts."""

_DATA = data("capacities")
_UNITS = {f"u{number}": one for number, one in enumerate(_DATA["units"])}
_UNIT = re.compile(
    r"(?<![^\W\d_])(?:"
    + "|".join(f"(?P<{key}>{'|'.join(one['words'])})" for key, one in _UNITS.items())
    + ")"
)
_CHINESE_UNIT = re.compile(
    "|".join(f"(?P<{key}>{'|'.join(one['chinese'])})" for key, one in _UNITS.items())
)
_STARTS = frozenset(_DATA["starts"])
_BETWEEN = frozenset(_DATA["between"])
_YEARLY = re.compile("|".join(map(re.escape, _DATA["yearly"])))
_DAILY = re.compile("|".join(map(re.escape, _DATA["daily"])))
_CLAUSE = re.compile(r"[,;:.!?()\n](?=\s|$)|[()，。；\n]")
_GLUED = re.compile(r"[0-9](?=[^\W\d_])")
"""«51га»."""


def capacities(whole: Whole) -> list[Fact]:
    """The first of the title, or of the text, is the main one."""
    found: dict[tuple[str, str], Fact] = {}
    for start, end, key, is_chinese in _units(whole):
        if is_chinese:
            number = chinese.before(whole.folded, start)
        else:
            number = numbers.before(whole.folded, start, _BETWEEN)
        if number is None:
            continue
        unit = _unit(whole, number.start, end, key)
        value = _printed(number.lower)
        if unit is None or (value, unit) in found:
            continue
        found[value, unit] = Fact(
            FactKind.CAPACITY,
            value,
            whole.plain[number.start : end],
            number.start,
            end,
            unit=unit,
            upper=None if number.upper is None else _printed(number.upper),
            is_main=not found,
        )
    return list(found.values())


def _units(whole: Whole) -> list[tuple[int, int, str, bool]]:
    """Where a unit may stand: behind digits or a word, never all over the text."""
    low = whole.folded
    found = [
        (start, match.end(), match.lastgroup or "", False)
        for start, _ in whole.spans
        if low[start : start + 2] in _STARTS and (match := _UNIT.match(low, start))
    ]
    for match in _GLUED.finditer(low):
        unit = _UNIT.match(low, match.end())
        if unit:
            found.append((unit.start(), unit.end(), unit.lastgroup or "", False))
    if whole.is_chinese:
        for match in _CHINESE_UNIT.finditer(low):
            found.append((match.start(), match.end(), match.lastgroup or "", True))
    return sorted(found)


def _unit(whole: Whole, start: int, end: int, key: str) -> str | None:
    one = _UNITS[key]
    name: str = one["unit"]
    if one.get("always"):
        return name
    before = _CLAUSE.split(whole.folded[max(0, start - _NEAR) : start])[-1]
    behind = _CLAUSE.split(whole.folded[end : end + _NEAR])[0]
    around = f"{before} {behind}"
    if _DAILY.search(around):
        return f"{name}/day"
    if _YEARLY.search(around):
        return f"{name}/year"
    return None if one.get("needs_period") else name


def _printed(value: Decimal) -> str:
    return format(value.normalize(), "f")
