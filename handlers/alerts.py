"""Instant alerts: their screens, the words typed into them, and the buttons under an alert."""

from dataclasses import replace
from datetime import time

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.alerts import AlertChange, ChangeAlerts
from accounts.errors import UnknownChatError, WrongChoiceError
from accounts.settings import ExpectAnswer
from accounts.typed import parse_time
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Awaits, Fits
from handlers.showing import say, show_in_place
from model.people import Alerts, Subscriber
from news.key_words import read_key_words, with_words
from publishing.trying_alerts import TryAlerts
from views import alert_settings as views
from views import alerts as alert_views
from views.callbacks import Press, number, parse
from views.pickers import pick_of, without_word
from views.settings import not_subscribed

AWAITED = frozenset({"alerts-words"})
"""The question whose answer is typed."""


def router() -> Router:
    router = Router(name="alerts")

    @router.message(Fits(F.text & ~F.text.startswith("/")), Awaits(AWAITED))
    async def typed(
        message: Message,
        actor: Actor,
        answers: Answers,
        change_alerts: ChangeAlerts,
        try_alerts: TryAlerts,
    ) -> None:
        assert actor.subscriber is not None
        read = read_key_words(message.text or "", (actor.subscriber.alerts or Alerts()).words)
        subscriber = await change_alerts(actor, _adding(read.words))
        refused = None if read.refused is None or read.why is None else (read.refused, read.why)
        last_week = await try_alerts(subscriber)
        await say(actor, answers, views.choose_words(subscriber, last_week, refused))

    @router.callback_query(Fits(F.data == alert_views.OPEN))
    async def opened(
        query: CallbackQuery, actor: Actor, answers: Answers, try_alerts: TryAlerts
    ) -> None:
        """From under an alert: a message of its own, the alert stays as it is."""
        if actor.subscriber is None or not actor.is_subscribed:
            await say(actor, answers, not_subscribed(actor.language))
        else:
            last_week = await try_alerts(actor.subscriber)
            await say(actor, answers, views.alerts(actor.subscriber, last_week))
        await answers.toast(query.id)

    @router.callback_query(Fits(F.data == alert_views.OFF))
    async def turned_off(
        query: CallbackQuery, actor: Actor, answers: Answers, change_alerts: ChangeAlerts
    ) -> None:
        """From under an alert, which stays as it is."""
        await change_alerts(actor, _switched(is_on=False))
        await answers.toast(query.id, views.turned_off(actor.language), alert=True)

    @router.callback_query(Fits(F.data.startswith("alerts:")))
    async def pressed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        change_alerts: ChangeAlerts,
        try_alerts: TryAlerts,
        expect_answer: ExpectAnswer,
    ) -> None:
        press = parse(query.data)
        if press is None:
            raise WrongChoiceError(f"{query.data!r}")
        if actor.subscriber is None or not actor.is_subscribed:
            raise UnknownChatError(actor.chat_id)
        change = change_of(press)
        await expect_answer(actor, "alerts-words" if press.verb == "words" else None)
        subscriber = actor.subscriber if change is None else await change_alerts(actor, change)
        outgoing = await _screen(press, subscriber, try_alerts)
        await show_in_place(query, actor, answers, outgoing)

    return router


def change_of(press: Press) -> AlertChange | None:
    """The choice that a button names, None for a screen; WrongChoiceError for what none says."""
    if press.verb in views.PICKED and (pick := pick_of(press)) is not None and not pick.is_all:
        if pick.code is None:
            return None
        if pick.kind == "sectors":
            return lambda alerts: replace(alerts, sectors=pick.made(alerts.sectors))
        return lambda alerts: replace(alerts, districts=pick.made(alerts.districts))
    match press.verb, press.args:
        case "main" | "words" | "quiet" | "most", ():
            return None
        case "words", ("drop", key):
            return lambda alerts: replace(alerts, words=without_word(alerts.words, key))
        case "quiet", (start, end) if (hours := _hours(start, end)) is not None:
            return lambda alerts: replace(alerts, quiet_from=hours[0], quiet_until=hours[1])
        case "most", (count,) if (most := number(count)) is not None:
            return lambda alerts: replace(alerts, most_a_day=most)
        case "set", ("on" | "off" as wanted,):
            return _switched(is_on=wanted == "on")
    raise WrongChoiceError(f"{press}")


def _hours(start: str, end: str) -> tuple[time, time] | None:
    first, last = parse_time(start), parse_time(end)
    return None if first is None or last is None else (first, last)


def _switched(*, is_on: bool) -> AlertChange:
    return lambda alerts: replace(alerts, is_on=is_on)


def _adding(words: tuple[str, ...]) -> AlertChange:
    return lambda alerts: replace(alerts, words=with_words(alerts.words, words))


async def _screen(press: Press, subscriber: Subscriber, try_alerts: TryAlerts) -> Outgoing:
    match press.verb:
        case "quiet" if not press.args:
            return views.choose_quiet(subscriber)
        case "most" if not press.args:
            return views.choose_most(subscriber)
    last_week = await try_alerts(subscriber)
    match press.verb:
        case "sectors" | "districts" as kind:
            pick = pick_of(press)
            return views.choose_of(subscriber, kind, last_week, pick.page if pick else 0)
        case "words":
            return views.choose_words(subscriber, last_week)
    return views.alerts(subscriber, last_week)
