"""Search as a use case: every story once over all pages, in the reader's language."""

from dataclasses import replace

import pytest

from accounts.actor import Actor
from accounts.subscribing import Welcome
from model.ids import ChatId, SearchId, StoryId
from model.people import ChatKind, Language, Schedule
from model.search import Place
from news.indexing import IndexStories
from news.storing import retell
from publishing import searching
from publishing.searching import PAGE, SearchStories
from storage.database import Database
from tests.clocks import ManualClock
from tests.publishing.stage import Stage

ACTOR = Actor(ChatId(1), ChatKind.PRIVATE, 1, Language.KAZAKH)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def stage(database: Database, clock: ManualClock) -> Stage:
    return Stage(database, clock)


@pytest.fixture
def search(database: Database, clock: ManualClock) -> SearchStories:
    return SearchStories(database, clock, Welcome(database, clock, Schedule()))


@pytest.mark.parametrize("reordered", [4, 5, 6, 7, 500])
async def test_the_pages_show_each_story_once(
    stage: Stage, search: SearchStories, monkeypatch: pytest.MonkeyPatch, reordered: int
) -> None:
    """Relevance reorders the newest; what is older comes behind them by age."""
    monkeypatch.setattr(searching, "REORDERED", reordered)
    telling = [await stage.story("Завод и рынок", at=stage.clock.now()) for _ in range(2)]
    others = [await stage.story("Завод") for _ in range(13)]
    await IndexStories(stage.database)()
    found = await search(ACTOR, "завод")
    shown = [story.id for story in found.stories]
    assert found.search is not None
    while found.has_more:
        place = Place(found.place.start + PAGE, found.place.upto)
        await stage.story("Завод, который построили потом")
        further = await search.page(ACTOR, found.search, place)
        assert further is not None
        found = further
        shown += [story.id for story in found.stories]
    assert shown == [*others[::-1], *telling[::-1]]


async def test_more_telling_stories_come_first_among_the_newest(
    stage: Stage, search: SearchStories, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "REORDERED", 3)
    too_old = await stage.story("Подробности завода и подробности рынка")
    in_title = await stage.story("Подробности: завод")
    in_lead = [await stage.story("Рынок завода, 1"), await stage.story("Рынок завода, 2")]
    await IndexStories(stage.database)()
    found = await search(ACTOR, "подробности завод")
    assert [story.id for story in found.stories] == [in_title, *in_lead[::-1], too_old]


async def test_a_story_is_shown_in_the_readers_language_however_it_was_found(
    stage: Stage, search: SearchStories, clock: ManualClock
) -> None:
    russian = await stage.story("Завод в Арысе", language="ru")
    kazakh = await stage.story("Арыста зауыт ашылды", language="kk")
    async with stage.database.writing() as db:
        (article,) = (await db.articles.of_stories([kazakh]))[kazakh]
        await db.articles.save(replace(article, story_id=russian))
        await retell(db, {russian, kazakh}, clock.now())
    for words in ("завод Арыс", "арыстағы зауыт", "阿雷西工厂"):
        found = await search(ACTOR, words)
        assert [(one.id, one.title) for one in found.stories] == [(russian, "Арыста зауыт ашылды")]


async def test_a_search_that_is_gone_has_no_pages(search: SearchStories) -> None:
    assert await search.page(ACTOR, SearchId(7), Place(0, StoryId(1))) is None
