"""Queries over articles, and the stories they are written into."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from model.ids import ArticleId, SourceId, StoryId
from model.news import Article, Review, Topic
from storage.news_json import amendment_json, amendment_of, facts_json, facts_of
from storage.sharing import Turn, chunks, take_turn
from storage.tables import ArticleTable, ArticleTermTable, StoryTable

_COLUMNS = [field.name for field in fields(Article) if field.name != "id"]
_LISTS = ("reasons", "districts", "sectors")
# Columns, not objects of the session: a fetch of a known feed reads a hundred of them.
SELECT_ARTICLES = select(*(getattr(ArticleTable, field.name) for field in fields(Article)))


class Articles:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def take_turn(self) -> None:
        """One writer of stories at a time, until the transaction ends.

        Two sources may tell one event in the same second: the second must see the first's story.
        SQLite has one writer anyway.
        """
        await take_turn(self._session, Turn.STORIES)

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
            for chunk in chunks(sorted(keys)):
                matches = column.in_(chunk)
                condition = matches if where is None else and_(matches, where)
                for article in await self._find(condition):
                    found[article.id] = article
        return list(found.values())

    async def recent_moments(self, source_id: SourceId, limit: int) -> list[datetime]:
        """When the source's last items were printed, or stored if they bear no date: of those

        stored last, for no index knows what was printed last.
        """
        moment = func.coalesce(ArticleTable.published_at, ArticleTable.stored_at)
        rows = await self._session.execute(
            select(ArticleTable.published_at, ArticleTable.stored_at)
            .where(ArticleTable.source_id == source_id)
            .order_by(ArticleTable.stored_at.desc(), moment.desc())
            .limit(limit)
        )
        return [published or stored for published, stored in rows]

    async def telling_since(self, source_id: SourceId, since: datetime) -> list[Article]:
        """Articles of a source stored since then that tell stories."""
        return await self._find(
            and_(
                ArticleTable.source_id == source_id,
                ArticleTable.stored_at >= since,
                ArticleTable.story_id.is_not(None),
            )
        )

    async def telling_after(
        self, article: ArticleId, limit: int
    ) -> list[tuple[ArticleId, StoryId]]:
        """Articles after one, in order, that tell stories; which they tell."""
        rows = await self._session.execute(
            select(ArticleTable.id, ArticleTable.story_id)
            .where(ArticleTable.id > article, ArticleTable.story_id.is_not(None))
            .order_by(ArticleTable.id)
            .limit(limit)
        )
        return [(ArticleId(one), StoryId(story)) for one, story in rows if story is not None]

    async def add(self, articles: Sequence[Article]) -> list[ArticleId]:
        """New rows, and their ids in the same order; the ids of the given articles do not count."""
        ids: list[ArticleId] = []
        for chunk in chunks(articles):
            added = await self._session.scalars(
                insert(ArticleTable).returning(ArticleTable.id, sort_by_parameter_order=True),
                [_values(one) for one in chunk],
            )
            ids += [ArticleId(article) for article in added]
        return ids

    async def save(self, article: Article) -> None:
        await self._session.execute(
            update(ArticleTable).where(ArticleTable.id == article.id).values(**_values(article))
        )

    async def begin_stories(self, count: int, now: datetime) -> list[StoryId]:
        """Empty stories, in order of their ids; `Stories.save` says what their articles tell."""
        empty: dict[str, Any] = {
            "stored_at": now,
            "score": 0.0,
            "districts": [],
            "sectors": [],
            "source_count": 0,
            "leads": {},
            "source_ids": [],
            "terms": [],
            "keys": [],
            "corrections": [],
        }
        if not count:
            return []
        begun = await self._session.scalars(
            insert(StoryTable).returning(StoryTable.id), [empty] * count
        )
        return sorted(StoryId(story) for story in begun)

    async def get(self, article: ArticleId) -> Article | None:
        found = await self._find(ArticleTable.id == article)
        return found[0] if found else None

    async def of_stories(self, ids: Collection[StoryId]) -> dict[StoryId, list[Article]]:
        """The articles that tell each of these stories, in the order they were stored."""
        told: dict[StoryId, list[Article]] = {story: [] for story in ids}
        for chunk in chunks(sorted(ids)):
            for article in await self._find(ArticleTable.story_id.in_(chunk)):
                if article.story_id is not None:
                    told[article.story_id].append(article)
        return told

    async def among(self, ids: Collection[ArticleId]) -> list[Article]:
        found: list[Article] = []
        for chunk in chunks(sorted(ids)):
            found += await self._find(ArticleTable.id.in_(chunk))
        return found

    # Terms: the index that new items are compared through

    async def add_terms(self, terms: Mapping[ArticleId, Collection[str]], now: datetime) -> None:
        """The telling words of these articles, in place of those they had."""
        ids = sorted(terms)
        for chunk in chunks(ids):
            await self._session.execute(
                delete(ArticleTermTable).where(ArticleTermTable.article_id.in_(chunk))
            )
        rows = [
            {"term": term, "article_id": article, "at": now}
            for article in ids
            for term in sorted(set(terms[article]))
        ]
        for rows_chunk in chunks(rows):
            await self._session.execute(insert(ArticleTermTable), list(rows_chunk))

    async def sharing_terms(
        self, terms: Collection[str], since: datetime, limit: int
    ) -> list[ArticleId]:
        """Recent articles that share the most of these terms, the most first."""
        shared = func.count().label("shared")
        rows = await self._session.execute(
            select(ArticleTermTable.article_id, shared)
            .where(ArticleTermTable.term.in_(sorted(terms)), ArticleTermTable.at >= since)
            .group_by(ArticleTermTable.article_id)
            .order_by(shared.desc(), ArticleTermTable.article_id)
            .limit(limit)
        )
        return [ArticleId(article) for article, _ in rows]

    async def drop_terms(self, before: datetime) -> None:
        """Of articles too old for a new item to tell the same event."""
        await self._session.execute(delete(ArticleTermTable).where(ArticleTermTable.at < before))

    async def _find(self, where: ColumnElement[bool]) -> list[Article]:
        rows = await self._session.execute(SELECT_ARTICLES.where(where).order_by(ArticleTable.id))
        return [article_of(row) for row in rows]


def _values(article: Article) -> dict[str, Any]:
    values = {name: getattr(article, name) for name in _COLUMNS}
    for name in _LISTS:
        values[name] = list(values[name])
    values["facts"] = facts_json(article.facts)
    values["amendment"] = amendment_json(article.amendment)
    return values


def article_of(row: Row[*tuple[Any, ...]]) -> Article:
    values = row._asdict()
    for name in _LISTS:
        values[name] = tuple(values[name])
    values["facts"] = facts_of(values["facts"])
    values["amendment"] = amendment_of(values["amendment"])
    values["topic"] = Topic(values["topic"])
    values["review"] = values["review"] and Review(values["review"])
    return Article(**values)
