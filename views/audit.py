"""/audit: a page of the log, what it can be searched by, and what is asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from markupsafe import Markup

from accounts.auditing import Choices, Found
from common.text import shorten
from delivery.outgoing import Button, Outgoing
from model.audit import Entry
from model.people import Language
from views import formats, pickers
from views.audit_filters import Wanted, action_key, action_of, packed
from views.audit_words import (
    action_words,
    actor_words,
    differences,
    reason_words,
    subject_words,
)
from views.callbacks import pack
from views.offices import name_of_person
from views.packing import BETWEEN
from views.texts import Texts

AREA = "audit"
PAGE = 5
"""Entries of one screen: the longest five fit into a message."""
CHOICES = 10
MOST_CHANGES = 3
"""Of each entry; a file has them all."""
VALUE_UNITS = 40
LABEL_UNITS = 30
WORDS_UNITS = 80
BUTTON_UNITS = 40
SPANS = (1, 7, 30)
"""Days that one press asks for."""


def log(
    found: Found,
    wanted: Wanted,
    actions: Sequence[str],
    start: int,
    timezone: str,
    language: Language,
) -> Outgoing:
    """A page of what was found, and how it was looked for."""
    text = Texts(language)
    head = [text("audit-title", count=found.total)]
    if not wanted.is_anything:
        head.append(text("audit-sought", what=_said(wanted, found, actions, text)))
    parts = [Markup("\n").join(head)]
    parts += [_entry(one, found, timezone, text) for one in found.entries]
    if not found.entries:
        parts.append(text("audit-nothing"))
    where = packed(wanted)
    turns = [
        Button(text.plain(label), pack(AREA, "list", where, at))
        for label, at in (("audit-newer", start - PAGE), ("audit-older", start + PAGE))
        if 0 <= at < found.total
    ]
    rows: list[tuple[Button, ...]] = [
        (_button("person", text, where, 0), _button("project", text, where)),
        (_button("days", text, where), _button("action", text, where, 0)),
    ]
    if turns:
        rows.insert(0, tuple(turns))
    if found.entries:
        rows.append(
            tuple(
                Button(text.plain("audit-file", kind=kind.upper()), pack(AREA, "file", where, kind))
                for kind in ("xlsx", "csv")
            )
        )
    if not wanted.is_anything:
        rows.append((Button(text.plain("audit-all"), pack(AREA, "list", packed(Wanted()), 0)),))
    return Outgoing(BETWEEN.join(parts), buttons=tuple(rows))


def choose_person(choices: Choices, wanted: Wanted, start: int, language: Language) -> Outgoing:
    text = Texts(language)
    options = [
        (
            text.plain("audit-operator") if number == 0 else name_of_person(number, name, text),
            replace(wanted, person=number),
        )
        for number, name in choices.people
    ]
    anyone = replace(wanted, person=None)
    return _choose("person", options, anyone, wanted, start, text)


def choose_action(choices: Choices, wanted: Wanted, start: int, language: Language) -> Outgoing:
    text = Texts(language)
    options = [
        (
            action_words(action, text),
            replace(wanted, action=action_key(action)),
        )
        for action in choices.actions
    ]
    anything = replace(wanted, action=None)
    return _choose("action", options, anything, wanted, start, text)


def choose_days(
    wanted: Wanted, today: date, language: Language, *, wrong: bool = False
) -> Outgoing:
    """Some last days by a press, others typed; `wrong`: what was typed are no days."""
    text = Texts(language)
    spans = [
        Button(
            text.plain(f"audit-days-{days}"),
            pack(
                AREA,
                "list",
                packed(replace(wanted, since=today - timedelta(days - 1), until=today)),
                0,
            ),
        )
        for days in SPANS
    ]
    anytime = packed(replace(wanted, since=None, until=None))
    rows = (
        tuple(spans),
        (Button(text.plain("audit-days-any"), pack(AREA, "list", anytime, 0)),),
        _back(wanted, text),
    )
    said = text("audit-days-wrong" if wrong else "audit-days-ask")
    return Outgoing(said, buttons=rows)


def ask_project(wanted: Wanted, language: Language, *, unknown: str | None = None) -> Outgoing:
    text = Texts(language)
    said = text("audit-project-ask")
    if unknown is not None:
        codes = shorten(unknown, WORDS_UNITS)
        said = text("person-codes-unknown", codes=codes) + BETWEEN + said
    anything = replace(wanted, project=None)
    every = Button(text.plain("audit-project-any"), pack(AREA, "list", packed(anything), 0))
    return Outgoing(said, buttons=((every,), _back(wanted, text)))


def caption(found: Found, language: Language) -> Markup:
    """Of a file: how much it holds, and whether that is all."""
    text, count = Texts(language), len(found.entries)
    if count < found.total:
        return text("audit-file-some", count=count, total=found.total)
    return text("audit-file-all", count=count)


def _choose(
    kind: str,
    options: Sequence[tuple[str, Wanted]],
    any_of_them: Wanted,
    wanted: Wanted,
    start: int,
    text: Texts,
) -> Outgoing:
    start = max(0, min(start, len(options) - 1)) // CHOICES * CHOICES
    every = Button(text.plain(f"audit-{kind}-any"), pack(AREA, "list", packed(any_of_them), 0))
    named = [
        Button(shorten(label, BUTTON_UNITS), pack(AREA, "list", packed(option), 0))
        for label, option in options[start : start + CHOICES]
    ]
    turns = tuple(
        Button(text.plain(label), pack(AREA, kind, packed(wanted), at))
        for label, at in (("people-previous", start - CHOICES), ("people-next", start + CHOICES))
        if 0 <= at < len(options)
    )
    rows = ((every,), *pickers.in_rows(named), *((turns,) if turns else ()), _back(wanted, text))
    return Outgoing(text(f"audit-{kind}-ask"), buttons=rows)


def _entry(entry: Entry, found: Found, timezone: str, text: Texts) -> Markup:
    act = entry.act
    lines = [
        text(
            "audit-entry",
            at=formats.moment(act.at, timezone, text.language),
            who=shorten(actor_words(act, found, text), WORDS_UNITS),
            what=shorten(action_words(act.action, text), WORDS_UNITS),
            whom=shorten(subject_words(act, found, text), WORDS_UNITS),
        )
    ]
    changes = list(differences(act, text))
    for name, old, new in changes[:MOST_CHANGES]:
        line = text(
            "audit-change" if act.before is not None else "audit-value",
            name=shorten(name, LABEL_UNITS),
            old=shorten(old, VALUE_UNITS),
            new=shorten(new, VALUE_UNITS),
        )
        lines.append(line)
    if (more := len(changes) - MOST_CHANGES) > 0:
        lines.append(text("audit-more", count=more))
    if (reason := reason_words(act)) is not None:
        lines.append(text("audit-reason", reason=shorten(reason, WORDS_UNITS)))
    return Markup("\n").join(lines)


def _said(wanted: Wanted, found: Found, actions: Sequence[str], text: Texts) -> str:
    """How it was looked for, on one line."""
    said = []
    if wanted.person is not None:
        name = name_of_person(wanted.person, found.people.get(wanted.person), text)
        said.append(name if wanted.person else text.plain("audit-operator"))
    if wanted.project is not None:
        project = found.projects.get(wanted.project)
        code = str(wanted.project) if project is None else project.code
        said.append(text.plain("audit-project", name=code))
    if wanted.since is not None or wanted.until is not None:
        said.append(_days_said(wanted.since, wanted.until, text))
    if wanted.action is not None:
        said.append(action_words(action_of(wanted.action, actions) or "", text))
    return formats.listed((shorten(one, WORDS_UNITS) for one in said), text.language)


def _days_said(since: date | None, until: date | None, text: Texts) -> str:
    first, last = (
        "…" if day is None else formats.full_date(day, text.language) for day in (since, until)
    )
    return first if since == until else f"{first} – {last}"


def _button(kind: str, text: Texts, *args: object) -> Button:
    return Button(text.plain(f"audit-by-{kind}"), pack(AREA, kind, *args))


def _back(wanted: Wanted, text: Texts) -> tuple[Button, ...]:
    return (Button(text.plain("audit-back"), pack(AREA, "list", packed(wanted), 0)),)
