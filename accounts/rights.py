"""Who may do what. Asked anew each time, inside the use case: a right is never cached."""

from dataclasses import dataclass
from typing import Protocol

from accounts.actor import Actor, Operator
from common.errors import KeruenError
from model.people import Role
from storage.transaction import Transaction


class NotAllowedError(KeruenError):
    """The actor's role does not cover what was asked."""

    def __init__(self, actor: Actor, needed: str) -> None:
        super().__init__(
            f"{actor.user_id} in {actor.chat_id} may not: needs {needed}", f"error-needs-{needed}"
        )


@dataclass(frozen=True, slots=True)
class Acting:
    """Who may do it, as the audit log names them."""

    user_id: int
    """0 is the operator."""
    role: Role


class GroupAdmins(Protocol):
    """Asks Telegram, each time, whether a person looks after a group."""

    async def is_admin(self, chat_id: int, user_id: int) -> bool: ...


class Rights:
    """Roles: ADMIN_IDS are admins always, others have what the roles table says."""

    def __init__(self, admin_ids: frozenset[int]) -> None:
        self.admin_ids = admin_ids
        """Of the settings: admins whatever the table says."""

    async def role_of(self, db: Transaction, user_id: int | None) -> Role:
        held = None if user_id is None else await db.roles.get(user_id)
        return self.given(user_id, held)

    def given(self, user_id: int | None, held: Role | None) -> Role:
        """The role of someone for whom the table has `held`."""
        if user_id is not None and user_id in self.admin_ids:
            return Role.ADMIN
        return held or Role.SUBSCRIBER

    async def require(self, db: Transaction, actor: Actor, role: Role) -> Role:
        """The actor's role, read in this transaction; NotAllowedError if it does not suffice."""
        held = await self.role_of(db, actor.user_id)
        if not held.covers(role):
            raise NotAllowedError(actor, role.value)
        return held

    async def acting(self, db: Transaction, by: Actor | Operator, role: Role) -> Acting:
        """Who acts in a role that is needed, an operator in any; NotAllowedError like `require`."""
        if isinstance(by, Operator):
            return Acting(0, role)
        held = await self.require(db, by, role)
        assert by.user_id is not None  # nobody without a number has a role
        return Acting(by.user_id, held)


async def require_own_chat(actor: Actor, group_admins: GroupAdmins) -> None:
    """A private chat is its person's own; a group's settings are its admins'.

    Asks the network: to be called before a transaction is opened.
    """
    if not await has_own_chat(actor, group_admins):
        raise NotAllowedError(actor, "group-admin")


async def has_own_chat(actor: Actor, group_admins: GroupAdmins) -> bool:
    """Whether the chat is the actor's to set; asks the network like `require_own_chat`."""
    if actor.is_private or actor.speaks_as_chat:
        return True
    return actor.user_id is not None and await group_admins.is_admin(actor.chat_id, actor.user_id)
