"""/start: what you will get, and one press to have it."""

from aiogram import F, Router
from aiogram.filters import CommandStart
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.menus import KeepMenu
from accounts.settings import Change, ChangeSettings
from accounts.subscribing import Subscribe, Welcome
from common.clock import Clock
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.menu import refresh_menu
from handlers.showing import say, show_in_place
from model.people import Language, Schedule, Subscriber
from views import settings as settings_views
from views import welcome as views
from views.callbacks import Press, parse


def router() -> Router:
    router = Router(name="welcome")

    @router.message(CommandStart())
    async def start(
        message: Message,
        actor: Actor,
        answers: Answers,
        welcome: Welcome,
        keep_menu: KeepMenu,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        subscriber = await welcome(actor)
        await say(actor, answers, _first_screen(subscriber, schedule, clock))
        await refresh_menu(subscriber, actor, keep_menu)

    @router.callback_query(Fits(F.data.startswith("welcome:")))
    async def pressed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        welcome: Welcome,
        subscribe: Subscribe,
        change_settings: ChangeSettings,
        keep_menu: KeepMenu,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        match parse(query.data):
            case Press("welcome", "join", ()):
                subscriber = await subscribe(actor)
                await say(actor, answers, views.subscribed(subscriber, clock.now()))
                await answers.toast(query.id)
                await refresh_menu(subscriber, actor, keep_menu)
                return
            case Press("welcome", "yes", ()):
                subscriber = await subscribe(actor)
                screen = views.subscribed(subscriber, clock.now())
            case Press("welcome", "choose", ()):
                subscriber = await welcome(actor)
                screen = settings_views.settings(subscriber, clock.now(), actor.thread_id)
            case Press("welcome", "language", (code,)) if code in set(Language):
                subscriber = await change_settings(actor, Change(language=Language(code)))
                screen = _first_screen(subscriber, schedule, clock)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, screen)
        await refresh_menu(subscriber, actor, keep_menu)

    return router


def _first_screen(subscriber: Subscriber, schedule: Schedule, clock: Clock) -> Outgoing:
    if subscriber.is_subscribed:
        return views.home(subscriber, clock.now())
    return views.welcome(subscriber, schedule, clock.now())
