"""A workbook's words and values → XLSX: typed cells, and nothing from outside is ever a formula."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from common.text import shorten
from model.partial_dates import PartialDate
from projects.reports.sheets import Cell, Column, Kind, Sheet, Table, Workbook

LONGEST = 32_000
"""Letters of a cell; Excel refuses more than 32,767."""
_SUM_OF_WHAT_IS_SHOWN = 109
"""SUBTOTAL's number for a sum of the rows that a filter leaves."""


def write_workbook(workbook: Workbook) -> bytes:
    """XLSX."""
    file = BytesIO()
    options = {
        "in_memory": True,
        "constant_memory": True,  # each row is done with once the next begins
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": workbook.title})
        looks = _Looks(book, workbook.is_year_first)
        for sheet in workbook.sheets:
            _Writer(book.add_worksheet(sheet.name), looks).write(sheet)
    return file.getvalue()


class _Looks:
    """How cells look."""

    def __init__(self, book: xlsxwriter.Workbook, is_year_first: bool) -> None:
        day, month = ("yyyy-mm-dd", "yyyy-mm") if is_year_first else ("dd.mm.yyyy", "mm.yyyy")
        top: dict[str, Any] = {"valign": "top"}
        self.text = book.add_format({"text_wrap": True, **top})
        self.number = book.add_format({"num_format": "#,##0", **top})
        self.percent = book.add_format({"num_format": '0"%"', **top})
        left: dict[str, Any] = {"align": "left", **top}
        self.day = book.add_format({"num_format": day, **left})
        self.month = book.add_format({"num_format": month, **left})
        self.year = book.add_format({"num_format": "yyyy", **left})
        self.moment = book.add_format({"num_format": f"{day} hh:mm", **left})
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "bg_color": "#e8f0f7", "bottom": 1, **top}
        )
        self.title = book.add_format({"bold": True, "font_size": 12})
        self.note = book.add_format({"font_color": "#5f6368"})
        self.total = book.add_format({"bold": True, "top": 1, "num_format": "#,##0"})

    def of_day(self, day: PartialDate) -> Format:
        if day.month is None:
            return self.year
        return self.month if day.day is None else self.day


class _Writer:
    def __init__(self, sheet: Worksheet, looks: _Looks) -> None:
        self._sheet = sheet
        self._looks = looks

    def write(self, sheet: Sheet) -> None:
        self._widths(sheet.tables)
        at = 0
        for note in sheet.notes:
            self._sheet.write_string(at, 0, note, self._looks.note)
            at += 1
        for table in sheet.tables:
            at = self._table(table, at + bool(sheet.notes), sheet.total)
        if not sheet.notes and len(sheet.tables) == 1:
            rows, columns = len(sheet.tables[0].rows), len(sheet.tables[0].columns)
            self._sheet.freeze_panes(1, 2)
            self._sheet.autofilter(0, 0, rows, columns - 1)
            self._sheet.set_landscape()
            self._sheet.fit_to_pages(1, 0)
            self._sheet.repeat_rows(0)

    def _widths(self, tables: Sequence[Table]) -> None:
        for table in tables:
            for at, column in enumerate(table.columns):
                self._sheet.set_column(at, at, column.width)

    def _table(self, table: Table, at: int, total: str | None) -> int:
        """Writes it from this row on; the row after it."""
        if table.title:
            self._sheet.write_string(at, 0, table.title, self._looks.title)
            at += 1
        for column, one in enumerate(table.columns):
            self._sheet.write_string(at, column, one.title, self._looks.head)
        first = at + 1
        for at, row in enumerate(table.rows, first):
            for column, (one, cell) in enumerate(zip(table.columns, row, strict=True)):
                self._cell(at, column, one, cell)
        if total is not None and table.rows:
            at += 1
            self._total(table, first, at, total)
        return at + 1

    def _cell(self, row: int, column: int, one: Column, cell: Cell) -> None:
        match cell:
            case None:
                pass
            case PartialDate():
                self._sheet.write_datetime(row, column, cell.last, self._looks.of_day(cell))
            case datetime():
                self._sheet.write_datetime(row, column, cell, self._looks.moment)
            case str():
                self._sheet.write_string(row, column, _short(cell), self._looks.text)
            case _:
                is_percent = one.kind is Kind.PERCENT
                look = self._looks.percent if is_percent else self._looks.number
                self._sheet.write_number(row, column, cell, look)

    def _total(self, table: Table, first: int, at: int, total: str) -> None:
        self._sheet.write_string(at, 0, total, self._looks.total)
        for column, one in enumerate(table.columns):
            if one.is_summed:
                name = xl_col_to_name(column)
                formula = f"=SUBTOTAL({_SUM_OF_WHAT_IS_SHOWN},{name}{first + 1}:{name}{at})"
                values = (row[column] for row in table.rows)
                value = sum(one for one in values if isinstance(one, int | float))
                self._sheet.write_formula(at, column, formula, self._looks.total, value)
            elif column:
                self._sheet.write_blank(at, column, None, self._looks.total)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST // 2 else shorten(text, LONGEST)
