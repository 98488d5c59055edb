"""What was found, page by page, and what is said where nothing was; results of inline queries."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from markupsafe import Markup

from common.text import shorten
from delivery.inline import InlineAnswer, InlineResult
from delivery.outgoing import Button, Outgoing, Rows
from model.ids import StoryId
from model.news import Story
from model.search import REORDERED, Closeness, Found, Place
from views.callbacks import number, pack
from views.digest import LATEST, Look
from views.links import BotLinks
from views.packing import BETWEEN
from views.stories import (
    number_rows,
    numbered,
    one_line,
    origin,
    story_piece,
    usable_link,
)
from views.texts import Texts
from views.ways_back import open_story, way_to

SHOWN_UNITS = 80
"""Of a question, in its answer."""
RESULT_TITLE_UNITS = 120
RESULT_LINE_UNITS = 160


def ask(look: Look) -> Outgoing:
    """Nothing said what to look for."""
    text = Texts(look.language)
    said = text("search-ask" if look.is_private else "search-ask-group")
    return Outgoing(said, buttons=_latest(text), thread_id=look.thread_id)


def gone(look: Look) -> Outgoing:
    return Outgoing(Texts(look.language)("search-gone"), thread_id=look.thread_id)


def found(one: Found, page: int, today: datetime, look: Look, links: BotLinks) -> Outgoing:
    """A page of an answer; `page` is how many stories a page has."""
    text = Texts(look.language)
    if not one.is_question:
        return ask(look)
    if not one.stories:
        return _nothing(one, look, text)
    first = one.place.start + 1
    pieces = [
        numbered(story_piece(story, today, look.timezone, look.language), place).html
        for place, story in enumerate(one.stories, first)
    ]
    return Outgoing(
        BETWEEN.join([_head(one, text), *pieces]),
        buttons=(*_openers(one, look, links), *_pager(one, page, text)),
        thread_id=look.thread_id,
    )


def _head(one: Found, text: Texts) -> Markup:
    lines = [text("search-title", words=shorten(one.words, SHOWN_UNITS))]
    if one.corrected is not None:
        lines.append(text("search-corrected", words=shorten(one.corrected, SHOWN_UNITS)))
    if one.closeness is not Closeness.ALL:
        lines.append(text("search-closest"))
    elif one.count < REORDERED:
        lines.append(text("search-count", count=one.count))
    else:
        lines.append(text("search-count-most", count=REORDERED))
    return Markup("\n").join(lines)


def _nothing(one: Found, look: Look, text: Texts) -> Outgoing:
    said = text("search-nothing", words=shorten(one.words, SHOWN_UNITS))
    return Outgoing(said, buttons=_latest(text), thread_id=look.thread_id)


def _latest(text: Texts) -> Rows:
    return ((Button(text.plain("button-latest"), LATEST),),)


def _openers(one: Found, look: Look, links: BotLinks) -> Rows:
    """A number for each story: it opens the story, which leads back to this page."""
    here = way_to(_page_data(one, one.place.start)) if one.search is not None else ()

    def opens(story: StoryId) -> tuple[str | None, str | None]:
        url = None if look.is_private else links.story(story)
        return (None, url) if url else (open_story(story, here), None)

    return number_rows(enumerate(one.stories, one.place.start + 1), opens)


def _pager(one: Found, page: int, text: Texts) -> Rows:
    row: list[Button] = []
    start = one.place.start
    if start:
        row.append(Button(text.plain("digest-back"), _page_data(one, max(0, start - page))))
    if one.has_more:
        row.append(Button(text.plain("search-more"), _page_data(one, start + page)))
    return (tuple(row),) if row and one.search is not None else ()


def _page_data(one: Found, start: int) -> str:
    return pack("search", "from", one.search or 0, one.place.upto or 0, start)


def place_of(upto: str, start: str) -> Place:
    """The page that a button or an offset names; whatever else it says is the first page."""
    newest = number(upto)
    return Place(number(start) or 0, StoryId(newest) if newest else None)


# Inline


def inline(one: Found, page: int, today: datetime, look: Look, links: BotLinks) -> InlineAnswer:
    """Results of an inline query: the public view, whoever asks."""
    text = Texts(look.language)
    results = [_result(story, today, look, links) for story in one.stories]
    more = f"{one.place.upto or 0}:{one.place.start + page}" if one.has_more else ""
    button = None if results or one.place.start else text.plain("inline-nothing")
    return InlineAnswer(_unique(results), more, button)


def after_projects(projects: Sequence[InlineResult], page: InlineAnswer) -> InlineAnswer:
    """A page of stories with projects before them."""
    if not projects:
        return page
    return replace(page, results=(*projects, *page.results), button=None)


def offset_of(offset: str) -> Place:
    upto, _, start = offset.partition(":")
    return place_of(upto, start)


def _result(story: Story, today: datetime, look: Look, links: BotLinks) -> InlineResult:
    title = one_line(story.title) or one_line(story.source_title) or "…"
    piece = story_piece(story, today, look.timezone, look.language)
    url = links.story(story.id)
    label = Texts(look.language).plain("inline-open")
    return InlineResult(
        id=str(story.id),
        title=shorten(title, RESULT_TITLE_UNITS),
        description=shorten(origin(story, today, look.timezone, look.language), RESULT_LINE_UNITS),
        thumbnail_url=usable_link(story.image),
        message=Outgoing(
            piece.html,
            buttons=((Button(label, url=url),),) if url else (),
            preview_url=usable_link(story.link),
        ),
    )


def _unique(results: Sequence[InlineResult]) -> Sequence[InlineResult]:
    return tuple({one.id: one for one in results}.values())
