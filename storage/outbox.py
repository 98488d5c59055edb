"""Queries over the outbox and its bodies (with claiming.py): where rows change state.

A row claimed is a message in flight. A chat has one in flight at most, and its rows go in order;
a row that merely waits for its time holds up nobody.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from itertools import takewhile
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Integer,
    Row,
    bindparam,
    case,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import BodyId, ChatId, RowId, SubscriberId
from model.outbox import OUT_OF_REACH, Action, NewRow, OutboxRow, RowChange, RowState
from storage.claiming import BODIES, IS_PENDING, IS_SENDING, MAY_HAVE_ARRIVED, OUTBOX, next_rows
from storage.sharing import chunks, insert_new

FORGOTTEN = "asked to be forgotten"
NO_ANSWER = "in flight when its sender ended"

IS_SEND = OUTBOX.c.action == Action.SEND

_RECORD = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("of_row"), IS_SENDING)
    .values(
        state=bindparam("new_state"),
        lease_until=None,
        error=bindparam("new_error"),
        finished_at=bindparam("new_finished_at"),
        attempts=OUTBOX.c.attempts + bindparam("counted", type_=Integer),
        message_ids=func.coalesce(
            bindparam("new_message_ids", type_=JSON(none_as_null=True)), OUTBOX.c.message_ids
        ),
        **{
            name: func.coalesce(bindparam(f"new_{name}"), OUTBOX.c[name])
            for name in (
                "not_before",
                "was_uncertain",
                "as_plain",
                "without_thread",
                "parts_sent",
                "priority",
            )
        },
    )
)


class Outbox:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def body(self, key: str, outgoing: str, now: datetime) -> BodyId:
        """The body kept under the key; the first to come with it says what it is."""
        query = select(BODIES.c.id).where(BODIES.c.key == key)
        found = await self._session.scalar(query)
        if found is None:
            await self._session.execute(
                insert_new(self._session, BODIES, "key").values(
                    key=key, outgoing=outgoing, created_at=now
                )
            )
            found = await self._session.scalar(query)
        assert found is not None
        return BodyId(found)

    async def enqueue(self, rows: Sequence[NewRow], now: datetime) -> list[RowId | None]:
        """The rows' ids, in their order; None where the unique key was there already."""
        if not rows:
            return []
        inserted = await self._session.execute(
            insert_new(self._session, OUTBOX, "unique_key").returning(
                OUTBOX.c.unique_key, OUTBOX.c.id
            ),
            [_values(row, now) for row in rows],
        )
        ids = {key: RowId(row_id) for key, row_id in inserted}
        return [ids.pop(row.unique_key, None) for row in rows]

    async def known(self, unique_keys: Collection[str]) -> set[str]:
        """Those of the keys that rows have, whatever became of them."""
        found: set[str] = set()
        for chunk in chunks(sorted(unique_keys)):
            query = select(OUTBOX.c.unique_key).where(OUTBOX.c.unique_key.in_(chunk))
            found |= set(await self._session.scalars(query))
        return found

    async def kept(
        self, kind: str, subscribers: Collection[SubscriberId]
    ) -> list[tuple[SubscriberId, str, RowState]]:
        """Whose rows of a kind there are, with their keys and states, the oldest first."""
        found: list[tuple[SubscriberId, str, RowState]] = []
        for chunk in chunks(sorted(subscribers)):
            query = (
                select(OUTBOX.c.subscriber_id, OUTBOX.c.unique_key, OUTBOX.c.state)
                .where(OUTBOX.c.subscriber_id.in_(chunk), OUTBOX.c.kind == kind)
                .order_by(OUTBOX.c.id)
            )
            for subscriber, key, state in await self._session.execute(query):
                found.append((SubscriberId(subscriber), key, RowState(state)))
        return found

    async def cancel(self, row_ids: Collection[RowId], reason: str, now: datetime) -> list[RowId]:
        """Those of the rows that will not go. One in flight arrives or not, but never again."""
        return await self._cancel(OUTBOX.c.id.in_(row_ids), reason, now)

    async def cancel_for_chat(self, chat_id: int, reason: str, now: datetime) -> list[RowId]:
        return await self._cancel(OUTBOX.c.chat_id == chat_id, reason, now)

    async def take_back(self, row_ids: Collection[RowId]) -> list[RowId]:
        """Those of the rows of which nothing can have arrived: deleted, they may come anew."""
        taken: list[RowId] = []
        for chunk in chunks(sorted(row_ids)):
            gone = await self._session.scalars(
                delete(OUTBOX)
                .where(OUTBOX.c.id.in_(chunk), IS_PENDING, ~MAY_HAVE_ARRIVED)
                .returning(OUTBOX.c.id)
            )
            taken += map(RowId, gone)
        return taken

    async def once_more(self, row_ids: Collection[RowId], now: datetime) -> list[RowId]:
        """Those of the rows in doubt that go once more, as a person decided.

        They begin at the part in doubt. A last time: in doubt again, they are left as they are.
        """
        again: list[RowId] = []
        for chunk in chunks(sorted(row_ids)):
            in_doubt = (OUTBOX.c.state == RowState.UNCERTAIN) & OUTBOX.c.chat_id.is_not(None)
            found = await self._session.scalars(
                update(OUTBOX)
                .where(OUTBOX.c.id.in_(chunk), in_doubt)
                .values(state=RowState.PENDING, not_before=now, expires_at=None, finished_at=None)
                .returning(OUTBOX.c.id)
            )
            again += map(RowId, found)
        return again

    async def forget(self, subscriber_id: SubscriberId, now: datetime) -> None:
        """What waits is cancelled, and no row tells any more who it was for.

        A row in flight keeps its chat until it has landed: see `record` and `recover`.
        """
        of_theirs = OUTBOX.c.subscriber_id == subscriber_id
        await self._cancel(of_theirs, FORGOTTEN, now)
        await self._change(of_theirs & ~IS_SENDING, chat_id=None)
        await self._change(of_theirs, subscriber_id=None)

    async def move_to_chat(self, chat_id: int, new_chat_id: int) -> None:
        """What waits to be sent to a group goes to the supergroup that it has become.

        What was to be edited, deleted or pinned stayed behind, and so did the parts that had
        arrived: their numbers mean other messages there.
        """
        waits = (OUTBOX.c.chat_id == chat_id) & IS_PENDING & IS_SEND
        begun = select(OUTBOX.c.id, OUTBOX.c.message_ids).where(waits, OUTBOX.c.parts_sent > 0)
        for row in (await self._session.execute(begun)).all():
            await self._change(OUTBOX.c.id == row.id, message_ids=[OUT_OF_REACH] * len(row[1]))
        await self._change(waits, chat_id=new_chat_id)

    async def claim(
        self,
        n: int,
        now: datetime,
        lease_until: datetime,
        without_chats: Collection[int] = frozenset(),
        takes: Callable[[OutboxRow], bool] = lambda _: True,
    ) -> list[OutboxRow]:
        """Put up to n rows in flight: one a chat, in order, of chats with nothing in flight.

        A row that was tried and waits holds back the rows behind it; one that is only meant for
        later does not. What has expired on the way is cancelled. It ends before the first row that
        the caller does not take.
        """
        found = await next_rows(self._session, n, now, without_chats)
        rows = list(takewhile(takes, await self._read(found)))
        if rows:
            await self._change(
                OUTBOX.c.id.in_([row.id for row in rows]),
                state=RowState.SENDING,
                lease_until=lease_until,
            )
        return rows

    async def _read(self, found: Sequence[Row[Any]]) -> list[OutboxRow]:
        if not found:
            return []
        query = select(BODIES.c.id, BODIES.c.outgoing).where(
            BODIES.c.id.in_({row.body_id for row in found} - {None})
        )
        bodies = {body.id: body.outgoing for body in await self._session.execute(query)}
        return [_row_of(row, bodies.get(row.body_id)) for row in found]

    async def has_due(self, now: datetime) -> bool:
        """Whether there may be something to claim: asked before a write transaction is begun."""
        query = select(OUTBOX.c.id).where(IS_PENDING, OUTBOX.c.not_before <= now)
        query = query.order_by(OUTBOX.c.not_before)  # by the index of moments
        return (await self._session.scalar(query.limit(1))) is not None

    async def put_back(self, row_ids: Collection[RowId]) -> None:
        """Rows claimed and not sent after all."""
        await self._change(
            OUTBOX.c.id.in_(row_ids) & IS_SENDING,
            state=RowState.PENDING,
            lease_until=None,
        )

    async def record(self, changes: Sequence[RowChange], now: datetime) -> None:
        """What became of rows in flight; one that is not in flight any more stays as it is."""
        if not changes:
            return
        await self._session.execute(_RECORD, [_change_values(change, now) for change in changes])
        await self._let_go([change.id for change in changes], now)

    async def recover(self, now: datetime, in_flight: Collection[RowId] = ()) -> int:
        """Rows whose sender is gone: sent once more; a second time, they are left to a person.

        What does no harm when it is done twice is in no doubt. `in_flight` are the caller's own.
        Returns how many there were.
        """
        twice = OUTBOX.c.was_uncertain & IS_SEND
        recovered = await self._session.scalars(
            update(OUTBOX)
            .where(
                IS_SENDING,
                OUTBOX.c.lease_until <= now,
                OUTBOX.c.id.not_in(in_flight),
            )
            .values(
                state=case((twice, RowState.UNCERTAIN.value), else_=RowState.PENDING.value),
                finished_at=case((twice, now), else_=None),
                was_uncertain=IS_SEND,
                attempts=OUTBOX.c.attempts + 1,
                lease_until=None,
                error=NO_ANSWER,
            )
            .returning(OUTBOX.c.id)
        )
        ids = [RowId(row_id) for row_id in recovered]
        await self._let_go(ids, now)
        return len(ids)

    async def _let_go(self, row_ids: Sequence[RowId], now: datetime) -> None:
        """Landed rows of someone who asked to be forgotten meanwhile lose their chat."""
        await self._change(
            OUTBOX.c.id.in_(row_ids) & OUTBOX.c.subscriber_id.is_(None),
            chat_id=None,
            state=case((IS_PENDING, RowState.CANCELLED.value), else_=OUTBOX.c.state),
            error=case((IS_PENDING, FORGOTTEN), else_=OUTBOX.c.error),
            finished_at=func.coalesce(OUTBOX.c.finished_at, now),
        )

    async def _cancel(self, which: ColumnElement[bool], reason: str, now: datetime) -> list[RowId]:
        cancelled = await self._session.scalars(
            update(OUTBOX)
            .where(which, IS_PENDING)
            .values(state=RowState.CANCELLED, finished_at=now, error=reason)
            .returning(OUTBOX.c.id)
        )
        ids = [RowId(row_id) for row_id in cancelled]
        # Should it come back to be sent once more, its time is over.
        await self._change(which & IS_SENDING, expires_at=now)
        return ids

    async def _change(self, which: ColumnElement[bool], **values: Any) -> None:
        await self._session.execute(update(OUTBOX).where(which).values(**values))


def _values(row: NewRow, now: datetime) -> dict[str, Any]:
    return {
        "subscriber_id": row.subscriber_id,
        "chat_id": row.chat_id,
        "body_id": row.body_id,
        "unique_key": row.unique_key,
        "kind": row.kind,
        "priority": row.priority,
        "action": row.action,
        "message_id": row.message_id,
        "not_before": row.not_before,
        "expires_at": row.expires_at,
        "state": RowState.PENDING,
        "attempts": 0,
        "was_uncertain": False,
        "as_plain": False,
        "without_thread": False,
        "message_ids": list(row.message_ids),
        "parts_sent": 0,
        "created_at": now,
    }


def _row_of(row: Row[Any], outgoing: str | None) -> OutboxRow:
    return OutboxRow(
        id=RowId(row.id),
        subscriber_id=None if row.subscriber_id is None else SubscriberId(row.subscriber_id),
        chat_id=ChatId(row.chat_id),
        body_id=None if row.body_id is None else BodyId(row.body_id),
        outgoing=outgoing,
        kind=row.kind,
        action=row.action,
        attempts=row.attempts,
        was_uncertain=row.was_uncertain,
        as_plain=row.as_plain,
        without_thread=row.without_thread,
        message_id=row.message_id,
        message_ids=tuple(row.message_ids),
        parts_sent=row.parts_sent,
    )


def _change_values(change: RowChange, now: datetime) -> dict[str, Any]:
    goes_again = change.state is RowState.PENDING
    return {
        "of_row": change.id,
        "counted": int(change.counts),
        "new_state": change.state,
        "new_error": change.error,
        "new_message_ids": None if change.message_ids is None else list(change.message_ids),
        "new_parts_sent": change.parts_sent,
        "new_priority": change.priority,
        "new_finished_at": None if goes_again else now,
        "new_not_before": change.not_before,
        "new_was_uncertain": change.was_uncertain if goes_again else None,
        "new_as_plain": change.as_plain if goes_again else None,
        "new_without_thread": change.without_thread if goes_again else None,
    }
