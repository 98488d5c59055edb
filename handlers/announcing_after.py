"""What became of announcements, and what is done about it, in an admin's private chat."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from handlers.announcing_desk import AnnouncingDesk, number_of
from handlers.announcing_watching import leave
from handlers.filters import Fits
from handlers.showing import look_of, show_in_place
from model.people import Schedule
from publishing.announcing.again import FollowUp, ResendToMissed, SendAgain
from publishing.announcing.correcting import BeginCorrection, Correct, SeeCorrection
from publishing.announcing.reporting import Asked, AskResultsFile, SeeResults
from publishing.announcing.watching import LeaveProgress
from publishing.announcing.withdrawing import SeeWithdrawal, WithdrawAnnouncement
from views import announcing_after as views
from views import announcing_amending as amending
from views.callbacks import number, parse


def router() -> Router:
    router = Router(name="announcing-after")
    _seen(router)
    _again(router)
    _corrected(router)
    _withdrawn(router)
    return router


def _seen(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("result:show:")))
    async def shown(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_results: SeeResults,
        leave_progress: LeaveProgress,
        schedule: Schedule,
    ) -> None:
        found = await see_results(actor, number_of(query))
        await leave(query, actor, leave_progress)
        zone = look_of(actor, schedule).timezone
        await show_in_place(query, actor, answers, views.results(found, zone, actor.language))

    @router.callback_query(Fits(F.data.startswith("result:file:")))
    async def asked_for(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_results: SeeResults,
        ask_results_file: AskResultsFile,
        schedule: Schedule,
    ) -> None:
        """It comes by itself, and then the screen turns into the results again."""
        found = await see_results(actor, number_of(query))
        await show_in_place(query, actor, answers, views.making(actor.language))
        message_id = 0 if query.message is None else query.message.message_id
        asked = Asked(message_id, actor.language, look_of(actor, schedule).timezone)
        await ask_results_file(actor, found.announcement.id, asked)


def _again(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("result:doubt:")))
    async def in_doubt(
        query: CallbackQuery, actor: Actor, answers: Answers, see_results: SeeResults
    ) -> None:
        found = await see_results(actor, number_of(query))
        await show_in_place(query, actor, answers, views.ask_again(found, actor.language))

    @router.callback_query(Fits(F.data.startswith("result:again:")))
    async def sent_again(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        send_again: SendAgain,
        see_results: SeeResults,
        schedule: Schedule,
    ) -> None:
        count = await send_again(actor, number_of(query))
        found = await see_results(actor, number_of(query))
        zone = look_of(actor, schedule).timezone
        said = views.said("result-again-done", actor.language, count=count)
        await show_in_place(query, actor, answers, views.results(found, zone, actor.language, said))

    @router.callback_query(Fits(F.data.startswith("result:resend:")))
    async def resent(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        resend_to_missed: ResendToMissed,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        draft = await resend_to_missed(actor, number_of(query))
        shown = await announcing_desk.draft(actor, draft.id)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("result:pressed:")))
    async def pressed(
        query: CallbackQuery, actor: Actor, answers: Answers, see_results: SeeResults
    ) -> None:
        found = await see_results(actor, number_of(query))
        await show_in_place(query, actor, answers, views.choose_button(found, actor.language))

    @router.callback_query(Fits(F.data.startswith("result:follow:")))
    async def followed_up(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        follow_up: FollowUp,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        draft = await follow_up(actor, number_of(query), _second(query))
        shown = await announcing_desk.draft(actor, draft.id)
        await show_in_place(query, actor, answers, shown)


def _corrected(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("result:correct:")))
    async def begun(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        begin_correction: BeginCorrection,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        draft = await begin_correction(actor, number_of(query))
        shown = await announcing_desk.draft(actor, draft.id)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("result:apply:")))
    async def proposed(
        query: CallbackQuery, actor: Actor, answers: Answers, see_correction: SeeCorrection
    ) -> None:
        seen = await see_correction(actor, number_of(query))
        shown = amending.ask_correct(
            seen.draft,
            seen.changed,
            seen.reach,
            actor.language,
            needs_another=seen.needs_another,
        )
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("result:apply-yes:")))
    async def corrected(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        correct: Correct,
        see_results: SeeResults,
        schedule: Schedule,
    ) -> None:
        one = await correct(actor, number_of(query), _second(query))
        found, zone = await see_results(actor, one.id), look_of(actor, schedule).timezone
        said = views.said("correct-done", actor.language)
        await show_in_place(query, actor, answers, views.results(found, zone, actor.language, said))


def _withdrawn(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("result:withdraw:")))
    async def asked(
        query: CallbackQuery, actor: Actor, answers: Answers, see_withdrawal: SeeWithdrawal
    ) -> None:
        seen = await see_withdrawal(actor, number_of(query))
        shown = amending.ask_withdraw(seen.announcement, seen.reach, actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("result:withdraw-yes:")))
    async def withdrawn(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        withdraw_announcement: WithdrawAnnouncement,
        see_results: SeeResults,
        schedule: Schedule,
    ) -> None:
        one = await withdraw_announcement(actor, number_of(query), _second(query))
        found, zone = await see_results(actor, one.id), look_of(actor, schedule).timezone
        said = views.said("withdraw-done", actor.language)
        await show_in_place(query, actor, answers, views.results(found, zone, actor.language, said))


def _second(query: CallbackQuery) -> int:
    """The number after the announcement's; WrongChoiceError where there is none."""
    press = parse(query.data)
    found = number(press.args[1]) if press is not None and len(press.args) == 2 else None
    if found is None:
        raise WrongChoiceError(f"{query.data!r}")
    return found
