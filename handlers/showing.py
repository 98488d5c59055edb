"""Showing a view to whoever has spoken or pressed: in their topic, language and time zone."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery

from accounts.actor import Actor
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from model.people import Schedule
from views.digest import Look
from views.texts import Texts


async def say(actor: Actor, answers: Answers, outgoing: Outgoing) -> None:
    """A new message where the actor has spoken: in the same topic of a group."""
    await answers.send(actor.chat_id, _here(actor, outgoing))


async def show_in_place(
    query: CallbackQuery, actor: Actor, answers: Answers, outgoing: Outgoing, said: str = ""
) -> int | None:
    """The pressed message now reads so, and the button stops waiting; `said` is its toast.

    Where it can no longer be edited, the view is a new message in the same topic. What was
    pressed has been done: where the chat has had so many messages that the screen cannot follow,
    a toast, which no limit holds back, says so. Returns which message reads so, None: none does.
    """
    shown = query.message.message_id if query.message is not None else None
    if shown is None or not await answers.edit(actor.chat_id, shown, outgoing):
        shown = await answers.send(actor.chat_id, _here(actor, outgoing))
    unseen = Texts(actor.language).plain("done-unseen")
    await answers.toast(query.id, said if shown is not None else unseen)
    return shown


async def show_later(
    query: CallbackQuery, actor: Actor, answers: Answers, outgoing: Outgoing
) -> None:
    """The pressed message now reads so, where the button has long stopped waiting."""
    if query.message is None or not await answers.edit(
        actor.chat_id, query.message.message_id, outgoing
    ):
        await answers.send(actor.chat_id, _here(actor, outgoing))


def look_of(actor: Actor, schedule: Schedule) -> Look:
    """How the actor's chat reads: in its language and zone, `schedule` where it chose none."""
    chosen = actor.subscriber.schedule if actor.subscriber is not None else schedule
    return Look.of(actor.language, chosen, actor.kind, actor.thread_id)


def today_of(actor: Actor, schedule: Schedule, now: datetime) -> date:
    """The day that it is where the actor's chat is read."""
    return now.astimezone(ZoneInfo(look_of(actor, schedule).timezone)).date()


def _here(actor: Actor, outgoing: Outgoing) -> Outgoing:
    return replace(outgoing, thread_id=actor.thread_id)
