"""A story told at once: the story as a digest tells it, and what it was told for."""

from collections.abc import Sequence

from markupsafe import Markup

from delivery.outgoing import Button, Outgoing, Rows
from model.news import Story
from model.people import ChatKind, Language
from news.vocabulary import district_name, sector_name
from views.callbacks import pack
from views.digest import Look
from views.links import BotLinks
from views.packing import BETWEEN
from views.stories import preview_of, story_piece
from views.texts import Texts
from views.ways_back import story_button

OPEN = pack("alerts", "open")
OFF = pack("alerts", "off")


def alert(
    story: Story,
    words: Sequence[str],
    sectors: Sequence[str],
    districts: Sequence[str],
    look: Look,
    links: BotLinks,
) -> Outgoing:
    """The message of one story; words, sectors and districts are those it was told for."""
    text = Texts(look.language)
    why = text("alert-why", what=asked_for(words, sectors, districts, look.language))
    story_html = story_piece(story, story.stored_at, look.timezone, look.language).html
    return Outgoing(
        text=BETWEEN.join([story_html, Markup("🔔 <i>{}</i>").format(why)]),
        buttons=_buttons(story, look, links),
        preview_url=preview_of(story),
        thread_id=look.thread_id,
    )


def asked_for(
    words: Sequence[str], sectors: Sequence[str], districts: Sequence[str], language: Language
) -> str:
    """«Textile · Saryagash district · "Lihua"»"""
    text = Texts(language)
    return " · ".join(
        [
            *(sector_name(code, language) for code in sectors),
            *(district_name(code, language) for code in districts),
            *(text.plain("key-word", word=word) for word in words),
        ]
    )


def _buttons(story: Story, look: Look, links: BotLinks) -> Rows:
    """Readers of a channel cannot set it, so they are offered their own."""
    text = Texts(look.language)
    if look.kind is ChatKind.CHANNEL:
        chat = links.chat()
        return ((Button(text.plain("digest-own"), url=chat),),) if chat else ()
    return (
        (Button(text.plain("alert-story"), story_button("open", story.id)),),
        (Button(text.plain("alert-settings"), OPEN), Button(text.plain("alert-off"), OFF)),
    )
