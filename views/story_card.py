"""A story in full: what it says, where, who told it and when, what was put right in it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.news import Story
from news.cards import Card, Facts, Told
from news.vocabulary import district_name, sector_name
from views import formats
from views.digest import Look
from views.facts import capacity, country, money_range, stage
from views.links import BotLinks
from views.packing import BETWEEN
from views.stories import SOURCE_UNITS, TITLE_UNITS, one_line, repeats, titled, usable_link
from views.texts import Texts
from views.ways_back import WayBack, back_data, open_story, way_to

LEAD_UNITS = 400
MOST_TOLD = 10
"""Sources that are named, the earliest and the latest; how many there are is said."""

_LINE = Markup("\n")


def story_card(
    card: Card, now: datetime, look: Look, links: BotLinks, back: WayBack = ()
) -> Outgoing:
    """The public view of a story. `back` is where its reader came from."""
    text = Texts(look.language)
    story = card.story
    parts = [
        _head(story),
        _facts(card, text),
        _told(card.told, now, look, text),
        _related(card.related, now, look, links, text),
    ]
    return Outgoing(
        str(BETWEEN.join(part for part in parts if part)),
        buttons=_buttons(card, look, links, back, text),
        preview_url=usable_link(story.link),
        thread_id=look.thread_id,
    )


def story_gone(look: Look) -> Outgoing:
    return Outgoing(str(Texts(look.language)("story-gone")), thread_id=look.thread_id)


def _head(story: Story) -> Markup:
    title = shorten(one_line(story.title) or one_line(story.source_title) or "…", TITLE_UNITS)
    lines = [titled(title, usable_link(story.link))]
    lead = one_line(story.lead)
    if lead and not repeats(lead, title):
        lines.append(Markup("{}").format(shorten(lead, LEAD_UNITS)))
    return _LINE.join(lines)


def _facts(card: Card, text: Texts) -> Markup:
    """A line for each fact that is known."""
    story, language = card.story, text.language
    said = [
        *_printed(card.facts, text),
        ("places", [district_name(code, language) for code in story.districts]),
        ("sectors", [sector_name(code, language) for code in story.sectors]),
    ]
    separator = "、" if language == "zh" else ", "
    return _LINE.join(
        text(f"story-{name}", values=separator.join(values)) for name, values in said if values
    )


def _printed(facts: Facts, text: Texts) -> Iterable[tuple[str, Sequence[str]]]:
    language = text.language
    if facts.amount is not None:
        yield "amount", [money_range(facts.amount, facts.most, language)]
    if facts.stage is not None:
        yield "stage", [stage(facts.stage, text)]
    yield "countries", [country(code, language) for code in facts.countries]
    if facts.jobs is not None:
        yield "jobs", [formats.number(facts.jobs, language)]
    if facts.capacity is not None:
        yield "capacity", [capacity(facts.capacity, text)]
    yield "companies", facts.names


def _told(told: Sequence[Told], now: datetime, look: Look, text: Texts) -> Markup:
    """The timeline: who told it, the earliest first."""
    shown = [*told[: MOST_TOLD - 1], told[-1]] if len(told) > MOST_TOLD else told
    lines = [text("story-told", count=len(told))]
    lines += [_one_told(one, now, look, text) for one in shown]
    return _LINE.join(lines)


def _one_told(one: Told, now: datetime, look: Look, text: Texts) -> Markup:
    name = shorten(one_line(one.source_title) or "…", SOURCE_UNITS)
    link = usable_link(one.link)
    source = Markup('<a href="{}">{}</a>').format(link, name) if link else Markup("{}").format(name)
    key = "story-told-withdrawn" if one.is_withdrawn else "story-told-one"
    return text(key, date=_day(one.at, now, look), source=source)


def _related(
    related: Sequence[Story], now: datetime, look: Look, links: BotLinks, text: Texts
) -> Markup:
    if not related:
        return Markup()
    lines = [text("story-related")]
    for number, story in enumerate(related, 1):
        title = shorten(one_line(story.title) or "…", TITLE_UNITS)
        url = None if look.is_private else links.story(story.id)
        named = Markup('<a href="{}">{}</a>').format(url, title) if url else title
        date = _day(min(story.published_at or story.stored_at, story.stored_at), now, look)
        lines.append(text("story-related-one", number=str(number), title=named, date=date))
    return _LINE.join(lines)


def _buttons(card: Card, look: Look, links: BotLinks, back: WayBack, text: Texts) -> Rows:
    rows: list[tuple[Button, ...]] = []
    here = way_to(open_story(card.story.id, back))
    if look.is_private and card.related:
        rows.append(
            tuple(
                Button(str(number), open_story(story.id, here))
                for number, story in enumerate(card.related, 1)
            )
        )
    last: list[Button] = []
    if data := back_data(back):
        last.append(Button(text.plain("digest-back"), data))
    if url := links.story(card.story.id):
        title = shorten(one_line(card.story.title), TITLE_UNITS)
        last.append(Button(text.plain("digest-share"), url=links.share(url, title)))
    return (*rows, tuple(last)) if last else tuple(rows)


def _day(at: datetime, now: datetime, look: Look) -> str:
    zone = ZoneInfo(look.timezone)
    return formats.date_near(at.astimezone(zone).date(), now.astimezone(zone).date(), look.language)
