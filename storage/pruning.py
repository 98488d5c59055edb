"""What no promise needs any more, found and dropped a window at a time.

Each query looks at the next rows in order and says where it ended, so that none looks at a whole
table. What is kept and why: docs/decisions/0017-what-is-kept.md.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, func, literal, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased

from model.ids import RowId, SubscriberId
from model.pruning import Ended, Reached
from storage.editions import BROUGHT_NOTHING, NOT_HAD
from storage.tables import (
    AlertTable,
    BodyTable,
    LedgerTable,
    OutboxTable,
    RecipientTable,
    SearchTable,
    ToldChangeTable,
)
from storage.types import UtcDateTime

Window = Sequence[tuple[int, datetime]]
"""The next rows of a table in order: their ids, and when they were made."""


class Pruning:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def ledger(self, before: datetime, after: int, limit: int) -> Reached:
        """Drop old entries of chats that have had something later."""
        window = await self._window(LedgerTable.id, LedgerTable.created_at, after, limit)
        later = aliased(LedgerTable)
        had_later = (
            select(later.id)
            .outerjoin(OutboxTable, OutboxTable.id == later.row_id)
            .where(
                later.subscriber_id == LedgerTable.subscriber_id,
                later.id > LedgerTable.id,
                or_(later.row_id.is_(None), OutboxTable.state.not_in(NOT_HAD)),
            )
            .exists()
        )
        dropped = await self._session.scalars(
            delete(LedgerTable)
            .where(LedgerTable.id.in_(_older(window, before)), had_later)
            .returning(LedgerTable.id)
        )
        return _reached(len(dropped.all()), window, before, limit)

    async def ended(
        self, before: datetime, after: datetime, after_id: RowId, limit: int
    ) -> list[Ended]:
        """Rows that ended before a moment, after one of them, with what they told at once."""
        told = (
            select(
                ToldChangeTable.row_id,
                ToldChangeTable.subscriber_id,
                func.max(ToldChangeTable.at, type_=UtcDateTime()).label("at"),
            )
            .where(ToldChangeTable.row_id.is_not(None))
            .group_by(ToldChangeTable.row_id, ToldChangeTable.subscriber_id)
            .subquery()
        )
        rows = await self._session.execute(
            select(
                OutboxTable.id,
                OutboxTable.finished_at,
                OutboxTable.state,
                func.coalesce(AlertTable.subscriber_id, told.c.subscriber_id),
                func.coalesce(AlertTable.at, told.c.at),
            )
            .outerjoin(AlertTable, AlertTable.row_id == OutboxTable.id)
            .outerjoin(told, told.c.row_id == OutboxTable.id)
            .where(
                OutboxTable.finished_at < before,
                tuple_(OutboxTable.finished_at, OutboxTable.id)
                > tuple_(literal(after, UtcDateTime), literal(after_id)),
            )
            .order_by(OutboxTable.finished_at, OutboxTable.id)
            .limit(limit)
        )
        return [
            Ended(
                RowId(id_),
                at or before,
                state not in BROUGHT_NOTHING,
                None if chat is None else SubscriberId(chat),
                alerted_at,
            )
            for id_, at, state, chat, alerted_at in rows
        ]

    async def rows(self, brought: Collection[RowId], brought_nothing: Collection[RowId]) -> None:
        """Drop rows of the outbox. What they brought stays had, what they did not stays not had."""
        await self._session.execute(
            update(LedgerTable).where(LedgerTable.row_id.in_(brought)).values(row_id=None)
        )
        await self._session.execute(
            delete(LedgerTable).where(LedgerTable.row_id.in_(brought_nothing))
        )
        ids = [*brought, *brought_nothing]
        for table in (AlertTable, ToldChangeTable):
            await self._session.execute(delete(table).where(table.row_id.in_(ids)))
        await self._keep_how_far(ids)
        await self._session.execute(delete(OutboxTable).where(OutboxTable.id.in_(ids)))

    async def _keep_how_far(self, ids: Collection[RowId]) -> None:
        """What these rows say of announcements their recipients say from now on."""
        said = {
            RecipientTable.state: OutboxTable.state,
            RecipientTable.error: OutboxTable.error,
            RecipientTable.ended_at: OutboxTable.finished_at,
            RecipientTable.parts_sent: OutboxTable.parts_sent,
        }
        await self._session.execute(
            update(RecipientTable)
            .where(RecipientTable.row_id.in_(ids), OutboxTable.id == RecipientTable.row_id)
            .values(said)
            .execution_options(synchronize_session=False)
        )

    async def bodies(self, before: datetime, after: int, limit: int) -> Reached:
        """Drop old bodies that no row carries."""
        window = await self._window(BodyTable.id, BodyTable.created_at, after, limit)
        is_carried = select(OutboxTable.id).where(OutboxTable.body_id == BodyTable.id).exists()
        dropped = await self._session.scalars(
            delete(BodyTable)
            .where(BodyTable.id.in_(_older(window, before)), ~is_carried)
            .returning(BodyTable.id)
        )
        return _reached(len(dropped.all()), window, before, limit)

    async def searches(self, before: datetime, after: int, limit: int) -> Reached:
        """Drop old searches: their buttons say that they are too old."""
        window = await self._window(SearchTable.id, SearchTable.at, after, limit)
        old = _older(window, before)
        await self._session.execute(delete(SearchTable).where(SearchTable.id.in_(old)))
        return _reached(len(old), window, before, limit)

    async def _window(
        self,
        id_: InstrumentedAttribute[int],
        at: InstrumentedAttribute[datetime],
        after: int,
        limit: int,
    ) -> Window:
        rows = await self._session.execute(
            select(id_, at).where(id_ > after).order_by(id_).limit(limit)
        )
        return [(id_, at) for id_, at in rows]


def _older(window: Window, before: datetime) -> list[int]:
    return [id_ for id_, at in window if at < before]


def _reached(dropped: int, window: Window, before: datetime, limit: int) -> Reached:
    """Ids follow time: a window that ends with something recent is the last."""
    goes_on = len(window) == limit and window[-1][1] < before
    return Reached(dropped, window[-1][0] if goes_on else None)
