"""Pausing an announcement that is being sent, going on with it, and ending it before its end.

What the feeder has put into the outbox and nothing was done for is taken back in the transaction
that stops it; what is in flight arrives. A message that was in flight and comes back is held back
by the next look (`HoldBack`). A press names the state that is wanted: wanted already, it is done.
"""

from dataclasses import replace
from datetime import datetime

from accounts.actor import Actor
from common.clock import Clock
from model.announcements import Announcement, AnnouncementState, Announcing
from model.ids import AnnouncementId
from publishing.announcing.drafting import record
from publishing.announcing.errors import AnnouncementChangedError, UnknownAnnouncementError
from publishing.announcing.rights import AnnouncingRights
from storage.database import Database
from storage.transaction import Transaction


class PauseAnnouncement:
    """Nothing more leaves; what is paused or over stays as it is."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId) -> Announcement:
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.SEND)
            sending = await _held(db, number)
            if sending.state is not AnnouncementState.SENDING:
                return sending
            paused = await pause(db, sending, self._clock.now())
            await record(db, self._clock, acting, "announcement.pause", paused)
            return paused


class ResumeAnnouncement:
    """It goes on where it was, and errors are counted anew.

    `seen` is the version that was shown: what stopped it once more since then was not.
    """

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId, seen: int) -> Announcement:
        """AnnouncementChangedError where it was paused for another reason since."""
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.SEND)
            paused = await _held(db, number)
            if paused.state is not AnnouncementState.PAUSED:
                return paused
            if paused.version != seen:
                raise AnnouncementChangedError(number)
            resumed = replace(
                paused,
                state=AnnouncementState.SENDING,
                resumed_at=now,
                pause_reason=None,
                pause_detail=None,
                version=paused.version + 1,
                changed_at=now,
            )
            await db.announcements.save(resumed)
            said = None if paused.pause_detail is None else {"said": paused.pause_detail}
            await record(db, self._clock, acting, "announcement.resume", resumed, said)
            return resumed


class CancelAnnouncement:
    """Whoever does not have it yet does not get it; what nobody knows of stays unknown."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId) -> Announcement:
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.SEND)
            sending = await _held(db, number)
            if not sending.state.is_under_way:
                return sending
            cancelled = replace(
                sending,
                state=AnnouncementState.CANCELLED,
                finished_at=now,
                version=sending.version + 1,
                changed_at=now,
            )
            await db.announcements.save(cancelled)
            await hold_back(db, cancelled.id)
            left = await end(db, cancelled.id, now)
            after = {"cancelled": left}
            await record(db, self._clock, acting, "announcement.cancel", cancelled, after=after)
            return cancelled


class HoldBack:
    """Of what was stopped, whatever was in flight and came back does not leave again."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self) -> int:
        """How many announcements had such rows."""
        async with self._database.reading() as db:
            strays = await db.progress.strays()
        for number in strays:
            async with self._database.writing() as db:
                stopped = await db.announcements.get(number, hold=True)
                if stopped is None or stopped.state not in (
                    AnnouncementState.PAUSED,
                    AnnouncementState.CANCELLED,
                ):
                    continue
                await hold_back(db, number)
                if stopped.state is AnnouncementState.CANCELLED:
                    await end(db, number, self._clock.now())
        return len(strays)


async def pause(
    db: Transaction,
    sending: Announcement,
    now: datetime,
    reason: str | None = None,
    detail: str | None = None,
) -> Announcement:
    """Stop one that is held; the reason is the key of a sentence, None where a person wants it."""
    paused = replace(
        sending,
        state=AnnouncementState.PAUSED,
        pause_reason=reason,
        pause_detail=detail,
        version=sending.version + 1,
        changed_at=now,
    )
    await db.announcements.save(paused)
    await hold_back(db, paused.id)
    return paused


async def hold_back(db: Transaction, number: AnnouncementId) -> None:
    """What waits in the outbox untouched waits among the recipients again."""
    in_line = await db.progress.in_line(number)
    taken = await db.outbox.take_back(in_line)
    await db.recipients.wait_again([in_line[row] for row in taken])


async def end(db: Transaction, number: AnnouncementId, now: datetime) -> int:
    """Nobody more gets it, and nothing in doubt goes once more; how many do not get it."""
    await db.progress.leave_in_doubt(await db.progress.in_doubt(number), now)
    return await db.progress.cancel_waiting(number)


async def _held(db: Transaction, number: AnnouncementId) -> Announcement:
    found = await db.announcements.get(number, hold=True)
    if found is None:
        raise UnknownAnnouncementError(number)
    return found
