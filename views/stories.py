"""A story as it stands in a digest and among the latest news: a piece that is never cut."""

from datetime import datetime
from functools import lru_cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from common.text import shorten
from model.news import Story
from model.people import Language
from views import formats
from views.packing import Piece
from views.texts import Texts

TITLE_UNITS = 220
LEAD_UNITS = 180
SOURCE_UNITS = 60
LINK_BYTES = 2_048
"""Of a link as it is written in HTML; a longer one is left out."""


@lru_cache(maxsize=4096)
def story_piece(story: Story, today: datetime, timezone: str, language: Language) -> Piece:
    """Title, one line, source and date: at most about 500 units.

    Remembered, because many editions of one morning tell the same stories.
    """
    title = shorten(one_line(story.title) or one_line(story.source_title) or "…", TITLE_UNITS)
    lines = [titled(title, usable_link(story.link))]
    lead = one_line(story.lead)
    if lead and not repeats(lead, title):
        lines.append(Markup("{}").format(shorten(lead, LEAD_UNITS)))
    lines.append(Markup("<i>{}</i>").format(_origin(story, today, timezone, language)))
    return Piece.of(Markup("\n").join(lines))


def usable_link(link: str | None) -> str | None:
    """The link, if Telegram would make a link of it: http(s), and not longer than addresses are."""
    if link is None or len(str(escape(link)).encode(errors="replace")) > LINK_BYTES:
        return None
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    return link if parts.scheme in ("http", "https") and parts.netloc else None


def titled(title: str, link: str | None) -> Markup:
    if link is None:
        return Markup("<b>{}</b>").format(title)
    return Markup('<b><a href="{}">{}</a></b>').format(link, title)


def _origin(story: Story, today: datetime, timezone: str, language: Language) -> str:
    """«Источник · 23 ноября», or how many sources tell it."""
    # A publisher may print tomorrow's date; nobody was told of it before we stored it.
    at = min(story.published_at or story.stored_at, story.stored_at)
    zone = ZoneInfo(timezone)
    day = formats.date_near(at.astimezone(zone).date(), today.astimezone(zone).date(), language)
    if story.source_count > 1:
        source = Texts(language).plain("story-sources", count=story.source_count)
    else:
        source = shorten(one_line(story.source_title) or "…", SOURCE_UNITS)
    return f"{source} · {day}"


def one_line(text: str) -> str:
    return " ".join(text.split())


def repeats(lead: str, title: str) -> bool:
    """Many feeds print the title once more as the summary."""
    return lead.casefold().rstrip(".… ") == title.casefold().rstrip(".… ")
