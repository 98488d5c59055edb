"""When an announcement goes: what is typed, what buttons offer, what run of a series is next. Pure.

A wall-clock time in a gap of the clock is the first moment after it, one that comes twice is its
first passing: see publishing/slots.py.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from accounts.typed import parse_time
from model.announcements import Every, Recurrence
from model.ids import AnnouncementId
from model.people import Schedule
from projects.updating.typed import parse_date
from publishing.announcing.errors import FarMomentError, PastMomentError
from publishing.slots import moment_of, next_slot

LONGEST = 60
"""Letters: no day and time is longer."""
FURTHEST = timedelta(days=366)
"""Nobody means what is further off: it is a slip in the year."""
_NEXT_YEAR_WITHIN = timedelta(days=183)
"""A day without its year that is over is next year's, where that is no further off."""
_COMMON = (time(9), time(12), time(18))

_WEEKDAYS = (
    r"пн|понедельник\w*|дс|дүйсенбі\w*|mon(?:day)?|(?:周|星期|礼拜)一",
    r"вт|вторник\w*|сс|сейсенбі\w*|tue(?:sday)?|(?:周|星期|礼拜)二",
    r"ср|сред[ауы]|сәрсенбі\w*|wed(?:nesday)?|(?:周|星期|礼拜)三",
    r"чт|четверг\w*|бс|бейсенбі\w*|thu(?:rsday)?|(?:周|星期|礼拜)四",
    r"пт|пятниц\w*|жм|жұма\w*|fri(?:day)?|(?:周|星期|礼拜)五",
    r"сб|суббот\w*|сн|сенбі\w*|sat(?:urday)?|(?:周|星期|礼拜)六",
    r"вс|воскресень\w*|жс|жексенбі\w*|sun(?:day)?|(?:周|星期|礼拜)[日天]",
)
_WEEKDAY = [re.compile(rf"(?:(?:во?|on)\s+)?(?:{names})(?:\s+күні)?") for names in _WEEKDAYS]
_DAY_OR_TIME = re.compile(r"\d{1,2}\.\d{1,2}")
"""Alone it may be either: nobody guesses."""
_AFTER_TOMORROW = ("послезавтра", "бүрсігүні", "бурсигуни", "day after tomorrow", "后天")
_HOURS = r"ч(?:ас\w*)?|сағ(?:ат\w*)?|h(?:ours?)?|(?:个)?小时"
_MINUTES = r"мин\w*|m(?:in(?:ute)?s?)?|分钟?"
_IN = re.compile(
    rf"(?:через|in)?\s*(?P<n>\d{{1,3}})?\s*(?:(?P<h>{_HOURS})|(?P<m>{_MINUTES}))"
    r"\s*(?:кейін|соң|later|[之以]?后)?"
)
_SAYS_AFTER = re.compile(r"^(?:через|in)\b|(?:кейін|соң|later|后)$")


@dataclass(frozen=True, slots=True)
class Moment:
    at: datetime
    """In UTC."""
    is_moved: bool = False
    """The clock leaps over what was asked for: it is the first moment after that."""


def read_moment(typed: str, now: datetime, timezone: str) -> Moment | None:
    """«завтра 10:00», «25.12 9:30», «в пятницу в 6 вечера», «18:00», "in 2 hours", 明天10点.

    A time alone is today's, or tomorrow's where it is over. None: not understood. What is over is
    given as it was said: the caller refuses it.
    """
    text = unicodedata.normalize("NFKC", typed).casefold().replace("ё", "е")
    text = " ".join(text.split()).strip(" .!?,;…。")
    if not 0 < len(text) <= LONGEST or _DAY_OR_TIME.fullmatch(text):
        return None
    if (found := _in_a_while(text, now)) is not None:
        return found
    zone = ZoneInfo(timezone)
    today = now.astimezone(zone).date()
    if (at := parse_time(text)) is not None:
        moment = on(today, at, zone)
        return moment if moment.at > now else on(today + timedelta(days=1), at, zone)
    for day_words, time_words in _halves(text):
        at = parse_time(time_words)
        if at is not None and (found := _of_day(day_words, at, now, zone)) is not None:
            return found
    return None


def on(day: date, at: time, zone: ZoneInfo) -> Moment:
    """A wall-clock time of a day; of a day that the clock leaps over, the first moment after it."""
    moment = moment_of(day, at, zone)
    there = moment.astimezone(zone)
    return Moment(moment, is_moved=(there.date(), there.time()) != (day, at))


def check(number: AnnouncementId, at: datetime, now: datetime) -> None:
    """PastMomentError, FarMomentError."""
    if at <= now:
        raise PastMomentError(number)
    if at > now + FURTHEST:
        raise FarMomentError(number)


def offered(now: datetime, timezone: str) -> list[datetime]:
    """What one press chooses: some hours of today and tomorrow, and next Monday morning."""
    zone = ZoneInfo(timezone)
    today = now.astimezone(zone).date()
    days = [today, today + timedelta(days=1)]
    monday = today + timedelta(days=7 - today.weekday())
    moments = [moment_of(day, at, zone) for day in days for at in _COMMON]
    moments.append(moment_of(monday, _COMMON[0], zone))
    return sorted({moment for moment in moments if moment > now})


def next_run(recurrence: Recurrence, after: datetime) -> datetime:
    """The first run strictly after a moment, in UTC."""
    if recurrence.every is Every.WEEK:
        days = frozenset({recurrence.day})
        return next_slot(Schedule(recurrence.at, days, recurrence.timezone), after)
    zone = ZoneInfo(recurrence.timezone)
    # From the month before: a gap can move the run of its last day into this one.
    first = (after.astimezone(zone).date().replace(day=1) - timedelta(days=1)).replace(day=1)
    for months in range(4):
        year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
        day = min(recurrence.day, monthrange(year, month + 1)[1])
        moment = moment_of(date(year, month + 1, day), recurrence.at, zone)
        if moment > after:
            return moment
    raise AssertionError(f"no run within three months after {after}: {recurrence}")


def _in_a_while(text: str, now: datetime) -> Moment | None:
    found = _IN.fullmatch(text)
    if found is None or (found["h"] and _SAYS_AFTER.search(text) is None):
        return None  # «10 ч» is a time of day, «10 минут» is none
    n = int(found["n"] or 1)
    wait = timedelta(hours=n) if found["h"] else timedelta(minutes=n)
    return Moment((now + wait).replace(second=0, microsecond=0).astimezone(UTC))


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """All ways to read it as a day and a time, in either order."""
    words = text.split()
    cuts = range(1, len(words))
    for cut in cuts:
        yield _trimmed(words[:cut]), _trimmed(words[cut:])
    for cut in cuts:
        yield _trimmed(words[cut:]), _trimmed(words[:cut])
    if not text.isascii():  # Chinese puts no space between the two
        for at in range(1, len(text)):
            yield _trimmed([text[:at]]), _trimmed([text[at:]])


def _trimmed(words: list[str]) -> str:
    return " ".join(words).strip(" ,;")


def _of_day(words: str, at: time, now: datetime, zone: ZoneInfo) -> Moment | None:
    today = now.astimezone(zone).date()
    if words in _AFTER_TOMORROW:
        return on(today + timedelta(days=2), at, zone)
    for weekday, names in enumerate(_WEEKDAY):
        if names.fullmatch(words):
            moment = on(today + timedelta(days=(weekday - today.weekday()) % 7), at, zone)
            days = (weekday - today.weekday()) % 7 or 7
            return moment if moment.at > now else on(today + timedelta(days=days), at, zone)
    day, next_year = _day(words, today), _day(words, _a_year_after(today))
    if day is None:
        return None
    moment = on(day, at, zone)
    if moment.at <= now and next_year is not None:
        later = on(next_year, at, zone)
        if now < later.at <= now + _NEXT_YEAR_WITHIN:
            return later
    return moment


def _day(words: str, today: date) -> date | None:
    said = parse_date(words, today)
    if said is None or said.day is None:
        return None
    return said.first


def _a_year_after(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, monthrange(day.year + 1, day.month)[1]))
