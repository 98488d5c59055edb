"""A press that opens a project."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from accounts.actor import Actor
from common.clock import Clock
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.showing import look_of, show_in_place
from model.ids import ProjectId
from model.people import Schedule
from projects.seeing import ProjectCard, SeeProject
from views import project_card as views
from views.callbacks import Press, number, parse
from views.digest import Look
from views.links import BotLinks


def router() -> Router:
    router = Router(name="projects")

    @router.callback_query(Fits(F.data.startswith("project:show:")))
    async def opened(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_project: SeeProject,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        match parse(query.data):
            case Press("project", "show", (at, *_)):
                card = await see_project(actor, ProjectId(number(at) or 0))
            case _:
                card = None
        look = look_of(actor, schedule)
        await show_in_place(query, actor, answers, shown(card, look, links, clock))

    return router


def shown(card: ProjectCard | None, look: Look, links: BotLinks, clock: Clock) -> Outgoing:
    if card is None:
        return views.no_project(look)
    return views.project_card(card, clock.now(), look, links)
