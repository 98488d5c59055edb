"""The sender: wait for the limiter | claim | send | record.

What came back from one round is recorded in the transaction that claims the next, so that many
messages cost a few commits a second. A row claimed is in flight already: nothing waits in memory.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from common.clock import Clock
from common.errors import StorageError
from delivery.bodies import Bodies, BodyError
from delivery.budget import Budget
from delivery.condition import Condition
from delivery.deciding import Decision, after
from delivery.limiter import Limiter
from delivery.outcomes import Outcome, Refused, Unknown
from delivery.port import Telegram
from model.ids import RowId
from model.outbox import Action, OutboxRow
from storage.database import Database
from storage.transaction import Transaction

log = structlog.get_logger(__name__)

IN_FLIGHT = 400
"""Messages in flight at once, whatever the limiter would grant."""
AT_ONCE = 200
"""Rows of one claim: more of them, and everybody else waits for the write lock."""
A_FEW = 20
"""Rows whose permits are taken before the first of them is on its way."""
BATCH_SECONDS = 0.05
"""How long answers are gathered before they are recorded, and the least between two claims."""
IDLE_SECONDS = 1.0
"""How often to look for rows of other processes."""
LEASE = timedelta(seconds=45)
"""Longer than a request may take: a row still in flight after it has lost its sender."""
RECOVER_SECONDS = 10.0
DRAIN_SECONDS = 10.0


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
        self._condition = Condition(clock)
        self._in_flight: dict[RowId, asyncio.Task[None]] = {}
        self._finished: list[tuple[OutboxRow, Decision]] = []
        self._late: list[RowId] = []
        """Claimed, but an answer took the permit: to be put back."""
        self._held: dict[int, float] = {}
        """Chats that must wait, and until when: their rows are not claimed."""
        self._bodies = Bodies()
        self._budget = Budget(limiter, clock, self._bodies.cost)
        self._wake = asyncio.Event()
        self._recover_at = float("-inf")

    @property
    def trouble(self) -> str | None:
        """Why nothing can be sent; None while all is well."""
        return self._condition.stopped

    def wake(self) -> None:
        """Something was enqueued in this process: look now, not within a second."""
        self._wake.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Send until `stop` is set, then let what is in flight arrive, within 10 s."""
        try:
            async with asyncio.TaskGroup() as group:
                stopping = group.create_task(self._wake_at(stop))
                while not stop.is_set():
                    self._wake.clear()
                    await self._rest(await self.step(group))
                stopping.cancel()
                await self._drain()
        finally:
            await self._record_last()

    async def step(self, group: asyncio.TaskGroup) -> float:
        """Record, claim, send. Returns for how many seconds there is nothing to do."""
        at_most = self._rows_at_most()
        try:
            claimed = await self._turn(at_most)
        except StorageError as error:
            log.error("the outbox cannot be read or written", error=str(error))
            return IDLE_SECONDS
        await self._start_all(claimed, group)
        return self._next_step(at_most, len(claimed))

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
        if self._finished:  # woken by a first answer: gather those that follow it
            await asyncio.sleep(BATCH_SECONDS)

    def _rows_at_most(self) -> int:
        in_flight = self._condition.most(IN_FLIGHT) - len(self._in_flight)
        return max(0, min(self._budget.room(), in_flight, AT_ONCE))

    def _next_step(self, at_most: int, claimed: int) -> float:
        if self._late:
            return BATCH_SECONDS
        if (pause := self._condition.wait()) > 0:
            return min(pause, IDLE_SECONDS)
        if len(self._in_flight) >= self._condition.most(IN_FLIGHT):
            return IDLE_SECONDS  # the first answer wakes us
        if claimed == at_most == AT_ONCE:
            return self._budget.wait()
        if claimed == at_most or self._budget.is_short:
            return min(max(self._budget.wait(), BATCH_SECONDS), IDLE_SECONDS)
        now = self._clock.monotonic()
        holds = (until - now for until in self._held.values())
        return max(min(holds, default=IDLE_SECONDS), BATCH_SECONDS)

    async def _turn(self, at_most: int) -> list[OutboxRow]:
        """One short transaction: record what came back, take what may go."""
        now = self._clock.now()
        recovers = self._clock.monotonic() >= self._recover_at
        if not (self._finished or self._late or recovers):
            if at_most == 0:
                return []
            async with self._database.reading() as db:  # looking must not wait for a writer
                if not await db.outbox.has_due(now):
                    return []
        finished, late = len(self._finished), len(self._late)
        async with self._database.writing() as db:
            await self._record(db, self._finished[:finished], self._late[:late], now)
            if recovers:
                await self._recover(db, now)
            claimed = await self._claim(db, at_most, now) if at_most else []
        del self._finished[:finished], self._late[:late]  # committed: more may have come since
        if recovers:
            self._recover_at = self._clock.monotonic() + RECOVER_SECONDS
        return claimed

    async def _claim(self, db: Transaction, at_most: int, now: datetime) -> list[OutboxRow]:
        waiting, lease_until = self._waiting_chats(), now + self._lease
        self._budget.begin()
        rows = await db.outbox.claim(at_most, now, lease_until, waiting, self._budget.pays)
        self._budget.end(len(rows))
        return rows

    def _waiting_chats(self) -> set[int]:
        now = self._clock.monotonic()
        self._held = {chat: until for chat, until in self._held.items() if until > now}
        return set(self._held)

    async def _record(
        self,
        db: Transaction,
        finished: list[tuple[OutboxRow, Decision]],
        late: list[RowId],
        now: datetime,
    ) -> None:
        # Subscribers before rows, and in their order: see storage/transaction.py.
        for row, decision in sorted(finished, key=lambda each: each[0].subscriber_id or 0):
            if decision.unreachable is not None:
                await db.subscribers.mark_unreachable(row.chat_id, decision.unreachable, now)
            if decision.migrated_to is not None:
                await db.subscribers.migrate(row.chat_id, decision.migrated_to)
            if decision.forget_thread:
                await db.subscribers.forget_thread(row.chat_id)
        if late:
            await db.outbox.put_back(late)
        await db.outbox.record([decision.change for _, decision in finished], now)
        for row, decision in finished:
            if decision.unreachable is not None:
                await db.outbox.cancel_for_chat(row.chat_id, decision.unreachable, now)
            if decision.migrated_to is not None:
                await db.outbox.move_to_chat(row.chat_id, decision.migrated_to)

    async def _recover(self, db: Transaction, now: datetime) -> None:
        # Answered meanwhile and not recorded yet is not lost: a machine that slept wakes to both.
        ours = [*self._in_flight, *(row.id for row, _ in self._finished)]
        if lost := await db.outbox.recover(now, ours):
            log.warning("messages were in flight when a sender stopped", count=lost)

    async def _start_all(self, rows: Sequence[OutboxRow], group: asyncio.TaskGroup) -> None:
        left = deque(rows)
        try:
            while left:
                for _ in range(min(A_FEW, len(left))):
                    self._start(left.popleft(), group)
                await asyncio.sleep(0)  # they go now, at the moment of their permits
        finally:
            self._late += [row.id for row in left]  # none unless the sender was cancelled

    def _start(self, row: OutboxRow, group: asyncio.TaskGroup) -> None:
        cost = self._bodies.cost(row)
        if self._limiter.take(row.chat_id, cost):
            self._in_flight[row.id] = group.create_task(self._send(row))
            cost = 1  # whatever comes next
        else:
            self._late.append(row.id)
        wait = self._limiter.wait(row.chat_id, cost)
        self._held[row.chat_id] = self._clock.monotonic() + wait

    async def _send(self, row: OutboxRow) -> None:
        started = self._clock.monotonic()
        outcome: Outcome = Unknown("the sender stopped before an answer came")
        try:
            outcome = await self._outcome_of(row)
        except asyncio.CancelledError:  # only when the sender ends, which records it
            log.warning("a message was left in flight", row=row.id)
        del self._in_flight[row.id]
        decision = after(row, outcome, self._clock.now(), self._bodies.parts_left(row))
        if decision.pause_chat:
            self._limiter.pause(row.chat_id, decision.pause_chat)
            self._held[row.chat_id] = self._clock.monotonic() + decision.pause_chat
        if decision.is_defect:
            log.error("Telegram refused our markup", row=row.id, error=decision.change.error)
        self._condition.learn(decision, started)
        self._finished.append((row, decision))
        self._wake.set()

    async def _outcome_of(self, row: OutboxRow) -> Outcome:
        try:
            return await self._act(row)
        except BodyError as error:
            log.error("a body cannot be read", row=row.id, error=str(error))
            return Refused(f"its body cannot be read: {error}")
        except Exception as error:  # a defect must not take the other messages with it
            log.exception("a message could not be sent", row=row.id)
            return Unknown(f"{type(error).__name__}: {error}")

    async def _act(self, row: OutboxRow) -> Outcome:
        match row.action:
            case Action.SEND:
                instead_of = None
            case Action.EDIT if row.message_id is not None:
                instead_of = row.message_id
            case Action.DELETE:
                return await self._telegram.delete(row.chat_id, row.message_ids)
            case Action.PIN if row.message_id is not None:
                return await self._telegram.pin(row.chat_id, row.message_id)
            case _:  # it is not for us to post what was to be edited, or worse
                log.error("nobody knows what a row asks for", row=row.id, action=row.action)
                return Refused(f"nobody knows what it asks for: {row.action}")
        return await self._telegram.send(
            row.chat_id,
            self._bodies.next_part(row),
            as_plain=row.as_plain,
            without_thread=row.without_thread,
            instead_of=instead_of,
        )

    async def _drain(self) -> None:
        """Let what is in flight arrive; what does not is uncertain."""
        if self._in_flight:
            await asyncio.wait(list(self._in_flight.values()), timeout=DRAIN_SECONDS)
        for task in list(self._in_flight.values()):
            task.cancel()

    async def _record_last(self) -> None:
        if not (self._finished or self._late):
            return
        try:
            async with self._database.writing() as db:
                await self._record(db, self._finished, self._late, self._clock.now())
        except StorageError as error:  # they are found past their lease, and go once more
            log.error("what came back last is not recorded", error=str(error))
        self._finished, self._late = [], []
