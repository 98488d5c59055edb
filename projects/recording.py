"""Adding projects and recording what changes in them: the only way into the registry.

hold | the right | was it changed meanwhile | decide | write, history, audit, what it is found by

Everything that changes a project ends in `write`, in the transaction that read it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from typing import Any

from accounts.actor import Actor, Operator
from accounts.rights import Acting, NotAllowedError
from common.clock import Clock
from model.audit import Act
from model.ids import ChangeId, ProjectId
from model.projects import Change, Changes, Field, Project, Why
from projects.changing import Changed, changed, check
from projects.errors import ProjectError, no_project
from projects.indexing import INDEXED, index_projects
from projects.rights import ProjectRights
from storage.database import Database
from storage.project_json import fields_json
from storage.transaction import Transaction

CODE_PREFIX = "TUR"


class Outcome(Enum):
    DONE = auto()
    SAME = auto()
    """It is so already: pressed twice, or another official said the same."""
    MEANWHILE = auto()
    """It was changed after it was shown. Nothing was written: the second sees the first's change
    before confirming."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of it. `act` is the number by which it is undone."""

    outcome: Outcome
    project: Project
    act: int | None = None
    changes: tuple[Change, ...] = ()


class RecordChanges:
    """Some fields of one project become others, for a reason."""

    def __init__(self, database: Database, clock: Clock, rights: ProjectRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(
        self,
        by: Actor | Operator,
        project_id: ProjectId,
        changes: Changes,
        why: Why,
        *,
        seen: int,
        confirmed_by: int | None = None,
    ) -> Recorded:
        """`seen` is the version that was before the official's eyes."""
        now = self._clock.now()
        async with self._database.writing() as db:
            project = await held(db, project_id)
            acting = await self._rights.acting(db, by, project)
            after = changed(project, changes, now)
            if not after.new:
                return Recorded(Outcome.SAME, project)
            if project.version != seen:
                return Recorded(Outcome.MEANWHILE, project)
            return await write(db, after, why, acting, now, confirmed_by=confirmed_by)


class ConfirmUnchanged:
    """An official says that a project stands as it stood: one tap."""

    def __init__(self, database: Database, clock: Clock, rights: ProjectRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, by: Actor, project_id: ProjectId) -> Project:
        now = self._clock.now()
        async with self._database.writing() as db:
            project = await held(db, project_id)
            acting = await self._rights.acting(db, by, project)
            await db.projects.check(project_id, now)
            await db.audit.record(
                Act(
                    now,
                    acting.user_id,
                    acting.role,
                    "project.check",
                    subject_of(project),
                    {"checked_at": project.checked_at.isoformat()},
                    {"checked_at": now.isoformat()},
                )
            )
        return replace(project, checked_at=now)


class AddProject:
    """A new project, with a code of its own unless it brings one."""

    def __init__(self, database: Database, clock: Clock, rights: ProjectRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, by: Actor | Operator, fields: Changes, why: Why) -> Recorded:
        now = self._clock.now()
        async with self._database.writing() as db:
            standing = await self._rights.official(db, by)
            own = standing.scope.districts.intersection(fields.get(Field.DISTRICTS, ()))
            # Whoever looks after a part adds to that part, so that they see what they added.
            if isinstance(by, Actor) and not own and not standing.sees_everything:
                raise NotAllowedError(by, "own-project")
            acting = Acting(standing.user_id or 0, standing.role)
            await db.projects.take_turn()
            return await add(db, fields, why, acting, now)


async def held(db: Transaction, project_id: ProjectId) -> Project:
    """The project, which nobody else changes until the transaction ends."""
    project = await db.projects.get(project_id, hold=True)
    if project is None or project.deleted:
        raise no_project(project_id)
    return project


async def write(
    db: Transaction,
    after: Changed,
    why: Why,
    acting: Acting,
    now: datetime,
    *,
    action: str = "project.change",
    confirmed_by: int | None = None,
    undoes: Mapping[Field, ChangeId] | None = None,
) -> Recorded:
    """The project as it is now, its history and the act: all of one transaction."""
    if not why.reason.strip():
        raise ProjectError("a change without a reason", "error-no-reason")
    project = after.project
    await _check_code(db, project, after)
    act = await db.audit.record(
        Act(
            now,
            acting.user_id,
            acting.role,
            action,
            subject_of(project),
            fields_json(after.old),
            {**fields_json(after.new), "reason": why.reason, "source": why.source},
        )
    )
    await db.projects.save([project])
    entries = await tell(
        db,
        [after],
        why,
        acting,
        now,
        act,
        confirmed_by=confirmed_by,
        undoes={(project.id, field): change for field, change in (undoes or {}).items()},
    )
    return Recorded(Outcome.DONE, project, act, entries)


async def add(
    db: Transaction, fields: Changes, why: Why, acting: Acting, now: datetime
) -> Recorded:
    """A new row; the caller has the turn of those who add projects.

    Its history begins with one entry for each field that is known.
    """
    code = fields.get(Field.CODE) or code_after(await db.projects.last_id())
    project = new_project(code, fields, now)
    await _check_code(db, project, None)
    (number,) = await db.projects.add([project])
    project = replace(project, id=number)
    told = {field: value for field, value in fields.items() if value not in (None, (), {})}
    act = await db.audit.record(
        Act(
            now,
            acting.user_id,
            acting.role,
            "project.add",
            subject_of(project),
            None,
            {**fields_json(told), "reason": why.reason, "source": why.source},
        )
    )
    after = Changed(project, dict.fromkeys(told), told)
    return Recorded(Outcome.DONE, project, act, await tell(db, [after], why, acting, now, act))


async def tell(
    db: Transaction,
    after: Sequence[Changed],
    why: Why,
    acting: Acting,
    now: datetime,
    act: int,
    *,
    confirmed_by: int | None = None,
    undoes: Mapping[tuple[ProjectId, Field], ChangeId] | None = None,
) -> tuple[Change, ...]:
    """What follows once rows of projects are written, one or thousands of one act: their history,

    and whatever else must know of it. `undoes` names the entries that are taken back.
    """
    await index_projects(db, [one.project for one in after if INDEXED & one.new.keys()])
    undone = undoes or {}
    changes = [
        Change(
            ChangeId(0),
            one.project.id,
            now,
            field,
            one.old[field],
            one.new[field],
            why,
            acting.user_id,
            acting.role,
            confirmed_by,
            act,
            undone.get((one.project.id, field)),
        )
        for one in after
        for field in one.new
    ]
    numbers = await db.projects.record(changes)
    return tuple(replace(one, id=number) for one, number in zip(changes, numbers, strict=True))


def new_project(code: str, fields: Changes, now: datetime) -> Project:
    """WrongValueError for what a field cannot be. Its id is 0 until it has a row."""
    values: dict[str, Any] = {"names": {}, **{one.value: fields[one] for one in fields}}
    values["code"] = code
    project = Project(id=ProjectId(0), created_at=now, changed_at=now, checked_at=now, **values)
    check(project)
    return project


def code_after(last: int) -> str:
    return f"{CODE_PREFIX}-{last + 1:03}"


def subject_of(project: Project) -> str:
    """As the audit log names it."""
    return f"project:{project.id}"


async def _check_code(db: Transaction, project: Project, after: Changed | None) -> None:
    if after is not None and Field.CODE not in after.new:
        return
    other = await db.projects.with_code(project.code)
    if other is not None and other.id != project.id:
        raise ProjectError(f"code {project.code} is taken", "error-code-taken", code=project.code)
