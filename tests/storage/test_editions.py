"""Editions and the ledger, as another session sees them."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from common.errors import StorageError
from model.editions import NewEdition
from model.ids import ChatId, EditionId, StoryId, SubscriberId
from model.people import Choices
from storage.database import Database
from tests.clocks import ManualClock
from tests.publishing.stage import Stage

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


@pytest.fixture
def stage(database: Database) -> Stage:
    return Stage(database, ManualClock(NOW))


def new(key: str = "one", previous: EditionId | None = None) -> NewEdition:
    return NewEdition(
        key=key,
        choices=Choices(frozenset({"kk", "ru"}), frozenset({"611000000"}), frozenset({"energy"})),
        previous_id=previous,
        since=NOW - timedelta(days=1),
        until=NOW,
        last_story_id=StoryId(9),
        story_ids=(StoryId(7), StoryId(9), StoryId(8)),
    )


async def test_an_edition_is_read_as_it_was_kept(database: Database) -> None:
    async with database.writing() as db:
        first = await db.editions.keep(new())
        second = await db.editions.keep(new("two", first.id))
    async with database.reading() as db:
        assert await db.editions.get(first.id) == first
        assert await db.editions.among([first.id, second.id, EditionId(404)]) == {
            first.id: first,
            second.id: second,
        }
        assert await db.editions.get(EditionId(404)) is None
    assert first.choices == new().choices
    assert first.story_ids == (7, 9, 8)
    assert (second.previous_id, second.last_story_id) == (first.id, 9)


async def test_two_processes_that_keep_the_same_edition_keep_one(database: Database) -> None:
    other = Database(database.url)

    async def keep(through: Database) -> EditionId:
        async with through.writing() as db:
            edition = await db.editions.keep(new())
            await asyncio.sleep(0)
            return edition.id

    try:
        kept = await asyncio.gather(*(keep(each) for each in (database, other) * 4))
    finally:
        await other.close()
    assert len(set(kept)) == 1


async def test_what_was_asked_is_had_until_it_is_released(stage: Stage) -> None:
    chat = await stage.subscriber(100)
    async with stage.database.writing() as db:
        reader = await db.editions.reader(chat, hold=True)
        assert reader is not None
        edition = await db.editions.keep(new())
        await db.editions.enter_asked(edition.id, reader.id, "asked:1", NOW)
    async with stage.database.writing() as db:
        assert await db.editions.asked("asked:1") == edition.id
        assert await db.editions.asked("asked:2") is None
        assert await db.editions.last_had([reader.id]) == {reader.id: edition.id}
        await db.editions.release("asked:1")
    async with stage.database.reading() as db:
        assert await db.editions.last_had([reader.id]) == {}


async def test_a_reader_is_read_as_it_chose(stage: Stage) -> None:
    await stage.subscriber(
        100, choices={"news_languages": ["kk", "ru"]}, days=0b1000001, thread_id=5
    )
    async with stage.database.reading() as db:
        reader = await db.editions.reader(ChatId(100))
        assert reader is not None
        assert reader.choices == Choices(frozenset({"ru", "kk"}))
        assert reader.schedule.days == {0, 6}
        assert (reader.thread_id, reader.next_digest_at) == (5, NOW)
        assert await db.editions.reader(ChatId(404)) is None


async def test_a_tick_passes_over_chats_that_another_holds(stage: Stage) -> None:
    await stage.subscriber(1)
    await stage.subscriber(2)
    if "sqlite" in stage.database.url:
        pytest.skip("on SQLite a writer is alone")
    other = Database(stage.database.url)
    try:
        async with stage.database.writing() as db:
            assert [each.chat_id for each in await db.editions.due(NOW, 1)] == [1]
            async with other.writing() as beside:
                assert [each.chat_id for each in await beside.editions.due(NOW, 9)] == [2]
    finally:
        await other.close()


async def test_a_locked_database_is_a_storage_error(sqlite_url: str) -> None:
    database = Database(sqlite_url, busy_timeout_ms=0)
    other = Database(sqlite_url, busy_timeout_ms=0)
    try:
        async with database.writing() as db:
            await db.editions.keep(new())
            with pytest.raises(StorageError):
                async with other.writing() as beside:
                    await beside.editions.move({NOW: [SubscriberId(1)]})
    finally:
        await database.close()
        await other.close()
