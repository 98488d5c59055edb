"""An announcement is confirmed here, and goes off, or waits for its time or a second person."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from handlers.announcing_desk import number_of
from handlers.announcing_watching import Watching
from handlers.filters import Fits, awaited
from handlers.sending_desk import RETURN, SendingDesk
from handlers.showing import say, show_in_place
from model.announcements import Announcement, AnnouncementState
from model.ids import AnnouncementId
from publishing.announcing.approving import (
    ApproveAnnouncement,
    AskToSend,
    ReturnAnnouncement,
    TakeFromWaiting,
)
from publishing.announcing.drafting import ChangeDraft
from publishing.announcing.sending import ConfirmAnnouncement
from views.callbacks import Press, number, parse

QUESTION = RETURN


def router() -> Router:
    router = Router(name="announcing-sending")
    _confirmed(router)
    _chosen(router)
    _agreed(router)
    return router


def _confirmed(router: Router) -> None:
    @router.callback_query(
        Fits(F.data.startswith("announce:send:") | F.data.startswith("send:plan:"))
    )
    async def asked(
        query: CallbackQuery, actor: Actor, answers: Answers, sending_desk: SendingDesk
    ) -> None:
        shown = await sending_desk.screen(actor, number_of(query))
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("announce:go:")))
    async def confirmed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        watching: Watching,
        confirm_announcement: ConfirmAnnouncement,
        sending_desk: SendingDesk,
    ) -> None:
        after = await confirm_announcement(actor, number_of(query), seen_of(query))
        if after.state.is_under_way:
            await watching(query, actor, after.id)
        else:
            await show_in_place(query, actor, answers, await sending_desk.screen(actor, after.id))

    @router.callback_query(Fits(F.data.startswith("send:ask:")))
    async def passed_on(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        ask_to_send: AskToSend,
        sending_desk: SendingDesk,
    ) -> None:
        said = "send-asked" if await ask_to_send(actor, number_of(query)) else "send-asked-nobody"
        shown = await sending_desk.screen(actor, number_of(query), said)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("send:stop:")))
    async def stopped(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        take_from_waiting: TakeFromWaiting,
        sending_desk: SendingDesk,
    ) -> None:
        draft = await take_from_waiting(actor, number_of(query))
        shown = await sending_desk.screen(actor, draft.id, "send-stopped")
        await show_in_place(query, actor, answers, shown)


def _chosen(router: Router) -> None:
    @router.callback_query(Fits(F.data.regexp(r"^send:(quiet|urgent):")))
    async def switched(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        change_draft: ChangeDraft,
        sending_desk: SendingDesk,
    ) -> None:
        press = parse(query.data)

        def change(draft: Announcement) -> Announcement:
            match press:
                case Press("send", "quiet", (_, ("on" | "off") as wanted)):
                    return replace(draft, heeds_quiet=wanted == "on")
                case Press("send", "urgent", (_, ("on" | "off") as wanted)):
                    return replace(draft, is_urgent=wanted == "on")
            raise WrongChoiceError(f"{query.data!r}")

        draft = await change_draft(actor, number_of(query), change)
        await show_in_place(query, actor, answers, await sending_desk.screen(actor, draft.id))


def _agreed(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("send:agree:")))
    async def agreed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        watching: Watching,
        approve_announcement: ApproveAnnouncement,
        sending_desk: SendingDesk,
    ) -> None:
        after = await approve_announcement(actor, number_of(query), seen_of(query))
        if after.state.is_under_way:
            await watching(query, actor, after.id)
            return
        said = "send-given-back" if after.state is AnnouncementState.DRAFT else None
        shown = await sending_desk.screen(actor, after.id, said)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("send:return:")))
    async def asked_why(
        query: CallbackQuery, actor: Actor, answers: Answers, sending_desk: SendingDesk
    ) -> None:
        shown = await sending_desk.why(actor, number_of(query), seen_of(query))
        await show_in_place(query, actor, answers, shown)

    @router.message(Fits(F.text & ~F.text.startswith("/")), _is_awaited)
    async def returned(
        message: Message,
        actor: Actor,
        answers: Answers,
        return_announcement: ReturnAnnouncement,
        sending_desk: SendingDesk,
    ) -> None:
        match [number(word) for word in (awaited(actor, QUESTION) or "").split(":")]:
            case [int(wanted), int(seen)]:
                announcement = AnnouncementId(wanted)
            case _:
                raise WrongChoiceError(QUESTION)
        await return_announcement(actor, announcement, seen, message.text or "")
        await say(actor, answers, await sending_desk.screen(actor, announcement, "send-stopped"))


async def _is_awaited(message: Message, actor: Actor) -> bool:
    return awaited(actor, QUESTION) is not None


def seen_of(query: CallbackQuery) -> int:
    """The version that a button was shown with: the second thing it names."""
    press = parse(query.data)
    seen = number(press.args[1]) if press is not None and len(press.args) == 2 else None
    if seen is None:
        raise WrongChoiceError(f"{query.data!r}")
    return seen
