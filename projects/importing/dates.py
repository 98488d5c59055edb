"""Dates as people write them into spreadsheets → what they say: a year, a month or a day.

Text in any of the languages, a quarter, a serial number of a day. A quarter or a half has no form
of its own: of what is to begin it is its first month, of all else its last.
"""

import re
from datetime import date, datetime, timedelta

from model.partial_dates import PartialDate
from news.dates import MONTH_OF
from news.folding import fold

_EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet's serial numbers, by which all of them since March 1900 are right."""
_SERIALS = range(20_000, 80_000)
"""From 1954 to 2119; a smaller number may be a year."""
_YEARS = range(1990, 2100)

_YEAR_WORD = r"(?:г(?:г|од(?:а|у|ом|ов|ы)?)?|ж(?:ж|ыл(?:ы|ғы|дың|дар)?)?|year|年)?\.?"
_YEAR = rf"(?P<y>\d{{4}})\s*{_YEAR_WORD}"
_MONTH_NAME = r"(?P<month>[^\W\d_]{3,})\.?"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "і": 1, "іі": 2, "ііі": 3, "іv": 4}
_CHINESE = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
_NTH = r"(?P<n>[1-4]|i{1,3}|iv|і{1,3}|іv|[一二三四上下])"
_QUARTER = r"(?:кв(?:артал\w*)?|тоқсан\w*|q(?:uarter)?|季度)\.?"
_HALF = r"(?:полугоди\w*|п/г|жарты\s?жылды\w*|half|半年)\.?"
_ORDINAL = r"(?:-?(?:й|ый|ой|ое|го|ші|st|nd|rd|th))?"
_CLOCK = r"(?:[\sT,]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:z|[+-]\d{2}:?\d{2})?)?"

_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<y>\d{{4}})[-./](?P<m>\d{{1,2}})[-./](?P<d>\d{{1,2}}){_CLOCK}",
        rf"(?P<d>\d{{1,2}})[-./](?P<m>\d{{1,2}})[-./](?P<y>\d{{4}}|\d{{2}})\s*{_YEAR_WORD}{_CLOCK}",
        r"(?P<y>\d{4})[-./](?P<m>\d{1,2})",
        rf"(?P<m>\d{{1,2}})[-./](?P<y>\d{{4}})\s*{_YEAR_WORD}",
        r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})[日号])?",
        rf"(?P<d>\d{{1,2}})\s*[-\s]\s*{_MONTH_NAME},?[-\s]+{_YEAR}",
        rf"{_MONTH_NAME}\s+(?P<d>\d{{1,2}}),?\s+{_YEAR}",
        rf"{_MONTH_NAME},?[-\s]*{_YEAR}",
        rf"{_YEAR},?\s+(?P<d>\d{{1,2}})[-\s]+{_MONTH_NAME}",
        rf"{_YEAR},?\s+{_MONTH_NAME}",
        rf"{_YEAR}",
    )
]
_PARTS = [
    (re.compile(form, re.IGNORECASE), months)
    for word, months in ((_QUARTER, 3), (_HALF, 6))
    for form in (
        rf"{_NTH}{_ORDINAL}\s*{word},?\s*{_YEAR}",
        rf"{word}\s*{_NTH},?\s*{_YEAR}",
        rf"{_YEAR},?\s*(?:第)?{_NTH}{_ORDINAL}\s*{word}",
        rf"{_YEAR},?\s*{word}\s*{_NTH}",
    )
]
_AROUND = re.compile(
    r"^(?:(?:до|к|в|по|by|at|in)\s+)?(?:конц[аеу]\s+|конец\s+|течение\s+|(?:the\s+)?end of\s+)?"
    r"(?:(?:до|к|с|от|в|by|until)\s+)?"
    r"|\s+(?:дейін|соңына дейін|соңы|соңында|аяғы|аяғына дейін)$"
)
"""«До конца 2026 года»: the year is all that is said."""
_SPAN = re.compile(r"\s*(?:-|до|по|to|~|至|到)\s*")
_YEARS_ONLY = re.compile(rf"(\d{{4}})\s*{_YEAR_WORD}\s*-\s*(\d{{4}})\s*{_YEAR_WORD}", re.IGNORECASE)


def read_date(cell: object, *, begins: bool = False) -> PartialDate | None:
    """None for what is no date. `begins`: of what is to begin then."""
    if isinstance(cell, datetime):
        return PartialDate.of(cell.date())
    if isinstance(cell, date):
        return PartialDate.of(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _of_number(cell)
    if not isinstance(cell, str):
        return None
    return _of_text(_squeezed(cell), begins)


def read_period(cell: object) -> tuple[PartialDate | None, PartialDate | None] | None:
    """From when to when; a single date is the end. None for what is neither."""
    if isinstance(cell, str):
        text = _squeezed(cell)
        if found := _YEARS_ONLY.fullmatch(text):
            ends = [_of_text(one, False) for one in found.groups()]
            return (ends[0], ends[1]) if all(ends) else None
        for gap in _SPAN.finditer(text):
            start = _of_text(text[: gap.start()], True)
            finish = _of_text(text[gap.end() :], False)
            if start is not None and finish is not None:
                return start, finish
    finish = read_date(cell)
    return None if finish is None else (None, finish)


def _squeezed(text: str) -> str:
    return " ".join(fold(text[:100]).split()).strip(" .,;")


def _of_number(number: float) -> PartialDate | None:
    if number != number or abs(number) > _SERIALS.stop:
        return None
    if int(number) in _YEARS and number == int(number):
        return PartialDate(int(number))
    if int(number) in _SERIALS:
        return PartialDate.of(_EPOCH + timedelta(days=int(number)))
    return None


def _of_text(text: str, begins: bool) -> PartialDate | None:
    text = _AROUND.sub("", text).strip(" .,;")
    try:
        if re.fullmatch(r"\d{5}(?:\.0+)?", text):
            return _of_number(float(text))
        return _of_part(text, begins) or _of_form(text)
    except ValueError:  # a 32nd of a month
        return None


def _of_part(text: str, begins: bool) -> PartialDate | None:
    for form, months in _PARTS:
        if found := form.fullmatch(text):
            said = found["n"].lower()
            number = _ROMAN.get(said) or _CHINESE.get(said) or int(said)
            if number * months > 12:
                return None
            month = (number - 1) * months + 1 if begins else number * months
            return _checked(PartialDate(int(found["y"]), month))
    return None


def _of_form(text: str) -> PartialDate | None:
    for form in _FORMS:
        found = form.fullmatch(text)
        if found is None:
            continue
        part = found.groupdict()
        month = part.get("m")
        named = part.get("month")
        number = int(month) if month else MONTH_OF.get(named[:3].lower()) if named else None
        if named and number is None:
            continue
        day = int(part["d"]) if part.get("d") else None
        if number and day and number > 12 >= day and found.start("y") > 0:
            day, number = number, day  # 3/26/2026, as it is written overseas
        year = int(part["y"])
        return _checked(PartialDate(year + 2000 if year < 100 else year, number, day))
    return None


def _checked(told: PartialDate) -> PartialDate | None:
    return told if told.year in _YEARS else None
