"""Queries over channels: what is posted in each, what there is to post, what became of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.channels import Channel, LastPost, NotPosted, Posting, Standing, When
from model.ids import ChangeId, ChatId, RowId, StoryId, SubscriberId
from model.outbox import Action, RowState
from model.people import ChatKind
from model.projects import Change
from storage.editions import BROUGHT_NOTHING, DIGEST, PROJECT_POST, STORY_POST, TAKEN_OVER
from storage.project_rows import CHANGES, change_of
from storage.sharing import insert_new
from storage.stories import stands
from storage.subscribers import subscriber_of
from storage.tables import (
    AlertTable,
    ChannelTable,
    OutboxTable,
    ProjectChangeTable,
    StoryTable,
    SubscriberTable,
    ToldChangeTable,
)

TURNED_OFF = "turned off by an admin"

_AS_IT_SHOULD = (TAKEN_OVER, TURNED_OFF)
"""Why rows are cancelled that nobody misses."""


class Channels:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    # Channels

    async def all(self) -> list[Channel]:
        """Those of the settings, in the order in which they came."""
        query = _CHANNELS.where(SubscriberTable.subscribed_at.is_not(None))
        rows = await self._session.execute(query.order_by(ChannelTable.subscriber_id))
        return [_channel(*row) for row in rows]

    async def get(self, subscriber_id: SubscriberId, *, hold: bool = False) -> Channel | None:
        """One of the settings; held, so is its subscriber."""
        if hold:  # subscribers come before channels: see storage/transaction.py
            of_it = select(SubscriberTable.id).where(SubscriberTable.id == subscriber_id)
            await self._session.execute(of_it.with_for_update())
        query = _CHANNELS.where(
            ChannelTable.subscriber_id == subscriber_id,
            SubscriberTable.subscribed_at.is_not(None),
        )
        if hold:
            query = query.with_for_update(of=ChannelTable)
        query = query.execution_options(populate_existing=True)
        row = (await self._session.execute(query)).first()
        return None if row is None else _channel(*row)

    async def of_chat(self, chat_id: int) -> SubscriberId | None:
        """The channel of the settings that has this chat id."""
        found = await self._session.scalar(
            select(SubscriberTable.id).where(
                SubscriberTable.chat_id == chat_id,
                SubscriberTable.kind == ChatKind.CHANNEL,
                SubscriberTable.subscribed_at.is_not(None),
            )
        )
        return None if found is None else SubscriberId(found)

    async def named(self, username: str) -> ChatId | None:
        """The chat id of the channel that had this public name when it was looked at last."""
        wanted = username.removeprefix("@").lower()
        for one in await self.all():
            if (one.standing.username or "").lower() == wanted:
                return one.subscriber.chat_id
        return None

    async def begin(self, subscriber_id: SubscriberId) -> None:
        """A channel in which nothing is posted yet; one that is there stays as it is."""
        await self._session.execute(
            insert_new(self._session, ChannelTable, "subscriber_id").values(
                subscriber_id=subscriber_id,
                posting=posting_json(Posting()),
                standing=asdict(Standing()),
                last_story_id=0,
                last_change_id=0,
            )
        )

    async def save(self, channel: Channel) -> None:
        """Writes what was held and decided since; not its subscriber."""
        await self._session.execute(
            update(ChannelTable)
            .where(ChannelTable.subscriber_id == channel.subscriber.id)
            .values(
                posting=posting_json(channel.posting),
                standing=asdict(channel.standing),
                lost_at=channel.lost_at,
                last_story_id=channel.last_story_id,
                last_change_id=channel.last_change_id,
                next_post_at=channel.next_post_at,
            )
        )

    # What there is to post

    async def untold_stories(
        self, channel: Channel, since: datetime, until: datetime, limit: int
    ) -> list[StoryId]:
        """Stored in (since, until] and after posting began, and never told ahead of the digest;

        the most relevant of them.
        """
        told = select(AlertTable.story_id).where(
            AlertTable.subscriber_id == channel.subscriber.id,
            AlertTable.story_id == StoryTable.id,
        )
        found = select(StoryTable.id).where(
            StoryTable.stored_at > since,
            StoryTable.stored_at <= until,
            StoryTable.id > channel.last_story_id,
            StoryTable.lead_article_id.is_not(None),
            stands(),
            ~told.exists(),
        )
        query = found.order_by(StoryTable.score.desc(), StoryTable.id.desc()).limit(limit)
        return [StoryId(each) for each in await self._session.scalars(query)]

    async def untold_changes(
        self, channel: Channel, since: datetime, until: datetime
    ) -> list[Change]:
        """Of projects, likewise; in order."""
        told = select(ToldChangeTable.change_id).where(
            ToldChangeTable.subscriber_id == channel.subscriber.id,
            ToldChangeTable.change_id == ProjectChangeTable.id,
        )
        query = CHANGES.where(
            ProjectChangeTable.at > since,
            ProjectChangeTable.at <= until,
            ProjectChangeTable.id > channel.last_change_id,
            ~told.exists(),
        )
        rows = await self._session.execute(query.order_by(ProjectChangeTable.id))
        return [change_of(row) for row in rows]

    async def posted_since(self, channel: Channel, since: datetime) -> Mapping[str, int]:
        """How many posts of each kind of row were decided from a moment on and not in vain."""
        query = (
            select(OutboxTable.kind, func.count())
            .where(
                OutboxTable.chat_id == channel.subscriber.chat_id,
                OutboxTable.kind.in_((STORY_POST, PROJECT_POST)),
                OutboxTable.created_at >= since,
                OutboxTable.state.not_in(BROUGHT_NOTHING),
            )
            .group_by(OutboxTable.kind)
        )
        return {str(kind): int(posts) for kind, posts in await self._session.execute(query)}

    # What became of it

    async def unpinned(self, channel: Channel, since: datetime) -> tuple[RowId, int] | None:
        """The row of the last digest that arrived since a moment, and its message, unless a pin

        of it was asked for already.
        """
        sent = await self._session.execute(
            select(OutboxTable.id, OutboxTable.message_ids)
            .where(
                _stands_in(channel, (DIGEST,)),
                OutboxTable.finished_at > since,
            )
            .order_by(OutboxTable.id.desc())
            .limit(1)
        )
        row = sent.first()
        if row is None or not row.message_ids:
            return None
        key = pin_key(RowId(row.id))
        if await self._session.scalar(select(OutboxTable.id).where(OutboxTable.unique_key == key)):
            return None
        return RowId(row.id), int(row.message_ids[0])

    async def last_post(self, channel: Channel) -> LastPost | None:
        query = (
            select(OutboxTable.kind, OutboxTable.finished_at)
            .where(_stands_in(channel))
            .order_by(OutboxTable.finished_at.desc())
            .limit(1)
        )
        row = (await self._session.execute(query)).first()
        return None if row is None else LastPost(row.kind, row.finished_at)

    async def not_posted(self, channel: Channel, since: datetime) -> NotPosted:
        """What was put into the outbox since a moment and ended without getting there."""
        query = select(OutboxTable.error).where(
            OutboxTable.chat_id == channel.subscriber.chat_id,
            OutboxTable.action == Action.SEND,
            OutboxTable.state.in_((*BROUGHT_NOTHING, RowState.UNCERTAIN)),
            OutboxTable.finished_at > since,
            OutboxTable.error.is_(None) | OutboxTable.error.not_in(_AS_IT_SHOULD),
        )
        errors = Counter(error or "" for error in await self._session.scalars(query))
        return NotPosted(errors.total(), errors)


def pin_key(row: RowId) -> str:
    """The unique key of the row that pins what another row has sent."""
    return f"pin:{row}"


_CHANNELS: Select[ChannelTable, SubscriberTable] = select(ChannelTable, SubscriberTable).join(
    SubscriberTable, SubscriberTable.id == ChannelTable.subscriber_id
)


def _stands_in(channel: Channel, kinds: Sequence[str] = ()) -> ColumnElement[bool]:
    """Of rows: they have sent a message into the channel."""
    asked = (
        (OutboxTable.chat_id == channel.subscriber.chat_id)
        & (OutboxTable.state == RowState.SENT)
        & (OutboxTable.action == Action.SEND)
    )
    return asked & OutboxTable.kind.in_(kinds) if kinds else asked


def _channel(row: ChannelTable, subscriber: SubscriberTable) -> Channel:
    return Channel(
        subscriber_of(subscriber),
        posting_of(row.posting),
        Standing(**row.standing),
        row.lost_at,
        StoryId(row.last_story_id),
        ChangeId(row.last_change_id),
        row.next_post_at,
    )


def posting_json(posting: Posting) -> dict[str, Any]:
    return {
        "stories": posting.stories,
        "projects": posting.projects,
        "hours": sorted(posting.hours),
        "most": posting.most,
        "quiet": [
            posting.quiet_from.isoformat("minutes"),
            posting.quiet_until.isoformat("minutes"),
        ],
        "pins_digest": posting.pins_digest,
    }


def posting_of(kept: Mapping[str, Any]) -> Posting:
    quiet_from, quiet_until = map(time.fromisoformat, kept["quiet"])
    return Posting(
        When(kept["stories"]),
        When(kept["projects"]),
        frozenset(kept["hours"]),
        kept["most"],
        quiet_from,
        quiet_until,
        kept["pins_digest"],
    )
