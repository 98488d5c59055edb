"""The parser's process: hung, killed, broken, closed."""

import asyncio
import os
import signal
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from common.worker import WorkFailed
from model.news import ParsedFeed
from news.parsing import Body, parse
from news.worker import ParserProcess

FEED = b"<rss version='2.0'><channel><item><title>t</title></item></channel></rss>"


def body(content: bytes = FEED) -> Body:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    return Body(content, "", "https://news.example/", "Asia/Almaty", now)


def obey(body: Body) -> ParsedFeed:
    """A parser that does what the body says."""
    if body.content == b"hang":
        threading.Event().wait()
    if body.content == b"die":
        os._exit(3)
    if body.content == b"break":
        raise ValueError("broken")
    if body.content == b"who":
        return ParsedFeed(str(os.getpid()), None, "", ())
    return parse(body)


@asynccontextmanager
async def parser(seconds: float = 20.0) -> AsyncIterator[ParserProcess]:
    async with ParserProcess(obey, seconds) as process:
        yield process


async def test_a_body_is_parsed_elsewhere() -> None:
    async with parser() as process:
        feed = await process(body())
        who = await process(body(b"who"))
    assert isinstance(feed, ParsedFeed)
    assert [entry.title for entry in feed.entries] == ["t"]
    assert isinstance(who, ParsedFeed)
    assert who.format != str(os.getpid())


async def test_one_that_hangs_is_one_failure_and_the_others_are_parsed() -> None:
    async with parser(seconds=1.0) as process:
        hung, *others = await asyncio.gather(
            process(body(b"hang")), process(body()), process(body())
        )
    assert hung == WorkFailed("the parser took more than 1 seconds")
    assert all(isinstance(other, ParsedFeed) for other in others)


async def test_one_that_kills_the_worker_is_one_failure_and_the_others_are_parsed() -> None:
    async with parser() as process:
        died, *others = await asyncio.gather(
            process(body(b"die")), process(body()), process(body())
        )
    assert died == WorkFailed("the parser died")
    assert all(isinstance(other, ParsedFeed) for other in others)


async def test_an_idle_worker_that_was_killed_costs_at_most_one() -> None:
    async with parser() as process:
        who = await process(body(b"who"))
        assert isinstance(who, ParsedFeed)
        os.kill(int(who.format or 0), signal.SIGKILL)
        await process(body())
        assert isinstance(await process(body()), ParsedFeed)


async def test_one_that_breaks_keeps_the_worker() -> None:
    async with parser() as process:
        first = await process(body(b"who"))
        broke = await process(body(b"break"))
        second = await process(body(b"who"))
    assert broke == WorkFailed("the parser broke: ValueError: broken")
    assert first == second


async def test_a_wait_given_up_frees_the_worker() -> None:
    async with parser() as process:
        await process(body())
        waiting = asyncio.create_task(process(body(b"hang")))
        await asyncio.sleep(0)  # it begins
        waiting.cancel()
        await asyncio.wait([waiting])
        assert waiting.cancelled()
        assert isinstance(await process(body()), ParsedFeed | WorkFailed)
        assert isinstance(await process(body()), ParsedFeed)


async def test_a_wait_given_up_before_the_worker_stands() -> None:
    async with parser() as process:
        waiting = asyncio.create_task(process(body(b"hang")))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait([waiting])
        assert waiting.cancelled()
        assert isinstance(await process(body()), ParsedFeed)


async def test_closing_in_the_middle_ends_everything() -> None:
    async with parser() as process:
        await process(body())
        waiting = asyncio.create_task(process(body(b"hang")))
        await asyncio.sleep(0)  # it begins
        await process.close()
        assert await waiting == WorkFailed("given up")
        assert await process(body()) == WorkFailed("the parser is closed")
