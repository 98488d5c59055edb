"""One project, as far as whoever asks may see it."""

from dataclasses import dataclass
from datetime import date

from accounts.actor import Actor
from common.clock import Clock
from model.ids import ProjectId
from model.projects import INTERNAL, Change, Project
from projects.rights import ProjectRights, Standing, looks_after, seen
from storage.database import Database
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """What is shown of a project, already without what they may not see."""

    project: Project
    is_internal: bool
    """Whether it is the internal view."""
    last: Change | None
    """The last entry of the history that they may see."""
    curator_name: str | None = None
    changed_by: str | None = None
    """Who made the last change; in the internal view only."""


class SeeProject:
    """The card of a project; None for one that is not there for them."""

    def __init__(self, database: Database, clock: Clock, rights: ProjectRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, project_id: ProjectId) -> ProjectCard | None:
        async with self._database.reading() as db:
            standing = await self._rights.standing(db, actor)
            return await card_of(db, standing, await db.projects.get(project_id))


async def card_of(
    db: Transaction, standing: Standing, project: Project | None
) -> ProjectCard | None:
    shown = seen(standing, project)
    if project is None or shown is None:
        return None
    is_internal = standing.is_private and looks_after(standing, project)
    hidden = () if is_internal else INTERNAL
    history = await db.projects.history(project.id, 1, without=hidden)
    last = history[0] if history else None
    if not is_internal:
        return ProjectCard(shown, is_internal, last)
    return ProjectCard(
        shown,
        is_internal,
        last,
        curator_name=await _name(db, shown.curator),
        changed_by=await _name(db, None if last is None else last.actor_id),
    )


async def _name(db: Transaction, user_id: int | None) -> str | None:
    office = None if user_id is None else await db.roles.office(user_id)
    return None if office is None else office.name


def delay_of(project: Project, today: date) -> int | None:
    """Days by which it is, or was, later than planned; negative: earlier; None: nothing to say.

    As long as it is not finished, only days that have passed count.
    """
    if project.planned_finish is None:
        return None
    planned = project.planned_finish.last
    if project.actual_finish is not None:
        return (project.actual_finish.first - planned).days
    return max(0, (today - planned).days) or None
