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
from accounts.rights import Acting
from model.audit import Act
from model.ids import ArticleId, EditionId, StoryId
from model.news import Article, Correction, Mark, Review
from news.placing import index
from news.review_cards import ReviewError, Reviewing, article_gone
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
from storage.news_json import corrections_json, corrections_of
from storage.transaction import Transaction

CORRECTED_FOR = timedelta(days=30)
"""How long a message of ours is put right: publishing/corrections.py."""


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


class _Deciding(Reviewing):
    """What these use cases share: the article as it was shown, the record."""

    async def _held(self, db: Transaction, article_id: ArticleId) -> Article:
        """The article, in a transaction that alone writes stories from here on."""
        await db.articles.take_turn()
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


class SayOfArticle(_Deciding):
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
            acting = await self.admin(db, by)
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


class JoinStories(_Deciding):
    """The story of an article and another are one event; the older one goes on telling it.

    An article that tells none yet is kept and joins the other. Whoever had the younger story is
    held to have had the older: see docs/decisions/0014-review.md.
    """

    async def __call__(
        self, by: Actor, article_id: ArticleId, stamp: str, other: StoryId
    ) -> Decided:
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self.admin(db, by)
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
        await db.editions.take_turn()
        return await db.joining.replace(gone, stays, self._clock.now() - CORRECTED_FOR)


class SplitStory(_Deciding):
    """An article tells another event than its companions.

    The story stays with the article that leads it, which readers have seen; what leaves it is a
    new story, new for everyone.
    """

    async def __call__(self, by: Actor, article_id: ArticleId, stamp: str) -> Decided:
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self.admin(db, by)
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


class MarkCorrected(_Deciding):
    """Readers are to see that a story was put right, whatever it was."""

    async def __call__(self, by: Actor, article_id: ArticleId, stamp: str) -> Decided:
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self.admin(db, by)
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


class TakeBack(_Deciding):
    """Undoes a word, as long as all it changed is still as it left it."""

    async def __call__(self, by: Actor, number: int) -> Decided:
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self.admin(db, by)
            await db.articles.take_turn()
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
