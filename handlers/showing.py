"""Showing a view where a button was pressed: in place if that still can be, else anew."""

from aiogram.types import CallbackQuery

from accounts.actor import Actor
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from views.texts import Texts


async def show_in_place(
    query: CallbackQuery, actor: Actor, answers: Answers, outgoing: Outgoing
) -> None:
    """The pressed message now reads so, and the button stops waiting.

    What was pressed has been done. Where the chat has had so many messages that the screen cannot
    follow, a toast, which no limit holds back, says so.
    """
    edited = query.message is not None and await answers.edit(
        actor.chat_id, query.message.message_id, outgoing
    )
    shown = edited or await answers.send(actor.chat_id, outgoing) is not None
    await answers.toast(query.id, "" if shown else Texts(actor.language).plain("done-unseen"))
