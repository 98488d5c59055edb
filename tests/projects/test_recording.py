"""Adding projects, recording changes: history, audit, rights, two officials at once."""

import asyncio

import pytest

from accounts.rights import NotAllowedError
from model.news import Stage
from model.people import ChatKind, Role, Scope
from model.projects import Field, Filter, Why
from projects.errors import ProjectError
from projects.recording import Outcome, RecordChanges
from storage.database import Database
from tests.clocks import ManualClock
from tests.projects.makers import (
    CABLE,
    KENTAU,
    OFFICIAL,
    SAIRAM,
    WHEN,
    WHY,
    actor,
    add,
    make_official,
    rights,
)


def recorder(database: Database) -> RecordChanges:
    return RecordChanges(database, ManualClock(WHEN), rights())


async def test_a_new_project_is_kept_whole_with_its_history(database: Database) -> None:
    added = await add(database)

    async with database.reading() as db:
        kept = await db.projects.get(added.id)
        history = await db.projects.history(added.id, 100)
    assert kept == added
    assert kept.code == "TUR-001"
    assert {one.field: one.new for one in history} == CABLE


async def test_a_change_is_in_the_history_and_in_the_audit_log(database: Database) -> None:
    project, official = await add(database), await make_official(database)

    done = await recorder(database)(
        official, project.id, {Field.STAGE: Stage.CONSTRUCTION}, WHY, seen=project.version
    )

    assert done.outcome is Outcome.DONE
    async with database.reading() as db:
        (change,) = await db.projects.history(project.id, 1)
        act = await db.audit.get(done.act or 0)
        kept = await db.projects.get(project.id)
    assert kept == done.project
    assert (change.old, change.new) == (Stage.MEMORANDUM, Stage.CONSTRUCTION)
    assert (change.why, change.actor_id, change.act) == (WHY, OFFICIAL, done.act)
    assert act is not None
    assert (act.subject, act.before) == (f"project:{project.id}", {"stage": "memorandum"})


async def test_the_second_of_two_sees_what_the_first_changed(database: Database) -> None:
    project, official = await add(database), await make_official(database)
    record = recorder(database)

    both = await asyncio.gather(
        record(official, project.id, {Field.PHYSICAL: 10}, WHY, seen=project.version),
        record(official, project.id, {Field.PHYSICAL: 20}, WHY, seen=project.version),
    )

    assert sorted(one.outcome.name for one in both) == ["DONE", "MEANWHILE"]
    async with database.reading() as db:
        kept = await db.projects.get(project.id)
    assert kept is not None
    (done,) = (one for one in both if one.outcome is Outcome.DONE)
    assert kept.physical == done.project.physical


async def test_pressed_twice_it_is_recorded_once(database: Database) -> None:
    project, official = await add(database), await make_official(database)
    record, change = recorder(database), {Field.PHYSICAL: 10}

    await record(official, project.id, change, WHY, seen=project.version)
    again = await record(official, project.id, change, WHY, seen=project.version)

    assert again.outcome is Outcome.SAME
    async with database.reading() as db:
        history = await db.projects.history(project.id, 100)
    assert [one.field for one in history].count(Field.PHYSICAL) == 1


@pytest.mark.parametrize(
    ("scope", "may"),
    [
        (Scope(), True),
        (Scope(districts=frozenset({KENTAU})), True),
        (Scope(districts=frozenset({SAIRAM})), False),
    ],
)
async def test_an_official_changes_what_they_look_after(
    database: Database, scope: Scope, may: bool
) -> None:
    project, official = await add(database), await make_official(database, scope=scope)
    attempt = recorder(database)(official, project.id, {Field.PHYSICAL: 1}, WHY, seen=1)

    if may:
        assert (await attempt).outcome is Outcome.DONE
    else:
        with pytest.raises(NotAllowedError):
            await attempt


async def test_a_curator_changes_their_project_wherever_it_is(database: Database) -> None:
    project = await add(database, curator=OFFICIAL)
    official = await make_official(database, scope=Scope(districts=frozenset({SAIRAM})))

    done = await recorder(database)(official, project.id, {Field.PHYSICAL: 1}, WHY, seen=1)

    assert done.outcome is Outcome.DONE


async def test_a_subscriber_and_an_official_in_a_group_change_nothing(database: Database) -> None:
    project = await add(database)
    await make_official(database)
    record = recorder(database)

    for other in (actor(1), actor(OFFICIAL, Role.OFFICIAL, ChatKind.SUPERGROUP)):
        with pytest.raises(NotAllowedError):
            await record(other, project.id, {Field.PHYSICAL: 1}, WHY, seen=1)


async def test_a_change_needs_a_reason(database: Database) -> None:
    project, official = await add(database), await make_official(database)

    with pytest.raises(ProjectError):
        await recorder(database)(official, project.id, {Field.PHYSICAL: 1}, Why(" "), seen=1)
    async with database.reading() as db:
        assert await db.projects.get(project.id) == project


async def test_codes_are_counted_and_belong_to_one(database: Database) -> None:
    first, second = await add(database), await add(database)

    assert (first.code, second.code) == ("TUR-001", "TUR-002")
    with pytest.raises(ProjectError):
        await add(database, code="tur-002")


async def test_projects_are_listed_by_what_they_are(database: Database) -> None:
    one = await add(database)
    other = await add(database, sectors=("textile",), districts=(SAIRAM,), stage=Stage.LAUNCHED)
    await add(database, published=False)

    async with database.reading() as db:
        listed = {
            which: [each.id for each in await db.projects.listed(which)]
            for which in (
                Filter(),
                Filter(sector="textile"),
                Filter(district=KENTAU),
                Filter(country="CN", stage=Stage.LAUNCHED),
                Filter(country="RU"),
            )
        }
        assert await db.projects.count(Filter(unpublished=True)) == 1
    assert listed == {
        Filter(): [other.id, one.id],
        Filter(sector="textile"): [other.id],
        Filter(district=KENTAU): [one.id],
        Filter(country="CN", stage=Stage.LAUNCHED): [other.id],
        Filter(country="RU"): [],
    }
