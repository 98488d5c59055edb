"""Which rows of the outbox go next: a walk along the index of what waits, in order."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Table,
    func,
    literal,
    literal_column,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from model.outbox import RowState
from storage.sharing import Turn, is_sqlite
from storage.tables import BodyTable, OutboxTable

EXPIRED = "its time was over"
_LEAST_PAGE = 50
_FEW = 500
"""Rows that may go: with more of them, a walk in order soon meets enough."""
# Core tables, not classes: these statements run for every one of 100,000 rows.
OUTBOX: Table = OutboxTable.metadata.tables["outbox"]
BODIES: Table = BodyTable.metadata.tables["bodies"]

# 'pending' and 'sending' are written out: as parameters they would not match a partial index.
IS_PENDING = OUTBOX.c.state == literal_column("'pending'")
IS_SENDING = OUTBOX.c.state == literal_column("'sending'")
HAS_BEGUN = or_(
    OUTBOX.c.attempts > 0,
    OUTBOX.c.error.is_not(None),
    OUTBOX.c.was_uncertain,
    OUTBOX.c.parts_sent > 0,
)
MAY_HAVE_ARRIVED = or_(OUTBOX.c.was_uncertain, OUTBOX.c.parts_sent > 0)
# A lease is asked for so that SQLite takes the small index; a chat that is null would hide all.
_BUSY_CHATS = select(func.coalesce(OUTBOX.c.chat_id, 0)).where(
    IS_SENDING, OUTBOX.c.lease_until.is_not(None)
)
_PAGE = (
    select(OUTBOX)
    .where(IS_PENDING, OUTBOX.c.chat_id.not_in(_BUSY_CHATS))
    .order_by(OUTBOX.c.priority, OUTBOX.c.id)
    .with_for_update(skip_locked=True, of=OUTBOX)
)
# Two claims at once could each take a row of one chat. And until PostgreSQL has looked at
# 100,000 new rows, it would sort them all for each claim, not walk the index.
_CLAIM_ALONE = select(
    func.pg_advisory_xact_lock(Turn.CLAIMING.value),
    func.set_config("enable_bitmapscan", "off", True),
)


async def next_rows(
    session: AsyncSession, n: int, now: datetime, without_chats: Collection[int]
) -> list[Row[Any]]:
    """Up to n rows that may go, one a chat; what has expired on the way is cancelled.

    The walk goes on by keys, so that with 100,000 rows only the first pages are read.
    """
    if not is_sqlite(session):  # there a write transaction is alone anyway
        await session.execute(_CLAIM_ALONE)
    size = max(2 * n, _LEAST_PAGE)
    few = await _few_due(session, now)
    chosen: list[Row[Any]] = []
    seen = set(without_chats)
    waits = _waits(now)
    while len(chosen) < n:
        query = _PAGE.where(waits, OUTBOX.c.chat_id.not_in(seen)).limit(size)
        if few is not None:
            query = query.where(OUTBOX.c.chat_id.in_(few))
        page = (await session.execute(query)).all()
        if any(_is_over(row, now) for row in page):
            await _expire(session, now)
        for row in page:
            if row.chat_id in seen or _is_over(row, now):
                continue
            seen.add(row.chat_id)
            if row.not_before <= now:
                chosen.append(row)
        if len(page) < size:
            break
        last = tuple_(literal(page[-1].priority), literal(page[-1].id))
        waits = _waits(now) & (tuple_(OUTBOX.c.priority, OUTBOX.c.id) > last)
    return chosen[:n]


async def _few_due(session: AsyncSession, now: datetime) -> set[int] | None:
    """The chats of what may go, where they are few: then nothing else is walked past,

    be it 100,000 rows that are meant for tomorrow. None where they are many.
    """
    # Ordered, so that SQLite takes the index of moments and not the one of all that waits.
    due = await session.execute(
        select(OUTBOX.c.chat_id)
        .where(IS_PENDING, OUTBOX.c.not_before <= now)
        .order_by(OUTBOX.c.not_before)
        .limit(_FEW + 1)
    )
    chats = [chat for (chat,) in due]
    return None if len(chats) > _FEW else {chat for chat in chats if chat is not None}


async def _expire(session: AsyncSession, now: datetime) -> None:
    await session.execute(
        update(OUTBOX)
        .where(IS_PENDING, OUTBOX.c.expires_at <= now)
        .values(state=RowState.CANCELLED, finished_at=now, error=EXPIRED)
    )


def _waits(now: datetime) -> ColumnElement[bool]:
    """Of what waits: what may go, what has begun and holds back others, and what is over."""
    is_due = or_(OUTBOX.c.not_before <= now, HAS_BEGUN, OUTBOX.c.expires_at <= now)
    return OUTBOX.c.chat_id.is_not(None) & is_due


def _is_over(row: Row[Any], now: datetime) -> bool:
    return row.expires_at is not None and row.expires_at <= now
