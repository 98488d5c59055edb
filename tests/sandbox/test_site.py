"""The sample feeds: read by the product's own parser, changing, polite."""

import codecs
from datetime import UTC, datetime

import aiohttp
import pytest

from news.judging import StemJudge
from news.parsing import Body, parse
from sandbox.site import Site


@pytest.fixture
async def site() -> object:
    async with Site(interval=None) as site:
        yield site


async def test_every_feed_is_read_and_most_of_it_is_ours(site: Site) -> None:
    judge, kept, total = StemJudge(), 0, 0
    async with aiohttp.ClientSession() as session:
        for feed in site.feeds:
            async with session.get(feed.url) as response:
                content = await response.read()
                body = Body(content, response.content_type, feed.url, "Asia/Almaty", _now())
            parsed = parse(body)
            assert parsed.reason is None
            assert len(parsed.entries) == len(feed.items)
            assert codecs.lookup(parsed.encoding or "").name == codecs.lookup(feed.encoding).name
            for entry in parsed.entries:
                total += 1
                kept += judge(entry.title, entry.summary, feed.language).kept
    assert total / 2 < kept < total, "some of it must not be ours, or choosing cannot be seen"


async def test_a_released_item_changes_the_feed(site: Site) -> None:
    async with aiohttp.ClientSession() as session:
        item = site.release_next()
        assert item is not None
        outlet = next(feed for feed in site.feeds if item in feed.items)
        async with session.get(outlet.url) as response:
            etag = response.headers["ETag"]
        async with session.get(outlet.url, headers={"If-None-Match": etag}) as response:
            assert response.status == 304
        while site.release_next():
            pass
        async with session.get(outlet.url, headers={"If-None-Match": etag}) as response:
            assert response.status == 200


async def test_an_item_has_a_page(site: Site) -> None:
    item = site.feeds[0].items[0]
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{site.url}/news/{item['number']}") as response,
    ):
        assert item["title"] in await response.text()


def _now() -> datetime:
    return datetime.now(UTC)
