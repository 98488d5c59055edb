"""Spreadsheets as people make them."""

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

Row = Sequence[Any]


def book(*rows: Row, then: Callable[[Worksheet], object] = lambda sheet: None) -> bytes:
    """A workbook of one sheet with these rows; `then` does more to it."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        sheet = made.add_worksheet("Лист1")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        then(sheet)
    return file.getvalue()


def lines(*rows: str, encoding: str = "utf-8") -> bytes:
    return "\r\n".join(rows).encode(encoding)


def bomb(megabytes: int, *, lies: bool = False) -> bytes:
    """A workbook of nothing but spaces; one that `lies` says that it unpacks to little."""
    file = io.BytesIO(book(["Код", "Название"]))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet9.xml", b" " * (megabytes * 2**20))
    content = file.getvalue()
    if lies:
        size = (megabytes * 2**20).to_bytes(4, "little")
        content = content.replace(size, (100).to_bytes(4, "little"))
    return content


def crafted(sheet: str, shared: str = "", packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A workbook with this between the rows' tags, and this between those of the shared texts."""
    content = book(["Код", "Название"])
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", packed) as made:
        for name in old.namelist():
            part = old.read(name).decode()
            if name == "xl/worksheets/sheet1.xml":
                part = part.replace("</sheetData>", f"{sheet}</sheetData>")
            part = part.replace("</sst>", f"{shared}</sst>")
            made.writestr(name, part)
    return file.getvalue()


def lying(megabytes: int) -> bytes:
    """A workbook one of whose parts unpacks to so much and says that it is short."""
    content = bytearray(crafted("<row/>" * (megabytes * 2**20 // 6)))
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        size = made.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    return bytes(content.replace(size, (1000).to_bytes(4, "little")))
