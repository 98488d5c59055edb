"""All projects at once, for officials: in numbers, by what they are, and what became of them.

What is counted are published projects, the same for every official: nothing of it is internal. By
curators, who are, an official sees only what they look after themselves.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from accounts.actor import Actor
from common.clock import Clock
from model.ids import ProjectId
from model.overview import Counted, Dimension, Selection, Tally, Whose
from model.projects import Field, Filter, Project
from projects.lateness import STALLED_DAYS, Late, late
from projects.rights import ProjectRights, Standing, seen
from storage.database import Database
from storage.transaction import Transaction

PAGE = 8
"""Projects of one page of a list."""
MOST_DRAWN = 10
"""Projects of one timeline."""
_SLICE = 20
"""Projects read at once: others get their turn between."""
_LOOKED_THROUGH = 200
"""The largest projects, among which those with dates are looked for."""


class Listing(StrEnum):
    """Which of the projects of a filter. The values stand in buttons: they never change."""

    ALL = "all"
    WEEK = "week"
    MONTH = "month"
    ENTERED = "new"
    STALLED = "still"
    OVERDUE = "late"


DAYS = {Listing.WEEK: 7, Listing.MONTH: 30, Listing.ENTERED: 30}


@dataclass(frozen=True, slots=True)
class Overview:
    """The projects of a filter in numbers."""

    which: Filter
    tally: Tally
    stages: tuple[Counted, ...]
    counts: Mapping[Listing, int]
    people: Mapping[int, str]
    """Names of officials by their ids, where curators are what is looked at."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The projects of a filter by one dimension, the value with the most first."""

    which: Filter
    dimension: Dimension
    counted: tuple[Counted, ...]
    people: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A project of a list, as far as it may be seen."""

    project: Project
    late: tuple[Late, ...] = ()
    moved: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectList:
    """A page of a list of projects."""

    which: Filter
    listing: Listing
    entries: tuple[Entry, ...]
    count: int
    start: int
    today: date
    people: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Overdue:
    """What is overdue, the worst first."""

    page: ProjectList
    own: int
    """How many are the official's own to answer for."""
    every: int
    is_own: bool
    """Whether the page is of their own."""


@dataclass(frozen=True, slots=True)
class Plans:
    """Projects that have a day by which they should be finished, the largest first."""

    which: Filter
    projects: tuple[Project, ...]
    today: date
    people: Mapping[int, str]


class _Looks:
    """What the questions below have in common."""

    def __init__(
        self, database: Database, clock: Clock, rights: ProjectRights, timezone: str
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._zone = ZoneInfo(timezone)

    def _today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()


class SeeOverview(_Looks):
    """NotAllowedError, like all of these, for whoever is no official in their private chat."""

    async def __call__(self, actor: Actor, which: Filter) -> Overview:
        now, today = self._clock.now(), self._today()
        async with self._database.reading() as db:
            standing = await self._rights.official(db, actor)
            numbers = db.project_numbers
            counts = {
                listing: await numbers.count(selection(listing, which, standing, now, today))
                for listing in Listing
            }
            everything = selection(Listing.ALL, which, standing, now, today)
            return Overview(
                which,
                await numbers.tally(everything),
                tuple(await numbers.by(Dimension.STAGE, everything)),
                counts,
                await people_of(db, which),
            )


class BreakDown(_Looks):
    async def __call__(self, actor: Actor, dimension: Dimension, which: Filter) -> Breakdown:
        async with self._database.reading() as db:
            standing = await self._rights.official(db, actor)
            chosen = Selection(which, _whose(which, standing, dimension))
            counted = await db.project_numbers.by(dimension, chosen)
            return Breakdown(
                which, dimension, tuple(counted), await people_of(db, which, dimension)
            )


class ListProjects(_Looks):
    """A page of a list; a page that is not there is the last."""

    async def __call__(
        self, actor: Actor, listing: Listing, which: Filter, page: int = 0
    ) -> ProjectList:
        now, today = self._clock.now(), self._today()
        async with self._database.reading() as db:
            standing = await self._rights.official(db, actor)
            chosen = selection(listing, which, standing, now, today)
            found, count, start = await _page(db, chosen, page)
            moved: Mapping[ProjectId, Sequence[Field]] = {}
            if chosen.moved_since is not None:
                moved = await db.project_numbers.moved(
                    [one.id for one in found], chosen.moved_since
                )
            return ProjectList(
                which,
                listing,
                _entries(found, standing, today, moved),
                count,
                start,
                today,
                await people_of(db, which),
            )


class ListOverdue(_Looks):
    """What an official answers for, or all there is."""

    async def __call__(self, actor: Actor, *, own: bool | None = None, page: int = 0) -> Overdue:
        """`own` None: their own, if there is any of it."""
        today = self._today()
        async with self._database.reading() as db:
            standing = await self._rights.official(db, actor)
            every = Selection(overdue_on=today)
            theirs = _own(every, standing)
            own_count = await db.project_numbers.count(theirs)
            is_own = own_count > 0 if own is None else own
            found, count, start = await _page(db, theirs if is_own else every, page)
            shown = ProjectList(
                Filter(),
                Listing.OVERDUE,
                _entries(found, standing, today, {}),
                count,
                start,
                today,
                await people_of(db, Filter(), Dimension.CURATOR),
            )
            return Overdue(shown, own_count, await db.project_numbers.count(every), is_own)


class SeePlans(_Looks):
    """What a timeline shows."""

    async def __call__(self, actor: Actor, which: Filter) -> Plans:
        today = self._today()
        async with self._database.reading() as db:
            standing = await self._rights.official(db, actor)
            chosen = Selection(which, _whose(which, standing))
            ids = await db.project_numbers.largest(chosen, _LOOKED_THROUGH)
            dated: list[Project] = []
            for start in range(0, len(ids), _SLICE):
                projects = await db.projects.by_ids(ids[start : start + _SLICE])
                for one in ids[start : start + _SLICE]:
                    view = seen(standing, projects.get(one))
                    if view is not None and view.planned_finish is not None:
                        dated.append(view)
                if len(dated) >= MOST_DRAWN:
                    break
            people = await people_of(db, which)
            return Plans(which, tuple(dated[:MOST_DRAWN]), today, people)


def selection(
    listing: Listing, which: Filter, standing: Standing, now: datetime, today: date
) -> Selection:
    """The projects of a list, as far as this official may know that they are on it."""
    since = now - timedelta(days=DAYS.get(listing, STALLED_DAYS))
    return Selection(
        which,
        _whose(which, standing),
        moved_since=since if listing in (Listing.WEEK, Listing.MONTH) else None,
        entered_since=since if listing is Listing.ENTERED else None,
        unconfirmed_since=since if listing is Listing.STALLED else None,
        overdue_on=today if listing is Listing.OVERDUE else None,
    )


async def people_of(
    db: Transaction, which: Filter, dimension: Dimension | None = None
) -> Mapping[int, str]:
    """Names of officials, where curators are what is looked at."""
    if which.curator is None and dimension is not Dimension.CURATOR:
        return {}
    return await db.roles.names()


def _whose(which: Filter, standing: Standing, dimension: Dimension | None = None) -> Whose | None:
    """Who is curator of what is internal: asked of that, each sees only what they look after."""
    asks_curators = which.curator is not None or dimension is Dimension.CURATOR
    if not asks_curators or standing.sees_everything:
        return None
    return Whose(standing.user_id or 0, standing.scope)


def _own(everything: Selection, standing: Standing) -> Selection:
    """What they look after; of those who look after everything, what they are curator of."""
    user_id = standing.user_id or 0
    if standing.sees_everything:
        return Selection(Filter(curator=user_id), overdue_on=everything.overdue_on)
    return Selection(whose=Whose(user_id, standing.scope), overdue_on=everything.overdue_on)


async def _page(db: Transaction, chosen: Selection, page: int) -> tuple[list[Project], int, int]:
    count = await db.project_numbers.count(chosen)
    start = max(0, min(page, -(-count // PAGE) - 1)) * PAGE
    ids = await db.project_numbers.ids(chosen, PAGE, start)
    projects = await db.projects.by_ids(ids)
    return [projects[one] for one in ids if one in projects], count, start


def _entries(
    projects: Collection[Project],
    standing: Standing,
    today: date,
    moved: Mapping[ProjectId, Sequence[Field]],
) -> tuple[Entry, ...]:
    shown = ((one, seen(standing, one)) for one in projects)
    return tuple(
        Entry(view, tuple(late(one, today)), tuple(moved.get(one.id, ())))
        for one, view in shown
        if view is not None
    )
