"""fetch | parse: an address → what it prints now, for whichever kind of source it is.

A sitemap index says only where the sitemaps are: up to three of them are read in its place.
"""

from dataclasses import dataclass, replace

from common.clock import Clock
from common.worker import WorkFailed
from model.news import DEFAULT_TIMEZONE, PageRule, ParsedFeed, Source, SourceKind
from news.bodies import Body
from news.fetching import Fetch, FetchFailed, Page
from news.sitemaps import INDEX, joined, promising
from news.worker import Parse


@dataclass(frozen=True, slots=True)
class Ask:
    """What to read, and how."""

    url: str
    kind: SourceKind = SourceKind.FEED
    rule: PageRule | None = None
    timezone: str = DEFAULT_TIMEZONE
    etag: str | None = None
    last_modified: str | None = None

    @classmethod
    def of(cls, source: Source) -> "Ask":
        """As the source is polled: only for what changed since."""
        return cls(
            source.url,
            source.kind,
            source.rule,
            source.timezone,
            source.etag,
            source.last_modified,
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer, and what stood in it; `feed` is None where nothing changed."""

    page: Page
    feed: ParsedFeed | None


def lacking(feed: ParsedFeed) -> dict[str, int]:
    """How many entries are without a title, link, date or lead; nothing of what none lacks."""
    entries = feed.entries
    counts = {
        "title": sum(not entry.title for entry in entries),
        "link": sum(entry.link is None for entry in entries),
        "date": sum(entry.published is None for entry in entries),
        "lead": sum(not entry.summary for entry in entries),
    }
    return {part: count for part, count in counts.items() if count}


class ReadSource:
    """`await read(ask)`. What is no feed, sitemap or page of items is a failure with a reason."""

    def __init__(self, fetch: Fetch, parse: Parse, clock: Clock) -> None:
        self._fetch = fetch
        self._parse = parse
        self._clock = clock

    async def __call__(self, ask: Ask) -> Reading | FetchFailed:
        page = await self._fetch(ask.url, etag=ask.etag, last_modified=ask.last_modified)
        if isinstance(page, FetchFailed):
            return page
        if page.body is None:
            return Reading(page, None)
        feed = await self._parsed(page, ask)
        if isinstance(feed, ParsedFeed) and feed.format == INDEX:
            # An index may stay as it is while its children change: it is asked for anew each time.
            page = replace(page, etag=None, last_modified=None)
            feed = await self._children(feed, ask)
        return Reading(page, feed) if isinstance(feed, ParsedFeed) else feed

    async def _parsed(self, page: Page, ask: Ask) -> ParsedFeed | FetchFailed:
        body = Body(
            page.body or b"",
            page.content_type,
            page.url,
            ask.timezone,
            self._clock.now(),
            ask.kind,
            ask.rule,
        )
        feed = await self._parse(body)
        if isinstance(feed, WorkFailed):
            return FetchFailed(feed.reason)
        if feed.format is None:
            return FetchFailed(feed.reason or f"not a {ask.kind}", page.retry_after)
        return feed

    async def _children(self, index: ParsedFeed, ask: Ask) -> ParsedFeed | FetchFailed:
        """What the promising children give together; one that fails is left out."""
        feeds: list[ParsedFeed] = []
        failure = FetchFailed("a sitemap index without sitemaps")
        for url in promising(index):
            page = await self._fetch(url)
            found = page if isinstance(page, FetchFailed) else await self._parsed(page, ask)
            if isinstance(found, FetchFailed):
                failure = replace(found, reason=f"a sitemap of the index: {found.reason}")
            elif found.format == INDEX:
                failure = FetchFailed("a sitemap index within a sitemap index")
            else:
                feeds.append(found)
        # The index is there, so nothing is gone for good.
        return joined(feeds) if feeds else replace(failure, gone=False)
