"""The registry as a file: the table for whoever works on it, a map and open data for everyone.

The table of an official in private is the internal view of what they look after; a map and open
data are made to be published, so they are the public view, whoever asks.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from accounts.actor import Actor, Operator
from common.clock import Clock
from common.errors import KeruenError
from common.worker import Run, WorkFailed
from model.news import DEFAULT_TIMEZONE
from model.people import Language, Role
from model.projects import DEFAULT_OC4IDS_PREFIX, INTERNAL, Change, Filter, Project
from projects.exporting.csv import write_csv
from projects.exporting.geojson import write_geojson
from projects.exporting.oc4ids import Publisher, write_package
from projects.exporting.table import PUBLIC, WRITTEN, Column, cells_of, headings
from projects.exporting.xlsx import write_xlsx
from projects.rights import ProjectRights, Standing, public_view, seen
from storage.database import Database
from storage.transaction import Transaction

_PAGE = 200


class Format(StrEnum):
    """The values stand in buttons and at the command line."""

    XLSX = "xlsx"
    CSV = "csv"
    GEOJSON = "geojson"
    OC4IDS = "oc4ids"


_ENDINGS = {Format.OC4IDS: "oc4ids.json"}
_PUBLISHED = frozenset({Format.GEOJSON, Format.OC4IDS})


class ExportError(KeruenError):
    """There is nothing to export, or it could not be written."""


@dataclass(frozen=True, slots=True)
class Exported:
    name: str
    """Of the file."""
    content: bytes
    projects: int
    is_internal: bool


class ExportProjects:
    """What somebody may see of the projects that a filter means, as a file."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        rights: ProjectRights,
        run: Run,
        prefix: str = DEFAULT_OC4IDS_PREFIX,
    ) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights
        self._run = run
        self._publisher = Publisher(prefix, ZoneInfo(DEFAULT_TIMEZONE))

    async def __call__(
        self, by: Actor | Operator, form: Format, which: Filter, language: Language
    ) -> Exported:
        """ExportError where there is no such project."""
        now = self._clock.now()
        histories: dict[int, list[Change]] = {}
        async with self._database.reading() as db:
            standing = await self._rights.standing(db, by)
            projects = await _seen(db, standing, which, is_public=form in _PUBLISHED)
            if form is Format.OC4IDS:
                histories = await _public_histories(db, projects)
            offices = await db.roles.offices()
        if not projects:
            raise ExportError("there is no project to export", "error-export-empty")
        is_internal = form not in _PUBLISHED and standing.is_official and standing.is_private
        curators = {one.user_id: one.name for one in offices if one.role.covers(Role.OFFICIAL)}
        told = [(one, histories.get(one.id, [])) for one in projects]
        columns = WRITTEN if is_internal else PUBLIC
        content = await self._run(
            write, form, told, columns, curators, language.value, self._publisher, now
        )
        if isinstance(content, WorkFailed):
            raise ExportError(content.reason, "error-export-failed")
        name = f"keruen-{now.date()}.{_ENDINGS.get(form, form.value)}"
        return Exported(name, content, len(projects), is_internal)


def write(
    form: Format,
    projects: Sequence[tuple[Project, Sequence[Change]]],
    columns: Sequence[Column],
    curators: Mapping[int, str | None],
    language: str,
    publisher: Publisher,
    now: datetime,
) -> bytes:
    """The file; the worker's part."""
    if form is Format.OC4IDS:
        return write_package(projects, publisher, now)
    rows = [
        {column: cells[column] for column in columns if column in cells}
        for cells in (cells_of(one, language, curators) for one, _ in projects)
    ]
    if form is Format.GEOJSON:
        return write_geojson(zip((one for one, _ in projects), rows, strict=True))
    if form is Format.CSV:
        return write_csv(columns, headings(language), rows)
    return write_xlsx(columns, headings(language), rows, "Keruen")


async def _seen(
    db: Transaction, standing: Standing, which: Filter, *, is_public: bool
) -> list[Project]:
    """In the order of their ids, as far as they may be seen."""
    view: Callable[[Project], Project | None] = (
        _published if is_public else lambda one: seen(standing, one)
    )
    found: list[Project] = []
    start = 0
    while page := await db.projects.listed(which, _PAGE, start):
        found += [one for one in map(view, page) if one is not None]
        start += len(page)
        await asyncio.sleep(0)
    return sorted(found, key=lambda one: one.id)


def _published(project: Project) -> Project | None:
    return public_view(project) if project.published and not project.deleted else None


async def _public_histories(
    db: Transaction, projects: Sequence[Project]
) -> dict[int, list[Change]]:
    histories: dict[int, list[Change]] = {}
    for start in range(0, len(projects), _PAGE):
        page = [one.id for one in projects[start : start + _PAGE]]
        for one in await db.projects.histories(page):
            if one.field not in INTERNAL:
                histories.setdefault(one.project_id, []).append(one)
        await asyncio.sleep(0)
    return histories
