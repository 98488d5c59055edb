"""The latest news, page by page. Its buttons name stories, so that new ones move no page."""

from collections.abc import Sequence
from datetime import datetime

from delivery.outgoing import Button, Outgoing
from model.ids import StoryId
from model.news import Story
from views import filters
from views.callbacks import pack
from views.digest import Look, opens
from views.links import BotLinks
from views.packing import BETWEEN
from views.stories import number_rows, numbered, story_piece
from views.texts import Texts


def news(
    stories: Sequence[Story],
    newer: StoryId | None,
    older: StoryId | None,
    today: datetime,
    look: Look,
    links: BotLinks,
    *,
    is_chosen: bool = False,
) -> Outgoing:
    """A page, the newest first; `newer` and `older` are the stories where its neighbours begin.

    `is_chosen`: the chat chose some news out of all. Where it leaves none, the choice is said.
    """
    text = Texts(look.language)
    if not stories and is_chosen:
        choice = Button(text.plain("settings-filters"), filters.OPEN)
        said = text("news-none-chosen")
        return Outgoing(said, buttons=((choice,),), thread_id=look.thread_id)
    if not stories:
        return Outgoing(text("news-none"), thread_id=look.thread_id)
    row: list[Button] = []
    if newer is not None:
        row.append(Button(text.plain("news-newer"), pack("news", "after", newer)))
    if older is not None:
        row.append(Button(text.plain("news-older"), pack("news", "before", older)))
    numbers = list(enumerate(stories, 1))
    pieces = [
        numbered(story_piece(story, today, look.timezone, look.language), number)
        for number, story in numbers
    ]
    here = ("news", "before", str(stories[0].id + 1))
    return Outgoing(
        text=BETWEEN.join([text("news-title"), *(piece.html for piece in pieces)]),
        buttons=(
            *number_rows(numbers, opens(look, links, here)),
            *((tuple(row),) if row else ()),
        ),
        thread_id=look.thread_id,
    )
