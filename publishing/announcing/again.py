"""What comes after an announcement: once more to those in doubt, anew to those who missed it.

And a word to those who pressed a button.
"""

from dataclasses import replace
from datetime import datetime

from accounts.actor import Actor
from common.clock import Clock
from model.announcements import Announcement, AnnouncementState, Announcing
from model.audiences import Audience, Criteria
from model.ids import AnnouncementId, SubscriberId
from publishing.announcing.drafting import record, words_of
from publishing.announcing.errors import (
    AnnouncementChangedError,
    NobodyInDoubtError,
    NotOverError,
    UnknownAnnouncementError,
    WithdrawnError,
)
from publishing.announcing.rights import AnnouncingRights
from storage.database import Database
from storage.transaction import Transaction

OVER = frozenset({AnnouncementState.SENT, AnnouncementState.CANCELLED})


class _Acting:
    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights


class SendAgain(_Acting):
    """Once more to those of whom nobody knows whether they got it: they may get it twice."""

    async def __call__(self, actor: Actor, number: AnnouncementId) -> int:
        """How many; NobodyInDoubtError also where a press comes twice."""
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.SEND)
            found = await held(db, number)
            if found.withdrawn_at is not None:
                raise WithdrawnError(number)
            if found.state is AnnouncementState.CANCELLED:  # nobody is to get it any more
                raise AnnouncementChangedError(number)
            rows = await db.results.in_doubt(number)
            again = await db.outbox.once_more(rows, now)
            if not again:
                raise NobodyInDoubtError(number)
            after = {"recipients": len(again)}
            await record(db, self._clock, acting, "announcement.again", found, after=after)
            return len(again)


class ResendToMissed(_Acting):
    """A draft that says the same to whoever did not get it; those in doubt are left out."""

    async def __call__(self, actor: Actor, number: AnnouncementId) -> Announcement:
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.WRITE)
            found = await held(db, number)
            if found.withdrawn_at is not None:
                raise WithdrawnError(number)
            if found.state not in OVER:
                raise NotOverError(number)
            missed = Criteria(missed=frozenset({number}))
            if (begun := await _begun(db, number, missed)) is not None:
                return begun
            audience = Audience(missed, Criteria(chats=frozenset(await _had_since(db, number))))
            draft = replace(
                draft_after(found, acting.user_id, self._clock.now()),
                versions=found.versions,
                fallback=found.fallback,
                buttons=found.buttons,
                audience=audience,
                is_urgent=found.is_urgent,
                heeds_quiet=found.heeds_quiet,
            )
            added = await db.announcements.add(draft, words_of(draft))
            after = {"draft": added.id}
            await record(db, self._clock, acting, "announcement.resend", found, after=after)
            return added


class FollowUp(_Acting):
    """An empty draft for whoever pressed a button."""

    async def __call__(self, actor: Actor, number: AnnouncementId, button: int) -> Announcement:
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.WRITE)
            found = await held(db, number)
            if button >= len(found.buttons):
                raise UnknownAnnouncementError(number)
            pressed = Criteria(pressed=frozenset({(number, button)}))
            if (begun := await _begun(db, number, pressed)) is not None:
                return begun
            audience = Audience(pressed)
            empty = draft_after(found, acting.user_id, self._clock.now())
            added = await db.announcements.add(replace(empty, audience=audience))
            after = {"draft": added.id, "button": button + 1}
            await record(db, self._clock, acting, "announcement.follow-up", found, after=after)
            return added


async def held(db: Transaction, number: AnnouncementId) -> Announcement:
    """An announcement that somebody began to send; UnknownAnnouncementError for another."""
    found = await db.announcements.get(number, hold=True)
    if found is None or found.started_at is None:
        raise UnknownAnnouncementError(number)
    return found


def draft_after(one: Announcement, author_id: int, now: datetime) -> Announcement:
    """An empty draft that comes of an announcement."""
    return Announcement(
        AnnouncementId(0), author_id, AnnouncementState.DRAFT, now, now, parent_id=one.id
    )


async def _begun(db: Transaction, parent: AnnouncementId, among: Criteria) -> Announcement | None:
    """A draft for the same people: a press that comes twice begins one."""
    for child in await db.announcements.after(parent):
        if child.state is AnnouncementState.DRAFT and child.audience.among == among:
            return child
    return None


async def _had_since(db: Transaction, number: AnnouncementId) -> set[SubscriberId]:
    """Who got it when it was sent to those who had missed it, and to those of them in turn."""
    had: set[SubscriberId] = set()
    for child in await db.announcements.after(number):
        if child.started_at is not None and number in child.audience.among.missed:
            had |= await db.results.had(child.id)
            had |= await _had_since(db, child.id)
    return had
