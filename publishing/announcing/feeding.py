"""Feeding the outbox with what is being announced, a few seconds' worth at a time.

sending announcements | fair shares | recipients whose turn has come | enqueue, slice by slice

What is not in the outbox yet can be paused, edited and cancelled by a word. 100,000 rows there at
once would go whatever anybody said meanwhile, and before the next announcement's first.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from common.clock import Clock
from model.announcements import Announcement, AnnouncementState, RecipientState
from model.ids import AnnouncementId, RecipientId, RowId
from model.outbox import NewRow, Priority
from publishing.announcing.bodies import Bodies
from publishing.digests import BREATH, SLICE
from storage.database import Database
from storage.recipients import FORGOTTEN, KIND, Waiting
from storage.transaction import Transaction
from views.links import BotLinks

SECONDS_AHEAD = 3
"""Of messages in the outbox: the feeder looks each second, and a look may come late."""

SENDING = frozenset({AnnouncementState.SENDING})


class FeedAnnouncements:
    """Each second: what a few seconds can carry goes into the outbox; whatever is done is done."""

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
        enqueued, left = 0, self._ahead
        while left > 0:
            fed = await self._slice(min(left, SLICE))
            if fed == 0:
                break
            enqueued += fed
            left -= fed
            await asyncio.sleep(BREATH)
        return enqueued

    async def _slice(self, most: int) -> int:
        now = self._clock.now()
        async with self._database.writing() as db:
            sending = await db.announcements.among(SENDING, hold=True)
            queued = await db.recipients.queued()
            enqueued = 0
            for announcement, n in shares(sending, queued, self._ahead, most):
                waiting = await db.recipients.waiting(announcement.id, now, n)
                enqueued += await self._feed(db, announcement, waiting, now)
                if not waiting and not await db.recipients.any_left(announcement.id):
                    await _finish(db, announcement, now)
            return enqueued

    async def _feed(
        self, db: Transaction, announcement: Announcement, waiting: Sequence[Waiting], now: datetime
    ) -> int:
        rows: dict[RecipientId, NewRow] = {}
        for one in waiting:
            if one.subscriber_id is None or one.chat_id is None or one.kind is None:
                await db.recipients.end([one.id], RecipientState.CANCELLED, FORGOTTEN)
            elif one.unreachable is not None:
                await db.recipients.end([one.id], RecipientState.FAILED, one.unreachable)
            else:
                rows[one.id] = NewRow(
                    subscriber_id=one.subscriber_id,
                    chat_id=one.chat_id,
                    body_id=await self._bodies.of(db, announcement, one.language, one.kind, now),
                    unique_key=f"{KIND}:{announcement.id}:{one.id}",
                    kind=KIND,
                    priority=Priority.URGENT if announcement.is_urgent else Priority.BROADCAST,
                    not_before=now,
                )
        ids = await db.outbox.enqueue(list(rows.values()), now)
        enqueued = {one: RowId(row) for one, row in zip(rows, ids, strict=True) if row is not None}
        await db.recipients.enqueued(enqueued, announcement.revision)
        return len(waiting)


def shares(
    sending: Sequence[Announcement],
    queued: Mapping[AnnouncementId, int],
    ahead: int,
    most: int,
) -> list[tuple[Announcement, int]]:
    """How many more of each may be enqueued: urgent ones first, the rest in equal parts. Pure.

    `queued` are in the outbox already, `ahead` should be in all, `most` are enqueued at once.
    """
    first = [one for one in sending if one.is_urgent] or list(sending)
    part = max(1, ahead // max(1, len(first)))
    shared: list[tuple[Announcement, int]] = []
    for one in first:
        n = min(most, max(0, part - queued.get(one.id, 0)))
        most -= n
        shared.append((one, n))
    return shared


async def _finish(db: Transaction, announcement: Announcement, now: datetime) -> None:
    done = replace(announcement, state=AnnouncementState.SENT, finished_at=now)
    await db.announcements.save(done)
