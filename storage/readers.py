"""Rows of subscribers as digests are made for them: a hundred thousand at a time.

What many of them share (choices, schedules) is made once and kept, objects and hashes alike.
"""

import json
from collections.abc import Sequence
from datetime import datetime, time
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, cast, or_, select

from model.editions import Reader
from model.people import ChatKind, Choices, Language, Schedule
from storage.choices import choices_of
from storage.tables import SubscriberTable


def readers() -> Select[*tuple[Any, ...]]:
    return select(
        SubscriberTable.id,
        SubscriberTable.chat_id,
        SubscriberTable.kind,
        SubscriberTable.language,
        # As text: there are a few different ones among them, each to be read once.
        cast(SubscriberTable.choices, Text).label("choices"),
        SubscriberTable.timezone,
        SubscriberTable.digest_time,
        SubscriberTable.days,
        SubscriberTable.tells_nothing_new,
        SubscriberTable.thread_id,
        SubscriberTable.subscribed_at,
        SubscriberTable.next_digest_at,
    )


def may_be_told(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Of a subscriber: anything that they did not ask for just now."""
    return (
        SubscriberTable.subscribed_at.is_not(None),
        SubscriberTable.unreachable_at.is_(None),
        or_(SubscriberTable.paused_at.is_(None), SubscriberTable.paused_until <= now),
    )


def reader_of(row: Sequence[Any]) -> Reader:
    (id_, chat, kind, language, choices, timezone, at, days, tells, thread, subscribed, due) = row
    return Reader(
        id=id_,
        chat_id=chat,
        kind=_KINDS[kind],
        language=_LANGUAGES[language],
        schedule=_schedule(at, days, timezone),
        choices=_choices_in(choices),
        thread_id=thread,
        tells_nothing_new=tells,
        subscribed_at=subscribed,
        next_digest_at=due,
    )


_KINDS = {str(kind): kind for kind in ChatKind}
_LANGUAGES = {str(language): language for language in Language}


@lru_cache(maxsize=4096)
def _choices_in(kept: str) -> Choices:
    return choices_of(json.loads(kept))


@lru_cache(maxsize=4096)
def _schedule(at: time, days: int, timezone: str) -> Schedule:
    return Schedule(at, frozenset(day for day in range(7) if days >> day & 1), timezone)
