"""The article behind a link, where the feed gives only a line of it.

Asked politely: as robots.txt allows and as slowly as it wants, one page at a time, a few for each
poll. The text is for judging and for facts; readers get a short lead and the link.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from yarl import URL

from common.clock import Clock
from common.worker import Run, WorkFailed
from model.news import Entry
from news.entries import cut, is_web
from news.extracting import FullText, extract
from news.fetching import Fetch, FetchFailed, Page
from news.folding import fold
from news.robots import Robots

SHORT_LEAD = 160
"""Letters; a shorter lead leaves out what an article is judged by."""

LEAD_SHOWN = 300
MAX_PAGE = 2 * 1024 * 1024
PAGE_SECONDS = 30.0
MAX_DELAY = 30.0
"""A site that wants longer pauses than this is not read."""

AT_MOST = 10
"""Articles for one poll of one source; the newest come first."""

ALL_SECONDS = 120.0
REFUSED_SECONDS = 12 * 3600.0
MAX_REFUSED = 5_000

_HTML_TYPES = {"text/html", "application/xhtml+xml"}
_LOOKS_LIKE_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)

__all__ = ["FullText", "NoFullText", "ReadFullText", "completed", "wants_full_text"]


@dataclass(frozen=True, slots=True)
class NoFullText:
    """No text of an article, and why, in a few words for an admin."""

    reason: str
    is_final: bool = True
    """Whether asking again soon would bring the same."""


def wants_full_text(entry: Entry) -> bool:
    """Whether what the feed printed is too little to judge by."""
    if entry.link is None:
        return False
    lead = entry.summary.strip()
    return len(lead) < SHORT_LEAD or fold(lead) == fold(entry.title.strip())


def completed(entry: Entry, article: FullText) -> Entry:
    """The entry with what its page adds. What the feed printed stays as it is.

    Only an entry without a title gets title, lead and date of the page: what a sitemap dates is
    the page's last change.
    """
    image = entry.image or article.image
    if entry.title:
        return replace(entry, published=entry.published or article.published, image=image)
    return replace(
        entry,
        title=article.title,
        summary=cut(article.text, LEAD_SHOWN),
        published=article.published or entry.published,
        image=image,
    )


class ReadFullText:
    """`await read(link, timezone)` for one article, `await read.some(entries, timezone)` for a few.

    `timezone` is that of dates which come without one.
    """

    def __init__(
        self,
        fetch: Fetch,
        run: Run,
        clock: Clock,
        *,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        seconds: float = PAGE_SECONDS,
    ) -> None:
        self._fetch = fetch
        self._run = run
        self._clock = clock
        self._sleep = sleep
        self._seconds = seconds
        self._robots = Robots(fetch, run, clock)
        self._next_at: dict[URL, float] = {}
        self._refused: dict[str, tuple[float, NoFullText]] = {}

    async def __call__(self, link: str, timezone: str) -> FullText | NoFullText:
        """The article, or why there is none; what cannot be had is not asked for again today."""
        now = self._clock.monotonic()
        until, refusal = self._refused.get(link, (now, None))
        if refusal is not None and until > now:
            return refusal
        try:
            async with asyncio.timeout(self._seconds + MAX_DELAY):
                found = await self._read(link, timezone)
        except TimeoutError:
            found = NoFullText("timed out", is_final=False)
        except ValueError:  # what yarl takes for no address
            found = NoFullText("a broken address")
        if isinstance(found, NoFullText) and found.is_final:
            self._refused.pop(link, None)
            while len(self._refused) >= MAX_REFUSED:
                del self._refused[next(iter(self._refused))]
            self._refused[link] = (now + REFUSED_SECONDS, found)
        return found

    async def some(
        self, entries: Sequence[Entry], timezone: str, at_most: int = AT_MOST
    ) -> dict[str, FullText | NoFullText]:
        """What came of the newest entries that want it, by link; the rest is for later polls.

        Ends early with the time, and at a site that cannot answer now. Links refused before are
        told from memory and take nobody's place.
        """
        found: dict[str, FullText | NoFullText] = {}
        ends_at = self._clock.monotonic() + ALL_SECONDS
        asked = 0
        for entry in sorted(entries, key=lambda one: one.published or _LONG_AGO, reverse=True):
            link = entry.link
            if link is None or link in found or not wants_full_text(entry):
                continue
            is_new = link not in self._refused
            if is_new and (asked >= at_most or self._clock.monotonic() >= ends_at):
                break
            found[link] = answer = await self(link, timezone)
            asked += is_new
            if isinstance(answer, NoFullText) and not answer.is_final:
                break
        return found

    async def _read(self, link: str, timezone: str) -> FullText | NoFullText:
        if not is_web(link):
            return NoFullText("the address is not of the web")
        refusal = await self._turn(link)
        if refusal is not None:
            return refusal
        try:
            async with asyncio.timeout(self._seconds):
                page = await self._fetch(link)
        except TimeoutError:
            return NoFullText("timed out", is_final=False)
        if isinstance(page, FetchFailed):
            return NoFullText(page.reason, is_final=_is_final(page))
        refusal = _unfit(page) or await self._landed(link, page)
        if refusal is not None:
            return refusal
        body, now = page.body or b"", self._clock.now()
        found = await self._run(extract, body, page.content_type, page.url, timezone, now)
        if isinstance(found, WorkFailed):
            return NoFullText(found.reason)
        return found or NoFullText("no article on the page")

    async def _turn(self, link: str) -> NoFullText | None:
        """Waits until the page may be asked for; the reason, where it may not."""
        may = await self._robots(link)
        if not may.is_given:
            return NoFullText(may.reason or "", is_final=may.is_final)
        if may.delay > MAX_DELAY:
            return NoFullText(f"robots.txt wants {may.delay:g} seconds between two requests")
        if not may.delay:
            return None
        site, now = URL(link).origin(), self._clock.monotonic()
        if len(self._next_at) > 1_000:  # turns long past say nothing
            self._next_at = {one: at for one, at in self._next_at.items() if at > now}
        turn = max(now, self._next_at.get(site, now))
        if turn - now > MAX_DELAY:
            return NoFullText("others are before it at the site", is_final=False)
        self._next_at[site] = turn + may.delay
        if turn > now:
            await self._sleep(turn - now)
        return None

    async def _landed(self, link: str, page: Page) -> NoFullText | None:
        """A redirect leads to a page that has its own site's permission to ask for."""
        if page.url == link:
            return None
        may = await self._robots(page.url)
        return None if may.is_given else NoFullText(may.reason or "", is_final=may.is_final)


def _unfit(page: Page) -> NoFullText | None:
    body = page.body or b""
    told = page.content_type.partition(";")[0].strip().lower()
    if told not in _HTML_TYPES and (told or not _LOOKS_LIKE_HTML.search(body[:5_000])):
        return NoFullText(f"no web page: {told[:60] or 'of no type'}")
    if len(body) > MAX_PAGE:
        return NoFullText(f"larger than {MAX_PAGE // 1024 // 1024} MiB")
    return None


def _is_final(failure: FetchFailed) -> bool:
    """What is not there stays so; what broke or is busy may be well soon."""
    return failure.status is not None and failure.status < 500 and failure.status not in (408, 429)
