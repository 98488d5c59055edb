"""Putting back what was recorded: what will be as it was, and why."""

from datetime import datetime

from markupsafe import Markup

from delivery.outgoing import Button, Outgoing
from model.projects import Change
from projects.updating.undoing import Undoing, Undone, UndoneChange
from views import formats, phrases
from views.callbacks import pack
from views.digest import Look
from views.packing import BETWEEN
from views.project_changes import difference_lines
from views.project_words import Known, field_name, name_of, person_name
from views.texts import Texts
from views.updating import LINE, bullets, to_card

REASONS = ("mistake", "wrong", "other")
ONE, ACT = "one", "act"


def undoing(
    seen: Undoing, now: datetime, look: Look, *, whole: bool, said: Markup | None = None
) -> Outgoing:
    """`whole`: the act with all its entries, or the one entry alone."""
    text = Texts(look.language)
    entries = seen.of_act if whole else (seen.change,)
    parts = [] if said is None else [said]
    parts.append(_head(seen, now, look, text))
    blocked = sorted(one.field for one in entries if one.field in seen.overtaken)
    parts.append(LINE.join([text("undo-what"), *bullets(_lines(seen, entries, text), text)]))
    number = seen.change.id
    rows: list[tuple[Button, ...]] = []
    if blocked:
        fields = formats.listed((field_name(one, text) for one in blocked), look.language)
        parts.append(text("undo-overtaken", fields=fields))
    else:
        parts.append(text("undo-why"))
        how = ACT if whole else ONE
        rows += [
            (Button(text.plain(f"undo-reason-{one}"), pack("update", "undone", number, how, one)),)
            for one in REASONS
        ]
    if len(seen.of_act) > 1:
        label = (
            text.plain("undo-only-this")
            if whole
            else text.plain("undo-everything", count=len(seen.of_act))
        )
        rows.append((Button(label, pack("update", "undo", number, ONE if whole else ACT)),))
    rows.append((to_card(seen.project, text),))
    return Outgoing(BETWEEN.join(parts), buttons=tuple(rows))


def undone(done: UndoneChange, look: Look) -> Outgoing:
    text = Texts(look.language)
    key = {
        Undone.RECORDED: "undo-done",
        Undone.PROPOSED: "update-proposed",
        Undone.SAME: "undo-same",
    }[done.outcome]
    said = text(key, name=name_of(done.project, look.language))
    rows: list[tuple[Button, ...]] = []
    if done.proposal is not None:
        see = Button(text.plain("update-see-proposal"), pack("proposal", "show", done.proposal))
        rows.append((see,))
    return Outgoing(said, buttons=(*rows, (to_card(done.project, text),)))


def _head(seen: Undoing, now: datetime, look: Look, text: Texts) -> Markup:
    change = seen.change
    who = person_name(change.actor_id, seen.people, text)
    when = phrases.when(change.at, look.timezone, now, text)
    title = text("undo-title", name=name_of(seen.project, look.language))
    return LINE.join([title, text("undo-was-by", who=who, when=when)])


def _lines(seen: Undoing, entries: tuple[Change, ...], text: Texts) -> list[Markup]:
    """From what the entries made of it back to what was."""
    claims = {one.id: one for one in seen.project.claims}
    known = Known(claims, seen.people)
    now = {one.field: one.new for one in entries}
    return difference_lines(now, {one.field: one.old for one in entries}, text, known)
