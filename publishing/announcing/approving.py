"""The second pair of eyes: somebody else agrees to an announcement, or returns it with a word."""

from dataclasses import replace
from functools import partial

from accounts.actor import Actor
from accounts.rights import NotAllowedError
from common.clock import Clock
from model.announcements import Announcement, AnnouncementState, Announcing
from model.ids import AnnouncementId
from publishing.announcing.drafting import record
from publishing.announcing.errors import (
    AnnouncementChangedError,
    OwnAnnouncementError,
    PastMomentError,
    UnknownAnnouncementError,
)
from publishing.announcing.lapsing import (
    as_draft,
    return_for_want_of_right,
    tell_its_people,
)
from publishing.announcing.rights import AnnouncingRights
from publishing.announcing.sending import go, record_going
from publishing.telling import reachable, tell
from storage.database import Database
from storage.transaction import Transaction
from views import announcing_sending as views

MOST_WORD = 500
"""Letters of the word with which it is returned."""
TO_BE_STOPPED = frozenset({AnnouncementState.AWAITING, AnnouncementState.SCHEDULED})


class _Seconds:
    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def _held(
        self, db: Transaction, user_id: int, number: AnnouncementId, seen: int
    ) -> Announcement:
        """One that waits for somebody else's word than its author's and its confirmer's."""
        one = await db.announcements.get(number, hold=True)
        if one is None:
            raise UnknownAnnouncementError(number)
        if one.state is not AnnouncementState.AWAITING or one.version != seen:
            raise AnnouncementChangedError(number)
        if user_id in (one.author_id, one.confirmed_by):
            raise OwnAnnouncementError(number)
        return one


class ApproveAnnouncement(_Seconds):
    """Agreed, it goes on as it was confirmed."""

    async def __call__(self, actor: Actor, number: AnnouncementId, seen: int) -> Announcement:
        """A draft again, where whoever confirmed it may send no more: the senders are told why.

        PastMomentError where its time went by while it waited.
        """
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.SEND)
            one = await self._held(db, acting.user_id, number, seen)
            if (lost := await self._rights.lost(db, one)) is not None:
                return await return_for_want_of_right(db, self._clock, self._rights, one, lost)
            if one.starts_at is not None and one.starts_at <= now and one.recurrence is None:
                raise PastMomentError(number)
            approved = replace(
                one, approved_by=acting.user_id, version=one.version + 1, changed_at=now
            )
            await record(db, self._clock, acting, "announcement.approve", approved)
            after, recipients = await go(db, approved, self._rights.admin_ids, now)
            await record_going(db, self._clock, acting, after, recipients)
            await tell_its_people(db, after, "agreed", views.agreed, now, acting.user_id)
            return after


class ReturnAnnouncement(_Seconds):
    """Not agreed: it is a draft again, and whoever wrote and confirmed it is told the word."""

    async def __call__(
        self, actor: Actor, number: AnnouncementId, seen: int, word: str
    ) -> Announcement:
        now = self._clock.now()
        word = " ".join(word.split())[:MOST_WORD]
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.SEND)
            one = await self._held(db, acting.user_id, number, seen)
            returned = as_draft(one, now)
            await db.announcements.save(returned)
            said = {"reason": word}
            await record(db, self._clock, acting, "announcement.return", returned, after=said)
            await tell_its_people(db, one, "returned", partial(views.returned, word), now)
            return returned


class TakeFromWaiting:
    """What waits for its time or for somebody's word is a draft again; a series stops with it.

    Whoever may send stops any, whoever only writes their own.
    """

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId) -> Announcement:
        """A draft already, nothing happens; AnnouncementChangedError once it has begun."""
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.WRITE)
            one = await db.announcements.get(number, hold=True)
            if one is None:
                raise UnknownAnnouncementError(number)
            if one.state is AnnouncementState.DRAFT:
                return one
            if one.state not in TO_BE_STOPPED:
                raise AnnouncementChangedError(number)
            held = await self._rights.held(db, acting.user_id)
            if held < Announcing.SEND and acting.user_id != one.author_id:
                raise NotAllowedError(actor, "announcing-send")
            draft = as_draft(one, self._clock.now())
            await db.announcements.save(draft)
            await record(db, self._clock, acting, "announcement.unschedule", draft)
            return draft


class AskToSend:
    """Whoever writes and may not send asks those who may, once for each version."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId) -> int:
        """How many are told now."""
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.WRITE)
            one = await db.announcements.get(number)
            if one is None:
                raise UnknownAnnouncementError(number)
            if one.state is not AnnouncementState.DRAFT:
                raise AnnouncementChangedError(number)
            senders = await self._rights.senders(db) - {acting.user_id}
            return await tell(
                db,
                await reachable(db, sorted(senders)),
                f"announcement:{one.id}:{one.version}:ready",
                lambda reader: views.ready(one, reader.language),
                self._clock.now(),
            )
