"""Phrases that several screens share: when a digest comes, and on which days."""

from collections.abc import Set
from datetime import datetime
from zoneinfo import ZoneInfo

from model.people import EVERY_DAY, Language, Subscriber
from views import formats
from views.texts import Texts

WORKDAYS = frozenset(range(5))


def when(at: datetime, timezone: str, now: datetime, text: Texts) -> str:
    """«завтра в 09:00», «24 ноября в 09:00», where the reader lives."""
    zone = ZoneInfo(timezone)
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    time = formats.clock_time(local.time())
    days = (local.date() - today).days
    if days in (0, 1):
        return text.plain("at-today" if days == 0 else "at-tomorrow", time=time)
    date = formats.date_near(local.date(), today, text.language)
    return text.plain("at-date", date=date, time=time)


def next_digest(subscriber: Subscriber, now: datetime, text: Texts) -> str:
    """When the next one comes; only for a subscriber to whom one is to come."""
    assert subscriber.next_digest_at is not None
    return when(subscriber.next_digest_at, subscriber.schedule.timezone, now, text)


def end_of_pause(subscriber: Subscriber, now: datetime, text: Texts) -> str:
    """The day a pause ends: that of the first digest after it."""
    assert subscriber.next_digest_at is not None
    return day(subscriber.next_digest_at, subscriber.schedule.timezone, now, text)


def day(at: datetime, timezone: str, now: datetime, text: Texts) -> str:
    """«24 ноября», where the reader lives."""
    zone = ZoneInfo(timezone)
    today = now.astimezone(zone).date()
    return formats.date_near(at.astimezone(zone).date(), today, text.language)


def days(chosen: Set[int], text: Texts) -> str:
    if chosen == EVERY_DAY:
        return text.plain("weekdays-all")
    if chosen == WORKDAYS:
        return text.plain("weekdays-work")
    return formats.weekdays(chosen, text.language)


def own_name(language: Language) -> str:
    """A language named in itself, so that a lost person finds their own."""
    return Texts(language).plain("language-name")
