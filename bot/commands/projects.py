"""projects: spreadsheets into the registry, and the registry as files."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from cyclopts import App

from accounts.actor import OPERATOR
from bot.commands.context import begin, opened
from common.errors import KeruenError, OperatorError

if TYPE_CHECKING:
    from projects.importing.applying import Shown

app = App(name="projects", help="Import and export the registry of projects.")

Form = Literal["xlsx", "csv", "geojson", "oc4ids"]
Language = Literal["kk", "ru", "en", "zh"]

READ_SECONDS = 120.0
"""Of a spreadsheet: nobody waits for an answer here."""
_TOLD = 500
"""Rows between two words on how far it is."""


@asynccontextmanager
async def _use_cases() -> AsyncIterator[dict[str, Any]]:
    """The use cases of files, around the database of the settings; errors as sentences."""
    from accounts.rights import Rights
    from common.clock import SystemClock
    from common.worker import Worker
    from model.people import Language as Interface
    from projects import assembling
    from projects.importing.rows import understand
    from views.errors import sentence

    settings = begin()
    async with (
        opened(settings) as database,
        Worker("reader", READ_SECONDS, understand) as worker,
    ):
        rights = Rights(settings.admin_ids)
        try:
            yield assembling.file_cases(
                database, SystemClock(), rights, worker.run, settings.oc4ids_prefix
            )
        except OperatorError:
            raise
        except KeruenError as error:
            raise OperatorError(sentence(error, Interface.ENGLISH)) from error


@app.command(name="import")
async def import_(file: Path, *, apply: bool = False) -> None:
    """Show what a spreadsheet would add to the registry and change in it.

    Parameters
    ----------
    file: Path
        XLSX or CSV.
    apply: bool
        Then write it. Rows with errors and conflicts are left out.
    """
    from projects.importing.reading import LARGEST

    content = _read(file, LARGEST + 1)
    async with _use_cases() as cases:
        imports = cases["imports"]
        if not apply:
            _print(await imports.compare(OPERATOR, file.name, content, _progress))
            return
        shown: Shown = await imports.take(OPERATOR, file.name, content, _progress)
        _print(shown)
        applied = await imports.apply(OPERATOR, shown.imported.id, progress=_progress)
    if applied.imported.act is None:
        print("nothing was written")
        return
    print(f"import {applied.imported.id}: {applied.added} added, {applied.changed} changed")


@app.command
async def undo(number: int) -> None:
    """Put back what an import changed, as a whole.

    Parameters
    ----------
    number: int
        The import's, as it was printed when it was applied.
    """
    from model.ids import ImportId
    from projects.importing.applying import Outcome

    async with _use_cases() as cases:
        undone = await cases["imports"].undo(OPERATOR, ImportId(number))
    if undone.outcome is Outcome.ALREADY:
        print("it was undone before")
        return
    print(f"{undone.projects} projects put back")
    for code, field in undone.left:
        print(f"left, because it was changed since: {code} {field}")


@app.command
async def export(
    *, format: Form = "xlsx", output: Path | None = None, language: Language = "ru"
) -> int:
    """Write the registry as a file.

    Parameters
    ----------
    format: str
        A table (xlsx, csv), a map (geojson), or open data (oc4ids); the last two are the public
        view.
    output: Path
        The file; stdout if left out.
    language: str
        Of a table's headings and words.
    """
    from model.people import Language as Interface
    from model.projects import Filter
    from projects.exporting.exporting import Format

    if output is None and format == "xlsx" and sys.stdout.isatty():
        print("keruen: an XLSX file is nothing for a terminal: name an --output", file=sys.stderr)
        return 2
    async with _use_cases() as cases:
        made = await cases["export_projects"](
            OPERATOR, Format(format), Filter(), Interface(language)
        )
    if output is None:
        sys.stdout.buffer.write(made.content)
        sys.stdout.buffer.flush()
        return 0
    _write(output, made.content)
    print(f"{output}: {made.projects} projects")
    return 0


def _read(file: Path, most: int) -> bytes:
    try:
        with file.open("rb") as opened_file:
            return opened_file.read(most)
    except OSError as error:
        raise OperatorError(f"{file} cannot be read: {error.strerror}") from error


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise OperatorError(f"{file} cannot be written: {error.strerror}") from error


def _print(shown: "Shown") -> None:
    """The columns, each row that says something new, and the counts."""
    from model.people import Language as Interface
    from projects.exporting.table import headings
    from views import imports as views
    from views.packing import readable
    from views.texts import Texts

    text, names = Texts(Interface.ENGLISH), headings("en")
    for one in shown.headings:
        if one.text:
            print(f"column {one.text!r}: {names[one.column] if one.column else 'not read'}")
    for row in views.rows_told(shown):
        print(readable(views.row_words(row, text)).replace("\n", "\n    "))
    print(readable(views.counts(shown, text)))


def _progress(done: int, total: int) -> None:
    if done % _TOLD == 0 or done == total:
        print(f"{done} of {total}", file=sys.stderr)
