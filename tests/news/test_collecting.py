"""From a feed to stories in the store, on both databases; asserted through a second session."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from model.ids import SourceId
from model.news import Notice, NoticeKind, SourceState
from news.collecting import CollectDue, Collected, PollSources
from news.polling import STOP_AFTER
from storage.database import Database
from storage.tables import ArticleTable, StoryTable
from storage.transaction import Transaction
from tests.clocks import ManualClock
from tests.news.outlets import Outlets, add_source, collector, story

FEED = "https://news.example/feed"
OTHER = "https://other.example/feed"
PLANT = "В Туркестанской области открыт новый завод"
SCHOOL = "В Астане открыта школа"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def outlets() -> Outlets:
    return Outlets()


async def articles(database: Database) -> list[ArticleTable]:
    async with database.reading() as db:
        return list(await db.session.scalars(select(ArticleTable).order_by(ArticleTable.id)))


async def stories(database: Database) -> list[StoryTable]:
    async with database.reading() as db:
        return list(await db.session.scalars(select(StoryTable).order_by(StoryTable.id)))


async def test_a_feed_becomes_articles_and_stories(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, FEED)
    outlets.publish(
        FEED,
        story(PLANT, "https://news.example/1", clock.now()),
        story(SCHOOL, "https://news.example/2", clock.now()),
    )
    collected = await collector(database, outlets, clock)(source)
    assert (collected.new, collected.news, collected.error) == (2, 1, None)
    plant, school = await articles(database)
    (told,) = await stories(database)
    assert (plant.story_id, school.story_id) == (told.id, None)
    assert (told.lead_article_id, told.source_count, told.leads) == (plant.id, 1, {"ru": plant.id})
    assert told.stored_at == clock.now()
    async with database.reading() as db:
        kept = await db.sources.get(source)
    assert kept is not None
    assert (kept.title, kept.etag, kept.newest_at) == ("Жаңалық", '"1"', clock.now())
    assert kept.next_poll_at == clock.now() + timedelta(minutes=30)


async def test_collected_twice_nothing_is_doubled(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, FEED)
    outlets.publish(FEED, story(PLANT, "https://news.example/1", clock.now()))
    collect = collector(database, outlets, clock)
    await collect(source)
    again = await collect(source)
    assert (again.new, again.unchanged) == (0, 1)
    assert len(await articles(database)) == len(await stories(database)) == 1
    assert outlets.asked == [(FEED, None), (FEED, '"1"')]


async def test_what_did_not_change_is_a_success(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, FEED)
    outlets.publish(FEED, story(PLANT, "https://news.example/1"))
    collect = collector(database, outlets, clock)
    await collect(source)
    outlets.stay(FEED)
    clock.advance(3600)
    assert (await collect(source)).error is None
    async with database.reading() as db:
        kept = await db.sources.get(source)
    assert kept is not None
    assert (kept.etag, kept.succeeded_at) == ('"1"', clock.now())


async def test_a_correction_updates_the_article_and_keeps_the_story(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, FEED)
    collect = collector(database, outlets, clock)
    outlets.publish(FEED, story(PLANT, "https://news.example/1"))
    await collect(source)
    outlets.publish(FEED, story(PLANT + " керамики", "https://news.example/1"))
    assert (await collect(source)).updated == 1
    (article,) = await articles(database)
    (told,) = await stories(database)
    assert (article.title, article.story_id) == (PLANT + " керамики", told.id)


async def test_one_event_in_two_sources_is_one_story(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    one = await add_source(database, clock, FEED)
    other = await add_source(database, clock, OTHER)
    outlets.publish(FEED, story(PLANT, "https://news.example/1"))
    outlets.publish(OTHER, story(PLANT, "https://other.example/9"))
    collect = collector(database, outlets, clock)
    await collect(one)
    await collect(other)
    (told,) = await stories(database)
    assert (told.source_count, len(await articles(database))) == (2, 2)


async def test_a_first_fetch_makes_nothing_old_news(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, FEED)
    old = clock.now() - timedelta(days=3)
    outlets.publish(FEED, story(PLANT, "https://news.example/1", old))
    collected = await collector(database, outlets, clock)(source)
    assert (collected.new, collected.news) == (1, 0)
    assert await stories(database) == []


async def test_a_failure_is_a_result_and_is_remembered(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, FEED)
    outlets.give(FEED, b"<html><body>hello</body></html>")
    collected = await collector(database, outlets, clock)(source)
    assert collected.error == "a web page, not a feed"
    async with database.reading() as db:
        kept = await db.sources.get(source)
    assert kept is not None
    assert (kept.failures, kept.last_error) == (1, "a web page, not a feed")
    assert kept.succeeded_at is None


async def test_an_empty_feed_is_a_success(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, FEED)
    outlets.publish(FEED)
    assert (await collector(database, outlets, clock)(source)).error is None


async def test_admins_hear_once_that_a_source_died_and_once_that_it_is_back(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    told: list[NoticeKind] = []

    async def tell(_db: Transaction, notice: Notice) -> None:
        told.append(notice.kind)

    source = await add_source(database, clock, FEED)
    collect = collector(database, outlets, clock, tell)
    outlets.fail(FEED)
    for _ in range(STOP_AFTER + 2):
        await collect(source)
    outlets.publish(FEED)
    await collect(source)
    assert told == [NoticeKind.STOPPED, NoticeKind.BACK]


async def test_a_source_that_is_gone_is_asked_no_more(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    await add_source(database, clock, FEED)
    outlets.fail(FEED, "HTTP 410", gone=True)
    due = CollectDue(database, collector(database, outlets, clock), clock)
    await due()
    clock.advance(90 * 86_400)
    assert await due() == []
    assert len(outlets.asked) == 1


async def test_a_permanent_redirect_is_remembered(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, FEED)
    outlets.publish(FEED, moved_to=OTHER)
    collect = collector(database, outlets, clock)
    await collect(source)
    outlets.publish(OTHER)
    await collect(source)
    assert [url for url, _ in outlets.asked] == [FEED, OTHER]


async def test_a_redirect_to_a_source_we_have_changes_no_address(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, FEED)
    await add_source(database, clock, OTHER)
    outlets.publish(FEED, moved_to=OTHER)
    collected = await collector(database, outlets, clock)(source)
    assert (collected.error, collected.url) == (None, FEED)


async def test_one_failing_source_does_not_end_the_run(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    for url in (FEED, OTHER, "https://third.example/feed"):
        await add_source(database, clock, url)
    outlets.fail(FEED)
    outlets.explode(OTHER)
    outlets.publish("https://third.example/feed", story(PLANT, "https://third.example/1"))
    results = await CollectDue(database, collector(database, outlets, clock), clock)()
    assert {result.url: result.error for result in results} == {
        FEED: "HTTP 500",
        OTHER: "RuntimeError",
        "https://third.example/feed": None,
    }


async def test_a_claimed_source_is_left_to_its_owner_until_the_claim_ends(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    await add_source(database, clock, FEED)
    outlets.publish(FEED)
    async with database.writing() as db:
        until = clock.now() + timedelta(minutes=10)
        assert len(await db.sources.claim_due(clock.now(), until, limit=5)) == 1
    due = CollectDue(database, collector(database, outlets, clock), clock)
    assert await due() == []
    clock.advance(601)
    assert len(await due()) == 1
    assert await due() == []


async def test_a_slow_source_holds_up_no_tick_after_it(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    slow = await add_source(database, clock, FEED)
    fast = collector(database, outlets, clock)
    asked, answers = asyncio.Event(), asyncio.Event()

    async def collect(source: SourceId) -> Collected:
        if source == slow:
            asked.set()
            await answers.wait()
        return await fast(source)

    due = CollectDue(database, collect, clock, at_once=2)  # type: ignore[arg-type]
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        first = group.create_task(due())
        await asked.wait()
        # Until the first tick's other slot has found nothing to do; nobody is told of that.
        while due._free == 0:  # noqa: ASYNC110
            await asyncio.sleep(0)
        for url in (OTHER, "https://third.example/feed"):
            await add_source(database, clock, url)
            outlets.publish(url)
            assert [one.url for one in await due()] == [url]
        assert not first.done()
        answers.set()
    assert [one.source_id for one in first.result()] == [slow]
    clock.advance(3600)
    assert len(await due()) == 3


async def test_no_more_are_asked_at_once_than_there_are_slots(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    for number in range(5):
        await add_source(database, clock, f"https://{number}.example/feed")
    asked: list[SourceId] = []
    answers = asyncio.Event()

    async def collect(source: SourceId) -> Collected:
        asked.append(source)
        await answers.wait()
        return Collected(source, "", "")

    due = CollectDue(database, collect, clock, at_once=2)  # type: ignore[arg-type]
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        group.create_task(due())
        while len(asked) < 2:  # noqa: ASYNC110 - a claim is a query
            await asyncio.sleep(0)
        assert await due() == []
        assert len(asked) == 2
        answers.set()
    assert len(asked) == 5


async def test_poll_fetches_what_is_due_and_everything_on_demand(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, FEED)
    outlets.publish(FEED)
    poll = PollSources(database, collector(database, outlets, clock), clock)
    assert [result.source_id for result in await poll()] == [source]
    assert await poll() == []
    assert [result.source_id for result in await poll(everything=True)] == [source]


async def test_poll_all_asks_paused_sources_and_leaves_them_paused(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, FEED)
    outlets.publish(FEED)
    async with database.writing() as db:
        held = await db.sources.get(source, hold=True)
        assert held is not None
        await db.sources.save(replace(held, state=SourceState.PAUSED))
    poll = PollSources(database, collector(database, outlets, clock), clock)
    assert await poll() == []
    assert len(await poll(everything=True)) == 1
    async with database.reading() as db:
        kept = await db.sources.get(source)
    assert kept is not None
    assert kept.state is SourceState.PAUSED


async def test_an_unknown_source_is_a_result(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    collected = await collector(database, outlets, clock)(SourceId(404))
    assert collected.error == "there is no such source"


async def test_two_sources_that_tell_one_event_at_once_make_one_story(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    collect = collector(database, outlets, clock)
    sources = []
    for number in range(6):
        url = f"https://s{number}.example/feed"
        sources.append(await add_source(database, clock, url))
        outlets.publish(url, story(PLANT, f"https://s{number}.example/1"))
    await asyncio.gather(*(collect(source) for source in sources))
    (told,) = await stories(database)
    assert told.source_count == 6


async def test_one_source_collected_by_two_at_once_is_stored_once(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, FEED)
    outlets.publish(FEED, story(PLANT, "https://news.example/1"))
    collect = collector(database, outlets, clock)
    results = await asyncio.gather(*(collect(source) for _ in range(4)))
    assert sorted(result.new for result in results) == [0, 0, 0, 1]
    assert len(await articles(database)) == len(await stories(database)) == 1


async def test_a_feed_of_a_thousand_items_is_stored_whole(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, FEED)
    items = [story(f"Новость {n}", f"https://news.example/{n}", guid=str(n)) for n in range(1_000)]
    outlets.publish(FEED, *items)
    collect = collector(database, outlets, clock)
    assert (await collect(source)).new == 1_000
    assert (await collect(source)).unchanged == 1_000


async def test_a_locked_database_is_waited_out_by_the_next_tick(
    sqlite_url: str, clock: ManualClock, outlets: Outlets
) -> None:
    database, other = Database(sqlite_url, busy_timeout_ms=1), Database(sqlite_url)
    source = await add_source(database, clock, FEED)
    outlets.publish(FEED)
    collect = collector(database, outlets, clock)
    async with other.writing() as db:
        await db.sources.get(source, hold=True)
        assert await CollectDue(database, collect, clock)() == []
        (result,) = await PollSources(database, collect, clock)()
        assert "the database refused" in (result.error or "")
    assert [result.error for result in await CollectDue(database, collect, clock)()] == [None]
    await database.close()
    await other.close()
