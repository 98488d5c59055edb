"""/status, a link to a project, and a press that opens one."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from common.clock import Clock
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.showing import look_of, say, show_in_place
from model.ids import ProjectId
from model.people import Schedule
from projects.seeing import AskStatus, ProjectCard, SeeProject
from views import project_card as views
from views.callbacks import Press, number, parse
from views.digest import Look
from views.links import BotLinks, parse_project


def router() -> Router:
    router = Router(name="projects")

    @router.message(Command("status"))
    async def status(
        message: Message,
        command: CommandObject,
        actor: Actor,
        answers: Answers,
        ask_status: AskStatus,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        card = await ask_status(actor, command.args or "")
        await say(actor, answers, _shown(card, look_of(actor, schedule), links, clock))

    @router.message(CommandStart(deep_link=True, magic=F.args.startswith("p_")))
    async def linked(
        message: Message,
        command: CommandObject,
        actor: Actor,
        answers: Answers,
        ask_status: AskStatus,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        card = await ask_status(actor, parse_project(command.args or "") or "")
        await say(actor, answers, _shown(card, look_of(actor, schedule), links, clock))

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
        shown = _shown(card, look_of(actor, schedule), links, clock)
        await show_in_place(query, actor, answers, shown)

    return router


def _shown(card: ProjectCard | None, look: Look, links: BotLinks, clock: Clock) -> Outgoing:
    if card is None:
        return views.no_project(look)
    return views.project_card(card, clock.now(), look, links)
