"""Proposals: officials see what waits for them, and accept, put right, return or dismiss it."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from handlers.filters import Fits, awaited
from handlers.showing import say, show_in_place
from handlers.updating_desk import UpdateDesk
from model.ids import ProjectId, ProposalId
from model.projects import ProposalState
from projects.proposals import DecideProposal, Decision, SeeProposals
from projects.updating.drafting import CorrectProposal, OtherUpdateError
from views import proposals as views
from views import updating as updating_views
from views.callbacks import Press, number, parse
from views.texts import Texts

QUESTION = "proposal-word"
LONGEST_WORD = 500


def router() -> Router:
    router = Router(name="proposals")
    _looked(router)
    _decided(router)
    return router


def _looked(router: Router) -> None:
    @router.callback_query(Fits(F.data.regexp(r"^proposal:list(:\d+){0,2}$")))
    async def listed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_proposals: SeeProposals,
        update_desk: UpdateDesk,
    ) -> None:
        press = parse(query.data)
        args = () if press is None else press.args
        start = number(args[0]) if args else None
        project = number(args[1]) if len(args) > 1 else None
        of = None if project is None else ProjectId(project)
        look = update_desk.look(actor)
        shown = views.waiting(await see_proposals(actor, of), start or 0, look, of)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("proposal:show:")))
    async def shown(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_proposals: SeeProposals,
        update_desk: UpdateDesk,
    ) -> None:
        card = await see_proposals.one(actor, _id(query.data))
        outgoing = views.proposal(card, update_desk.now(), update_desk.look(actor))
        await show_in_place(query, actor, answers, outgoing)

    @router.callback_query(Fits(F.data.startswith("proposal:correct:")))
    async def corrected(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        correct_proposal: CorrectProposal,
        see_proposals: SeeProposals,
        update_desk: UpdateDesk,
    ) -> None:
        try:
            update = await correct_proposal(actor, _id(query.data))
        except OtherUpdateError as error:
            wanted = (await see_proposals.one(actor, _id(query.data))).project.id
            look = update_desk.look(actor)
            outgoing = updating_views.other_is_open(error.other, wanted, look)
        else:
            outgoing = await update_desk.show(actor, update, "menu")
        await show_in_place(query, actor, answers, outgoing)

    @router.callback_query(Fits(F.data.startswith("proposal:return:")))
    async def asked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_proposals: SeeProposals,
        update_desk: UpdateDesk,
    ) -> None:
        card = await see_proposals.one(actor, _id(query.data))
        await update_desk.expect(actor, f"{QUESTION}:{card.proposal.id}")
        outgoing = views.ask_word(card, update_desk.look(actor))
        await show_in_place(query, actor, answers, outgoing)


def _decided(router: Router) -> None:
    @router.callback_query(Fits(F.data.regexp(r"^proposal:(accept|dismiss):")))
    async def decided(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        decide_proposal: DecideProposal,
        see_proposals: SeeProposals,
        update_desk: UpdateDesk,
    ) -> None:
        match parse(query.data):
            case Press("proposal", "accept", (_, version)):
                done = await decide_proposal(
                    actor, _id(query.data), ProposalState.ACCEPTED, seen=number(version)
                )
            case Press("proposal", "dismiss", (_,)):
                done = await decide_proposal(actor, _id(query.data), ProposalState.DISMISSED)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        text = Texts(actor.language)
        said = text("proposals-overtaken") if done.outcome is Decision.MEANWHILE else None
        if done.made is not None:
            said = text("proposals-second-now")
        if done.project.deleted:
            outgoing = views.waiting(await see_proposals(actor), 0, update_desk.look(actor))
        else:
            card = await see_proposals.one(actor, done.proposal.id)
            look = update_desk.look(actor)
            outgoing = views.proposal(card, update_desk.now(), look, said)
        await show_in_place(query, actor, answers, outgoing)

    @router.message(Fits(F.text & ~F.text.startswith("/")), _is_awaited)
    async def returned(
        message: Message,
        actor: Actor,
        answers: Answers,
        decide_proposal: DecideProposal,
        see_proposals: SeeProposals,
        update_desk: UpdateDesk,
    ) -> None:
        word = " ".join((message.text or "").split())[:LONGEST_WORD]
        at = ProposalId(_asked(actor) or 0)
        done = await decide_proposal(actor, at, ProposalState.RETURNED, word=word)
        await update_desk.expect(actor, None)
        card = await see_proposals.one(actor, done.proposal.id)
        outgoing = views.proposal(card, update_desk.now(), update_desk.look(actor))
        await say(actor, answers, outgoing)


async def _is_awaited(message: Message, actor: Actor) -> bool:
    return _asked(actor) is not None


def _asked(actor: Actor) -> int | None:
    return number(awaited(actor, QUESTION) or "")


def _id(data: str | None) -> ProposalId:
    press = parse(data)
    found = None if press is None or not press.args else number(press.args[0])
    if found is None:
        raise WrongChoiceError(f"{data!r}")
    return ProposalId(found)
