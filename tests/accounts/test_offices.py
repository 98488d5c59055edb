"""Who gives and takes roles, when two do it at once."""

import asyncio

import pytest

from accounts.offices import ChangeRole, EndRole, OfficeError, colleagues, is_last_admin
from accounts.personal import DeleteMe
from accounts.rights import NotAllowedError, Rights
from model.people import EVERYTHING, Office, Role
from storage.database import Database
from tests.accounts.people import actor
from tests.clocks import ManualClock

CLOCK = ManualClock()
NOBODY = Rights(frozenset())


def office(user_id: int, role: Role) -> Office:
    return Office(user_id, role, None, EVERYTHING, CLOCK.now(), None)


@pytest.mark.parametrize(
    ("offices", "settings", "last"),
    [
        ({1: Role.ADMIN}, set(), {1}),
        ({1: Role.ADMIN, 2: Role.OFFICIAL}, set(), {1}),
        ({1: Role.ADMIN, 2: Role.ADMIN}, set(), set()),
        ({1: Role.ADMIN}, {9}, set()),
        ({1: Role.ADMIN}, {1}, {1}),
        ({1: Role.OFFICIAL, 9: Role.OFFICIAL}, {9}, {9}),
        ({}, set(), set()),
    ],
)
def test_the_last_admin(offices: dict[int, Role], settings: set[int], last: set[int]) -> None:
    people = colleagues([office(*one) for one in offices.items()], settings)
    assert {number for number in (1, 2, 9) if is_last_admin(number, people)} == last


async def granted(database: Database, roles: dict[int, Role]) -> None:
    async with database.writing() as db:
        for number, role in roles.items():
            await db.roles.grant(number, role, None, CLOCK.now())


@pytest.mark.parametrize("how", ["end", "change"])
async def test_two_admins_cannot_leave_nobody(database: Database, how: str) -> None:
    """Each ends the other's role in the same moment: whoever comes second is no admin any more."""
    for _ in range(5):
        await granted(database, {1: Role.ADMIN, 2: Role.ADMIN})
        end, change = EndRole(database, CLOCK, NOBODY), ChangeRole(database, CLOCK, NOBODY)
        results = await asyncio.gather(
            *(
                end(actor(by), whose) if how == "end" else change(actor(by), whose, Role.OFFICIAL)
                for by, whose in ((1, 2), (2, 1))
            ),
            return_exceptions=True,
        )
        refused = [each for each in results if isinstance(each, NotAllowedError)]
        assert len(refused) == 1
        async with database.reading() as db:
            roles = await db.roles.all()
        assert list(roles.values()).count(Role.ADMIN) == 1


async def test_both_who_give_up_at_once_leave_one(database: Database) -> None:
    for _ in range(5):
        await granted(database, {1: Role.ADMIN, 2: Role.ADMIN})
        end = EndRole(database, CLOCK, NOBODY)
        results = await asyncio.gather(
            *(end(actor(number), number) for number in (1, 2)), return_exceptions=True
        )
        assert sum(isinstance(each, OfficeError) for each in results) == 1
        async with database.reading() as db:
            assert len(await db.roles.all()) == 1


async def test_whoever_asks_to_be_forgotten_leaves_a_number(database: Database) -> None:
    async with database.writing() as db:
        await db.roles.grant(1, Role.OFFICIAL, 9, CLOCK.now(), name="Айгуль")
    forgotten = await DeleteMe(database, CLOCK, NOBODY)(actor(1))
    assert forgotten.role is Role.OFFICIAL
    async with database.reading() as db:
        assert await db.roles.office(1) is None
        act = await db.audit.get(1)
    assert act is not None
    assert (act.action, act.actor_id, act.subject) == ("role.end", 1, "1")
    assert "Айгуль" not in str(act)
