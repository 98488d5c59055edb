"""What changed in a project, as an item of a digest: a piece that is never cut."""

from datetime import datetime

from markupsafe import Markup

from common.text import shorten
from model.following import ProjectNews
from model.people import Language
from model.projects import Field, Why
from views import phrases
from views.packing import Piece
from views.project_changes import change_lines, field_lines
from views.project_words import Known, name_of, source_words
from views.stories import one_line
from views.texts import Texts

ITEM_UNITS = 1_500
"""Of the lines of one item, so that it fits into a message with others."""
REASON_UNITS = 200
ABOUT = (Field.STAGE, Field.AMOUNT, Field.INVESTORS, Field.SECTORS, Field.DISTRICTS)
"""What is told of a project that is new."""

_LINE = Markup("\n")


def news_piece(
    news: ProjectNews, today: datetime, timezone: str, language: Language, card: str | None = None
) -> Piece:
    """Name, what changed old → new, why, source and date. `card`: a link that opens the project."""
    text = Texts(language)
    name = name_of(news.project, language)
    title = Markup("<b>{}</b>").format(name)
    if card is not None:
        title = Markup('<b><a href="{}">{}</a></b>').format(card, name)
    day = phrases.day(news.at, timezone, today, text)
    return Piece.of(
        _LINE.join(
            [
                title,
                *_lines(news, text),
                *(_why(one, text) for one in news.whys),
                Markup("<i>{}</i>").format(day),
            ]
        )
    )


def _lines(news: ProjectNews, text: Texts) -> list[Markup]:
    """As many as fit; how many more there are is said."""
    known = Known({one.id: one for one in (*news.claims, *news.project.claims)}, {})
    if news.is_new:
        about = [
            line
            for one in ABOUT
            for line in field_lines(one, None, getattr(news.project, one.value), text, known)
        ]
        lines = [text("news-new"), *about]
    else:
        lines = change_lines(news.changes, text, known)
    shown: list[Markup] = []
    room = ITEM_UNITS
    for line in lines:
        room -= Piece.of(line).units + len(_LINE)
        if room < 0:
            return [*shown, text("news-more", count=len(lines) - len(shown))]
        shown.append(line if news.is_new and not shown else Markup("• {}").format(line))
    return shown


def _why(why: Why, text: Texts) -> Markup:
    reason = text("news-why", reason=shorten(one_line(why.reason) or "…", REASON_UNITS))
    source = source_words(why.source)
    return reason if source is None else Markup("{} · {}").format(reason, source)
