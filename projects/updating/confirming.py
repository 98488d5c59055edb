"""Confirming an update: what was shown becomes the project's, or waits for a second official.

hold the project | the right | hold the draft | is it what was shown? | write or propose | done
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

from accounts.actor import Actor
from accounts.rights import Acting
from common.clock import Clock
from model.ids import ChangeId, ProjectId, ProposalId
from model.projects import Project, Proposal, ProposalState, Why
from model.updates import UpdateDraft
from projects.changing import changed
from projects.errors import ProjectError
from projects.proposals import TellProposal, propose, settle
from projects.recording import held, write
from projects.rights import ProjectRights
from projects.updating.drafting import Update, seen
from storage.database import Database
from storage.transaction import Transaction


class Confirmation(Enum):
    RECORDED = auto()
    PROPOSED = auto()
    """Another official is to confirm it."""
    MEANWHILE = auto()
    """A colleague changed the project after this was shown: it is to be looked at again."""
    ANOTHER = auto()
    """The update is not the one whose button was pressed."""
    NOTHING = auto()
    """Nothing is open, or it is so already."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    outcome: Confirmation
    project: Project
    update: Update | None = None
    """Where it is to be looked at again."""
    act: int | None = None
    change: ChangeId | None = None
    """By which it is undone: the first entry of the act."""
    proposal: ProposalId | None = None


class ConfirmUpdate:
    """The official's word that it is so. The same press twice writes once, and is answered alike.

    `version` of the project and `stamp` of the update are what was before their eyes.
    """

    def __init__(
        self, database: Database, clock: Clock, rights: ProjectRights, tell: TellProposal
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._tell = tell

    async def __call__(
        self, by: Actor, project_id: ProjectId, version: int, stamp: str
    ) -> Confirmed:
        now = self._clock.now()
        async with self._database.writing() as db:
            project = await self._held(db, by, project_id)
            acting = await self._rights.acting(db, by, replace(project, deleted=False))
            draft = await db.update_drafts.get(acting.user_id, hold=True)
            if draft is None or draft.project_id != project.id:
                return Confirmed(Confirmation.NOTHING, project)
            if draft.done is not None:
                return await _as_before(db, draft, project, stamp)
            update = await seen(db, draft, project, acting)
            if not update.changes:
                return Confirmed(Confirmation.NOTHING, project)
            if project.version != version:
                return Confirmed(Confirmation.MEANWHILE, project, update)
            if update.stamp != stamp:
                return Confirmed(Confirmation.ANOTHER, project, update)
            return await self._written(db, update, acting, now)

    async def _held(self, db: Transaction, by: Actor, project_id: ProjectId) -> Project:
        """Also one that this very update has deleted: the press may come twice."""
        draft = None if by.user_id is None else await db.update_drafts.get(by.user_id)
        if draft is not None and draft.done is not None and draft.project_id == project_id:
            project = await db.projects.get(project_id, hold=True)
            assert project is not None  # nobody takes its row away
            return project
        return await held(db, project_id)

    async def _written(
        self, db: Transaction, update: Update, acting: Acting, now: datetime
    ) -> Confirmed:
        project, draft = update.project, update.draft
        why = Why(draft.reason or "", draft.source)
        corrects = await self._corrected(db, draft)
        if update.needs_second:
            made = await propose(db, project, update.changes, why, now, acting)
            await self._tell(db, made, project)
            done = f"proposal:{made.id}:{update.stamp}"
            confirmed = Confirmed(Confirmation.PROPOSED, project, proposal=made.id)
        else:
            recorded = await write(db, changed(project, update.changes, now), why, acting, now)
            done = f"act:{recorded.act}:{update.stamp}"
            confirmed = Confirmed(
                Confirmation.RECORDED,
                recorded.project,
                act=recorded.act,
                change=recorded.changes[0].id,
            )
        if corrects is not None:
            is_own = corrects.author_id == acting.user_id
            to = ProposalState.DISMISSED if is_own else ProposalState.ACCEPTED
            settled = await settle(db, corrects, to, project, acting, now, why.reason)
            if not is_own:
                await self._tell(db, settled, project)
        await db.update_drafts.put(replace(draft, done=done))
        return confirmed

    async def _corrected(self, db: Transaction, draft: UpdateDraft) -> Proposal | None:
        """The proposal that this update puts right, as long as nobody decided it."""
        if draft.proposal_id is None:
            return None
        found = await db.proposals.get(draft.proposal_id, hold=True)
        if found is None or found.state is not ProposalState.WAITING:
            raise ProjectError(f"proposal {draft.proposal_id} is decided", "error-proposal-decided")
        return found


async def _as_before(
    db: Transaction, draft: UpdateDraft, project: Project, stamp: str
) -> Confirmed:
    """The answer to a press that comes again."""
    what, number, confirmed = (draft.done or "::").split(":")
    if confirmed != stamp:
        return Confirmed(Confirmation.NOTHING, project)
    if what == "proposal":
        return Confirmed(Confirmation.PROPOSED, project, proposal=ProposalId(int(number)))
    entries = await db.projects.changes_of_act(int(number))
    first = entries[0].id if entries else None
    return Confirmed(Confirmation.RECORDED, project, act=int(number), change=first)
