"""Queries over the chats of an audience: how many there are, and which can be picked by hand."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, case, func, not_, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.audiences import Audience, Counted, PickedChat, Sort
from model.ids import ChatId, ProjectId, SubscriberId
from model.people import ChatKind, Language
from model.projects import FollowKind
from storage.audiences import KINDS, described, is_paused
from storage.sharing import chunks
from storage.tables import FollowTable, RoleTable, SubscriberTable

_IS_GROUP = SubscriberTable.kind.in_([kind.value for kind in KINDS[Sort.GROUPS]])


class AudienceChats:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def count(self, audience: Audience, admin_ids: frozenset[int], now: datetime) -> Counted:
        is_reached = SubscriberTable.unreachable_at.is_(None)
        gets_it = is_reached & not_(is_paused(now))
        # Counted side by side: grouped by language, SQLite would sort a hundred thousand rows.
        counts: dict[str, ColumnElement[bool]] = {
            each.value: gets_it & (SubscriberTable.language == each.value) for each in Language
        }
        counts["groups"] = gets_it & _IS_GROUP
        counts["unreachable"] = not_(is_reached)
        counts["paused"] = is_reached & is_paused(now)
        query = select(
            *(func.count(case((which, 1))).label(name) for name, which in counts.items())
        ).where(described(self._session, audience, admin_ids, now))
        found = (await self._session.execute(query)).one()._mapping
        return Counted(
            {each: found[each.value] for each in Language if found[each.value]},
            found["groups"],
            found["unreachable"],
            found["paused"],
        )

    async def among(self, ids: Collection[SubscriberId]) -> dict[SubscriberId, PickedChat]:
        """Those of these that are there still."""
        found: dict[SubscriberId, PickedChat] = {}
        for chunk in chunks(sorted(ids)):
            rows = await self._session.execute(_CHATS.where(SubscriberTable.id.in_(chunk)))
            found |= {one.id: one for one in map(_chat, rows)}
        return found

    async def numbered(self, numbers: Collection[int]) -> dict[int, PickedChat]:
        """People and groups by Telegram's numbers; those that nobody has are left out."""
        found: dict[int, PickedChat] = {}
        for chunk in chunks(sorted(numbers)):
            rows = await self._session.execute(_CHATS.where(SubscriberTable.chat_id.in_(chunk)))
            found |= {one.number: one for one in map(_chat, rows)}
        return found

    async def groups(self) -> list[PickedChat]:
        """Groups that have a title, by title."""
        query = _CHATS.where(_IS_GROUP, SubscriberTable.title.is_not(None))
        rows = await self._session.execute(query.order_by(SubscriberTable.title))
        return [_chat(row) for row in rows]

    async def followed(self, limit: int) -> list[ProjectId]:
        """The projects that most chats follow, the first comes first."""
        query = (
            select(FollowTable.key)
            .where(FollowTable.kind == FollowKind.PROJECT.value)
            .group_by(FollowTable.key)
            .order_by(func.count().desc(), FollowTable.key)
            .limit(limit)
        )
        return [ProjectId(int(key)) for key in await self._session.scalars(query)]


# Channels are posted in, and no audience has them.
_CHATS: Any = (
    select(
        SubscriberTable.id,
        SubscriberTable.chat_id,
        SubscriberTable.kind,
        func.coalesce(RoleTable.name, SubscriberTable.title).label("name"),
    )
    .outerjoin(RoleTable, RoleTable.user_id == SubscriberTable.chat_id)
    .where(SubscriberTable.kind != ChatKind.CHANNEL.value)
)


def _chat(row: Row[Any]) -> PickedChat:
    return PickedChat(SubscriberId(row.id), ChatId(row.chat_id), ChatKind(row.kind), row.name)
