"""Undo: a new entry that puts back what was, for a reason. Nothing is taken out of the history.

hold the project | the right | is it still what the entry made it? | write or propose
"""

from dataclasses import MISSING, dataclass, fields, replace
from enum import Enum, auto
from typing import Any

from accounts.actor import Actor
from accounts.rights import Acting
from accounts.two_person import TwoPersonRule
from common.clock import Clock
from model.ids import ChangeId, ProposalId
from model.projects import Change, Field, Project, Why
from projects.changing import changed, value_in
from projects.errors import ProjectError, no_project
from projects.proposals import TellProposal, propose
from projects.recording import write
from projects.rights import ProjectRights
from storage.database import Database
from storage.transaction import Transaction

_BEFORE_ALL = {one.name: one.default for one in fields(Project) if one.default is not MISSING}
"""What a field is before anything is known of it."""


class Undone(Enum):
    RECORDED = auto()
    PROPOSED = auto()
    SAME = auto()
    """It is put back already."""


@dataclass(frozen=True, slots=True)
class Undoing:
    """An entry of the history that may be taken back."""

    project: Project
    change: Change
    of_act: tuple[Change, ...]
    """All entries of the same act for this project, itself among them."""
    overtaken: frozenset[Field]
    """Fields of these that became something else since."""
    people: dict[int, str]


@dataclass(frozen=True, slots=True)
class UndoneChange:
    outcome: Undone
    project: Project
    act: int | None = None
    proposal: ProposalId | None = None


class SeeUndoing:
    """What taking back an entry would do."""

    def __init__(self, database: Database, rights: ProjectRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(self, by: Actor, number: ChangeId) -> Undoing:
        async with self._database.reading() as db:
            change, project, _ = await _of(db, self._rights, by, number)
            together = await _of_act(db, change)
            return Undoing(
                project,
                change,
                together,
                frozenset(one.field for one in together if _is_overtaken(project, one)),
                await db.roles.names([change.actor_id]),
            )


class UndoChange:
    """Puts back one entry, or the whole act that it belongs to."""

    def __init__(
        self, database: Database, clock: Clock, rights: ProjectRights, tell: TellProposal
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._tell = tell

    async def __call__(
        self, by: Actor, number: ChangeId, reason: str, *, whole_act: bool = False
    ) -> UndoneChange:
        """ProjectError where a field became something else since: that is not overwritten."""
        now = self._clock.now()
        async with self._database.writing() as db:
            change, project, acting = await _of(db, self._rights, by, number, hold=True)
            entries = await _of_act(db, change) if whole_act else (change,)
            was = {one.field: _before(one) for one in entries}
            if all(value_in(project, field) == value for field, value in was.items()):
                return UndoneChange(Undone.SAME, project)
            if any(_is_overtaken(project, one) for one in entries):
                raise ProjectError(f"change {number} is overtaken", "error-undo-overtaken")
            if await TwoPersonRule.is_on(db, acting.role):
                made = await propose(db, project, was, Why(reason), now, acting)
                await self._tell(db, made, project)
                return UndoneChange(Undone.PROPOSED, project, proposal=made.id)
            recorded = await write(
                db,
                changed(project, was, now),
                Why(reason),
                acting,
                now,
                action="project.undo",
                undoes={one.field: one.id for one in entries},
            )
            return UndoneChange(Undone.RECORDED, recorded.project, act=recorded.act)


async def _of(
    db: Transaction, rights: ProjectRights, by: Actor, number: ChangeId, *, hold: bool = False
) -> tuple[Change, Project, Acting]:
    """The entry, its project, and who acts; what was deleted can be put back by whoever could

    delete it.
    """
    await rights.official(db, by)
    change = await db.projects.change(number)
    project = None if change is None else await db.projects.get(change.project_id, hold=hold)
    if change is None or project is None:
        raise no_project(f"of change {number}")
    there = replace(project, deleted=False) if change.field is Field.DELETED else project
    return change, project, await rights.acting(db, by, there)


async def _of_act(db: Transaction, change: Change) -> tuple[Change, ...]:
    if change.act is None:
        return (change,)
    together = await db.projects.changes_of_act(change.act)
    return tuple(one for one in together if one.project_id == change.project_id)


def _is_overtaken(project: Project, change: Change) -> bool:
    return bool(value_in(project, change.field) != change.new)


def _before(change: Change) -> Any:
    """What the field was; an entry that began a history has nothing before it."""
    if change.old is not None:
        return change.old
    if change.field.value not in _BEFORE_ALL:
        raise ProjectError(f"{change.field} is never empty", "error-undo-first")
    return _BEFORE_ALL[change.field.value]
