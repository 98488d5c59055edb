"""The table of projects: its columns, and what a project puts into them.

Import reads what export writes: a table that went out comes back unchanged. What columns are
called and what words stand in cells is data (projects/data/table.json).
"""

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale

from model.news import Stage
from model.partial_dates import PartialDate
from model.projects import Blocker, Claim, Milestone, Project
from news.folding import fold
from news.vocabulary import district_name, sector_name
from projects.zones import zone_name

Cell = str | int | float | date | None
"""None: nothing is known."""


class Column(StrEnum):
    """In the order in which they are written. The values stand in buttons and in the database."""

    CODE = "code"
    NAME_KK = "name_kk"
    NAME_RU = "name_ru"
    NAME_EN = "name_en"
    NAME_ZH = "name_zh"
    INVESTORS = "investors"
    COUNTRIES = "countries"
    SECTORS = "sectors"
    DISTRICTS = "districts"
    ZONE = "zone"
    PLACE = "place"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    AMOUNT = "amount"
    CURRENCY = "currency"
    AMOUNT_PRINTED = "amount_printed"
    AMOUNT_DATE = "amount_date"
    AMOUNT_SOURCE = "amount_source"
    STAGE = "stage"
    LAPSED = "lapsed"
    SUSPENDED = "suspended"
    SUSPENDED_SINCE = "suspended_since"
    PLANNED_START = "planned_start"
    PLANNED_FINISH = "planned_finish"
    ACTUAL_START = "actual_start"
    ACTUAL_FINISH = "actual_finish"
    PHYSICAL = "physical"
    FINANCIAL = "financial"
    JOBS_PLANNED = "jobs_planned"
    JOBS_CREATED = "jobs_created"
    CAPACITY = "capacity"
    MEMORANDUM_NUMBER = "memorandum_number"
    MEMORANDUM_DATE = "memorandum_date"
    MILESTONES = "milestones"
    CURATOR = "curator"
    BLOCKERS = "blockers"
    NOTES = "notes"
    PUBLISHED = "published"
    VERSION = "version"
    CHANGED = "changed"
    """Never read: it is for the eye."""

    # What other people's tables have, and is only read.
    NAME = "name"
    """In whatever language."""
    WHERE = "where"
    """A district or a zone."""
    COORDINATES = "coordinates"
    PERIOD = "period"
    """Planned: from a year to a year."""


ONLY_READ = (Column.NAME, Column.WHERE, Column.COORDINATES, Column.PERIOD)
INTERNAL_COLUMNS = frozenset(
    {Column.CURATOR, Column.BLOCKERS, Column.NOTES, Column.PUBLISHED, Column.VERSION}
)
"""What the public view leaves out."""

WRITTEN = tuple(one for one in Column if one not in ONLY_READ)
PUBLIC = tuple(one for one in WRITTEN if one not in INTERNAL_COLUMNS)

NAME_LANGUAGES = {
    Column.NAME_KK: "kk",
    Column.NAME_RU: "ru",
    Column.NAME_EN: "en",
    Column.NAME_ZH: "zh",
}

MET = "✓"
"""Before the day on which a milestone was met or a blocker resolved."""
UNSAID = "'"
"""Before a text that would be taken for something else: it says that what follows is a text."""
BETWEEN = "; "
_EXACT = 10**15
"""Beyond it a spreadsheet rounds."""


@cache
def words() -> Mapping[str, Any]:
    """projects/data/table.json; read once, never changed."""
    content: dict[str, Any] = json.loads(files("projects").joinpath("data/table.json").read_bytes())
    return content


@cache
def headings(language: str) -> Mapping[Column, str]:
    """What the columns are called."""
    return {Column(one["key"]): one["names"][language] for one in words()["columns"]}


@cache
def stage_name(stage: Stage, language: str) -> str:
    names: dict[str, Mapping[str, str]] = {one["code"]: one["names"] for one in words()["stages"]}
    return names[stage.value][language]


def country_name(code: str, language: str) -> str:
    """A code that CLDR does not know stands for itself."""
    return str(_territories(language).get(code, code))


@cache
def _territories(language: str) -> Mapping[str, str]:
    return dict(Locale(language).territories)


def cells_of(
    project: Project, language: str, curators: Mapping[int, str | None]
) -> dict[Column, Cell]:
    """What is known of a project, column by column. `curators` are officials' names."""
    claim = project.claim
    found: dict[Column, Cell] = {
        column: text_cell(project.names.get(code)) for column, code in NAME_LANGUAGES.items()
    }
    found |= {
        Column.CODE: project.code,
        Column.INVESTORS: _listed([one.name for one in project.investors]),
        Column.COUNTRIES: _countries(project, language),
        Column.SECTORS: _listed([sector_name(one, language) for one in project.sectors]),
        Column.DISTRICTS: _listed([district_name(one, language) for one in project.districts]),
        Column.ZONE: None if project.zone is None else zone_name(project.zone, language),
        Column.PLACE: text_cell(project.place),
        Column.STAGE: stage_name(project.stage, language),
        Column.LAPSED: _yes_or_no(project.lapsed, language),
        Column.PHYSICAL: project.physical,
        Column.FINANCIAL: project.financial,
        Column.JOBS_PLANNED: project.jobs_planned,
        Column.JOBS_CREATED: project.jobs_created,
        Column.CAPACITY: text_cell(project.capacity),
        Column.MILESTONES: milestone_lines(project.milestones),
        Column.BLOCKERS: blocker_lines(project.blockers),
        Column.NOTES: text_cell(project.notes),
        Column.CURATOR: _curator(project.curator, curators),
        Column.PUBLISHED: _yes_or_no(project.published, language),
        Column.VERSION: project.version,
        Column.CHANGED: project.changed_at.date(),
    }
    if project.point is not None:
        found[Column.LATITUDE] = project.point.latitude
        found[Column.LONGITUDE] = project.point.longitude
    if project.memorandum is not None:
        found[Column.MEMORANDUM_NUMBER] = text_cell(project.memorandum.number)
        found[Column.MEMORANDUM_DATE] = date_cell(project.memorandum.on)
    if project.suspension is not None:
        found[Column.SUSPENDED] = text_cell(project.suspension.reason)
        found[Column.SUSPENDED_SINCE] = date_cell(project.suspension.since)
    for column in DATES:
        found[column] = date_cell(getattr(project, column.value))
    return found | ({} if claim is None else _amount(claim))


DATES = (
    Column.PLANNED_START,
    Column.PLANNED_FINISH,
    Column.ACTUAL_START,
    Column.ACTUAL_FINISH,
)


def _amount(claim: Claim) -> dict[Column, Cell]:
    money = claim.money
    return {
        Column.AMOUNT: None if money is None else number_cell(money.value),
        Column.CURRENCY: None if money is None else money.currency,
        Column.AMOUNT_PRINTED: text_cell(claim.printed),
        Column.AMOUNT_DATE: date_cell(claim.as_of),
        Column.AMOUNT_SOURCE: text_cell(claim.source),
    }


def text_cell(text: str | None) -> str | None:
    """A text that would be read as something else is marked as a text."""
    text = text or ""
    if text.startswith(UNSAID) or fold(text.strip()) in words()["nothing"]:
        return UNSAID + text
    return text or None


def date_cell(told: PartialDate | None) -> Cell:
    """A day is a date; of a month or a year there is only the text."""
    if told is None:
        return None
    return told.first if told.day is not None else str(told)


def number_cell(value: int) -> Cell:
    return value if abs(value) < _EXACT else str(value)


def milestone_lines(milestones: tuple[Milestone, ...]) -> str | None:
    """A line for each: «2026-06: Фундамент ✓ 2026-07-01»."""
    return _lines([(one.due, one.title, one.met_on) for one in milestones])


def blocker_lines(blockers: tuple[Blocker, ...]) -> str | None:
    """A line for each, by the day since when it has stood in the way."""
    return _lines([(one.since, one.text, one.resolved_on) for one in blockers])


def _lines(told: list[tuple[PartialDate, str, PartialDate | None]]) -> str | None:
    said = [
        f"{first}: {' '.join(text.split())}" + (f" {MET} {last}" if last else "")
        for first, text, last in told
    ]
    return "\n".join(said) or None


def _listed(values: list[str]) -> str | None:
    return text_cell(BETWEEN.join(map(escaped, values)))


def escaped(value: str) -> str:
    """As it stands in a list."""
    return value.replace("\\", "\\\\").replace(";", "\\;")


def _countries(project: Project, language: str) -> str | None:
    """In the order of the investors, as far as any is known."""
    named = [
        country_name(one.country, language) if one.country else "?" for one in project.investors
    ]
    return BETWEEN.join(named) if any(one.country for one in project.investors) else None


def _yes_or_no(value: bool, language: str) -> str:
    names: Mapping[str, str] = words()["yes" if value else "no"]["names"]
    return names[language]


def _curator(user_id: int | None, curators: Mapping[int, str | None]) -> str | None:
    """«Данияр (1010)»: the number is what counts."""
    if user_id is None:
        return None
    name = curators.get(user_id)
    return f"{name} ({user_id})" if name else str(user_id)
