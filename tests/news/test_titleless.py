"""Pages that a sitemap names by address alone: read once, and again when they change."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from model.ids import SourceId
from model.news import Entry, SourceKind
from news.collecting import CollectSource
from news.extracting import FullText
from news.full_text import NoFullText, ReadFullText
from news.judging import stem_judge
from storage.database import Database
from tests.clocks import ManualClock
from tests.news.makers import source
from tests.news.outlets import Outlets, parse_here

SITEMAP = "https://news.example/sitemap.xml"
PLANT = "В Кентау открыт завод трансформаторов"
LEAD = "В Туркестанской области инвестор вложил 5 млрд тенге."
HOUR = 3600.0


class Pages(ReadFullText):
    """Pages without a site, and which of them were read."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.title = PLANT

    async def some(
        self, entries: Sequence[Entry], timezone: str, at_most: int = 10
    ) -> dict[str, FullText | NoFullText]:
        links = [entry.link or "" for entry in entries]
        self.read += links
        return {link: FullText(LEAD, self.title, None, None) for link in links}


class Outlet:
    """A source that is a sitemap, and what is read of it."""

    def __init__(self, database: Database, clock: ManualClock) -> None:
        self.database, self.clock = database, clock
        self.pages, self.outlets = Pages(), Outlets()
        self.collect = CollectSource(
            database, self.outlets, parse_here, stem_judge(), clock, read_full_text=self.pages
        )

    async def is_added(self) -> SourceId:
        shown = source(
            url=SITEMAP, kind=SourceKind.SITEMAP, reads_full_text=True, added_at=self.clock.now()
        )
        async with self.database.writing() as db:
            self.source = await db.sources.add(replace(shown, succeeded_at=None))
        return self.source

    async def is_polled(self, changed_at: datetime) -> tuple[int, int, int]:
        """New, updated, unchanged."""
        address = f"<loc>https://news.example/1</loc><lastmod>{changed_at.isoformat()}</lastmod>"
        self.outlets.give(
            SITEMAP,
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>{address}</url>'
            "</urlset>".encode(),
        )
        came = await self.collect(self.source)
        assert came.error is None
        return came.new, came.updated, came.unchanged


@pytest.fixture
async def outlet(database: Database) -> Outlet:
    outlet = Outlet(database, ManualClock())
    await outlet.is_added()
    return outlet


async def test_a_page_is_read_once(outlet: Outlet) -> None:
    before = outlet.clock.now() - timedelta(hours=1)
    assert await outlet.is_polled(before) == (1, 0, 0)
    outlet.clock.advance(HOUR)
    assert await outlet.is_polled(before) == (0, 0, 1)
    assert outlet.pages.read == ["https://news.example/1"]


async def test_a_page_that_changed_is_read_again_and_its_story_put_right(outlet: Outlet) -> None:
    await outlet.is_polled(outlet.clock.now())
    outlet.clock.advance(HOUR)
    outlet.pages.title = PLANT.replace("завод", "большой завод")
    assert await outlet.is_polled(outlet.clock.now()) == (0, 1, 0)
    assert len(outlet.pages.read) == 2


async def test_a_page_that_is_dated_anew_each_time_is_read_now_and_then(outlet: Outlet) -> None:
    for _ in range(14):
        await outlet.is_polled(outlet.clock.now())
        outlet.clock.advance(HOUR)
    assert len(outlet.pages.read) == 1 + 3
