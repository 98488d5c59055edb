"""Queries over the outbox and its bodies: the one place where rows change state.

A row claimed is a message in flight. A chat has one in flight at most, and its rows go in the
order they were enqueued; a row that merely waits for its time holds up nobody.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from model.ids import BodyId, ChatId, RowId, SubscriberId
from model.outbox import Action, NewRow, OutboxRow, RowChange, RowState
from storage.tables import BodyTable, OutboxTable

_AT_ONCE = 300
"""Rows of one statement: SQLite takes 32,766 parameters."""


class Outbox:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    # Enqueuing

    async def body(self, key: str, outgoing: str, now: datetime) -> BodyId:
        """The body kept under the key; the first that came under it stays."""
        found = await self._body(key)
        if found is None:
            values = {"key": key, "outgoing": outgoing, "created_at": now}
            await self._session.execute(self._insert(BodyTable, [values], "key"))
            found = await self._body(key)
        assert found is not None
        return found

    async def _body(self, key: str) -> BodyId | None:
        found = await self._session.scalar(select(BodyTable.id).where(BodyTable.key == key))
        return None if found is None else BodyId(found)

    async def enqueue(self, rows: Sequence[NewRow], now: datetime) -> list[RowId | None]:
        """The new rows' ids in the order given; None where the unique key was there already."""
        ids: dict[str, RowId] = {}
        for start in range(0, len(rows), _AT_ONCE):
            values = [_new(row, now) for row in rows[start : start + _AT_ONCE]]
            statement = self._insert(OutboxTable, values, "unique_key")
            made = await self._session.execute(
                statement.returning(OutboxTable.unique_key, OutboxTable.id)
            )
            ids |= {key: RowId(row_id) for key, row_id in made}
        return [ids.pop(row.unique_key, None) for row in rows]

    def _insert(self, table: Any, values: list[dict[str, Any]], unique: str) -> Any:
        dialect = self._session.get_bind().dialect.name
        module: Any = sqlite if dialect == "sqlite" else postgresql
        statement = module.insert(table).values(values)
        return statement.on_conflict_do_nothing(index_elements=[unique])

    # Sending

    async def has_due(self, now: datetime) -> bool:
        """Whether there may be something to claim: asked before a write transaction is begun."""
        query = select(OutboxTable.id).where(*_due(now)).limit(1)
        return (await self._session.scalar(query)) is not None

    async def claim(self, limit: int, now: datetime, lease_until: datetime) -> list[OutboxRow]:
        """Take up to `limit` rows into flight, the most urgent first, one to a chat."""
        query = (
            select(OutboxTable)
            .where(*_due(now), _is_fresh(now), ~_chat_is_busy(), ~_earlier_one_waits(now))
            .order_by(OutboxTable.priority, OutboxTable.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        rows = (await self._session.scalars(query)).all()
        if not rows:
            return []
        await self._session.execute(
            update(OutboxTable)
            .where(OutboxTable.id.in_([row.id for row in rows]))
            .values(state=RowState.SENDING, lease_until=lease_until)
            .execution_options(synchronize_session=False)
        )
        bodies = await self._bodies({row.body_id for row in rows})
        return [_claimed(row, bodies[row.body_id]) for row in rows]

    async def expire(self, now: datetime) -> None:
        """Cancel what is no longer worth sending; until then it is only passed over."""
        await self._session.execute(
            update(OutboxTable)
            .where(OutboxTable.state == RowState.PENDING, OutboxTable.expires_at <= now)
            .values(state=RowState.CANCELLED, error="expired", finished_at=now)
            .execution_options(synchronize_session=False)
        )

    async def _bodies(self, ids: Collection[int]) -> dict[int, str]:
        query = select(BodyTable.id, BodyTable.outgoing).where(BodyTable.id.in_(ids))
        found = await self._session.execute(query)
        return {row.id: row.outgoing for row in found}

    async def put_back(self, waits: Sequence[tuple[RowId, datetime]]) -> None:
        """Rows claimed and not sent after all, and when each may go."""
        by_moment: dict[datetime, list[RowId]] = {}
        for row_id, moment in waits:
            by_moment.setdefault(moment, []).append(row_id)
        for moment, ids in by_moment.items():
            await self._session.execute(
                update(OutboxTable)
                .where(OutboxTable.id.in_(ids), OutboxTable.state == RowState.SENDING)
                .values(state=RowState.PENDING, not_before=moment, lease_until=None)
                .execution_options(synchronize_session=False)
            )

    async def record(self, changes: Sequence[RowChange], now: datetime) -> None:
        """What became of rows in flight. A row cancelled meanwhile stays so."""
        for change in changes:
            await self._session.execute(
                update(OutboxTable)
                .where(OutboxTable.id == change.id, OutboxTable.state == RowState.SENDING)
                .values(**_changed(change, now))
                .execution_options(synchronize_session=False)
            )

    async def recover(self, now: datetime, in_flight: Collection[RowId] = ()) -> int:
        """Rows whose sender died with them in flight: once more, or uncertain the second time.

        `in_flight` are the caller's own, which are in nobody's doubt. Returns how many there were.
        """
        lost = and_(
            OutboxTable.state == RowState.SENDING,
            OutboxTable.lease_until <= now,
            OutboxTable.id.not_in(in_flight),
        )
        twice = await self._session.execute(
            update(OutboxTable)
            .where(lost, OutboxTable.was_uncertain)
            .values(
                state=RowState.UNCERTAIN,
                attempts=OutboxTable.attempts + 1,
                finished_at=now,
                error="the sender stopped with it in flight, twice",
            )
            .returning(OutboxTable.id)
            .execution_options(synchronize_session=False)
        )
        once = await self._session.execute(
            update(OutboxTable)
            .where(lost, ~OutboxTable.was_uncertain)
            .values(
                state=RowState.PENDING,
                attempts=OutboxTable.attempts + 1,
                was_uncertain=True,
                not_before=now,
                error="the sender stopped with it in flight",
            )
            .returning(OutboxTable.id)
            .execution_options(synchronize_session=False)
        )
        return len(twice.all()) + len(once.all())

    # What happens to a chat

    async def cancel_for_chat(self, chat_id: int, reason: str, now: datetime) -> None:
        """Nothing that waits for this chat will be sent."""
        await self._session.execute(
            update(OutboxTable)
            .where(OutboxTable.chat_id == chat_id, OutboxTable.state == RowState.PENDING)
            .values(state=RowState.CANCELLED, error=reason, finished_at=now)
            .execution_options(synchronize_session=False)
        )

    async def move_to_chat(self, chat_id: int, new_chat_id: int) -> None:
        """A group has a new id: its rows go there."""
        await self._session.execute(
            update(OutboxTable)
            .where(OutboxTable.chat_id == chat_id)
            .values(chat_id=new_chat_id)
            .execution_options(synchronize_session=False)
        )


def _due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (OutboxTable.state == RowState.PENDING, OutboxTable.not_before <= now)


def _is_fresh(now: datetime) -> ColumnElement[bool]:
    return or_(OutboxTable.expires_at.is_(None), OutboxTable.expires_at > now)


def _chat_is_busy() -> ColumnElement[bool]:
    other = aliased(OutboxTable)
    return (
        select(other.id)
        .where(other.chat_id == OutboxTable.chat_id, other.state == RowState.SENDING)
        .exists()
    )


def _earlier_one_waits(now: datetime) -> ColumnElement[bool]:
    """An earlier row of the chat may go too, or was tried already: this one comes after it."""
    other = aliased(OutboxTable)
    return (
        select(other.id)
        .where(
            other.chat_id == OutboxTable.chat_id,
            other.state == RowState.PENDING,
            other.id < OutboxTable.id,
            or_(other.attempts > 0, other.not_before <= now),
        )
        .exists()
    )


def _new(row: NewRow, now: datetime) -> dict[str, Any]:
    return {
        "subscriber_id": row.subscriber_id,
        "chat_id": row.chat_id,
        "body_id": row.body_id,
        "unique_key": row.unique_key,
        "kind": row.kind,
        "priority": int(row.priority),
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


def _claimed(row: OutboxTable, outgoing: str) -> OutboxRow:
    assert row.chat_id is not None, "a row without a chat is never pending"
    return OutboxRow(
        id=RowId(row.id),
        subscriber_id=None if row.subscriber_id is None else SubscriberId(row.subscriber_id),
        chat_id=ChatId(row.chat_id),
        body_id=BodyId(row.body_id),
        outgoing=outgoing,
        kind=row.kind,
        action=Action(row.action),
        attempts=row.attempts,
        was_uncertain=row.was_uncertain,
        as_plain=row.as_plain,
        without_thread=row.without_thread,
    )


def _changed(change: RowChange, now: datetime) -> dict[str, Any]:
    values: dict[str, Any] = {
        "state": change.state,
        "lease_until": None,
        "error": change.error,
        "message_ids": list(change.message_ids),
    }
    if change.counts:
        values["attempts"] = OutboxTable.attempts + 1
    if change.state is RowState.PENDING:
        values |= {
            "not_before": change.not_before,
            "was_uncertain": change.was_uncertain,
            "as_plain": change.as_plain,
            "without_thread": change.without_thread,
        }
    else:
        values["finished_at"] = now
    return values
