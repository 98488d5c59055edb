"""The two-person rule: a switch for each role, an admin's to turn."""

import pytest

from accounts.actor import OPERATOR
from accounts.errors import WrongChoiceError
from accounts.rights import NotAllowedError, Rights
from accounts.two_person import TwoPersonRule
from model.people import Role
from storage.database import Database
from tests.accounts.people import actor
from tests.clocks import ManualClock


@pytest.fixture
def rule(database: Database) -> TwoPersonRule:
    return TwoPersonRule(database, ManualClock(), Rights(frozenset({9})))


async def ruled(database: Database) -> list[Role]:
    async with database.reading() as db:
        return [role for role in Role if await TwoPersonRule.is_on(db, role)]


async def test_it_is_off_until_it_is_turned_on(database: Database, rule: TwoPersonRule) -> None:
    assert await ruled(database) == []
    await rule(actor(9), Role.OFFICIAL, is_on=True)
    assert await ruled(database) == [Role.OFFICIAL]
    await rule(OPERATOR, Role.ADMIN, is_on=True)
    await rule(actor(9), Role.OFFICIAL, is_on=False)
    assert await ruled(database) == [Role.ADMIN]


async def test_each_turn_is_told_in_the_log_once(database: Database, rule: TwoPersonRule) -> None:
    for is_on in (False, True, True, False):
        await rule(actor(9), Role.OFFICIAL, is_on=is_on)
    async with database.reading() as db:
        acts = [await db.audit.get(number) for number in (1, 2, 3)]
    assert [each and (each.actor_id, each.subject, each.before, each.after) for each in acts] == [
        (9, "official", {"is_on": False}, {"is_on": True}),
        (9, "official", {"is_on": True}, {"is_on": False}),
        None,
    ]


async def test_only_an_admin_turns_it(database: Database, rule: TwoPersonRule) -> None:
    with pytest.raises(NotAllowedError):
        await rule(actor(5), Role.OFFICIAL, is_on=True)
    with pytest.raises(WrongChoiceError):
        await rule(actor(9), Role.SUBSCRIBER, is_on=True)
    assert await ruled(database) == []
