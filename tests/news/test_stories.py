"""What becomes of news after they were judged: one story for one event, put right, taken down."""

from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime
from html import escape

import pytest

from model.ids import ArticleId, SourceId, StoryId
from model.news import Mark, Review, Story
from news.collecting import CollectSource
from news.extracting import FullText
from news.full_text import NoFullText
from news.judging import stem_judge
from news.storing import place
from storage.database import Database
from tests.clocks import ManualClock
from tests.news.outlets import Outlets, add_source, collector, parse_here, story
from tests.news.test_collecting import articles, stories

RU = "https://ru.example/feed"
KK = "https://kk.example/feed"
PLANT = "В Кентау Туркестанской области открыли завод трансформаторов за 5 млрд тенге"
ZAUYT = "Түркістан облысының Кентау қаласында 5 млрд теңгеге трансформатор зауыты ашылды"
GREENHOUSE = "В Сауранском районе Туркестанской области строят теплицу за 2 млрд тенге"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def outlets() -> Outlets:
    return Outlets()


async def told(database: Database, *languages: str) -> list[Story]:
    async with database.reading() as db:
        rows = [StoryId(row.id) for row in await stories(database)]
        found = await db.stories.by_ids(rows, languages)
    return [found[story] for story in rows if story in found]


async def test_two_outlets_in_two_languages_tell_one_story(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    russian = await add_source(database, clock, RU)
    kazakh = await add_source(database, clock, KK)
    outlets.publish(
        RU,
        story(PLANT, "https://ru.example/1", clock.now()),
        story(GREENHOUSE, "https://ru.example/2", clock.now()),
    )
    outlets.publish(KK, story(ZAUYT, "https://kk.example/1", clock.now()))
    collect = collector(database, outlets, clock)
    await collect(russian)
    clock.advance(1200)
    await collect(kazakh)
    plant, greenhouse = await told(database, "kk")
    assert (plant.title, plant.source_count, greenhouse.title) == (ZAUYT, 2, GREENHOUSE)
    assert (await told(database, "ru"))[0].title == PLANT
    assert plant.amount is not None
    assert (plant.amount.value, plant.amount.currency) == (5_000_000_000, "KZT")
    assert plant.districts == ("612000000",)


async def test_a_fact_put_right_marks_the_story(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, RU)
    collect = collector(database, outlets, clock)
    outlets.publish(RU, story(PLANT, "https://ru.example/1", clock.now(), guid="1"))
    await collect(source)
    clock.advance(3600)
    right = PLANT.replace("5 млрд", "7 млрд")
    outlets.publish(RU, story(right, "https://ru.example/1", clock.now(), guid="1"))
    await collect(source)
    (plant,) = await told(database)
    assert (plant.title, plant.mark, plant.marked_at) == (right, Mark.CORRECTED, clock.now())
    (correction,) = plant.corrections
    assert (correction.before, correction.after) == ("5 млрд тенге", "7 млрд тенге")
    assert plant.amount is not None
    assert plant.amount.value == 7_000_000_000


async def test_a_fact_that_is_again_what_it_was_is_no_correction(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, RU)
    collect = collector(database, outlets, clock)
    for title in (PLANT, PLANT.replace("5 млрд", "7 млрд"), PLANT):
        clock.advance(3600)
        outlets.publish(RU, story(title, "https://ru.example/1", clock.now(), guid="1"))
        await collect(source)
    (plant,) = await told(database)
    assert (plant.title, plant.mark, plant.corrections) == (PLANT, None, ())
    assert plant.marked_at == clock.now(), "what was sent is to be edited back"


async def test_a_typing_slip_put_right_marks_nothing(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, RU)
    collect = collector(database, outlets, clock)
    outlets.publish(RU, story(PLANT, "https://ru.example/1", clock.now(), guid="1"))
    await collect(source)
    tidy = PLANT.replace("открыли", "открыт")
    outlets.publish(RU, story(tidy, "https://ru.example/1", clock.now(), guid="1"))
    await collect(source)
    (plant,) = await told(database)
    assert (plant.title, plant.mark) == (tidy, None)


async def test_an_article_taken_down_is_withdrawn_and_may_come_back(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, RU)
    collect = collector(database, outlets, clock)
    before = clock.now() - timedelta(hours=2)
    older = story(GREENHOUSE, "https://ru.example/2", before)
    newer = story(PLANT, "https://ru.example/1", clock.now())
    outlets.publish(RU, newer, older)
    await collect(source)
    clock.advance(3600)
    outlets.publish(RU, older)  # and the page of the other answers 404
    await collect(source)
    plant = next(one for one in await told(database) if one.title == PLANT)
    assert (plant.mark, plant.marked_at) == (Mark.WITHDRAWN, clock.now())
    clock.advance(3600)
    outlets.publish(RU, newer, older)
    await collect(source)
    assert [one.mark for one in await told(database)] == [None, None]
    plant = next(one for one in await told(database) if one.title == PLANT)
    assert plant.marked_at == clock.now(), "what was said of it is to be taken back"


async def test_a_fact_put_right_and_back_again_is_not_told(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, RU)
    collect = collector(database, outlets, clock)
    for title in (PLANT, PLANT.replace("5 млрд", "7 млрд"), PLANT):
        clock.advance(3600)
        outlets.publish(RU, story(title, "https://ru.example/1", clock.now(), guid="1"))
        await collect(source)
    (plant,) = await told(database)
    assert (plant.mark, plant.corrections, plant.marked_at) == (None, (), clock.now())


async def test_where_the_leading_article_is_taken_down_another_leads_and_it_is_noted(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    russian, kazakh = await add_source(database, clock, RU), await add_source(database, clock, KK)
    collect = collector(database, outlets, clock)
    older = story(GREENHOUSE, "https://ru.example/2", clock.now() - timedelta(hours=2))
    outlets.publish(RU, story(PLANT, "https://ru.example/1", clock.now()), older)
    outlets.publish(KK, story(ZAUYT, "https://kk.example/1", clock.now()))
    await collect(russian)
    await collect(kazakh)
    clock.advance(3600)
    outlets.publish(RU, older)
    await collect(russian)
    plant = next(one for one in await told(database, "ru") if one.title == ZAUYT)
    assert (plant.mark, plant.marked_at) == (None, clock.now())
    clock.advance(3600)
    await collect(russian)
    assert (await told(database, "ru"))[0].marked_at == plant.marked_at, "once"


async def test_what_a_feed_lets_go_of_by_itself_is_not_withdrawn(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, RU)
    collect = collector(database, outlets, clock)
    outlets.publish(RU, story(PLANT, "https://ru.example/1", clock.now()))
    await collect(source)
    clock.advance(3600)
    outlets.publish(RU, story(GREENHOUSE, "https://ru.example/2", clock.now()))
    await collect(source)
    assert [one.mark for one in await told(database)] == [None, None]
    assert "https://ru.example/1" not in [url for url, _ in outlets.asked]


async def test_a_page_that_is_still_there_is_asked_once_in_half_a_day(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, RU)
    collect = collector(database, outlets, clock)
    older = story(GREENHOUSE, "https://ru.example/2", clock.now() - timedelta(hours=2))
    outlets.publish(RU, story(PLANT, "https://ru.example/1", clock.now()), older)
    await collect(source)
    outlets.give("https://ru.example/1", b"<html>")
    outlets.publish(RU, older)
    for _ in range(3):
        clock.advance(3600)
        await collect(source)
    assert [url for url, _ in outlets.asked].count("https://ru.example/1") == 1
    assert [one.mark for one in await told(database)] == [None, None]


async def test_news_of_a_reviewed_source_wait_for_an_editor(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, RU)
    await review_first(database, source)
    outlets.publish(RU, story(PLANT, "https://ru.example/1", clock.now()))
    await collector(database, outlets, clock)(source)
    (plant,) = await articles(database)
    assert (plant.review, plant.story_id, await told(database)) == (Review.WAITING, None, [])
    clock.advance(3600)
    async with database.writing() as db:
        found = await db.articles.get(ArticleId(plant.id))
        assert found is not None
        await place(db, [found], clock.now())
    (kept,) = await told(database)
    assert (kept.title, kept.stored_at) == (PLANT, clock.now())


async def review_first(database: Database, source: SourceId) -> None:
    async with database.writing() as db:
        held = await db.sources.get(source, hold=True)
        assert held is not None
        await db.sources.save(replace(held, is_reviewed=True))


class Pages:
    """The articles behind links, and which were asked for."""

    def __init__(self, **texts: str) -> None:
        self.asked: list[str] = []
        self._texts = texts

    async def some(self, entries, timezone, at_most=10):  # type: ignore[no-untyped-def]
        found: dict[str, FullText | NoFullText] = {}
        for entry in entries:
            self.asked.append(entry.link)
            name = entry.link.rsplit("/", 1)[1]
            text = self._texts.get(name)
            found[entry.link] = FullText(text, "", None, None) if text else NoFullText("HTTP 404")
        return found


async def test_where_the_feed_gives_a_line_the_article_is_judged_and_not_kept(
    database: Database, clock: ManualClock, outlets: Outlets
) -> None:
    source = await add_source(database, clock, RU)
    async with database.writing() as db:
        held = await db.sources.get(source, hold=True)
        assert held is not None
        await db.sources.save(replace(held, reads_full_text=True))
    text = f"{PLANT}. Инвестор создал 120 рабочих мест."
    pages = Pages(a=text)
    collect = CollectSource(
        database,
        outlets,
        parse_here,
        stem_judge(),
        clock,
        read_full_text=pages,  # type: ignore[arg-type]
    )
    title = "Ещё одно предприятие начало работу"
    item = (
        f"<item><title>{escape(title)}</title><link>https://ru.example/a</link>"
        f"<description>Подробности</description>"
        f"<pubDate>{format_datetime(clock.now())}</pubDate></item>"
    )
    outlets.publish(RU, item)
    await collect(source)
    await collect(source)
    assert pages.asked == ["https://ru.example/a"]
    (plant,) = await told(database)
    assert (plant.title, plant.lead, plant.districts) == (title, "Подробности", ("612000000",))
    assert plant.amount is not None
