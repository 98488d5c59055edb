"""When a subscriber's next digest comes: the one rule behind `next_digest_at`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from model.people import Schedule, Subscriber

NextSlot = Callable[[Schedule, datetime], datetime]
"""The first moment of a schedule strictly after another; handed in, it lives above this room."""


def with_next_digest(subscriber: Subscriber, now: datetime, next_slot: NextSlot) -> Subscriber:
    """The subscriber with `next_digest_at` as the other columns have it.

    Null exactly when no digest is to come: not subscribed, out of reach, or paused without end.
    """
    return replace(subscriber, next_digest_at=_next(subscriber, now, next_slot))


def _next(subscriber: Subscriber, now: datetime, next_slot: NextSlot) -> datetime | None:
    if not subscriber.is_subscribed or subscriber.unreachable_at is not None:
        return None
    if not subscriber.is_paused(now):
        return next_slot(subscriber.schedule, now)
    if subscriber.paused_until is None:
        return None
    return next_slot(subscriber.schedule, subscriber.paused_until)
