"""Review: editors keep, drop, put right, join and split, and take back what they did.

Each word of an editor's is one transaction: read the article, see that it is still as it was
shown, decide (news/verdicts.py), write, tell its story anew, keep the label, and note the act. What
the audit log keeps of it (states before and after) is also what taking it back is made of.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Any

from accounts.actor import Actor
from accounts.rights import Acting, Rights
from common.clock import Clock
from common.errors import KeruenError
from model.audit import Act
from model.ids import ArticleId, EditionId, StoryId
from model.news import Article, Correction, Mark, Review, Source, Story
from model.people import Role
from model.review import Label, Queue, QueueKind
from news.grouper import index_terms
from news.likeness import features, weigh
from news.placing import CANDIDATES, WINDOW, index, signature_of
from news.storing import place, retell
from news.verdicts import (
    Because,
    Word,
    keep,
    label_of,
    put_right,
    restored,
    stamp_of,
    state_of,
)
from news.vocabulary import data
from storage.database import Database
from storage.news_json import corrections_json, corrections_of
from storage.transaction import Transaction

LOOKS_BACK = timedelta(days=7)
"""How far queues that are no waiting ones go back."""

CORRECTED_FOR = timedelta(days=30)
"""How long a message of ours is put right: publishing/corrections.py."""

MOST_LIKELY = 6
"""Stories offered to be joined with."""


class ReviewError(KeruenError):
    """What was asked cannot be: the article is gone, or there is no such story."""


def article_gone(article: ArticleId) -> ReviewError:
    return ReviewError(f"there is no article {article}", "error-review-gone")


class Outcome(Enum):
    DONE = auto()
    SAME = auto()
    """It is so already: pressed twice, or another editor said the same."""
    MEANWHILE = auto()
    """It was decided, or printed anew, after the card was shown. Nothing is changed."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of a word. `act` is the number by which it is taken back."""

    outcome: Outcome
    article: Article
    act: int | None = None


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


class _Reviewing:
    """What the use cases share: the right to act, the article as it was shown, the record."""

    def __init__(self, database: Database, rights: Rights, clock: Clock) -> None:
        self._database = database
        self._rights = rights
        self._clock = clock

    async def _admin(self, db: Transaction, by: Actor) -> Acting:
        return await self._rights.acting(db, by, Role.ADMIN)

    async def _held(self, db: Transaction, article_id: ArticleId) -> Article:
        """The article, in a transaction that alone writes stories from here on."""
        await db.articles.hold_stories()
        article = await db.articles.get(article_id)
        if article is None:
            raise article_gone(article_id)
        return article

    async def _note(
        self,
        db: Transaction,
        acting: Acting,
        action: str,
        subject: str,
        before: dict[str, Any],
        after: dict[str, Any],
    ) -> int:
        at = self._clock.now()
        act = Act(at, acting.user_id, acting.role, action, subject, before, after)
        return await db.audit.record(act)


class SeeQueues(_Reviewing):
    """How much waits, and how much there is in the other queues."""

    async def __call__(self, by: Actor) -> Overview:
        home, since = _home(), self._clock.now() - LOOKS_BACK
        kinds = [kind for kind in QueueKind if kind not in (QueueKind.SOURCE, QueueKind.STORY)]
        async with self._database.reading() as db:
            await self._admin(db, by)
            return Overview(
                {kind: await db.review_queue.count(Queue(kind), since, home) for kind in kinds}
            )


class SeeArticle(_Reviewing):
    """The card of an article, or of the next before or after it in a queue."""

    async def __call__(
        self, by: Actor, queue: Queue, at: ArticleId | None = None, step: Step = Step.HERE
    ) -> Card | None:
        """None where the queue has none there. Without `at`: the queue's first."""
        home, since = _home(), self._clock.now() - LOOKS_BACK
        async with self._database.reading() as db:
            await self._admin(db, by)
            if at is not None and step is Step.HERE:
                article = await db.articles.get(at)
                if article is None:
                    raise article_gone(at)
            elif at is not None and step is Step.NEWER:
                article = await db.review_queue.newer(queue, at, since, home)
            else:
                article = await db.review_queue.older(queue, at, since, home)
            return None if article is None else await _card(db, queue, article, since)


class SeeLikely(_Reviewing):
    """The stories an article may tell besides its own: they share its telling words or its keys."""

    async def __call__(self, by: Actor, article_id: ArticleId) -> list[Story]:
        since = self._clock.now() - WINDOW
        async with self._database.reading() as db:
            await self._admin(db, by)
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


class SayOfArticle(_Reviewing):
    """Keep, drop, or put right: one word on one article."""

    async def __call__(
        self,
        by: Actor,
        article_id: ArticleId,
        stamp: str,
        word: Word,
        because: Because | None = None,
    ) -> Decided:
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._admin(db, by)
            before = await self._held(db, article_id)
            after = word(before)
            if state_of(after) == state_of(before):
                return Decided(Outcome.SAME, before)
            if stamp_of(before) != stamp:
                return Decided(Outcome.MEANWHILE, before)
            marked = await _marked_by(db, before, after, now)
            was = await _snapshot(db, [before])
            (after,) = await _settle(db, [before], [after], now, marked, is_new=True)
            label = label_of(before, after, because, acting.user_id, now)
            told = await _snapshot(db, [after]) | {"label": await db.labels.add(label)}
            action = f"review.{label.verdict.value}"
            act = await self._note(db, acting, action, f"article:{article_id}", was, told)
            return Decided(Outcome.DONE, after, act)


class JoinStories(_Reviewing):
    """The story of an article and another are one event; the older one goes on telling it.

    An article that tells none yet is kept and joins the other. Whoever had the younger story is
    held to have had the older: see docs/decisions/0014-review.md.
    """

    async def __call__(
        self, by: Actor, article_id: ArticleId, stamp: str, other: StoryId
    ) -> Decided:
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._admin(db, by)
            before = await self._held(db, article_id)
            if before.story_id == other:
                return Decided(Outcome.SAME, before)
            if stamp_of(before) != stamp:
                return Decided(Outcome.MEANWHILE, before)
            tellings = await db.stories.tellings([other])
            if other not in tellings or tellings[other].lead_article_id is None:
                raise ReviewError(f"story {other} is told no more", "error-review-story-gone")
            own = before.story_id
            stays = other if own is None else min(own, other)
            moved = [before]
            if own is not None:
                gone = max(own, other)
                moved = (await db.articles.of_stories([gone]))[gone]
            was = await _snapshot(db, moved, [stays])
            joined = [replace(keep(one) if own is None else one, story_id=stays) for one in moved]
            joined = await _settle(db, moved, joined, now)
            editions: dict[EditionId, list[StoryId]] = {}
            if own is not None:
                editions = await self._had_as_one(db, max(own, other), stays)
                await db.stories.touch([stays], now)
            told = await _snapshot(db, joined) | {"editions": _listed(editions), "stays": stays}
            if own is None:
                label = label_of(before, joined[0], None, acting.user_id, now)
                told["label"] = await db.labels.add(label)
            act = await self._note(db, acting, "review.join", f"story:{stays}", was, told)
            after = await db.articles.get(article_id)
            return Decided(Outcome.DONE, after or before, act)

    async def _had_as_one(
        self, db: Transaction, gone: StoryId, stays: StoryId
    ) -> dict[EditionId, list[StoryId]]:
        await db.editions.alone()
        return await db.joining.replace(gone, stays, self._clock.now() - CORRECTED_FOR)


class SplitStory(_Reviewing):
    """An article tells another event than its companions.

    The story stays with the article that leads it, which readers have seen; what leaves it is a
    new story, new for everyone.
    """

    async def __call__(self, by: Actor, article_id: ArticleId, stamp: str) -> Decided:
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._admin(db, by)
            before = await self._held(db, article_id)
            if stamp_of(before) != stamp:
                return Decided(Outcome.MEANWHILE, before)
            own = before.story_id
            members = [] if own is None else (await db.articles.of_stories([own]))[own]
            if own is None or len(members) < 2:
                return Decided(Outcome.SAME, before)
            lead = (await db.stories.tellings([own]))[own].lead_article_id
            leaving = [one for one in members if (one.id == article_id) != (lead == article_id)]
            (fresh,) = await db.articles.begin_stories(1, now)
            was = await _snapshot(db, leaving)
            left = [replace(one, story_id=fresh) for one in leaving]
            left = await _settle(db, leaving, left, now)
            await db.stories.touch([own], now)
            told = await _snapshot(db, left)
            act = await self._note(db, acting, "review.split", f"story:{own}", was, told)
            after = await db.articles.get(article_id)
            return Decided(Outcome.DONE, after or before, act)


class MarkCorrected(_Reviewing):
    """Readers are to see that a story was put right, whatever it was."""

    async def __call__(self, by: Actor, article_id: ArticleId, stamp: str) -> Decided:
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._admin(db, by)
            before = await self._held(db, article_id)
            if stamp_of(before) != stamp:
                return Decided(Outcome.MEANWHILE, before)
            if before.story_id is None:
                raise ReviewError(f"article {article_id} tells no story", "error-review-no-story")
            story = before.story_id
            if (await db.stories.tellings([story]))[story].mark is Mark.CORRECTED:
                return Decided(Outcome.SAME, before)
            was = await _snapshot(db, [before])
            await retell(db, [story], now, {story: ()})
            told = await _snapshot(db, [before])
            act = await self._note(db, acting, "review.correct", f"story:{story}", was, told)
            return Decided(Outcome.DONE, before, act)


class TakeBack(_Reviewing):
    """Undoes a word, as long as all it changed is still as it left it."""

    async def __call__(self, by: Actor, number: int) -> Decided:
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._admin(db, by)
            await db.articles.hold_stories()
            act = await db.audit.get(number)
            if act is None or not _can_be_undone(act):
                raise ReviewError(f"act {number} is no word of an editor's", "error-old-button")
            was, told = act.before or {}, act.after or {}
            ids = [ArticleId(int(article)) for article in told["articles"]]
            articles = await db.articles.among(ids)
            if len(articles) != len(ids):
                raise article_gone(ids[0])
            current = await _snapshot(db, articles)
            if current["articles"] == was["articles"] and _marks_of(current, was) == was["stories"]:
                return Decided(Outcome.SAME, articles[0])
            if current["articles"] != told["articles"]:
                return Decided(Outcome.MEANWHILE, articles[0])
            after = [restored(one, was["articles"][str(one.id)]) for one in articles]
            after = await _settle(db, articles, after, now)
            await _put_back(db, was, told, now)
            subject = f"act:{number}"
            await self._note(
                db, acting, "review.undo", subject, current, await _snapshot(db, after)
            )
            return Decided(Outcome.DONE, after[0])


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


async def _marked_by(
    db: Transaction, before: Article, after: Article, now: datetime
) -> dict[StoryId, Sequence[Correction]]:
    """What readers who had the story are to be told of a fact put right."""
    story = before.story_id
    if story is None or after.story_id != story:
        return {}
    corrections = put_right(before, after)
    if corrections is None or not await db.editions.holding([story], now - CORRECTED_FOR):
        return {}
    return {story: corrections}


async def _settle(
    db: Transaction,
    before: Sequence[Article],
    after: Sequence[Article],
    now: datetime,
    marked: Mapping[StoryId, Sequence[Correction]] | None = None,
    *,
    is_new: bool = False,
) -> list[Article]:
    """Writes the articles, and tells anew the stories they left, joined, or begin (`is_new`)."""
    for one in after:
        await db.articles.save(one)
    homeless = [one for one in after if one.review is Review.KEPT and one.story_id is None]
    if is_new and homeless:
        await place(db, homeless, now)
    stored = await db.articles.among([one.id for one in after])
    await db.articles.add_terms({one.id: () for one in stored if one.story_id is None}, now)
    await index(db, stored, now)
    stories = _stories(before) | _stories(stored)
    await retell(db, stories, now, marked)
    left = _stories(before) - _stories(stored)
    await db.stories.touch(left, now)
    return stored


def _stories(articles: Iterable[Article]) -> set[StoryId]:
    return {one.story_id for one in articles if one.story_id is not None}


async def _snapshot(
    db: Transaction, articles: Sequence[Article], more: Sequence[StoryId] = ()
) -> dict[str, Any]:
    """The states of articles and the marks of their stories, as the audit log keeps them."""
    tellings = await db.stories.tellings(_stories(articles) | set(more))
    return {
        "articles": {str(one.id): state_of(one) for one in articles},
        "stories": {
            str(story): {
                "mark": telling.mark.value if telling.mark else None,
                "corrections": corrections_json(telling.corrections),
            }
            for story, telling in tellings.items()
        },
    }


def _marks_of(current: dict[str, Any], was: dict[str, Any]) -> dict[str, Any]:
    """Of the stories that `was` names, as far as they are known."""
    return {story: mark for story, mark in current["stories"].items() if story in was["stories"]}


def _can_be_undone(act: Act) -> bool:
    return act.action.startswith("review.") and act.action != "review.undo"


async def _put_back(
    db: Transaction, was: dict[str, Any], told: dict[str, Any], now: datetime
) -> None:
    """What a word did beside the articles: marks, the label, editions."""
    tellings = await db.stories.tellings({StoryId(int(story)) for story in was["stories"]})
    changed = []
    for story, telling in tellings.items():
        mark, corrections = _mark(was["stories"][str(story)])
        if (telling.mark, telling.corrections) != (mark, corrections):
            telling = replace(telling, mark=mark, corrections=corrections, marked_at=now)
            changed.append(telling)
    await db.stories.save(changed)
    if "label" in told:
        await db.labels.remove(told["label"])
    if told.get("editions"):
        stays = StoryId(told["stays"])
        (gone,) = {one["story"] for one in was["articles"].values()}
        lists = {EditionId(int(each)): had for each, had in told["editions"].items()}
        await db.joining.put_back(StoryId(gone), stays, lists)
        await db.stories.touch([StoryId(gone), stays], now)


def _mark(kept: dict[str, Any]) -> tuple[Mark | None, tuple[Correction, ...]]:
    return Mark(kept["mark"]) if kept["mark"] else None, corrections_of(kept["corrections"])


def _listed(editions: Mapping[EditionId, list[StoryId]]) -> dict[str, list[int]]:
    return {str(edition): list(stories) for edition, stories in editions.items()}
