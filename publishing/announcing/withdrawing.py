"""Taking an announcement back from everyone who has it, as far as Telegram lets a bot delete.

confirm | nobody more gets it | (carrying_out.py deletes it where it is)
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from accounts.actor import Actor
from common.clock import Clock
from model.announcements import Announcement, AnnouncementState, Announcing
from model.ids import AnnouncementId
from model.results import Reach
from publishing.announcing.again import held
from publishing.announcing.carrying_out import DELETED_WITHIN, begun, interrupt
from publishing.announcing.drafting import record
from publishing.announcing.errors import AnnouncementChangedError, WithdrawnError
from publishing.announcing.rights import AnnouncingRights
from publishing.announcing.stopping import end, hold_back
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Withdrawable:
    announcement: Announcement
    reach: Mapping[Reach, int]


class SeeWithdrawal:
    """From how many it could be taken back now, and from how many not."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId) -> Withdrawable:
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            one = await held(db, number)
            if one.withdrawn_at is not None:
                raise WithdrawnError(number)
            oldest = self._clock.now() - DELETED_WITHIN
            return Withdrawable(one, await db.amendments.reach(number, one.versions, oldest))


class WithdrawAnnouncement:
    """It is taken back from whoever has it, and whoever has not does not get it any more.

    `seen` is the version that was shown with the counts.
    """

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId, seen: int) -> Announcement:
        """Taken back already, it is as it became: a press that comes twice acts once."""
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._rights.require(db, actor, Announcing.SEND)
            one = await held(db, number)
            if one.withdrawn_at is not None:
                return one
            if one.version != seen:
                raise AnnouncementChangedError(number)
            is_over = one.state.is_over
            one = replace(
                await interrupt(db, one, now),
                withdrawn_at=now,
                state=one.state if is_over else AnnouncementState.CANCELLED,
                finished_at=one.finished_at if is_over else now,
            )
            withdrawn = await begun(db, one, acting.user_id, one.versions, now)
            await db.announcements.save(withdrawn)
            await hold_back(db, number)
            left = await end(db, number, now)
            reach = await db.amendments.reach(number, one.versions, now - DELETED_WITHIN)
            after = {"recipients": reach.get(Reach.WITHIN, 0), "cancelled": left}
            await record(db, self._clock, acting, "announcement.withdraw", withdrawn, after=after)
            return withdrawn
