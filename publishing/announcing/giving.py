"""The right to write announcements and the right to send them, given to a person by an admin."""

from functools import partial
from typing import Any

from accounts.actor import Actor
from accounts.offices import Colleague, OfficeError, colleagues
from accounts.rights import Acting, Rights
from common.clock import Clock
from model.announcements import Announcing
from model.audit import Act
from model.people import Role
from publishing.telling import reachable, tell
from storage.database import Database
from storage.transaction import Transaction
from views.announcing_sending import may_announce


class GiveAnnouncing:
    """What somebody may do with announcements from now on, and they are told.

    Admins of the settings may do everything, whatever is said here: OfficeError. An official or an
    admin who is given what the role may by itself has it by their role: it goes with it.
    """

    def __init__(self, database: Database, clock: Clock, rights: Rights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, user_id: int, wanted: Announcing) -> None:
        async with self._database.writing() as db:
            await db.roles.take_turn()
            acting = await self._rights.acting(db, actor, Role.ADMIN)
            one = await self._changeable(db, user_id)
            if one.announcing is wanted:
                return
            by_role = Announcing.of(one.role, None)
            await db.roles.let_announce(user_id, None if wanted is by_role else wanted)
            await self._record(db, acting, one, wanted)
            if user_id != acting.user_id:
                await self._tell(db, user_id, wanted)

    async def _changeable(self, db: Transaction, user_id: int) -> Colleague:
        for one in colleagues(await db.roles.offices(), self._rights.admin_ids):
            if one.user_id == user_id and one.is_from_settings:
                raise OfficeError(user_id, "settings")
            if one.user_id == user_id:
                return one
        raise OfficeError(user_id, "gone")

    async def _record(
        self, db: Transaction, acting: Acting, one: Colleague, wanted: Announcing
    ) -> None:
        before, after = (_words(each) for each in (one.announcing, wanted))
        await db.audit.record(
            Act(
                at=self._clock.now(),
                actor_id=acting.user_id,
                role=acting.role,
                action="role.announcing",
                subject=str(one.user_id),
                before=before,
                after=after,
            )
        )

    async def _tell(self, db: Transaction, user_id: int, wanted: Announcing) -> None:
        now = self._clock.now()
        unique = f"announcing:{user_id}:{now.isoformat()}"
        await tell(db, await reachable(db, [user_id]), unique, partial(may_announce, wanted), now)


def _words(one: Announcing) -> dict[str, Any]:
    return {"announcing": one.name.lower()}
