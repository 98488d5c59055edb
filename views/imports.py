"""A spreadsheet on its way into the registry, and the registry as files: screens of officials."""

from collections.abc import Sequence
from itertools import islice

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing
from model.ids import ImportId
from model.imports import Import, ImportState
from model.people import Language
from model.projects import Field
from projects.exporting.exporting import Exported, Format
from projects.exporting.table import Column, headings
from projects.importing.applying import Applied, Outcome, Shown, Undone
from projects.importing.difference import Compared
from projects.importing.headings import Heading
from projects.importing.values import Trouble
from views.callbacks import pack
from views.packing import BETWEEN, MOST_UNITS, Piece, fill
from views.project_words import Known, change_words, field_name, name_of, value_words
from views.texts import Texts

_LINE = Markup("\n")
HEADING_UNITS = 60
BUTTON_UNITS = 40
MOST_COLUMNS = 60
"""Buttons of one screen: Telegram takes no more than a hundred."""
MOST_TROUBLES = 6
MOST_FIELDS = 8
MOST_LEFT = 20
VALUE_UNITS = 200
_ROOM = 600
"""Units of a page for what stands above and below its rows."""
_SHOWN_FIRST = (
    *(Column.CODE, Column.NAME, Column.NAME_RU, Column.NAME_KK, Column.NAME_EN, Column.NAME_ZH),
)
READ = tuple(dict.fromkeys((*_SHOWN_FIRST, *(one for one in Column if one is not Column.CHANGED))))
"""What a column of a file may be said to be."""


def columns(shown: Shown, language: Language) -> Outgoing:
    """What each column was taken for, with a button for each, and what follows."""
    text, number = Texts(language), shown.imported.id
    told = [one for one in shown.headings if one.text][:MOST_COLUMNS]
    lines = [
        text(
            "import-column",
            heading=shorten(one.text, HEADING_UNITS),
            column=_column(one, text),
        )
        for one in told[:30]
    ]
    head = [_title(shown.imported, text), counts(shown, text), text("import-columns")]
    body = BETWEEN.join((_LINE.join(head), _LINE.join(lines), text("import-columns-ask")))
    buttons = [
        Button(
            shorten(f"{one.text} → {_column(one, text)}", BUTTON_UNITS),
            data=pack("import", "column", number, one.index, 0),
        )
        for one in told
    ]
    rows = [(one,) for one in buttons]
    rows.append((Button(text.plain("import-look"), data=pack("import", "look", number, 0)),))
    return Outgoing(body, buttons=(*rows, _decide(shown, text)))


def choosing(shown: Shown, index: int, language: Language) -> Outgoing:
    """What one column may be."""
    text, number = Texts(language), shown.imported.id
    heading = next((one.text for one in shown.headings if one.index == index), "")
    names = headings(language.value)
    buttons = [
        Button(names[one], data=pack("import", "is", number, index, one.value)) for one in READ
    ]
    buttons.append(
        Button(text.plain("import-column-none"), data=pack("import", "is", number, index, "none"))
    )
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    back = Button(text.plain("import-back"), data=pack("import", "columns", number))
    asked = text("import-choose", heading=shorten(heading, HEADING_UNITS))
    return Outgoing(asked, buttons=(*rows, (back,)))


def difference(shown: Shown, page: int, language: Language, said: str | None = None) -> Outgoing:
    """A page of what the file does to the registry: what is wrong first."""
    text, number = Texts(language), shown.imported.id
    pages = _pages(rows_told(shown), text)
    page = min(page, len(pages) - 1)
    parts = [_title(shown.imported, text), counts(shown, text), *pages[page]]
    if shown.difference.conflicts or shown.difference.wrong:
        parts.insert(2, text("import-left-out"))
    if said is not None:
        parts.insert(0, text(said))
    if len(pages) > 1:
        parts.append(text("import-page", page=page + 1, pages=len(pages)))
    turn = []
    if page:
        turn.append(
            Button(text.plain("import-back"), data=pack("import", "look", number, page - 1))
        )
    if page + 1 < len(pages):
        turn.append(
            Button(text.plain("import-next"), data=pack("import", "look", number, page + 1))
        )
    fix = Button(text.plain("import-fix"), data=pack("import", "columns", number))
    rows = [tuple(turn)] if turn else []
    return Outgoing(BETWEEN.join(parts), buttons=(*rows, (fix,), _decide(shown, text)))


def _pages(rows: Sequence[Compared], text: Texts) -> list[list[Markup]]:
    pieces = [Piece.of(row_words(one, text)) for one in rows]
    pages: list[list[Markup]] = []
    start = 0
    while start < len(pieces):
        end = fill(pieces, start, MOST_UNITS - _ROOM)
        pages.append([one.html for one in islice(pieces, start, end)])
        start = end
    return pages or [[]]


def rows_told(shown: Shown) -> list[Compared]:
    """Wrong ones and conflicts first, then changes, then new ones; what stays is not told."""
    rows = shown.difference
    conflicts = [one for one in rows.conflicts if not one.troubles]
    changed = [one for one in rows.changed if not one.conflicts]
    return [*rows.wrong, *conflicts, *changed, *rows.added]


def row_words(row: Compared, text: Texts) -> Markup:
    """One row of the file: what becomes of its project, field by field."""
    if row.troubles:
        kind = "wrong"
    elif row.conflicts:
        kind = "conflict"
    else:
        kind = "added" if row.project is None else "changed"
    named = row.title if row.project is None else name_of(row.project, text.language)
    lines = [text(f"import-row-{kind}", row=row.number, title=shorten(named or "—", VALUE_UNITS))]
    lines += [_trouble(one, text) for one in row.troubles[:MOST_TROUBLES]]
    known = Known.of(row.changed.project if row.changed else row.project) if row.project else None
    for one in row.conflicts:
        lines.append(
            text(
                "import-conflict",
                field=field_name(one.field, text),
                registry=_value(one.field, one.registry, text, known),
                file=_value(one.field, one.file, text, known),
            )
        )
    if row.changed is not None and known is not None:
        for field in [one for one in row.changed.new if one is not Field.CLAIMS][:MOST_FIELDS]:
            said = change_words(field, row.changed.old[field], row.changed.new[field], text, known)
            lines.append(
                text(
                    "import-field",
                    field=field_name(field, text),
                    change=shorten(said, VALUE_UNITS),
                )
            )
    return _LINE.join(lines)


def _value(field: Field, value: object, text: Texts, known: Known | None) -> str:
    said = value_words(field, value, text, known) if known else value_words(field, value, text)
    return shorten(said, VALUE_UNITS)


def _trouble(trouble: Trouble, text: Texts) -> Markup:
    names = headings(text.language.value)
    rows = ", ".join(map(str, trouble.rows[:10]))
    why = text.plain(trouble.key, rows=rows) if trouble.rows else text.plain(trouble.key)
    column = names[trouble.column] if trouble.column else "—"
    if not trouble.printed:
        return text("import-trouble", column=column, why=why)
    return text("import-trouble-printed", column=column, why=why, printed=trouble.printed)


def asked(imported: Import, language: Language) -> Outgoing:
    """It has been pressed, and is about to be applied."""
    return Outgoing(Texts(language)("import-asked", file=shorten(imported.name, HEADING_UNITS)))


def failed(imported: Import, why: str, language: Language) -> Outgoing:
    """It was not applied; it can be looked at again."""
    text = Texts(language)
    again = Button(text.plain("import-look"), data=pack("import", "look", imported.id, 0))
    return Outgoing(
        BETWEEN.join((_title(imported, text), Markup("{}").format(why))), buttons=((again,),)
    )


def applying(done: int, total: int, language: Language) -> Outgoing:
    return Outgoing(Texts(language)("import-applying", done=done, total=total))


def applied(told: Applied, language: Language) -> Outgoing:
    text, number = Texts(language), told.imported.id
    match told.outcome:
        case Outcome.DONE:
            said = text(
                "import-applied",
                file=told.imported.name,
                added=told.added,
                changed=told.changed,
            )
            return Outgoing(said, buttons=(_undo(number, text),))
        case Outcome.EMPTY:
            return Outgoing(text("import-nothing", file=told.imported.name))
    said = text("import-already", file=told.imported.name)
    undoable = told.imported.act is not None and told.imported.undone_at is None
    return Outgoing(said, buttons=(_undo(number, text),) if undoable else ())


def cancelled(imported: Import, language: Language) -> Outgoing:
    text = Texts(language)
    if imported.state is not ImportState.CANCELLED:
        return Outgoing(text("import-already", file=imported.name))
    return Outgoing(text("import-cancelled", file=imported.name))


def undone(told: Undone, language: Language) -> Outgoing:
    text = Texts(language)
    if told.outcome is Outcome.ALREADY:
        return Outgoing(text("import-already", file=told.imported.name))
    lines = [text("import-undone", file=told.imported.name, projects=told.projects)]
    if told.left:
        left = [f"{code}: {field_name(field, text)}" for code, field in told.left[:MOST_LEFT]]
        lines.append(text("import-undone-left", fields="; ".join(left)))
    return Outgoing(BETWEEN.join(lines))


def formats(language: Language) -> Outgoing:
    """What the registry can be taken home as."""
    named = {
        Format.XLSX: "XLSX",
        Format.CSV: "CSV",
        Format.GEOJSON: "GeoJSON",
        Format.OC4IDS: "OC4IDS",
    }
    buttons = [Button(named[one], data=pack("export", one.value)) for one in Format]
    return Outgoing(Texts(language)("export-ask"), buttons=(tuple(buttons[:2]), tuple(buttons[2:])))


def caption(made: Exported, form: Format, language: Language) -> Markup:
    """Of the file."""
    text = Texts(language)
    told = text("export-file-caption", count=made.projects, format=form.value.upper())
    return _LINE.join((told, text("export-internal"))) if made.is_internal else told


def _title(imported: Import, text: Texts) -> Markup:
    return text("import-title", file=shorten(imported.name, HEADING_UNITS))


def counts(shown: Shown, text: Texts) -> Markup:
    told = shown.difference
    return text(
        "import-counts",
        added=len(told.added),
        changed=len(told.changed),
        same=told.unchanged,
        conflicts=len(told.conflicts),
        wrong=len(told.wrong),
    )


def _column(heading: Heading, text: Texts) -> str:
    if heading.column is None:
        return text.plain("import-column-none")
    return headings(text.language.value)[heading.column]


def _decide(shown: Shown, text: Texts) -> tuple[Button, ...]:
    number = shown.imported.id
    cancel = Button(text.plain("import-cancel"), data=pack("import", "cancel", number))
    if shown.difference.is_empty:
        return (cancel,)
    apply = pack("import", "apply", number, shown.stamp)
    return (Button(text.plain("import-apply"), data=apply), cancel)


def _undo(number: ImportId, text: Texts) -> tuple[Button, ...]:
    return (Button(text.plain("import-undo"), data=pack("import", "undo", number)),)
