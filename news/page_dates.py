"""Dates as pages show them to people: among other words, without a year, or as "today, 14:05".

What is shown is put into a form that news/dates.py knows, in the source's zone.
"""

import re
from datetime import datetime, timedelta, tzinfo

from news.dates import read_date

_DAYS = {
    "today": 0, "сегодня": 0, "бүгін": 0, "бугін": 0, "今天": 0,
    "yesterday": 1, "вчера": 1, "кеше": 1, "昨天": 1,
}  # fmt: skip
_DAY = re.compile(rf"(?:{'|'.join(_DAYS)})\b,?\s*", re.IGNORECASE)
_TIME = re.compile(r"(?:\bв\s+)?\b(\d{1,2}:\d{2})\b", re.IGNORECASE)
_WITHOUT_YEAR = re.compile(
    r"^(\d{1,2})[\s-]+([^\W\d]{3,})\.?,?(?:\s+(?:в\s+)?(\d{1,2}:\d{2}))?(?!\S*\s*\d{4})",
    re.IGNORECASE,
)
_CLOCK_FIRST = re.compile(r"^(\d{1,2}:\d{2})[\s,|/·•-]+(\S.*)$")
# A date, a time or a month's name before its day; what stands before is a label.
_BEGINNING = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d", re.IGNORECASE
)
_END = re.compile(r"\s*[|•·].*$|\s+[-–—]\s.*$")


def read_shown_date(shown: str, zone: tzinfo, now: datetime) -> datetime | None:
    """The moment, in UTC; None for what is no date. A day without a year is the last such day."""
    shown = " ".join(shown[:200].split())
    if moment := read_date(shown, zone, now):
        return moment
    if day := _DAY.search(shown):
        past = _DAYS[day[0].rstrip(", ").lower()]
        return _at(shown, now.astimezone(zone) - timedelta(days=past), zone, now)
    beginning = _BEGINNING.search(shown)
    if beginning is None:
        return None
    shown = shown[beginning.start() :]
    if found := _CLOCK_FIRST.match(shown):
        shown = f"{_END.sub('', found[2])} {found[1]}"
    for form in (shown, _END.sub("", shown)):
        if moment := read_date(form, zone, now) or _this_year(form, zone, now):
            return moment
    return _at(shown, now.astimezone(zone), zone, now) if _TIME.fullmatch(shown) else None


def _at(shown: str, day: datetime, zone: tzinfo, now: datetime) -> datetime | None:
    clock = _TIME.search(shown)
    return read_date(f"{day:%Y-%m-%d} {clock[1] if clock else ''}", zone, now)


def _this_year(shown: str, zone: tzinfo, now: datetime) -> datetime | None:
    found = _WITHOUT_YEAR.match(shown)
    if not found:
        return None
    here = now.astimezone(zone)
    for year in (here.year, here.year - 1):
        moment = read_date(f"{found[1]} {found[2]} {year} {found[3] or ''}", zone, now)
        # A date ahead is read as now, so it is told by its month and day.
        if moment is not None and (
            moment < now
            or (moment.astimezone(zone).month, moment.astimezone(zone).day)
            == (here.month, int(found[1]))
        ):
            return moment
    return None
