"""Changes that wait for a person: a colleague's for a second official, a story's for the curator.

hold the project | the right | hold the proposal | decided already? changed meanwhile? | decide

Whoever proposed something does not confirm it themselves; taking it back they may.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto

from accounts.actor import Actor
from accounts.rights import Acting
from accounts.two_person import TwoPersonRule
from common.clock import Clock
from model.audit import Act
from model.ids import ProjectId, ProposalId, StoryId
from model.projects import Changes, Field, Project, Proposal, ProposalState, Why
from projects.changing import changed
from projects.errors import ProjectError, no_project
from projects.merging import base_of, moved, rebased
from projects.recording import Recorded, held, subject_of, write
from projects.rights import ProjectRights, Standing, looks_after
from storage.database import Database
from storage.project_json import fields_json
from storage.transaction import Transaction

TellProposal = Callable[[Transaction, Proposal, Project], Awaitable[None]]
"""Tells those whom it concerns of a proposal that was made or decided, in the transaction."""


class Decision(Enum):
    DONE = auto()
    ALREADY = auto()
    """Somebody decided before, or the same press came twice: the proposal says what."""
    MEANWHILE = auto()
    """The project is not what was shown. Nothing was written."""


@dataclass(frozen=True, slots=True)
class Decided:
    outcome: Decision
    proposal: Proposal
    project: Project
    recorded: Recorded | None = None
    made: Proposal | None = None
    """What was accepted of a story and waits for a second official now."""


@dataclass(frozen=True, slots=True)
class ProposalCard:
    """A proposal beside the project of now."""

    proposal: Proposal
    project: Project
    changes: Changes
    """What accepting it would change now."""
    moved: frozenset[Field]
    """Fields that are no longer what they were when it was made."""
    is_own: bool
    """Whether it is the reader's own: another one is to decide."""
    people: Mapping[int, str] = field(default_factory=dict)
    """Names of those whom the changes name, by user id."""


async def propose(
    db: Transaction, project: Project, changes: Changes, why: Why, now: datetime, acting: Acting
) -> Proposal:
    """What an official proposes for a project that is held; WrongValueError for what cannot be."""
    new = changed(project, changes, now).new
    if not new:
        raise ProjectError("a proposal that changes nothing", "error-nothing-changes")
    if not why.reason.strip():
        raise ProjectError("a proposal without a reason", "error-no-reason")
    made = await _add(db, project, new, why, now, author=acting.user_id)
    await _audit(db, "proposal.make", made, project, acting, now)
    return made


async def propose_from_story(
    db: Transaction, project: Project, story: StoryId, changes: Changes, why: Why, now: datetime
) -> Proposal | None:
    """What a story tells otherwise of a project that is held; it waits for the curator.

    None where it tells nothing new, or the same was proposed before, by whatever story: what was
    dismissed once is not asked again.
    """
    new = changed(project, changes, now).new
    if not new:
        return None
    known = await db.proposals.of_stories(project.id)
    if any(one.changes == new for one in known if _counts(one, story)):
        return None
    return await _add(db, project, new, why, now, story=story)


def _counts(one: Proposal, story: StoryId) -> bool:
    """Whether a proposal speaks against another of the same: one accepted and overtaken does not,

    unless it is of the same story.
    """
    return one.state is not ProposalState.ACCEPTED or one.story_id == story


async def _add(
    db: Transaction,
    project: Project,
    changes: Changes,
    why: Why,
    now: datetime,
    *,
    author: int | None = None,
    story: StoryId | None = None,
) -> Proposal:
    made = Proposal(
        ProposalId(0),
        project.id,
        changes,
        why,
        author,
        story,
        project.version,
        base_of(project, changes),
        ProposalState.WAITING,
        now,
    )
    return replace(made, id=await db.proposals.add(made))


class DecideProposal:
    """Accepts a proposal, returns it to its author with a word, or dismisses it."""

    def __init__(
        self, database: Database, clock: Clock, rights: ProjectRights, tell: TellProposal
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._tell = tell

    async def __call__(
        self,
        by: Actor,
        number: ProposalId,
        to: ProposalState,
        *,
        seen: int | None = None,
        word: str | None = None,
    ) -> Decided:
        """`seen`: the version of the project that was shown; needed where it is accepted."""
        now = self._clock.now()
        async with self._database.writing() as db:
            project, acting = await self._of(db, by, number)
            proposal = await db.proposals.get(number, hold=True)
            assert proposal is not None  # nobody deletes one
            if proposal.state is not ProposalState.WAITING:
                return Decided(Decision.ALREADY, proposal, project)
            is_own = proposal.author_id == acting.user_id
            if is_own and to is not ProposalState.DISMISSED:
                raise ProjectError(f"{number} is {by.user_id}'s own", "error-own-proposal")
            if to is ProposalState.ACCEPTED and seen != project.version:
                return Decided(Decision.MEANWHILE, proposal, project)
            recorded, made = None, None
            if to is ProposalState.ACCEPTED:
                recorded, made = await self._written(db, proposal, project, acting, now)
            after = await settle(db, proposal, to, project, acting, now, word)
            if not is_own:
                await self._tell(db, after, project)
            if made is not None:
                await self._tell(db, made, project)
        now_is = recorded.project if recorded else project
        return Decided(Decision.DONE, after, now_is, recorded, made)

    async def _of(self, db: Transaction, by: Actor, number: ProposalId) -> tuple[Project, Acting]:
        """The project, held, and who acts; a proposal they may not see is not there for them."""
        unheld = await proposal_for(db, self._rights, by, number)
        project = await held(db, unheld.project_id)
        return project, await self._rights.acting(db, by, project)

    async def _written(
        self, db: Transaction, proposal: Proposal, project: Project, acting: Acting, now: datetime
    ) -> tuple[Recorded | None, Proposal | None]:
        """What it makes of the project: an official's changes are theirs, confirmed by another;

        what a story told is the word of whoever accepts it, and a second confirms that, where the
        rule asks for one.
        """
        changes = rebased(project, proposal.base, proposal.changes)
        after = changed(project, changes, now)
        if not after.new:
            return None, None
        if proposal.author_id is not None:
            author = Acting(proposal.author_id, await self._rights.role_of(db, proposal.author_id))
            by = acting.user_id
            return await write(db, after, proposal.why, author, now, confirmed_by=by), None
        if await TwoPersonRule.is_on(db, acting.role):
            return None, await propose(db, project, changes, proposal.why, now, acting)
        return await write(db, after, proposal.why, acting, now), None


async def settle(
    db: Transaction,
    proposal: Proposal,
    to: ProposalState,
    project: Project,
    acting: Acting,
    now: datetime,
    word: str | None = None,
) -> Proposal:
    """A proposal, held, that waits no more."""
    after = replace(proposal, state=to, decided_by=acting.user_id, decided_at=now, word=word)
    await db.proposals.decide(proposal.id, to, acting.user_id, now, word)
    await _audit(db, f"proposal.{_VERBS[to]}", after, project, acting, now)
    return after


_VERBS = {
    ProposalState.ACCEPTED: "accept",
    ProposalState.RETURNED: "return",
    ProposalState.DISMISSED: "dismiss",
}


async def _audit(
    db: Transaction,
    action: str,
    proposal: Proposal,
    project: Project,
    acting: Acting,
    now: datetime,
) -> None:
    told = {"proposal": proposal.id, "reason": proposal.why.reason, "word": proposal.word}
    changes = {"changes": fields_json(proposal.changes)}
    act = Act(now, acting.user_id, acting.role, action, subject_of(project), None, told | changes)
    await db.audit.record(act)


class SeeProposals:
    """What waits for this official: of projects that they look after, the oldest first."""

    def __init__(self, database: Database, rights: ProjectRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(self, by: Actor, project: ProjectId | None = None) -> list[ProposalCard]:
        """Their own are among them, marked so. `project`: of this one only."""
        async with self._database.reading() as db:
            standing = await self._rights.official(db, by)
            return [
                _card(proposal, of, standing)
                for proposal, of in await waiting_for(db, standing, project)
            ]

    async def one(self, by: Actor, number: ProposalId) -> ProposalCard:
        """ProjectError for one that is not there for them."""
        async with self._database.reading() as db:
            standing = await self._rights.official(db, by)
            proposal = await db.proposals.get(number)
            project = None if proposal is None else await db.projects.get(proposal.project_id)
            if proposal is None or project is None or not _is_theirs(standing, project):
                raise no_project(f"of proposal {number}")
            curators = (project.curator, proposal.changes.get(Field.CURATOR))
            return replace(
                _card(proposal, project, standing),
                people=await db.roles.names((*curators, proposal.author_id, proposal.decided_by)),
            )


async def proposal_for(
    db: Transaction, rights: ProjectRights, by: Actor, number: ProposalId
) -> Proposal:
    """For an official; whether its project is theirs is still to be asked."""
    found = await db.proposals.get(number)
    if found is None:
        await rights.official(db, by)
        raise no_project(f"of proposal {number}")
    return found


async def waiting_for(
    db: Transaction, standing: Standing, project: ProjectId | None = None
) -> list[tuple[Proposal, Project]]:
    """What waits of the projects that somebody looks after, or of one; the oldest first."""
    waiting = await db.proposals.waiting(project)
    projects = await db.projects.by_ids({one.project_id for one in waiting})
    return [
        (one, projects[one.project_id])
        for one in waiting
        if _is_theirs(standing, projects[one.project_id])
    ]


def _is_theirs(standing: Standing, project: Project) -> bool:
    return not project.deleted and looks_after(standing, project)


def _card(proposal: Proposal, project: Project, standing: Standing) -> ProposalCard:
    return ProposalCard(
        proposal,
        project,
        rebased(project, proposal.base, proposal.changes),
        moved(project, proposal.base),
        is_own=proposal.author_id is not None and proposal.author_id == standing.user_id,
    )
