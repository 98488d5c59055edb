"""The answers to a nudge: nothing has changed, or an update."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from handlers.filters import Fits
from handlers.showing import say, show_in_place
from handlers.updating_desk import UpdateDesk, project_named
from projects.recording import ConfirmUnchanged
from projects.updating.drafting import BeginUpdate, OtherUpdateError
from publishing.nudges import LeftToNudge
from views import nudges as views
from views import updating as updating_views
from views.callbacks import Press, parse


def router() -> Router:
    router = Router(name="nudges")

    @router.callback_query(Fits(F.data.startswith("nudge:same:")))
    async def same(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        confirm_unchanged: ConfirmUnchanged,
        left_to_nudge: LeftToNudge,
        update_desk: UpdateDesk,
    ) -> None:
        match parse(query.data):
            case Press("nudge", "same", (at,)):
                await confirm_unchanged(actor, project_named(at))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        left = await left_to_nudge(actor)
        shown = views.nudge(left, update_desk.now(), update_desk.look(actor))
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("update:same:")))
    async def same_here(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        confirm_unchanged: ConfirmUnchanged,
        update_desk: UpdateDesk,
    ) -> None:
        match parse(query.data):
            case Press("update", "same", (at,)):
                project = await confirm_unchanged(actor, project_named(at))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        shown = updating_views.unchanged(project, update_desk.look(actor))
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("nudge:update:")))
    async def update(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        begin_update: BeginUpdate,
        update_desk: UpdateDesk,
    ) -> None:
        """A message of its own: the nudge stays for the other projects."""
        match parse(query.data):
            case Press("nudge", "update", (at,)):
                project = project_named(at)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        try:
            begun = await begin_update(actor, project)
        except OtherUpdateError as error:
            look = update_desk.look(actor)
            shown = updating_views.other_is_open(error.other, project, look)
        else:
            shown = await update_desk.show(actor, begun, "menu")
        await say(actor, answers, shown)
        await answers.toast(query.id)

    return router
