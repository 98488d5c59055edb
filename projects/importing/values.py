"""A row's cells → what they say of a project, column by column, and what could not be read.

An empty cell says nothing; a dash (or «нет») empties the field. Pure, and slow enough for thousands
of rows to run in the worker.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any

from model.news import Money
from model.partial_dates import PartialDate
from model.projects import Blocker, Milestone, Point
from projects.exporting.table import MET, NAME_LANGUAGES, UNSAID, Column
from projects.importing import vocabulary
from projects.importing.dates import read_date, read_period
from projects.importing.numbers import Unit, money_of, number_of, unit_of
from projects.importing.reading import Raw
from projects.zones import zone_named

MOST_IN_A_LIST = 50


class Nothing(Enum):
    """A field is to be emptied."""

    NOTHING = auto()


NOTHING = Nothing.NOTHING
Value = Any
"""Of the type that the column's reader gives, or NOTHING."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A cell that cannot be taken over. `key` is the sentence that says why."""

    column: Column | None
    key: str
    printed: str = ""
    rows: tuple[int, ...] = ()
    """Other rows that it is about."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a row of the file says. With troubles it is not applied."""

    number: int
    """In the file, from 1."""
    values: Mapping[Column, Value]
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount, and its words where it was written in words."""

    money: Money
    printed: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """What cells are read by, besides themselves."""

    officials: Mapping[int, str | None]
    """Those who may be curators: their names by their ids."""
    units: Mapping[Column, str]
    """What headings say of numbers."""
    fractions: frozenset[Column] = frozenset()
    """Columns of percents that are written as parts of one."""


class CellError(Exception):
    """A cell that says nothing that its column could."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def read_row(number: int, cells: Mapping[Column, Raw], known: Known) -> Row:
    """Every cell that is not empty, by its column."""
    values: dict[Column, Value] = {}
    troubles: list[Trouble] = []
    for column, cell in cells.items():
        if cell is None or column in _NOT_READ:
            continue
        try:
            values[column] = _value(column, cell, cells, known)
        except CellError as error:
            troubles.append(Trouble(column, error.key, printed_of(cell)[:100]))
    return Row(number, values, tuple(troubles))


def printed_of(cell: Raw) -> str:
    """As a person would read it."""
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def _value(column: Column, cell: Raw, cells: Mapping[Column, Raw], known: Known) -> Value:
    if column is Column.AMOUNT:
        return _nothing(cell) or _sum(cell, cells, known)
    if column is Column.CURATOR:
        return _nothing(cell) or _curator(cell, known)
    if column in _PERCENTS:
        return _nothing(cell) or _percent(cell, column in known.fractions)
    if column in _TEXTS:
        return NOTHING if isinstance(cell, str) and vocabulary.is_dash(cell) else _text(cell)
    reader, key = _READERS[column]
    if column in (Column.LAPSED, Column.PUBLISHED):
        found = reader(cell)
    else:
        found = _nothing(cell) or reader(cell)
    if found is None or found == ():
        raise CellError(key)
    return found


def _nothing(cell: Raw) -> Nothing | None:
    return NOTHING if isinstance(cell, str) and vocabulary.is_nothing(cell) else None


def _text(cell: Raw) -> str:
    return printed_of(cell).removeprefix(UNSAID)


def _words(cell: Raw) -> str:
    return " ".join(_text(cell).split())


def _sum(cell: Raw, cells: Mapping[Column, Raw], known: Known) -> Sum:
    said = unit_of(known.units.get(Column.AMOUNT, ""))
    beside = unit_of(printed_of(cells.get(Column.CURRENCY)))
    unit = Unit(max(said.scale, beside.scale), beside.currency or said.currency)
    money = money_of(cell, unit)
    if money is None:
        raise CellError("import-wrong-amount")
    is_written = isinstance(cell, str) and number_of(cell, is_scaled=unit.scale > 1) is None
    return Sum(money, _words(cell) if is_written else None)


def _currency(cell: Raw) -> str | None:
    return unit_of(printed_of(cell)).currency


def _curator(cell: Raw, known: Known) -> int:
    text = _words(cell)
    numbers = re.findall(r"\d+", text)
    if numbers and int(numbers[-1]) in known.officials:
        return int(numbers[-1])
    named = [
        user_id
        for user_id, name in known.officials.items()
        if name and vocabulary.bare(name) == vocabulary.bare(text)
    ]
    if len(named) != 1:
        raise CellError("import-wrong-curator")
    return named[0]


def _percent(cell: Raw, is_fraction: bool) -> int:
    number = number_of(cell)
    if number is None:
        raise CellError("import-wrong-percent")
    percent = round(number * 100 if is_fraction else number)
    if not 0 <= percent <= 100:
        raise CellError("import-wrong-percent")
    return percent


def _count(cell: Raw) -> int | None:
    number = number_of(cell)
    if number is None or number < 0 or number != number.to_integral_value():
        return None
    return int(number)


def _degrees(cell: Raw) -> float | None:
    text = printed_of(cell).strip(" °").replace(",", ".")
    return float(text) if re.fullmatch(r"-?\d{1,3}(?:\.\d+)?(?:e-\d\d?)?", text) else None


def _point(cell: Raw) -> Point | None:
    found = re.fullmatch(
        r"\s*(-?\d{1,2}(?:\.\d+)?)°?\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)°?\s*", printed_of(cell)
    )
    return None if found is None else Point(float(found[1]), float(found[2]))


def parts_of(text: str) -> list[str]:
    """Of a list: set apart by semicolons or lines; `\\;` is a semicolon of the text."""
    parts, word = [], ""
    letters = iter(text)
    for letter in letters:
        if letter == "\\":
            word += next(letters, "")
        elif letter in ";\n":
            parts.append(word)
            word = ""
        else:
            word += letter
    return [part for one in (*parts, word) if (part := " ".join(one.split()))][:MOST_IN_A_LIST]


def _investors(cell: Raw) -> tuple[str, ...]:
    return tuple(parts_of(_text(cell)))


def _country_list(cell: Raw) -> tuple[str | None, ...] | None:
    """In the order of the investors; «?» is an unknown one."""
    parts = parts_of(_text(cell))
    if len(parts) == 1:
        parts = re.split(r"[,/]", parts[0])
    codes = tuple(None if part == "?" else vocabulary.country_code(part) for part in parts)
    is_known = all(code or part == "?" for code, part in zip(codes, parts, strict=True))
    return codes if is_known else None


def _sector_list(cell: Raw) -> tuple[str, ...]:
    text = _text(cell)
    return vocabulary.sector_codes(re.split(r"[;,/\n]", text), text)


def _district_list(cell: Raw) -> tuple[str, ...]:
    text = _text(cell)
    return vocabulary.district_codes(re.split(r"[;,/\n]", text), text)


@dataclass(frozen=True, slots=True)
class Where:
    """What one cell says of a place: districts, a zone, or its own words where it names neither."""

    districts: tuple[str, ...]
    zone: str | None
    place: str | None


def _where(cell: Raw) -> Where:
    districts, zone = _district_list(cell), zone_named(_text(cell))
    return Where(districts, zone, None if districts or zone else _words(cell))


def lines_of(text: str) -> list[tuple[PartialDate, str, PartialDate | None]] | None:
    """A date and a text in each line, and the day when it was done; None: a line has no date."""
    found: list[tuple[PartialDate, str, PartialDate | None]] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        said, _, last = line.partition(MET)
        first, colon, words = said.partition(":")
        due, met = read_date(first.strip()), read_date(last.strip())
        if due is None or not colon or not words.strip() or (last.strip() and met is None):
            return None
        found.append((due, " ".join(words.split()), met))
    return found[:MOST_IN_A_LIST]


def _milestones(cell: Raw) -> tuple[Milestone, ...] | None:
    """Numbered from 0: whose ids they have is found out beside the project."""
    lines = lines_of(_text(cell))
    return (
        None if lines is None else tuple(Milestone(0, text, due, met) for due, text, met in lines)
    )


def _blockers(cell: Raw) -> tuple[Blocker, ...] | None:
    lines = lines_of(_text(cell))
    return (
        None if lines is None else tuple(Blocker(0, text, since, met) for since, text, met in lines)
    )


def _truth(cell: Raw) -> bool | None:
    return vocabulary.truth_of(printed_of(cell))


_NOT_READ = frozenset({Column.CHANGED})
_PERCENTS = frozenset({Column.PHYSICAL, Column.FINANCIAL})
_TEXTS = frozenset(
    {
        *NAME_LANGUAGES,
        Column.NAME,
        Column.PLACE,
        Column.CAPACITY,
        Column.AMOUNT_PRINTED,
        Column.AMOUNT_SOURCE,
        Column.MEMORANDUM_NUMBER,
        Column.SUSPENDED,
        Column.NOTES,
    }
)
_DATE, _NUMBER = "import-wrong-date", "import-wrong-number"

_READERS: Mapping[Column, tuple[Callable[[Raw], Value], str]] = {
    Column.CODE: (_words, "error-wrong-code"),
    Column.INVESTORS: (_investors, "import-wrong-text"),
    Column.COUNTRIES: (_country_list, "import-wrong-country"),
    Column.SECTORS: (_sector_list, "import-wrong-sector"),
    Column.DISTRICTS: (_district_list, "import-wrong-district"),
    Column.ZONE: (lambda cell: zone_named(_text(cell)), "import-wrong-zone"),
    Column.LATITUDE: (_degrees, "error-wrong-point"),
    Column.LONGITUDE: (_degrees, "error-wrong-point"),
    Column.COORDINATES: (_point, "error-wrong-point"),
    Column.WHERE: (_where, "import-wrong-text"),
    Column.CURRENCY: (_currency, "import-wrong-currency"),
    Column.AMOUNT_DATE: (read_date, _DATE),
    Column.STAGE: (lambda cell: vocabulary.stage_of(_text(cell)), "import-wrong-stage"),
    Column.LAPSED: (_truth, "import-wrong-truth"),
    Column.PUBLISHED: (_truth, "import-wrong-truth"),
    Column.SUSPENDED_SINCE: (read_date, _DATE),
    Column.PLANNED_START: (lambda cell: read_date(cell, begins=True), _DATE),
    Column.PLANNED_FINISH: (read_date, _DATE),
    Column.ACTUAL_START: (lambda cell: read_date(cell, begins=True), _DATE),
    Column.ACTUAL_FINISH: (read_date, _DATE),
    Column.PERIOD: (read_period, _DATE),
    Column.JOBS_PLANNED: (_count, _NUMBER),
    Column.JOBS_CREATED: (_count, _NUMBER),
    Column.MEMORANDUM_DATE: (read_date, _DATE),
    Column.MILESTONES: (_milestones, "import-wrong-lines"),
    Column.BLOCKERS: (_blockers, "import-wrong-lines"),
    Column.VERSION: (_count, _NUMBER),
}


def fractions(cells: Mapping[Column, list[Raw]]) -> frozenset[Column]:
    """Columns of percents that a spreadsheet keeps as parts of one: none is above it."""
    found = []
    for column in _PERCENTS & cells.keys():
        numbers = [one for one in cells[column] if isinstance(one, int | float)]
        if any(isinstance(one, float) for one in numbers) and all(0 <= one <= 1 for one in numbers):
            found.append(column)
    return frozenset(found)
