"""Counts and sums over projects: against the same counted by hand, on both databases."""

from datetime import timedelta

import pytest

from accounts.actor import OPERATOR
from model.ids import ProjectId
from model.news import Money, Stage
from model.overview import Counted, Dimension, Selection, Tally, Whose
from model.partial_dates import PartialDate
from model.people import Role, Scope
from model.projects import Claim, Field, Filter, Investor, Suspension
from projects.recording import RecordChanges
from projects.rights import Standing, looks_after
from storage.database import Database
from tests.clocks import ManualClock
from tests.projects.makers import KENTAU, OFFICIAL, SAIRAM, WHEN, WHY, add, rights


def tenge(value: int) -> tuple[Claim, ...]:
    return (Claim(1, f"{value} тенге", Money(value, "KZT")),)


@pytest.fixture
async def town(database: Database) -> Database:
    """Four projects: 3 bn KZT, 5 bn KZT, 7 m USD, and one without an amount."""
    dollars = (Claim(1, "7 млн долларов", Money(7_000_000, "USD")),)
    await add(database)
    await add(
        database,
        claims=tenge(5_000_000_000),
        stage=Stage.CONSTRUCTION,
        districts=(KENTAU, SAIRAM),
        jobs_created=30,
        curator=OFFICIAL,
        planned_finish=PartialDate(2027),
    )
    await add(database, claims=dollars, districts=(SAIRAM,), sectors=("textile", "agro"))
    await add(
        database,
        claims=(),
        amount=None,
        districts=(),
        sectors=(),
        investors=(Investor("Кто-то"),),
        jobs_planned=None,
        planned_finish=None,
        suspension=Suspension("нет света", PartialDate(2026)),
    )
    return database


async def test_all_together(town: Database) -> None:
    async with town.reading() as db:
        tally = await db.project_numbers.tally(Selection())
    assert tally == Tally(4, (Money(8_000_000_000, "KZT"), Money(7_000_000, "USD")), 360, 30)


async def test_nothing_is_a_tally_too(town: Database) -> None:
    async with town.reading() as db:
        tally = await db.project_numbers.tally(Selection(Filter(country="TR")))
    assert tally == Tally()


@pytest.mark.parametrize(
    ("dimension", "counted"),
    [
        (Dimension.STAGE, {"memorandum": 3, "construction": 1}),
        (Dimension.SECTOR, {"electrical": 2, "textile": 1, "agro": 1, None: 1}),
        (Dimension.DISTRICT, {KENTAU: 2, SAIRAM: 2, None: 1}),
        (Dimension.COUNTRY, {"CN": 3, None: 1}),
        (Dimension.CURATOR, {str(OFFICIAL): 1, None: 3}),
    ],
)
async def test_by_each_dimension(
    town: Database, dimension: Dimension, counted: dict[str | None, int]
) -> None:
    async with town.reading() as db:
        found = await db.project_numbers.by(dimension, Selection())
    assert {one.key: one.tally.projects for one in found} == counted


async def test_a_project_in_two_districts_counts_whole_in_each(town: Database) -> None:
    async with town.reading() as db:
        found = await db.project_numbers.by(Dimension.DISTRICT, Selection())
    by_key = {one.key: one.tally for one in found}
    assert by_key[KENTAU].sums == (Money(8_000_000_000, "KZT"),)
    assert set(by_key[SAIRAM].sums) == {Money(5_000_000_000, "KZT"), Money(7_000_000, "USD")}


async def test_a_filter_narrows_what_is_counted(town: Database) -> None:
    async with town.reading() as db:
        found = await db.project_numbers.by(
            Dimension.STAGE, Selection(Filter(district=SAIRAM, sector="electrical"))
        )
    assert found == [Counted("construction", Tally(1, (Money(5_000_000_000, "KZT"),), 120, 30))]


@pytest.mark.parametrize(
    "scope",
    [
        Scope(),
        Scope(frozenset({SAIRAM})),
        Scope(projects=frozenset({ProjectId(1)})),
        Scope(frozenset({KENTAU}), frozenset({ProjectId(4)})),
        Scope(frozenset({"610000000"})),
    ],
)
async def test_what_somebody_looks_after_is_what_the_rights_say(
    town: Database, scope: Scope
) -> None:
    standing = Standing(OFFICIAL, Role.OFFICIAL, scope)
    async with town.reading() as db:
        ids = await db.project_numbers.ids(Selection(whose=Whose(OFFICIAL, scope)), 10)
        projects = await db.projects.listed(Filter())
    assert set(ids) == {one.id for one in projects if looks_after(standing, one)}


async def test_overdue_the_longest_first(town: Database) -> None:
    """Due by June 2026 are the first and the third; the second has until the end of 2027."""
    async with town.reading() as db:
        before = await db.project_numbers.ids(
            Selection(overdue_on=PartialDate(2026, 6, 30).last), 10
        )
        late = await db.project_numbers.ids(Selection(overdue_on=PartialDate(2026, 7, 1).last), 10)
        later = await db.project_numbers.ids(Selection(overdue_on=PartialDate(2028, 1, 1).last), 10)
    assert (before, late, later) == ([], [1, 3], [1, 3, 2])


async def test_moved_is_a_change_that_everyone_may_know(town: Database) -> None:
    clock = ManualClock(WHEN + timedelta(days=3))
    change = RecordChanges(town, clock, rights())
    await change(OPERATOR, ProjectId(1), {Field.STAGE: Stage.CONSTRUCTION}, WHY, seen=1)
    await change(OPERATOR, ProjectId(1), {Field.PHYSICAL: 5}, WHY, seen=2)
    await change(OPERATOR, ProjectId(2), {Field.NOTES: "между нами"}, WHY, seen=1)
    async with town.reading() as db:
        moved = await db.project_numbers.ids(Selection(moved_since=WHEN), 10)
        fields = await db.project_numbers.moved([ProjectId(1), ProjectId(2)], WHEN)
        since_then = await db.project_numbers.count(Selection(moved_since=WHEN + timedelta(days=4)))
        entered = await db.project_numbers.count(Selection(entered_since=WHEN))
    assert (moved, since_then, entered) == ([1], 0, 4)
    assert fields == {1: [Field.PHYSICAL, Field.STAGE]}


async def test_unconfirmed_are_those_with_something_to_come(town: Database) -> None:
    """The fourth is suspended: everybody knows that it stands still."""
    clock = ManualClock(WHEN + timedelta(days=40))
    change = RecordChanges(town, clock, rights())
    await change(OPERATOR, ProjectId(2), {Field.PHYSICAL: 50}, WHY, seen=1)
    await change(OPERATOR, ProjectId(3), {Field.STAGE: Stage.LAUNCHED}, WHY, seen=1)
    async with town.reading() as db:
        found = await db.project_numbers.ids(
            Selection(unconfirmed_since=WHEN + timedelta(days=10)), 10
        )
        nothing_yet = await db.project_numbers.ids(Selection(unconfirmed_since=WHEN), 10)
    assert (found, nothing_yet) == ([1], [])


async def test_the_largest_of_the_commonest_currency_come_first(town: Database) -> None:
    async with town.reading() as db:
        assert await db.project_numbers.largest(Selection(), 10) == [2, 1, 3, 4]


async def test_what_is_kept_reads_as_the_project(town: Database) -> None:
    async with town.reading() as db:
        kept = await db.project_numbers.kept(Selection(), 3)
        rest = await db.project_numbers.kept(Selection(), 3, kept[-1].id)
        projects = await db.projects.listed(Filter())
    read = [one.read() for one in (*kept, *rest)]
    assert {one.id: one for one in read} == {one.id: one for one in projects}


async def test_kept_changes_read_as_the_history(town: Database) -> None:
    clock = ManualClock(WHEN + timedelta(days=1))
    change = RecordChanges(town, clock, rights())
    await change(OPERATOR, ProjectId(1), {Field.PLANNED_FINISH: PartialDate(2027, 1)}, WHY, seen=1)
    async with town.reading() as db:
        (kept,) = await db.project_numbers.kept_changes(Selection(), WHEN, 10)
        none = await db.project_numbers.kept_changes(Selection(Filter(sector="agro")), WHEN, 10)
    assert (kept.project_id, kept.field, kept.reason) == (1, "planned_finish", WHY.reason)
    assert kept.values() == (PartialDate(2026, 6), PartialDate(2027, 1))
    assert none == []
