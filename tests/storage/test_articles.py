"""Articles in the store, and the stories made of them."""

from datetime import timedelta
from typing import Any

import pytest

from model.ids import ArticleId, SourceId, StoryId
from model.news import Article
from news.storing import retell
from storage.database import Database
from tests.news.makers import NOW, article, item, source

HOUR = timedelta(hours=1)


@pytest.fixture
async def sources(database: Database) -> list[SourceId]:
    async with database.writing() as db:
        return [
            await db.sources.add(source(url=f"https://{name}.example/", title=name))
            for name in ("one", "two")
        ]


async def put(database: Database, *articles: Article) -> None:
    async with database.writing() as db:
        await db.articles.add(articles)


async def known(database: Database, source_id: SourceId, **keys: set[str]) -> list[str]:
    async with database.reading() as db:
        found = await db.articles.known_among(source_id, since=NOW - HOUR, **keys)
    return sorted(one.title for one in found)


def stored(title: str, source_id: int, **changes: Any) -> Article:
    made = item(title, f"https://a.example/{title}", guid="g")
    return article(made, source_id=source_id, **{"story_id": None, **changes})


async def test_an_article_comes_back_as_it_was_added(
    database: Database, sources: list[SourceId]
) -> None:
    wanted = stored("а", sources[0], reasons=("x",), districts=("611000000",), sectors=("agro",))
    await put(database, wanted)
    async with database.reading() as db:
        (found,) = await db.articles.known_among(sources[0], guids={"g"}, since=NOW)
    assert found == wanted


async def test_a_guid_means_something_in_its_source_only(
    database: Database, sources: list[SourceId]
) -> None:
    await put(database, stored("а", sources[0]), stored("б", sources[1]))
    assert await known(database, sources[0], guids={"g"}) == ["а"]


async def test_a_link_means_something_anywhere(database: Database, sources: list[SourceId]) -> None:
    same = {"link_key": "a.example/x"}
    await put(database, stored("а", sources[0], **same), stored("б", sources[1], **same))
    assert await known(database, sources[0], link_keys={"a.example/x"}) == ["а", "б"]


async def test_a_title_means_something_in_its_source_and_lately_elsewhere(
    database: Database, sources: list[SourceId]
) -> None:
    old = NOW - 2 * HOUR
    await put(
        database,
        stored("своё старое", sources[0], title_key="т", stored_at=old),
        stored("чужое старое", sources[1], title_key="т", stored_at=old),
        stored("чужое новое", sources[1], title_key="т"),
    )
    assert await known(database, sources[0], title_keys={"т"}) == ["своё старое", "чужое новое"]


async def test_thousands_of_keys_are_asked_in_parts(
    database: Database, sources: list[SourceId]
) -> None:
    await put(database, *(stored(str(n), sources[0], guid=str(n)) for n in range(1_000)))
    found = await known(database, sources[0], guids={str(n) for n in range(500, 3_000)})
    assert len(found) == 500


async def test_a_story_is_what_its_articles_make_it(
    database: Database, sources: list[SourceId]
) -> None:
    async with database.writing() as db:
        first, second = await db.articles.begin_stories(2, NOW)
        assert first < second
        weak = stored("слабая", sources[0], score=0.4, districts=("1",), story_id=first)
        strong = stored("сильная", sources[1], score=0.9, districts=("2",), story_id=first)
        again = stored("ещё раз", sources[1], score=0.5, sectors=("agro",), story_id=first)
        await db.articles.add([weak, strong, again])
        await retell(db, [first], NOW)
    async with database.reading() as db:
        told = (await db.stories.by_ids([first, second]))[first]
    assert (told.title, told.source_title, told.source_count) == ("сильная", "two", 2)
    assert (told.score, told.districts, told.sectors) == (0.9, ("1", "2"), ("agro",))
    assert (told.stored_at, told.language) == (NOW, "ru")


async def test_the_article_that_leads_goes_on_leading(
    database: Database, sources: list[SourceId]
) -> None:
    async with database.writing() as db:
        (story,) = await db.articles.begin_stories(1, NOW)
        await db.articles.add([stored("первая", sources[0], score=0.4, story_id=story)])
        await retell(db, [story], NOW)
        await db.articles.add([stored("вторая", sources[1], score=0.9, story_id=story)])
        await retell(db, [story], NOW)
    async with database.reading() as db:
        told = (await db.stories.by_ids([story]))[story]
    assert (told.title, told.score, told.source_count) == ("первая", 0.9, 2)


async def test_an_article_is_saved_as_last_printed(
    database: Database, sources: list[SourceId]
) -> None:
    await put(database, stored("было", sources[0]))
    changed = stored("стало", sources[0], id=ArticleId(1), updated_at=NOW)
    async with database.writing() as db:
        await db.articles.save(changed)
    async with database.reading() as db:
        assert await db.articles.known_among(sources[0], guids={"g"}, since=NOW) == [changed]


async def test_recent_moments_are_the_printed_or_else_the_stored(
    database: Database, sources: list[SourceId]
) -> None:
    await put(
        database,
        stored("дата", sources[0], published_at=NOW - 5 * HOUR),
        stored("без даты", sources[0], published_at=None, stored_at=NOW - 3 * HOUR),
        stored("старая", sources[0], published_at=NOW - HOUR, stored_at=NOW - 4 * HOUR),
        stored("чужая", sources[1]),
    )
    async with database.reading() as db:
        moments = await db.articles.recent_moments(sources[0], 2)
    assert moments == [NOW - 5 * HOUR, NOW - 3 * HOUR]


async def test_nothing_to_refresh_is_nothing(database: Database) -> None:
    async with database.writing() as db:
        await retell(db, [], NOW)
        await db.articles.add([])
        assert await db.articles.begin_stories(0, NOW) == []
        await retell(db, [StoryId(404)], NOW)
