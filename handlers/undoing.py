"""Putting back what was recorded, from the history or right after it."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message
from markupsafe import escape

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from handlers.filters import Fits, awaited
from handlers.showing import say, show_in_place
from handlers.updating_desk import UpdateDesk
from model.ids import ChangeId
from projects.errors import ProjectError
from projects.updating.undoing import SeeUndoing, UndoChange
from views import undoing as views
from views.callbacks import Press, number, parse
from views.errors import sentence
from views.texts import Texts

QUESTION = "undo"
LONGEST_REASON = 500
HOW = {views.ONE: False, views.ACT: True}


def router() -> Router:
    router = Router(name="undoing")

    @router.callback_query(Fits(F.data.startswith("update:undo:")))
    async def seen(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_undoing: SeeUndoing,
        update_desk: UpdateDesk,
    ) -> None:
        match parse(query.data):
            case Press("update", "undo", (at,)):
                number_, whole = _change(at), None
            case Press("update", "undo", (at, how)) if how in HOW:
                number_, whole = _change(at), HOW[how]
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        found = await see_undoing(actor, number_)
        whole = len(found.of_act) > 1 if whole is None else whole
        how = views.ACT if whole else views.ONE
        await update_desk.expect(actor, f"{QUESTION}:{number_}:{how}")
        look = update_desk.look(actor)
        shown = views.undoing(found, update_desk.now(), look, whole=whole)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("update:undone:")))
    async def undone(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        undo_change: UndoChange,
        see_undoing: SeeUndoing,
        update_desk: UpdateDesk,
    ) -> None:
        match parse(query.data):
            case Press("update", "undone", (at, how, word)) if how in HOW and word in views.REASONS:
                number_ = _change(at)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        reason = Texts(actor.language).plain(f"undo-reason-{word}")
        look = update_desk.look(actor)
        try:
            done = await undo_change(actor, number_, reason, whole_act=HOW[how])
        except ProjectError as error:
            found = await see_undoing(actor, number_)
            said = escape(sentence(error, actor.language))
            shown = views.undoing(found, update_desk.now(), look, whole=HOW[how], said=said)
        else:
            shown = views.undone(done, look)
        await show_in_place(query, actor, answers, shown)

    @router.message(Fits(F.text & ~F.text.startswith("/")), _is_awaited)
    async def reasoned(
        message: Message,
        actor: Actor,
        answers: Answers,
        undo_change: UndoChange,
        update_desk: UpdateDesk,
    ) -> None:
        at, whole = _asked(actor) or (0, False)
        reason = " ".join((message.text or "").split())[:LONGEST_REASON]
        done = await undo_change(actor, ChangeId(at), reason, whole_act=whole)
        await update_desk.expect(actor, None)
        await say(actor, answers, views.undone(done, update_desk.look(actor)))

    return router


async def _is_awaited(message: Message, actor: Actor) -> bool:
    return _asked(actor) is not None


def _asked(actor: Actor) -> tuple[int, bool] | None:
    at, _, how = (awaited(actor, QUESTION) or "").partition(":")
    found = number(at)
    return (found, HOW[how]) if found is not None and how in HOW else None


def _change(word: str) -> ChangeId:
    found = number(word)
    if found is None:
        raise WrongChoiceError(f"change {word!r}")
    return ChangeId(found)
