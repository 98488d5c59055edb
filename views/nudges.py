"""What curators are asked and reminded of without having asked."""

from collections.abc import Sequence
from datetime import date, datetime

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.projects import Project
from projects.reminding import Due
from views import formats, phrases
from views.callbacks import pack
from views.digest import Look
from views.packing import BETWEEN
from views.project_words import name_of
from views.stories import one_line
from views.texts import Texts
from views.updating import LINE, bullets, standing, to_card

MOST = 8
"""Projects of one message: those answered make room for the next."""
TITLE_UNITS = 120


def nudge(projects: Sequence[Project], now: datetime, look: Look) -> Outgoing:
    """Projects without news, each with two answers; thanks where none is left."""
    text = Texts(look.language)
    if not projects:
        return Outgoing(text("nudge-done"))
    lines = [
        text(
            "nudge-line",
            number=str(number),
            name=shorten(name_of(one, look.language), TITLE_UNITS),
            what=standing(one, text),
            when=phrases.day(one.checked_at, look.timezone, now, text),
        )
        for number, one in enumerate(projects[:MOST], 1)
    ]
    rows: Rows = tuple(
        tuple(
            Button(text.plain(f"nudge-{verb}", number=str(number)), pack("nudge", verb, one.id))
            for verb in ("same", "update")
        )
        for number, one in enumerate(projects[:MOST], 1)
    )
    said = text("nudge-title", count=len(projects))
    return Outgoing(BETWEEN.join([said, LINE.join(lines)]), buttons=rows)


def due(project: Project, dues: Sequence[Due], today: date, look: Look) -> Outgoing:
    """What is due on one day, before it and after."""
    text = Texts(look.language)
    day = dues[0].what.last_day
    left = (day - today).days
    name = name_of(project, look.language)
    if left > 0:
        said = text("nudge-due-soon", name=name, days=left)
    elif left == 0:
        said = text("nudge-due-today", name=name)
    else:
        said = text("nudge-due-past", name=name, date=formats.date_near(day, today, look.language))
    lines = bullets([_line(one, text) for one in dues], text)
    update = Button(text.plain("nudge-due-update"), pack("nudge", "update", project.id))
    buttons = ((update,), (to_card(project, text),))
    return Outgoing(LINE.join([said, *lines]), buttons=buttons)


def _line(one: Due, text: Texts) -> Markup:
    if one.what.milestone is None:
        return text("nudge-due-finish", date=formats.partial_date(one.what.due, text.language))
    title = shorten(one_line(one.what.milestone.title), TITLE_UNITS)
    on = formats.partial_date(one.what.due, text.language)
    return text("nudge-due-milestone", title=title, date=on)
