"""Queries over messages that brought news and can still be edited."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.editions import SentNews
from model.ids import ChatId, EditionId, RowId, StoryId, SubscriberId
from model.outbox import Action, RowState
from storage.editions import BROUGHT_NOTHING
from storage.tables import AlertTable, BodyTable, LedgerTable, OutboxTable, SubscriberTable


class SentMessages:
    """Sent since a moment, to chats that can be reached where the message is."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def digests(
        self, editions: Collection[EditionId], since: datetime, after: RowId, limit: int
    ) -> list[SentNews]:
        """Those that carry these editions, in order of their rows."""
        query = (
            _messages(since, after, limit)
            .add_columns(LedgerTable.edition_id)
            .join(LedgerTable, LedgerTable.row_id == OutboxTable.id)
            .where(LedgerTable.edition_id.in_(editions))
        )
        return [
            _sent(row, edition_id=EditionId(row.edition_id))
            for row in await self._session.execute(query)
        ]

    async def alerts(
        self, stories: Collection[StoryId], since: datetime, after: RowId, limit: int
    ) -> list[SentNews]:
        """Those that told of these stories at once, in order of their rows."""
        query = (
            _messages(since, after, limit)
            .add_columns(AlertTable.story_id)
            .join(AlertTable, AlertTable.row_id == OutboxTable.id)
            .where(AlertTable.story_id.in_(stories))
        )
        return [
            _sent(row, story_id=StoryId(row.story_id)) for row in await self._session.execute(query)
        ]

    async def edited(self, messages: Collection[SentNews]) -> dict[RowId, str]:
        """What those of the messages that were edited say by now, or will; by their rows."""
        rows: dict[tuple[int | None, int | None], RowId] = {
            (one.chat_id, one.message_id): one.row_id for one in messages
        }
        query = (
            select(OutboxTable.chat_id, OutboxTable.message_id, BodyTable.outgoing)
            .join(BodyTable, BodyTable.id == OutboxTable.body_id)
            .where(
                OutboxTable.chat_id.in_({chat for chat, _ in rows}),
                OutboxTable.action == Action.EDIT,
                OutboxTable.state.not_in(BROUGHT_NOTHING),
            )
            .order_by(OutboxTable.id)
        )
        found = await self._session.execute(query)
        said = {(chat, message): outgoing for chat, message, outgoing in found}
        return {row: said[where] for where, row in rows.items() if where in said}

    async def editions(self, since: datetime) -> list[EditionId]:
        """The editions that messages sent since a moment have brought."""
        query = (
            select(LedgerTable.edition_id)
            .join(OutboxTable, OutboxTable.id == LedgerTable.row_id)
            .where(OutboxTable.state == RowState.SENT, OutboxTable.finished_at > since)
            .distinct()
        )
        return [EditionId(edition) for edition in await self._session.scalars(query)]


def _messages(since: datetime, after: RowId, limit: int) -> Select[*tuple[Any, ...]]:
    return (
        select(
            OutboxTable.id,
            OutboxTable.subscriber_id,
            OutboxTable.chat_id,
            OutboxTable.message_ids,
            BodyTable.key,
            BodyTable.outgoing,
            BodyTable.created_at,
        )
        .join(BodyTable, BodyTable.id == OutboxTable.body_id)
        .join(SubscriberTable, SubscriberTable.chat_id == OutboxTable.chat_id)
        .where(
            OutboxTable.state == RowState.SENT,
            OutboxTable.finished_at > since,
            OutboxTable.id > after,
            SubscriberTable.unreachable_at.is_(None),
        )
        .order_by(OutboxTable.id)
        .limit(limit)
    )


def _sent(
    row: Row[*tuple[Any, ...]],
    edition_id: EditionId | None = None,
    story_id: StoryId | None = None,
) -> SentNews:
    return SentNews(
        RowId(row.id),
        SubscriberId(row.subscriber_id),
        ChatId(row.chat_id),
        row.message_ids[0] if row.message_ids else None,
        row.key,
        row.outgoing,
        row.created_at,
        edition_id,
        story_id,
    )
