"""/status, a link to a project, and what leads from an answer: which project is meant?

Words that an official says are a question too, and anyone's right after /status: see free_text.py.
"""

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.settings import ExpectAnswer
from accounts.subscribing import Welcome
from common.clock import Clock
from delivery.answers import Answers as Speak
from delivery.outgoing import Outgoing
from handlers import projects
from handlers.filters import Awaits, Fits
from handlers.showing import look_of, say, show_in_place
from model.ids import SearchId
from model.people import Role, Schedule
from projects.asking import Answer, AskStatus
from projects.finding import Answers
from projects.questions import MOST_A_DAY, CloseQuestion, SeeQuestions, Telling, TellRegistry
from views import asking as views
from views.callbacks import Press, number, parse
from views.digest import Look
from views.links import BotLinks, parse_project

QUESTION = "status"
"""What `awaiting` names where the next words are a question about projects."""


def router() -> Router:
    router = Router(name="asking")
    _asked(router)
    _pressed(router)
    _seen_to(router)
    return router


def _asked(router: Router) -> None:
    @router.message(Command("status"))
    async def status(
        message: Message,
        command: CommandObject,
        actor: Actor,
        answers: Speak,
        ask_status: AskStatus,
        see_questions: SeeQuestions,
        expect_answer: ExpectAnswer,
        welcome: Welcome,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        """Without words it asks for them: what is said next is the question."""
        answer = await ask_status(actor, command.args or "")
        look = look_of(actor, schedule)
        if answer.kind is not Answers.NO_QUESTION:
            await say(actor, answers, shown(answer, actor, look, links, clock))
            return
        await say(actor, answers, views.ask(look, await see_questions.count(actor)))
        if actor.is_private:
            await expect_answer(await _known(actor, welcome), QUESTION)

    @router.message(Fits(F.text & ~F.text.startswith("/")), Awaits({QUESTION}))
    async def answered(
        message: Message,
        actor: Actor,
        answers: Speak,
        ask_status: AskStatus,
        expect_answer: ExpectAnswer,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        answer = await ask_status(actor, message.text or "")
        look = look_of(actor, schedule)
        await say(actor, answers, shown(answer, actor, look, links, clock))
        if answer.kind is not Answers.NO_QUESTION:
            await expect_answer(actor, None)

    @router.message(CommandStart(deep_link=True, magic=F.args.startswith("p_")))
    async def linked(
        message: Message,
        command: CommandObject,
        actor: Actor,
        answers: Speak,
        ask_status: AskStatus,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        """By a link, everyone sees what everyone may see."""
        code = parse_project(command.args or "") or ""
        answer = await ask_status(actor, code, in_public=True)
        look = look_of(actor, schedule)
        await say(actor, answers, shown(answer, actor, look, links, clock))


def _pressed(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("ask:list:")))
    async def listed(
        query: CallbackQuery,
        actor: Actor,
        answers: Speak,
        ask_status: AskStatus,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        look = look_of(actor, schedule)
        answer = await ask_status.again(actor, _search(query))
        if answer is None:
            await answers.toast(query.id, views.gone(look).text, alert=True)
            return
        await show_in_place(query, actor, answers, shown(answer, actor, look, links, clock))

    @router.callback_query(Fits(F.data.startswith("ask:tell:")))
    async def told(
        query: CallbackQuery,
        actor: Actor,
        answers: Speak,
        tell_registry: TellRegistry,
        schedule: Schedule,
    ) -> None:
        look = look_of(actor, schedule)
        said = {
            Telling.DONE: views.told(look),
            Telling.ENOUGH: views.told_enough(MOST_A_DAY, look),
            Telling.GONE: views.gone(look).text,
        }
        telling = await tell_registry(actor, _search(query))
        await answers.toast(query.id, said[telling], alert=True)


def _seen_to(router: Router) -> None:
    """Questions in vain, for those who look after the registry."""

    @router.callback_query(Fits(F.data.startswith("ask:questions:")))
    async def opened(
        query: CallbackQuery,
        actor: Actor,
        answers: Speak,
        see_questions: SeeQuestions,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        open_ones = await see_questions(actor)
        outgoing = views.questions(open_ones, clock.now(), look_of(actor, schedule))
        await show_in_place(query, actor, answers, outgoing)

    @router.callback_query(Fits(F.data.startswith("ask:close:")))
    async def closed(
        query: CallbackQuery,
        actor: Actor,
        answers: Speak,
        close_question: CloseQuestion,
        see_questions: SeeQuestions,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        await close_question(actor, _search(query))
        look = look_of(actor, schedule)
        outgoing = views.questions(await see_questions(actor), clock.now(), look)
        await show_in_place(query, actor, answers, outgoing, said=views.closed(look))


def shown(answer: Answer, actor: Actor, look: Look, links: BotLinks, clock: Clock) -> Outgoing:
    """An answer: the card of one project, or what there is to choose from."""
    is_official = actor.is_private and actor.role.covers(Role.OFFICIAL)
    match answer.kind:
        case Answers.NO_QUESTION:
            return views.ask(look)
        case Answers.CLEAR:
            outgoing = projects.shown(answer.card, look, links, clock)
            rows = views.news_row(answer.search, look) if is_official else ()
            return replace(outgoing, buttons=(*outgoing.buttons, *rows))
    return views.several(answer, look, is_official=is_official)


async def _known(actor: Actor, welcome: Welcome) -> Actor:
    """Whoever has no row yet gets one, for what is asked of them is kept there."""
    return replace(actor, subscriber=await welcome(actor))


def _search(query: CallbackQuery) -> SearchId:
    match parse(query.data):
        case Press("ask", _, (search,)):
            return SearchId(number(search) or 0)
    raise WrongChoiceError(f"{query.data!r}")
