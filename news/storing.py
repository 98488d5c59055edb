"""Writes what was decided: articles, and the stories they tell. Inside the caller's transaction."""

from collections.abc import Sequence
from datetime import datetime

from model.ids import ArticleId, StoryId
from model.news import Article, Item, Source
from news.deciding import Changes
from news.grouping import group
from news.language import language_of
from storage.transaction import Transaction

NO_ID = ArticleId(0)
"""Of an article that has no row yet."""


async def store(
    db: Transaction, source: Source, changes: Changes, known: Sequence[Article], now: datetime
) -> None:
    """Adds and updates articles, and places those that are news into stories."""
    new_news = [new.item for new in changes.new if new.is_news]
    late_news = [updated.item for updated in changes.updated if updated.is_news]
    story_of = iter(await _stories(db, [*new_news, *late_news], known, now))
    added = [
        _article(source, new.item, now, next(story_of) if new.is_news else None)
        for new in changes.new
    ]
    touched = {article.story_id for article in added}
    await db.articles.add(added)
    for updated in changes.updated:
        story = next(story_of) if updated.is_news else updated.article.story_id
        touched.add(story)
        await db.articles.save(
            _article(source, updated.item, now, story, before=updated.article),
        )
    await db.articles.refresh_stories([story for story in touched if story is not None])


async def _stories(
    db: Transaction, items: Sequence[Item], known: Sequence[Article], now: datetime
) -> list[StoryId]:
    """The story of each item; those that begin now are begun."""
    told = group(items, known, now)
    begun = await db.articles.begin_stories(len({one.number for one in told} - {None}), now)
    return [one.story_id if one.story_id is not None else begun[one.number or 0] for one in told]


def _article(
    source: Source,
    item: Item,
    now: datetime,
    story_id: StoryId | None,
    before: Article | None = None,
) -> Article:
    entry, judgement = item.entry, item.judgement
    return Article(
        id=before.id if before else NO_ID,
        source_id=source.id,
        guid=entry.guid,
        link=entry.link,
        link_key=item.link_key,
        title=entry.title,
        title_key=item.title_key,
        lead=entry.summary,
        language=language_of(f"{entry.title} {entry.summary}", source.language),
        published_at=entry.published or (before.published_at if before else None),
        stored_at=before.stored_at if before else now,
        updated_at=now,
        kept=judgement.kept,
        score=judgement.score,
        reasons=judgement.reasons,
        districts=judgement.districts,
        sectors=judgement.sectors,
        story_id=story_id,
    )
