"""Queries over stories."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, case, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.editions import Candidate
from model.ids import ArticleId, SourceId, StoryId
from model.news import Mark, Money, Stage, Story, Telling
from storage.news_json import corrections_json, corrections_of
from storage.sharing import chunks
from storage.tables import ArticleTable, SourceTable, StoryKeyTable, StoryTable

WEIGHTS = {"company": 8, "zone": 3, "place": 2, "sector": 1}
"""Of what related stories share."""
RELATED = 3
"""A name, or a place and a sector."""
NEAR = 3_000
"""Stories before and after, among which a place and a sector mean something."""


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

    async def as_candidate(self, story: StoryId) -> Candidate | None:
        """One story as an edition is chosen from it, even one that was taken down."""
        row = (await self._session.execute(_told(StoryTable.id == story))).first()
        return None if row is None else _candidate(row)

    async def ids_before(self, story: StoryId | None, limit: int) -> list[StoryId]:
        """The last stories before one of them, or the last of all, whether shown or not."""
        older = () if story is None else (StoryTable.id < story,)
        query = select(StoryTable.id).where(*older).order_by(StoryTable.id.desc()).limit(limit)
        return [StoryId(each) for each in await self._session.scalars(query)]

    async def by_ids(
        self, ids: Collection[StoryId], languages: Sequence[str] = ()
    ) -> dict[StoryId, Story]:
        """The stories as a reader of these languages sees them; one that is gone is left out.

        Each is shown by the article that leads in the first of the languages that it is told in.
        """
        found: dict[StoryId, Story] = {}
        for chunk in chunks(list(ids)):
            rows = (await self._session.execute(_STORIES.where(StoryTable.id.in_(chunk)))).all()
            shown = {row.id: _shown(row, languages) for row in rows}
            query = _ARTICLES.where(ArticleTable.id.in_(shown.values()))
            articles = {row.id: row for row in await self._session.execute(query)}
            for row in rows:
                if (article := articles.get(shown[row.id])) is not None:
                    found[StoryId(row.id)] = _story(row, article)
        return found

    async def in_order(self, ids: Sequence[StoryId], languages: Sequence[str]) -> list[Story]:
        """These stories in their order; one that is gone is left out."""
        found = await self.by_ids(ids, languages)
        return [found[story] for story in ids if story in found]

    async def tellings(self, ids: Collection[StoryId]) -> dict[StoryId, Telling]:
        """What is kept of these stories, to be told anew in this transaction."""
        found: dict[StoryId, Telling] = {}
        for chunk in chunks(sorted(ids)):
            query = select(StoryTable).where(StoryTable.id.in_(chunk))
            query = query.execution_options(populate_existing=True)
            for row in await self._session.scalars(query):
                found[StoryId(row.id)] = _telling(row)
        return found

    async def save(self, tellings: Sequence[Telling]) -> None:
        for chunk in chunks(tellings):
            await self._session.execute(update(StoryTable), [_values(one) for one in chunk])
            ids = [one.id for one in chunk]
            await self._session.execute(
                delete(StoryKeyTable).where(StoryKeyTable.story_id.in_(ids))
            )
            keys = [{"key": key, "story_id": one.id} for one in chunk for key in one.keys]
            if keys:
                await self._session.execute(insert(StoryKeyTable), keys)

    async def related(self, story: StoryId, limit: int) -> list[StoryId]:
        """Other stories that share the most with it, the newest first among equals.

        A company weighs more than a place and a sector together; a place or a sector alone, which
        half of all news share, does not count. Stories that share no name are looked for among
        those stored around the same time only.
        """
        own = list(
            await self._session.scalars(
                select(StoryKeyTable.key).where(StoryKeyTable.story_id == story)
            )
        )
        names = [key for key in own if _weight(key) >= RELATED]
        others = [key for key in own if _weight(key) < RELATED]
        is_near = StoryKeyTable.story_id.between(story - NEAR, story + NEAR)
        shared = func.sum(case(*((StoryKeyTable.key == key, _weight(key)) for key in own), else_=0))
        if not own:
            return []
        rows = await self._session.execute(
            select(StoryKeyTable.story_id)
            .join(StoryTable, StoryTable.id == StoryKeyTable.story_id)
            .where(
                or_(StoryKeyTable.key.in_(names), StoryKeyTable.key.in_(others) & is_near),
                StoryKeyTable.story_id != story,
                StoryTable.lead_article_id.is_not(None),
                stands(),
            )
            .group_by(StoryKeyTable.story_id)
            .having(shared >= RELATED)
            .order_by(shared.desc(), StoryKeyTable.story_id.desc())
            .limit(limit)
        )
        return [StoryId(other) for other in rows.scalars()]

    async def with_keys(self, keys: Collection[str], limit: int) -> list[StoryId]:
        """The newest stories that have one of these keys: see news/telling.py."""
        query = (
            select(StoryKeyTable.story_id)
            .where(StoryKeyTable.key.in_(sorted(keys)))
            .distinct()
            .order_by(StoryKeyTable.story_id.desc())
            .limit(limit)
        )
        return [StoryId(one) for one in await self._session.scalars(query)]

    async def marked_since(self, since: datetime) -> list[tuple[StoryId, datetime]]:
        """Stories corrected or withdrawn since then, and when; the earliest first."""
        rows = await self._session.execute(
            select(StoryTable.id, StoryTable.marked_at)
            .where(StoryTable.marked_at > since)
            .order_by(StoryTable.marked_at, StoryTable.id)
        )
        return [(StoryId(story), at) for story, at in rows if at is not None]

    async def touch(self, ids: Collection[StoryId], now: datetime) -> None:
        """They are told otherwise from now on: messages that show them are looked through."""
        await self._session.execute(
            update(StoryTable).where(StoryTable.id.in_(ids)).values(marked_at=now)
        )


_STORIES = select(
    StoryTable.id,
    StoryTable.stored_at,
    StoryTable.lead_article_id,
    StoryTable.leads,
    StoryTable.score,
    StoryTable.districts,
    StoryTable.sectors,
    StoryTable.source_count,
    StoryTable.amount_value,
    StoryTable.amount_currency,
    StoryTable.stage,
    StoryTable.mark,
    StoryTable.corrections,
    StoryTable.marked_at,
).where(StoryTable.lead_article_id.is_not(None))

_ARTICLES = select(
    ArticleTable.id,
    ArticleTable.title,
    ArticleTable.lead,
    ArticleTable.link,
    ArticleTable.published_at,
    ArticleTable.language,
    ArticleTable.image,
    ArticleTable.source_id,
    SourceTable.title.label("source_title"),
).join(SourceTable, SourceTable.id == ArticleTable.source_id)


def _shown(row: Row[*tuple[Any, ...]], languages: Sequence[str]) -> int:
    told_in = (row.leads[language] for language in languages if language in row.leads)
    return int(next(told_in, row.lead_article_id))


def _story(row: Row[*tuple[Any, ...]], article: Row[*tuple[Any, ...]]) -> Story:
    return Story(
        id=StoryId(row.id),
        stored_at=row.stored_at,
        lead_article_id=ArticleId(article.id),
        title=article.title,
        lead=article.lead,
        link=article.link,
        source_title=article.source_title,
        published_at=article.published_at,
        language=article.language,
        score=row.score,
        districts=tuple(row.districts),
        sectors=tuple(row.sectors),
        source_count=row.source_count,
        amount=_amount(row),
        stage=row.stage and Stage(row.stage),
        mark=row.mark and Mark(row.mark),
        corrections=corrections_of(row.corrections),
        marked_at=row.marked_at,
        source_id=SourceId(article.source_id),
        image=article.image,
    )


def _amount(row: Any) -> Money | None:
    return None if row.amount_value is None else Money(row.amount_value, row.amount_currency)


def _telling(row: StoryTable) -> Telling:
    return Telling(
        id=StoryId(row.id),
        lead_article_id=None if row.lead_article_id is None else ArticleId(row.lead_article_id),
        leads={language: ArticleId(article) for language, article in row.leads.items()},
        score=row.score,
        districts=tuple(row.districts),
        sectors=tuple(row.sectors),
        source_ids=tuple(SourceId(source) for source in row.source_ids),
        terms=tuple(row.terms),
        keys=tuple(row.keys),
        amount=_amount(row),
        stage=None if row.stage is None else Stage(row.stage),
        mark=None if row.mark is None else Mark(row.mark),
        corrections=corrections_of(row.corrections),
        marked_at=row.marked_at,
    )


def _values(telling: Telling) -> dict[str, Any]:
    return {
        "id": telling.id,
        "lead_article_id": telling.lead_article_id,
        "leads": dict(telling.leads),
        "score": telling.score,
        "districts": list(telling.districts),
        "sectors": list(telling.sectors),
        "source_count": len(telling.source_ids),
        "source_ids": list(telling.source_ids),
        "terms": list(telling.terms),
        "keys": list(telling.keys),
        "amount_value": telling.amount and telling.amount.value,
        "amount_currency": telling.amount and telling.amount.currency,
        "stage": telling.stage,
        "mark": telling.mark,
        "corrections": corrections_json(telling.corrections),
        "marked_at": telling.marked_at,
    }


def _candidates(*where: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return _told(stands(), *where)


def _told(*where: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return select(
        StoryTable.id,
        StoryTable.stored_at,
        StoryTable.score,
        StoryTable.districts,
        StoryTable.sectors,
        StoryTable.leads,
        StoryTable.source_ids,
        StoryTable.terms,
        StoryTable.keys,
        StoryTable.amount_value,
        ArticleTable.published_at,
    ).where(StoryTable.lead_article_id == ArticleTable.id, *where)


def stands() -> ColumnElement[bool]:
    """Its outlets have not taken it down."""
    return or_(StoryTable.mark.is_(None), StoryTable.mark != Mark.WITHDRAWN)


def _weight(key: str) -> int:
    return WEIGHTS.get(key.partition(":")[0], 0)


async def candidates_among(session: AsyncSession, ids: Collection[StoryId]) -> list[Candidate]:
    found: list[Candidate] = []
    for chunk in chunks(sorted(ids)):
        query = _candidates(StoryTable.id.in_(chunk))
        found += [_candidate(row) for row in await session.execute(query)]
    return found


def _candidate(row: Row[*tuple[Any, ...]]) -> Candidate:
    story, stored_at, score, districts, sectors, leads, sources, terms, keys, amount, printed = row
    return Candidate(
        StoryId(story),
        stored_at,
        score,
        frozenset(districts),
        frozenset(sectors),
        frozenset(leads),
        frozenset(SourceId(source) for source in sources),
        frozenset(terms),
        frozenset(keys),
        amount is not None,
        printed,
    )
