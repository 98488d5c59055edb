"""A story in full: what it says, where, who told it and when, what was put right in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.news import Mark, Story
from model.projects import Project
from news.cards import Card, Facts, Told
from news.vocabulary import district_name, sector_name
from views import formats, phrases
from views.corrections import put_right
from views.digest import Look
from views.facts import capacity, country, money_range, stage
from views.links import BotLinks
from views.packing import BETWEEN
from views.pickers import mark
from views.project_words import name_of
from views.review_buttons import review_of
from views.stories import (
    SOURCE_UNITS,
    TITLE_UNITS,
    number_rows,
    one_line,
    preview_of,
    repeats,
    titled,
    usable_link,
)
from views.texts import Texts
from views.ways_back import (
    WayBack,
    back_data,
    open_project,
    open_story,
    story_button,
    way_to,
)

LEAD_UNITS = 400
BUTTON_UNITS = 30
NAME_UNITS = 60
PROJECT_UNITS = 40
MOST_PROJECTS = 3
MOST_TOLD = 10
"""Sources that are named, the earliest and the latest; how many there are is said."""

_LINE = Markup("\n")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the chat has said of a story: more (1) or less (-1) like it, and of its source."""

    liked: int = 0
    is_muted: bool = False
    is_editors: bool = False
    """Whether the way to its articles in /review is shown."""


def story_card(
    card: Card,
    now: datetime,
    look: Look,
    links: BotLinks,
    standing: Standing = Standing(),
    back: WayBack = (),
    projects: Sequence[Project] = (),
) -> Outgoing:
    """The public view of a story. `back` is where its reader came from.

    `projects`: those it tells of, as far as the reader may see them.
    """
    text = Texts(look.language)
    story = card.story
    parts = [
        _head(story, text),
        _facts(card, text),
        _told(card.told, now, look, text),
        _related(card.related, now, look, links, text),
    ]
    return Outgoing(
        BETWEEN.join(part for part in parts if part),
        buttons=(
            *_related_buttons(card, look, back),
            *_project_buttons(story, projects, back, text),
            *_actions(story, standing, back, text),
            *_last(story, links, back, text),
            *_editor(story, standing, text),
        ),
        preview_url=preview_of(story),
        thread_id=look.thread_id,
    )


def story_gone(look: Look) -> Outgoing:
    return Outgoing(Texts(look.language)("story-gone"), thread_id=look.thread_id)


def _head(story: Story, text: Texts) -> Markup:
    title = shorten(one_line(story.title) or one_line(story.source_title) or "…", TITLE_UNITS)
    lines = [titled(title, preview_of(story))]
    lead = "" if story.mark is Mark.WITHDRAWN else one_line(story.lead)
    if lead and not repeats(lead, title):
        lines.append(Markup("{}").format(shorten(lead, LEAD_UNITS)))
    if (correction := put_right(story, text.language)) is not None:
        lines.append(correction)
    return _LINE.join(lines)


def _facts(card: Card, text: Texts) -> Markup:
    """A line for each fact that is known."""
    story, language = card.story, text.language
    said = [
        *_printed(card.facts, text),
        ("places", [district_name(code, language) for code in story.districts]),
        ("sectors", [sector_name(code, language) for code in story.sectors]),
    ]
    return _LINE.join(
        text(f"story-{name}", values=formats.listed(values, language))
        for name, values in said
        if values
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
    yield "companies", [shorten(one_line(name), NAME_UNITS) for name in facts.names]


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
    return text(key, date=phrases.day(one.at, look.timezone, now, text), source=source)


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
        date = phrases.day(story.told_at, look.timezone, now, text)
        lines.append(text("story-related-one", number=str(number), title=named, date=date))
    return _LINE.join(lines)


def _related_buttons(card: Card, look: Look, back: WayBack) -> Rows:
    """In place, and back to this story; elsewhere the titles are links."""
    if not look.is_private:
        return ()
    here = way_to(open_story(card.story.id, back))
    return number_rows(enumerate(card.related, 1), lambda story: (open_story(story, here), None))


def _project_buttons(story: Story, projects: Sequence[Project], back: WayBack, text: Texts) -> Rows:
    """One under another, and back to this story."""
    here = way_to(open_story(story.id, back))
    return tuple(
        (
            Button(
                text.plain(
                    "story-project", name=shorten(name_of(one, text.language), PROJECT_UNITS)
                ),
                open_project(one.id, here),
            ),
        )
        for one in projects[:MOST_PROJECTS]
    )


def _actions(story: Story, standing: Standing, back: WayBack, text: Texts) -> Rows:
    """Each names the state it leads to; what has been said is marked, and pressed is taken back."""
    tastes = tuple(
        Button(
            mark(standing.liked == liked) + text.plain(f"story-{verb}"),
            story_button("even" if standing.liked == liked else verb, story.id, back=back),
        )
        for verb, liked in (("more", 1), ("less", -1))
    )
    why = Button(text.plain("story-why"), story_button("why", story.id, back=back))
    if story.source_id is None:
        return (tastes, (why,))
    verb = "hear" if standing.is_muted else "mute"
    source = shorten(one_line(story.source_title) or "…", BUTTON_UNITS)
    mute = Button(
        text.plain(f"story-{verb}", source=source),
        story_button(verb, story.id, story.source_id, back=back),
    )
    return (tastes, (mute,), (why,))


def _last(story: Story, links: BotLinks, back: WayBack, text: Texts) -> Rows:
    row: list[Button] = []
    if data := back_data(back):
        row.append(Button(text.plain("digest-back"), data))
    if url := links.story(story.id):
        title = shorten(one_line(story.title), TITLE_UNITS)
        row.append(Button(text.plain("digest-share"), url=links.share(url, title)))
    return (tuple(row),) if row else ()


def _editor(story: Story, standing: Standing, text: Texts) -> Rows:
    if not standing.is_editors:
        return ()
    return ((Button(text.plain("review-this"), review_of(story.id)),),)
