"""What no article should be: each is answered in bounded time, through the lines and the store."""

import json
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest

from news.explaining import ExplainArticle
from news.grouper import Grouper
from news.grouping_lines import GroupArticles
from news.judging import stem_judge
from storage.database import Database
from tests.clocks import ManualClock
from tests.news.outlets import Outlets, add_source, collector, story
from tests.news.test_collecting import articles, stories

EXPLAIN = ExplainArticle(stem_judge())
URL = "https://bad.example/feed"
SECONDS = 2
"""Far more than any of them takes, for a machine that is busy with other tests."""

LARGE = {
    "a megabyte of news": ("Завод в Кентау", "Инвестор построит завод за 3 млрд тенге. " * 27_000),
    "one long word": ("А" * 1_000_000, ""),
    "numbers": ("1 2 3 " * 170_000, "12 млрд " * 120_000),
    "digits": ("9" * 500_000, "тенге " * 50_000),
    "signs of money": ("млрд " * 100_000, "$" * 300_000),
    "ranges": ("от " * 100_000, "от 1 до " * 100_000),
    "quotes": ("(" * 200_000, '"' * 200_000),
    "places": ("Туркестан " * 50_000, "«" * 100_000),
    "two scripts in one word": ("aа" * 100_000, "зaвoд" * 50_000),
    "marks upon letters": ("a\u0301" * 300_000, "ﷺ" * 50_000),
    "hidden marks": ("\u200b" * 500_000, "\u202e" * 100_000),
}
EMPTY = ["", " \n", "🔥🔥🔥", "🏭💰👍🏽", "\u200b\u200b", "…", "\x00\x01", "كنتاو", "קנטאו"]
PRINTED = "В Кентау запустили завод за 3 млрд тенге"
DISGUISED = {
    "homoglyphs": "В Kентаy зaпyстили зaвoд за 3 млpд тенге",
    "zero-width marks": "В Кен\u200bтау за\u00adпустили за\u200dвод за 3\u200b млрд тенге",
    "a turned text": "\u202eВ Кентау запустили завод за 3 млрд тенге\u202c",
    "capitals": "В КЕНТАУ ЗАПУСТИЛИ ЗАВОД ЗА 3 МЛРД ТЕНГЕ",
    "mixed scripts": "В Кентау запустили завод / zaýyt / factory / 工厂 за 3 млрд тенге",
    "no-break spaces": "В\u00a0Кентау\u202fзапустили завод за 3\u202fмлрд\u00a0тенге",
    "letters apart": "В Кентау запустили завод за 3 млрд тенге".replace("й", "и\u0306"),
}


def line(title: str, lead: str = "", **other: str) -> bytes:
    return json.dumps({"id": 1, "title": title, "lead": lead, **other}).encode()


@pytest.mark.parametrize("what", LARGE)
def test_a_large_text_takes_bounded_time(what: str) -> None:
    began = perf_counter()
    answer = EXPLAIN(line(*LARGE[what]))
    group = GroupArticles(Grouper(), ZoneInfo("Asia/Almaty"))
    assert group(line(*LARGE[what])) == {"id": 1, "story": 1}
    assert perf_counter() - began < SECONDS
    assert answer["relevant"] is (what == "a megabyte of news")


@pytest.mark.parametrize("text", EMPTY)
def test_a_text_that_says_nothing_is_nothing_of_ours(text: str) -> None:
    answer = EXPLAIN(line(text, text))
    assert (answer["region"], answer["relevant"], answer["score"]) == (None, False, 0.0)
    assert (answer["amount"], answer["stage"], answer["jobs"]) == (None, None, None)


@pytest.mark.parametrize("how", DISGUISED)
def test_a_disguised_headline_says_what_it_says(how: str) -> None:
    answer = EXPLAIN(line(DISGUISED[how]))
    assert answer["relevant"] is True
    assert answer["districts"] == ["612000000"]
    assert answer["amount"] == {"value": 3_000_000_000, "currency": "KZT"}
    assert (answer["stage"], answer["language"]) == ("launched", "ru")


@pytest.mark.parametrize("how", DISGUISED)
def test_a_disguised_headline_tells_the_same_story(how: str) -> None:
    group = GroupArticles(Grouper(), ZoneInfo("Asia/Almaty"))
    assert group(line(PRINTED))["story"] == group(line(DISGUISED[how]))["story"]


async def test_all_of_it_is_collected(database: Database) -> None:
    clock, outlets = ManualClock(), Outlets()
    source = await add_source(database, clock, URL)
    dated = [clock.now().replace(year=1970), clock.now().replace(year=2090)]
    titles = [*(title[:200_000] for title, _ in LARGE.values()), *EMPTY, *DISGUISED.values()]
    printable = [title for title in titles if "\x00" not in title and title.strip()]
    outlets.publish(
        URL,
        *(story(title, f"/{number}") for number, title in enumerate(printable)),
        *(story(f"{PRINTED}, очередь {date.year}", f"/{date.year}", date) for date in dated),
    )
    began = perf_counter()
    result = await collector(database, outlets, clock)(source)
    assert perf_counter() - began < 15 * SECONDS
    assert result.error is None
    stored = await articles(database)
    assert {f"/{date.year}" for date in dated} <= {one.link[-5:] for one in stored if one.link}
    now = clock.now().replace(tzinfo=None)
    assert all(one.stored_at.replace(tzinfo=None) == now for one in stored)
    assert await stories(database)
