"""Updating a project: picking it, what is to change, why, and what was shown before it is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.ids import ChangeId, ProjectId
from model.projects import Change, Project
from projects.changing import value_in
from projects.updating.confirming import Confirmed
from projects.updating.drafting import Update
from projects.updating.picking import Mine
from views import formats, phrases
from views.callbacks import pack
from views.digest import Look
from views.facts import stage
from views.packing import BETWEEN
from views.project_changes import change_lines, difference_lines
from views.project_words import Known, name_of, person_name
from views.stories import one_line
from views.texts import Texts

LINE = Markup("\n")
NAME_UNITS = 60
"""Of a project on a button."""
REASON_UNITS = 500
LINE_UNITS = 300
MOST_LINES = 12
MOST_MEANWHILE = 4
MOST_ENTRIES = 12
"""Buttons of one list; what is beyond is done or old."""

Row = tuple[Button, ...]
Screen = tuple[Markup, Rows]
"""What a screen asks, and its buttons."""

REASONS = ("visit", "investor", "meeting", "documents")
"""Reasons of one tap."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An update as one screen shows it."""

    update: Update
    look: Look
    now: datetime
    said: Markup | None = None
    """What has just come of it, or was not understood."""
    people: Sequence[tuple[int, str]] = ()
    """Who may be curator, by user id."""
    stories: Sequence[tuple[int, str]] = ()
    """What tells of the project: ids and titles."""

    @property
    def text(self) -> Texts:
        return Texts(self.look.language)

    @property
    def project(self) -> Project:
        """As it would be."""
        return self.update.after

    @property
    def today(self) -> date:
        return self.now.astimezone(ZoneInfo(self.look.timezone)).date()

    def to(self, screen: str, *args: object) -> str:
        return pack("update", "to", self.project.id, screen, *args)

    def set(self, what: str, *args: object) -> str:
        return pack("update", "set", self.project.id, what, *args)


def cut(label: str, units: int = NAME_UNITS) -> str:
    return shorten(one_line(label), units)


def pick(mine: Mine, look: Look, said: Markup | None = None) -> Outgoing:
    """Which project? One's own first."""
    text = Texts(look.language)
    rows: list[tuple[Button, ...]] = []
    if mine.open is not None:
        name = shorten(name_of(mine.open, look.language), NAME_UNITS)
        label = text.plain("update-continue", name=name)
        rows.append((Button(label, pack("update", "begin", mine.open.id)),))
    if mine.waiting:
        label = text.plain("update-waiting", count=mine.waiting)
        rows.append((Button(label, pack("proposal", "list")),))
    rows += project_rows(mine.projects, look)
    turns = [
        Button(sign, pack("update", "mine", start))
        for sign, start in (("‹", mine.earlier), ("›", mine.later))
        if start is not None
    ]
    asked = text("update-pick" if mine.projects else "update-pick-none")
    parts = [asked] if said is None else [said, asked]
    return Outgoing(BETWEEN.join(parts), buttons=(*rows, *((tuple(turns),) if turns else ())))


def project_rows(projects: Sequence[Project], look: Look) -> list[tuple[Button, ...]]:
    return [
        (Button(shorten(name_of(one, look.language), NAME_UNITS), pack("update", "begin", one.id)),)
        for one in projects
    ]


def other_is_open(other: Project, wanted: ProjectId, look: Look) -> Outgoing:
    """Something else was begun and not confirmed."""
    text = Texts(look.language)
    said = text("update-other-open", name=name_of(other, look.language))
    buttons = (
        (Button(text.plain("update-go-on"), pack("update", "begin", other.id)),),
        (Button(text.plain("update-throw-away"), pack("update", "anew", wanted)),),
    )
    return Outgoing(said, buttons=buttons)


def head(shown: Shown) -> list[Markup]:
    """The project, and what is to change so far."""
    text, update = shown.text, shown.update
    parts = [] if shown.said is None else [shown.said]
    lines = [text("update-title", name=name_of(update.project, text.language))]
    if not update.changes:
        lines.append(text("update-now", what=standing(update.project, text)))
    parts.append(LINE.join(lines))
    if update.changes:
        parts.append(LINE.join([text("update-pending"), *pending(shown)]))
    return parts


def standing(project: Project, text: Texts) -> str:
    """«строительство, 40 %»"""
    words = [stage(project.stage, text)]
    if project.physical is not None:
        words.append(text.plain("value-percent", percent=str(project.physical)))
    return formats.listed(words, text.language)


def pending(shown: Shown) -> list[Markup]:
    """What is to change, a line for each thing."""
    update = shown.update
    old = {one: value_in(update.project, one) for one in update.changes}
    known = Known.of(update.after, {**dict(shown.people), **(update.people or {})})
    lines = difference_lines(old, update.changes, shown.text, known)
    return bullets(lines, shown.text)


def bullets(lines: Sequence[Markup], text: Texts) -> list[Markup]:
    told = [Markup("• {}").format(one) for one in lines[:MOST_LINES]]
    if more := len(lines) - len(told):
        told.append(text("value-more", count=more))
    return told


def last_row(shown: Shown, back: str | None = None) -> tuple[Button, ...]:
    """The way back, to the menu where no other is named, and the way out."""
    text, number = shown.text, shown.project.id
    row = [Button(text.plain("update-back"), back or shown.to("menu"))]
    if shown.update.changes:
        row.append(Button(text.plain("update-cancel"), pack("update", "drop", number)))
    return tuple(row)


def why(shown: Shown) -> Outgoing:
    text, number = shown.text, shown.project.id
    reasons = [
        Button(text.plain(f"update-reason-{one}"), pack("update", "why", number, one))
        for one in REASONS
    ]
    rows: Rows = (
        *((one,) for one in reasons),
        (Button(text.plain("update-add-more"), shown.to("menu")),),
        last_row(shown),
    )
    return Outgoing(BETWEEN.join([*head(shown), text("update-ask-why")]), buttons=rows)


def source(shown: Shown) -> Outgoing:
    text, number = shown.text, shown.project.id
    rows: list[tuple[Button, ...]] = [
        (Button(text.plain("update-own-word"), pack("update", "source", number, "none")),)
    ]
    rows += [
        (
            Button(
                shorten(f"📰 {one_line(title)}", NAME_UNITS),
                pack("update", "source", number, story),
            ),
        )
        for story, title in shown.stories
    ]
    rows.append(last_row(shown, shown.to("preview")))
    return Outgoing(BETWEEN.join([*head(shown), text("update-ask-source")]), buttons=tuple(rows))


def preview(shown: Shown) -> Outgoing:
    """Old → new, why, and what others changed meanwhile: what is confirmed is what is read here."""
    text, update = shown.text, shown.update
    number = shown.project.id
    parts = head(shown)
    draft = update.draft
    reason = shorten(one_line(draft.reason or ""), REASON_UNITS)
    parts.append(LINE.join([text("update-why", reason=reason), source_line(draft.source, text)]))
    parts += meanwhile(shown)
    if update.needs_second:
        parts.append(text("update-second"))
    key = "update-send" if update.needs_second else "update-confirm"
    confirm = pack("update", "confirm", number, update.project.version, update.stamp)
    rows: Rows = (
        (Button(text.plain(key), confirm),),
        (
            Button(text.plain("update-change-why"), shown.to("why")),
            Button(text.plain("update-change-source"), shown.to("source")),
        ),
        (Button(text.plain("update-add-more"), shown.to("menu")),),
        last_row(shown, shown.to("why")),
    )
    return Outgoing(BETWEEN.join(parts), buttons=rows)


def source_line(source: str | None, text: Texts) -> Markup:
    if source is None:
        return text("update-source-own")
    return text("update-source", source=shorten(one_line(source), LINE_UNITS))


def meanwhile(shown: Shown) -> list[Markup]:
    """What others changed since this was begun, and whether it is the same."""
    text, update = shown.text, shown.update
    others = [one for one in update.meanwhile if one.actor_id != update.draft.user_id]
    if not others:
        return []
    lines = [text("update-meanwhile"), *told_changes(others, shown)]
    if update.clashes:
        lines.append(text("update-clash"))
    return [LINE.join(lines)]


def told_changes(changes: Sequence[Change], shown: Shown) -> list[Markup]:
    """Who, when, what and why, act by act."""
    text, people = shown.text, shown.update.people or {}
    known = Known.of(shown.update.project, people)
    by_act: dict[int | None, list[Change]] = {}
    for one in changes:
        by_act.setdefault(one.act, []).append(one)
    told = []
    for entries in list(by_act.values())[:MOST_MEANWHILE]:
        first = entries[0]
        when = phrases.when(first.at, shown.look.timezone, shown.now, text)
        who = person_name(first.actor_id, people, text)
        told.append(text("update-meanwhile-by", who=who, when=when))
        told += bullets(change_lines(entries, text, known), text)
        told.append(text("update-why", reason=shorten(one_line(first.why.reason), LINE_UNITS)))
    return told


def confirmed(done: Confirmed, look: Look) -> Outgoing:
    """It is so, or waits for a second official."""
    text = Texts(look.language)
    name = name_of(done.project, look.language)
    card = to_card(done.project, text)
    if done.proposal is not None:
        seen = Button(text.plain("update-see-proposal"), pack("proposal", "show", done.proposal))
        return Outgoing(text("update-proposed", name=name), buttons=((seen,), (card,)))
    rows: list[tuple[Button, ...]] = [] if done.project.deleted else [(card,)]
    if done.change is not None:
        rows.append((undo_button(done.change, text),))
    key = "update-deleted" if done.project.deleted else "update-recorded"
    return Outgoing(text(key, name=name), buttons=tuple(rows))


def nothing(project: Project, look: Look) -> Outgoing:
    text = Texts(look.language)
    again = Button(text.plain("update-again"), pack("update", "begin", project.id))
    return Outgoing(text("update-nothing"), buttons=((again,), (to_card(project, text),)))


def dropped(project: ProjectId, look: Look) -> Outgoing:
    text = Texts(look.language)
    card = Button(text.plain("update-to-card"), pack("project", "show", project))
    return Outgoing(text("update-dropped"), buttons=((card,),))


def unchanged(project: Project, look: Look) -> Outgoing:
    """An official's word that it is so still."""
    text = Texts(look.language)
    said = LINE.join(
        [text("update-title", name=name_of(project, look.language)), text("update-unchanged-said")]
    )
    return Outgoing(said, buttons=((to_card(project, text),),))


def to_card(project: Project, text: Texts) -> Button:
    return Button(text.plain("update-to-card"), pack("project", "show", project.id))


def undo_button(change: ChangeId, text: Texts) -> Button:
    return Button(text.plain("update-undo"), pack("update", "undo", change))
