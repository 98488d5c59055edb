"""Updates put together, confirmed, overtaken, taken back: on both databases."""

import asyncio
from typing import Any

import pytest

from accounts.actor import OPERATOR, Actor
from accounts.rights import NotAllowedError, Rights
from accounts.two_person import TwoPersonRule
from model.news import Money, Stage
from model.partial_dates import PartialDate
from model.people import Role
from model.projects import DocumentKind, Field, Project, Proposal, ProposalState
from projects.errors import ProjectError, WrongValueError
from projects.proposals import DecideProposal, Decision, propose_from_story
from projects.updating import edits
from projects.updating.confirming import Confirmation, Confirmed, ConfirmUpdate
from projects.updating.drafting import (
    BeginUpdate,
    CorrectProposal,
    DropUpdate,
    EditUpdate,
    OtherUpdateError,
    Update,
)
from projects.updating.files import AddFile, SentFile
from projects.updating.undoing import SeeUndoing, UndoChange, Undone
from storage.database import Database
from storage.transaction import Transaction
from tests.clocks import ManualClock
from tests.projects.makers import (
    ADMIN,
    OFFICIAL,
    WHEN,
    WHY,
    add,
    add_story,
    make_official,
    make_proposal,
    rights,
)

SECOND = 1011
DAY = PartialDate(2026, 11, 23)


class Desk:
    def __init__(self, database: Database) -> None:
        self.database = database
        self.told: list[Proposal] = []
        parts = (database, ManualClock(WHEN), rights())
        self.begin = BeginUpdate(*parts)
        self.edit = EditUpdate(*parts)
        self.drop = DropUpdate(database)
        self.confirm = ConfirmUpdate(*parts, self._tell)
        self.correct = CorrectProposal(*parts)
        self.decide = DecideProposal(*parts, self._tell)
        self.undo = UndoChange(*parts, self._tell)
        self.see_undoing = SeeUndoing(database, rights())
        self.add_file = AddFile(*parts)

    async def _tell(self, db: Transaction, proposal: Proposal, project: Project) -> None:
        self.told.append(proposal)

    async def says(self, by: Actor, project: Project, *made: edits.Edit) -> Update:
        for edit in made:
            await self.edit(by, project.id, edit)
        return await self.edit.why(by, project.id, "был на объекте", None)

    async def confirms(self, by: Actor, shown: Update) -> Confirmed:
        return await self.confirm(by, shown.project.id, shown.project.version, shown.stamp)

    async def project(self, one: Project) -> Project:
        async with self.database.reading() as db:
            found = await db.projects.get(one.id)
        assert found is not None
        return found

    async def rule(self, *, is_on: bool) -> None:
        rule = TwoPersonRule(self.database, ManualClock(WHEN), Rights(frozenset({ADMIN})))
        await rule(OPERATOR, Role.OFFICIAL, is_on=is_on)

    async def last_change(self, project: Project) -> Any:
        async with self.database.reading() as db:
            return (await db.projects.history(project.id, 1))[0]


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


async def test_several_changes_of_one_update_are_one_act(desk: Desk) -> None:
    project, official = await add(desk.database), await make_official(desk.database)
    shown = await desk.says(
        official,
        project,
        edits.with_stage(Stage.CONSTRUCTION),
        edits.with_value(Field.PHYSICAL, 60),
        edits.with_blocker("нет воды", DAY),
    )
    assert await desk.project(project) == project
    assert set(shown.changes) == {Field.STAGE, Field.PHYSICAL, Field.BLOCKERS}

    done = await desk.confirms(official, shown)

    assert done.outcome is Confirmation.RECORDED
    kept = await desk.project(project)
    assert (kept.stage, kept.physical) == (Stage.CONSTRUCTION, 60)
    async with desk.database.reading() as db:
        entries = await db.projects.changes_of_act(done.act or 0)
    assert {one.field for one in entries} == set(shown.changes)
    assert {one.why.reason for one in entries} == {"был на объекте"}
    assert (await desk.begin(official, project.id)).changes == {}


async def test_the_same_press_twice_writes_once_and_is_answered_alike(desk: Desk) -> None:
    project, official = await add(desk.database), await make_official(desk.database)
    shown = await desk.says(official, project, edits.with_value(Field.PHYSICAL, 60))

    first, again = [await desk.confirms(official, shown) for _ in range(2)]

    assert (again.outcome, again.act) == (first.outcome, first.act)
    assert (await desk.project(project)).version == project.version + 1


async def test_two_officials_at_once_the_second_sees_the_firsts(desk: Desk) -> None:
    project = await add(desk.database)
    one, other = await make_official(desk.database), await make_official(desk.database, SECOND)
    theirs = await desk.says(one, project, edits.with_value(Field.PHYSICAL, 40))
    ours = await desk.says(other, project, edits.with_value(Field.PHYSICAL, 60))

    both = await asyncio.gather(desk.confirms(one, theirs), desk.confirms(other, ours))

    assert {each.outcome for each in both} == {Confirmation.RECORDED, Confirmation.MEANWHILE}
    (late,) = (each for each in both if each.outcome is Confirmation.MEANWHILE)
    assert late.update is not None
    assert [each.field for each in late.update.meanwhile] == [Field.PHYSICAL]
    assert late.update.clashes == {Field.PHYSICAL}
    assert late.update.people
    done = await desk.confirms(other if late is both[1] else one, late.update)
    assert done.outcome is Confirmation.RECORDED


async def test_entries_of_two_officials_stand_beside_each_other(desk: Desk) -> None:
    project = await add(desk.database)
    one, other = await make_official(desk.database), await make_official(desk.database, SECOND)
    money = Money(9_000_000_000, "KZT")
    theirs = await desk.says(one, project, edits.with_claim("9 млрд тенге", money, DAY, "акимат"))
    ours = await desk.says(other, project, edits.with_claim("9,1 млрд тенге", None, DAY, "газета"))
    await desk.confirms(one, theirs)

    late = await desk.confirms(other, ours)
    assert late.update is not None
    await desk.confirms(other, late.update)

    kept = await desk.project(project)
    assert [each.id for each in kept.claims] == [1, 2, 3, 4]
    assert kept.claim is not None
    assert kept.claim.printed == "9,1 млрд тенге"


async def test_an_older_screen_does_not_confirm_what_came_after_it(desk: Desk) -> None:
    project, official = await add(desk.database), await make_official(desk.database)
    old = await desk.says(official, project, edits.with_value(Field.PHYSICAL, 10))
    await desk.says(official, project, edits.with_value(Field.PHYSICAL, 90))

    done = await desk.confirms(official, old)

    assert done.outcome is Confirmation.ANOTHER
    assert (await desk.project(project)).physical is None


async def test_a_role_that_ended_before_the_confirmation_confirms_nothing(desk: Desk) -> None:
    project, official = await add(desk.database), await make_official(desk.database)
    shown = await desk.says(official, project, edits.with_value(Field.PHYSICAL, 60))
    async with desk.database.writing() as db:
        await db.roles.revoke(OFFICIAL)

    with pytest.raises(NotAllowedError):
        await desk.confirms(official, shown)
    with pytest.raises(NotAllowedError):
        await desk.begin(official, project.id)


async def test_a_project_deleted_meanwhile_is_not_there(desk: Desk) -> None:
    project = await add(desk.database)
    one, other = await make_official(desk.database), await make_official(desk.database, SECOND)
    shown = await desk.says(one, project, edits.with_value(Field.PHYSICAL, 60))
    gone = await desk.says(other, project, edits.with_value(Field.DELETED, True))
    deleted = await desk.confirms(other, gone)

    assert (await desk.confirms(other, gone)).act == deleted.act
    with pytest.raises(ProjectError):
        await desk.confirms(one, shown)
    with pytest.raises(ProjectError):
        await desk.begin(one, project.id)


async def test_an_update_needs_a_reason(desk: Desk) -> None:
    project, official = await add(desk.database), await make_official(desk.database)
    shown = await desk.edit(official, project.id, edits.with_value(Field.PHYSICAL, 60))

    with pytest.raises(ProjectError):
        await desk.confirms(official, shown)


async def test_what_is_open_of_another_project_is_not_thrown_away(desk: Desk) -> None:
    one, other = await add(desk.database), await add(desk.database)
    official = await make_official(desk.database)
    await desk.says(official, one, edits.with_value(Field.PHYSICAL, 60))

    with pytest.raises(OtherUpdateError):
        await desk.begin(official, other.id)
    with pytest.raises(OtherUpdateError):
        await desk.edit(official, other.id, edits.with_value(Field.PHYSICAL, 10))
    await desk.drop(official, other.id)
    assert (await desk.begin(official, one.id)).changes == {Field.PHYSICAL: 60}

    assert (await desk.begin(official, other.id, anew=True)).changes == {}


async def test_a_wrong_value_leaves_the_update_as_it_was(desk: Desk) -> None:
    project, official = await add(desk.database), await make_official(desk.database)
    before = await desk.says(official, project, edits.with_value(Field.PHYSICAL, 60))

    with pytest.raises(WrongValueError):
        await desk.edit(official, project.id, edits.with_value(Field.PHYSICAL, 160))

    assert await desk.begin(official, project.id) == before


async def test_what_a_field_cannot_become_any_more_leaves_the_rest(desk: Desk) -> None:
    """Building began meanwhile: the planned date stands, and the screen is not stuck."""
    project = await add(desk.database)
    one, other = await make_official(desk.database), await make_official(desk.database, SECOND)
    ours = (
        edits.with_value(Field.PLANNED_FINISH, PartialDate(2028)),
        edits.with_value(Field.PHYSICAL, 5),
    )
    await desk.says(one, project, *ours)
    begun = await desk.says(other, project, edits.with_stage(Stage.CONSTRUCTION))
    await desk.confirms(other, begun)

    shown = await desk.begin(one, project.id)

    assert shown.changes == {Field.PHYSICAL: 5}


async def test_under_the_rule_an_update_waits_for_another(desk: Desk) -> None:
    project, official = await add(desk.database), await make_official(desk.database)
    second = await make_official(desk.database, SECOND)
    await desk.rule(is_on=True)
    shown = await desk.says(official, project, edits.with_value(Field.PHYSICAL, 60))
    assert shown.needs_second

    made = await desk.confirms(official, shown)
    again = await desk.confirms(official, shown)

    assert (made.outcome, again.proposal) == (Confirmation.PROPOSED, made.proposal)
    assert (await desk.project(project)).physical is None
    assert made.proposal is not None
    done = await desk.decide(
        second, made.proposal, ProposalState.ACCEPTED, seen=made.project.version
    )
    assert done.outcome is Decision.DONE
    assert (await desk.last_change(project)).confirmed_by == SECOND


async def test_under_the_rule_what_a_story_told_is_confirmed_by_two(desk: Desk) -> None:
    project, official = await add(desk.database), await make_official(desk.database)
    story = await add_story(desk.database)
    await desk.rule(is_on=True)
    async with desk.database.writing() as db:
        told = await propose_from_story(db, project, story, {Field.PHYSICAL: 60}, WHY, WHEN)
    assert told is not None

    done = await desk.decide(official, told.id, ProposalState.ACCEPTED, seen=project.version)

    assert (done.recorded, done.proposal.state) == (None, ProposalState.ACCEPTED)
    assert done.made is not None
    assert done.made.author_id == OFFICIAL
    assert (await desk.project(project)).physical is None


async def test_a_proposal_is_put_right_and_its_author_told(desk: Desk) -> None:
    project, author = await add(desk.database), await make_official(desk.database)
    second = await make_official(desk.database, SECOND)
    made = await make_proposal(desk.database, author, project, {Field.PHYSICAL: 60})

    opened = await desk.correct(second, made.id)
    assert opened.changes == {Field.PHYSICAL: 60}
    shown = await desk.says(second, project, edits.with_value(Field.PHYSICAL, 55))
    await desk.confirms(second, shown)

    assert (await desk.project(project)).physical == 55
    assert [one.state for one in desk.told] == [ProposalState.ACCEPTED]
    with pytest.raises(ProjectError):
        await desk.correct(second, made.id)


async def test_an_entry_is_put_back_by_a_new_one(desk: Desk) -> None:
    project, official = await add(desk.database), await make_official(desk.database)
    shown = await desk.says(official, project, edits.with_value(Field.PHYSICAL, 60))
    await desk.confirms(official, shown)
    change = await desk.last_change(project)

    done = await desk.undo(official, change.id, "ошибка")
    again = await desk.undo(official, change.id, "ошибка")

    assert (done.outcome, again.outcome) == (Undone.RECORDED, Undone.SAME)
    assert (await desk.project(project)).physical is None
    last = await desk.last_change(project)
    assert (last.undoes, last.old, last.new) == (change.id, 60, None)


async def test_a_whole_act_is_put_back_at_once(desk: Desk) -> None:
    project, official = await add(desk.database), await make_official(desk.database)
    shown = await desk.says(
        official, project, edits.with_claim("9 млрд тенге", None, DAY, None), edits.with_note("а")
    )
    done = await desk.confirms(official, shown)
    change = await desk.last_change(project)
    seen = await desk.see_undoing(official, change.id)
    assert {one.act for one in seen.of_act} == {done.act}

    await desk.undo(official, change.id, "ошибка", whole_act=True)

    kept = await desk.project(project)
    assert (kept.claims, kept.amount, kept.notes) == (project.claims, project.amount, None)


async def test_what_became_something_else_since_is_not_put_back(desk: Desk) -> None:
    project, official = await add(desk.database), await make_official(desk.database)
    for percent in (10, 20):
        shown = await desk.says(official, project, edits.with_value(Field.PHYSICAL, percent))
        await desk.confirms(official, shown)
    async with desk.database.reading() as db:
        _, first = await db.projects.history(project.id, 2)

    assert (await desk.see_undoing(official, first.id)).overtaken == {Field.PHYSICAL}
    with pytest.raises(ProjectError, match="overtaken"):
        await desk.undo(official, first.id, "ошибка")
    assert (await desk.project(project)).physical == 20


async def test_a_deleted_project_is_put_back(desk: Desk) -> None:
    project, official = await add(desk.database), await make_official(desk.database)
    shown = await desk.says(official, project, edits.with_value(Field.DELETED, True))
    await desk.confirms(official, shown)
    change = await desk.last_change(project)

    await desk.undo(official, change.id, "ошибка")

    assert not (await desk.project(project)).deleted


async def test_the_names_a_project_began_with_are_not_taken_away(desk: Desk) -> None:
    project, official = await add(desk.database), await make_official(desk.database)
    async with desk.database.reading() as db:
        history = await db.projects.history(project.id, 100)
    names = next(one for one in history if one.field is Field.NAMES)

    with pytest.raises(ProjectError):
        await desk.undo(official, names.id, "ошибка")


async def test_a_file_is_kept_once_and_goes_with_its_update(desk: Desk) -> None:
    project, official = await add(desk.database), await make_official(desk.database)
    photo = SentFile("file-1", DocumentKind.PHOTO, "a.jpg", "фундамент", b"bytes")
    await desk.add_file(official, project.id, photo)
    shown = await desk.add_file(official, project.id, photo)

    (document,) = shown.after.documents
    async with desk.database.reading() as db:
        assert await db.project_files.content(document.id) == b"bytes"
    await desk.drop(official)
    async with desk.database.reading() as db:
        assert await db.project_files.name(document.id) is None
