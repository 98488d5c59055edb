"""The whole way in, over real HTTP and with the parser's own process."""

from sqlalchemy import select

from news.collecting import CollectDue, CollectSource
from news.fetching import Fetcher
from news.judging import stem_judge
from news.worker import ParserProcess
from storage.database import Database
from storage.tables import ArticleTable, SourceTable
from tests.clocks import ManualClock
from tests.news.outlets import add_source, rss, story
from tests.news.websites import website

PLANT = "Түркістан облысында жаңа зауыт ашылды"


async def test_from_a_website_into_the_store(database: Database) -> None:
    clock = ManualClock()
    async with (
        website() as site,
        Fetcher(clock, [site.address], spacing=0) as fetch,
        ParserProcess() as parse,
    ):
        site.gives(
            "/good", rss(story(PLANT, "/1", clock.now())), ETag='"v1"', Cache_Control="max-age=7200"
        )
        site.moves("/old", "/new")
        site.gives("/new", rss(story("Мектеп салынды", "/2")).decode().encode("utf-16"))
        site.gives("/page", "<!doctype html><html></html>")
        for path in ("/good", "/old", "/page", "/missing"):
            await add_source(database, clock, site.url(path))
        collect = CollectSource(database, fetch, parse, stem_judge(), clock)
        due = CollectDue(database, collect, clock)
        results = {result.url: result for result in await due()}
        clock.advance(7_200)
        again = {result.url: result for result in await due()}

    assert results[site.url("/good")].news == 1
    assert results[site.url("/new")].new == 1
    assert results[site.url("/page")].error == "a web page, not a feed"
    assert results[site.url("/missing")].error == "HTTP 404"
    assert again[site.url("/good")].error is None
    asked = [request for request in site.asked if request.path == "/good"]
    assert [request.headers.get("If-None-Match") for request in asked] == [None, '"v1"']
    assert site.paths.count("/old") == 1
    async with database.reading() as db:
        articles = list(
            await db.session.scalars(select(ArticleTable.link).order_by(ArticleTable.link))
        )
        urls = set(await db.session.scalars(select(SourceTable.url)))
    assert articles == [site.url("/1"), site.url("/2")]
    assert site.url("/new") in urls
