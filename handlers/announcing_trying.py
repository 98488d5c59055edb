"""An announcement is looked at before it is sent, and shown to colleagues."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.announcing_awaited import LANGUAGES
from handlers.announcing_desk import args_of, number_of, shows_now
from handlers.filters import Fits
from handlers.showing import say, show_in_place
from model.people import Language
from publishing.announcing.bodies import said
from publishing.announcing.drafting import OpenAnnouncement
from publishing.announcing.errors import NothingSaidError
from publishing.announcing.testing import SeeTrials, Trials, TryOut
from views import announcing_trying as views
from views.callbacks import number
from views.links import BotLinks
from views.texts import Texts


def router() -> Router:
    router = Router(name="announcing-trying")
    _looked_at(router)
    _tried(router)
    return shows_now(router)


def _looked_at(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("announce:look:")))
    async def looked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        open_announcement: OpenAnnouncement,
        links: BotLinks,
    ) -> None:
        """Exactly as it will look: a message of its own, and the ways on below it."""
        one = await open_announcement(actor, number_of(query))
        version = _version(query) or one.version_for(actor.language)
        if version is None or version not in one.versions:
            raise NothingSaidError(one.id)
        await answers.toast(query.id)
        shown = await answers.send(actor.chat_id, said(one, version, links))
        below = views.looked(one, version, actor.language, is_shown=shown is not None)
        await say(actor, answers, below)


def _tried(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("announce:test:")))
    async def offered(
        query: CallbackQuery, actor: Actor, answers: Answers, see_trials: SeeTrials
    ) -> None:
        found = await see_trials(actor, number_of(query))
        shown = _screen(found, actor, _version(query))
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("announce:try:")))
    async def tried(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        try_out: TryOut,
        see_trials: SeeTrials,
    ) -> None:
        to, version = number(args_of(query, 2)[1]), _version(query, at=2)
        if to is None:
            raise WrongChoiceError(f"{query.data!r}")
        goes = await try_out(actor, number_of(query), to, version)
        found = await see_trials(actor, number_of(query))
        shown = _screen(found, actor, version)
        toast = Texts(actor.language).plain("announce-tried" if goes else "announce-tried-already")
        await show_in_place(query, actor, answers, shown, toast)


def _version(query: CallbackQuery, at: int = 1) -> Language | None:
    """The version that a button names; None where it names none."""
    named = args_of(query, 1)[at : at + 1]
    if named and named[0] not in LANGUAGES:
        raise WrongChoiceError(f"{query.data!r}")
    return LANGUAGES[named[0]] if named else None


def _screen(found: Trials, actor: Actor, version: Language | None) -> Outgoing:
    return views.colleagues(
        found.draft, found.colleagues, found.had, actor.chat_id, version, actor.language
    )
