"""Reads what a decision depends on, writes what was decided. Inside the caller's transaction."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from model.ids import ArticleId, StoryId
from model.news import Article, Correction, Item, Review, Source, Telling
from news.deciding import Changes
from news.grouping import SAME_STORY_WITHIN, group
from news.language import language_of
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
        _article(source, new.item, now, next(story_of) if new.is_news else None, new.review)
        for new in changes.new
    ]
    touched = {article.story_id for article in added}
    corrections: dict[StoryId, tuple[Correction, ...]] = {}
    await db.articles.add(added)
    for updated in changes.updated:
        before = updated.article
        story = next(story_of) if updated.is_news else before.story_id
        after = _article(source, updated.item, now, story, updated.review, before)
        touched.add(story)
        await db.articles.save(after)
        put_right = corrections_between(before, after)
        if story is not None and story == before.story_id and put_right is not None:
            corrections[story] = corrections.get(story, ()) + put_right
    await retell(db, {story for story in touched if story is not None}, now, corrections)


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
        story_id=story_id,
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
