"""Queries over what chats follow, and what each was told of it at once."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.editions import Reader
from model.following import ToldChange
from model.ids import ChangeId, RowId, SubscriberId
from model.people import Alerts
from model.projects import Follow, FollowKind
from storage.choices import alerts_of
from storage.editions import BROUGHT_NOTHING
from storage.readers import may_be_told, reader_of, readers
from storage.sharing import chunks
from storage.tables import (
    EditionTable,
    FollowTable,
    OutboxTable,
    SubscriberTable,
    ToldChangeTable,
)
from storage.told import due_chats, had_at_once, hold_chats, in_digests, is_due


class Follows:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, subscriber: SubscriberId) -> list[Follow]:
        """What a chat follows, in the order in which it began to."""
        return (await self.of_chats([subscriber])).get(subscriber, [])

    async def of_chats(
        self, subscribers: Collection[SubscriberId]
    ) -> dict[SubscriberId, list[Follow]]:
        """A chat that follows nothing is left out."""
        query = (
            select(*FollowTable.__table__.columns)
            .where(FollowTable.subscriber_id.in_(subscribers))
            .order_by(FollowTable.since, FollowTable.kind, FollowTable.key)
        )
        found: dict[SubscriberId, list[Follow]] = {}
        for row in await self._session.execute(query):
            found.setdefault(SubscriberId(row.subscriber_id), []).append(_follow(row))
        return found

    async def add(self, follow: Follow) -> None:
        """Not there yet: the chat is held by whoever adds."""
        await self._session.execute(
            insert(FollowTable).values(
                subscriber_id=follow.subscriber_id,
                kind=follow.kind.value,
                key=follow.key,
                at_once=follow.at_once,
                since=follow.since,
                last_change_id=follow.after,
            )
        )

    async def switch(self, follow: Follow) -> None:
        """At once, or with the digest, as the follow says now."""
        await self._session.execute(
            update(FollowTable)
            .where(*_is(follow.subscriber_id, follow.kind, follow.key))
            .values(at_once=follow.at_once)
        )

    async def remove(self, subscriber: SubscriberId, kind: FollowKind, key: str) -> None:
        await self._session.execute(delete(FollowTable).where(*_is(subscriber, kind, key)))

    async def remove_all(self, chat_id: int, kind: FollowKind) -> None:
        """Of one kind, of the chat that has this id if there is one."""
        chat = select(SubscriberTable.id).where(SubscriberTable.chat_id == chat_id)
        await self._session.execute(
            delete(FollowTable).where(
                FollowTable.subscriber_id.in_(chat), FollowTable.kind == kind.value
            )
        )

    # What was told at once

    async def chats_at_once(self, keys: Mapping[FollowKind, Collection[str]]) -> list[SubscriberId]:
        """Chats that want to be told at once of what changes in any of these."""
        found: set[SubscriberId] = set()
        for kind, of_kind in keys.items():
            for chunk in chunks(sorted(of_kind)):
                query = select(FollowTable.subscriber_id).where(
                    FollowTable.kind == kind.value, FollowTable.key.in_(chunk), FollowTable.at_once
                )
                found.update(map(SubscriberId, await self._session.scalars(query)))
        return sorted(found)

    async def readers(
        self, subscribers: Collection[SubscriberId], now: datetime
    ) -> list[tuple[Reader, Alerts]]:
        """Those who may be told something, with their quiet hours; locked against their digests."""
        query = (
            readers()
            .add_columns(SubscriberTable.alerts)
            .where(
                SubscriberTable.id.in_(subscribers),
                *may_be_told(now),
            )
            .order_by(SubscriberTable.id)
            .with_for_update(of=SubscriberTable)
        )
        return [
            (reader_of(row[:-1]), alerts_of(row[-1]) or Alerts())
            for row in await self._session.execute(query)
        ]

    async def had(
        self, subscribers: Collection[SubscriberId], since: datetime
    ) -> dict[SubscriberId, frozenset[ChangeId]]:
        """What these chats have had at once after a moment; a row that waits brought nothing."""
        return await had_at_once(
            self._session, ToldChangeTable, ToldChangeTable.change_id, ChangeId, subscribers, since
        )

    async def told(
        self, subscribers: Collection[SubscriberId], since: datetime | None = None
    ) -> list[ToldChange]:
        """What these chats were told, or are held, whatever became of it."""
        query = (
            select(*ToldChangeTable.__table__.columns, OutboxTable.state)
            .outerjoin(OutboxTable, OutboxTable.id == ToldChangeTable.row_id)
            .where(ToldChangeTable.subscriber_id.in_(subscribers))
            .order_by(ToldChangeTable.at, ToldChangeTable.change_id)
        )
        if since is not None:
            query = query.where(ToldChangeTable.at > since)
        return [
            ToldChange(
                SubscriberId(row.subscriber_id),
                ChangeId(row.change_id),
                row.at,
                None if row.row_id is None else RowId(row.row_id),
                row.state not in BROUGHT_NOTHING,
            )
            for row in await self._session.execute(query)
        ]

    async def in_digests(
        self, subscribers: Collection[SubscriberId], since: datetime
    ) -> dict[SubscriberId, set[ChangeId]]:
        """What digests that end at or after a moment brought these chats, or are about to."""
        return await in_digests(
            self._session, EditionTable.change_ids, ChangeId, subscribers, since
        )

    async def enter(self, told: Sequence[ToldChange]) -> None:
        """In place of what there was of the same changes: held till now, or told in vain."""
        for chunk in chunks(told):
            same = [(one.subscriber_id, one.change_id) for one in chunk]
            await self._session.execute(
                delete(ToldChangeTable).where(
                    tuple_(ToldChangeTable.subscriber_id, ToldChangeTable.change_id).in_(same)
                )
            )
            await self._session.execute(
                insert(ToldChangeTable.__table__),  # type: ignore[arg-type]
                [
                    {
                        "subscriber_id": one.subscriber_id,
                        "change_id": one.change_id,
                        "row_id": one.row_id,
                        "at": one.at,
                    }
                    for one in chunk
                ],
            )

    async def due_chats(self, now: datetime, limit: int) -> list[SubscriberId]:
        """Chats for which something held is due, up to a limit."""
        return await due_chats(self._session, ToldChangeTable, now, limit)

    async def take_due(
        self, subscribers: Collection[SubscriberId], now: datetime
    ) -> dict[SubscriberId, set[ChangeId]]:
        """What was held for these chats and is due: it is held no longer."""
        await hold_chats(self._session, subscribers)
        taken = await self._session.execute(
            delete(ToldChangeTable)
            .where(
                ToldChangeTable.subscriber_id.in_(subscribers),
                *is_due(ToldChangeTable, now),
            )
            .returning(ToldChangeTable.subscriber_id, ToldChangeTable.change_id)
            .execution_options(synchronize_session=False)
        )
        due: dict[SubscriberId, set[ChangeId]] = {}
        for subscriber, change in taken:
            due.setdefault(SubscriberId(subscriber), set()).add(ChangeId(change))
        return due


def _is(subscriber: SubscriberId, kind: FollowKind, key: str) -> tuple[Any, ...]:
    return (
        FollowTable.subscriber_id == subscriber,
        FollowTable.kind == kind.value,
        FollowTable.key == key,
    )


def _follow(row: Row[Any]) -> Follow:
    return Follow(
        SubscriberId(row.subscriber_id),
        FollowKind(row.kind),
        row.key,
        row.at_once,
        row.since,
        ChangeId(row.last_change_id),
    )
