"""Posts of a channel: a story, and what changed in a project. The digest's: views/digest.py.

Everybody reads them, so they hold the public view only; their buttons are links, because no reader
may change what all of them see.
"""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.following import ProjectNews
from model.news import Mark, Story
from model.projects import Project
from news.vocabulary import district_name, sector_name
from views import formats
from views.corrections import put_right
from views.digest import Look, discussion_row
from views.links import BotLinks
from views.packing import BETWEEN
from views.project_news import news_piece
from views.project_words import name_of
from views.stories import TITLE_UNITS, one_line, origin, preview_of, repeats, titled
from views.texts import Texts

LEAD_UNITS = 600
"""A post stands alone: there is room for more than a digest's line."""
NAME_UNITS = 40
MOST_PROJECTS = 2
MOST_NAMED = 3
"""Places and sectors of a story; more of them say little."""

_LINE = Markup("\n")


def story_post(story: Story, projects: Sequence[Project], look: Look, links: BotLinks) -> Outgoing:
    """`projects`: those it tells of, in the public view."""
    text = Texts(look.language)
    title = shorten(one_line(story.title) or one_line(story.source_title) or "…", TITLE_UNITS)
    told = Markup("<i>{}</i>").format(origin(story, story.stored_at, look.timezone, look.language))
    lead = _lead(story, title)
    correction = put_right(story, look.language)
    facts = _facts(story, look)
    parts = [
        titled(title, preview_of(story)),
        *([Markup("{}").format(lead)] if lead else []),
        *([correction] if correction is not None else []),
        _LINE.join([Markup("{}").format(facts), told]) if facts else told,
    ]
    shared = links.story(story.id)
    return Outgoing(
        BETWEEN.join(parts),
        buttons=(
            *_project_rows(projects, links, text),
            *_last_rows(shared, title, look, links),
        ),
        preview_url=preview_of(story),
    )


def project_post(news: ProjectNews, now: datetime, look: Look, links: BotLinks) -> Outgoing:
    """What changed in one project, or a project that is new to everyone."""
    text = Texts(look.language)
    project = news.project
    said = news_piece(news, now, look.timezone, look.language, links.project(project.code)).html
    head = [] if news.is_new else [text("post-project-changed")]
    return Outgoing(
        _LINE.join([*head, said]),
        buttons=(
            *_project_rows([project], links, text),
            *_last_rows(links.project(project.code), name_of(project, look.language), look, links),
        ),
    )


def _lead(story: Story, title: str) -> str:
    lead = "" if story.mark is Mark.WITHDRAWN else one_line(story.lead)
    return "" if repeats(lead, title) else shorten(lead, LEAD_UNITS)


def _facts(story: Story, look: Look) -> str:
    """«📍 Кентау · 🏷 Текстиль · 💰 3 млрд тенге»: none of what was taken down."""
    if story.mark is Mark.WITHDRAWN:
        return ""
    language = look.language
    places = [district_name(code, language) for code in story.districts[:MOST_NAMED]]
    sectors = [sector_name(code, language) for code in story.sectors[:MOST_NAMED]]
    money = story.amount and formats.money(story.amount.value, story.amount.currency, language)
    said = [
        ("📍", formats.listed(places, language)),
        ("🏷", formats.listed(sectors, language)),
        ("💰", money or ""),
    ]
    return " · ".join(f"{mark} {words}" for mark, words in said if words)


def _project_rows(projects: Sequence[Project], links: BotLinks, text: Texts) -> Rows:
    rows: list[tuple[Button, ...]] = []
    for one in projects[:MOST_PROJECTS]:
        if url := links.project(one.code):
            name = shorten(name_of(one, text.language), NAME_UNITS)
            rows.append((Button(text.plain("story-project", name=name), url=url),))
    return tuple(rows)


def _last_rows(shared: str | None, title: str, look: Look, links: BotLinks) -> Rows:
    """Subscribe, share, discuss."""
    text = Texts(look.language)
    row: list[Button] = []
    if chat := links.chat():
        row.append(Button(text.plain("post-subscribe"), url=chat))
    if shared:
        share = links.share(shared, shorten(title, TITLE_UNITS))
        row.append(Button(text.plain("digest-share"), url=share))
    return (*((tuple(row),) if row else ()), *discussion_row(look))
