"""The two-person rule: what someone of a role changes or announces, another one confirms.

A switch for each role and one for announcements, kept as single values; off until an admin turns
them on.
"""

from accounts.actor import Actor, Operator
from accounts.errors import WrongChoiceError
from accounts.rights import Rights
from common.clock import Clock
from model.audit import Act
from model.people import Role
from storage.database import Database
from storage.transaction import Transaction

ANNOUNCEMENTS = "announcements"

RULED: tuple[str, ...] = (Role.OFFICIAL, Role.ADMIN, ANNOUNCEMENTS)
"""The roles that change projects, and what is announced, whoever does it."""

_ON, _OFF = "on", "off"


class TwoPersonRule:
    """Called, it turns one of the rules on or off: an admin's word, in the audit log.

    `is_on` reads it in the transaction of whoever is about to change something.
    """

    def __init__(self, database: Database, clock: Clock, rights: Rights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    @staticmethod
    async def is_on(db: Transaction, what: str) -> bool:
        return await db.key_values.get(_name(what)) == _ON

    async def __call__(self, by: Actor | Operator, what: str, *, is_on: bool) -> None:
        """NotAllowedError for whoever is no admin, WrongChoiceError where there is no rule."""
        if what not in RULED:
            raise WrongChoiceError(f"a second person for {what}")
        async with self._database.writing() as db:
            acting = await self._rights.acting(db, by, Role.ADMIN)
            await db.roles.take_turn()
            was_on = await self.is_on(db, what)
            if was_on is is_on:
                return
            await db.key_values.set(_name(what), _ON if is_on else _OFF)
            await db.audit.record(
                Act(
                    at=self._clock.now(),
                    actor_id=acting.user_id,
                    role=acting.role,
                    action="role.two-person",
                    subject=what,
                    before={"is_on": was_on},
                    after={"is_on": is_on},
                )
            )


def _name(what: str) -> str:
    return f"two-person:{what}"
