"""When the next digest is due: a wall-clock time on chosen weekdays in a person's time zone.

A time in a gap of the clock goes at the first moment after the gap, a time that an overlap
repeats goes once, at its first passing.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from model.people import Schedule

_SECOND = timedelta(seconds=1)


def next_slot(schedule: Schedule, after: datetime) -> datetime:
    """The first moment of the schedule strictly after `after`; aware, in UTC."""
    zone = ZoneInfo(schedule.timezone)
    # A zone may be a day behind where a gap moved yesterday's time past midnight, and a whole
    # day can be missing (Samoa, 30 December 2011): a week and two days always hold a slot.
    day = after.astimezone(zone).date() - timedelta(days=1)
    for _ in range(10):
        if day.weekday() in schedule.days:
            moment = moment_of(day, schedule.at, zone)
            if moment > after:
                return moment
        day += timedelta(days=1)
    raise AssertionError(f"no slot within ten days after {after}: {schedule}")


def moment_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """When it is so late there on that day, in UTC; in a gap the end of it, of two the first."""
    local = datetime.combine(day, at, tzinfo=zone)  # fold=0: the first passing
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return moment
    # With fold=0 a time in a gap is read with the offset before it, so it lands after the gap;
    # with fold=1 with the offset after it, so it lands before. The change is between the two.
    return change_between(local.replace(fold=1).astimezone(UTC), moment, zone)


def change_between(early: datetime, late: datetime, zone: ZoneInfo) -> datetime:
    """The moment at which the clock is put forward or back, the one change of (early, late]."""
    before = early.astimezone(zone).utcoffset()
    while late - early > _SECOND:
        middle = early + (late - early) / 2
        if middle.astimezone(zone).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late.replace(microsecond=0)
