"""/settings, /language, /pause, /resume: one message whose screens replace each other."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import UnknownChatError, WrongChoiceError
from accounts.menus import KeepMenu
from accounts.pausing import Pause, PauseFor, Resume
from accounts.settings import Change, ChangeSettings, ExpectAnswer
from accounts.subscribing import Welcome
from accounts.typed import parse_time
from common.clock import Clock
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.menu import refresh_menu
from handlers.showing import say, show_in_place
from model.people import EVERY_DAY, Grouping, Language, Subscriber
from views import settings as views
from views.callbacks import Press, parse
from views.texts import Texts

SCREENS = frozenset({"main", "language", "time", "zone", "days", "group", "pause"})
QUESTIONS = frozenset({"time", "zone"})
"""Screens whose answer may be typed."""


def router() -> Router:
    router = Router(name="settings")
    _commands(router)
    _presses(router)
    return router


def _commands(router: Router) -> None:
    @router.message(Command("settings"))
    async def settings(
        message: Message, actor: Actor, answers: Answers, welcome: Welcome, clock: Clock
    ) -> None:
        subscriber = await welcome(actor)
        await say(actor, answers, views.settings(subscriber, clock.now(), actor.thread_id))

    @router.message(Command("language"))
    async def language(message: Message, actor: Actor, answers: Answers, welcome: Welcome) -> None:
        subscriber = await welcome(actor)
        await say(actor, answers, views.language(subscriber))

    @router.message(Command("pause"))
    async def pause(
        message: Message, actor: Actor, answers: Answers, pause: Pause, clock: Clock
    ) -> None:
        await pause.require(actor)
        await say(actor, answers, _pause_screen(actor, clock))

    @router.message(Command("resume"))
    async def resume(
        message: Message, actor: Actor, answers: Answers, resume: Resume, clock: Clock
    ) -> None:
        if not actor.is_subscribed:
            await say(actor, answers, views.not_subscribed(actor.language))
            return
        subscriber = await resume(actor)
        await say(actor, answers, views.resumed(subscriber, clock.now()))


def _presses(router: Router) -> None:
    @router.callback_query(Fits(F.data.in_({"settings:open", "pause:open"})))
    async def opened(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        welcome: Welcome,
        pause: Pause,
        clock: Clock,
    ) -> None:
        """From under a digest: a message of its own, the digest stays as it is."""
        if query.data == "pause:open":
            await pause.require(actor)
            outgoing = _pause_screen(actor, clock)
        else:
            subscriber = await welcome(actor)
            outgoing = views.settings(subscriber, clock.now(), actor.thread_id)
        await say(actor, answers, outgoing)
        await answers.toast(query.id)

    @router.callback_query(Fits(F.data.startswith("pause:")))
    async def paused(
        query: CallbackQuery, actor: Actor, answers: Answers, pause: Pause, clock: Clock
    ) -> None:
        match parse(query.data):
            case Press("pause", "for", (length,)) if length in set(PauseFor):
                if not actor.is_subscribed:
                    raise UnknownChatError(actor.chat_id)
                subscriber = await pause(actor, PauseFor(length))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, views.paused(subscriber, clock.now()))

    @router.callback_query(Fits(F.data == "settings:resume"))
    async def resumed(
        query: CallbackQuery, actor: Actor, answers: Answers, resume: Resume, clock: Clock
    ) -> None:
        subscriber = await resume(actor)
        await show_in_place(query, actor, answers, views.resumed(subscriber, clock.now()))

    @router.callback_query(Fits(F.data == "settings:days:none"))
    async def no_day_left(query: CallbackQuery, actor: Actor, answers: Answers) -> None:
        await answers.toast(query.id, Texts(actor.language).plain("days-one-left"), alert=True)

    @router.callback_query(Fits(F.data.startswith("settings:")))
    async def pressed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        expect_answer: ExpectAnswer,
        change_settings: ChangeSettings,
        keep_menu: KeepMenu,
        clock: Clock,
    ) -> None:
        if actor.subscriber is None:
            raise UnknownChatError(actor.chat_id)
        press = parse(query.data)
        match press:
            case Press("settings", screen, ()) if screen in SCREENS:
                await expect_answer(actor, screen if screen in QUESTIONS else None)
                subscriber, next_screen = actor.subscriber, screen
            case Press("settings"):
                subscriber = await change_settings(actor, change_of(press, actor))
                next_screen = press.verb if press.verb == "days" else "main"
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        outgoing = _screen(next_screen, subscriber, actor, clock)
        await show_in_place(query, actor, answers, outgoing)
        if subscriber.language is not actor.language:
            await refresh_menu(subscriber, actor, keep_menu)


def change_of(press: Press, actor: Actor) -> Change:
    """The choice that a button names; WrongChoiceError for what none of ours says."""
    match press.verb, press.args:
        case "language", (code,) if code in set(Language):
            return Change(language=Language(code))
        case "news", ("all",):
            return Change(news_languages=frozenset())
        case "news", (codes,):
            return Change(news_languages=frozenset(codes.split(",")))
        case "time", (digits,) if (at := parse_time(digits)) is not None:
            return Change(at=at)
        case "zone", (zone,):
            return Change(timezone=zone)
        case "days", (digits,) if digits and set(digits) <= set(map(str, EVERY_DAY)):
            return Change(days=frozenset(map(int, digits)))
        case "tell", ("yes" | "no" as tells,):
            return Change(tells_nothing_new=tells == "yes")
        case "group", ("none",):
            return Change(grouped_by="none")
        case "group", (by,) if by in set(Grouping):
            return Change(grouped_by=Grouping(by))
        case "here", () if actor.thread_id is not None:
            return Change(thread_id=actor.thread_id)
    raise WrongChoiceError(f"{press}")


def _screen(name: str, subscriber: Subscriber, actor: Actor, clock: Clock) -> Outgoing:
    match name:
        case "language":
            return views.language(subscriber)
        case "time":
            return views.at_time(subscriber)
        case "zone":
            return views.zone(subscriber, clock.now())
        case "days":
            return views.days(subscriber)
        case "group":
            return views.group(subscriber)
        case "pause":
            return _pause_screen(actor, clock)
    return views.settings(subscriber, clock.now(), actor.thread_id)


def _pause_screen(actor: Actor, clock: Clock) -> Outgoing:
    if actor.subscriber is None or not actor.is_subscribed:
        return views.not_subscribed(actor.language)
    if actor.subscriber.is_paused(clock.now()):
        return views.paused(actor.subscriber, clock.now())
    return views.pause(actor.subscriber)
