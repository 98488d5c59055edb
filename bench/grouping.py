"""Grouping new items against 50,000 stories, in seconds of one core; a ratio to a plain search.

The news are made up: words as unevenly common as in a language, names, places and figures; one
item in four retells an earlier one of the last hours, a third of it in other words.
"""

import asyncio
import itertools
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from rapidfuzz import fuzz, process

from news.grouper import Grouper
from news.signatures import signature
from news.vocabulary import data

WINDOW = 50_000
NEW = 4_000
SHARE_OF_RETELLINGS = 0.25
WORDS_OF_A_TITLE = 8
WORDS_OF_A_LEAD = 32
VOCABULARY = 30_000
RECENT = 1_500
"""Items of the last hours, which are retold."""
BEGAN = datetime(2026, 11, 20, tzinfo=UTC)
PLAINLY = 20
"""New items that are searched for the plain way: each title against every other."""

Item = tuple[str, str, datetime]


async def measure(_: str) -> dict[str, Any]:
    return await asyncio.to_thread(_measure)


def _measure() -> dict[str, Any]:
    items = list(itertools.islice(_news(random.Random(7)), WINDOW + NEW))
    grouper = Grouper()
    for item in items[:WINDOW]:
        grouper.add(signature(*item))
    began = time.process_time()
    stories = [grouper.add(signature(*item)) for item in items[WINDOW:]]
    ours = NEW / (time.process_time() - began)
    titles = [title for title, _, _ in items[:WINDOW]]
    began = time.process_time()
    for title, _, _ in items[WINDOW : WINDOW + PLAINLY]:
        process.extractOne(title, titles, scorer=fuzz.token_set_ratio)
    plain = PLAINLY / (time.process_time() - began)
    return {
        "bench": "grouping",
        "ratio": round(ours / plain, 1),
        "aim": "items_per_second >= 1000",
        "items_per_second": round(ours),
        "plain_items_per_second": round(plain),
        "window": WINDOW,
        "joined_share": round(1 - len(set(stories)) / NEW, 3),
    }


def _news(chance: random.Random) -> Iterator[Item]:
    concepts = [
        word for words in data("bilingual")["concepts"] for word in words if " " not in word
    ]
    places = [names[0].rstrip("=") for names in data("bilingual")["places"]]
    made = ("".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in itertools.count())
    words = [word.rstrip("*") for word in concepts] + list(itertools.islice(made, VOCABULARY))
    weights = list(itertools.accumulate(1 / (rank + 5) for rank in range(len(words))))
    told: list[list[str]] = []
    for number in itertools.count():
        if told and chance.random() < SHARE_OF_RETELLINGS:
            body = list(chance.choice(told[-RECENT:]))
            for place in chance.sample(range(len(body)), len(body) // 3):
                body[place] = chance.choices(words, cum_weights=weights)[0]
        else:
            count = WORDS_OF_A_TITLE + WORDS_OF_A_LEAD
            body = chance.choices(words, cum_weights=weights, k=count)
            body[2] = chance.choice(places).title()
            body[5] = chance.choice(words).title()
            body[12] = f"{chance.randint(1, 9999)} млн тенге"
        told.append(body)
        title = " ".join(body[:WORDS_OF_A_TITLE]).capitalize()
        hours = 72 * number / (WINDOW + NEW)
        yield title, " ".join(body[WORDS_OF_A_TITLE:]), BEGAN + timedelta(hours=hours)


_SYLLABLES = [one + two for one in "бвгджзклмнпрстх" for two in ("а", "о", "и", "ель", "ан", "ур")]
