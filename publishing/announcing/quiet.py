"""Quiet hours: an announcement reaches nobody at night by their own clock. Pure."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from publishing.slots import change_between

QUIET_FROM = time(22, 0)
QUIET_UNTIL = time(8, 0)
"""By the clock of each chat; alerts have the same hours where nobody chose others."""


def is_quiet(timezone: str, at: datetime) -> bool:
    """Whether it is night there at this moment."""
    local = at.astimezone(ZoneInfo(timezone)).time()
    return local >= QUIET_FROM or local < QUIET_UNTIL


def decent(timezone: str, at: datetime) -> datetime:
    """The first moment from `at` on at which it is not night there; in UTC.

    A clock that is put forward or back in the night makes the night shorter or longer, ends it, or
    begins it a second time: what the clock on the wall says is what counts.
    """
    zone, moment = ZoneInfo(timezone), at.astimezone(UTC)
    while is_quiet(timezone, moment):
        morning = moment + _until_morning(moment.astimezone(zone).time())
        if _offset(morning, zone) != _offset(moment, zone):
            morning = change_between(moment, morning, zone)
        moment = morning
    return moment


def _until_morning(local: time) -> timedelta:
    """How long until the clock shows the end of the quiet hours, if nobody touches it."""
    now = timedelta(
        hours=local.hour,
        minutes=local.minute,
        seconds=local.second,
        microseconds=local.microsecond,
    )
    days = 1 if local >= QUIET_UNTIL else 0
    return timedelta(days=days, hours=QUIET_UNTIL.hour, minutes=QUIET_UNTIL.minute) - now


def _offset(at: datetime, zone: ZoneInfo) -> timedelta | None:
    return at.astimezone(zone).utcoffset()
