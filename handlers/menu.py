"""/help, and the command menu of a person's own chat."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from accounts.actor import Actor
from accounts.menus import KeepMenu
from delivery.answers import Answers
from handlers.showing import say
from model.people import Role, Subscriber
from views import help as views
from views.menu import menu


def router() -> Router:
    router = Router(name="menu")

    @router.message(Command("help"))
    async def help_page(message: Message, actor: Actor, answers: Answers) -> None:
        shown = views.help_page(actor.language, actor.role, is_private=actor.is_private)
        await say(actor, answers, shown)

    return router


async def refresh_menu(
    subscriber: Subscriber, actor: Actor, keep_menu: KeepMenu, role: Role | None = None
) -> None:
    """After the language or the role may have changed; asks nothing of Telegram if neither did.

    `role` is what the person has become just now; None: what they were when they said it.
    """
    now = role or actor.role
    await keep_menu(subscriber, now, menu(subscriber.language, now))
