"""A project's card and what is behind its buttons."""

from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from accounts.actor import Actor
from common.clock import Clock
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.showing import look_of, say, show_in_place
from model.ids import FileId, ProjectId, StoryId
from model.people import Schedule
from projects.evidence import UnlinkStory
from projects.papers import SeePaper
from projects.seeing import ProjectCard, SeeHistory, SeeProject, SeeStories
from views import project_card as views
from views import project_pages as pages
from views import project_places as places
from views.callbacks import Press, number, parse
from views.digest import Look
from views.links import BotLinks
from views.texts import Texts
from views.ways_back import WayBack, way_back


def router() -> Router:
    router = Router(name="projects")

    @router.callback_query(Fits(F.data.startswith("project:show:")))
    @router.callback_query(Fits(F.data.startswith("project:back:")))
    async def opened(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_project: SeeProject,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        """In a group a project is a message of its own: the list stays as it is."""
        project, _, back = pressed(query.data)
        card, look = await see_project(actor, project), look_of(actor, schedule)
        if card is None:
            await _gone(query, actor, answers, look)
        elif actor.is_private or (query.data or "").startswith("project:back:"):
            card_view = views.project_card(card, clock.now(), look, links, back)
            await show_in_place(query, actor, answers, card_view)
        else:
            await say(actor, answers, views.project_card(card, clock.now(), look, links))
            await answers.toast(query.id)

    @router.callback_query(Fits(F.data.startswith("project:history:")))
    async def history(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_history: SeeHistory,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        project, page, back = pressed(query.data)
        found, look = await see_history(actor, project, page), look_of(actor, schedule)
        shown = found and pages.history(found, clock.now(), look, back)
        await _show(query, actor, answers, look, shown)

    @router.callback_query(Fits(F.data.startswith("project:stories:")))
    async def stories(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_stories: SeeStories,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        project, page, back = pressed(query.data)
        found, look = await see_stories(actor, project, page), look_of(actor, schedule)
        shown = found and pages.stories(found, clock.now(), look, links, back)
        await _show(query, actor, answers, look, shown)

    @router.callback_query(Fits(F.data.startswith("project:doubt:")))
    async def doubted(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_stories: SeeStories,
        schedule: Schedule,
    ) -> None:
        project, number, back = pressed(query.data)
        found = await see_stories.one(actor, project, StoryId(number))
        look = look_of(actor, schedule)
        shown = found and pages.doubt(found.project, found.stories[0], look, back)
        await _show(query, actor, answers, look, shown)

    @router.callback_query(Fits(F.data.startswith("project:unlink:")))
    async def unlinked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        unlink_story: UnlinkStory,
        see_stories: SeeStories,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        project, number, back = pressed(query.data)
        await unlink_story(actor, project, StoryId(number))
        found, look = await see_stories(actor, project, 0), look_of(actor, schedule)
        shown = found and pages.stories(found, clock.now(), look, links, back)
        await _show(query, actor, answers, look, shown)

    @router.callback_query(Fits(F.data.startswith("project:milestones:")))
    @router.callback_query(Fits(F.data.startswith("project:amounts:")))
    @router.callback_query(Fits(F.data.startswith("project:documents:")))
    async def listed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_project: SeeProject,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        project, page, back = pressed(query.data)
        card, look, now = await see_project(actor, project), look_of(actor, schedule), clock.now()
        shown = None
        if card is not None:
            match parse(query.data):
                case Press(_, "milestones"):
                    shown = pages.milestones(card.project, now, look, back)
                case Press(_, "amounts"):
                    shown = pages.amounts(card.project, look, back)
                case _:
                    shown = pages.documents(card.project, page, now, look, back)
        await _show(query, actor, answers, look, shown)

    @router.callback_query(Fits(F.data.startswith("project:file:")))
    async def file(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_paper: SeePaper,
        schedule: Schedule,
    ) -> None:
        """By Telegram's id, and where Telegram knows it no more, from our own keeping."""
        project, document, _ = pressed(query.data)
        paper, look = await see_paper(actor, project, FileId(document)), look_of(actor, schedule)
        if paper is None:
            await _gone(query, actor, answers, look)
            return
        shown, sent = places.paper(paper, look), None
        if shown.media is not None:
            sent = await answers.send(actor.chat_id, shown)
        if sent is None and paper.content is not None:
            sent = await answers.send_file(actor.chat_id, paper.name, paper.content, shown.text)
        said = "" if sent is not None else Texts(actor.language).plain("document-not-sent")
        await answers.toast(query.id, said, alert=bool(said))

    @router.callback_query(Fits(F.data.startswith("project:map:")))
    async def on_the_map(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_project: SeeProject,
        schedule: Schedule,
    ) -> None:
        project, _, _ = pressed(query.data)
        card, look = await see_project(actor, project), look_of(actor, schedule)
        place = None if card is None else places.place(card.project, look)
        if card is None:
            await _gone(query, actor, answers, look)
        elif place is None:
            await answers.toast(query.id, Texts(actor.language).plain("map-none"), alert=True)
        else:
            await say(actor, answers, place)
            await answers.toast(query.id)

    @router.callback_query(Fits(F.data.startswith("project:qr:")))
    async def qr(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_project: SeeProject,
        links: BotLinks,
        schedule: Schedule,
    ) -> None:
        project, _, _ = pressed(query.data)
        card, look = await see_project(actor, project), look_of(actor, schedule)
        picture = None if card is None else places.qr(card.project, links)
        if card is None or picture is None:
            await _gone(query, actor, answers, look)
            return
        caption = places.qr_caption(card.project, look)
        await answers.send_photo(actor.chat_id, picture, caption, thread_id=actor.thread_id)
        await answers.toast(query.id)

    return router


def pressed(data: str | None) -> tuple[ProjectId, int, WayBack]:
    """Project, page (or another number) and the way back of a button about a project.

    What no button of ours says leads to a project that is not there.
    """
    match parse(data):
        case Press("project", _, (project, *rest)):
            page = number(rest[0]) if rest else None
            back = way_back(rest if page is None else rest[1:])
            return ProjectId(number(project) or 0), page or 0, back
    return ProjectId(0), 0, ()


def shown(
    card: ProjectCard | None, look: Look, links: BotLinks, clock: Clock, back: WayBack = ()
) -> Outgoing:
    if card is None:
        return views.no_project(look)
    return views.project_card(card, clock.now(), look, links, back)


async def _show(
    query: CallbackQuery, actor: Actor, answers: Answers, look: Look, shown: Any
) -> None:
    if shown is None:
        await _gone(query, actor, answers, look)
    else:
        await show_in_place(query, actor, answers, shown)


async def _gone(query: CallbackQuery, actor: Actor, answers: Answers, look: Look) -> None:
    """It was deleted meanwhile, or is none of theirs any more: what is shown of it goes.

    In a group it stays: whoever pressed is told, and nobody else.
    """
    if actor.is_private:
        await show_in_place(query, actor, answers, views.no_project(look))
    else:
        await answers.toast(query.id, views.no_project(look).text, alert=True)
