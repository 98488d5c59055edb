"""Why, on what source, and the last word: presses that end an update."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from handlers.filters import Fits
from handlers.showing import show_in_place
from handlers.updating_desk import UpdateDesk, project_named
from projects.updating.confirming import Confirmation, ConfirmUpdate
from projects.updating.drafting import EditUpdate
from views import updating as views
from views.callbacks import Press, number, parse
from views.texts import Texts

_AGAIN = {
    Confirmation.MEANWHILE: "update-overtaken",
    Confirmation.ANOTHER: "update-altered",
}


def router() -> Router:
    router = Router(name="updating_confirm")

    @router.callback_query(Fits(F.data.regexp(r"^update:(why|source):")))
    async def reasoned(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        edit_update: EditUpdate,
        update_desk: UpdateDesk,
    ) -> None:
        match parse(query.data):
            case Press("update", "why", (at, word)) if word in views.REASONS:
                reason = Texts(actor.language).plain(f"update-reason-{word}")
                update = await edit_update.why(actor, project_named(at), reason, None)
            case Press("update", "source", (at, "none")):
                update = await edit_update.without_source(actor, project_named(at))
            case Press("update", "source", (at, story)):
                link = await update_desk.link(actor, project_named(at), number(story))
                update = await edit_update.why(actor, project_named(at), None, link)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        shown = await update_desk.after(actor, update, ("why", ""))
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("update:confirm:")))
    async def confirmed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        confirm_update: ConfirmUpdate,
        update_desk: UpdateDesk,
    ) -> None:
        match parse(query.data):
            case Press("update", "confirm", (at, version, stamp)):
                seen = number(version) or 0
                done = await confirm_update(actor, project_named(at), seen, stamp)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        look = update_desk.look(actor)
        if done.update is not None:
            said = Texts(actor.language)(_AGAIN[done.outcome])
            shown = await update_desk.show(actor, done.update, "preview", said=said)
        elif done.outcome is Confirmation.NOTHING:
            shown = views.nothing(done.project, look)
        else:
            shown = views.confirmed(done, look)
        await show_in_place(query, actor, answers, shown)

    return router
