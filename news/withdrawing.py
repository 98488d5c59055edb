"""Articles that their outlets took down.

A feed forgets its oldest items by itself. One that is missing while older ones are still there
was taken out: its page is asked, and where there is none any more, the article is withdrawn.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from model.ids import ArticleId
from model.news import Article, Item
from news.fetching import Fetch, FetchFailed
from storage.transaction import Transaction

WATCHED = timedelta(days=7)
"""How long an article is watched after it was stored."""
ASKED_AGAIN_AFTER = timedelta(hours=12)
AT_MOST = 3
"""Pages asked for one reading of a source."""

GONE = (404, 410)


def missing(items: Iterable[Item], articles: Iterable[Article], now: datetime) -> list[Article]:
    """Of the articles of a source that tell stories, those a reading lacks though it should not,

    the newest first. `articles` are those stored lately.
    """
    printed = list(items)
    guids = {item.entry.guid for item in printed if item.entry.guid}
    links = {item.link_key for item in printed if item.link_key}
    dates = [item.entry.published for item in printed if item.entry.published]
    oldest = min(dates, default=None)
    found = [
        one
        for one in articles
        if one.story_id is not None
        and one.link is not None
        and one.withdrawn_at is None
        and one.published_at is not None
        and oldest is not None
        and one.published_at > oldest
        and one.guid not in guids
        and one.link_key not in links
        and (one.looked_up_at is None or one.looked_up_at <= now - ASKED_AGAIN_AFTER)
    ]
    return sorted(found, key=lambda one: one.id, reverse=True)[:AT_MOST]


async def ask(fetch: Fetch, articles: Sequence[Article]) -> dict[ArticleId, bool]:
    """Whether each article's page is gone; one that could not be asked is left out."""
    found: dict[ArticleId, bool] = {}
    for one in articles:
        page = await fetch(one.link or "")
        if not isinstance(page, FetchFailed):
            found[one.id] = False
        elif page.status in GONE:
            found[one.id] = True
    return found


async def note(db: Transaction, asked: dict[ArticleId, bool], now: datetime) -> list[Article]:
    """Writes what was found; returns the articles that are withdrawn now."""
    withdrawn: list[Article] = []
    for before in await db.articles.among(asked):
        after = replace(before, looked_up_at=now)
        if asked[before.id] and before.withdrawn_at is None:
            after = replace(after, withdrawn_at=now)
            withdrawn.append(after)
        await db.articles.save(after)
    return withdrawn
