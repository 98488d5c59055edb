"""Queries over imports."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import ImportId
from model.imports import Asked, Import, ImportState
from model.people import Language
from storage.tables import ImportTable


class Imports:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, user_id: int, name: str, content: bytes, now: datetime) -> ImportId:
        """One that waits; those of the same person that waited before are given up."""
        await self._session.execute(
            update(ImportTable)
            .where(ImportTable.user_id == user_id, ImportTable.state == ImportState.WAITING.value)
            .values(state=ImportState.CANCELLED.value, content=None)
        )
        added = await self._session.execute(
            insert(ImportTable)
            .values(
                at=now,
                user_id=user_id,
                name=name,
                content=content,
                mapping={},
                state=ImportState.WAITING.value,
            )
            .returning(ImportTable.id)
        )
        return ImportId(added.scalar_one())

    async def get(self, number: ImportId, *, hold: bool = False) -> Import | None:
        query = select(*ImportTable.__table__.columns).where(ImportTable.id == number)
        row = (await self._session.execute(query.with_for_update() if hold else query)).first()
        if row is None:
            return None
        return _import(row)

    async def asked(self) -> list[Import]:
        """Those that are to be applied, the earliest first."""
        query = select(*ImportTable.__table__.columns).where(
            ImportTable.state == ImportState.ASKED.value
        )
        return [_import(row) for row in await self._session.execute(query.order_by(ImportTable.id))]

    async def ask(self, number: ImportId, asked: Asked | None) -> None:
        """It is to be applied, or waits for a person again."""
        state = ImportState.WAITING if asked is None else ImportState.ASKED
        kept = None if asked is None else asdict(asked)
        await self._session.execute(
            update(ImportTable)
            .where(ImportTable.id == number)
            .values(state=state.value, asked=kept)
        )

    async def choose(self, number: ImportId, chosen: Mapping[int, str | None]) -> None:
        await self._session.execute(
            update(ImportTable)
            .where(ImportTable.id == number)
            .values(mapping={str(index): column for index, column in chosen.items()})
        )

    async def decide(self, number: ImportId, state: ImportState, act: int | None = None) -> None:
        """Applied or given up: the bytes are not needed any more."""
        await self._session.execute(
            update(ImportTable)
            .where(ImportTable.id == number)
            .values(state=state.value, act=act, content=None)
        )

    async def forget(self, user_id: int) -> None:
        """Those of a person that were never applied."""
        await self._session.execute(
            delete(ImportTable).where(ImportTable.user_id == user_id, ImportTable.act.is_(None))
        )

    async def undo(self, number: ImportId, now: datetime) -> None:
        await self._session.execute(
            update(ImportTable).where(ImportTable.id == number).values(undone_at=now)
        )


def _import(row: Row[Any]) -> Import:
    asked = row.asked
    return Import(
        ImportId(row.id),
        row.at,
        row.user_id,
        row.name,
        row.content,
        {int(index): column for index, column in row.mapping.items()},
        ImportState(row.state),
        asked and Asked(asked["stamp"], asked["message_id"], Language(asked["language"])),
        row.act,
        row.undone_at,
    )
