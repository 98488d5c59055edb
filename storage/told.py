"""What chats were told at once, and what digests brought them: stories and changes alike."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from model.ids import SubscriberId
from storage.editions import BROUGHT_NOTHING, NOT_HAD
from storage.tables import (
    AlertTable,
    EditionTable,
    LedgerTable,
    OutboxTable,
    SubscriberTable,
    ToldChangeTable,
)

T = TypeVar("T")
Told = type[AlertTable] | type[ToldChangeTable]
"""A row each for what one chat was told at once, or is held."""


async def had_at_once(
    session: AsyncSession,
    table: Told,
    column: InstrumentedAttribute[int],
    make: Callable[[int], T],
    ids: Collection[SubscriberId],
    since: datetime,
) -> dict[SubscriberId, frozenset[T]]:
    """What these chats have had at once after a moment; one without any is left out.

    A row that still waits has brought nothing: the chat's digest takes it over.
    """
    query = (
        select(table.subscriber_id, column)
        .join(OutboxTable, OutboxTable.id == table.row_id)
        .where(
            table.subscriber_id.in_(ids),
            table.at > since,
            OutboxTable.state.not_in(NOT_HAD),
        )
    )
    found: dict[SubscriberId, set[T]] = {}
    for subscriber, one in await session.execute(query):
        found.setdefault(SubscriberId(subscriber), set()).add(make(one))
    return {subscriber: frozenset(had) for subscriber, had in found.items()}


async def in_digests(
    session: AsyncSession,
    column: InstrumentedAttribute[list[int]],
    make: Callable[[int], T],
    ids: Collection[SubscriberId],
    since: datetime,
) -> dict[SubscriberId, set[T]]:
    """What digests that end at or after a moment brought these chats, or are about to."""
    query = (
        select(LedgerTable.subscriber_id, column)
        .join(EditionTable, EditionTable.id == LedgerTable.edition_id)
        .outerjoin(OutboxTable, OutboxTable.id == LedgerTable.row_id)
        .where(
            LedgerTable.subscriber_id.in_(ids),
            EditionTable.until >= since,
            or_(LedgerTable.row_id.is_(None), OutboxTable.state.not_in(BROUGHT_NOTHING)),
        )
    )
    found: dict[SubscriberId, set[T]] = {}
    for subscriber, several in await session.execute(query):
        found.setdefault(SubscriberId(subscriber), set()).update(map(make, several))
    return found


async def due_chats(
    session: AsyncSession, table: Told, now: datetime, limit: int
) -> list[SubscriberId]:
    """Chats for which something held is due, up to a limit."""
    query = (
        select(table.subscriber_id)
        .where(*is_due(table, now))
        .distinct()
        .order_by(table.subscriber_id)
        .limit(limit)
    )
    return [SubscriberId(chat) for chat in await session.scalars(query)]


def is_due(table: Told, now: datetime) -> tuple[Any, ...]:
    return table.row_id.is_(None), table.at <= now


async def hold_chats(session: AsyncSession, ids: Collection[SubscriberId]) -> None:
    """Chats are locked before what they were told: see storage/transaction.py."""
    query = select(SubscriberTable.id).where(SubscriberTable.id.in_(ids))
    await session.execute(query.order_by(SubscriberTable.id).with_for_update())
