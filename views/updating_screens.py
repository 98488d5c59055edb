"""The screens of an update by their names, and the menu that leads to them."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing
from model.projects import Field
from projects.updating.edits import next_stage
from views import updating_facts, updating_progress
from views.callbacks import pack
from views.facts import stage as stage_name
from views.packing import BETWEEN
from views.stories import one_line
from views.texts import Texts
from views.updating import Row, Screen, Shown, head, last_row, preview, source, why
from views.updating_progress import percent_row

MORE = (
    "curator",
    "names",
    "investor",
    "sectors",
    "districts",
    "zone",
    "capacity",
    "memorandum",
    "delete",
)


def screen(shown: Shown, name: str, arg: str = "") -> Outgoing:
    """A screen by its name; the menu for one that there is not."""
    whole = {"why": why, "source": source, "preview": preview}
    if name in whole:
        return whole[name](shown)
    build = _SCREENS.get(name)
    if build is None:
        return screen(shown, "menu")
    asked, rows = build(shown, arg)
    back = shown.to(_PARENTS.get(name, "menu"))
    ways = _menu_row(shown) if name == "menu" else last_row(shown, back)
    return Outgoing(BETWEEN.join([*head(shown), asked]), buttons=(*rows, ways))


def _menu_row(shown: Shown) -> Row:
    text, number = shown.text, shown.project.id
    card = Button(text.plain("update-to-card"), pack("project", "show", number))
    if not shown.update.changes:
        return (card,)
    return (card, Button(text.plain("update-cancel"), pack("update", "drop", number)))


def _menu(shown: Shown, _: str) -> Screen:
    text, project = shown.text, shown.project
    rows: list[Row] = []
    if shown.update.changes:
        rows.append((Button(text.plain("update-next"), shown.to("why")),))
    else:
        same = pack("update", "same", project.id)
        rows.append((Button(text.plain("update-unchanged"), same),))
    if shown.update.waiting:
        label = text.plain("update-waiting", count=shown.update.waiting)
        rows.append((Button(label, pack("proposal", "list", 0, project.id)),))
    if not project.published:
        rows.append((Button(text.plain("update-publish"), shown.set("published", 1)),))
    if (likely := next_stage(project.stage)) is not None:
        label = f"→ {stage_name(likely, text)}"
        rows.append((Button(label, shown.set("stage", likely.value)),))
    rows.append(percent_row(shown, Field.PHYSICAL, 4))
    for one, other in (
        ("stage", "progress"),
        ("milestones", "dates"),
        ("amount", "jobs"),
        ("blockers", "note"),
        ("files", "place"),
    ):
        rows.append((_open(shown, one), _open(shown, other)))
    rows.append((_open(shown, "more"),))
    return text("update-ask-menu"), tuple(rows)


def _more(shown: Shown, _: str) -> Screen:
    rows = [(_open(shown, one),) for one in MORE]
    return shown.text("update-ask-more"), tuple(rows)


def _open(shown: Shown, name: str) -> Button:
    return Button(shown.text.plain(f"update-what-{name}"), shown.to(name))


_SCREENS: Mapping[str, Callable[[Shown, str], Screen]] = {
    "menu": _menu,
    "more": _more,
    **updating_progress.SCREENS,
    **updating_facts.SCREENS,
}
NAMES = frozenset(_SCREENS) | {"why", "source", "preview"}
_PARENTS = {
    "suspend": "stage",
    "since": "stage",
    "milestone": "milestones",
    "milestone-met": "milestones",
    "milestone-due": "milestones",
    "milestone-new": "milestones",
    "milestone-new-due": "milestones",
    "date": "dates",
    "claim": "amount",
    **dict.fromkeys(MORE, "more"),
}


def not_understood(key: str, words: str, text: Texts) -> Markup:
    return text(key, words=shorten(one_line(words), 100))
