"""What search knows follows the stories: told anew, taken down, or there before it was."""

from dataclasses import replace

import pytest

from model.ids import StoryId
from news import indexing
from news.indexing import IndexStories
from news.searching import read
from news.storing import retell
from storage.database import Database
from tests.clocks import ManualClock
from tests.publishing.stage import Stage


@pytest.fixture
def stage(database: Database) -> Stage:
    return Stage(database, ManualClock())


async def found(database: Database, words: str) -> list[StoryId]:
    groups = [word.group for word in read(words)]
    async with database.reading() as db:
        return [
            StoryId(one.id) for one in await db.searches.matching(groups, len(groups), None, 50)
        ]


async def known(database: Database, *stems: str) -> dict[str, int]:
    async with database.reading() as db:
        return await db.searches.known(stems)


async def test_what_was_there_before_search_is_indexed_in_batches(
    stage: Stage, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "BATCH", 2)
    stories = [await stage.story(f"Завод номер {n}") for n in range(5)]
    assert await found(database, "завод") == []
    assert await IndexStories(database)(batches=1) == 2
    assert await found(database, "завод") == stories[:2:-1]
    assert await IndexStories(database)() == 3, "after a restart it goes on where it was"
    assert await found(database, "завод") == stories[::-1]
    assert await IndexStories(database)() == 0
    assert await known(database, "завод", "номер") == {"завод": 5, "номер": 5}


async def test_other_rules_index_everything_anew(
    stage: Stage, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = await stage.story("Завод в Арысе")
    await IndexStories(database)()
    monkeypatch.setattr(indexing, "RULES", indexing.RULES + 1)
    assert await IndexStories(database)() == 1
    assert await found(database, "завод") == [story]
    assert await known(database, "завод") == {"завод": 1}


async def test_a_story_is_found_as_it_is_told_and_no_more_once_it_is_taken_down(
    stage: Stage, database: Database
) -> None:
    clock = stage.clock
    story = await stage.story("Завод в Арысе")
    async with database.writing() as db:
        await retell(db, {story}, clock.now())
    assert await found(database, "арыс") == [story]
    async with database.writing() as db:
        (article,) = (await db.articles.of_stories([story]))[story]
        await db.articles.save(replace(article, title="Фабрика в Кентау"))
        await retell(db, {story}, clock.now())
    assert await found(database, "арыс") == []
    assert await found(database, "фабрика кентау") == [story]
    assert await known(database, "завод", "фабрик") == {"фабрик": 1}
    async with database.writing() as db:
        await db.articles.save(replace(article, withdrawn_at=clock.now()))
        await retell(db, {story}, clock.now())
    assert await found(database, "фабрика") == []
    assert await known(database, "завод", "фабрик", "кента") == {}
    async with database.writing() as db:
        await db.articles.save(article)
        await retell(db, {story}, clock.now())
    assert await found(database, "завод арыс") == [story]


async def test_a_story_without_a_lead_is_not_found(stage: Stage, database: Database) -> None:
    story = await stage.story("Завод в Арысе")
    async with database.writing() as db:
        (article,) = (await db.articles.of_stories([story]))[story]
        await db.articles.save(replace(article, story_id=None, kept=False))
        await retell(db, {story}, stage.clock.now())
    await IndexStories(database)()
    assert await found(database, "завод") == []
