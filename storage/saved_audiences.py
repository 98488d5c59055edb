"""Queries over audiences that were saved under a name, and over who is picked by hand in any."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Text, cast, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.audiences import GONE, Audience, SavedAudience, audience_json, audience_of
from model.ids import AudienceId, SubscriberId
from storage.sharing import insert_new
from storage.tables import AnnouncementTable, SavedAudienceTable


class SavedAudiences:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def all(self) -> list[SavedAudience]:
        """By name."""
        rows = await self._session.execute(_ALL.order_by(SavedAudienceTable.name))
        return [_saved(row) for row in rows]

    async def get(self, number: AudienceId) -> SavedAudience | None:
        row = (await self._session.execute(_ALL.where(SavedAudienceTable.id == number))).first()
        return None if row is None else _saved(row)

    async def count(self) -> int:
        return await self._session.scalar(select(func.count(SavedAudienceTable.id))) or 0

    async def add(
        self, name: str, audience: Audience, created_by: int, now: datetime
    ) -> AudienceId | None:
        """None where the name is another's already."""
        added = await self._session.execute(
            insert_new(self._session, SavedAudienceTable, "name")
            .values(
                name=name, audience=audience_json(audience), created_by=created_by, created_at=now
            )
            .returning(SavedAudienceTable.id)
        )
        number = added.scalar()
        return None if number is None else AudienceId(number)

    async def remove(self, number: AudienceId) -> None:
        await self._session.execute(
            delete(SavedAudienceTable).where(SavedAudienceTable.id == number)
        )

    async def forget(self, chat: SubscriberId) -> None:
        """Wherever a chat that is no more was picked by hand, it is picked no longer.

        SQLite can give its number to another chat, which must not get what was meant for this one.
        """
        for table in (AnnouncementTable, SavedAudienceTable):
            query = select(table.id, table.audience).where(
                cast(table.audience, Text).contains('"chats"')
            )
            held = await self._session.execute(query.order_by(table.id).with_for_update())
            for number, kept in held.all():
                without = {side: _without(criteria, chat) for side, criteria in kept.items()}
                if without != kept:
                    await self._session.execute(
                        update(table).where(table.id == number).values(audience=without)
                    )


def _without(criteria: dict[str, Any], chat: SubscriberId) -> dict[str, Any]:
    chats = criteria.get("chats", [])
    if chat not in chats:
        return criteria
    return criteria | {"chats": sorted({*chats, GONE} - {chat})}


_ALL: Any = select(*SavedAudienceTable.__table__.columns)


def _saved(row: Row[Any]) -> SavedAudience:
    return SavedAudience(
        AudienceId(row.id), row.name, audience_of(row.audience), row.created_by, row.created_at
    )
