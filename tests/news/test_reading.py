"""Sitemaps, their indexes and section pages, over a local website."""

import gzip
from collections.abc import AsyncIterator

import pytest

from model.news import PageRule, SourceKind
from news.fetching import Fetcher, FetchFailed
from news.parsing import Body, parse
from news.reading import Ask, Reading, ReadSource
from news.sitemaps import MAX_INFLATED, promising
from tests.clocks import ManualClock
from tests.news.outlets import parse_here
from tests.news.websites import Website, website

SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'


def index(*children: str) -> str:
    listed = "".join(f"<sitemap>{child}</sitemap>" for child in children)
    return f"<sitemapindex>{listed}</sitemapindex>"


def news(number: int, date: str = "2026-11-20") -> str:
    return (
        f"<url><loc>https://news.example/{number}</loc><n:news xmlns:n='urn:n'>"
        f"<n:title>Новость {number}</n:title><n:publication_date>{date}</n:publication_date>"
        "</n:news></url>"
    )


def sitemap(content: bytes) -> Body:
    url, now = "https://news.example/sitemap.xml", ManualClock().now()
    return Body(content, "", url, "Asia/Almaty", now, SourceKind.SITEMAP)


@pytest.fixture
async def site() -> AsyncIterator[Website]:
    async with website() as site:
        yield site


@pytest.fixture
async def read(site: Website) -> AsyncIterator[ReadSource]:
    clock = ManualClock()
    async with Fetcher(clock, [site.address], spacing=0) as fetch:
        yield ReadSource(fetch, parse_here, clock)


def ask(site: Website, path: str = "/sitemap.xml") -> Ask:
    return Ask(site.url(path), SourceKind.SITEMAP)


def titles(found: Reading | FetchFailed) -> list[str]:
    assert isinstance(found, Reading), found
    assert found.feed is not None
    return [entry.title for entry in found.feed.entries]


async def test_of_an_index_the_news_sitemaps_are_read(site: Website, read: ReadSource) -> None:
    site.gives(
        "/sitemap.xml",
        index("<loc>/posts.xml</loc>", "<loc>/news-1.xml</loc>", "<loc>/news-2.xml</loc>"),
        ETag='"1"',
    )
    site.gives("/news-1.xml", SITEMAP.format(news(1) + news(2)))
    site.gives("/news-2.xml", SITEMAP.format(news(2) + news(3)))
    found = await read(ask(site))
    assert sorted(titles(found)) == ["Новость 1", "Новость 2", "Новость 3"]
    assert isinstance(found, Reading)
    assert found.page.etag is None  # or an unchanged index would hide what its children got
    assert site.paths == ["/sitemap.xml", "/news-2.xml", "/news-1.xml"]


async def test_three_children_at_most_the_newest_first(site: Website, read: ReadSource) -> None:
    months = [f"<loc>/{n}.xml</loc><lastmod>2026-{n:02}-01</lastmod>" for n in range(1, 12)]
    site.gives("/sitemap.xml", index(*months))
    for n in range(1, 12):
        site.gives(f"/{n}.xml", SITEMAP.format(news(n)))
    assert len(titles(await read(ask(site)))) == 3
    assert site.paths == ["/sitemap.xml", "/11.xml", "/10.xml", "/9.xml"]


async def test_a_child_that_fails_is_left_out(site: Website, read: ReadSource) -> None:
    site.gives("/sitemap.xml", index("<loc>/a.xml</loc>", "<loc>/b.xml</loc>"))
    site.gives("/b.xml", SITEMAP.format(news(1)))
    assert titles(await read(ask(site))) == ["Новость 1"]


async def test_where_all_children_fail_the_source_fails(site: Website, read: ReadSource) -> None:
    site.gives("/sitemap.xml", index("<loc>/a.xml</loc>"))
    site.gives("/a.xml", status=410)
    found = await read(ask(site))
    assert isinstance(found, FetchFailed)
    assert (found.reason, found.gone) == ("a sitemap of the index: HTTP 410", False)


async def test_a_child_on_a_private_address_is_refused(site: Website, read: ReadSource) -> None:
    site.gives("/sitemap.xml", index("<loc>http://127.0.0.2:1/news.xml</loc>"))
    found = await read(ask(site))
    assert isinstance(found, FetchFailed)
    assert found.reason == "a sitemap of the index: the address is not public"


async def test_an_index_that_names_itself_ends(site: Website, read: ReadSource) -> None:
    site.gives("/sitemap.xml", index("<loc>/again.xml</loc>"))
    site.gives("/again.xml", index("<loc>/sitemap.xml</loc>"))
    assert await read(ask(site)) == FetchFailed("a sitemap index within a sitemap index")
    assert len(site.asked) == 2


async def test_a_packed_sitemap(site: Website, read: ReadSource) -> None:
    packed = gzip.compress(SITEMAP.format(news(1)).encode())
    site.gives("/sitemap.xml", packed, Content_Type="application/gzip")
    assert titles(await read(ask(site))) == ["Новость 1"]


async def test_what_did_not_change_is_not_read(site: Website, read: ReadSource) -> None:
    site.gives("/sitemap.xml", SITEMAP.format(news(1)), ETag='"1"')
    found = await read(Ask(site.url("/sitemap.xml"), SourceKind.SITEMAP, etag='"1"'))
    assert isinstance(found, Reading)
    assert found.feed is None


async def test_a_page_is_read_by_its_rule(site: Website, read: ReadSource) -> None:
    site.gives("/news/", "<li><a href='1'>Один</a></li><li><a href='/2'>Два</a></li>")
    rule = PageRule("li", "a", "a")
    found = await read(Ask(site.url("/news/"), SourceKind.PAGE, rule))
    assert titles(found) == ["Один", "Два"]
    assert isinstance(found, Reading)
    assert found.feed is not None
    assert [entry.link for entry in found.feed.entries] == [site.url("/news/1"), site.url("/2")]


@pytest.mark.parametrize(
    ("kind", "body", "reason"),
    [
        (SourceKind.SITEMAP, "<html><body>x", "a web page, not a sitemap"),
        (SourceKind.SITEMAP, "<rss version='2.0'/>", "a feed, not a sitemap"),
        (SourceKind.SITEMAP, "hello", "not a sitemap"),
        (SourceKind.SITEMAP, "", "the body is empty"),
        (SourceKind.FEED, SITEMAP.format(news(1)), "a sitemap, not a feed"),
        (SourceKind.PAGE, "no markup at all", "not a web page"),
        (SourceKind.PAGE, "<p>x</p>", "nothing on the page is 'li'"),
        (SourceKind.PAGE, "<li>x</li>", "1 items on the page, none with title and link"),
    ],
)
async def test_another_thing_is_a_failure_that_says_what_it_is(
    site: Website, read: ReadSource, kind: SourceKind, body: str, reason: str
) -> None:
    site.gives("/x", body)
    rule = PageRule("li", "a", "a") if kind is SourceKind.PAGE else None
    assert await read(Ask(site.url("/x"), kind, rule)) == FetchFailed(reason)


def test_of_a_bomb_only_the_beginning_is_unpacked() -> None:
    bomb = gzip.compress(
        SITEMAP.partition("{")[0].encode() + news(1).encode() + b" " * (5 * MAX_INFLATED)
    )
    assert len(bomb) < 200_000
    assert [entry.title for entry in parse(sitemap(bomb)).entries] == ["Новость 1"]


def test_a_packed_sitemap_that_broke_off_is_read_as_far_as_it_goes() -> None:
    whole = gzip.compress(SITEMAP.format("".join(map(news, range(500)))).encode(), 1)
    found = parse(sitemap(whole[: len(whole) // 2]))
    assert 50 < len(found.entries) < 500


def test_of_a_huge_sitemap_the_newest_are_kept() -> None:
    days = [f"2026-{1 + n // 100:02}-{1 + n % 28:02}T10:00:00Z" for n in range(1100)]
    old = "".join(news(n, date) for n, date in enumerate(days))
    found = parse(sitemap(SITEMAP.format(old).encode()))
    assert len(found.entries) == 1_000
    assert min(str(entry.published) for entry in found.entries) > "2026-01-28"


def test_no_entity_is_expanded_and_no_file_is_read() -> None:
    bomb = (
        '<!DOCTYPE urlset [<!ENTITY a "xx"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "/etc/passwd">]>'
    )
    body = bomb + SITEMAP.format(
        "<url><loc>https://news.example/&b;c</loc><news><title>t &b; &f;</title></news></url>"
    )
    (entry,) = parse(sitemap(body.encode())).entries
    assert (entry.title, entry.link) == ("t &b; &f;", "https://news.example/&b;c")


def test_lists_without_articles_come_last() -> None:
    names = ["tag-sitemap.xml", "page-sitemap9.xml", "post-sitemap1.xml", "post-sitemap2.xml"]
    locs = [f"<loc>https://a.example/{name}</loc>" for name in names]
    found = promising(parse(sitemap(index(*locs).encode())))
    assert [link.rsplit("/", 1)[1] for link in found[:2]] == [
        "post-sitemap2.xml",
        "post-sitemap1.xml",
    ]
