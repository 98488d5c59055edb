"""A file → what its rows say of projects: the worker's part of an import, in one call."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from projects.exporting.table import Column
from projects.importing import vocabulary
from projects.importing.headings import Heading, Table, find_table, mapped
from projects.importing.reading import Raw, Refused, read_sheets
from projects.importing.values import Known, Row, fractions, read_row


@dataclass(frozen=True, slots=True)
class Understood:
    """The columns as they were taken, and the rows under them."""

    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]


def understand(
    content: bytes,
    chosen: Mapping[int, Column | None],
    officials: Mapping[int, str | None],
) -> Understood | Refused:
    """`chosen` is what a person said that columns are, by their numbers from 0."""
    sheets = read_sheets(content)
    if isinstance(sheets, Refused):
        return sheets
    table = find_table(sheets)
    if table is None:
        return Refused("error-import-no-table")
    table = mapped(table, chosen)
    cells = list(_rows(table))
    by_column: dict[Column, list[Raw]] = {}
    for _, row in cells:
        for column, cell in row.items():
            by_column.setdefault(column, []).append(cell)
    units = {one.column: one.unit for one in table.headings if one.column and one.unit}
    known = Known(officials, units, fractions(by_column))
    return Understood(table.headings, tuple(read_row(number, row, known) for number, row in cells))


def _rows(table: Table) -> Iterator[tuple[int, dict[Column, Raw]]]:
    columns = [(one.index, one.column) for one in table.headings if one.column is not None]
    names = {"code", "name", "name_kk", "name_ru", "name_en", "name_zh"}
    for number, row in table.rows:
        if _is_no_project(row):
            continue
        cells = {column: row[index] for index, column in columns if index < len(row)}
        told = [column for column, cell in cells.items() if cell is not None]
        if len(told) < 2 and not names.intersection(told):
            continue  # a section's title, or a remark under the table
        yield number, {column: cells[column] for column in told}


def _is_no_project(row: Sequence[Raw]) -> bool:
    """Empty, a total, or the numbers of the columns."""
    told = [cell for cell in row if cell is not None]
    if not told:
        return True
    if isinstance(told[0], str) and vocabulary.is_total(told[0]):
        return True
    numbers = [str(cell) for cell in told]
    return len(numbers) > 2 and numbers == [str(one) for one in range(1, len(numbers) + 1)]
