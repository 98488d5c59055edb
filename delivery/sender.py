"""The sender: wait for the limiter | claim | send | record.

What came back from one round is recorded in the transaction that claims the next, so that many
messages cost a few commits a second. A row claimed is in flight already: nothing waits in memory.
"""

import asyncio
from collections import OrderedDict
from datetime import datetime, timedelta

import structlog

from common.clock import Clock
from common.errors import StorageError
from delivery.deciding import Decision, after
from delivery.limiter import Limiter
from delivery.outcomes import Unknown
from delivery.outgoing import Outgoing
from delivery.port import Telegram
from model.ids import BodyId, RowId
from model.outbox import OutboxRow
from storage.database import Database
from storage.transaction import Transaction

log = structlog.get_logger(__name__)

IN_FLIGHT = 400
"""Messages in flight at once, whatever the limiter would grant."""
BATCH_SECONDS = 0.05
"""How long a round gathers what came back before it is recorded."""
IDLE_SECONDS = 1.0
"""How often to look for rows of other processes."""
LEASE = timedelta(seconds=60)
"""Longer than a request may take: a row still in flight after it has lost its sender."""
DRAIN_SECONDS = 10.0
STOPPED_SECONDS = 30.0
"""Between two tries while Telegram refuses everything."""
LONGEST_PAUSE = 60.0
MANY_TROUBLES = 3
_BODIES = 256


class Sender:
    """Sends what the outbox holds, until it is told to stop."""

    def __init__(
        self,
        database: Database,
        telegram: Telegram,
        limiter: Limiter,
        clock: Clock,
        *,
        lease: timedelta = LEASE,
    ) -> None:
        self._database = database
        self._telegram = telegram
        self._limiter = limiter
        self._clock = clock
        self._lease = lease
        self._in_flight: dict[RowId, asyncio.Task[None]] = {}
        self._finished: list[tuple[OutboxRow, Decision]] = []
        self._bodies: OrderedDict[BodyId, Outgoing] = OrderedDict()
        self._wake = asyncio.Event()
        self._troubles = 0
        self._resume_at = 0.0
        self._recover_at = 0.0
        self._stopped: str | None = None

    @property
    def trouble(self) -> str | None:
        """Why nothing can be sent; None while all is well."""
        return self._stopped

    def wake(self) -> None:
        """Something was enqueued in this process: look now, not within a second."""
        self._wake.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Send until `stop` is set, then let what is in flight arrive, within 10 s."""
        async with asyncio.TaskGroup() as group:
            stopping = group.create_task(self._wake_at(stop))
            while not stop.is_set():
                self._wake.clear()
                pause = await self._round(group)
                await self._rest(pause)
            stopping.cancel()
            await self._drain()

    async def _wake_at(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._wake.set()

    async def _rest(self, seconds: float) -> None:
        if seconds <= 0:
            return
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            return
        if self._in_flight:  # woken by a first answer: gather those that follow it
            await asyncio.sleep(BATCH_SECONDS)

    async def _round(self, group: asyncio.TaskGroup) -> float:
        """Record, claim, send. Returns how many seconds nothing can be done."""
        try:
            claimed = await self._turn()
        except StorageError as error:
            log.error("the outbox cannot be read or written", error=str(error))
            return IDLE_SECONDS
        late: list[RowId] = []
        for row in claimed:
            if self._limiter.take(row.chat_id):
                self._in_flight[row.id] = group.create_task(self._send(row))
            else:
                late.append(row.id)
        if late:
            async with self._database.writing() as db:
                await db.outbox.put_back(late)
        return self._next_round(bool(claimed))

    def _next_round(self, claimed_any: bool) -> float:
        now = self._clock.monotonic()
        if self._resume_at > now:
            return min(self._resume_at - now, IDLE_SECONDS)
        if claimed_any and self._permits() > 0:
            return 0.0
        return IDLE_SECONDS if self._permits() > 0 else self._limiter_seconds()

    def _limiter_seconds(self) -> float:
        # Several permits are waited for at a time: one by one would be a commit for each message.
        return BATCH_SECONDS * 2

    def _permits(self) -> int:
        if self._clock.monotonic() < self._resume_at:
            return 0
        most = 1 if self._troubles >= MANY_TROUBLES else IN_FLIGHT
        return max(0, min(self._limiter.room(), most - len(self._in_flight)))

    async def _turn(self) -> list[OutboxRow]:
        """One short transaction: record what came back, take what may go."""
        permits = self._permits()
        now = self._clock.now()
        lost = self._clock.monotonic() >= self._recover_at
        if not self._finished and not lost:
            if permits == 0:
                return []
            async with self._database.reading() as db:
                if not await db.outbox.has_due(now):
                    return []
        finished, self._finished = self._finished, []
        try:
            async with self._database.writing() as db:
                await self._record(db, finished, now)
                if lost:
                    await self._recover(db, now)
                claimed = await db.outbox.claim(permits, now, now + self._lease) if permits else []
        except BaseException:
            self._finished = finished + self._finished  # recorded by the next turn
            raise
        return claimed

    async def _record(
        self, db: Transaction, finished: list[tuple[OutboxRow, Decision]], now: datetime
    ) -> None:
        await db.outbox.record([decision.change for _, decision in finished], now)
        for row, decision in finished:
            if decision.unreachable is not None:
                await db.subscribers.mark_unreachable(row.chat_id, decision.unreachable, now)
                await db.outbox.cancel_for_chat(row.chat_id, decision.unreachable, now)
            if decision.migrated_to is not None:
                await db.subscribers.migrate(row.chat_id, decision.migrated_to)
                await db.outbox.move_to_chat(row.chat_id, decision.migrated_to)
            if decision.forget_thread:
                await db.subscribers.forget_thread(row.chat_id)

    async def _recover(self, db: Transaction, now: datetime) -> None:
        if lost := await db.outbox.recover(now, list(self._in_flight)):
            log.warning("messages were in flight when a sender stopped", count=lost)
        await db.outbox.expire(now)
        self._recover_at = self._clock.monotonic() + self._lease.total_seconds() / 4

    async def _send(self, row: OutboxRow) -> None:
        outcome = None
        try:
            outcome = await self._telegram.send(
                row.chat_id,
                self._outgoing(row),
                as_plain=row.as_plain,
                without_thread=row.without_thread,
            )
        except Exception as error:  # a defect must not take the other messages with it
            log.exception("a message could not be sent", row=row.id)
            outcome = Unknown(f"{type(error).__name__}: {error}")
        finally:
            del self._in_flight[row.id]
        decision = after(row, outcome, self._clock.now())
        self._heed(row, decision)
        self._finished.append((row, decision))
        self._wake.set()

    def _outgoing(self, row: OutboxRow) -> Outgoing:
        """The row's body, decoded once for all the rows that share it."""
        if (kept := self._bodies.get(row.body_id)) is not None:
            self._bodies.move_to_end(row.body_id)
            return kept
        self._bodies[row.body_id] = outgoing = Outgoing.from_json(row.outgoing)
        if len(self._bodies) > _BODIES:
            self._bodies.popitem(last=False)
        return outgoing

    def _heed(self, row: OutboxRow, decision: Decision) -> None:
        """What an outcome means to the messages that follow."""
        now = self._clock.monotonic()
        if decision.pause_chat:
            self._limiter.pause(row.chat_id, decision.pause_chat)
        if decision.is_defect:
            log.error("Telegram refused our markup", row=row.id, error=decision.change.error)
        if decision.stop is not None:
            if self._stopped is None:
                log.error("nothing can be sent", error=decision.stop)
            self._stopped = decision.stop
            self._resume_at = now + STOPPED_SECONDS
        elif decision.is_trouble:
            self._troubles += 1
            pause = min(2.0 ** min(self._troubles - 1, 10), LONGEST_PAUSE)
            self._resume_at = max(self._resume_at, now + pause)
            if self._troubles == MANY_TROUBLES:
                log.warning("Telegram is in trouble", error=decision.change.error)
        else:
            if self._stopped is not None or self._troubles >= MANY_TROUBLES:
                log.info("messages are taken again")
            self._stopped, self._troubles = None, 0

    async def _drain(self) -> None:
        """Let what is in flight arrive, and record it; what does not is uncertain."""
        if self._in_flight:
            await asyncio.wait(list(self._in_flight.values()), timeout=DRAIN_SECONDS)
        for task in list(self._in_flight.values()):
            task.cancel()
        if self._finished:
            async with self._database.writing() as db:
                await self._record(db, self._finished, self._clock.now())
            self._finished = []
