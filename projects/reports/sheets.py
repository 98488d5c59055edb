"""What a spreadsheet and a paper hold, in words and typed values: views say it, others write it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from model.partial_dates import PartialDate
from projects.reports.pictures import BarGroup


class Kind(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    """Whole percents: 45 is 45%."""
    DAY = "day"
    """As exactly as it is known: a year, a month, a day."""
    MOMENT = "moment"


Cell = str | int | float | PartialDate | datetime | None
"""A moment is on the reader's clock, without a zone: spreadsheets know none."""


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    kind: Kind = Kind.TEXT
    width: int = 14
    """Letters."""
    is_summed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table to be sorted and filtered, or several to be read."""

    name: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    """Lines above the tables; a sheet with a single table and none of these has a filter."""
    total: str | None = None
    """What the row of sums is called; None: there is none."""


@dataclass(frozen=True, slots=True)
class Workbook:
    title: str
    sheets: tuple[Sheet, ...]
    is_year_first: bool = False
    """How the language writes dates: 2026-06-30, not 30.06.2026."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is looked at first, and what it is of."""

    said: str
    label: str
    is_bad: bool = False


@dataclass(frozen=True, slots=True)
class PaperColumn:
    title: str
    share: int
    """Of the width, compared with the other columns."""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class PaperTable:
    title: str
    columns: tuple[PaperColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A page for a meeting, and those behind it."""

    title: str
    subtitle: str
    numbers: tuple[Number, ...]
    chart_title: str
    chart: BarGroup
    tables: tuple[PaperTable, ...]
    foot: str
    """At the foot of each page, beside its number."""
