"""Keeping what search knows in step with the stories.

A story is indexed in the transaction that tells it anew; what was there before search was, or was
indexed by older rules, is gone through once, a batch at a time, the newest first.
"""

from collections.abc import Mapping, Sequence

from model.ids import StoryId
from model.news import Article, Mark, Telling
from news.terms import search_text
from storage.database import Database
from storage.transaction import Transaction

RULES = 1
"""Raised when terms are made otherwise than before: everything is indexed anew."""
BATCH = 200
"""Stories of one transaction."""
BATCHES = 25
"""Of one tick."""

_KEY = "search_index"
_DONE = StoryId(0)


async def index_for_search(
    db: Transaction, tellings: Sequence[Telling], articles: Mapping[StoryId, Sequence[Article]]
) -> None:
    """These stories are found as their articles now tell them, or no more if readers get none."""
    told_by = {one.id: _standing(articles[one.id]) for one in tellings if _is_shown(one)}
    await db.searches.put(
        [search_text(story, told) for story, told in sorted(told_by.items()) if told]
    )
    await db.searches.remove([one.id for one in tellings if not told_by.get(one.id)])


def _is_shown(telling: Telling) -> bool:
    return telling.lead_article_id is not None and telling.mark is not Mark.WITHDRAWN


def _standing(articles: Sequence[Article]) -> list[Article]:
    return [one for one in articles if one.withdrawn_at is None]


class IndexStories:
    """Goes through the stories that are not indexed by these rules yet; a restart goes on."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._is_done = False

    async def __call__(self, batches: int = BATCHES) -> int:
        """How many stories were indexed; 0 once there are none left."""
        indexed = 0
        for _ in range(batches):
            if self._is_done:
                break
            indexed += await self._batch()
        return indexed

    async def _batch(self) -> int:
        async with self._database.writing() as db:
            await db.articles.take_turn()
            before = _story_of(await db.key_values.get(_KEY))
            stories = [] if before == _DONE else await db.stories.ids_before(before, BATCH)
            if stories:
                tellings = await db.stories.tellings(stories)
                articles = await db.articles.of_stories(stories)
                await index_for_search(db, list(tellings.values()), articles)
            self._is_done = not stories
            if before != _DONE:
                await db.key_values.set(_KEY, f"{RULES}:{min(stories, default=_DONE)}")
        return len(stories)


def _story_of(kept: str | None) -> StoryId | None:
    """The oldest story indexed; None before the first."""
    rules, _, story = (kept or "").partition(":")
    return StoryId(int(story)) if rules == str(RULES) and story.isdigit() else None
