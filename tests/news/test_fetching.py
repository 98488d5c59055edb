"""Fetching from a local website: what is asked, what is refused, what is a failure."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web
from yarl import URL

from news.addresses import is_public
from news.fetching import MAX_BYTES, USER_AGENT, Fetcher, FetchFailed, Page
from tests.clocks import ManualClock
from tests.news.websites import Website, website

PRIVATE = [
    "127.0.0.1",
    "10.1.1.1",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.1.1",
    "169.254.169.254",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "nonsense",
]
FEED = "<rss version='2.0'><channel/></rss>"


@pytest.fixture
async def site() -> AsyncIterator[Website]:
    async with website() as site:
        yield site


@pytest.fixture
async def fetch(site: Website) -> AsyncIterator[Fetcher]:
    async with Fetcher(ManualClock(), [site.address], spacing=0) as fetcher:
        yield fetcher


async def page(fetch: Fetcher, url: str) -> Page:
    found = await fetch(url)
    assert isinstance(found, Page)
    return found


async def failure(fetch: Fetcher, url: str) -> FetchFailed:
    found = await fetch(url)
    assert isinstance(found, FetchFailed)
    return found


async def test_a_page_comes_with_what_its_headers_say(site: Website, fetch: Fetcher) -> None:
    site.gives(
        "/feed",
        FEED,
        ETag='"1"',
        Last_Modified="Mon, 23 Nov 2026 00:00:00 GMT",
        Content_Type="application/rss+xml; charset=utf-8",
        Cache_Control="public, max-age=600",
        Age="100",
    )
    found = await page(fetch, site.url("/feed"))
    assert found.body == FEED.encode()
    assert (found.status, found.url, found.moved_to) == (200, site.url("/feed"), None)
    assert (found.etag, found.last_modified) == ('"1"', "Mon, 23 Nov 2026 00:00:00 GMT")
    assert found.content_type == "application/rss+xml; charset=utf-8"
    assert found.fresh_for == 500
    assert site.asked[0].headers["User-Agent"] == USER_AGENT


async def test_what_did_not_change_is_not_sent_again(site: Website, fetch: Fetcher) -> None:
    site.gives("/feed", FEED, ETag='"1"')
    found = await fetch(site.url("/feed"), etag='"1"', last_modified="yesterday")
    assert isinstance(found, Page)
    assert (found.status, found.body) == (304, None)
    assert site.asked[0].headers["If-Modified-Since"] == "yesterday"


async def test_a_304_nobody_asked_for_is_a_failure(site: Website, fetch: Fetcher) -> None:
    site.gives("/feed", status=304)
    assert (await failure(fetch, site.url("/feed"))).reason == "HTTP 304"


async def test_permanent_redirects_name_the_new_address(site: Website, fetch: Fetcher) -> None:
    site.moves("/a", "/b", 301)
    site.moves("/b", site.url("/c"), 308)
    site.gives("/c", FEED)
    found = await page(fetch, site.url("/a"))
    assert (found.url, found.moved_to) == (site.url("/c"), site.url("/c"))


async def test_after_a_passing_redirect_nothing_is_permanent(site: Website, fetch: Fetcher) -> None:
    site.moves("/a", "/b", 301)
    site.moves("/b", "/c", 302)
    site.moves("/c", "/d", 301)
    site.gives("/d", FEED)
    assert (await page(fetch, site.url("/a"))).moved_to == site.url("/b")
    assert (await page(fetch, site.url("/b"))).moved_to is None


async def test_five_redirects_are_followed_and_no_more(site: Website, fetch: Fetcher) -> None:
    for number in range(6):
        site.moves(f"/{number}", f"/{number + 1}", 302)
    site.gives("/6", FEED)
    assert (await page(fetch, site.url("/1"))).url == site.url("/6")
    assert (await failure(fetch, site.url("/0"))).reason == "more than 5 redirects"


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://a.example/", "gopher://x"])
async def test_a_redirect_off_the_web_is_refused(
    site: Website, fetch: Fetcher, target: str
) -> None:
    site.moves("/a", target)
    assert (await failure(fetch, site.url("/a"))).reason == "the address is not of the web"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::ffff:127.0.0.1]", "localhost", "0.0.0.0", "2130706433", "127.1"]
)
async def test_no_form_of_a_private_address_is_reached(site: Website, host: str) -> None:
    site.gives("/feed", FEED)
    async with Fetcher(ManualClock(), spacing=0) as fetch:
        await failure(fetch, f"http://{host}:{site.port}/feed")
    assert site.asked == []


async def test_a_redirect_to_a_private_address_is_refused(site: Website, fetch: Fetcher) -> None:
    site.moves("/a", f"http://localhost:{site.port}/secret")
    site.gives("/secret", "secret")
    assert (await failure(fetch, site.url("/a"))).reason == "the address is not public"
    assert site.paths == ["/a"]


@pytest.mark.parametrize(
    "address",
    PRIVATE,
)
def test_private_addresses_in_every_dress(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


async def test_gone_is_told_apart(site: Website, fetch: Fetcher) -> None:
    site.gives("/a", status=410)
    site.gives("/b", status=503, Retry_After="120")
    site.gives("/c", status=429, Retry_After="Mon, 23 Nov 2026 04:10:00 GMT")
    assert await fetch(site.url("/a")) == FetchFailed("HTTP 410", gone=True, status=410)
    assert await fetch(site.url("/b")) == FetchFailed("HTTP 503", retry_after=120, status=503)
    assert await fetch(site.url("/c")) == FetchFailed("HTTP 429", retry_after=600, status=429)
    assert await fetch(site.url("/d")) == FetchFailed("HTTP 404", status=404)


async def test_gzip_is_unpacked(site: Website, fetch: Fetcher) -> None:
    site.gives("/feed", gzip.compress(FEED.encode()), Content_Encoding="gzip")
    assert (await page(fetch, site.url("/feed"))).body == FEED.encode()


async def test_a_gzip_bomb_is_stopped_while_it_swells(site: Website, fetch: Fetcher) -> None:
    bomb = gzip.compress(b" " * (MAX_BYTES * 10))
    site.gives("/feed", bomb, Content_Encoding="gzip")
    assert (await failure(fetch, site.url("/feed"))).reason == "larger than 5 MiB"


async def test_broken_packing_is_a_failure(site: Website, fetch: Fetcher) -> None:
    site.gives("/feed", zlib.compress(b"x" * 999)[:-9] + b"garbage", Content_Encoding="gzip")
    assert "broke off" in (await failure(fetch, site.url("/feed"))).reason


async def test_an_answer_that_never_ends_is_timed_out(site: Website) -> None:
    async def forever(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await asyncio.Event().wait()
        return response

    site.answers("/feed", forever)
    timeout = aiohttp.ClientTimeout(total=0.2)
    async with Fetcher(ManualClock(), [site.address], spacing=0, timeout=timeout) as fetch:
        assert (await failure(fetch, site.url("/feed"))).reason == "timed out"


async def test_a_dropped_connection_is_a_failure(site: Website, fetch: Fetcher) -> None:
    async def drop(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    site.answers("/feed", drop)
    assert "broken answer" in (await failure(fetch, site.url("/feed"))).reason


async def test_nobody_listens(fetch: Fetcher) -> None:
    async with website() as gone:
        url, address = gone.url("/"), gone.address
    async with Fetcher(ManualClock(), [address], spacing=0) as fetcher:
        assert (await failure(fetcher, url)).reason == "cannot connect"


@pytest.mark.parametrize(
    "url", ["", "feed", "http://", "http://[::1", "http://a b/", "http://a:99999/"]
)
async def test_a_broken_address_is_a_failure(fetch: Fetcher, url: str) -> None:
    await failure(fetch, url)


@asynccontextmanager
async def spaced(site: Website) -> AsyncIterator[tuple[Fetcher, list[float]]]:
    """A fetcher with a second between requests to a host, and the waits it made."""
    clock, waits = ManualClock(), list[float]()

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        clock.advance(seconds)

    async with Fetcher(clock, [site.address], sleep=sleep, spacing=1.0) as fetcher:
        yield fetcher, waits


async def test_one_host_is_not_hurried(site: Website) -> None:
    async with spaced(site) as (fetch, waits):
        for _ in range(3):
            await fetch(site.url("/feed"))
    assert waits == [1.0, 1.0]


async def test_another_host_does_not_wait(site: Website) -> None:
    async with website() as other, spaced(site) as (fetch, waits):
        await fetch(site.url("/feed"))
        await fetch(str(URL(other.url("/feed"))))
    assert waits == []
