"""Reads what a decision depends on, writes what was decided. Inside the caller's transaction."""

from collections.abc import Sequence
from datetime import datetime

from model.ids import ArticleId, StoryId
from model.news import Article, Item, Source
from news.deciding import Changes
from news.grouping import SAME_STORY_WITHIN, group
from news.language import language_of
from news.polling import SILENCE_AT_LEAST
from storage.transaction import Transaction

RECENT_ITEMS = 20
"""So many tell the rhythm of a source."""

NO_ID = ArticleId(0)
"""Of an article that has no row yet."""


async def known_of(
    db: Transaction, source: Source, items: Sequence[Item], now: datetime
) -> list[Article]:
    """What the items could be, or could tell the same story as.

    Most of a feed is what it was an hour ago: guid, link and title all the same. Such an item
    needs no further look.
    """
    guids = {item.entry.guid for item in items if item.entry.guid}
    same = await db.articles.known_among(source.id, guids=guids, since=now)
    plain = {(article.guid, article.link_key, article.title_key) for article in same}
    others = [
        item for item in items if (item.entry.guid, item.link_key, item.title_key) not in plain
    ]
    alike = await db.articles.known_among(
        source.id,
        link_keys={item.link_key for item in others if item.link_key},
        title_keys={item.title_key for item in others if item.title_key},
        since=now - SAME_STORY_WITHIN,
    )
    return list({article.id: article for article in [*same, *alike]}.values())


async def recent_of(db: Transaction, source: Source, now: datetime) -> list[datetime]:
    """When its last items came; only asked of a source that has been quiet for days."""
    if now - (source.newest_at or source.added_at) < SILENCE_AT_LEAST:
        return []
    return await db.articles.recent_moments(source.id, RECENT_ITEMS)


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
