"""Sending the digests that are due.

due subscribers | cancel what is unsent | compose | render | enqueue, enter, move: slice by slice
"""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from common.clock import Clock
from delivery.outgoing import Outgoing
from model.editions import Edition, LedgerEntry, Reader
from model.ids import ChatId, EditionId, SubscriberId
from model.outbox import NewRow, Priority
from model.people import Schedule
from publishing.composing import NONE, Composer
from publishing.edition_bodies import Bodies, look_for
from publishing.followed import news_for
from publishing.slots import next_slot
from publishing.stories import stories_for
from storage.database import Database
from storage.editions import DIGEST
from storage.transaction import Transaction
from views.digest import digest
from views.links import BotLinks

SLICE = 500
"""Chats of one transaction: a button that is pressed meanwhile waits for no more than that."""

RENDERED = 25
"""Messages rendered in one transaction: chats that share nothing make their slice shorter."""

BREATH = 0.005
"""Seconds between slices. On SQLite whoever waits for the database only looks now and then whether
it is free: without a gap, a press handled by another process could wait until all is enqueued."""


@dataclass(slots=True)
class Enqueued:
    """What one run did."""

    digests: int = 0
    notices: int = 0
    """«Nothing new», for those who want to be told."""
    silent: int = 0
    """Chats for which there was nothing new."""


@dataclass(slots=True)
class _Run:
    at: datetime
    now: datetime
    composer: Composer
    bodies: Bodies
    done: Enqueued = field(default_factory=Enqueued)
    slots: dict[Schedule, datetime] = field(default_factory=dict)

    def next_slot(self, schedule: Schedule) -> datetime:
        if schedule not in self.slots:
            self.slots[schedule] = next_slot(schedule, self.at)
        return self.slots[schedule]


class SendDueDigests:
    """Enqueues every digest that is due, and sets when the next of its chat comes.

    After downtime a digest that was missed goes once, late. A crash between two slices leaves
    the rest due; a crash inside one leaves all of it due.
    """

    def __init__(self, database: Database, clock: Clock, links: BotLinks) -> None:
        self._database = database
        self._clock = clock
        self._links = links

    async def __call__(self, at: datetime | None = None) -> Enqueued:
        """`at` is the clock for choosing only: the rows may leave at once."""
        now = self._clock.now()
        at = at or now
        # A period that ended in the future would leave out what is stored until then.
        composer = Composer(min(at, now))
        run = _Run(at, now, composer, Bodies(self._links, composer))
        more = True
        while more:
            more = await self._slice(run)
            await asyncio.sleep(BREATH)
        return run.done

    async def _slice(self, run: _Run) -> bool:
        """Whether anything was done: if not, what is left waits for the next run."""
        async with self._database.writing() as db:
            await db.editions.take_turn()
            readers = await db.editions.due(run.at, SLICE)
            chats = [reader.chat_id for reader in readers]
            _, in_doubt = await db.editions.cancel_unsent(chats, run.now)
            settled = [reader for reader in readers if reader.chat_id not in in_doubt]
            if not settled:
                return False
            await self._serve(db, run, settled)
        return True

    async def _serve(self, db: Transaction, run: _Run, readers: Sequence[Reader]) -> None:
        last_had = await db.editions.last_had([reader.id for reader in readers])
        alerted = await run.composer.alerted(db, readers, last_had)
        followed = await run.composer.followed(db, readers, last_had)
        rows: list[NewRow] = []
        editions: list[EditionId | None] = []
        moves: defaultdict[datetime, list[SubscriberId]] = defaultdict(list)
        rendered = run.bodies.rendered
        for reader in readers:
            if run.bodies.rendered - rendered >= RENDERED:
                break  # the rest is still due: the next slice takes it
            edition = await run.composer.edition(
                db,
                reader,
                last_had.get(reader.id),
                alerted.get(reader.id, NONE),
                followed.get(reader.id, ()),
            )
            next_at = run.next_slot(reader.schedule)
            moves[next_at].append(reader.id)
            if edition is not None:
                rows.append(await _digest_row(db, run, reader, edition))
                editions.append(edition.id)
                continue
            run.done.silent += 1
            if reader.tells_nothing_new:
                is_first = reader.id not in last_had
                rows.append(await _notice_row(db, run, reader, next_at, is_first=is_first))
                editions.append(None)
        await self._write(db, run, rows, editions)
        await db.editions.move(moves)

    async def _write(
        self,
        db: Transaction,
        run: _Run,
        rows: Sequence[NewRow],
        editions: Sequence[EditionId | None],
    ) -> None:
        entries: list[LedgerEntry] = []
        enqueued = await db.outbox.enqueue(rows, run.now)
        for row, edition, row_id in zip(rows, editions, enqueued, strict=True):
            if row_id is None:
                continue
            if edition is None:
                run.done.notices += 1
            else:
                run.done.digests += 1
                entries.append(LedgerEntry(row.subscriber_id, edition, row_id))
        await db.editions.enter(entries, run.now)


async def _digest_row(db: Transaction, run: _Run, reader: Reader, edition: Edition) -> NewRow:
    return NewRow(
        subscriber_id=reader.id,
        chat_id=reader.chat_id,
        body_id=await run.bodies.digest(db, edition, reader, run.now),
        unique_key=f"digest:{reader.id}:{edition.id}",
        kind=DIGEST,
        priority=Priority.DIGEST,
        not_before=run.now,
    )


async def _notice_row(
    db: Transaction, run: _Run, reader: Reader, next_at: datetime, *, is_first: bool
) -> NewRow:
    slot = reader.next_digest_at or run.at
    return NewRow(
        subscriber_id=reader.id,
        chat_id=reader.chat_id,
        body_id=await run.bodies.nothing_new(db, reader, run.now, is_first=is_first),
        unique_key=f"nothing:{reader.id}:{slot.isoformat()}",
        kind="notice",
        priority=Priority.DIGEST,
        not_before=run.now,
        expires_at=max(next_at, run.now),  # it says "today": the next slot has its own word
    )


NOT_KEPT = EditionId(0)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a chat would get: no message where nothing is new."""

    message: Outgoing | None


class PreviewDigest:
    """What would go to a chat, or None for a chat nobody knows; nothing of it is kept."""

    def __init__(self, database: Database, clock: Clock, links: BotLinks) -> None:
        self._database = database
        self._clock = clock
        self._links = links

    async def __call__(self, chat_id: ChatId, at: datetime | None = None) -> Preview | None:
        now = self._clock.now()
        async with self._database.reading() as db:
            reader = await db.editions.reader(chat_id)
            if reader is None:
                return None
            last_had = await db.editions.last_had([reader.id])
            composer = Composer(min(at or now, now))
            alerted = await composer.alerted(db, [reader], last_had)
            followed = await composer.followed(db, [reader], last_had)
            plan = await composer.plan(
                db,
                reader,
                last_had.get(reader.id),
                alerted.get(reader.id, NONE),
                followed.get(reader.id, ()),
            )
            if plan is None:
                return Preview(None)
            stories = await stories_for(db, plan.story_ids, reader.language, plan.choices)
            projects = await news_for(db, plan.change_ids)
            look, by = await look_for(db, reader), plan.choices.grouped_by
        return Preview(
            digest(
                NOT_KEPT, plan.until, stories, look, self._links, projects=projects, grouped_by=by
            )
        )
