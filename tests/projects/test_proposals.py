"""Proposals: made, confirmed by another, returned, overtaken; and those that stories make."""

import asyncio

import pytest

from accounts.rights import NotAllowedError
from model.ids import StoryId
from model.news import Stage
from model.partial_dates import PartialDate
from model.people import Role, Scope
from model.projects import Blocker, Field, Project, Proposal, ProposalState, Why
from projects.errors import ProjectError
from projects.proposals import (
    DecideProposal,
    Decision,
    SeeProposals,
    propose_from_story,
)
from projects.recording import RecordChanges
from storage.database import Database
from storage.transaction import Transaction
from tests.clocks import ManualClock
from tests.projects.makers import (
    OFFICIAL,
    SAIRAM,
    WHEN,
    WHY,
    actor,
    add,
    add_story,
    make_official,
    make_proposal,
    rights,
)

SECOND = 1011
STAGE = {Field.STAGE: Stage.CONSTRUCTION}


class Desk:
    """The use cases over one database, and whom they told."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.told: list[tuple[int | None, ProposalState]] = []
        parts = (database, ManualClock(WHEN), rights(), self._tell)
        self.decide = DecideProposal(*parts)
        self.see = SeeProposals(database, rights())
        self.record = RecordChanges(database, ManualClock(WHEN), rights())

    async def _tell(self, db: Transaction, proposal: Proposal, project: Project) -> None:
        self.told.append((proposal.author_id, proposal.state))

    async def project(self, one: Project) -> Project:
        async with self.database.reading() as db:
            found = await db.projects.get(one.id)
        assert found is not None
        return found


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


async def test_another_confirms_and_the_history_names_both(desk: Desk) -> None:
    project = await add(desk.database)
    author = await make_official(desk.database)
    second = await make_official(desk.database, SECOND, name="Айгерим")
    made = await make_proposal(desk.database, author, project, STAGE)
    assert (await desk.project(project)).stage is Stage.MEMORANDUM

    done = await desk.decide(second, made.id, ProposalState.ACCEPTED, seen=project.version)

    assert done.outcome is Decision.DONE
    assert (await desk.project(project)).stage is Stage.CONSTRUCTION
    async with desk.database.reading() as db:
        (change,) = await db.projects.history(project.id, 1)
    assert (change.actor_id, change.confirmed_by, change.why) == (OFFICIAL, SECOND, WHY)
    assert desk.told == [(OFFICIAL, ProposalState.ACCEPTED)]


async def test_the_author_does_not_confirm_their_own_and_may_take_it_back(desk: Desk) -> None:
    project, author = await add(desk.database), await make_official(desk.database)
    made = await make_proposal(desk.database, author, project, STAGE)

    for decision in (ProposalState.ACCEPTED, ProposalState.RETURNED):
        with pytest.raises(ProjectError, match="own"):
            await desk.decide(author, made.id, decision, seen=project.version)
    done = await desk.decide(author, made.id, ProposalState.DISMISSED)

    assert done.outcome is Decision.DONE
    assert await desk.see(author) == []
    assert desk.told == []


async def test_returned_with_a_word_it_waits_no_more(desk: Desk) -> None:
    project, author = await add(desk.database), await make_official(desk.database)
    second = await make_official(desk.database, SECOND)
    made = await make_proposal(desk.database, author, project, STAGE)

    await desk.decide(second, made.id, ProposalState.RETURNED, word="нет акта")

    shown = await desk.see.one(author, made.id)
    assert (shown.proposal.state, shown.proposal.word) == (ProposalState.RETURNED, "нет акта")
    again = await desk.decide(second, made.id, ProposalState.ACCEPTED, seen=project.version)
    assert again.outcome is Decision.ALREADY
    assert (await desk.project(project)).stage is Stage.MEMORANDUM


async def test_what_changed_meanwhile_is_seen_before_it_is_accepted(desk: Desk) -> None:
    project, author = await add(desk.database), await make_official(desk.database)
    second = await make_official(desk.database, SECOND)
    made = await make_proposal(desk.database, author, project, STAGE)
    await desk.record(
        second, project.id, {Field.STAGE: Stage.PREPARATION}, WHY, seen=project.version
    )

    late = await desk.decide(second, made.id, ProposalState.ACCEPTED, seen=project.version)

    assert late.outcome is Decision.MEANWHILE
    shown = await desk.see.one(second, made.id)
    assert shown.moved == {Field.STAGE}
    done = await desk.decide(second, made.id, ProposalState.ACCEPTED, seen=shown.project.version)
    assert done.outcome is Decision.DONE
    assert (await desk.project(project)).stage is Stage.CONSTRUCTION


async def test_an_entry_of_a_list_joins_those_that_came_meanwhile(desk: Desk) -> None:
    project, author = await add(desk.database), await make_official(desk.database)
    second = await make_official(desk.database, SECOND)
    land = Blocker(1, "нет акта на землю", PartialDate(2026, 11, 1))
    power = Blocker(1, "нет подключения к сети", PartialDate(2026, 11, 2))
    made = await make_proposal(desk.database, author, project, {Field.BLOCKERS: (land,)})
    await desk.record(second, project.id, {Field.BLOCKERS: (power,)}, WHY, seen=project.version)

    shown = await desk.see.one(second, made.id)
    await desk.decide(second, made.id, ProposalState.ACCEPTED, seen=shown.project.version)

    kept = await desk.project(project)
    assert [(one.id, one.text) for one in kept.blockers] == [(1, power.text), (2, land.text)]


async def test_two_who_accept_at_once_write_it_once(desk: Desk) -> None:
    project, author = await add(desk.database), await make_official(desk.database)
    second = await make_official(desk.database, SECOND)
    made = await make_proposal(desk.database, author, project, STAGE)

    both = await asyncio.gather(
        desk.decide(second, made.id, ProposalState.ACCEPTED, seen=project.version),
        desk.decide(second, made.id, ProposalState.ACCEPTED, seen=project.version),
    )

    assert sorted(one.outcome.name for one in both) == ["ALREADY", "DONE"]
    async with desk.database.reading() as db:
        history = await db.projects.history(project.id, 100)
    assert sum(one.confirmed_by is not None for one in history) == 1


async def test_nobody_decides_what_they_do_not_look_after(desk: Desk) -> None:
    project, author = await add(desk.database), await make_official(desk.database)
    stranger = await make_official(desk.database, SECOND, Scope(frozenset({SAIRAM})))
    made = await make_proposal(desk.database, author, project, STAGE)

    for other in (stranger, actor(1), actor(2, Role.ADMIN)):
        with pytest.raises((NotAllowedError, ProjectError)):
            await desk.decide(other, made.id, ProposalState.DISMISSED)
        with pytest.raises((NotAllowedError, ProjectError)):
            await desk.see.one(other, made.id)
    assert await desk.see(stranger) == []
    assert [one.proposal.id for one in await desk.see(author)] == [made.id]


async def test_a_proposal_needs_a_reason_and_something_to_change(desk: Desk) -> None:
    project, author = await add(desk.database), await make_official(desk.database)

    with pytest.raises(ProjectError):
        await make_proposal(desk.database, author, project, STAGE, Why(" "))
    with pytest.raises(ProjectError):
        await make_proposal(desk.database, author, project, {Field.STAGE: project.stage})


async def test_a_story_proposes_once_and_whoever_accepts_has_changed_it(desk: Desk) -> None:
    project, curator = await add(desk.database), await make_official(desk.database)
    story = await add_story(desk.database)

    async def told(about: StoryId) -> Proposal | None:
        async with desk.database.writing() as db:
            held = await db.projects.get(project.id, hold=True)
            assert held is not None
            return await propose_from_story(db, held, about, STAGE, WHY, WHEN)

    made = await told(story)
    assert made is not None
    assert (made.author_id, made.story_id) == (None, story)
    assert await told(story) is None

    await desk.decide(curator, made.id, ProposalState.ACCEPTED, seen=project.version)

    async with desk.database.reading() as db:
        (change,) = await db.projects.history(project.id, 1)
    assert (change.actor_id, change.confirmed_by) == (OFFICIAL, None)
    assert await told(story) is None


async def test_what_was_dismissed_is_not_proposed_again(desk: Desk) -> None:
    project, curator = await add(desk.database), await make_official(desk.database)
    first, other = await add_story(desk.database), await add_story(desk.database)
    async with desk.database.writing() as db:
        made = await propose_from_story(db, project, first, STAGE, WHY, WHEN)
    assert made is not None
    await desk.decide(curator, made.id, ProposalState.DISMISSED)

    async with desk.database.writing() as db:
        assert await propose_from_story(db, project, other, STAGE, WHY, WHEN) is None
