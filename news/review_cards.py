"""What editors look through: queues, the card of an article, the stories it may tell besides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from accounts.actor import Actor
from accounts.rights import Acting, Rights
from common.clock import Clock
from common.errors import KeruenError
from model.ids import ArticleId, StoryId
from model.news import Article, Mark, Source, Story
from model.people import Role
from model.review import Label, Queue, QueueKind
from news.grouper import index_terms
from news.likeness import features, weigh
from news.placing import CANDIDATES, WINDOW, signature_of
from news.vocabulary import data
from storage.database import Database
from storage.transaction import Transaction

LOOKS_BACK = timedelta(days=7)
"""How far queues that are no waiting ones go back."""

MOST_LIKELY = 6
"""Stories offered to be joined with."""


class ReviewError(KeruenError):
    """What was asked cannot be: the article is gone, or there is no such story."""


def article_gone(article: ArticleId) -> ReviewError:
    return ReviewError(f"there is no article {article}", "error-review-gone")


class Step(Enum):
    HERE = auto()
    OLDER = auto()
    NEWER = auto()


@dataclass(frozen=True, slots=True)
class Told:
    """An article with the name of its outlet."""

    article: Article
    source: Source | None


@dataclass(frozen=True, slots=True)
class Card:
    """An article as an editor looks at it. `left`: how many are in the queue."""

    queue: Queue
    told: Told
    left: int
    has_newer: bool
    has_older: bool
    companions: tuple[Told, ...] = ()
    """The others that tell its story, in the order they were stored."""
    mark: Mark | None = None
    """Of its story."""
    last: Label | None = None
    """What an editor said of it last."""


@dataclass(frozen=True, slots=True)
class Overview:
    """How much each queue holds."""

    counts: Mapping[QueueKind, int]


class Reviewing:
    """What the use cases of review share: only admins may."""

    def __init__(self, database: Database, rights: Rights, clock: Clock) -> None:
        self._database = database
        self._rights = rights
        self._clock = clock

    async def admin(self, db: Transaction, by: Actor) -> Acting:
        return await self._rights.acting(db, by, Role.ADMIN)


class SeeQueues(Reviewing):
    """How much waits, and how much there is in the other queues."""

    async def __call__(self, by: Actor) -> Overview:
        home, since = _home(), self._clock.now() - LOOKS_BACK
        kinds = [kind for kind in QueueKind if kind not in (QueueKind.SOURCE, QueueKind.STORY)]
        async with self._database.reading() as db:
            await self.admin(db, by)
            return Overview(
                {kind: await db.review_queue.count(Queue(kind), since, home) for kind in kinds}
            )


class SeeArticle(Reviewing):
    """The card of an article, or of the next before or after it in a queue."""

    async def __call__(
        self, by: Actor, queue: Queue, at: ArticleId | None = None, step: Step = Step.HERE
    ) -> Card | None:
        """None where the queue has none there. Without `at`: the queue's first."""
        home, since = _home(), self._clock.now() - LOOKS_BACK
        async with self._database.reading() as db:
            await self.admin(db, by)
            if at is not None and step is Step.HERE:
                article = await db.articles.get(at)
                if article is None:
                    raise article_gone(at)
            elif at is not None and step is Step.NEWER:
                article = await db.review_queue.newer(queue, at, since, home)
            else:
                article = await db.review_queue.older(queue, at, since, home)
            return None if article is None else await _card(db, queue, article, since)


class SeeLikely(Reviewing):
    """The stories an article may tell besides its own: they share its telling words or its keys."""

    async def __call__(self, by: Actor, article_id: ArticleId) -> list[Story]:
        since = self._clock.now() - WINDOW
        async with self._database.reading() as db:
            await self.admin(db, by)
            article = await db.articles.get(article_id)
            if article is None:
                raise article_gone(article_id)
            terms = index_terms(signature_of(article))
            ids = await db.articles.sharing_terms(terms, since, CANDIDATES)
            stories = _alike(article, await db.articles.among(ids))
            if article.story_id is not None:
                stories += await db.stories.related(article.story_id, MOST_LIKELY)
            likely = [each for each in dict.fromkeys(stories) if each != article.story_id]
            found = await db.stories.by_ids(likely)
            return [found[story] for story in likely if story in found][:MOST_LIKELY]


def _alike(article: Article, others: Sequence[Article]) -> list[StoryId]:
    """The stories of these, the one that says the most of the same first."""
    own = weigh(signature_of(article))

    def shared(other: Article) -> float:
        across = other.language != article.language
        return features(own, weigh(signature_of(other)), across=across)["shared"]

    ranked = sorted(others, key=shared, reverse=True)
    return [one.story_id for one in ranked if one.story_id is not None]


def _home() -> str:
    code: str = data("region")["code"]
    return code


async def _card(db: Transaction, queue: Queue, article: Article, since: datetime) -> Card:
    home = _home()
    members: list[Article] = []
    mark = None
    if article.story_id is not None:
        members = (await db.articles.of_stories([article.story_id]))[article.story_id]
        mark = (await db.stories.tellings([article.story_id]))[article.story_id].mark
    sources = await db.sources.among({one.source_id for one in (article, *members)})
    return Card(
        queue=queue,
        told=Told(article, sources.get(article.source_id)),
        left=await db.review_queue.count(queue, since, home),
        has_newer=await db.review_queue.newer(queue, article.id, since, home) is not None,
        has_older=await db.review_queue.older(queue, article.id, since, home) is not None,
        companions=tuple(
            Told(one, sources.get(one.source_id)) for one in members if one.id != article.id
        ),
        mark=mark,
        last=await db.labels.last_of(article.id),
    )
