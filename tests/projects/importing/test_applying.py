"""A spreadsheet into the registry and out of it again: one act, whole or not at all."""

import pytest

from accounts.actor import OPERATOR, Actor
from accounts.rights import NotAllowedError, Rights
from accounts.two_person import TwoPersonRule
from model.imports import ImportState
from model.news import Stage
from model.people import ChatKind, Role, Scope
from model.projects import Field, Filter
from projects.exporting.table import Column
from projects.importing.applying import ImportRefusedError, Imports, Outcome
from projects.recording import RecordChanges
from storage.database import Database
from tests.clocks import ManualClock
from tests.news.outlets import ParserHere
from tests.projects.importing.books import book, lines
from tests.projects.makers import ADMIN, KENTAU, WHEN, WHY, actor, add, make_official, rights

TWO = lines("Код;Название;Стадия;Рабочие места", "TUR-001;;строительство;150", "B-7;Теплица;;")


def imports(database: Database) -> Imports:
    return Imports(database, ManualClock(WHEN), rights(), ParserHere().run)


async def test_a_file_is_applied_as_one_act(database: Database) -> None:
    known, official = await add(database), await make_official(database)
    use = imports(database)

    shown = await use.take(official, "план.csv", TWO)
    applied = await use.apply(official, shown.imported.id, shown.stamp)

    assert (applied.outcome, applied.added, applied.changed) == (Outcome.DONE, 1, 1)
    async with database.reading() as db:
        after = await db.projects.get(known.id)
        new = await db.projects.with_code("B-7")
        changes = await db.projects.changes_of_act(applied.imported.act or 0)
        act = await db.audit.get(applied.imported.act or 0)
        kept = await db.imports.get(shown.imported.id)
    assert after is not None
    assert (after.stage, after.jobs_planned, after.version) == (Stage.CONSTRUCTION, 150, 2)
    assert new is not None
    assert (new.names, new.stage) == ({"ru": "Теплица"}, Stage.PLANNED)
    assert {(one.project_id, one.field) for one in changes} == {
        (known.id, Field.STAGE),
        (known.id, Field.JOBS_PLANNED),
        *((new.id, field) for field in (Field.CODE, Field.NAMES, Field.STAGE)),
    }
    assert {(one.why.source, one.actor_id) for one in changes} == {("план.csv", official.user_id)}
    assert act is not None
    assert act.after == {"file": "план.csv", "added": [new.id], "changed": [known.id]}
    assert kept is not None
    assert (kept.state, kept.content) == (ImportState.APPLIED, None)


async def test_a_press_that_comes_twice_applies_once(database: Database) -> None:
    await add(database)
    use = imports(database)
    shown = await use.take(OPERATOR, "план.csv", TWO)
    await use.apply(OPERATOR, shown.imported.id, shown.stamp)
    again = await use.apply(OPERATOR, shown.imported.id, shown.stamp)
    assert again.outcome is Outcome.ALREADY
    async with database.reading() as db:
        assert await db.projects.count(Filter()) == 2


async def test_what_changed_since_it_was_shown_is_shown_again(database: Database) -> None:
    known = await add(database)
    use = imports(database)
    shown = await use.take(OPERATOR, "план.csv", TWO)
    record = RecordChanges(database, ManualClock(WHEN), rights())
    await record(OPERATOR, known.id, {Field.JOBS_PLANNED: 99}, WHY, seen=1)

    applied = await use.apply(OPERATOR, shown.imported.id, shown.stamp)
    assert applied.outcome is Outcome.MEANWHILE
    async with database.reading() as db:
        after = await db.projects.get(known.id)
    assert after is not None
    assert after.jobs_planned == 99

    looked = await use.look(OPERATOR, shown.imported.id)
    assert (await use.apply(OPERATOR, shown.imported.id, looked.stamp)).outcome is Outcome.DONE


async def test_it_is_undone_as_a_whole_but_for_what_changed_since(database: Database) -> None:
    known = await add(database)
    use = imports(database)
    shown = await use.take(OPERATOR, "план.csv", TWO)
    await use.apply(OPERATOR, shown.imported.id)
    record = RecordChanges(database, ManualClock(WHEN), rights())
    await record(OPERATOR, known.id, {Field.JOBS_PLANNED: 200}, WHY, seen=2)

    undone = await use.undo(OPERATOR, shown.imported.id)

    assert (undone.outcome, undone.projects) == (Outcome.DONE, 2)
    assert undone.left == (("TUR-001", Field.JOBS_PLANNED),)
    async with database.reading() as db:
        after = await db.projects.get(known.id)
        new = await db.projects.with_code("B-7")
        history = await db.projects.history(known.id, 1)
    assert after is not None
    assert new is not None
    assert (after.stage, after.jobs_planned, new.deleted) == (Stage.MEMORANDUM, 200, True)
    assert history[0].undoes is not None
    assert (await use.undo(OPERATOR, shown.imported.id)).outcome is Outcome.ALREADY


async def test_a_person_says_what_a_column_is(database: Database) -> None:
    use = imports(database)
    shown = await use.take(OPERATOR, "x.xlsx", book(["Название", "Число душ"], ["Завод", 12]))
    assert shown.headings[1].column is None
    chosen = await use.choose(OPERATOR, shown.imported.id, 1, Column.JOBS_PLANNED)
    (row,) = chosen.difference.added
    assert (row.added or {})[Field.JOBS_PLANNED] == 12
    assert (await use.see(OPERATOR, shown.imported.id)).headings[1].column is Column.JOBS_PLANNED


async def test_a_project_without_a_code_is_given_one(database: Database) -> None:
    use = imports(database)
    shown = await use.take(
        OPERATOR, "x.csv", lines("Код;Название", "TUR-002;Завод", ";Теплица", ";Ферма")
    )
    await use.apply(OPERATOR, shown.imported.id)
    async with database.reading() as db:
        found = await db.projects.listed(Filter())
    codes = {one.code: one.names["ru"] for one in found}
    assert codes["TUR-002"] == "Завод"
    assert len(codes) == 3


async def test_who_may_import(database: Database) -> None:
    use = imports(database)
    everywhere = await make_official(database)
    bounded = await make_official(database, 1011, Scope(frozenset({KENTAU})))
    for by in (everywhere, actor(ADMIN, Role.ADMIN)):
        shown = await use.take(by, "план.csv", TWO)
        await use.cancel(by, shown.imported.id)
    group = actor(ADMIN, Role.ADMIN, ChatKind.GROUP)
    for by in (bounded, actor(1, Role.ADMIN), group):
        with pytest.raises(NotAllowedError):
            await use.take(by, "план.csv", TWO)
        with pytest.raises(NotAllowedError):
            await use.apply(by, shown.imported.id)
        with pytest.raises(NotAllowedError):
            await use.undo(by, shown.imported.id)


async def test_nobody_decides_on_anothers_file(database: Database) -> None:
    use = imports(database)
    shown = await use.take(await make_official(database), "план.csv", TWO)
    admin: Actor = actor(ADMIN, Role.ADMIN)
    for act in (use.see, use.cancel, use.apply, use.undo):
        with pytest.raises(ImportRefusedError):
            await act(admin, shown.imported.id)


async def test_what_needs_a_second_person_no_file_changes(database: Database) -> None:
    clock = ManualClock(WHEN)
    official, use = await make_official(database), imports(database)
    shown = await use.take(official, "план.csv", TWO)
    rule = TwoPersonRule(database, clock, Rights(frozenset({ADMIN})))
    await rule(OPERATOR, Role.OFFICIAL, is_on=True)
    with pytest.raises(NotAllowedError):
        await use.apply(official, shown.imported.id)


async def test_what_cannot_be_read_is_refused(database: Database) -> None:
    with pytest.raises(ImportRefusedError) as told:
        await imports(database).take(OPERATOR, "x.xls", b"\xd0\xcf\x11\xe0")
    assert told.value.key == "error-import-old"
