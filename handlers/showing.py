"""Showing a view where a button was pressed: in place if that still can be, else anew."""

from aiogram.types import CallbackQuery

from accounts.actor import Actor
from delivery.answers import Answers
from delivery.outgoing import Outgoing


async def show_in_place(
    query: CallbackQuery, actor: Actor, answers: Answers, outgoing: Outgoing
) -> None:
    """The pressed message now reads so, and the button stops waiting."""
    edited = query.message is not None and await answers.edit(
        actor.chat_id, query.message.message_id, outgoing
    )
    if not edited:
        await answers.send(actor.chat_id, outgoing)
    await answers.toast(query.id)
