"""Answers to questions about projects: a short list, the nearest, and what was asked in vain."""

from datetime import datetime

from markupsafe import Markup

from common.text import shorten
from delivery.inline import InlineResult
from delivery.outgoing import Button, Outgoing, Rows
from model.ids import SearchId
from model.projects import Project
from news.vocabulary import district_name
from projects.asking import Answer
from projects.finding import Answers
from projects.questions import Questions
from projects.seeing import ProjectCard
from projects.zones import zone_name
from views import formats, phrases
from views.callbacks import pack
from views.digest import Look
from views.facts import stage
from views.links import BotLinks
from views.packing import BETWEEN
from views.project_words import name_of
from views.search import RESULT_LINE_UNITS, RESULT_TITLE_UNITS, SHOWN_UNITS
from views.stories import IN_A_ROW, one_line
from views.texts import Texts
from views.ways_back import open_project, way_to

LABEL_UNITS = 50
MOST_PLACES = 2
_LINE = Markup("\n")


def ask(look: Look, open_questions: int = 0) -> Outgoing:
    """Nothing said what to look for."""
    text = Texts(look.language)
    said = text("ask-what" if look.is_private else "ask-what-group")
    rows: Rows = ()
    if open_questions:
        label = text.plain("ask-open-questions", count=open_questions)
        rows = ((Button(label, pack("ask", "questions", 1)),),)
    return Outgoing(said, buttons=rows, thread_id=look.thread_id)


def gone(look: Look) -> Outgoing:
    return Outgoing(Texts(look.language)("search-gone"), thread_id=look.thread_id)


def several(answer: Answer, look: Look, *, is_official: bool) -> Outgoing:
    """What is not one clear project: a list to choose from, the nearest, or nothing."""
    text = Texts(look.language)
    lines = [_head(answer, text)]
    if answer.corrected is not None:
        lines.append(text("ask-corrected", words=shorten(answer.corrected, SHOWN_UNITS)))
    pieces = [_LINE.join(lines)]
    pieces += [_piece(one, number, look) for number, one in enumerate(answer.projects, 1)]
    if answer.has_more:
        pieces.append(text("ask-more"))
    can_tell = _can_tell(answer, look)
    if can_tell:
        pieces.append(text("ask-may-tell"))
    rows = [*_openers(answer)]
    if can_tell and answer.search is not None:
        label = text.plain("ask-tell")
        rows.append((Button(label, pack("ask", "tell", answer.search)),))
    if is_official:
        rows.extend(news_row(answer.search, look))
    return Outgoing(BETWEEN.join(pieces), buttons=tuple(rows), thread_id=look.thread_id)


def _head(answer: Answer, text: Texts) -> Markup:
    words = shorten(answer.words, SHOWN_UNITS)
    match answer.kind:
        case Answers.SEVERAL if len(answer.projects) > 1:
            return text("ask-several", words=words)
        case Answers.SEVERAL:
            return text("ask-one", words=words)
        case Answers.NEAREST:
            return text("ask-nearest", words=words)
    return text("ask-nothing", words=words)


def _can_tell(answer: Answer, look: Look) -> bool:
    in_vain = answer.kind in (Answers.NEAREST, Answers.NOTHING)
    return in_vain and look.is_private and answer.search is not None


def _piece(project: Project, number: int, look: Look) -> Markup:
    name = Markup("{}. <b>{}</b>").format(number, name_of(project, look.language))
    return _LINE.join([name, Markup("{}").format(told_of(project, look))])


def told_of(project: Project, look: Look) -> str:
    """«строительство · город Кентау», or the zone where the district is not known."""
    told = [stage(project.stage, Texts(look.language))]
    if project.districts:
        places = [district_name(code, look.language) for code in project.districts[:MOST_PLACES]]
        told.append(formats.listed(places, look.language))
    elif project.zone is not None:
        told.append(zone_name(project.zone, look.language))
    return " · ".join(told)


def _openers(answer: Answer) -> Rows:
    here = () if answer.search is None else way_to(pack("ask", "list", answer.search))
    buttons = [
        Button(str(number), open_project(one.id, here))
        for number, one in enumerate(answer.projects, 1)
    ]
    return tuple(tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW))


def news_row(search: SearchId | None, look: Look) -> Rows:
    """Leads to the news of the same words."""
    if search is None:
        return ()
    label = Texts(look.language).plain("ask-news")
    return ((Button(label, pack("search", "from", search, 0, 0)),),)


def beside_news(answer: Answer, search: SearchId | None, look: Look) -> Rows:
    """What stands above the buttons of stories where the words are clearly a project's."""
    text = Texts(look.language)
    if answer.card is not None:
        name = shorten(one_line(name_of(answer.card.project, look.language)), LABEL_UNITS)
        label = text.plain("ask-project", name=name)
        here = () if search is None else way_to(pack("search", "from", search, 0, 0))
        return ((Button(label, open_project(answer.card.project.id, here)),),)
    if not answer.projects or search is None:
        return ()
    count = f"{len(answer.projects)}+" if answer.has_more else str(len(answer.projects))
    return ((Button(text.plain("ask-projects", count=count), pack("ask", "list", search)),),)


# Inline


def inline(card: ProjectCard, message: Outgoing, look: Look, links: BotLinks) -> InlineResult:
    """A project among the results of an inline query; `message` is its card for everyone."""
    url = links.project(card.project.code)
    label = Texts(look.language).plain("inline-open")
    return InlineResult(
        id=f"p{card.project.id}",
        title=shorten(one_line(name_of(card.project, look.language)), RESULT_TITLE_UNITS),
        description=shorten(told_of(card.project, look), RESULT_LINE_UNITS),
        thumbnail_url=None,
        message=Outgoing(message.text, buttons=((Button(label, url=url),),) if url else ()),
    )


# Questions in vain


def told(look: Look) -> str:
    return Texts(look.language).plain("ask-told")


def told_enough(most: int, look: Look) -> str:
    return Texts(look.language).plain("ask-told-enough", count=most)


def closed(look: Look) -> str:
    return Texts(look.language).plain("ask-closed")


def questions(open_ones: Questions, now: datetime, look: Look) -> Outgoing:
    """What the registry could not answer, and who asked: they wished it to be known."""
    text = Texts(look.language)
    if not open_ones.told:
        return Outgoing(text("ask-questions-none"), thread_id=look.thread_id)
    pieces = [text("ask-questions", count=open_ones.count)]
    for number, one in enumerate(open_ones.told, 1):
        day = phrases.day(one.at, look.timezone, now, text)
        who = Markup('<a href="tg://user?id={}">{}</a>').format(
            int(one.chat_id), text.plain("ask-who")
        )
        words = shorten(one.words, SHOWN_UNITS)
        pieces.append(Markup("{}. {}\n{} · {}").format(number, words, day, who))
    pieces.append(text("ask-questions-close"))
    buttons = [
        Button(text.plain("ask-close", number=number), pack("ask", "close", one.id))
        for number, one in enumerate(open_ones.told, 1)
    ]
    half = IN_A_ROW // 2
    rows = tuple(tuple(buttons[at : at + half]) for at in range(0, len(buttons), half))
    return Outgoing(BETWEEN.join(pieces), buttons=rows, thread_id=look.thread_id)
