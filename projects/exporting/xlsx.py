"""The table as XLSX: typed cells, filters, and nothing from outside is ever a formula."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO

import xlsxwriter

from projects.exporting.table import Cell, Column

LONGEST = 32_767
"""What a cell has room for: more is left out whole, so that coming back it changes nothing."""
_WIDE, _NARROW = 36, 14
_WIDE_COLUMNS = frozenset(
    {
        *(Column.NAME_KK, Column.NAME_RU, Column.NAME_EN, Column.NAME_ZH, Column.INVESTORS),
        *(Column.CAPACITY, Column.MILESTONES, Column.BLOCKERS, Column.NOTES, Column.SUSPENDED),
    }
)


def write_xlsx(
    columns: Sequence[Column],
    headings: Mapping[Column, str],
    rows: Iterable[Mapping[Column, Cell]],
    title: str,
) -> bytes:
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet(title)
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        text = book.add_format({"text_wrap": True, "valign": "top"})
        number = book.add_format({"num_format": "#,##0", "valign": "top"})
        plain = book.add_format({"valign": "top"})
        day = book.add_format({"num_format": "dd.mm.yyyy", "align": "left", "valign": "top"})
        for at, column in enumerate(columns):
            sheet.set_column(at, at, _WIDE if column in _WIDE_COLUMNS else _NARROW)
            sheet.write_string(0, at, headings[column], head)
        last = 0
        for last, row in enumerate(rows, 1):
            for at, column in enumerate(columns):
                match row.get(column):
                    case str() as words if len(words) <= LONGEST:
                        sheet.write_string(last, at, words, text)
                    case date() as when:
                        sheet.write_datetime(last, at, when, day)
                    case int() as value:
                        sheet.write_number(last, at, value, number)
                    case float() as value:
                        sheet.write_number(last, at, value, plain)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, last, len(columns) - 1)
    return file.getvalue()
