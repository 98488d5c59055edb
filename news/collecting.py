"""due sources | fetch | parse | full text, judge | group into stories | store.

One failing source is a result, not an exception that ends the run. No transaction is open
across the network; what a decision depends on is read in the transaction that writes it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random
from urllib.parse import urlsplit

import structlog

from common.clock import Clock
from common.errors import KeruenError, StorageError
from model.ids import ArticleId, SourceId
from model.news import Item, Notice, ParsedFeed, Source
from news import withdrawing
from news.deciding import Changes, what_is_new
from news.fetching import Fetch, FetchFailed, Page
from news.full_text import ReadFullText
from news.judging import Judge
from news.polling import after_failure, after_success
from news.preparing import PrepareItems
from news.reading import Ask, Reading, ReadSource
from news.storing import known_of, recent_of, retell, store
from news.worker import Parse
from storage.database import Database
from storage.transaction import Transaction

CLAIM = timedelta(minutes=10)
"""Longer than a fetch and a parse can take; then another process may try."""

AT_ONCE = 4

log = structlog.get_logger(__name__)

Tell = Callable[[Transaction, Notice], Awaitable[object]]
"""Writes a notice for the admins, in the transaction that caused it."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What came of one source. `error` says why nothing did; None for a success."""

    source_id: SourceId
    title: str
    url: str
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    news: int = 0
    """Of the new and updated ones, those that went into stories."""
    error: str | None = None
    notices: tuple[Notice, ...] = ()


async def tell_nobody(_db: Transaction, _notice: Notice) -> None:
    """For a process that has no admins to tell."""


class CollectSource:
    """fetch | parse | prepare | group | store: one source, one short write, one result."""

    def __init__(
        self,
        database: Database,
        fetch: Fetch,
        parse: Parse,
        judge: Judge,
        clock: Clock,
        *,
        rng: Random | None = None,
        tell: Tell = tell_nobody,
        read_full_text: ReadFullText | None = None,
    ) -> None:
        self._database = database
        self._fetch = fetch
        self._read = ReadSource(fetch, parse, clock)
        self._prepare = PrepareItems(database, judge, clock, read_full_text)
        self._clock = clock
        self._rng = rng or Random()
        self._tell = tell

    async def __call__(self, source_id: SourceId) -> Collected:
        async with self._database.reading() as db:
            source = await db.sources.get(source_id)
        if source is None or source.removed_at is not None:
            return Collected(source_id, "", "", error="there is no such source")
        reading = await self._read(Ask.of(source))
        if isinstance(reading, FetchFailed):
            return await self._fail(source_id, reading)
        items = await self._prepare(source, reading.feed.entries) if reading.feed else []
        asked = await self._ask_for_missing(source, items)
        return await self._succeed(source_id, reading, items, asked)

    async def _ask_for_missing(
        self, source: Source, items: Sequence[Item]
    ) -> dict[ArticleId, bool]:
        """What became of articles that this reading should have: whether their pages are gone."""
        if not items:
            return {}
        now = self._clock.now()
        async with self._database.reading() as db:
            watched = await db.articles.telling_since(source.id, now - withdrawing.WATCHED)
        return await withdrawing.ask(self._fetch, withdrawing.missing(items, watched, now))

    async def _fail(self, source_id: SourceId, failure: FetchFailed) -> Collected:
        async with self._database.writing() as db:
            source = await db.sources.get(source_id, hold=True)
            if source is None or source.removed_at is not None:
                return Collected(source_id, "", "", error=failure.reason)
            after, notice = after_failure(
                source,
                self._clock.now(),
                failure.reason,
                self._rng,
                retry_after=failure.retry_after,
                gone=failure.gone,
            )
            notices = (notice,) if notice else ()
            await db.sources.save(after)
            if notice:
                await self._tell(db, notice)
        return Collected(source_id, source.title, source.url, error=failure.reason, notices=notices)

    async def _succeed(
        self,
        source_id: SourceId,
        reading: Reading,
        items: Sequence[Item],
        asked: dict[ArticleId, bool],
    ) -> Collected:
        page, feed = reading.page, reading.feed
        async with self._database.writing() as db:
            await db.articles.take_turn()
            source = await db.sources.get(source_id, hold=True)
            if source is None or source.removed_at is not None:
                return Collected(source_id, "", "", error="removed meanwhile")
            now = self._clock.now()
            known = await known_of(db, source, items, now)
            changes = what_is_new(source, items, known, now)
            await store(db, source, changes, known, now)
            withdrawn = await withdrawing.note(db, asked, now)
            await retell(db, {one.story_id for one in withdrawn if one.story_id}, now)
            after, notice = after_success(
                await _met(db, source, page, feed),
                now,
                wanted=_wishes(page, feed),
                gave_new=bool(changes.new),
                recent=await recent_of(db, source, now),
            )
            notices = (notice,) if notice else ()
            await db.sources.save(after)
            if notice:
                await self._tell(db, notice)
        return _collected(after, changes, notices)


async def _met(db: Transaction, source: Source, page: Page, feed: ParsedFeed | None) -> Source:
    """The source with what the answer says of itself: its marks, a new address, its title."""
    if feed is None:
        return source
    source = replace(source, etag=page.etag, last_modified=page.last_modified)
    is_named_by_host = source.title == (urlsplit(source.url).hostname or source.url)
    if source.succeeded_at is None and is_named_by_host and feed.title:
        source = replace(source, title=feed.title)
    if page.moved_to and page.moved_to != source.url:
        is_taken = await db.sources.by_url(page.moved_to) is not None
        source = source if is_taken else replace(source, url=page.moved_to)
    return source


def _wishes(page: Page, feed: ParsedFeed | None) -> list[float | None]:
    ttl = feed.ttl_minutes if feed else None
    return [page.retry_after, page.fresh_for, ttl * 60 if ttl else None]


def _collected(source: Source, changes: Changes, notices: tuple[Notice, ...]) -> Collected:
    return Collected(
        source.id,
        source.title,
        source.url,
        new=len(changes.new),
        updated=len(changes.updated),
        unchanged=changes.unchanged,
        news=sum(one.is_news for one in changes.new) + sum(one.is_news for one in changes.updated),
        notices=notices,
    )


class CollectDue:
    """One tick: everything that is due, a few sources at a time, each claimed before it is asked.

    A source that another process has claimed is left to it. Ticks may overlap: one takes what
    slots those before it have left, so that a slow source holds up nobody but itself.
    """

    def __init__(
        self, database: Database, collect: CollectSource, clock: Clock, at_once: int = AT_ONCE
    ) -> None:
        self._database = database
        self._collect = collect
        self._clock = clock
        self._free = at_once

    async def __call__(self) -> list[Collected]:
        """What came of the sources that this tick took."""
        results: list[Collected] = []
        slots, self._free = self._free, 0
        async with asyncio.TaskGroup() as group:
            for _ in range(slots):
                group.create_task(self._work(results))
        return results

    async def _work(self, results: list[Collected]) -> None:
        try:
            while claimed := await self._claim():
                results.append(await safely(self._collect, claimed[0]))
        finally:
            self._free += 1

    async def _claim(self) -> list[Source]:
        """One source that is due; none, too, while the database cannot: the next tick tries."""
        now = self._clock.now()
        try:
            async with self._database.writing() as db:
                return await db.sources.claim_due(now, now + CLAIM, limit=1)
        except StorageError as error:
            log.warning("no source could be claimed", error=str(error))
            return []


class PollSources:
    """Fetches now and returns when all is stored: what is due, or everything.

    Claims are not looked at: what another process has begun may not be stored yet, and storing
    twice is storing once.
    """

    def __init__(
        self, database: Database, collect: CollectSource, clock: Clock, at_once: int = AT_ONCE
    ) -> None:
        self._database = database
        self._collect = collect
        self._clock = clock
        self._at_once = at_once

    async def __call__(self, *, everything: bool = False) -> list[Collected]:
        """One result per source, in the order they were added; pauses and intervals ignored."""
        async with self._database.reading() as db:
            if everything:
                sources = await db.sources.all()
            else:
                sources = await db.sources.due(self._clock.now())
        turn = asyncio.Semaphore(self._at_once)

        async def one(source: Source) -> Collected:
            async with turn:
                return await safely(self._collect, source)

        return list(await asyncio.gather(*(one(source) for source in sources)))


async def safely(collect: CollectSource, source: Source) -> Collected:
    """The result, whatever goes wrong: the other sources must not suffer."""
    try:
        return await collect(source.id)
    except KeruenError as error:
        log.warning("a source could not be collected", source=source.id, error=str(error))
        return Collected(source.id, source.title, source.url, error=str(error))
    except Exception as error:
        log.exception("a source broke the collecting", source=source.id)
        return Collected(source.id, source.title, source.url, error=type(error).__name__)
