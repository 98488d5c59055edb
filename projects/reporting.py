"""What a report is made of: gathered in slices, read where the report is made.

right | filter → the rows as they are kept | in the worker: read, and see no more than one may
"""

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from accounts.actor import Actor
from common.clock import Clock
from model.ids import ProjectId
from model.news import Money
from model.overview import Counted, Dimension, Tally
from model.people import Language, Role
from model.projects import INTERNAL, Change, Field, Filter, Project, Why
from projects.overview import Listing, selection
from projects.rights import ProjectRights, Standing, looks_after, seen
from storage.database import Database
from storage.project_json import KeptChange, KeptProject

SLICE = 200
"""Rows read at once: others get their turn between."""
MOST_CHANGES = 5_000
"""Of one report: an import of thousands is not told cell by cell."""


class Format(StrEnum):
    """The values stand in buttons: they never change."""

    XLSX = "xlsx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a report is made of, as it is kept: it goes to the worker as it is."""

    language: Language
    which: Filter
    standing: Standing
    since: datetime
    now: datetime
    timezone: str
    projects: tuple[KeptProject, ...]
    changes: tuple[KeptChange, ...]
    people: Mapping[int, str]

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    def read(self) -> "Report":
        """For as long as it takes: in the worker."""
        reported: list[Reported] = []
        internal: set[ProjectId] = set()
        for kept in self.projects:
            project = kept.read()
            view = seen(self.standing, project)
            if view is not None:
                is_internal = looks_after(self.standing, project)
                reported.append(Reported(view, is_internal))
                internal |= {project.id} if is_internal else set()
        known = {one.project.id for one in reported}
        return Report(
            self.language,
            self.which,
            self.since,
            self.now,
            self.zone,
            tuple(reported),
            tuple(
                _change(one)
                for one in self.changes
                if one.project_id in internal
                or (one.project_id in known and Field(one.field) not in INTERNAL)
            ),
            self.people,
            internal=frozenset(internal),
        )


@dataclass(frozen=True, slots=True)
class Reported:
    project: Project
    """As far as it may be seen."""
    is_internal: bool


@dataclass(frozen=True, slots=True)
class Report:
    """What a report tells: projects and changes as its reader may see them."""

    language: Language
    which: Filter
    since: datetime
    now: datetime
    zone: ZoneInfo
    projects: tuple[Reported, ...]
    changes: tuple[Change, ...]
    """The latest first. Those of projects that are not internal to the reader name nobody."""
    people: Mapping[int, str]
    internal: frozenset[ProjectId]
    """Which projects the reader looks after."""

    @property
    def all(self) -> list[Project]:
        return [one.project for one in self.projects]

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()


class GatherReport:
    """The rows of a report, by a filter. NotAllowedError for whoever is no official."""

    def __init__(
        self, database: Database, clock: Clock, rights: ProjectRights, timezone: str
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._timezone = timezone

    async def __call__(self, actor: Actor, which: Filter, since: date) -> Gathered:
        now, zone = self._clock.now(), ZoneInfo(self._timezone)
        began = datetime.combine(since, time(), zone)
        async with self._database.reading() as db:
            standing = await self._rights.official(db, actor)
            chosen = selection(Listing.ALL, which, standing, now, now.astimezone(zone).date())
            projects: list[KeptProject] = []
            while found := await db.project_numbers.kept(
                chosen, SLICE, projects[-1].id if projects else None
            ):
                projects += found
                await asyncio.sleep(0)
            changes: list[KeptChange] = []
            while len(changes) < MOST_CHANGES and (
                later := await db.project_numbers.kept_changes(
                    chosen, began, SLICE, changes[-1].id if changes else None
                )
            ):
                changes += later
                await asyncio.sleep(0)
            people = await db.roles.names()
        return Gathered(
            actor.language,
            which,
            standing,
            began,
            now,
            self._timezone,
            tuple(projects),
            tuple(changes),
            people,
        )


def _change(kept: KeptChange) -> Change:
    old, new = kept.values()
    return Change(
        kept.id,
        kept.project_id,
        kept.at,
        Field(kept.field),
        old,
        new,
        Why(kept.reason, kept.source),
        kept.actor_id,
        Role(kept.role),
    )


def tally_of(projects: Iterable[Project]) -> Tally:
    """The same as storage/project_numbers.py counts, of projects at hand."""
    count, planned, created = 0, 0, 0
    used: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    for one in projects:
        count += 1
        planned += one.jobs_planned or 0
        created += one.jobs_created or 0
        if one.claim is not None and (money := one.claim.money) is not None:
            used[money.currency] += 1
            sums[money.currency] += money.value
    currencies = sorted(used, key=lambda currency: (-used[currency], currency))
    return Tally(
        count, tuple(Money(sums[currency], currency) for currency in currencies), planned, created
    )


def counted_by(dimension: Dimension, projects: Sequence[Project]) -> list[Counted]:
    """Each value with its projects, the most first, those that have none last."""
    by_key: dict[str | None, list[Project]] = {}
    for one in projects:
        for key in _keys(dimension, one) or (None,):
            by_key.setdefault(key, []).append(one)
    found = [Counted(key, tally_of(each)) for key, each in by_key.items()]
    return sorted(found, key=lambda one: (one.key is None, -one.tally.projects, one.key or ""))


def _keys(dimension: Dimension, project: Project) -> Sequence[str]:
    match dimension:
        case Dimension.SECTOR:
            return project.sectors
        case Dimension.DISTRICT:
            return project.districts
        case Dimension.STAGE:
            return (project.stage.value,)
    raise ValueError(f"no report counts by {dimension}")
