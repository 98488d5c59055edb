"""Which stories of the archive new articles tell.

The archive is asked through the index of telling terms (article_terms), so that the cost of an
article does not grow with it; what is near enough is compared by the Grouper.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from model.ids import StoryId
from model.news import Article
from news.grouper import WINDOW_HOURS, Grouper, index_terms
from news.signatures import Signature, signature
from storage.transaction import Transaction

WINDOW = timedelta(hours=WINDOW_HOURS)
CANDIDATES = 24
"""Articles of the archive that an article is compared with, by the terms they share."""


def signature_of(article: Article) -> Signature:
    return signature(
        article.title,
        article.lead,
        article.published_at or article.stored_at,
        article.language,
        article.link,
        str(article.source_id),
    )


async def stories_of(
    db: Transaction, articles: Sequence[Article], now: datetime, near: Collection[StoryId] = ()
) -> list[StoryId]:
    """The story of each article, in order; those that begin with one are begun.

    `near` are stories that are likely for another reason, such as a common link.
    """
    if not articles:
        return []
    signatures = [signature_of(one) for one in articles]
    since = now - WINDOW
    found = set()
    for each in signatures:
        found.update(await db.articles.sharing_terms(index_terms(each), since, CANDIDATES))
    likely = {one.story_id for one in await db.articles.among(found)} | set(near)
    told = await db.articles.of_stories({story for story in likely if story is not None})
    known = sorted(
        (one for members in told.values() for one in members if one.stored_at >= since),
        key=lambda one: one.id,
    )
    first = max(told, default=0) + 1
    grouper = Grouper(first)
    for one in known:
        if one.story_id is not None:
            grouper.know(signature_of(one), one.story_id)
    numbers = [grouper.add(each) for each in signatures]
    fresh = sorted({number for number in numbers if number >= first})
    begun = dict(zip(fresh, await db.articles.begin_stories(len(fresh), now), strict=True))
    return [begun.get(number, StoryId(number)) for number in numbers]


async def index(db: Transaction, articles: Sequence[Article], now: datetime) -> None:
    """New articles are to be compared with these from now on; too old ones no longer."""
    telling = {one.id: index_terms(signature_of(one)) for one in articles if one.story_id}
    if telling:
        await db.articles.add_terms(telling, now)
        await db.articles.drop_terms(now - WINDOW)
