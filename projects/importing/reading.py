"""A file's bytes → the cells of its sheets: XLSX, or CSV in UTF-8 or a Windows encoding.

What a file unpacks to is counted before it is read, and what is counted is what is read: a zip
bomb costs nothing. Runs in the worker: an answer is a value, and what cannot be read is one too.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineSheet, SheetTypeEnum, load_workbook

from projects.importing.measuring import MOST_COLUMNS, MOST_ROWS, TooMuchError, measure

LARGEST = 20 * 2**20
"""Bytes of a file."""
LARGEST_UNPACKED = 64 * 2**20
MOST_PARTS = 2_000
MOST_SHEETS = 30
LONGEST_CELL = 32_767
"""What a spreadsheet has room for."""

Raw = str | int | float | date | None
"""A cell as it is read; None: it is empty."""
_OLE = b"\xd0\xcf\x11\xe0"
"""An old .xls, or a workbook with a password."""
_ZIP = b"PK\x03\x04"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""As spreadsheets are; other packers cannot be asked to stop."""
_DELIMITERS = ";,\t"


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells that are one: rows and columns from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    rows: tuple[tuple[Raw, ...], ...]
    """From the sheet's first cell on; shorter ones end in empty cells."""
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is not read; `key` is the sentence that says why."""

    key: str
    values: tuple[tuple[str, int | str], ...] = ()


def read_sheets(content: bytes) -> tuple[Sheet, ...] | Refused:
    """All that the file holds; at least one sheet."""
    if len(content) > LARGEST:
        return Refused("error-file-large", (("megabytes", LARGEST // 2**20),))
    if not content.strip(b"\x00\r\n\t \xef\xbb\xbf"):
        return Refused("error-import-empty")
    if content.startswith(_OLE):
        return Refused("error-import-old")
    if content.startswith(_ZIP):
        return _workbook(content)
    return _text(content)


# XLSX


def _workbook(content: bytes) -> tuple[Sheet, ...] | Refused:
    unpacked = _unpacked(content)
    if isinstance(unpacked, Refused):
        return unpacked
    try:
        with load_workbook(io.BytesIO(unpacked)) as book:
            names = [one.name for one in book.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet]
            sheets = [book.get_sheet_by_name(name) for name in names[:MOST_SHEETS]]
            read = tuple(map(_sheet, sheets))
    except (CalamineError, OSError, ValueError):
        return Refused("error-import-unreadable")
    return read if any(one.rows for one in read) else Refused("error-import-empty")


def _unpacked(content: bytes) -> bytes | Refused:
    """The same workbook, without pictures and packed by us: its parts are as large as they say."""
    packed = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as book,
            zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as copy,
        ):
            parts = [one for one in book.infolist() if _is_wanted(one.filename)]
            if "xl/workbook.xml" not in {one.filename for one in parts}:
                return Refused("error-import-kind")
            if any(one.flag_bits & 1 for one in parts):
                return Refused("error-import-old")
            total = sum(one.file_size for one in parts)
            if len(parts) > MOST_PARTS or total > LARGEST_UNPACKED:
                return Refused("error-import-bomb")
            if any(one.compress_type not in _PACKED for one in parts):
                return Refused("error-import-unreadable")
            read = {one.filename: _part(book, one) for one in parts}
            measure(read.values())
            for name, part in read.items():
                copy.writestr(zipfile.ZipInfo(name), part)
    except TooMuchError:
        return Refused("error-import-wide", (("rows", MOST_ROWS), ("columns", MOST_COLUMNS)))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        return Refused("error-import-unreadable")
    except zlib.error:
        return Refused("error-import-unreadable")
    return packed.getvalue()


def _is_wanted(name: str) -> bool:
    return name.endswith((".xml", ".rels")) and not name.startswith("xl/media/")


def _part(book: zipfile.ZipFile, one: zipfile.ZipInfo) -> bytes:
    """Unpacked as far as it says that it goes: `read` unpacks all first, and cuts it off then."""
    with book.open(one) as part:
        return part.read(one.file_size)


def _sheet(sheet: CalamineSheet) -> Sheet:
    rows = [tuple(map(_cell, row)) for row in sheet.to_python(skip_empty_area=False)]
    merges = [
        Merge(top, left, bottom, min(right, MOST_COLUMNS - 1))
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
    return Sheet(sheet.name, _trimmed(rows), tuple(merges))


def _cell(value: Any) -> Raw:
    """A formula is what it gave when the file was saved; an error of one is an empty cell."""
    match value:
        case str():
            return _cleaned(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), value))
        case bool():
            return "true" if value else "false"
        case float():
            return int(value) if value.is_integer() and abs(value) < 1e15 else value
        case datetime():
            return value.date()
        case time() | timedelta():
            return None
    return value if isinstance(value, int | date) else None


# CSV


def _text(content: bytes) -> tuple[Sheet, ...] | Refused:
    """A sheet for each way in which it may be cut into cells."""
    text = _decoded(content)
    if text is None or _is_garbage(text):
        return Refused("error-import-kind")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = [_cut(text, delimiter) for delimiter in _DELIMITERS]
    cut = tuple(one for one in found if isinstance(one, Sheet))
    return cut or next(one for one in found if isinstance(one, Refused))


def _cut(text: str, delimiter: str) -> Sheet | Refused:
    """As if the cells were set apart by this: what it is shows where a table is found."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[tuple[Raw, ...]] = []
    try:
        for row in reader:
            if len(rows) >= MOST_ROWS or len(row) > MOST_COLUMNS:
                return Refused(
                    "error-import-wide", (("rows", MOST_ROWS), ("columns", MOST_COLUMNS))
                )
            rows.append(tuple(_cleaned(cell) for cell in row))
    except csv.Error:
        return Refused("error-import-unreadable")
    return Sheet("", _trimmed(rows))


def _decoded(content: bytes) -> str | None:
    """KZ-1048 is Windows-1251 with the Kazakh letters where that has Serbian ones."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le")):
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    for encoding in ("utf-8", "kz1048"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _is_garbage(text: str) -> bool:
    beginning = text[:10_000]
    odd = len(_CONTROL.findall(beginning)) + beginning.count("\ufffd")
    return (
        odd * 100 > len(beginning)
        or beginning.lstrip()[:1] in ("<", "{", "[")
        or "%PDF" in (beginning[:10])
    )


# Both


def _cleaned(text: str) -> Raw:
    text = _CONTROL.sub("", text[:LONGEST_CELL]).replace("\r\n", "\n").strip(" \t\n\r\u00a0\ufeff")
    return text or None


def _trimmed(rows: Sequence[tuple[Raw, ...]]) -> tuple[tuple[Raw, ...], ...]:
    """Without the empty rows at the end and the empty cells at the ends of rows."""

    def shorter(row: tuple[Raw, ...]) -> tuple[Raw, ...]:
        end = len(row)
        while end and row[end - 1] is None:
            end -= 1
        return row[:end]

    found = [shorter(row) for row in rows]
    while found and not found[-1]:
        found.pop()
    return tuple(found)
