"""Reads what a decision depends on, writes what was decided. Inside the caller's transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from model.ids import ArticleId, StoryId
from model.news import Article, Correction, Item, Review, Source, Telling
from news.deciding import Changes
from news.indexing import index_for_search
from news.language import language_of
from news.placing import WINDOW, index, stories_of
from news.polling import SILENCE_AT_LEAST
from news.telling import corrected, corrections_between, tell
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
        since=now - WINDOW,
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
    new = [_article(source, one.item, now, one.review) for one in changes.new]
    old = [_article(source, one.item, now, one.review, one.article) for one in changes.updated]
    are_news = [one.is_news for one in changes.new] + [one.is_news for one in changes.updated]
    placed = await _placed(db, [*new, *old], are_news, _likely(known, now), now)
    new, old = placed[: len(new)], placed[len(new) :]
    ids = await db.articles.add(new)
    for after in old:
        await db.articles.save(after)
    corrections: dict[StoryId, tuple[Correction, ...]] = {}
    for updated, after in zip(changes.updated, old, strict=True):
        put_right = corrections_between(updated.article, after)
        story = updated.article.story_id
        if story is not None and put_right is not None:
            corrections[story] = corrections.get(story, ()) + put_right
    stored = [replace(one, id=article) for one, article in zip(new, ids, strict=True)] + old
    await index(db, stored, now)
    await retell(db, {one.story_id for one in stored if one.story_id is not None}, now, corrections)


async def place(db: Transaction, articles: Sequence[Article], now: datetime) -> None:
    """Kept articles that tell no story yet are placed into stories: an editor let them go."""
    placed = await _placed(db, articles, [one.story_id is None for one in articles], (), now)
    for one in placed:
        await db.articles.save(one)
    await index(db, placed, now)
    await retell(db, {one.story_id for one in placed if one.story_id is not None}, now)


async def _placed(
    db: Transaction,
    articles: Sequence[Article],
    are_news: Sequence[bool],
    near: Collection[StoryId],
    now: datetime,
) -> list[Article]:
    """The articles, those that are news with their stories."""
    news = [one for one, is_news in zip(articles, are_news, strict=True) if is_news]
    stories = iter(await stories_of(db, news, now, near))
    return [
        replace(one, story_id=next(stories)) if is_news else one
        for one, is_news in zip(articles, are_news, strict=True)
    ]


def _likely(known: Sequence[Article], now: datetime) -> set[StoryId]:
    """Stories that share a link or a title with what came."""
    return {
        one.story_id for one in known if one.story_id is not None and one.stored_at >= now - WINDOW
    }


async def retell(
    db: Transaction,
    stories: Collection[StoryId],
    now: datetime,
    corrections: Mapping[StoryId, Sequence[Correction]] | None = None,
) -> None:
    """These stories as their articles now tell them, marked where something was put right."""
    articles = await db.articles.of_stories(stories)
    before = await db.stories.tellings(stories)
    tellings: list[Telling] = []
    for story in sorted(before):
        telling = tell(story, articles[story], before[story], now)
        if corrections and story in corrections:
            telling = corrected(telling, corrections[story], now)
        tellings.append(telling)
    await db.stories.save(tellings)
    await index_for_search(db, tellings, articles)


def _article(
    source: Source,
    item: Item,
    now: datetime,
    review: Review | None,
    before: Article | None = None,
) -> Article:
    entry, judgement = item.entry, item.judgement
    is_decided = before is not None and review in (Review.KEPT, Review.DROPPED)
    declared = judgement.language or source.language
    return Article(
        id=before.id if before else NO_ID,
        source_id=source.id,
        guid=entry.guid,
        link=entry.link,
        link_key=item.link_key,
        title=entry.title,
        title_key=item.title_key,
        lead=entry.summary,
        language=language_of(f"{entry.title} {entry.summary}", declared),
        published_at=entry.published or (before.published_at if before else None),
        stored_at=before.stored_at if before else now,
        updated_at=now,
        kept=before.kept if before and is_decided else judgement.kept,
        score=judgement.score,
        reasons=judgement.reasons,
        districts=judgement.districts,
        sectors=judgement.sectors,
        story_id=before.story_id if before else None,
        in_doubt=judgement.in_doubt,
        region=judgement.region,
        topic=judgement.topic,
        facts=judgement.facts,
        image=entry.image or (before.image if before else None),
        review=review,
        amendment=before.amendment if before else None,
        withdrawn_at=None,
        looked_up_at=before.looked_up_at if before else None,
    )
