"""What no other handler took: an answer to a question, or something we do not understand.

This router comes last: it takes every message and every button.
"""

import asyncio
from dataclasses import replace

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery, Message

from accounts import questions
from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.hints import TakeHint
from accounts.settings import Change, ChangeSettings
from accounts.typed import parse_time
from common.clock import Clock
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers import asking
from handlers.filters import Awaits, Fits, is_addressed
from handlers.search import words_said
from handlers.settings import QUESTIONS
from handlers.showing import look_of, say
from model.people import Role, Schedule, Subscriber
from projects.asking import AskStatus
from publishing.searching import PAGE, SearchStories
from views import asking as asking_views
from views import help as views
from views import search as search_views
from views import settings as settings_views
from views.links import BotLinks
from views.zones import find_zone

LONGEST_ANSWER = 64
"""No time and no city is longer."""


def router() -> Router:
    router = Router(name="free_text")

    @router.message(Fits(F.text & ~F.text.startswith("/")), Awaits(QUESTIONS))
    async def answered(
        message: Message,
        actor: Actor,
        answers: Answers,
        change_settings: ChangeSettings,
        clock: Clock,
    ) -> None:
        assert actor.subscriber is not None
        question, typed = actor.subscriber.awaiting or "", message.text or ""
        change = await _answer(question, typed)
        if change is None:
            await say(actor, answers, settings_views.not_understood(question, actor.language))
            return
        after = await change_settings(actor, change, questions.answered(question, clock.now()))
        await say(actor, answers, _saved(change, typed, after, clock))

    @router.message(Fits(F.text & ~F.text.startswith("/")), _answers_again)
    async def answered_again(
        message: Message,
        actor: Actor,
        answers: Answers,
        change_settings: ChangeSettings,
        clock: Clock,
    ) -> None:
        change = await _another_answer(message, actor, clock)
        assert change is not None
        assert actor.subscriber is not None
        after = await change_settings(actor, change, actor.subscriber.awaiting)
        await say(actor, answers, _saved(change, message.text or "", after, clock))

    @router.message(Fits(F.text & ~F.text.startswith("/")), is_addressed)
    async def asked(
        message: Message,
        bot: Bot,
        actor: Actor,
        answers: Answers,
        ask_status: AskStatus,
        search_stories: SearchStories,
        links: BotLinks,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        """Words that answer nothing: an official asks about projects, others look for news."""
        words, look = await words_said(message, bot), look_of(actor, schedule)
        if actor.is_private and actor.role.covers(Role.OFFICIAL):
            answer = await ask_status(actor, words)
            await say(actor, answers, asking.shown(answer, actor, look, links, clock))
            return
        found = await search_stories(actor, words)
        beside = await ask_status.beside_news(actor, words)
        outgoing = search_views.found(found, PAGE, clock.now(), look, links)
        rows = asking_views.beside_news(beside, found.search, look)
        await say(actor, answers, replace(outgoing, buttons=(*rows, *outgoing.buttons)))

    @router.message(is_addressed)
    async def not_understood(
        message: Message, actor: Actor, answers: Answers, take_hint: TakeHint
    ) -> None:
        # Who sends a command waits for its answer; a run of stickers needs one hint.
        if (message.text or "").startswith("/") or await take_hint(actor):
            await say(actor, answers, views.hint(actor.language))

    @router.callback_query()
    async def unknown_button(query: CallbackQuery) -> None:
        raise WrongChoiceError(f"{query.data!r}")

    return router


async def _answers_again(message: Message, actor: Actor, clock: Clock) -> bool:
    return await _another_answer(message, actor, clock) is not None


async def _another_answer(message: Message, actor: Actor, clock: Clock) -> Change | None:
    """What is said to a question that has just been answered; None where it is something else."""
    if actor.subscriber is None or not actor.is_private:
        return None
    question = questions.answered_lately(actor.subscriber.awaiting, clock.now())
    return await _answer(question, message.text or "") if question in QUESTIONS else None


async def _answer(question: str, typed: str) -> Change | None:
    """What was typed as the answer it is; a time told where a city was asked for is a time still.

    Bare figures there may be meant as hours from UTC: they are not taken for a time.
    """
    if len(typed) > LONGEST_ANSWER:
        return None
    at = parse_time(typed)
    if question == "time":
        return None if at is None else Change(at=at)
    if at is not None and not typed.strip().isdigit():
        return Change(at=at)
    # Off the loop: the first city asked for reads the names of all zones.
    zone = await asyncio.to_thread(find_zone, typed)
    return None if zone is None else Change(timezone=zone)


def _saved(change: Change, typed: str, subscriber: Subscriber, clock: Clock) -> Outgoing:
    if change.at is not None:
        return settings_views.time_saved(subscriber)
    return settings_views.zone_saved(subscriber, clock.now(), typed)
