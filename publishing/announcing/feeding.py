"""Feeding the outbox with what is being announced, a few seconds' worth at a time.

what is being sent | where night has come: back till morning | fair shares | enqueue, by slices

What is not in the outbox yet can be paused, edited and cancelled by a word. 100,000 rows there at
once would go whatever anybody said meanwhile, and before the next announcement's first.
"""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog

from common.clock import Clock
from model.announcements import Announcement, AnnouncementState, RecipientState
from model.ids import AnnouncementId, BodyId, SubscriberId
from model.outbox import Action, NewRow, Priority
from model.people import ChatKind, Language
from publishing.announcing.bodies import Bodies, messages_of
from publishing.announcing.quiet import decent
from publishing.announcing.sharing import Demand, shares
from publishing.announcing.stopping import pause
from publishing.digests import BREATH, SLICE
from storage.database import Database
from storage.recipients import FORGOTTEN, KIND, Waiting, row_key
from storage.transaction import Transaction
from views.links import BotLinks

log = structlog.get_logger(__name__)

SECONDS_AHEAD = 3
"""Of messages in the outbox: the feeder looks each second, and a look may come late."""

WHY_BROKEN = "watch-why-broken"
"""Why one is paused: the key of a sentence."""

SENDING = frozenset({AnnouncementState.SENDING})


class FeedAnnouncements:
    """Each second: what a few seconds can carry goes into the outbox; whatever is done is done.

    A slice is one transaction in which all that is being sent is held: of two feeders one waits,
    and finds what the other did. It holds no press up longer than a slice of digests does.
    """

    def __init__(
        self, database: Database, clock: Clock, links: BotLinks, messages_per_second: int
    ) -> None:
        self._database = database
        self._clock = clock
        self._bodies = Bodies(links)
        self._ahead = messages_per_second * SECONDS_AHEAD

    async def __call__(self) -> int:
        """How many rows were enqueued."""
        async with self._database.reading() as db:
            if not await db.recipients.any_sending():
                return 0
        enqueued = 0
        for _ in range(2 * self._ahead // SLICE + 2):  # the sender makes room meanwhile: no more
            done = await self._slice()
            enqueued += done.enqueued
            if not done.enqueued and not done.ended and not done.slept:
                break
            await asyncio.sleep(BREATH)
        return enqueued

    async def _slice(self) -> "_Slice":
        async with self._database.writing() as db:
            work = _Slice(db, self._bodies, self._clock.now())
            await work(self._ahead)
            return work


@dataclass(slots=True)
class _Slice:
    """What one transaction does."""

    db: Transaction
    bodies: Bodies
    now: datetime
    enqueued: int = 0
    ended: int = 0
    """Recipients that will never get it."""
    slept: int = 0
    """Time zones in which night has come."""
    _made: dict[tuple[AnnouncementId, Language, bool, int | None], BodyId] = field(
        default_factory=dict
    )

    async def __call__(self, ahead: int) -> None:
        held = await self.db.announcements.among(SENDING, hold=True)
        sending = [one for one in held if await self._can_be_read(one)]
        in_line = await self.db.recipients.in_line()
        demands = [await self._demand(one, in_line) for one in sending]
        rows = shares(demands, ahead, SLICE)
        for one in sending:
            if n := rows.get(one.id):
                await self._feed(one, n)
            await self._close(one)

    async def _can_be_read(self, one: Announcement) -> bool:
        """One that cannot is paused, and the others go on."""
        try:
            messages_of(one, self.bodies.links)
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            log.exception("an announcement cannot be read", announcement=one.id)
            await pause(self.db, one, self.now, WHY_BROKEN, f"{type(error).__name__}: {error}")
            return False
        return True

    async def _demand(
        self, one: Announcement, in_line: Mapping[tuple[AnnouncementId, str], int]
    ) -> Demand:
        zones = {zone: n for (number, zone), n in in_line.items() if number == one.id}
        if one.heeds_quiet:
            for zone in await self._send_to_sleep(one, zones):
                del zones[zone]
        return Demand(
            one.id,
            one.is_urgent,
            messages_of(one, self.bodies.links),
            in_line=sum(zones.values()),
            turns=await self.db.recipients.turns(one.id, self.now, SLICE),
        )

    async def _send_to_sleep(self, one: Announcement, zones: Collection[str]) -> list[str]:
        """Those of these time zones in which it is night; nobody there gets it before morning."""
        mornings = {zone: decent(zone, self.now) for zone in zones}
        asleep = [zone for zone, morning in mornings.items() if morning > self.now]
        if asleep:
            in_line = await self.db.recipients.out_of_line(one.id, asleep, own_time(one))
            taken = await self.db.outbox.take_back(in_line)
            await self.db.recipients.wait_again([in_line[row] for row in taken])
        for zone in asleep:
            await self.db.recipients.sleep(one.id, zone, mornings[zone], own_time(one))
        return asleep

    async def _feed(self, one: Announcement, most: int) -> None:
        waiting = await self.db.recipients.waiting(one.id, self.now, most)
        awake = waiting
        if one.heeds_quiet:
            zones = {each.timezone for each in waiting if each.subscriber_id not in own_time(one)}
            asleep = await self._send_to_sleep(one, zones)
            self.slept += len(asleep)
            awake = [
                each
                for each in waiting
                if each.timezone not in asleep or each.subscriber_id in own_time(one)
            ]
        reached = await self._end_the_unreachable(awake)
        rows = {each.id: await self._row(one, each) for each in reached}
        await self.db.outbox.enqueue(list(rows.values()), self.now)
        await self.db.recipients.enqueued(one.id, rows, one.revision)
        self.enqueued += len(rows)

    async def _end_the_unreachable(self, waiting: Sequence[Waiting]) -> list[Waiting]:
        """The others. What became of a chat since it was fixed is what the report says."""
        reached = []
        for one in waiting:
            if one.chat_id is None or one.subscriber_id is None:
                await self.db.recipients.end([one.id], RecipientState.CANCELLED, FORGOTTEN)
            elif one.unreachable is not None:
                await self.db.recipients.end([one.id], RecipientState.FAILED, one.unreachable)
            else:
                reached.append(one)
        self.ended += len(waiting) - len(reached)
        return reached

    async def _row(self, one: Announcement, waiting: Waiting) -> NewRow:
        assert waiting.subscriber_id is not None
        assert waiting.chat_id is not None
        return NewRow(
            subscriber_id=waiting.subscriber_id,
            chat_id=waiting.chat_id,
            body_id=await self._body(one, waiting),
            unique_key=row_key(one.id, waiting.id),
            kind=KIND,
            priority=Priority.URGENT if one.is_urgent else Priority.BROADCAST,
            not_before=self.now,
        )

    async def _body(self, one: Announcement, waiting: Waiting) -> BodyId:
        kind = waiting.kind or ChatKind.PRIVATE
        key = (one.id, waiting.language, kind is ChatKind.CHANNEL, waiting.thread_id)
        if key not in self._made:
            self._made[key] = await self.bodies.of(
                self.db, one, waiting.language, kind, self.now, waiting.thread_id
            )
        return self._made[key]

    async def _close(self, one: Announcement) -> None:
        """What stands in channels is pinned, and what has nobody left is sent."""
        is_over = not await self.db.recipients.any_left(one.id)
        if one.pins and one.channels:
            await self._pin(one)
        if is_over:
            done = replace(one, state=AnnouncementState.SENT, finished_at=self.now)
            await self.db.announcements.save(done)

    async def _pin(self, one: Announcement) -> None:
        rows = [
            NewRow(
                subscriber_id=each.subscriber_id,
                chat_id=each.chat_id,
                body_id=None,
                unique_key=f"{row_key(one.id, each.recipient_id)}:pin",
                kind="pin",
                priority=Priority.NOTICE,
                not_before=self.now,
                action=Action.PIN,
                message_id=each.message_id,
            )
            for each in await self.db.recipients.posts(one.id, one.channels)
        ]
        await self.db.outbox.enqueue(rows, self.now)


def own_time(one: Announcement) -> list[SubscriberId]:
    """Channels whose time was chosen: whoever chose it has looked at the clock."""
    return [channel for channel, at in one.channels.items() if at is not None]
