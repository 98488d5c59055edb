"""/status and a link to a project: which one is meant, and where does it stand?"""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import Message

from accounts.actor import Actor
from common.clock import Clock
from delivery.answers import Answers
from handlers.projects import shown
from handlers.showing import look_of, say
from model.people import Schedule
from projects.asking import AskStatus
from projects.seeing import SeeProject
from views.links import BotLinks, parse_project


def router() -> Router:
    router = Router(name="asking")

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
        await say(actor, answers, shown(card, look_of(actor, schedule), links, clock))

    @router.message(CommandStart(deep_link=True, magic=F.args.startswith("p_")))
    async def linked(
        message: Message,
        command: CommandObject,
        actor: Actor,
        answers: Answers,
        see_project: SeeProject,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        """Anyone may follow a link, and whoever does sees what everyone may."""
        card = await see_project.linked(actor, parse_project(command.args or "") or "")
        await say(actor, answers, shown(card, look_of(actor, schedule), links, clock))

    return router
