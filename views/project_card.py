"""A project's card: where it stands, with a date and a source."""

from datetime import datetime

from markupsafe import Markup

from delivery.outgoing import Outgoing
from news.vocabulary import district_name, sector_name
from projects.seeing import ProjectCard
from views import formats
from views.digest import Look
from views.facts import stage
from views.links import BotLinks
from views.project_words import name_of
from views.texts import Texts

_LINE = Markup("\n")


def project_card(card: ProjectCard, now: datetime, look: Look, links: BotLinks) -> Outgoing:
    text = Texts(look.language)
    project, language = card.project, look.language
    lines = [
        Markup("<b>{}</b>").format(name_of(project, language)),
        text("project-code", code=project.code),
        text("project-stage", stage=stage(project.stage, text)),
    ]
    if project.sectors:
        named = [sector_name(code, language) for code in project.sectors]
        lines.append(text("story-sectors", values=formats.listed(named, language)))
    if project.districts:
        named = [district_name(code, language) for code in project.districts]
        lines.append(text("story-places", values=formats.listed(named, language)))
    return Outgoing(_LINE.join(lines), thread_id=look.thread_id)


def no_project(look: Look) -> Outgoing:
    return Outgoing(Texts(look.language)("error-no-project"), thread_id=look.thread_id)
