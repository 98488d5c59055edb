"""What editors decide: kept, put right, joined, split, taken back; on both databases."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from accounts.errors import WrongChoiceError
from accounts.rights import NotAllowedError
from model.editions import NewEdition
from model.ids import ArticleId, StoryId
from model.news import Mark, Money, Review, Stage
from model.people import Choices, Role
from model.review import Queue, QueueKind
from news.review_cards import ReviewError, Step
from news.reviewing import Outcome
from news.verdicts import (
    Because,
    Word,
    drop,
    keep,
    stamp_of,
    with_amount,
    with_district,
    with_jobs,
    with_sector,
    with_stage,
)
from storage.database import Database
from storage.transaction import Transaction
from tests.clocks import ManualClock
from tests.news.desk import ALL, DOUBTFUL, EDITOR, OTHER, OURS, SURE, Desk, actor

SEVEN = Money(7_000_000_000, "KZT")


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database, ManualClock())


async def had(desk: Desk, *stories: StoryId) -> None:
    """These stories went out in a digest."""
    now = desk.clock.now()
    async with desk.database.writing() as db:
        edition = NewEdition(
            f"key {stories}", Choices(), None, now - timedelta(hours=1), now, stories[-1], stories
        )
        await db.editions.keep(edition)


async def held(desk: Desk) -> list[tuple[StoryId, ...]]:
    """The stories of every edition."""
    async with desk.database.reading() as db:
        editions = await db.editions.holding(range(1, 20), desk.clock.now() - timedelta(days=9))  # type: ignore[arg-type]
    return [editions[each].story_ids for each in sorted(editions)]


# Keep and drop


async def test_what_the_judge_doubts_waits_and_is_new_once_kept(desk: Desk) -> None:
    await desk.prints(DOUBTFUL)
    card = await desk.sees()
    assert card is not None
    assert (card.told.article.title, card.left, await desk.titles()) == (DOUBTFUL, 1, [])
    desk.clock.advance(3600)
    now = desk.clock.now()
    decided = await desk.keeps()
    assert decided.outcome is Outcome.DONE
    (told,) = (await desk.stories()).values()
    assert (told.title, told.stored_at) == (DOUBTFUL, now)
    article = await desk.article()
    assert (article.kept, article.review, article.story_id) == (True, Review.KEPT, told.id)
    assert await desk.sees() is None
    assert await desk.acts() == [("review.keep", "article:1", EDITOR)]
    assert await desk.labels() == [
        ("keep", {"relevant": True, "region": "610000000", "topic": "investment"})
    ]


async def test_what_an_editor_drops_vanishes(desk: Desk) -> None:
    await desk.prints(SURE, OURS)
    await desk.drops(1)
    assert await desk.titles() == [OURS]
    article = await desk.article(1)
    assert (article.kept, article.review, article.story_id) == (False, Review.DROPPED, None)
    assert await desk.labels() == [("drop", {"relevant": False, "topic": "other"})]
    async with desk.database.reading() as db:
        assert [
            story
            for story, _ in await db.stories.marked_since(desk.clock.now() - timedelta(hours=1))
        ]


async def test_why_something_is_dropped_is_learnt(desk: Desk) -> None:
    await desk.prints(SURE)
    await desk.says(drop, because=Because.PLACE)
    assert await desk.labels() == [("drop", {"relevant": False, "region": None})]


async def test_an_editors_word_outlives_another_printing(desk: Desk) -> None:
    await desk.prints(DOUBTFUL, SURE)
    await desk.keeps(1)
    await desk.drops(2)
    await desk.prints_anew(1, DOUBTFUL + " вчера")
    await desk.prints_anew(2, SURE.replace("открыли", "запустили"))
    assert await desk.titles() == [DOUBTFUL + " вчера"]
    assert [(await desk.article(each)).review for each in (1, 2)] == [Review.KEPT, Review.DROPPED]


async def test_kept_it_joins_the_story_that_tells_the_same(desk: Desk) -> None:
    await desk.prints(SURE)
    await desk.source("slow", reviewed=True)
    await desk.prints(SURE, by="slow")
    assert [story.source_count for story in (await desk.stories()).values()] == [1]
    await desk.keeps(2)
    assert [story.source_count for story in (await desk.stories()).values()] == [2]


async def test_a_reviewed_source_waits_until_an_editor_lets_it_go(desk: Desk) -> None:
    await desk.source("ru", reviewed=True)
    await desk.prints(SURE, OURS)
    assert await desk.titles() == []
    card = await desk.sees(Queue(QueueKind.WAITING))
    assert card is not None
    assert (card.told.article.title, card.left) == (OURS, 2)
    await desk.prints_anew(1, SURE.replace("5 млрд", "6 млрд"))
    assert await desk.titles() == []
    await desk.drops(2)
    desk.clock.advance(7200)
    now = desk.clock.now()
    await desk.keeps(1)
    (told,) = (await desk.stories()).values()
    assert (told.title, told.stored_at) == (SURE.replace("5 млрд", "6 млрд"), now)


# Two editors


async def test_the_second_editor_is_told_and_nothing_is_overwritten(desk: Desk) -> None:
    await desk.prints(DOUBTFUL)
    shown = stamp_of(await desk.article())
    await desk.keeps(by=OTHER, stamp=shown)
    late = await desk.drops(by=EDITOR, stamp=shown)
    assert (late.outcome, late.act, late.article.review) == (Outcome.MEANWHILE, None, Review.KEPT)
    assert await desk.titles() == [DOUBTFUL]
    same = await desk.keeps(by=EDITOR, stamp=shown)
    assert (same.outcome, same.act) == (Outcome.SAME, None)
    assert len(await desk.acts()) == len(await desk.labels()) == 1
    card = await desk.cases["see_article"](actor(), ALL, ArticleId(1))
    assert (card.last.editor_id, card.last.verdict) == (OTHER, "keep")


async def test_of_two_editors_at_once_one_decides(desk: Desk) -> None:
    await desk.prints(DOUBTFUL)
    shown = stamp_of(await desk.article())
    words: list[Word] = [keep, drop] * 3
    outcomes = await asyncio.gather(
        *(
            desk.cases["say_of_article"](actor(who), ArticleId(1), shown, word, None)
            for word, who in zip(words, (EDITOR, OTHER) * 3, strict=True)
        )
    )
    assert [each.outcome for each in outcomes].count(Outcome.DONE) == 1
    assert len(await desk.labels()) == 1


async def test_what_was_printed_anew_is_looked_at_again(desk: Desk) -> None:
    await desk.prints(DOUBTFUL)
    shown = stamp_of(await desk.article())
    await desk.prints_anew(1, DOUBTFUL + " дважды")
    assert (await desk.keeps(stamp=shown)).outcome is Outcome.MEANWHILE


# Putting right


async def test_facts_are_put_right_and_learnt(desk: Desk) -> None:
    await desk.prints(SURE)
    words: list[Word] = [
        with_amount(SEVEN),
        with_stage(Stage.CONSTRUCTION),
        with_jobs(300),
        with_sector("energy", is_on=True),
        with_district("612000000", is_on=False),
        with_district("613600000", is_on=True),
    ]
    for word in words:
        assert (await desk.says(word)).outcome is Outcome.DONE
        assert (await desk.says(word)).outcome is Outcome.SAME
    (told,) = (await desk.stories()).values()
    assert (told.amount, told.stage, told.districts) == (SEVEN, Stage.CONSTRUCTION, ("613600000",))
    assert "energy" in told.sectors
    assert (told.mark, told.corrections) == (None, ())  # nobody has had it yet
    verdict, said = (await desk.labels())[-1]
    assert (verdict, said["amount"], said["stage"], said["jobs"], said["districts"]) == (
        "amend",
        {"value": 7_000_000_000, "currency": "KZT"},
        "construction",
        300,
        ["613600000"],
    )


async def test_an_amount_that_is_not_there_is_taken_off(desk: Desk) -> None:
    await desk.prints(SURE)
    await desk.says(with_amount(None))
    (told,) = (await desk.stories()).values()
    assert told.amount is None
    assert (await desk.labels())[-1] == ("amend", {"amount": None})


async def test_readers_who_had_the_story_are_told_of_the_correction(desk: Desk) -> None:
    await desk.prints(SURE)
    (story,) = await desk.stories()
    await had(desk, story)
    now = desk.clock.now()
    decided = await desk.says(with_amount(SEVEN))
    told = (await desk.stories())[story]
    assert (told.mark, told.marked_at) == (Mark.CORRECTED, now)
    (correction,) = told.corrections
    assert (correction.before, correction.after) == (
        "5 млрд тенге",
        "7\u00a0000\u00a0000\u00a0000 KZT",
    )
    await desk.takes_back(decided)
    told = (await desk.stories())[story]
    assert (told.mark, told.corrections, told.amount) == (None, (), Money(5_000_000_000, "KZT"))


async def test_what_the_outlet_says_later_does_not_correct_the_editor(desk: Desk) -> None:
    await desk.prints(SURE)
    await desk.says(with_amount(SEVEN))
    await desk.prints_anew(1, SURE.replace("5 млрд", "6 млрд"))
    (told,) = (await desk.stories()).values()
    assert (told.amount, told.corrections) == (SEVEN, ())  # though the title is another one


@pytest.mark.parametrize(
    "word",
    [lambda: with_sector("sorcery", is_on=True), lambda: with_district("750000000", is_on=True)],
)
def test_no_code_of_anothers_making(word: Callable[[], Word]) -> None:
    with pytest.raises(WrongChoiceError):
        word()


async def test_a_story_is_marked_as_corrected(desk: Desk) -> None:
    await desk.prints(SURE)
    decided = await desk.marks(1)
    assert [story.mark for story in (await desk.stories()).values()] == [Mark.CORRECTED]
    assert (await desk.marks(1)).outcome is Outcome.SAME
    await desk.takes_back(decided)
    assert [story.mark for story in (await desk.stories()).values()] == [None]
    await desk.prints(DOUBTFUL)
    with pytest.raises(ReviewError):
        await desk.marks(2)


# Joining and splitting


async def test_two_stories_become_one_and_nobody_gets_it_twice(desk: Desk) -> None:
    await desk.prints(SURE, OURS)
    first, second = sorted(await desk.stories())
    await had(desk, first, second)
    await had(desk, second)
    decided = await desk.joins(2 if (await desk.article(2)).story_id == second else 1, first)
    (told,) = (await desk.stories()).values()
    assert (told.id, told.source_count) == (first, 1)
    assert await held(desk) == [(first,), (first,)]
    async with desk.database.reading() as db:
        tellings = await db.stories.tellings([second])
        assert tellings[second].lead_article_id is None
    await desk.takes_back(decided)
    assert sorted(await desk.stories()) == [first, second]
    assert await held(desk) == [(first, second), (second,)]


async def test_the_older_story_stays_whichever_is_looked_at(desk: Desk) -> None:
    await desk.prints(SURE)
    await desk.prints(OURS)
    first, second = sorted(await desk.stories())
    await desk.joins(1, second)
    assert list(await desk.stories()) == [first]
    assert (await desk.joins(1, first)).outcome is Outcome.SAME


async def test_what_waits_may_join_a_story_at_once(desk: Desk) -> None:
    await desk.prints(SURE)
    await desk.prints(DOUBTFUL)
    (story,) = await desk.stories()
    decided = await desk.joins(2, story)
    article = await desk.article(2)
    assert (article.kept, article.review, article.story_id) == (True, Review.KEPT, story)
    assert [verdict for verdict, _ in await desk.labels()] == ["keep"]
    await desk.takes_back(decided)
    article = await desk.article(2)
    assert (article.kept, article.review, article.story_id) == (False, Review.WAITING, None)
    assert await desk.labels() == []


async def test_a_story_nobody_tells_is_not_joined_with(desk: Desk) -> None:
    await desk.prints(SURE, OURS)
    emptied = (await desk.article(1)).story_id
    assert emptied is not None
    await desk.drops(1)
    for other in (emptied, StoryId(404)):
        with pytest.raises(ReviewError):
            await desk.joins(2, other)


async def test_what_leaves_a_story_is_new_and_what_readers_saw_stays(desk: Desk) -> None:
    await desk.prints(SURE)
    await desk.prints(SURE, by="kz")
    (story,) = await desk.stories()
    assert (await desk.article(2)).story_id == story
    now = desk.clock.now()
    decided = await desk.splits(2)
    stories = await desk.stories()
    (fresh,) = set(stories) - {story}
    assert (stories[story].lead_article_id, stories[fresh].lead_article_id) == (1, 2)
    assert stories[fresh].stored_at == now
    await desk.takes_back(decided)
    assert [told.source_count for told in (await desk.stories()).values()] == [2]
    await desk.splits(1)  # it leads: the other one leaves
    assert (await desk.article(1)).story_id == story
    assert (await desk.splits(1)).outcome is Outcome.SAME


# Taking back


async def test_a_word_is_taken_back(desk: Desk) -> None:
    await desk.prints(DOUBTFUL)
    decided = await desk.keeps()
    undone = await desk.takes_back(decided)
    assert undone.outcome is Outcome.DONE
    article = await desk.article()
    assert (article.kept, article.review, article.story_id) == (False, Review.WAITING, None)
    assert (await desk.titles(), await desk.labels()) == ([], [])
    assert (await desk.takes_back(decided)).outcome is Outcome.SAME
    assert [action for action, _, _ in await desk.acts()] == ["review.keep", "review.undo"]
    await desk.keeps()
    assert await desk.titles() == [DOUBTFUL]


async def test_dropped_by_mistake_it_is_the_same_story_again(desk: Desk) -> None:
    await desk.prints(SURE)
    before = await desk.stories()
    await desk.takes_back(await desk.drops())
    (story,) = await desk.stories()
    assert [story] == list(before)
    await desk.prints(SURE, by="kz")
    assert [told.source_count for told in (await desk.stories()).values()] == [2]


async def test_what_another_built_on_is_not_taken_back(desk: Desk) -> None:
    await desk.prints(DOUBTFUL)
    decided = await desk.keeps()
    await desk.drops(by=OTHER)
    assert (await desk.takes_back(decided)).outcome is Outcome.MEANWHILE
    assert (await desk.article()).review is Review.DROPPED


async def test_only_a_word_of_an_editors_is_taken_back(desk: Desk) -> None:
    await desk.prints(DOUBTFUL)
    await desk.takes_back(await desk.keeps())
    for number in (2, 404):  # an undoing, and nothing
        with pytest.raises(ReviewError):
            await desk.cases["take_back"](actor(), number)


# Queues


async def test_the_queues_and_the_way_through_them(desk: Desk) -> None:
    await desk.source("slow", reviewed=True)
    await desk.prints(DOUBTFUL, SURE)
    await desk.prints(OURS, by="slow")
    await desk.prints("В Туркестанской области прошёл субботник")
    counts = (await desk.cases["see_queues"](actor())).counts
    assert counts == {
        QueueKind.ALL: 2,
        QueueKind.DOUBT: 1,
        QueueKind.WAITING: 1,
        QueueKind.KEPT: 1,
        QueueKind.DROPPED: 2,
    }
    see: Any = desk.cases["see_article"]
    first = await see(actor(), ALL)
    older = await see(actor(), ALL, first.told.article.id, Step.OLDER)
    assert (first.told.article.title, older.told.article.title) == (OURS, DOUBTFUL)
    assert (first.has_newer, first.has_older, older.has_newer, older.has_older) == (
        False,
        True,
        True,
        False,
    )
    back = await see(actor(), ALL, older.told.article.id, Step.NEWER)
    assert back.told.article.id == first.told.article.id
    assert await see(actor(), ALL, older.told.article.id, Step.OLDER) is None
    source = first.told.article.source_id
    of_source = await see(actor(), Queue(QueueKind.SOURCE, source))
    assert (of_source.told.article.id, of_source.left) == (first.told.article.id, 1)
    desk.clock.advance(8 * 24 * 3600)
    counts = (await desk.cases["see_queues"](actor())).counts
    assert (counts[QueueKind.ALL], counts[QueueKind.KEPT], counts[QueueKind.DROPPED]) == (2, 0, 0)


async def test_likely_stories_are_offered_the_likeliest_first(desk: Desk) -> None:
    await desk.prints(SURE, OURS)
    await desk.source("slow", reviewed=True)
    await desk.prints("В Кентау Туркестанской области осмотрели завод трансформаторов", by="slow")
    likely = await desk.cases["see_likely"](actor(), ArticleId(3))
    assert [story.title for story in likely] == [SURE, OURS]
    await desk.drops(1)
    likely = await desk.cases["see_likely"](actor(), ArticleId(3))
    assert [story.title for story in likely] == [OURS]


# Rights and trouble


def cases(desk: Desk) -> dict[str, Callable[..., Any]]:
    def ask(name: str, *args: Any) -> Callable[..., Any]:
        return lambda who: desk.cases[name](who, *args)

    one = ArticleId(1)
    return {
        "see_queues": ask("see_queues"),
        "see_article": ask("see_article", ALL),
        "see_likely": ask("see_likely", one),
        "say_of_article": ask("say_of_article", one, "stamp", keep),
        "join_stories": ask("join_stories", one, "stamp", StoryId(1)),
        "split_story": ask("split_story", one, "stamp"),
        "mark_corrected": ask("mark_corrected", one, "stamp"),
        "take_back": ask("take_back", 1),
    }


async def test_nobody_but_admins(desk: Desk) -> None:
    """Whatever a button or an actor says of the role: it is read anew."""
    await desk.prints(DOUBTFUL)
    await desk.keeps()
    async with desk.database.writing() as db:
        await grant_official(db, desk)
    assert set(cases(desk)) == set(desk.cases)
    for ask in cases(desk).values():
        for who in (actor(555, Role.ADMIN), actor(77, Role.ADMIN)):
            with pytest.raises(NotAllowedError):
                await ask(who)


async def grant_official(db: Transaction, desk: Desk) -> None:
    await db.roles.grant(77, Role.OFFICIAL, None, desk.clock.now())


async def test_an_article_that_is_gone(desk: Desk) -> None:
    for word in (keep, drop):
        with pytest.raises(ReviewError):
            await desk.cases["say_of_article"](actor(), ArticleId(404), "stamp", word)
    for name in ("see_likely",):
        with pytest.raises(ReviewError):
            await desk.cases[name](actor(), ArticleId(404))
    with pytest.raises(ReviewError):
        await desk.cases["see_article"](actor(), ALL, ArticleId(404))
