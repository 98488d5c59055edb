"""Who may write announcements and who may send them: read anew inside each use case."""

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.rights import Acting, NotAllowedError, Rights
from model.announcements import Announcement, Announcing
from model.people import Role
from storage.transaction import Transaction


class AnnouncingRights:
    """Admins of the settings may send always; of others the roles table can say otherwise."""

    def __init__(self, rights: Rights) -> None:
        self._rights = rights

    @property
    def admin_ids(self) -> frozenset[int]:
        return self._rights.admin_ids

    async def held(self, db: Transaction, user_id: int | None) -> Announcing:
        if user_id is None:
            return Announcing.NOTHING
        if user_id in self._rights.admin_ids:
            return Announcing.SEND
        role, said = await db.roles.announcing(user_id)
        return Announcing.of(role or Role.SUBSCRIBER, said)

    async def require(self, db: Transaction, actor: Actor, needed: Announcing) -> Acting:
        """Who acts, for the audit log; NotAllowedError if they may not.

        In a group there is no screen of announcements: WrongChoiceError.
        """
        if await self.held(db, actor.user_id) < needed:
            raise NotAllowedError(actor, f"announcing-{needed.name.lower()}")
        if not actor.is_private:
            raise WrongChoiceError("an announcement in a group")
        assert actor.user_id is not None  # nobody without a number may
        return Acting(actor.user_id, await self._rights.role_of(db, actor.user_id))

    async def senders(self, db: Transaction) -> set[int]:
        """Everyone who may send."""
        offices = await db.roles.offices()
        return set(self.admin_ids) | {
            one.user_id for one in offices if await self.held(db, one.user_id) is Announcing.SEND
        }

    async def second_people(self, db: Transaction, one: Announcement) -> set[int]:
        """Those who may agree to an announcement that another one wrote and confirmed."""
        return await self.senders(db) - {one.author_id, one.confirmed_by}

    async def lost(self, db: Transaction, one: Announcement) -> int | None:
        """Who confirmed it or agreed to it and may send no more; None: all of them may."""
        for user_id in (one.confirmed_by, one.approved_by):
            if user_id is not None and await self.held(db, user_id) < Announcing.SEND:
                return user_id
        return None
