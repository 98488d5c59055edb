"""When a source is asked next, and what the admins hear of it: decided purely.

What a publisher asks for is obeyed within bounds. Errors wait longer and longer, a little apart
from one another, so that a site that comes back is not met by everyone at once.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from statistics import median

from model.news import NEVER, Notice, NoticeKind, Source, SourceState

SHORTEST = timedelta(minutes=5)
LONGEST = timedelta(hours=24)

STOP_AFTER = 6
"""Failures in a row: with the waits between them, most of a day at the usual interval."""

JITTER = 0.2

SILENCE_AT_LEAST = timedelta(days=3)
SILENCE_TIMES = 10
"""Silent for so many times its usual gap between items."""

SILENCE_UNKNOWN = timedelta(days=14)
"""For a source with too few items to have a rhythm."""

ENOUGH_ITEMS = 5


def after_success(
    source: Source,
    now: datetime,
    *,
    wanted: Sequence[float | None] = (),
    gave_new: bool = False,
    recent: Sequence[datetime] = (),
) -> tuple[Source, Notice | None]:
    """The source after an answer that was a feed, or that nothing changed.

    `wanted`: seconds that its headers and its feed ask us to wait. `recent`: when its last items
    came, for its rhythm.
    """
    told, notice = _told_after_success(source, now, gave_new, recent)
    return replace(
        source,
        state=SourceState.ACTIVE if source.state is SourceState.STOPPED else source.state,
        next_poll_at=now + _wait(source, wanted),
        claimed_until=None,
        checked_at=now,
        succeeded_at=now,
        newest_at=now if gave_new else source.newest_at,
        last_error=None,
        failures=0,
        told=told,
    ), notice


def after_failure(
    source: Source,
    now: datetime,
    reason: str,
    rng: Random,
    *,
    retry_after: float | None = None,
    gone: bool = False,
) -> tuple[Source, Notice | None]:
    """The source after no usable answer."""
    failures = source.failures + 1
    kind = None
    if gone:
        kind = NoticeKind.GONE
    elif failures >= STOP_AFTER:
        kind = NoticeKind.STOPPED
    notice = None if kind is None or source.told == kind else _notice(source, kind, reason)
    is_paused = source.state is SourceState.PAUSED
    return replace(
        source,
        state=SourceState.STOPPED if kind and not is_paused else source.state,
        next_poll_at=NEVER if gone else now + _backoff(source, failures, retry_after, rng),
        claimed_until=None,
        checked_at=now,
        last_error=reason,
        failures=failures,
        told=kind or source.told,
    ), notice


def is_silent(source: Source, now: datetime, recent: Sequence[datetime]) -> bool:
    """Whether it has given nothing new far beyond its own rhythm."""
    quiet_for = now - (source.newest_at or source.added_at)
    if quiet_for < SILENCE_AT_LEAST:
        return False
    moments = sorted(recent)
    if len(moments) < ENOUGH_ITEMS:
        return quiet_for > SILENCE_UNKNOWN
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    usual = timedelta(seconds=median(gap.total_seconds() for gap in gaps))
    return quiet_for > max(SILENCE_AT_LEAST, usual * SILENCE_TIMES)


def _told_after_success(
    source: Source, now: datetime, gave_new: bool, recent: Sequence[datetime]
) -> tuple[str | None, Notice | None]:
    if source.told in (NoticeKind.GONE, NoticeKind.STOPPED):
        return None, _notice(source, NoticeKind.BACK)
    if gave_new:
        is_back = source.told == NoticeKind.SILENT
        return None, _notice(source, NoticeKind.BACK) if is_back else None
    if source.told is None and is_silent(source, now, recent):
        return NoticeKind.SILENT, _notice(source, NoticeKind.SILENT)
    return source.told, None


def _notice(source: Source, kind: NoticeKind, detail: str | None = None) -> Notice:
    return Notice(kind, source.id, source.title, source.url, detail)


def _wait(source: Source, wanted: Sequence[float | None]) -> timedelta:
    seconds = max([source.interval_minutes * 60, *(wish for wish in wanted if wish is not None)])
    return _bounded(seconds)


def _backoff(source: Source, failures: int, retry_after: float | None, rng: Random) -> timedelta:
    if failures >= STOP_AFTER:
        seconds = LONGEST.total_seconds()  # only to see whether it is back
    else:
        seconds = source.interval_minutes * 60 * 2 ** (failures - 1)
    seconds *= rng.uniform(1 - JITTER, 1 + JITTER)
    return _bounded(max(seconds, retry_after or 0))


def _bounded(seconds: float) -> timedelta:
    return min(max(timedelta(seconds=min(seconds, 1e9)), SHORTEST), LONGEST)
