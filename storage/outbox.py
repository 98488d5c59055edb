"""Queries over the outbox and its bodies: the one place where rows change state."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import BodyId, RowId, SubscriberId
from model.outbox import NewRow, RowState
from storage.tables import BodyTable, OutboxTable

FORGOTTEN = "asked to be forgotten"
# Core tables, not classes: these statements run for every one of 100,000 rows.
_OUTBOX: Table = OutboxTable.metadata.tables["outbox"]
_BODIES: Table = BodyTable.metadata.tables["bodies"]


class Outbox:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def body(self, key: str, outgoing: str, now: datetime) -> BodyId:
        """The body kept under the key; the first to come with it says what it is."""
        query = select(_BODIES.c.id).where(_BODIES.c.key == key)
        found = await self._session.scalar(query)
        if found is None:
            await self._session.execute(
                self._insert(_BODIES)
                .values(key=key, outgoing=outgoing, created_at=now)
                .on_conflict_do_nothing(index_elements=["key"])
            )
            found = await self._session.scalar(query)
        assert found is not None
        return BodyId(found)

    async def enqueue(self, rows: Sequence[NewRow], now: datetime) -> list[RowId | None]:
        """The rows' ids, in their order; None where the unique key was there already."""
        if not rows:
            return []
        inserted = await self._session.execute(
            self._insert(_OUTBOX)
            .on_conflict_do_nothing(index_elements=["unique_key"])
            .returning(_OUTBOX.c.unique_key, _OUTBOX.c.id),
            [_values(row, now) for row in rows],
        )
        ids = {key: RowId(row_id) for key, row_id in inserted}
        return [ids.pop(row.unique_key, None) for row in rows]

    async def cancel(self, row_ids: Collection[RowId], reason: str, now: datetime) -> list[RowId]:
        """Those of the rows that will not go. One in flight arrives or not, but never again."""
        return await self._cancel(_OUTBOX.c.id.in_(row_ids), reason, now)

    async def cancel_for_chat(self, chat_id: int, reason: str, now: datetime) -> list[RowId]:
        return await self._cancel(_OUTBOX.c.chat_id == chat_id, reason, now)

    async def forget(self, subscriber_id: SubscriberId, now: datetime) -> None:
        """What waits is cancelled, and no row tells any more who it was for.

        A row in flight keeps its chat until it has landed: see `record` and `recover`.
        """
        of_theirs = _OUTBOX.c.subscriber_id == subscriber_id
        await self._cancel(of_theirs, FORGOTTEN, now)
        under_way = _OUTBOX.c.state == RowState.SENDING
        await self._change(of_theirs & ~under_way, chat_id=None)
        await self._change(of_theirs, subscriber_id=None)

    async def move(self, chat_id: int, new_chat_id: int) -> None:
        """What waits for a group goes to the supergroup that it has become."""
        waiting = _OUTBOX.c.state == RowState.PENDING
        await self._change((_OUTBOX.c.chat_id == chat_id) & waiting, chat_id=new_chat_id)

    async def _cancel(self, which: ColumnElement[bool], reason: str, now: datetime) -> list[RowId]:
        cancelled = await self._session.scalars(
            update(_OUTBOX)
            .where(which, _OUTBOX.c.state == RowState.PENDING)
            .values(state=RowState.CANCELLED, finished_at=now, error=reason)
            .returning(_OUTBOX.c.id)
        )
        ids = [RowId(row_id) for row_id in cancelled]
        # Should it come back to be sent once more, its time is over.
        await self._change(which & (_OUTBOX.c.state == RowState.SENDING), expires_at=now)
        return ids

    async def _change(self, which: ColumnElement[bool], **values: Any) -> None:
        await self._session.execute(update(_OUTBOX).where(which).values(**values))

    def _insert(self, table: Table) -> Any:
        return sqlite_insert(table) if self._is_sqlite else postgresql_insert(table)

    @property
    def _is_sqlite(self) -> bool:
        return self._session.get_bind().dialect.name == "sqlite"


def _values(row: NewRow, now: datetime) -> dict[str, Any]:
    return {
        "subscriber_id": row.subscriber_id,
        "chat_id": row.chat_id,
        "body_id": row.body_id,
        "unique_key": row.unique_key,
        "kind": row.kind,
        "priority": row.priority,
        "action": row.action,
        "not_before": row.not_before,
        "expires_at": row.expires_at,
        "state": RowState.PENDING,
        "attempts": 0,
        "was_uncertain": False,
        "as_plain": False,
        "without_thread": False,
        "message_ids": [],
        "created_at": now,
    }
