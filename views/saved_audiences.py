"""Audiences under a name: the list, the name that is asked for, what is asked before one goes."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing
from model.audiences import SavedAudience
from model.ids import AnnouncementId
from model.people import Language
from views import pickers
from views.announcing_audience import AREA
from views.audience_words import Names, sentence
from views.callbacks import pack
from views.packing import BETWEEN
from views.texts import Texts

PAGE = 8
SAYS_UNITS = 300
"""Of the sentence about each."""


@dataclass(frozen=True, slots=True)
class Saved:
    """All audiences that are saved, by name."""

    audiences: Sequence[SavedAudience]
    names: Names


def saved(
    found: Saved, number: AnnouncementId, page: int, language: Language, said: Markup | None = None
) -> Outgoing:
    """What was saved, with what it says now; a press uses it."""
    text, everything = Texts(language), found.audiences
    pages = -(-len(everything) // PAGE)
    page = max(0, min(page, pages - 1))
    here = everything[page * PAGE : (page + 1) * PAGE]
    lines = [
        text(
            "audience-saved-line",
            name=one.name,
            says=shorten(sentence(one.audience, found.names, language), SAYS_UNITS),
        )
        for one in here
    ]
    title = text("audience-saved-title" if lines else "audience-saved-none")
    rows = [
        (
            Button(one.name, pack(AREA, "use", number, one.id)),
            Button("✕", pack(AREA, "drop", number, one.id)),
        )
        for one in here
    ]
    turns = pickers.turn_row(page, pages, lambda at: pack(AREA, "saved", number, at))
    back = (Button(text.plain("audience-back"), pack(AREA, "open", number)),)
    parts = [title, *lines] if said is None else [said, title, *lines]
    return Outgoing(BETWEEN.join(parts), buttons=(*rows, *turns, back))


def saved_done(one: SavedAudience, language: Language) -> Markup:
    return Texts(language)("audience-saved-done", name=one.name)


def name_ask(number: AnnouncementId, language: Language) -> Outgoing:
    """The name is the next message."""
    text = Texts(language)
    back = (Button(text.plain("audience-back"), pack(AREA, "open", number)),)
    return Outgoing(text("audience-name-ask"), buttons=(back,))


def drop_ask(one: SavedAudience, number: AnnouncementId, language: Language) -> Outgoing:
    """Asked once: others use it too."""
    text = Texts(language)
    yes = Button(text.plain("audience-drop-yes"), pack(AREA, "drop-yes", number, one.id))
    no = Button(text.plain("audience-drop-no"), pack(AREA, "saved", number, 0))
    return Outgoing(text("audience-drop-ask", name=one.name), buttons=((no, yes),))
