"""/projects: the registry, walked through by sector, district, stage, zone and country."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from common.clock import Clock
from delivery.answers import Answers
from handlers.filters import Fits
from handlers.showing import look_of, say, show_in_place
from model.people import Schedule
from projects.walking import Walk, WalkProjects
from views import projects_walk as views
from views.callbacks import Press, number, parse


def router() -> Router:
    router = Router(name="project_walk")

    @router.message(Command("projects"))
    async def projects(
        message: Message,
        actor: Actor,
        answers: Answers,
        walk_projects: WalkProjects,
        schedule: Schedule,
    ) -> None:
        found = await walk_projects.crossing(actor, Walk())
        await say(actor, answers, views.crossing(found, look_of(actor, schedule)))

    @router.callback_query(Fits(F.data.startswith("projects:")))
    async def walked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        walk_projects: WalkProjects,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        look = look_of(actor, schedule)
        match parse(query.data):
            case Press("projects", "at", (word,)) if walk := views.walk_of(word):
                shown = views.crossing(await walk_projects.crossing(actor, walk), look)
            case Press("projects", "by", (letter, word)) if (
                dimension := views.dimension_of(letter)
            ) and (walk := views.walk_of(word)):
                shown = views.signs(await walk_projects.signs(actor, walk, dimension), look)
            case Press("projects", "list", (word, page)) if walk := views.walk_of(word):
                found = await walk_projects.listed(actor, walk, number(page) or 0)
                shown = views.project_list(found, clock.now(), look)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, shown)

    return router
