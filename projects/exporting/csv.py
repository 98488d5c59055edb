"""The table as CSV: UTF-8 with its mark and semicolons, as spreadsheets here open it."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from projects.exporting.table import UNSAID, Cell, Column

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would run: such a text is marked as a text."""


def write_csv(
    columns: Sequence[Column],
    headings: Mapping[Column, str],
    rows: Iterable[Mapping[Column, Cell]],
) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([headings[column] for column in columns])
    writer.writerows([[_written(row.get(column)) for column in columns] for row in rows])
    return file.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case date():
            return cell.isoformat()
        case str() if cell.startswith(_FORMULAS):
            return UNSAID + cell
    return str(cell)
