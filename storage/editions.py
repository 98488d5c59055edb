"""Queries over editions, their ledger, and the chats they are due in."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Row,
    delete,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from model.editions import Edition, LedgerEntry, NewEdition, Reader
from model.ids import ChangeId, ChatId, EditionId, RowId, StoryId, SubscriberId
from model.outbox import RowState
from storage.choices import choices_json, choices_of
from storage.outbox import Outbox
from storage.readers import may_be_told, reader_of, readers
from storage.sharing import Turn, insert_new, take_turn
from storage.tables import EditionTable, LedgerTable, OutboxTable, SubscriberTable

NOT_HAD = (RowState.PENDING, RowState.FAILED, RowState.CANCELLED)
"""A row that is here has brought nothing, or nothing yet: its edition was not had."""

WAS_HAD = or_(LedgerTable.row_id.is_(None), OutboxTable.state.not_in(NOT_HAD))
"""Of an entry of the ledger beside its row, if it has one (an outer join)."""

BROUGHT_NOTHING = (RowState.FAILED, RowState.CANCELLED)
"""A row that ended here has brought nothing, and will not."""

DIGEST = "digest"
"""The kind of the rows that carry editions."""

ALERT = "alert"
"""The kind of the rows that tell of a story at once."""

FOLLOWED = "followed"
"""The kind of the rows that tell at once what changed in a followed project."""

STORY_POST = "post"
"""The kind of the rows that post a story by itself in a channel."""

PROJECT_POST = "project-post"
"""The kind of the rows that post what changed in a project: no digest of a channel tells that."""

TOLD_AT_ONCE = (ALERT, FOLLOWED)

CARRIES_NEWS = (DIGEST, *TOLD_AT_ONCE, STORY_POST)

TAKEN_OVER = "taken over by the chat's next digest"


class Editions:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    # Chats

    async def take_turn(self) -> None:
        """Let one process at a time make editions: two could each wait for what the other makes.

        On SQLite a writer is alone anyway.
        """
        await take_turn(self._session, Turn.EDITIONS)

    async def due(self, at: datetime, limit: int) -> list[Reader]:
        """Chats whose digest is due, those that wait longest first; locked against other ticks.

        A chat with a digest or an alert in flight, or in doubt, waits until it is known what it
        has had.
        """
        in_flight = (
            select(OutboxTable.id)
            .where(OutboxTable.chat_id == SubscriberTable.chat_id, *_IN_FLIGHT)
            .exists()
        )
        query = (
            readers()
            .where(
                SubscriberTable.next_digest_at <= at,
                *may_be_told(at),
                ~in_flight,
            )
            .order_by(SubscriberTable.next_digest_at, SubscriberTable.id)
            .limit(limit)
            .with_for_update(of=SubscriberTable, skip_locked=True)
        )
        return [reader_of(row) for row in await self._session.execute(query)]

    async def reader(self, chat_id: ChatId, *, hold: bool = False) -> Reader | None:
        query = readers().where(SubscriberTable.chat_id == chat_id)
        row = (await self._session.execute(query.with_for_update() if hold else query)).first()
        return None if row is None else reader_of(row)

    async def move(self, moments: Mapping[datetime, Sequence[SubscriberId]]) -> None:
        """Set when the next digest of these chats is due."""
        for at, ids in moments.items():
            await self._session.execute(
                update(SubscriberTable).where(SubscriberTable.id.in_(ids)).values(next_digest_at=at)
            )

    # Rows that carry editions

    async def cancel_unsent(
        self, chats: Collection[ChatId], now: datetime
    ) -> tuple[frozenset[ChatId], frozenset[ChatId]]:
        """Cancel what brings news to these chats and nobody has tried to send: the chat's next
        digest takes it over.

        Returns the chats that had one, and the chats in doubt: news of theirs is under way, and
        nobody can say yet whether it was had.
        """
        query = select(OutboxTable.id, OutboxTable.chat_id, OutboxTable.state).where(
            OutboxTable.chat_id.in_(chats),
            OutboxTable.kind.in_(CARRIES_NEWS),
            OutboxTable.state.in_((RowState.PENDING, RowState.SENDING)),
        )
        if (await self._session.execute(query)).first() is None:
            return frozenset(), frozenset()
        # A row that a sender is taking at this moment is passed over, not waited for.
        untouched = query.where(
            OutboxTable.state == RowState.PENDING, ~OutboxTable.was_uncertain
        ).with_for_update(skip_locked=True)
        found = (await self._session.execute(untouched)).all()
        ids = [RowId(row.id) for row in found]
        await Outbox(self._session).cancel(ids, TAKEN_OVER, now)
        left = await self._session.execute(query)
        return _chats(found), _chats(left.all())

    # The ledger

    async def last_had(self, chats: Collection[SubscriberId]) -> dict[SubscriberId, EditionId]:
        """The edition each chat had last; a chat that has had none is left out."""
        last = (
            select(LedgerTable.edition_id)
            .outerjoin(OutboxTable, OutboxTable.id == LedgerTable.row_id)
            .where(LedgerTable.subscriber_id == SubscriberTable.id, WAS_HAD)
            .order_by(LedgerTable.id.desc())
            .limit(1)
            .scalar_subquery()
        )
        query = select(SubscriberTable.id, last).where(SubscriberTable.id.in_(chats))
        return {
            SubscriberId(reader): EditionId(edition)
            for reader, edition in await self._session.execute(query)
            if edition is not None
        }

    async def enter(self, entries: Sequence[LedgerEntry], now: datetime) -> None:
        """These chats have these editions, unless their rows fail or are cancelled."""
        if not entries:
            return
        await self._session.execute(
            insert(LedgerTable.__table__),  # type: ignore[arg-type]
            [
                {
                    "subscriber_id": entry.subscriber_id,
                    "edition_id": entry.edition_id,
                    "row_id": entry.row_id,
                    "created_at": now,
                }
                for entry in entries
            ],
        )

    async def enter_asked(
        self, edition: EditionId, subscriber: SubscriberId, key: str, now: datetime
    ) -> None:
        """The chat has the edition because it asked for it, and was answered under this key."""
        await self._session.execute(
            insert(LedgerTable).values(
                subscriber_id=subscriber, edition_id=edition, asked_key=key, created_at=now
            )
        )

    async def asked(self, key: str) -> EditionId | None:
        """The edition that was given to whoever asked under this key."""
        found = await self._session.scalar(
            select(LedgerTable.edition_id).where(LedgerTable.asked_key == key)
        )
        return None if found is None else EditionId(found)

    async def release(self, key: str) -> None:
        """What was asked could not be sent: nothing has been had."""
        await self._session.execute(delete(LedgerTable).where(LedgerTable.asked_key == key))

    # Editions

    async def among(self, ids: Collection[EditionId]) -> dict[EditionId, Edition]:
        query = select(EditionTable).where(EditionTable.id.in_(ids))
        return {EditionId(row.id): _edition(row) for row in await self._session.scalars(query)}

    async def get(self, edition: EditionId) -> Edition | None:
        return (await self.among([edition])).get(edition)

    async def holding(
        self, stories: Collection[StoryId], since: datetime
    ) -> dict[EditionId, Edition]:
        """Editions that end after a moment and hold one of these stories."""
        wanted = set(stories)
        lists = await self._session.execute(
            select(EditionTable.id, EditionTable.story_ids).where(EditionTable.until > since)
        )
        return await self.among(
            [EditionId(id_) for id_, had in lists if not wanted.isdisjoint(had)]
        )

    async def keep(self, new: NewEdition) -> Edition:
        """The edition of this key: as it is given, unless it is there already."""
        values = {
            "key": new.key,
            "choices": choices_json(new.choices),
            "previous_id": new.previous_id,
            "since": new.since,
            "until": new.until,
            "last_story_id": new.last_story_id,
            "story_ids": list(new.story_ids),
            "last_change_id": new.last_change_id,
            "change_ids": list(new.change_ids),
        }
        # Another process may be keeping the same edition at this moment: it is one edition.
        await self._session.execute(insert_new(self._session, EditionTable).values(values))
        found = await self._session.scalars(select(EditionTable).where(EditionTable.key == new.key))
        return _edition(found.one())


_IN_FLIGHT: tuple[ColumnElement[bool], ...] = (
    OutboxTable.kind.in_(CARRIES_NEWS),
    or_(
        OutboxTable.state == RowState.SENDING,
        (OutboxTable.state == RowState.PENDING) & OutboxTable.was_uncertain,
    ),
)


def _chats(rows: Sequence[Row[int, int | None, str]]) -> frozenset[ChatId]:
    return frozenset(ChatId(chat) for _, chat, _ in rows if chat is not None)


def _edition(row: EditionTable) -> Edition:
    return Edition(
        id=EditionId(row.id),
        choices=choices_of(row.choices),
        previous_id=None if row.previous_id is None else EditionId(row.previous_id),
        since=row.since,
        until=row.until,
        last_story_id=StoryId(row.last_story_id),
        story_ids=tuple(StoryId(story) for story in row.story_ids),
        last_change_id=ChangeId(row.last_change_id),
        change_ids=tuple(ChangeId(change) for change in row.change_ids),
    )
