"""Dates as feeds print them → moments in UTC. The rule is in docs/decisions/0006-feed-dates.md.

A date without a zone is in its source's zone. A form nobody knows is no date.
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_tz

FUTURE_ALLOWED = timedelta(hours=1)
"""Clocks differ; a date further ahead than this is a mistake and counts as now."""

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Before this there were no feeds: such a date is a zero, not a date."""

MAX_LENGTH = 100

_MONTHS = {
    # The first letters that tell a month apart, in Russian, Kazakh and English.
    1: ("янв", "қаң", "каң", "қан", "jan"),
    2: ("фев", "ақп", "акп", "feb"),
    3: ("мар", "нау", "mar"),
    4: ("апр", "сәу", "сау", "apr"),
    5: ("мая", "май", "мам", "may"),
    6: ("июн", "мау", "jun"),
    7: ("июл", "шіл", "шил", "jul"),
    8: ("авг", "там", "aug"),
    9: ("сен", "қыр", "кыр", "sep"),
    10: ("окт", "қаз", "каз", "oct"),
    11: ("ноя", "қар", "кар", "nov"),
    12: ("дек", "жел", "dec"),
}
MONTH_OF = {start: number for number, starts in _MONTHS.items() for start in starts}
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "almt": 5, "astt": 5, "aqtt": 5, "oral": 5, "qyzt": 5,
    "msk": 3, "мск": 3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "bst": 1, "uzt": 5, "kgt": 6,
}  # fmt: skip

_TIME = (
    r"(?:[\s,T]+(?:в\s+)?(?P<h>\d{1,2})[:.](?P<mi>\d{2})(?:[:.](?P<s>\d{2})(?:[.,]\d+)?)?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?)?"
)
_NAME = "[A-Za-zА-Яа-я]{1,5}"
_ZONE = rf"\s*(?P<zone>(?:{_NAME}?\s*)?[+-]\s*\d{{1,2}}(?::?\d{{2}})?|{_NAME})?"
_END = r"\s*(?:\([^)]*\))?$"
_FORMS = [
    re.compile(form + _TIME + _ZONE + _END, re.IGNORECASE)
    for form in (
        r"(?P<y>\d{4})[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})",
        r"(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>\d{4})",
        r"(?:[^\W\d]+\.?,?\s+)?(?P<d>\d{1,2})[\s-]+(?P<month>[^\W\d]+)\.?,?[\s-]+(?P<y>\d{4})"
        r"(?:\s*(?:г|года|ж|жыл|жылы)\.?)?",
        r"(?P<y>\d{4})\s*(?:жылғы|жылы|жыл|ж)\.?\s*(?P<d>\d{1,2})[\s-]+(?P<month>[^\W\d]+)",
        r"(?:[^\W\d]+\.?,?\s+)?(?P<month>[^\W\d]+)\.?\s+(?P<d>\d{1,2}),?\s+(?P<y>\d{4})",
    )
]
_OFFSET = re.compile(r"^(?P<name>[^\W\d]*)\s*(?P<sign>[+-])\s*(?P<h>\d{1,2}):?(?P<m>\d{2})?$")
_SAYS_UTC = re.compile(r"[+-]0{1,2}:?0{2}\b|\b(?:gmt|utc?|z)\b", re.IGNORECASE)


def read_date(printed: str, zone: tzinfo, now: datetime) -> datetime | None:
    """The moment that is printed, in UTC; None for what is no date. Never far in the future."""
    moment = _moment(" ".join(printed[:MAX_LENGTH].split()), zone)
    if moment is None or moment < EARLIEST:
        return None
    return now if moment > now + FUTURE_ALLOWED else moment


def _moment(printed: str, zone: tzinfo) -> datetime | None:
    if not printed:
        return None
    try:
        return _by_form(printed, zone) or _by_mail_rules(printed, zone)
    except (ValueError, OverflowError, TypeError):  # a 32nd day, a year of 9 digits
        return None


def _by_form(printed: str, zone: tzinfo) -> datetime | None:
    for form in _FORMS:
        found = form.match(printed)
        if not found:
            continue
        part = found.groupdict()
        month = MONTH_OF.get(part["month"].lower()[:3]) if part.get("month") else int(part["m"])
        if month is None:
            continue
        day = int(part["d"])
        if month > 12 >= day:  # 11/23/2026, as it is written overseas
            day, month = month, day
        there = _zone(part["zone"], zone)
        if there is None:
            continue
        moment = datetime(int(part["y"]), month, day, *_clock(part), tzinfo=there)
        return moment.astimezone(UTC)
    return None


def _clock(part: dict[str, str | None]) -> tuple[int, int, int]:
    """Hour, minute and second; a leap second is read as the one before it."""
    hour = int(part["h"] or 0)
    if part["half"]:
        hour = hour % 12 + (12 if part["half"].lower() == "p" else 0)
    return hour, int(part["mi"] or 0), min(int(part["s"] or 0), 59)


def _zone(printed: str | None, default: tzinfo) -> tzinfo | None:
    """The zone's offset; the default where none is printed; None for an unknown name."""
    if not printed:
        return default
    offset = _OFFSET.match(printed)
    if offset and offset["name"].lower() in ("", "gmt", "utc", "ut", "z"):
        minutes = int(offset["h"]) * 60 + int(offset["m"] or 0)
        return timezone(timedelta(minutes=minutes if offset["sign"] == "+" else -minutes))
    hours = _ZONES.get(printed.lower())
    return None if hours is None else timezone(timedelta(hours=hours))


def _by_mail_rules(printed: str, zone: tzinfo) -> datetime | None:
    """RFC 822 in its odder dress: two-digit years, a missing comma, a missing second."""
    parts = parsedate_tz(printed)
    if parts is None:
        return None
    # No zone is reported as an offset of 0, just like UTC.
    is_told = bool(parts[9]) or _SAYS_UTC.search(printed) is not None
    there = timezone(timedelta(seconds=parts[9] or 0)) if is_told else zone
    return datetime(*parts[:5], min(parts[5], 59), tzinfo=there).astimezone(UTC)
