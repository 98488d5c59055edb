"""Looking after sources: add, check, change, pause, resume, remove, list, import, export.

Each use case is for an admin, or for the operator at the command line . Every change is
in the audit log of its own transaction.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from accounts.actor import Actor, Operator
from accounts.rights import Acting, Rights
from common.clock import Clock
from model.audit import Act
from model.ids import SourceId
from model.news import ParsedFeed, Source, SourceState
from model.people import Role
from news.fetching import Fetch, FetchFailed
from news.opml import Outline, read_opml, write_opml
from news.reading import Ask, ReadSource
from news.wanted import SourceError, checked_outline
from news.worker import Parse
from storage.database import Database
from storage.transaction import Transaction


def unknown_source(source_id: SourceId) -> SourceError:
    return SourceError(f"there is no source {source_id}", "error-source-gone")


@dataclass(frozen=True, slots=True)
class Added:
    source: Source
    is_new: bool
    """False where it was there already; what was said of it anew (a title) is not taken over."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What an address gave just now; nothing of it is stored."""

    url: str
    error: str | None
    feed: ParsedFeed | None = None
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    added: tuple[Source, ...]
    known: int
    refused: tuple[tuple[str, str], ...]
    """Address and reason."""


class _Managing:
    """What the use cases share: the right to act, and the record of the act."""

    def __init__(self, database: Database, rights: Rights, clock: Clock) -> None:
        self._database = database
        self._rights = rights
        self._clock = clock

    async def _admin(self, db: Transaction, by: Actor | Operator) -> Acting:
        return await self._rights.acting(db, by, Role.ADMIN)

    async def _record(
        self,
        db: Transaction,
        acting: Acting,
        action: str,
        before: Source | None,
        after: Source | None,
    ) -> None:
        source = after or before
        await db.audit.record(
            Act(
                at=self._clock.now(),
                actor_id=acting.user_id,
                role=acting.role,
                action=action,
                subject=f"source:{source.id}" if source else "source",
                before=_told(before),
                after=_told(after),
            )
        )

    async def _held(self, db: Transaction, source_id: SourceId) -> Source:
        source = await db.sources.get(source_id, hold=True)
        if source is None or source.removed_at is not None:
            raise unknown_source(source_id)
        return source

    async def _add(self, db: Transaction, acting: Acting, wanted: Outline) -> Added:
        """Adds a source, or brings a removed one back with all that is known of it."""
        wanted = checked_outline(wanted)
        before = await db.sources.by_url(wanted.url)
        if before is not None and before.removed_at is None:
            return Added(before, is_new=False)
        now = self._clock.now()
        fresh = Source(
            id=before.id if before else SourceId(0),
            url=wanted.url,
            title=wanted.title or urlsplit(wanted.url).hostname or wanted.url,
            language=wanted.language,
            timezone=wanted.timezone,
            interval_minutes=wanted.interval_minutes,
            state=SourceState.ACTIVE,
            next_poll_at=now,
            claimed_until=None,
            etag=None,
            last_modified=None,
            checked_at=None,
            succeeded_at=None,
            newest_at=None,
            last_error=None,
            failures=0,
            told=None,
            added_at=now,
            removed_at=None,
            kind=wanted.kind,
            rule=wanted.rule,
            reads_full_text=wanted.reads_full_text,
            is_reviewed=wanted.is_reviewed,
        )
        if before is None:
            fresh = replace(fresh, id=await db.sources.add(fresh))
        else:
            await db.sources.save(fresh)
        await self._record(db, acting, "source.add", None, fresh)
        return Added(fresh, is_new=True)


class AddSource(_Managing):
    async def __call__(self, wanted: Outline, by: Actor | Operator) -> Added:
        """The source, due at once. SourceError for an address or a setting that cannot be."""
        async with self._database.writing() as db:
            acting = await self._admin(db, by)
            return await self._add(db, acting, wanted)


class PauseSource(_Managing):
    async def __call__(self, source_id: SourceId, by: Actor | Operator) -> Source:
        async with self._database.writing() as db:
            acting = await self._admin(db, by)
            before = await self._held(db, source_id)
            if before.state is SourceState.PAUSED:
                return before
            after = replace(before, state=SourceState.PAUSED)
            await db.sources.save(after)
            await self._record(db, acting, "source.pause", before, after)
            return after


class ResumeSource(_Managing):
    async def __call__(self, source_id: SourceId, by: Actor | Operator) -> Source:
        """Active again and due at once, whether an admin or its failures had stopped it."""
        async with self._database.writing() as db:
            acting = await self._admin(db, by)
            before = await self._held(db, source_id)
            if before.state is SourceState.ACTIVE:
                return before
            after = replace(
                before,
                state=SourceState.ACTIVE,
                next_poll_at=self._clock.now(),
                failures=0,
                told=None,
            )
            await db.sources.save(after)
            await self._record(db, acting, "source.resume", before, after)
            return after


class ChangeSource(_Managing):
    async def __call__(
        self,
        source_id: SourceId,
        by: Actor | Operator,
        *,
        reads_full_text: bool | None = None,
        is_reviewed: bool | None = None,
    ) -> Source:
        """The source with its switches as they are to be; None leaves one as it is."""
        async with self._database.writing() as db:
            acting = await self._admin(db, by)
            before = await self._held(db, source_id)
            after = before
            if reads_full_text is not None:
                after = replace(after, reads_full_text=reads_full_text)
            if is_reviewed is not None:
                after = replace(after, is_reviewed=is_reviewed)
            if after == before:
                return before
            await db.sources.save(after)
            await self._record(db, acting, "source.change", before, after)
            return after


class RemoveSource(_Managing):
    async def __call__(self, source_id: SourceId, by: Actor | Operator) -> Source:
        """Asked no more and listed no more; its articles stay, so that it repeats nothing."""
        async with self._database.writing() as db:
            acting = await self._admin(db, by)
            before = await self._held(db, source_id)
            after = replace(before, removed_at=self._clock.now())
            await db.sources.save(after)
            await self._record(db, acting, "source.remove", before, None)
            return before


class ListSources(_Managing):
    async def __call__(self, by: Actor | Operator) -> list[Source]:
        async with self._database.reading() as db:
            await self._admin(db, by)
            return await db.sources.all()


class CheckSource:
    """Fetches and parses an address now, and says what it found. Stores nothing."""

    def __init__(
        self, database: Database, rights: Rights, clock: Clock, fetch: Fetch, parse: Parse
    ) -> None:
        self._database = database
        self._rights = rights
        self._read = ReadSource(fetch, parse, clock)

    async def __call__(self, source: SourceId | Outline, by: Actor | Operator) -> Checked:
        """Of a known source by its id, or of what might become one; SourceError if it cannot."""
        async with self._database.reading() as db:
            await self._rights.acting(db, by, Role.ADMIN)
            if isinstance(source, Outline):
                wanted = checked_outline(source)
                ask = Ask(wanted.url, wanted.kind, wanted.rule, wanted.timezone)
            else:
                known = await db.sources.get(source)
                if known is None or known.removed_at is not None:
                    raise unknown_source(source)
                ask = Ask(known.url, known.kind, known.rule, known.timezone)
        found = await self._read(ask)
        if isinstance(found, FetchFailed):
            return Checked(ask.url, found.reason)
        return Checked(ask.url, None, found.feed, found.page.moved_to)


class ImportOpml(_Managing):
    async def __call__(self, content: bytes, by: Actor | Operator) -> Imported:
        """Adds what is new in a list; a bad line is told, and the rest goes on."""
        wanted = read_opml(content)
        added: list[Source] = []
        refused: list[tuple[str, str]] = []
        known = 0
        async with self._database.writing() as db:
            acting = await self._admin(db, by)
            for outline in wanted:
                try:
                    result = await self._add(db, acting, outline)
                except SourceError as error:
                    refused.append((outline.url, str(error)))
                    continue
                if result.is_new:
                    added.append(result.source)
                else:
                    known += 1
        return Imported(tuple(added), known, tuple(refused))


class ExportOpml(_Managing):
    async def __call__(self, by: Actor | Operator) -> str:
        async with self._database.reading() as db:
            await self._admin(db, by)
            return write_opml(await db.sources.all())


def _told(source: Source | None) -> dict[str, Any] | None:
    """What the audit log keeps of a source."""
    if source is None:
        return None
    return {
        "url": source.url,
        "title": source.title,
        "language": source.language,
        "interval_minutes": source.interval_minutes,
        "state": source.state.value,
        "kind": source.kind.value,
        "rule": asdict(source.rule) if source.rule else None,
        "reads_full_text": source.reads_full_text,
        "is_reviewed": source.is_reviewed,
    }
