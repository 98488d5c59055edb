"""Queries over articles, and the stories they are written into."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Row,
    and_,
    func,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import SourceId, StoryId
from model.news import Article
from storage.tables import ArticleTable, StoryTable

T = TypeVar("T")

CHUNK = 400
"""Values in one list of a query, and rows in one insert: other tasks get their turn between."""

_COLUMNS = [field.name for field in fields(Article) if field.name != "id"]
_LISTS = ("reasons", "districts", "sectors")
# Columns, not objects of the session: a fetch of a known feed reads a hundred of them.
_SELECT = select(*(getattr(ArticleTable, field.name) for field in fields(Article)))
_WRITERS = 7_001
"""The advisory lock of those who write stories, on PostgreSQL."""


class Articles:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def hold_stories(self) -> None:
        """One writer of stories at a time, until the transaction ends.

        Two sources may tell one event in the same second: the second must see the first's story.
        SQLite has one writer anyway.
        """
        connection = await self._session.connection()
        if connection.dialect.name == "postgresql":
            lock = text("SELECT pg_advisory_xact_lock(:key)")
            await self._session.execute(lock, {"key": _WRITERS})

    async def known_among(
        self,
        source_id: SourceId,
        *,
        guids: Collection[str] = (),
        link_keys: Collection[str] = (),
        title_keys: Collection[str] = (),
        since: datetime,
    ) -> list[Article]:
        """What items with these keys could be, or could tell the same story as.

        A guid means something within its source only; a link anywhere; a title within its source,
        and elsewhere since a moment.
        """
        own = ArticleTable.source_id == source_id
        may_be_meant = or_(own, ArticleTable.stored_at >= since)
        found: dict[int, Article] = {}
        for column, keys, where in (
            (ArticleTable.guid, guids, own),
            (ArticleTable.link_key, link_keys, None),
            (ArticleTable.title_key, title_keys, may_be_meant),
        ):
            for chunk in _chunks(sorted(keys)):
                matches = column.in_(chunk)
                condition = matches if where is None else and_(matches, where)
                for article in await self._find(condition):
                    found[article.id] = article
        return list(found.values())

    async def recent_moments(self, source_id: SourceId, limit: int) -> list[datetime]:
        """When the source's last items were printed, or stored if they bear no date."""
        moment = func.coalesce(ArticleTable.published_at, ArticleTable.stored_at)
        rows = await self._session.execute(
            select(ArticleTable.published_at, ArticleTable.stored_at)
            .where(ArticleTable.source_id == source_id)
            .order_by(moment.desc())
            .limit(limit)
        )
        return [published or stored for published, stored in rows]

    async def add(self, articles: Sequence[Article]) -> None:
        """New rows; the ids of the given articles do not count."""
        for chunk in _chunks(articles):
            await self._session.execute(insert(ArticleTable), [_values(one) for one in chunk])

    async def save(self, article: Article) -> None:
        await self._session.execute(
            update(ArticleTable).where(ArticleTable.id == article.id).values(**_values(article))
        )

    async def begin_stories(self, count: int, now: datetime) -> list[StoryId]:
        """Empty stories, in order of their ids; `refresh_stories` fills them from articles."""
        empty: dict[str, Any] = {
            "stored_at": now,
            "score": 0.0,
            "districts": [],
            "sectors": [],
            "source_count": 0,
        }
        if not count:
            return []
        begun = await self._session.scalars(
            insert(StoryTable).returning(StoryTable.id), [empty] * count
        )
        return sorted(StoryId(story) for story in begun)

    async def refresh_stories(self, ids: Collection[StoryId]) -> None:
        """What the stories' articles now make of them. The article that leads goes on leading."""
        for chunk in _chunks(sorted(ids)):
            leads = await self._session.execute(
                select(StoryTable.id, StoryTable.lead_article_id).where(StoryTable.id.in_(chunk))
            )
            lead_of = dict(leads.all())
            told: dict[StoryId, list[Article]] = {story: [] for story in chunk}
            for article in await self._find(ArticleTable.story_id.in_(chunk)):
                if article.story_id is not None:
                    told[article.story_id].append(article)
            filled = [
                _filled(story, lead_of.get(story), articles)
                for story, articles in told.items()
                if articles
            ]
            if filled:
                await self._session.execute(update(StoryTable), filled)

    async def _find(self, where: ColumnElement[bool]) -> list[Article]:
        rows = await self._session.execute(_SELECT.where(where).order_by(ArticleTable.id))
        return [_article(row) for row in rows]


def _filled(story: StoryId, lead_id: int | None, articles: list[Article]) -> dict[str, Any]:
    """The story's row, as its articles make it."""
    by_weight = sorted(articles, key=lambda article: (-article.score, article.id))
    lead = next((one for one in articles if one.id == lead_id), by_weight[0])
    return {
        "id": story,
        "lead_article_id": lead.id,
        "language": lead.language,
        "score": by_weight[0].score,
        "districts": _union(article.districts for article in articles),
        "sectors": _union(article.sectors for article in articles),
        "source_count": len({article.source_id for article in articles}),
    }


def _chunks(values: Sequence[T]) -> Iterable[Sequence[T]]:
    return (values[start : start + CHUNK] for start in range(0, len(values), CHUNK))


def _union(lists: Iterable[tuple[str, ...]]) -> list[str]:
    return sorted({value for values in lists for value in values})


def _values(article: Article) -> dict[str, Any]:
    values = {name: getattr(article, name) for name in _COLUMNS}
    return {**values, **{name: list(values[name]) for name in _LISTS}}


def _article(row: Row[*tuple[Any, ...]]) -> Article:
    values = row._asdict()
    for name in _LISTS:
        values[name] = tuple(values[name])
    return Article(**values)
