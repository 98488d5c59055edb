"""An announcement begins to be sent: whom it is for is fixed, in one transaction.

confirm | fix the recipients | (publishing/announcing/feeding.py goes on)
"""

from dataclasses import replace
from datetime import datetime

from accounts.actor import Actor
from common.clock import Clock
from model.announcements import Announcement, AnnouncementState, Announcing
from model.ids import AnnouncementId
from publishing.announcing.drafting import record
from publishing.announcing.errors import (
    AnnouncementChangedError,
    EmptyAudienceError,
    NothingSaidError,
    UnknownAnnouncementError,
)
from publishing.announcing.rights import AnnouncingRights
from storage.audiences import chosen
from storage.database import Database
from storage.transaction import Transaction


class ConfirmAnnouncement:
    """Begin to send what was seen: `seen` is the version whose count stood on the button."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId, seen: int) -> Announcement:
        """Confirmed already, it is what it became: a press that comes twice acts once."""
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.SEND)
            draft = await db.announcements.get(number, hold=True)
            if draft is None:
                raise UnknownAnnouncementError(number)
            if draft.state is not AnnouncementState.DRAFT or draft.version != seen:
                raise AnnouncementChangedError(number)
            confirmed = replace(draft, confirmed_by=acting.user_id, version=draft.version + 1)
            begun, recipients = await begin(db, confirmed, self._rights.admin_ids, now)
            after = {"recipients": recipients}
            await record(db, self._clock, acting, "announcement.send", begun, after=after)
            return begun


async def begin(
    db: Transaction, announcement: Announcement, admin_ids: frozenset[int], now: datetime
) -> tuple[Announcement, int]:
    """Fix the recipients of an announcement that is held; it is being sent from now on."""
    if not announcement.versions:
        raise NothingSaidError(announcement.id)
    which = chosen(db.session, announcement.audience, admin_ids, now)
    recipients = await db.recipients.fix(announcement, which, {}, now)
    if recipients == 0:
        raise EmptyAudienceError(announcement.id)
    begun = replace(
        announcement,
        state=AnnouncementState.SENDING,
        starts_at=None,
        started_at=now,
        resumed_at=now,
        changed_at=now,
    )
    await db.announcements.save(begun)
    return begun, recipients


class CountRecipients:
    """How many would get an announcement if it were sent now."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, announcement: Announcement) -> int:
        async with self._database.reading() as db:
            which = chosen(
                db.session, announcement.audience, self._rights.admin_ids, self._clock.now()
            )
            return await db.recipients.count(which)
