"""Queries over stories."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.editions import Candidate, Told
from model.ids import StoryId
from storage.tables import ArticleTable, SourceTable, StoryTable

CHUNK = 500
"""Ids in one IN: every driver's limit on parameters is far above."""


class Stories:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def stored_between(self, since: datetime, until: datetime) -> list[Candidate]:
        """What an edition of (since, until] is chosen from, the oldest first."""
        period = (StoryTable.stored_at > since, StoryTable.stored_at <= until)
        query = _candidates(*period).order_by(StoryTable.stored_at, StoryTable.id)
        return [_candidate(row) for row in await self._session.execute(query)]

    async def newest(self, limit: int, before: StoryId | None = None) -> list[Candidate]:
        """The last stories stored, or the last before one of them; the newest first."""
        older = () if before is None else (StoryTable.id < before,)
        query = _candidates(*older).order_by(StoryTable.id.desc()).limit(limit)
        return [_candidate(row) for row in await self._session.execute(query)]

    async def next_after(self, limit: int, after: StoryId) -> list[Candidate]:
        """The first stories stored after one of them; the oldest first."""
        query = _candidates(StoryTable.id > after).order_by(StoryTable.id).limit(limit)
        return [_candidate(row) for row in await self._session.execute(query)]

    async def told(self, ids: Collection[StoryId]) -> dict[StoryId, Told]:
        """The stories as a reader sees them; one that is gone is left out."""
        found: dict[StoryId, Told] = {}
        wanted = list(ids)
        for start in range(0, len(wanted), CHUNK):
            query = (
                select(
                    StoryTable.id,
                    StoryTable.source_count,
                    ArticleTable.title,
                    ArticleTable.lead,
                    ArticleTable.link,
                    ArticleTable.published_at,
                    ArticleTable.stored_at,
                    SourceTable.title.label("source"),
                )
                .join(ArticleTable, ArticleTable.id == StoryTable.lead_article_id)
                .join(SourceTable, SourceTable.id == ArticleTable.source_id)
                .where(StoryTable.id.in_(wanted[start : start + CHUNK]))
            )
            for row in await self._session.execute(query):
                story = StoryId(row.id)
                found[story] = Told(
                    id=story,
                    title=row.title,
                    lead=row.lead,
                    link=row.link,
                    source=row.source,
                    source_count=row.source_count,
                    at=min(row.published_at or row.stored_at, row.stored_at),
                )
        return found


def _candidates(
    *where: ColumnElement[bool],
) -> Select[int, datetime, str | None, float, list[str], list[str]]:
    return select(
        StoryTable.id,
        StoryTable.stored_at,
        StoryTable.language,
        StoryTable.score,
        StoryTable.districts,
        StoryTable.sectors,
    ).where(StoryTable.lead_article_id.is_not(None), *where)


def _candidate(
    row: Row[int, datetime, str | None, float, list[str], list[str]],
) -> Candidate:
    story, stored_at, language, score, districts, sectors = row
    return Candidate(
        StoryId(story), stored_at, language, score, frozenset(districts), frozenset(sectors)
    )
