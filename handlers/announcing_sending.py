"""An announcement is confirmed here, and goes off."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from handlers.announcing_desk import number_of
from handlers.announcing_watching import Watching
from handlers.filters import Fits
from handlers.showing import show_in_place
from publishing.announcing.drafting import OpenAnnouncement
from publishing.announcing.sending import ConfirmAnnouncement, CountRecipients
from views import announcing_sending as views
from views.callbacks import number, parse


def router() -> Router:
    router = Router(name="announcing-sending")

    @router.callback_query(Fits(F.data.startswith("announce:send:")))
    async def asked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        open_announcement: OpenAnnouncement,
        count_recipients: CountRecipients,
    ) -> None:
        draft = await open_announcement(actor, number_of(query))
        count = await count_recipients(draft)
        await show_in_place(query, actor, answers, views.confirm(draft, count, actor.language))

    @router.callback_query(Fits(F.data.startswith("announce:go:")))
    async def confirmed(
        query: CallbackQuery,
        actor: Actor,
        watching: Watching,
        confirm_announcement: ConfirmAnnouncement,
    ) -> None:
        press = parse(query.data)
        seen = number(press.args[1]) if press is not None and len(press.args) == 2 else None
        if seen is None:
            raise WrongChoiceError(f"{query.data!r}")
        begun = await confirm_announcement(actor, number_of(query), seen)
        await watching(query, actor, begun.id)

    return router
