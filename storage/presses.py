"""Queries over presses: who pressed which button under an announcement."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.announcements import ButtonPress
from model.ids import AnnouncementId
from storage.sharing import insert_new
from storage.tables import PressTable


class Presses:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def has(self, number: AnnouncementId, button: int, user_id: int) -> bool:
        """Asked before a write transaction is begun: people press again and again."""
        query = select(PressTable.at).where(
            PressTable.announcement_id == number,
            PressTable.button == button,
            PressTable.user_id == user_id,
        )
        return await self._session.scalar(query) is not None

    async def add(self, number: AnnouncementId, button: int, user_id: int, at: datetime) -> None:
        """The first press counts, every other one is passed over."""
        pressed = {"announcement_id": number, "button": button, "user_id": user_id, "at": at}
        keys = ("announcement_id", "button", "user_id")
        await self._session.execute(insert_new(self._session, PressTable, *keys).values(pressed))

    async def counts(self, number: AnnouncementId) -> Mapping[int, int]:
        """How many people pressed each button; one that nobody did is left out."""
        query = (
            select(PressTable.button, func.count().label("people"))
            .where(PressTable.announcement_id == number)
            .group_by(PressTable.button)
        )
        return {row.button: row.people for row in await self._session.execute(query)}

    async def by(self, user_id: int) -> list[ButtonPress]:
        """All that a person pressed, the first one first."""
        query = (
            select(PressTable.announcement_id, PressTable.button, PressTable.at)
            .where(PressTable.user_id == user_id)
            .order_by(PressTable.at, PressTable.announcement_id, PressTable.button)
        )
        return [
            ButtonPress(AnnouncementId(number), button, at)
            for number, button, at in await self._session.execute(query)
        ]

    async def forget(self, user_id: int) -> None:
        await self._session.execute(delete(PressTable).where(PressTable.user_id == user_id))
