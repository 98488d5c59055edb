"""A story as it stands in a digest and among the latest news: a piece that is never cut."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from common.text import shorten
from delivery.outgoing import Button, Rows
from model.ids import StoryId
from model.news import Mark, Story
from model.people import Language
from views import phrases
from views.corrections import put_right
from views.packing import Piece
from views.texts import Texts

TITLE_UNITS = 220
LEAD_UNITS = 180
SOURCE_UNITS = 60
IN_A_ROW = 8
LINK_BYTES = 2_048
"""Of a link as it is written in HTML; a longer one is left out."""

Opened = tuple[str | None, str | None] | None
"""The data or the address of a button; None for no button."""

Opens = Callable[[StoryId], Opened]


@lru_cache(maxsize=4096)
def story_piece(
    story: Story, today: datetime, timezone: str, language: Language, card: str | None = None
) -> Piece:
    """Title, one line, what was put right, source and date: at most about 600 units.

    What its outlet took down is told no further: there is no line, and nothing to open.
    `card`: a link that opens the story in full, where buttons would be too many. Remembered,
    because many editions of one morning tell the same stories.
    """
    title = shorten(one_line(story.title) or one_line(story.source_title) or "…", TITLE_UNITS)
    lines = [titled(title, preview_of(story))]
    lead = "" if story.mark is Mark.WITHDRAWN else one_line(story.lead)
    if lead and not repeats(lead, title):
        lines.append(Markup("{}").format(shorten(lead, LEAD_UNITS)))
    if (correction := put_right(story, language)) is not None:
        lines.append(correction)
    told = Markup("<i>{}</i>").format(origin(story, today, timezone, language))
    lines.append(Markup('<a href="{}">{}</a>').format(card, told) if card else told)
    return Piece.of(Markup("\n").join(lines))


def numbered(piece: Piece, number: int) -> Piece:
    """As it stands in a list whose buttons call it by its number."""
    mark = f"{number}. "
    return Piece(mark + piece.html, piece.units + len(mark), piece.bytes + len(mark))


def number_rows(numbers: Iterable[tuple[int, Story]], opens: Opens) -> Rows:
    """A small button for each story of a list; `opens` is what it does."""
    return numbered_rows((number, opens(story.id)) for number, story in numbers)


def numbered_rows(numbers: Iterable[tuple[int, Opened]]) -> Rows:
    """A small button for each of a list that can be opened, eight in a row."""
    buttons = [Button(str(number), *opened) for number, opened in numbers if opened is not None]
    return tuple(tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW))


def usable_link(link: str | None) -> str | None:
    """The link, if Telegram would make a link of it: http(s), and not longer than addresses are."""
    if link is None or len(str(escape(link)).encode(errors="replace")) > LINK_BYTES:
        return None
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    return link if parts.scheme in ("http", "https") and parts.netloc else None


def preview_of(story: Story) -> str | None:
    """The link whose preview is shown; none of what was taken down."""
    return None if story.mark is Mark.WITHDRAWN else usable_link(story.link)


def titled(title: str, link: str | None) -> Markup:
    if link is None:
        return Markup("<b>{}</b>").format(title)
    return Markup('<b><a href="{}">{}</a></b>').format(link, title)


def origin(story: Story, today: datetime, timezone: str, language: Language) -> str:
    """«Источник · 23 ноября», and how many more tell it."""
    text = Texts(language)
    day = phrases.day(story.told_at, timezone, today, text)
    source = shorten(one_line(story.source_title) or "…", SOURCE_UNITS)
    if story.source_count > 1:
        more = story.source_count - 1
        source = text.plain("story-sources", source=source, more=more)
    return f"{source} · {day}"


def one_line(text: str) -> str:
    return " ".join(text.split())


def repeats(lead: str, title: str) -> bool:
    """Many feeds print the title once more as the summary."""
    return lead.casefold().rstrip(".… ") == title.casefold().rstrip(".… ")
