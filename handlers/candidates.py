"""Candidates: officials open one from a notice or a list, and say what becomes of it."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from handlers.filters import Fits
from handlers.showing import show_in_place
from model.ids import ProjectId
from projects.candidates import SeeCandidate, SettleCandidate
from projects.recording import Outcome
from views import candidates as views
from views.callbacks import Press, number, parse


def router() -> Router:
    router = Router(name="candidates")

    @router.callback_query(Fits(F.data.regexp(r"^candidate:(open|near|doubt):")))
    async def looked(
        query: CallbackQuery, actor: Actor, answers: Answers, see_candidate: SeeCandidate
    ) -> None:
        match parse(query.data):
            case Press("candidate", verb, (at,)):
                card = await see_candidate(actor, _id(at))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, _SCREENS[verb](card, actor.language))

    @router.callback_query(Fits(F.data.regexp(r"^candidate:(publish|dismiss|same):")))
    async def decided(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_candidate: SeeCandidate,
        settle_candidate: SettleCandidate,
    ) -> None:
        match parse(query.data):
            case Press("candidate", "publish" as verb, (at, seen)):
                done = await settle_candidate.publish(actor, _id(at), number(seen) or 0)
            case Press("candidate", "dismiss" as verb, (at, seen)):
                done = await settle_candidate.dismiss(actor, _id(at), number(seen) or 0)
            case Press("candidate", "same" as verb, (at, seen, other)):
                done = await settle_candidate.merge(actor, _id(at), number(seen) or 0, _id(other))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        if done.outcome is Outcome.MEANWHILE:
            card = await see_candidate(actor, done.project.id)
            shown = views.candidate_screen(card, actor.language)
            await show_in_place(query, actor, answers, shown, views.meanwhile(actor.language))
            return
        shown = views.settled(verb, done.project, done.known, actor.language)
        await show_in_place(query, actor, answers, shown)

    return router


_SCREENS = {
    "open": views.candidate_screen,
    "near": views.near_screen,
    "doubt": views.dismiss_screen,
}


def _id(word: str) -> ProjectId:
    return ProjectId(number(word) or 0)
