"""Putting an update together: begun, edited, looked at, dropped.

the right | the project of now | the draft over it | edit | what it would be | keep the draft

A draft never changes its project. It remembers what the fields were that it means to change, so
that what a colleague says meanwhile is neither overlooked nor overwritten.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from json import dumps

from accounts.actor import Actor
from accounts.begun import throw_away
from accounts.rights import Acting, NotAllowedError
from accounts.two_person import TwoPersonRule
from common.clock import Clock
from model.ids import ProjectId, ProposalId
from model.projects import Change, Changes, Field, Project, ProposalState
from model.updates import UpdateDraft
from projects.changing import Changed, changed
from projects.errors import ProjectError, WrongValueError, no_project
from projects.merging import base_of, moved, rebased
from projects.proposals import proposal_for
from projects.rights import ProjectRights
from projects.updating.edits import Edit
from storage.database import Database
from storage.project_json import fields_json
from storage.transaction import Transaction

STAMP = 8
MOST_MEANWHILE = 20
"""Entries of what others changed that are looked through."""


class OtherUpdateError(ProjectError):
    """Something else is begun and not confirmed: it is not thrown away without a word."""

    def __init__(self, other: Project) -> None:
        super().__init__(f"an update of {other.id} is open", "error-other-update")
        self.other = other


@dataclass(frozen=True, slots=True)
class Update:
    """A draft beside the project of now."""

    draft: UpdateDraft
    project: Project
    """As it stands."""
    after: Project
    """As it would be."""
    changes: Changes
    """What would change, of the project of now."""
    meanwhile: tuple[Change, ...] = ()
    """What others changed since it was begun, the latest first."""
    clashes: frozenset[Field] = frozenset()
    """Fields of the draft that others changed meanwhile."""
    needs_second: bool = False
    """Whether another official is to confirm it."""
    people: dict[int, str] | None = None
    """Names of those who are told of, by user id."""
    waiting: int = 0
    """Proposals of the project that wait to be decided."""

    @property
    def stamp(self) -> str:
        """Names what is confirmed: an older screen's button does not confirm what came later."""
        told = fields_json(self.changes), self.draft.reason, self.draft.source
        written = dumps([self.project.id, *told], sort_keys=True, ensure_ascii=False)
        return sha256(written.encode()).hexdigest()[:STAMP]


class BeginUpdate:
    """Opens an update of a project: a new one, or the one that was left unfinished.

    `anew` throws away whatever was begun before; else OtherUpdateError tells of another project.
    """

    def __init__(self, database: Database, clock: Clock, rights: ProjectRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, by: Actor, project_id: ProjectId, *, anew: bool = False) -> Update:
        now = self._clock.now()
        async with self._database.writing() as db:
            project, acting = await may_change(db, self._rights, by, project_id)
            draft = None if anew else await open_draft(db, self._rights, by, project)
            if draft is None:
                await throw_away(db, acting.user_id)
                draft = empty(acting.user_id, project, now)
                await db.update_drafts.put(draft)
            return await seen(db, draft, project, acting)


class CorrectProposal:
    """Opens an update that holds what a proposal says, to be put right and confirmed."""

    def __init__(self, database: Database, clock: Clock, rights: ProjectRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, by: Actor, number: ProposalId) -> Update:
        now = self._clock.now()
        async with self._database.writing() as db:
            proposal = await proposal_for(db, self._rights, by, number)
            project, acting = await may_change(db, self._rights, by, proposal.project_id)
            if proposal.state is not ProposalState.WAITING:
                raise ProjectError(f"proposal {number} is decided", "error-proposal-decided")
            kept = await open_draft(db, self._rights, by, project)
            if kept is None or kept.proposal_id != proposal.id:
                await throw_away(db, acting.user_id)
                changes = rebased(project, proposal.base, proposal.changes)
                kept = replace(
                    empty(acting.user_id, project, now),
                    base=base_of(project, changes),
                    changes=changes,
                    reason=proposal.why.reason,
                    source=proposal.why.source,
                    proposal_id=proposal.id,
                )
                await db.update_drafts.put(kept)
            return await seen(db, kept, project, acting)


class EditUpdate:
    """Puts one thing more into the update of a project, beginning it where nothing is open."""

    def __init__(self, database: Database, clock: Clock, rights: ProjectRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, by: Actor, project_id: ProjectId, edit: Edit) -> Update:
        """WrongValueError for what a field cannot become: nothing of the draft is lost then."""
        now = self._clock.now()
        async with self._database.writing() as db:
            project, acting = await may_change(db, self._rights, by, project_id)
            draft = await open_draft(db, self._rights, by, project)
            draft = draft or empty(acting.user_id, project, now)
            return await keep(db, draft, project, acting, edit, now)

    async def why(
        self, by: Actor, project_id: ProjectId, reason: str | None, source: str | None
    ) -> Update:
        """What it rests on; None leaves what was said."""
        now = self._clock.now()
        async with self._database.writing() as db:
            project, acting = await may_change(db, self._rights, by, project_id)
            draft = await open_draft(db, self._rights, by, project)
            draft = draft or empty(acting.user_id, project, now)
            draft = replace(
                draft, reason=reason or draft.reason, source=source or draft.source, at=now
            )
            await db.update_drafts.put(draft)
            return await seen(db, draft, project, acting)

    async def without_source(self, by: Actor, project_id: ProjectId) -> Update:
        """The official's own word stands for it."""
        async with self._database.writing() as db:
            project, acting = await may_change(db, self._rights, by, project_id)
            draft = await open_draft(db, self._rights, by, project)
            draft = replace(draft or empty(acting.user_id, project, self._clock.now()), source=None)
            await db.update_drafts.put(draft)
            return await seen(db, draft, project, acting)


class DropUpdate:
    """Throws the update away; what is open of another project stays."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def __call__(self, by: Actor, project_id: ProjectId | None = None) -> None:
        async with self._database.writing() as db:
            draft = None if by.user_id is None else await db.update_drafts.get(by.user_id)
            if draft is not None and project_id in (None, draft.project_id):
                await throw_away(db, draft.user_id)


def empty(user_id: int, project: Project, now: datetime) -> UpdateDraft:
    return UpdateDraft(user_id, project.id, project.version, {}, {}, now)


async def open_draft(
    db: Transaction, rights: ProjectRights, by: Actor, project: Project
) -> UpdateDraft | None:
    """What is open of this project; OtherUpdateError where it is of another that they may change.

    Its author's alone, held until the transaction ends.
    """
    assert by.user_id is not None
    draft = await db.update_drafts.get(by.user_id, hold=True)
    if draft is None or draft.done is not None:
        return None
    if draft.project_id == project.id:
        return draft if draft.changes or draft.reason else None
    if not draft.changes:
        return None
    try:
        other, _ = await may_change(db, rights, by, draft.project_id)
    except (ProjectError, NotAllowedError):
        return None
    raise OtherUpdateError(other)


async def keep(
    db: Transaction,
    draft: UpdateDraft,
    project: Project,
    acting: Acting,
    edit: Edit,
    now: datetime,
) -> Update:
    """The draft with one thing more in it."""
    over = possible(project, rebased(project, draft.base, draft.changes), now)
    new = changed(project, {**over.new, **edit(over.project)}, now).new
    draft = replace(draft, base=base_of(project, new), changes=dict(new), at=now)
    await db.update_drafts.put(draft)
    return await seen(db, draft, project, acting)


async def seen(db: Transaction, draft: UpdateDraft, project: Project, acting: Acting) -> Update:
    """The draft over the project of now."""
    after = possible(project, rebased(project, draft.base, draft.changes), draft.at)
    meanwhile = await _since(db, project, draft.version)
    named = {one.actor_id for one in meanwhile}
    named |= {one for one in (project.curator, after.project.curator) if one is not None}
    return Update(
        draft,
        project,
        after.project,
        after.new,
        meanwhile,
        moved(project, draft.base),
        await TwoPersonRule.is_on(db, acting.role),
        await db.roles.names(named),
        await db.proposals.count_waiting(project.id),
    )


def possible(project: Project, changes: Changes, now: datetime) -> Changed:
    """What the changes make of it, without those that it cannot take since others changed it."""
    left = dict(changes)
    while True:
        try:
            return changed(project, left, now)
        except WrongValueError as error:
            if left.pop(Field(error.field), error) is error:
                raise  # what it is now is wrong already


async def _since(db: Transaction, project: Project, version: int) -> tuple[Change, ...]:
    """What was changed after a version: each write is one act, and raises the version by one."""
    acts = project.version - version
    if acts <= 0:
        return ()
    entries = await db.projects.history(project.id, MOST_MEANWHILE)
    known: list[int | None] = []
    for place, one in enumerate(entries):
        if one.act not in known:
            known.append(one.act)
        if len(known) > acts:
            return tuple(entries[:place])
    return tuple(entries)


async def may_change(
    db: Transaction, rights: ProjectRights, by: Actor, project_id: ProjectId
) -> tuple[Project, Acting]:
    project = await db.projects.get(project_id)
    if project is None:
        await rights.official(db, by)
        raise no_project(project_id)
    return project, await rights.acting(db, by, project)
