"""Why a reader is shown a story, in plain sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing
from model.news import Story
from model.people import Language
from news.vocabulary import district_name, sector_name
from views import formats, phrases
from views.callbacks import pack
from views.digest import Look
from views.packing import BETWEEN
from views.stories import TITLE_UNITS, one_line
from views.texts import Texts
from views.ways_back import WayBack, story_button

FILTERS = pack("filters", "below")
"""A message of its own: the story stays, and with it the way back to the digest."""


@dataclass(frozen=True, slots=True)
class Why:
    """What speaks for a story, and against it."""

    words: Sequence[str]
    """Of the text: by them it was found to be of the region and of investment."""
    is_all_wanted: bool
    """Nothing was chosen, so every story suits."""
    suits: bool
    is_muted: bool = False
    """It would suit, had its sources not been muted."""
    districts: Sequence[str] = ()
    sectors: Sequence[str] = ()
    languages: Sequence[str] = ()
    with_amount: bool = False
    asked: Sequence[str] = ()
    """Key words that it has."""
    liked: Sequence[str] = ()
    """Of what more is wanted: "sector:x", "place:x", or a name as printed."""
    disliked: Sequence[str] = ()


def why_page(story: Story, why: Why, look: Look, back: WayBack = ()) -> Outgoing:
    """The page behind "why am I getting this", and back to the story."""
    text = Texts(look.language)
    title = shorten(one_line(story.title) or "…", TITLE_UNITS)
    return Outgoing(
        BETWEEN.join([Markup("<b>{}</b>").format(title), *_said(why, text)]),
        buttons=(
            (Button(text.plain("why-filters"), FILTERS),),
            (Button(text.plain("digest-back"), story_button("back", story.id, back=back)),),
        ),
        thread_id=look.thread_id,
    )


def _said(why: Why, text: Texts) -> list[Markup]:
    said = [_found(why, text)]
    if not why.suits:
        # What does not come stands neither higher nor lower.
        return [*said, text("why-muted" if why.is_muted else "why-not-wanted")]
    if why.is_all_wanted:
        said.append(text("why-all-wanted"))
    else:
        said.append(text("why-chosen", what=formats.listed(_chosen(why, text), text.language)))
    for key, names in (("why-higher", why.liked), ("why-lower", why.disliked)):
        if names:
            named = [_name(each, text) for each in names]
            said.append(text(key, what=formats.listed(named, text.language)))
    return said


def _found(why: Why, text: Texts) -> Markup:
    if not why.words:
        return text("why-found")
    words = [text.plain("key-word", word=word) for word in why.words]
    return text("why-found-by", words=formats.listed(words, text.language))


def _chosen(why: Why, text: Texts) -> list[str]:
    language = text.language
    return [
        *(district_name(code, language) for code in why.districts),
        *(sector_name(code, language) for code in why.sectors),
        *(text.plain("key-word", word=word) for word in why.asked),
        *([text.plain("why-amount")] if why.with_amount else []),
        *(phrases.own_name(Language(code)) for code in why.languages),
    ]


def _name(key: str, text: Texts) -> str:
    kind, _, code = key.partition(":")
    if kind == "sector":
        return sector_name(code, text.language)
    return district_name(code, text.language) if kind == "place" else key
