"""The article behind a link: how politely it is asked for, and what comes of what sites send."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest
from aiohttp import web

from common.worker import WorkFailed
from model.news import Entry
from news.fetching import Fetcher
from news.full_text import FullText, NoFullText, ReadFullText, completed, wants_full_text
from news.worker import ParserProcess
from tests.clocks import ManualClock
from tests.news.websites import Website, website

T = TypeVar("T")
PARAGRAPH = (
    "В индустриальной зоне Түркістан запущен завод по переработке хлопка. "
    "Инвестор вложил 3 млрд тенге, создано 120 рабочих мест. "
)
ARTICLE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Завод — Новости</title>
<meta property="og:title" content="В Туркестане запущен завод">
<meta property="og:image" content="/i/1.jpg">
<meta property="article:published_time" content="2026-11-20T10:00:00+05:00"></head>
<body><nav><a href="/">Главная</a><a href="/all">Все новости</a></nav>
<article><h1>Завод</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH * 2}</p></article>
<footer>© Газета, 2026</footer></body></html>"""
HTML = "text/html; charset=utf-8"
NO_PAGE = "no web page: application/octet-stream"


class Here:
    """Runs in this process what the parser's process would, and remembers whether it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def __call__(self, function: Callable[..., T], *arguments: Any) -> T | WorkFailed:
        self.asked.append(function.__name__)
        return function(*arguments)


class Reader:
    def __init__(self, site: Website, fetch: Fetcher, clock: ManualClock) -> None:
        self.site, self.clock, self.run = site, clock, Here()
        self.slept: list[float] = []
        self.read = ReadFullText(fetch, self.run, clock, sleep=self.sleep, seconds=1.0)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.clock.advance(seconds)

    async def __call__(self, path: str) -> FullText | NoFullText:
        return await self.read(self.site.url(path), "Asia/Almaty")

    async def refusal(self, path: str) -> tuple[str, bool]:
        found = await self(path)
        assert isinstance(found, NoFullText), found
        return found.reason, found.is_final


@pytest.fixture
async def site() -> AsyncIterator[Website]:
    async with website() as site:
        site.gives("/1", ARTICLE, Content_Type=HTML)
        yield site


@pytest.fixture
async def reader(site: Website) -> AsyncIterator[Reader]:
    clock = ManualClock()
    async with Fetcher(clock, [site.address], spacing=0) as fetch:
        yield Reader(site, fetch, clock)


def entry(title: str = "Завод", lead: str = "", link: str | None = "/1", day: int = 1) -> Entry:
    return Entry(None, link, title, lead, datetime(2026, 11, day, tzinfo=UTC))


async def test_an_article_is_read(reader: Reader) -> None:
    found = await reader("/1")
    assert isinstance(found, FullText)
    assert "3 млрд тенге" in found.text
    assert "Все новости" not in found.text
    assert found.title == "В Туркестане запущен завод"
    assert found.image == reader.site.url("/i/1.jpg")
    assert found.published == datetime(2026, 11, 20, 5, tzinfo=UTC)


async def test_robots_txt_is_obeyed_and_asked_once(site: Website, reader: Reader) -> None:
    site.gives("/robots.txt", "User-agent: *\nDisallow: /private\nAllow: /")
    site.gives("/private/1", ARTICLE, Content_Type=HTML)
    assert await reader.refusal("/private/1") == ("robots.txt does not allow it", True)
    assert isinstance(await reader("/1"), FullText)
    assert site.paths == ["/robots.txt", "/1"]
    assert site.asked[0].headers["User-Agent"].startswith("Keruen/")


async def test_what_robots_txt_says_to_us_comes_before_what_it_says_to_all(
    site: Website, reader: Reader
) -> None:
    site.gives("/robots.txt", "User-agent: *\nAllow: /\n\nUser-agent: keruen\nDisallow: /")
    assert await reader.refusal("/1") == ("robots.txt does not allow it", True)


@pytest.mark.parametrize("status", [401, 403, 404, 410])
async def test_no_robots_txt_allows_everything(site: Website, reader: Reader, status: int) -> None:
    site.gives("/robots.txt", status=status)
    assert isinstance(await reader("/1"), FullText)


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_site_that_cannot_say_is_left_alone_for_now(
    site: Website, reader: Reader, status: int
) -> None:
    site.gives("/robots.txt", status=status)
    assert await reader.refusal("/1") == (f"robots.txt: HTTP {status}", False)
    site.gives("/robots.txt", "")
    assert (await reader.refusal("/1"))[1] is False
    reader.clock.advance(16 * 60)
    assert isinstance(await reader("/1"), FullText)
    assert site.paths == ["/robots.txt", "/robots.txt", "/1"]


async def test_the_pause_that_is_wanted_is_kept(site: Website, reader: Reader) -> None:
    site.gives("/robots.txt", "User-agent: *\nCrawl-delay: 12")
    site.gives("/2", ARTICLE, Content_Type=HTML)
    await reader("/1")
    reader.clock.advance(2)
    await reader("/2")
    assert reader.slept == [10]


async def test_a_site_that_wants_a_long_pause_is_not_read(site: Website, reader: Reader) -> None:
    site.gives("/robots.txt", "User-agent: *\nCrawl-delay: 3600")
    assert await reader.refusal("/1") == (
        "robots.txt wants 3600 seconds between two requests",
        True,
    )
    assert site.paths == ["/robots.txt"]


async def hang(_: web.Request) -> web.StreamResponse:
    await asyncio.sleep(60)
    return web.Response()


async def test_a_page_that_hangs_is_given_up(site: Website, reader: Reader) -> None:
    site.answers("/slow", hang)
    assert await reader.refusal("/slow") == ("timed out", False)


async def test_a_bomb_is_not_unpacked(site: Website, reader: Reader) -> None:
    bomb = gzip.compress(b"<html>" + b" " * 50_000_000)
    site.gives("/bomb", bomb, Content_Type=HTML, Content_Encoding="gzip")
    assert await reader.refusal("/bomb") == ("larger than 5 MiB", True)


async def test_a_page_too_large_is_not_read(site: Website, reader: Reader) -> None:
    site.gives("/large", ARTICLE + "x" * 3_000_000, Content_Type=HTML)
    assert await reader.refusal("/large") == ("larger than 2 MiB", True)
    assert "extract" not in reader.run.asked


@pytest.mark.parametrize(
    ("body", "content_type", "reason"),
    [
        (ARTICLE, "application/pdf", "no web page: application/pdf"),
        (ARTICLE, "image/png", "no web page: image/png"),
        (b"\x00\x01\x02" * 1000, "application/octet-stream; x", NO_PAGE),
        ("", HTML, "no article on the page"),
        ("<html></html>", HTML, "no article on the page"),
        ("<div><p><<<<>>>&&&;" * 500, HTML, None),
        (bytes(range(256)) * 200, HTML, None),
        ("<div>" * 20_000, HTML, "no article on the page"),
        ('<?xml version="1.0" encoding="koi8-r"?><html><body/></html>', HTML, None),
    ],
)
async def test_what_is_no_article_is_a_reason(
    site: Website, reader: Reader, body: str | bytes, content_type: str, reason: str | None
) -> None:
    site.gives("/x", body, Content_Type=content_type)
    found = await reader("/x")
    assert isinstance(found, NoFullText) or reason is None
    assert reason is None or found == NoFullText(reason)


async def test_an_old_encoding_is_read(site: Website, reader: Reader) -> None:
    site.gives("/old", ARTICLE.encode("cp1251", "replace"), Content_Type="text/html")
    found = await reader("/old")
    assert isinstance(found, FullText)
    assert "3 млрд тенге" in found.text


@pytest.mark.parametrize("link", ["ftp://news.example/", "file:///etc/passwd", "", "http://[::1"])
async def test_only_the_web_is_asked(reader: Reader, link: str) -> None:
    assert isinstance(await reader.read(link, "Asia/Almaty"), NoFullText)
    assert reader.site.asked == []


async def test_a_private_address_is_refused(site: Website, reader: Reader) -> None:
    found = await reader.read("http://127.0.0.2:1/", "Asia/Almaty")
    assert found == NoFullText("robots.txt: the address is not public", is_final=False)
    site.moves("/away", "http://127.0.0.2:1/secret", 302)
    assert await reader.refusal("/away") == ("the address is not public", False)


async def test_a_redirect_needs_the_permission_of_where_it_leads(
    site: Website, reader: Reader
) -> None:
    site.gives("/robots.txt", "User-agent: *\nDisallow: /private")
    site.gives("/private/1", ARTICLE, Content_Type=HTML)
    site.moves("/short", "/private/1", 302)
    assert await reader.refusal("/short") == ("robots.txt does not allow it", True)
    assert "extract" not in reader.run.asked


async def test_what_is_gone_is_not_asked_for_again_today(site: Website, reader: Reader) -> None:
    for _ in range(3):
        assert await reader.refusal("/gone") == ("HTTP 404", True)
    assert site.paths.count("/gone") == 1
    reader.clock.advance(13 * 3600)
    await reader.refusal("/gone")
    assert site.paths.count("/gone") == 2


async def test_a_few_for_each_poll_the_newest_first(site: Website, reader: Reader) -> None:
    entries = [entry(link=site.url(f"/{day}"), day=day) for day in range(1, 6)]
    entries.append(entry(lead="я" * 200, link=site.url("/told"), day=9))
    found = await reader.read.some(entries, "Asia/Almaty", at_most=2)
    assert list(found) == [site.url("/5"), site.url("/4")]
    found = await reader.read.some(entries, "Asia/Almaty", at_most=2)  # those are known by now
    assert list(found)[2:] == [site.url("/3"), site.url("/2")]


async def test_a_site_that_fails_is_not_asked_on(site: Website, reader: Reader) -> None:
    site.gives("/5", status=503)
    entries = [entry(link=site.url(f"/{day}"), day=day) for day in range(1, 6)]
    assert list(await reader.read.some(entries, "Asia/Almaty")) == [site.url("/5")]


@pytest.mark.parametrize(
    ("title", "lead", "is_wanted"),
    [
        ("Завод", "", True),
        ("Завод", "Коротко.", True),
        ("Завод", "я" * 160, False),
        ("ЗАВОД " * 40, "завод " * 40, True),
    ],
)
def test_a_line_is_not_enough(title: str, lead: str, is_wanted: bool) -> None:
    assert wants_full_text(entry(title, lead)) is is_wanted
    assert wants_full_text(entry(title, lead, link=None)) is False


def test_only_what_has_no_title_is_told_by_its_page() -> None:
    page = FullText(
        "я" * 1_000, "Заголовок", "https://a.example/i", datetime(2026, 1, 1, tzinfo=UTC)
    )
    filled = completed(entry(title=""), page)
    assert (filled.title, filled.published) == ("Заголовок", page.published)
    assert len(filled.summary) <= 300
    kept = completed(entry(lead="Лид"), page)
    assert (kept.title, kept.summary, kept.image) == ("Завод", "Лид", page.image)
    assert kept.published == entry().published


async def test_in_the_parsers_process(site: Website) -> None:
    clock = ManualClock()
    site.gives("/robots.txt", "User-agent: *\nAllow: /")
    async with Fetcher(clock, [site.address], spacing=0) as fetch, ParserProcess() as parser:
        found = await ReadFullText(fetch, parser.run, clock)(site.url("/1"), "Asia/Almaty")
    assert isinstance(found, FullText), found


def never_end(*_: object) -> None:
    asyncio.run(asyncio.sleep(60))


async def test_an_extraction_that_hangs_is_killed() -> None:
    async with ParserProcess(seconds=1.0) as parser:
        assert await parser.run(never_end) == WorkFailed("the parser took more than 1 seconds")
        assert await parser.run(len, "ab") == 2
