"""Questions to 200,000 stories: how long an answer takes, from the words to the stories.

The vocabulary is as wide as the news of many years; the commonest words stand in every third
story, most words in a few.
"""

import random
import statistics
import time
from datetime import UTC, datetime
from itertools import accumulate
from typing import Any

from sqlalchemy import insert

from accounts.actor import Actor
from accounts.subscribing import Welcome
from bench import stage
from common.clock import SystemClock
from model.ids import ChatId, StoryId
from model.people import ChatKind, Language, Schedule
from model.search import Place
from news.terms import search_text
from publishing.searching import SearchStories
from storage.database import Database
from storage.tables import ArticleTable, StoryTable

STORIES = 200_000
MADE_UP = 40_000
TITLE, LEAD = 9, 40
"""Words of a story."""
ROUNDS = 100
CHUNK = 2_000
AIM_MS = 50

COMMON = [
    *("завод", "инвестиции", "область", "район", "производство", "проект", "строительство"),
    *("компания", "продукция", "туркестан", "кентау", "шымкент", "сарыагаш", "арыс", "хлопок"),
    *("теплица", "тенге", "предприятие", "китай", "турция", "переработка", "мощность", "рынок"),
    *("комплекс", "логистика", "фабрика", "экспорт", "договор", "электростанция", "продукты"),
]
_CONSONANTS, _VOWELS = "бвгджзклмнпрст", "аеиоу"
_CHINESE = ("中国投资", "肯套 工厂", "突厥斯坦", "农业", "棉花 温室", "土耳其 项目")

_ACTOR = Actor(ChatId(1), ChatKind.PRIVATE, 1, Language.RUSSIAN)


async def measure(_url: str) -> dict[str, Any]:
    chance = random.Random(7)
    words = _vocabulary(chance)
    async with stage.database() as database:
        await stage.source(database, datetime.now(UTC))
        began = time.perf_counter()
        await _fill(database, chance, words)
        filled = time.perf_counter() - began
        times = await _ask(database, _questions(chance, words))
    every = [one for each in times.values() for one, _ in each]
    busy = [one for each in times.values() for _, one in each]
    return {
        "bench": "searching",
        "stories": STORIES,
        "p50_ms": _percentile(every, 50),
        "p99_ms": _percentile(every, 99),
        "aim": f"p99 < {AIM_MS} ms",
        "p99_ms_of": {kind: _percentile([t for t, _ in each], 99) for kind, each in times.items()},
        "p99_busy_ms": _percentile(busy, 99),
        "busy": "processor time of all threads: the answer on a machine with nothing else to do",
        "put_per_second": round(STORIES / filled),
    }


def _percentile(times: list[float], percent: int) -> float:
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return round(cuts[percent - 1] * 1000, 1)


def _vocabulary(chance: random.Random) -> list[str]:
    """The commonest first."""
    syllables = [one + other for one in _CONSONANTS for other in _VOWELS]
    made = {"".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(MADE_UP)}
    rest = sorted(made)
    chance.shuffle(rest)
    return [*COMMON, *rest]


def _questions(chance: random.Random, words: list[str]) -> dict[str, list[str]]:
    """By what makes them hard."""
    often, seldom = words[len(COMMON) : 2_000], words[20_000:]

    def pick(some: list[str]) -> str:
        return chance.choice(some)

    def mistyped(word: str) -> str:
        at = chance.randrange(1, len(word) - 1)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    return {
        "common": [pick(COMMON) for _ in range(ROUNDS)],
        "rare": [pick(seldom) for _ in range(ROUNDS)],
        "two common": [f"{pick(COMMON)} {pick(COMMON)}" for _ in range(ROUNDS)],
        "common and rare": [f"{pick(COMMON)} {pick(often)}" for _ in range(ROUNDS)],
        "mistyped": [mistyped(pick(often)) for _ in range(ROUNDS)],
        "Chinese": [chance.choice(_CHINESE) for _ in range(ROUNDS)],
        "a sentence": [" ".join(pick(often) for _ in range(6)) for _ in range(ROUNDS)],
        "typing": [pick(often)[:4] for _ in range(ROUNDS)],
    }


async def _ask(
    database: Database, questions: dict[str, list[str]]
) -> dict[str, list[tuple[float, float]]]:
    """By kind, the seconds that each answer took, and those that the processor was at it."""
    welcome = Welcome(database, SystemClock(), Schedule())
    search = SearchStories(database, SystemClock(), welcome)
    times: dict[str, list[tuple[float, float]]] = {kind: [] for kind in questions}
    mixed = [(kind, words) for kind, asked in questions.items() for words in asked]
    random.Random(8).shuffle(mixed)
    for kind, words in mixed:
        began, busy = time.perf_counter(), time.process_time()
        if kind == "typing":
            await search.inline(_ACTOR, words, Place())
        else:
            await search(_ACTOR, words)
        times[kind].append((time.perf_counter() - began, time.process_time() - busy))
    return times


async def _fill(database: Database, chance: random.Random, words: list[str]) -> None:
    common = list(accumulate(1 / (rank + 6) for rank in range(len(words))))
    now = datetime.now(UTC)
    for start in range(1, STORIES + 1, CHUNK):
        numbers = range(start, start + CHUNK)
        stories = stage.story_rows(numbers, now)
        articles = stage.article_rows(numbers, now)
        for article in articles:
            said = chance.choices(words, cum_weights=common, k=TITLE + LEAD)
            article["title"], article["lead"] = " ".join(said[:TITLE]), " ".join(said[TITLE:])
        async with database.writing() as db:
            await db.session.execute(insert(StoryTable), stories)
            await db.session.execute(insert(ArticleTable), articles)
            told = await db.articles.of_stories([StoryId(number) for number in numbers])
            await db.searches.put([search_text(story, one) for story, one in told.items()])
