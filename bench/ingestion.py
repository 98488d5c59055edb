"""Entries a second the whole way, fetch to stored story, beside feedparser alone on the same bytes
(and without judging beside lemon24's reader, where it is installed).
"""

import time
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import feedparser

from accounts.actor import OPERATOR
from accounts.rights import Rights
from bench import stage
from bench.server import ENTRIES, FEEDS, feed
from common.clock import SystemClock
from model.news import Judgement
from news.collecting import CollectDue, CollectSource
from news.fetching import Fetcher
from news.judging import Judge, StemJudge
from news.managing import AddSource
from news.opml import Outline
from news.parsing import Body
from news.worker import ParserProcess

TOTAL = FEEDS * ENTRIES
_KEPT = Judgement(True, 1.0, (), (), ())
_DROPPED = Judgement(False, 0.0, (), (), ())


async def measure(url: str) -> dict[str, Any]:
    alone = _feedparser_alone()
    whole = await _ours(url, StemJudge())
    ours = await _ours(url, _keep)
    result: dict[str, Any] = {
        "bench": "ingestion",
        "ratio": round(whole / alone, 2),
        "aim": "whole_way_per_second >= 500",
        "whole_way_per_second": round(whole),
        "without_judging_per_second": round(ours),
        "feedparser_alone_per_second": round(alone),
    }
    if find_spec("reader") is None:
        return result | {"reader": "not installed"}
    theirs = _reader(url)
    return result | {"ratio_to_reader": round(ours / theirs, 2), "aim_to_reader": ">= 2"}


def _feedparser_alone() -> float:
    bodies = [feed(number) for number in range(FEEDS)]
    began = time.perf_counter()
    for body in bodies:
        feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)
    return TOTAL / (time.perf_counter() - began)


async def _ours(url: str, judge: Judge) -> float:
    clock, address = SystemClock(), urlsplit(url)
    allow = {(str(address.hostname), int(address.port or 0))}
    async with (
        stage.database() as database,
        Fetcher(clock, allow=allow, spacing=0) as fetch,
        ParserProcess() as parse,
    ):
        add = AddSource(database, Rights(frozenset()), clock)
        for number in range(FEEDS):
            await add(Outline(f"{url}/feeds/{number}", None), OPERATOR)
        await parse(Body(feed(0), "", url, "UTC", clock.now()))  # the child starts with the first
        collect = CollectSource(database, fetch, parse, judge, clock)
        began = time.perf_counter()
        results = await CollectDue(database, collect, clock)()
        taken = time.perf_counter() - began
        assert sum(result.new for result in results) == TOTAL, results
        return TOTAL / taken


def _keep(title: str, lead: str, language: str | None) -> Judgement:
    return _KEPT if "-7" in title else _DROPPED  # about one in ten, as of a real outlet


def _reader(url: str) -> float:
    from reader import make_reader  # type: ignore[import-not-found]

    with TemporaryDirectory() as folder:
        reader = make_reader(str(Path(folder) / "reader.db"))
        for number in range(FEEDS):
            reader.add_feed(f"{url}/feeds/{number}")
        began = time.perf_counter()
        reader.update_feeds()
        return TOTAL / (time.perf_counter() - began)
