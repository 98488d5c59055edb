"""The log as a file: XLSX with typed cells, or CSV. Nothing from outside is ever a formula."""

import csv
import json
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

from accounts.auditing import Found
from model.people import Language
from projects.reports.sheets import Cell, Column, Kind, Sheet, Table, Workbook
from projects.reports.spreadsheet import write_workbook
from views.audit_words import (
    action_words,
    actor_words,
    differences,
    reason_words,
    subject_words,
)
from views.texts import Texts

_COLUMNS = (
    ("number", Kind.NUMBER, 8),
    ("at", Kind.MOMENT, 18),
    ("who", Kind.TEXT, 28),
    ("user", Kind.TEXT, 14),
    ("what", Kind.TEXT, 28),
    ("whom", Kind.TEXT, 36),
    ("changes", Kind.TEXT, 60),
    ("reason", Kind.TEXT, 40),
    ("before", Kind.TEXT, 40),
    ("after", Kind.TEXT, 40),
)
_YEAR_FIRST = frozenset({Language.KAZAKH, Language.CHINESE})
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def audit_file(kind: str, found: Found, timezone: str, language: Language) -> bytes:
    """`kind` is xlsx or csv."""
    if kind == "csv":
        return _csv(found, timezone, language)
    text = Texts(language)
    columns = tuple(
        Column(text.plain(f"audit-column-{name}"), kind, width) for name, kind, width in _COLUMNS
    )
    title = text.plain("audit-file-title")
    table = Table(columns, tuple(_rows(found, timezone, text)))
    book = Workbook(title, (Sheet(title, (table,)),), language in _YEAR_FIRST)
    return write_workbook(book)


def _csv(found: Found, timezone: str, language: Language) -> bytes:
    """For any program: UTF-8 with its mark, moments in ISO 8601."""
    text, file = Texts(language), StringIO(newline="")
    out = csv.writer(file)
    out.writerow(text.plain(f"audit-column-{name}") for name, _, _ in _COLUMNS)
    out.writerows([_harmless(cell) for cell in row] for row in _rows(found, timezone, text))
    return file.getvalue().encode("utf-8-sig", "replace")


def _rows(found: Found, timezone: str, text: Texts) -> list[tuple[Cell, ...]]:
    zone = ZoneInfo(timezone)
    rows: list[tuple[Cell, ...]] = []
    for entry in found.entries:
        act = entry.act
        changes = "\n".join(f"{name}: {old} → {new}" for name, old, new in differences(act, text))
        rows.append(
            (
                entry.number,
                act.at.astimezone(zone).replace(tzinfo=None, microsecond=0),
                actor_words(act, found, text),
                str(act.actor_id),
                action_words(act.action, text),
                subject_words(act, found, text),
                changes,
                reason_words(act),
                _json(act.before),
                _json(act.after),
            )
        )
    return rows


def _json(told: Any) -> str | None:
    return None if told is None else json.dumps(told, ensure_ascii=False)


def _harmless(cell: Cell) -> object:
    """A text that a spreadsheet would take for a formula gets a sign before it."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell
