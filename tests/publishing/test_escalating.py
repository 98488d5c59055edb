"""What heads are told: once for each thing, only heads, in working hours."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from accounts.actor import OPERATOR
from accounts.rights import Rights
from accounts.subscribing import Welcome
from model.ids import ProjectId
from model.news import Stage
from model.partial_dates import PartialDate
from model.people import Role, Schedule, Scope
from model.projects import Field
from projects.recording import RecordChanges
from projects.rights import ProjectRights
from publishing.escalating import TellHeads
from publishing.officials import Officials
from storage.database import Database
from storage.tables import BodyTable, OutboxTable
from tests.clocks import ManualClock
from tests.projects.makers import ADMIN, KENTAU, WHY, actor, add, rights

HEAD, DISTRICT_OFFICIAL, QUIET_HEAD = 2001, 2002, 2003
MONDAY = datetime(2026, 11, 30, 5, tzinfo=UTC)
"""Ten in the morning in Turkistan."""


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MONDAY)


@pytest.fixture
def tell_heads(database: Database, clock: ManualClock) -> TellHeads:
    officials = Officials(clock, ProjectRights(Rights(frozenset({ADMIN}))))
    return TellHeads(database, clock, officials, "Asia/Almaty")


@pytest.fixture(autouse=True)
async def people(database: Database, clock: ManualClock) -> None:
    """An admin, a head, an official of one district; and a head who never pressed /start."""
    welcome = Welcome(database, clock, Schedule())
    for user_id in (ADMIN, HEAD, DISTRICT_OFFICIAL):
        await welcome(actor(user_id))
    async with database.writing() as db:
        for user_id, scope in (
            (HEAD, Scope()),
            (QUIET_HEAD, Scope()),
            (DISTRICT_OFFICIAL, Scope(frozenset({KENTAU}))),
        ):
            await db.roles.grant(user_id, Role.OFFICIAL, ADMIN, MONDAY, name="Имя", scope=scope)


def move(clock: ManualClock, to: datetime) -> None:
    clock.advance((to - clock.now()).total_seconds())


async def told(database: Database) -> list[tuple[int | None, str]]:
    """Who has been told what, as a second session sees it."""
    async with database.reading() as db:
        rows = await db.session.execute(
            select(OutboxTable.chat_id, BodyTable.outgoing)
            .join(BodyTable, BodyTable.id == OutboxTable.body_id)
            .order_by(OutboxTable.id)
        )
        return [(chat, body) for chat, body in rows]


async def test_heads_are_told_after_the_curator_had_his_time(
    database: Database, clock: ManualClock, tell_heads: TellHeads
) -> None:
    """Due on the 20th: late by a fortnight on the 4th of December, and not the day before."""
    await add(database, planned_finish=PartialDate(2026, 11, 20), curator=DISTRICT_OFFICIAL)
    move(clock, MONDAY + timedelta(days=3))
    assert await tell_heads() == 0
    move(clock, MONDAY + timedelta(days=4))
    assert await tell_heads() == 2
    found = await told(database)
    assert sorted(chat or 0 for chat, _ in found) == sorted([ADMIN, HEAD])
    assert all("Завод кабельной продукции" in body for _, body in found)
    assert all("опоздание: 14 дней" in body for _, body in found)


async def test_it_is_told_once_and_a_new_day_to_finish_is_told_anew(
    database: Database, clock: ManualClock, tell_heads: TellHeads
) -> None:
    project = await add(database, planned_finish=PartialDate(2026, 10, 1))
    assert await tell_heads() == 2
    assert await tell_heads() == 0
    move(clock, MONDAY + timedelta(days=1))
    assert await tell_heads() == 0
    await add(database, planned_finish=PartialDate(2026, 10, 2))
    assert await tell_heads() == 2
    change = RecordChanges(database, clock, rights())
    new = {Field.PLANNED_FINISH: PartialDate(2026, 11)}
    await change(OPERATOR, project.id, new, WHY, seen=1)
    assert await tell_heads() == 0
    move(clock, MONDAY + timedelta(days=15))
    assert await tell_heads() == 2
    assert len(await told(database)) == 6


async def test_what_stalled_is_told_and_a_word_on_it_ends_it(
    database: Database, clock: ManualClock, tell_heads: TellHeads
) -> None:
    await add(database, planned_finish=None)
    await add(database, planned_finish=None, stage=Stage.LAUNCHED)
    move(clock, MONDAY + timedelta(days=28))
    assert await tell_heads() == 0
    move(clock, MONDAY + timedelta(days=35))
    assert await tell_heads() == 2
    (_, body), _ = await told(database)
    assert "дольше 37 дней: 1" in body
    change = RecordChanges(database, clock, rights())
    await change(OPERATOR, ProjectId(1), {Field.PHYSICAL: 5}, WHY, seen=1)
    move(clock, MONDAY + timedelta(days=42))
    assert await tell_heads() == 0


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 30, 3, 59, tzinfo=UTC),
        datetime(2026, 11, 30, 13, 0, tzinfo=UTC),
        datetime(2026, 11, 28, 5, 0, tzinfo=UTC),
    ],
)
async def test_not_outside_working_hours(
    database: Database, clock: ManualClock, tell_heads: TellHeads, moment: datetime
) -> None:
    """Before nine, after six, on a Saturday."""
    await add(database, planned_finish=PartialDate(2026, 6))
    move(clock, moment)
    assert await tell_heads() == 0


async def test_many_at_once_are_one_message(database: Database, tell_heads: TellHeads) -> None:
    for _ in range(7):
        await add(database, planned_finish=PartialDate(2026, 6))
    assert await tell_heads() == 2
    (_, body), _ = await told(database)
    assert body.count("Завод кабельной продукции") == 5
    assert "и ещё 2" in body
    assert "overdue:list:all:0" in body


async def test_candidates_are_nobodys_delay(database: Database, tell_heads: TellHeads) -> None:
    await add(database, planned_finish=PartialDate(2026, 6), published=False)
    assert await tell_heads() == 0
