"""Sources, items and articles for tests: say what matters, the rest is ordinary."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from model.ids import ArticleId, SourceId, StoryId
from model.news import Article, Entry, Item, Judgement, Source, SourceState
from news.deciding import Changes
from news.identity import link_key, title_key

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
OURS = Judgement(kept=True, score=1.0)
NOT_OURS = Judgement(kept=False, score=0.0)


def source(**changes: Any) -> Source:
    """A source met a month ago, and fetched an hour ago."""
    ordinary = Source(
        id=SourceId(1),
        url="https://news.example/feed",
        title="Новости",
        language="ru",
        timezone="Asia/Almaty",
        interval_minutes=30,
        state=SourceState.ACTIVE,
        next_poll_at=NOW,
        claimed_until=None,
        etag=None,
        last_modified=None,
        checked_at=NOW - timedelta(hours=1),
        succeeded_at=NOW - timedelta(hours=1),
        newest_at=NOW - timedelta(hours=1),
        last_error=None,
        failures=0,
        told=None,
        added_at=NOW - timedelta(days=30),
        removed_at=None,
    )
    return replace(ordinary, **changes)


def item(
    title: str = "В Туркестане открыт завод",
    link: str | None = "https://news.example/1",
    guid: str | None = "1",
    published: datetime | None = NOW,
    summary: str = "",
    judgement: Judgement = OURS,
) -> Item:
    entry = Entry(guid, link, title, summary, published)
    return Item(entry, link_key(link), title_key(title), judgement)


def article(item: Item, id: int = 1, source_id: int = 1, **changes: Any) -> Article:
    """The item as it was stored an hour ago."""
    ordinary = Article(
        id=ArticleId(id),
        source_id=SourceId(source_id),
        guid=item.entry.guid,
        link=item.entry.link,
        link_key=item.link_key,
        title=item.entry.title,
        title_key=item.title_key,
        lead=item.entry.summary,
        language="ru",
        published_at=item.entry.published,
        stored_at=NOW - timedelta(hours=1),
        updated_at=NOW - timedelta(hours=1),
        kept=item.judgement.kept,
        score=item.judgement.score,
        reasons=(),
        districts=(),
        sectors=(),
        story_id=StoryId(id) if item.judgement.kept else None,
    )
    return replace(ordinary, **changes)


def counts(changes: Changes) -> tuple[int, int, int]:
    return len(changes.new), len(changes.updated), changes.unchanged


def stored(items: Sequence[Item]) -> list[Article]:
    return [article(item, number) for number, item in enumerate(items, 1)]
