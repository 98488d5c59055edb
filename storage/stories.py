"""Queries over stories."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from model.editions import Candidate
from model.ids import ArticleId, StoryId
from model.news import Story
from storage.tables import ArticleTable, SourceTable, StoryTable

CHUNK = 500
"""Ids in one IN: every driver's limit on parameters is far above."""


class Stories:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def stored_since(
        self, since: datetime, after: StoryId, until: datetime
    ) -> list[Candidate]:
        """What an edition is chosen from: stored in (since, until], or later than story `after`."""
        query = _candidates(
            or_(StoryTable.stored_at > since, StoryTable.id > after), StoryTable.stored_at <= until
        )
        return [_candidate(row) for row in await self._session.execute(query)]

    async def last_id(self) -> StoryId:
        """The newest story's; 0 where there is none."""
        return StoryId(await self._session.scalar(select(func.max(StoryTable.id))) or 0)

    async def newest(self, limit: int, before: StoryId | None = None) -> list[Candidate]:
        """The last stories stored, or the last before one of them; the newest first."""
        older = () if before is None else (StoryTable.id < before,)
        query = _candidates(*older).order_by(StoryTable.id.desc()).limit(limit)
        return [_candidate(row) for row in await self._session.execute(query)]

    async def next_after(self, limit: int, after: StoryId) -> list[Candidate]:
        """The first stories stored after one of them; the oldest first."""
        query = _candidates(StoryTable.id > after).order_by(StoryTable.id).limit(limit)
        return [_candidate(row) for row in await self._session.execute(query)]

    async def by_ids(self, ids: Collection[StoryId]) -> dict[StoryId, Story]:
        """The stories as a reader sees them; one that is gone is left out."""
        found: dict[StoryId, Story] = {}
        wanted = list(ids)
        for start in range(0, len(wanted), CHUNK):
            query = _stories().where(StoryTable.id.in_(wanted[start : start + CHUNK]))
            for row in await self._session.execute(query):
                found[StoryId(row.id)] = _story(row)
        return found


def _stories() -> Select[*tuple[Any, ...]]:
    return (
        select(
            StoryTable.id,
            StoryTable.stored_at,
            StoryTable.lead_article_id,
            StoryTable.language,
            StoryTable.score,
            StoryTable.districts,
            StoryTable.sectors,
            StoryTable.source_count,
            ArticleTable.title,
            ArticleTable.lead,
            ArticleTable.link,
            ArticleTable.published_at,
            SourceTable.title.label("source_title"),
        )
        .join(ArticleTable, ArticleTable.id == StoryTable.lead_article_id)
        .join(SourceTable, SourceTable.id == ArticleTable.source_id)
    )


def _story(row: Row[*tuple[Any, ...]]) -> Story:
    return Story(
        id=StoryId(row.id),
        stored_at=row.stored_at,
        lead_article_id=ArticleId(row.lead_article_id),
        title=row.title,
        lead=row.lead,
        link=row.link,
        source_title=row.source_title,
        published_at=row.published_at,
        language=row.language,
        score=row.score,
        districts=tuple(row.districts),
        sectors=tuple(row.sectors),
        source_count=row.source_count,
    )


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
