"""What officials type in an update, in whatever form and language: dates, numbers, places. Pure.

None is what was not understood; nothing is guessed that the preview would not show.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from model.partial_dates import PartialDate
from model.projects import Point
from news.dates import MONTH_OF

LONGEST = 100
"""Letters: no date and no number is longer."""

_DAYS = {
    0: ("сегодня", "бүгін", "бугин", "today", "今天", "сейчас"),
    -1: ("вчера", "кеше", "yesterday", "昨天"),
    1: ("завтра", "ертең", "ертен", "tomorrow", "明天"),
}
_DAY_OF = {word: days for days, words in _DAYS.items() for word in words}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_CHINESE = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
_ORDINAL = {
    "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "четвёрт": 4,
    "бірінші": 1, "екінші": 2, "үшінші": 3, "төртінші": 4,
    "first": 1, "second": 2, "third": 3, "fourth": 4,
}  # fmt: skip

_YEAR = r"(?P<y>20\d{2}|19\d{2})"
_YEAR_WORD = r"(?:\s*[-–]?\s*(?:год[ауе]?|гг?|жылғы|жылдың|жылы|жыл|ж|year)\b\.?|年)?"
_TAIL = rf"(?:,?\s*{_YEAR}{_YEAR_WORD})?"
_NUMBER = r"(?P<n>[1-4]|iv|i{1,3}|[一二三四上下]|[^\W\d]+)"
_END = r"(?:\s*[-–]?\s*(?:го|й|ый|ой|ый|ая|ое|е|м|ом|ші|шы|інші|ыншы|st|nd|rd|th))?\s*[-–]?\s*"
_QUARTER = r"(?:кв(?:артал\w*)?|тоқсан\w*|токсан\w*|quarter|qtr|季度)\b\.?"
_HALF = r"(?:полугоди\w*|жартыжылды\w*|жарты\s*жыл\w*|half|半年)\b\.?"

_FORMS = [
    re.compile(form)
    for form in (
        rf"{_YEAR}[-./](?P<m>\d{{1,2}})[-./](?P<d>\d{{1,2}})",
        rf"{_YEAR}[-./](?P<m>\d{{1,2}})",
        r"(?P<d>\d{1,2})[-./\s](?P<m>\d{1,2})[-./\s](?P<y>\d{4}|\d{2})(?:\s*(?:г|ж)\.?)?",
        rf"(?P<m>\d{{1,2}})[-./]{_YEAR}(?:\s*(?:г|ж)\.?)?",
        r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})",
        rf"(?:до|к|by|until)?\s*(?:конц[аеу]\s+)?{_YEAR}{_YEAR_WORD}",
        rf"(?:конец|соңы|end of)\s+{_YEAR}{_YEAR_WORD}",
        rf"(?P<d>\d{{1,2}})(?:-?(?:го|е|ші|шы|інші|ыншы)|st|nd|rd|th)?[\s-]+(?P<month>[^\W\d]+)\.?{_TAIL}",
        rf"(?:конец|начало|середина|в|к|до|by|in)?\s*(?P<month>[^\W\d]+)\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+{_YEAR})?",
        rf"(?:в|к|до|by|in|end of|until|конец|начало|середина)?\s*(?P<month>[^\W\d]+)\.?{_TAIL}",
        rf"{_YEAR}{_YEAR_WORD}\s*(?P<d>\d{{1,2}})(?:-?(?:ші|шы))?[\s-]+(?P<month>[^\W\d]+)\.?",
        rf"{_YEAR}{_YEAR_WORD}\s*(?P<month>[^\W\d]+)\.?",
        rf"{_YEAR}年(?P<m>\d{{1,2}})月(?:(?P<d>\d{{1,2}})[日号])?",
        r"(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})[日号])?",
    )
]
_PARTS = [
    (re.compile(form), months)
    for unit, months, letter in ((_QUARTER, 3, "q"), (_HALF, 6, "h"))
    for form in (
        rf"(?:в|к|до|in|by)?\s*第?{_NUMBER}{_END}{unit}{_TAIL}",
        rf"{_YEAR}{_YEAR_WORD}[\s,]*第?{_NUMBER}{_END}{unit}",
        rf"{letter}\s*{_NUMBER}{_TAIL}",
        rf"{_YEAR}\s*{letter}\s*{_NUMBER}",
    )
]


def parse_date(typed: str, today: date) -> PartialDate | None:
    """«15.03.2027», «март 2027», «3 квартал», "May 2027", «2027 ж.», «вчера», 2027年3月.

    Without a year it is this one. A quarter or half is its last month.
    """
    text = _folded(typed)
    if not 0 < len(text) <= LONGEST:
        return None
    if (days := _DAY_OF.get(text)) is not None:
        return PartialDate.of(today + timedelta(days=days))
    try:
        return _part_of_year(text, today) or _by_form(text, today)
    except ValueError:  # a 32nd day, a 13th month
        return None


def parse_percent(typed: str) -> int | None:
    """«60», «60%», «60 процентов», «60,5 %» (rounded), «60 пайыз»."""
    found = re.fullmatch(
        r"(?:на|до|примерно|около|~|≈)?\s*(\d{1,3})(?:[.,](\d+))?\s*"
        r"(?:%|％|процент\w*|пайыз\w*|percent|per cent|pct)?",
        _folded(typed),
    )
    if found is None:
        return None
    value = round(float(f"{found[1]}.{found[2] or 0}"))
    return value if value <= 100 else None


_POINT = re.compile(
    r"(?:lat\w*|шир\w*)?[:\s]*(?P<a>[-+]?\d{1,3}[.,]\d+)\s*°?\s*(?P<ns>[nsсю])?[,;\s]+"
    r"(?:lon\w*|долг\w*)?[:\s]*(?P<b>[-+]?\d{1,3}[.,]\d+)\s*°?\s*(?P<ew>[ewвз])?"
)
_MAP_LINK = re.compile(
    r"(?:[?&/@](?:q|ll|query|center|point)?=?|!3d)"
    r"(?P<a>-?\d{1,3}\.\d+)(?:,|%2c|!4d)(?P<b>-?\d{1,3}\.\d+)"
)


def parse_point(typed: str) -> Point | None:
    """«43.297, 68.251», «43,297 68,251», or a link to a map of Google's, Yandex's or 2GIS's."""
    text = _folded(typed)
    if text.startswith(("http://", "https://")):
        found = _MAP_LINK.search(text)
        if found is None:
            return None
        first, second = float(found["a"]), float(found["b"])
        # These two put the longitude first.
        if "yandex" in text or "2gis" in text:
            first, second = second, first
        return _point(first, second)
    found = _POINT.fullmatch(text)
    if found is None:
        return None
    north = float(found["a"].replace(",", ".")) * (-1 if found["ns"] in ("s", "ю") else 1)
    east = float(found["b"].replace(",", ".")) * (-1 if found["ew"] in ("w", "з") else 1)
    return _point(north, east)


@dataclass(frozen=True, slots=True)
class Told:
    """Words with what they name as their source."""

    words: str
    link: str | None


_LINK = re.compile(r"(?:https?://|www\.)[^\s<>«»\"]+", re.IGNORECASE)


def split_link(typed: str) -> Told:
    """«сдали корпус https://…» → the words, and the address; without its last full stop."""
    found = _LINK.search(typed)
    if found is None:
        return Told(" ".join(typed.split()), None)
    link = found[0].rstrip(".,;:!?)")
    words = " ".join((typed[: found.start()] + " " + typed[found.end() :]).split())
    return Told(words.strip(" .,;:()—–-"), link if "://" in link else f"https://{link}")


def find_date(typed: str, today: date) -> tuple[PartialDate | None, str]:
    """A date that stands among other words («Kazinform, 12.03.2026»), and the words without it."""
    words = re.split(r"[,;|\n]|\s+(?:от|от|on|—|–)\s+", typed)
    for word in words:
        if (found := parse_date(word, today)) is not None and re.search(r"\d", word):
            left = " ".join(", ".join(one.strip() for one in words if one != word).split())
            return found, left.strip(" ,;")
    return None, typed.strip()


def _folded(typed: str) -> str:
    text = unicodedata.normalize("NFKC", typed).casefold().replace("ё", "е")
    return " ".join(text.split()).strip(' .!?,;…。«»"')


def _by_form(text: str, today: date) -> PartialDate | None:
    for form in _FORMS:
        found = form.fullmatch(text)
        if found is None:
            continue
        part = found.groupdict()
        month = _month(part.get("month"), part.get("m"))
        if month is None and (part.get("month") or part.get("m")):
            continue
        year = _year(part.get("y"), today)
        day = part.get("d")
        return PartialDate(year, month, None if day is None else int(day))
    return None


def _part_of_year(text: str, today: date) -> PartialDate | None:
    for form, months in _PARTS:
        found = form.fullmatch(text)
        number = None if found is None else _ordinal(found["n"])
        if found is None or number is None or number * months > 12:
            continue
        return PartialDate(_year(found["y"], today), number * months)
    return None


def _ordinal(word: str) -> int | None:
    if word.isascii() and word.isdigit():
        return int(word)
    known = _ROMAN.get(word) or _CHINESE.get(word)
    return known or next((n for start, n in _ORDINAL.items() if word.startswith(start)), None)


def _month(word: str | None, number: str | None) -> int | None:
    if word is not None:
        return MONTH_OF.get(word[:3]) if len(word) >= 3 else None
    return None if number is None else int(number)


def _year(written: str | None, today: date) -> int:
    if written is None:
        return today.year
    return 2000 + int(written) if len(written) == 2 else int(written)


def _point(latitude: float, longitude: float) -> Point | None:
    if abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return Point(round(latitude, 6), round(longitude, 6))
