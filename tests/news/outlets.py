"""Outlets without a network: what they publish, and how they fail."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.utils import format_datetime
from html import escape
from typing import Any, TypeVar

from model.ids import SourceId
from model.news import ParsedFeed
from news.collecting import CollectSource, Tell, tell_nobody
from news.fetching import FetchFailed, Page
from news.judging import stem_judge
from news.parsing import Body, parse
from storage.database import Database
from tests.clocks import ManualClock
from tests.news.makers import source

T = TypeVar("T")

PAGE = Page(
    status=200,
    body=b"",
    url="",
    moved_to=None,
    etag='"1"',
    last_modified=None,
    content_type="application/rss+xml",
    retry_after=None,
    fresh_for=None,
)


def rss(*items: str, title: str = "Жаңалық") -> bytes:
    feed = f"<rss version='2.0'><channel><title>{title}</title>{''.join(items)}</channel></rss>"
    return feed.encode()


def story(title: str, link: str, published: datetime | None = None, guid: str | None = None) -> str:
    """An item of a feed, as XML."""
    date = f"<pubDate>{format_datetime(published)}</pubDate>" if published else ""
    identity = f"<guid>{escape(guid)}</guid>" if guid else ""
    return f"<item><title>{escape(title)}</title><link>{link}</link>{identity}{date}</item>"


@dataclass
class Outlets:
    """`outlets.publish(url, items…)`, `outlets.fail(url, reason)`; `outlets.asked` remembers."""

    asked: list[tuple[str, str | None]] = field(default_factory=list)
    _answers: dict[str, Page | FetchFailed | Exception] = field(default_factory=dict)

    def publish(self, url: str, *items: str, moved_to: str | None = None) -> None:
        self._answers[url] = replace(PAGE, body=rss(*items), url=url, moved_to=moved_to)

    def give(self, url: str, body: bytes) -> None:
        self._answers[url] = replace(PAGE, body=body, url=url)

    def stay(self, url: str) -> None:
        """Nothing changed."""
        self._answers[url] = replace(PAGE, status=304, body=None, url=url)

    def fail(self, url: str, reason: str = "HTTP 500", *, gone: bool = False) -> None:
        self._answers[url] = FetchFailed(reason, gone=gone)

    def explode(self, url: str) -> None:
        self._answers[url] = RuntimeError("a defect")

    async def __call__(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Page | FetchFailed:
        self.asked.append((url, etag))
        answer = self._answers.get(url, FetchFailed("HTTP 404", status=404))
        if isinstance(answer, Exception):
            raise answer
        return answer


async def parse_here(body: Body) -> ParsedFeed:
    return parse(body)


class ParserHere:
    """The parser without a process of its own."""

    async def __call__(self, body: Body) -> ParsedFeed:
        return parse(body)

    async def run(self, function: Callable[..., T], *arguments: Any) -> T:
        return function(*arguments)


def collector(
    database: Database, outlets: Outlets, clock: ManualClock, tell: Tell = tell_nobody
) -> CollectSource:
    return CollectSource(database, outlets, parse_here, stem_judge(), clock, tell=tell)


async def add_source(database: Database, clock: ManualClock, url: str) -> SourceId:
    """A source nobody has asked yet, due now."""
    fresh = source(
        url=url,
        title="news.example",
        succeeded_at=None,
        newest_at=None,
        checked_at=None,
        next_poll_at=clock.now(),
        added_at=clock.now(),
    )
    async with database.writing() as db:
        return await db.sources.add(fresh)
