"""Walking through the registry: by sector, district, stage, zone and country to a list of projects.

Everyone walks through what is published; officials besides, in their private chat, through what
they look after and through the candidates there.
"""

from dataclasses import dataclass, replace
from typing import Any

from accounts.actor import Actor
from model.news import Stage
from model.overview import EVERY_PROJECT, FIELDS, Dimension, Selection, Whose
from model.people import EVERYTHING, Role
from model.projects import Filter, Project
from projects.rights import ProjectRights, Standing, seen
from storage.database import Database
from storage.transaction import Transaction

PAGE = 8
DIMENSIONS = (
    Dimension.SECTOR,
    Dimension.DISTRICT,
    Dimension.STAGE,
    Dimension.ZONE,
    Dimension.COUNTRY,
)
"""By what one walks, in the order it is offered."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Where one has got to: what all the projects in sight have in common."""

    which: Filter = EVERY_PROJECT
    is_mine: bool = False
    """Only what the official looks after."""

    def at(self, dimension: Dimension) -> str | None:
        """The value that was chosen of it."""
        value: str | None = getattr(self.which, FIELDS[dimension])
        return value

    def to_candidates(self) -> "Walk":
        return replace(self, which=replace(self.which, unpublished=True))

    def to(self, dimension: Dimension, value: str) -> "Walk":
        chosen: dict[str, Any] = {FIELDS[dimension]: value}
        if dimension is Dimension.STAGE:
            chosen = {"stage": Stage(value)}
        return replace(self, which=replace(self.which, **chosen))


@dataclass(frozen=True, slots=True)
class Crossing:
    """What lies before somebody: how many projects, and which ways part them further."""

    walk: Walk
    count: int
    ways: tuple[Dimension, ...]
    mine: int = 0
    candidates: int = 0


@dataclass(frozen=True, slots=True)
class Signs:
    """The values of one dimension, and how many projects each has."""

    walk: Walk
    dimension: Dimension
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ProjectList:
    walk: Walk
    projects: tuple[Project, ...]
    page: int
    count: int


class WalkProjects:
    def __init__(self, database: Database, rights: ProjectRights) -> None:
        self._database = database
        self._rights = rights

    async def crossing(self, actor: Actor, walk: Walk) -> Crossing:
        async with self._database.reading() as db:
            standing = await self._standing(db, actor, walk)
            numbers, chosen = db.project_numbers, _selection(standing, walk)
            ways = [
                one
                for one in DIMENSIONS
                if walk.at(one) is None and any(each.key for each in await numbers.by(one, chosen))
            ]
            mine = candidates = 0
            if standing.is_official and standing.is_private and walk == Walk():
                mine = await numbers.count(_selection(standing, Walk(is_mine=True)))
                candidates = await numbers.count(_selection(standing, CANDIDATES))
            count = await numbers.count(chosen)
        return Crossing(walk, count, tuple(ways), mine, candidates)

    async def signs(self, actor: Actor, walk: Walk, dimension: Dimension) -> Signs:
        """The most first."""
        async with self._database.reading() as db:
            standing = await self._standing(db, actor, walk)
            found = await db.project_numbers.by(dimension, _selection(standing, walk))
        counts = tuple((one.key, one.tally.projects) for one in found if one.key)
        return Signs(walk, dimension, counts)

    async def listed(self, actor: Actor, walk: Walk, page: int) -> ProjectList:
        """A page, the last changed first; the last page where there are not so many."""
        async with self._database.reading() as db:
            standing = await self._standing(db, actor, walk)
            chosen = _selection(standing, walk)
            count = await db.project_numbers.count(chosen)
            page = max(0, min(page, (count - 1) // PAGE))
            ids = await db.project_numbers.ids(chosen, PAGE, page * PAGE)
            found = await db.projects.by_ids(ids)
        shown = (seen(standing, found.get(one)) for one in ids)
        return ProjectList(walk, tuple(one for one in shown if one), page, count)

    async def _standing(self, db: Transaction, actor: Actor, walk: Walk) -> Standing:
        """NotAllowedError for whoever is no official and walks where only officials do."""
        if walk.is_mine or walk.which.unpublished:
            return await self._rights.official(db, actor)
        return await self._rights.standing(db, actor)


CANDIDATES = Walk(Filter(unpublished=True))


def _selection(standing: Standing, walk: Walk) -> Selection:
    """Of those who look after everything, theirs are those whose curator they are."""
    if not (walk.is_mine or walk.which.unpublished):
        return Selection(walk.which)
    user_id = standing.user_id or 0
    if walk.is_mine and standing.sees_everything:
        return Selection(replace(walk.which, curator=user_id))
    scope = EVERYTHING if standing.role is Role.ADMIN else standing.scope
    return Selection(walk.which, Whose(user_id, scope))
