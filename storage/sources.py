"""Queries over sources: which are due, and what came of asking them."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import SourceId
from model.news import PageRule, Source, SourceKind, SourceState
from storage.tables import SourceTable

_COLUMNS = [field.name for field in fields(Source) if field.name != "id"]


class Sources:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, source_id: SourceId, *, hold: bool = False) -> Source | None:
        """The source, a removed one too; None where there never was one."""
        found = await self._find(SourceTable.id == source_id, hold=hold)
        return found[0] if found else None

    async def among(self, ids: Collection[SourceId]) -> dict[SourceId, Source]:
        """These sources, the removed too."""
        return {one.id: one for one in await self._find(SourceTable.id.in_(sorted(ids)))}

    async def by_url(self, url: str) -> Source | None:
        """The source with this very address, a removed one too; held."""
        found = await self._find(SourceTable.url == url, hold=True)
        return found[0] if found else None

    async def all(self) -> list[Source]:
        """Every source but the removed, in the order they were added."""
        return await self._find(SourceTable.removed_at.is_(None))

    async def due(self, now: datetime) -> list[Source]:
        """What is due now, whether or not somebody has claimed it."""
        return await self._find(*_is_due(now))

    async def claim_due(self, now: datetime, until: datetime, limit: int) -> list[Source]:
        """The longest due that nobody else is at, claimed until then.

        A claim that its owner did not live to give back ends by itself.
        """
        is_free = or_(SourceTable.claimed_until.is_(None), SourceTable.claimed_until <= now)
        ids = await self._session.scalars(
            select(SourceTable.id)
            .where(*_is_due(now), is_free)
            .order_by(SourceTable.next_poll_at, SourceTable.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        claimed = list(ids)
        await self._session.execute(
            update(SourceTable).where(SourceTable.id.in_(claimed)).values(claimed_until=until)
        )
        return await self._find(SourceTable.id.in_(claimed))

    async def add(self, source: Source) -> SourceId:
        """A new row; the id of the given source does not count."""
        added = await self._session.execute(
            insert(SourceTable).values(**_values(source)).returning(SourceTable.id)
        )
        return SourceId(added.scalar_one())

    async def save(self, source: Source) -> None:
        """The source as it now is. To be held before, or a change by another is lost."""
        await self._session.execute(
            update(SourceTable).where(SourceTable.id == source.id).values(**_values(source))
        )

    async def _find(self, *where: ColumnElement[bool], hold: bool = False) -> list[Source]:
        query = select(SourceTable).where(*where).order_by(SourceTable.id)
        # What a bulk statement changed must be seen, not what the session remembers.
        query = query.execution_options(populate_existing=True)
        rows: Sequence[SourceTable] = (
            await self._session.scalars(query.with_for_update() if hold else query)
        ).all()
        return [_source(row) for row in rows]


def _is_due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        SourceTable.removed_at.is_(None),
        SourceTable.state != SourceState.PAUSED,
        SourceTable.next_poll_at <= now,
    )


def _values(source: Source) -> dict[str, Any]:
    values = {name: getattr(source, name) for name in _COLUMNS}
    return {**values, "rule": asdict(source.rule) if source.rule else None}


def _source(row: SourceTable) -> Source:
    values = {name: getattr(row, name) for name in _COLUMNS}
    values["kind"] = SourceKind(row.kind)
    values["state"] = SourceState(row.state)
    values["rule"] = PageRule(**row.rule) if row.rule else None
    return Source(id=SourceId(row.id), **values)
