"""Queries over alerts: who wants to be told of what at once, and what each chat was told so."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from functools import lru_cache

from sqlalchemy import ColumnElement, Text, cast, delete, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.alerts import Alert, AlertReader, Wish
from model.editions import Candidate
from model.ids import RowId, StoryId, SubscriberId
from model.outbox import RowState
from model.people import Alerts as Wanted
from storage.choices import alerts_of, choices_of
from storage.editions import ALERT, BROUGHT_NOTHING
from storage.outbox import Outbox
from storage.readers import may_be_told, reader_of, readers
from storage.stories import candidates_among
from storage.tables import AlertTable, EditionTable, OutboxTable, SubscriberTable
from storage.told import due_chats, had_at_once, hold_chats, in_digests, is_due


class Alerts:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    # Chats

    async def wishes(self, now: datetime) -> list[tuple[SubscriberId, Wish]]:
        """Every chat that may be told something at this moment, and what it wants."""
        query = select(
            SubscriberTable.id,
            cast(SubscriberTable.alerts, Text),
            cast(SubscriberTable.choices, Text),
        ).where(*_may_be_told(now))
        wishes = [
            (SubscriberId(id_), _wish(alerts, choices))
            for id_, alerts, choices in await self._session.execute(query)
        ]
        return [(chat, wish) for chat, wish in wishes if wish.alerts.is_on]

    async def readers(self, ids: Collection[SubscriberId], now: datetime) -> list[AlertReader]:
        """Those of the chats that may be told something, locked against their digests."""
        query = (
            readers()
            .add_columns(cast(SubscriberTable.alerts, Text))
            .where(SubscriberTable.id.in_(ids), *_may_be_told(now))
            .order_by(SubscriberTable.id)
            .with_for_update(of=SubscriberTable)
        )
        found = [
            AlertReader(reader_of(row[:-1]), _wanted(row[-1]))
            for row in await self._session.execute(query)
        ]
        return [one for one in found if one.alerts.is_on]

    # What they were told

    async def cancel_unsent(
        self, chat_id: int, reason: str, now: datetime, kinds: Collection[str] = (ALERT,)
    ) -> None:
        """What nobody has tried to send yet is left to the chat's next digest."""
        query = select(OutboxTable.id).where(
            OutboxTable.chat_id == chat_id,
            OutboxTable.kind.in_(kinds),
            OutboxTable.state == RowState.PENDING,
            ~OutboxTable.was_uncertain,
        )
        rows = await self._session.scalars(query.with_for_update(skip_locked=True))
        await Outbox(self._session).cancel([RowId(row) for row in rows], reason, now)

    async def told(self, subscriber: SubscriberId) -> list[tuple[datetime, StoryId]]:
        """All that was told to a chat, or is held for it: when, and which story."""
        rows = await self._session.execute(
            select(AlertTable.at, AlertTable.story_id)
            .where(AlertTable.subscriber_id == subscriber)
            .order_by(AlertTable.at, AlertTable.story_id)
        )
        return [(at, StoryId(story)) for at, story in rows]

    async def known(
        self, ids: Collection[SubscriberId], since: datetime, stories: Collection[StoryId]
    ) -> list[Alert]:
        """What these chats were told since a moment, are held, or were ever told of stories."""
        query = (
            select(
                AlertTable.subscriber_id,
                AlertTable.story_id,
                AlertTable.at,
                AlertTable.row_id,
                OutboxTable.state,
            )
            .outerjoin(OutboxTable, OutboxTable.id == AlertTable.row_id)
            .where(
                AlertTable.subscriber_id.in_(ids),
                or_(AlertTable.at > since, AlertTable.story_id.in_(stories)),
            )
        )
        return [
            Alert(
                SubscriberId(subscriber),
                StoryId(story),
                at,
                None if row is None else RowId(row),
                state not in BROUGHT_NOTHING,
            )
            for subscriber, story, at, row, state in await self._session.execute(query)
        ]

    async def had(
        self, ids: Collection[SubscriberId], since: datetime
    ) -> dict[SubscriberId, frozenset[StoryId]]:
        """What alerts have brought to these chats after a moment; one without any is left out.

        A row that still waits has brought nothing: the chat's digest takes it over.
        """
        return await had_at_once(
            self._session, AlertTable, AlertTable.story_id, StoryId, ids, since
        )

    async def in_digests(
        self, ids: Collection[SubscriberId], since: datetime
    ) -> dict[SubscriberId, set[StoryId]]:
        """What digests that end at or after a moment have brought to these chats, or are about to

        bring.
        """
        return await in_digests(self._session, EditionTable.story_ids, StoryId, ids, since)

    async def enter(self, alerts: Sequence[Alert]) -> None:
        if alerts:
            await self._session.execute(
                insert(AlertTable.__table__),  # type: ignore[arg-type]
                [
                    {
                        "subscriber_id": alert.subscriber_id,
                        "story_id": alert.story_id,
                        "row_id": alert.row_id,
                        "at": alert.at,
                    }
                    for alert in alerts
                ],
            )

    # What is held

    async def due_chats(self, now: datetime, limit: int) -> list[SubscriberId]:
        """Chats for which something held is due, up to a limit."""
        return await due_chats(self._session, AlertTable, now, limit)

    async def take_due(self, chats: Collection[SubscriberId], now: datetime) -> list[Alert]:
        """What was held for these chats and is due: it is held no longer."""
        await hold_chats(self._session, chats)
        taken = await self._session.execute(
            delete(AlertTable)
            .where(AlertTable.subscriber_id.in_(chats), *is_due(AlertTable, now))
            .returning(AlertTable.subscriber_id, AlertTable.story_id, AlertTable.at)
            .execution_options(synchronize_session=False)
        )
        return [Alert(SubscriberId(chat), StoryId(story), at) for chat, story, at in taken]

    async def stories(self, ids: Collection[StoryId]) -> dict[StoryId, Candidate]:
        """These stories as they are chosen from, as far as readers are still shown them."""
        return {one.id: one for one in await candidates_among(self._session, ids)}


def _may_be_told(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (SubscriberTable.alerts.is_not(None), *may_be_told(now))


@lru_cache(maxsize=20_000)
def _wish(alerts: str, choices: str) -> Wish:
    return Wish(_wanted(alerts), choices_of(json.loads(choices)))


@lru_cache(maxsize=20_000)
def _wanted(kept: str) -> Wanted:
    wanted = alerts_of(json.loads(kept))
    assert wanted is not None
    return wanted
