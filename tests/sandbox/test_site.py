"""The sample feeds: read by the product's own parser, changing, polite."""

import asyncio
import codecs
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from model.news import ParsedFeed
from news.judging import stem_judge
from news.parsing import Body, parse
from sandbox.site import Item, Outlet, Site


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with Site(interval=None) as site:
        yield site


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def read(http: aiohttp.ClientSession, feed: Outlet) -> ParsedFeed:
    async with http.get(feed.url) as response:
        content = await response.read()
    body = Body(content, response.content_type, feed.url, "Asia/Almaty", datetime.now(UTC))
    return parse(body)


def all_released(site: Site) -> list[Item]:
    return list(iter(site.release_next, None))


async def test_every_feed_is_read_as_it_was_written(
    site: Site, http: aiohttp.ClientSession
) -> None:
    all_released(site)
    day_ago = datetime.now(UTC) - timedelta(days=1)
    for feed in site.feeds:
        parsed = await read(http, feed)
        assert parsed.reason is None
        assert [entry.title for entry in parsed.entries] == [item.title for item in feed.items]
        assert codecs.lookup(parsed.encoding or "").name == codecs.lookup(feed.encoding).name
        for entry, item in zip(parsed.entries, feed.items, strict=True):
            assert entry.summary == item.lead
            assert entry.published is not None
            assert entry.published >= day_ago


async def test_there_is_something_to_choose_from(site: Site) -> None:
    all_released(site)
    judge = stem_judge()
    items = [(feed, item) for feed in site.feeds for item in feed.items]
    kept = [item for feed, item in items if judge(item.title, item.lead, feed.language).kept]
    assert len(items) >= 30
    assert len(items) / 2 < len(kept) < len(items), "some of it must not be ours"
    told_twice = [title for title, n in Counter(item.title for _, item in items).items() if n > 1]
    assert len(told_twice) >= 3
    languages = Counter(feed.language for feed in site.feeds)
    assert languages == {"ru": 3, "kk": 2, "en": 1, "zh": 1}
    assert {feed.format for feed in site.feeds} == {"rss", "atom"}


async def test_there_is_something_to_review_in_both_languages(site: Site) -> None:
    """From the start, and some of it below the threshold: readers do not see it yet."""
    judge = stem_judge()
    found = [
        (feed.language, judge(item.title, item.lead, feed.language))
        for feed in site.feeds
        for item in feed.items
    ]
    doubtful = [(language, said.kept) for language, said in found if said.in_doubt]
    assert {language for language, _ in doubtful} == {"ru", "kk"}
    assert {kept for _, kept in doubtful} == {True, False}


async def test_waiting_news_comes_out_by_turns(site: Site) -> None:
    shown = {item.number for feed in site.feeds for item in feed.items}
    released = all_released(site)
    assert [item.turn for item in released] == sorted(item.turn for item in released)
    assert shown.isdisjoint(item.number for item in released)
    assert site.release_next() is None


async def test_news_comes_out_by_itself() -> None:
    released = asyncio.Event()

    class Telling(Site):
        def release_next(self) -> Item | None:
            released.set()
            return super().release_next()

    async with Telling(interval=0.001):
        await asyncio.wait_for(released.wait(), 5)


async def test_an_unchanged_feed_is_not_sent_again(site: Site, http: aiohttp.ClientSession) -> None:
    first = next(iter(site.feeds))
    async with http.get(first.url) as response:
        etag, changed = response.headers["ETag"], response.headers["Last-Modified"]
    for known in ({"If-None-Match": etag}, {"If-Modified-Since": changed}):
        async with http.get(first.url, headers=known) as response:
            assert response.status == 304
            assert await response.read() == b""
    all_released(site)
    for known in ({"If-None-Match": etag}, {"If-Modified-Since": changed}):
        async with http.get(first.url, headers=known) as response:
            assert response.status == 200


async def test_an_item_has_a_page(site: Site, http: aiohttp.ClientSession) -> None:
    item = next(item for item in site.feeds[0].items if len(item.paragraphs) > 1)
    async with http.get(f"{site.url}/news/{item.number}") as response:
        text = await response.text()
    assert all(part in text for part in (item.title, *item.paragraphs))


async def test_what_waits_has_no_page_yet(site: Site, http: aiohttp.ClientSession) -> None:
    waiting = site.feeds[0].waiting[0]
    async with http.get(f"{site.url}/news/{waiting.number}") as response:
        assert response.status == 404
