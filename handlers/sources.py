"""/sources: admins look after the feeds, in their private chat.

Whoever was asked for an address may type it; the question outlives a restart (`awaiting`).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.settings import ExpectAnswer
from accounts.subscribing import Welcome
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.showing import look_of, say, show_in_place
from model.ids import SourceId
from model.news import Source
from model.people import Language, Schedule
from news.managing import (
    AddSource,
    ChangeSource,
    Checked,
    CheckSource,
    ListSources,
    PauseSource,
    RemoveSource,
    ResumeSource,
    unknown_source,
)
from news.opml import Outline
from news.wanted import SourceError
from views import groups as group_views
from views import sources as views
from views.callbacks import Press, number, parse
from views.errors import sentence
from views.links import BotLinks

QUESTION = "source"

CHECK_SECONDS = 7
"""A press is handled in ten seconds at most; a slower site is looked at by the next poll."""


def router() -> Router:
    router = Router(name="sources")
    _said(router)
    _pressed(router)
    return router


def _said(router: Router) -> None:
    @router.message(Command("sources"))
    async def sources(
        message: Message,
        command: CommandObject,
        actor: Actor,
        answers: Answers,
        list_sources: ListSources,
        add_source: AddSource,
        check_source: CheckSource,
        welcome: Welcome,
        expect_answer: ExpectAnswer,
        links: BotLinks,
        schedule: Schedule,
    ) -> None:
        words = (command.args or "").split()
        if not actor.is_private:
            await say(actor, answers, group_views.private_only(actor.language, links))
        elif words == ["add"]:
            shown = await _ask_address(actor, list_sources, welcome, expect_answer)
            await say(actor, answers, shown)
        elif len(words) == 2 and words[0] == "add":
            shown, _ = await _add(actor, words[1], add_source, check_source, schedule)
            await say(actor, answers, shown)
        else:
            await say(actor, answers, views.source_list(await list_sources(actor), actor.language))

    @router.message(Fits(F.text & ~F.text.startswith("/")), _is_awaited)
    async def address(
        message: Message,
        actor: Actor,
        answers: Answers,
        expect_answer: ExpectAnswer,
        add_source: AddSource,
        check_source: CheckSource,
        schedule: Schedule,
    ) -> None:
        typed = (message.text or "").strip()
        shown, was_taken = await _add(actor, typed, add_source, check_source, schedule)
        if was_taken:
            await expect_answer(actor, None)
        await say(actor, answers, shown)


def _pressed(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("sources:")), _in_a_group)
    async def misplaced(query: CallbackQuery) -> None:
        """A card is for admins' eyes: no button of ours shows it in a group."""
        raise WrongChoiceError(f"{query.data!r} in a group")

    @router.callback_query(Fits(F.data == "sources:add"))
    async def ask_address(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        list_sources: ListSources,
        welcome: Welcome,
        expect_answer: ExpectAnswer,
    ) -> None:
        shown = await _ask_address(actor, list_sources, welcome, expect_answer)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("sources:list:")))
    async def listed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        list_sources: ListSources,
        expect_answer: ExpectAnswer,
    ) -> None:
        shown = views.source_list(
            await list_sources(actor), actor.language, _number(query, "list") or 0
        )
        if actor.subscriber is not None:
            await expect_answer(actor, None)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("sources:check:")))
    async def checked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        list_sources: ListSources,
        check_source: CheckSource,
        schedule: Schedule,
    ) -> None:
        source_id = _source_id(query, "check")
        found = await _look_at(source_id, actor, check_source)
        said = _found(found, look_of(actor, schedule).timezone, actor.language)
        source = _among(await list_sources(actor), source_id)
        await show_in_place(query, actor, answers, _card(source, actor, schedule, said))

    @router.callback_query(
        Fits(F.data.startswith("sources:full-text:") | F.data.startswith("sources:review:"))
    )
    async def switched(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        change_source: ChangeSource,
        schedule: Schedule,
    ) -> None:
        match parse(query.data):
            case Press("sources", "full-text", (word, ("on" | "off") as wanted)):
                source_id = _id(number(word), query)
                source = await change_source(source_id, actor, reads_full_text=wanted == "on")
            case Press("sources", "review", (word, ("on" | "off") as wanted)):
                source_id = _id(number(word), query)
                source = await change_source(source_id, actor, is_reviewed=wanted == "on")
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, _card(source, actor, schedule))

    @router.callback_query(Fits(F.data.startswith("sources:remove-yes:")))
    async def removed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        list_sources: ListSources,
        remove_source: RemoveSource,
    ) -> None:
        gone = await remove_source(_source_id(query, "remove-yes"), actor)
        said = views.removed(gone.title, actor.language)
        shown = views.source_list(await list_sources(actor), actor.language, said=said)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("sources:")))
    async def pressed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        list_sources: ListSources,
        pause_source: PauseSource,
        resume_source: ResumeSource,
        schedule: Schedule,
    ) -> None:
        match parse(query.data):
            case Press("sources", "pause"):
                source = await pause_source(_source_id(query, "pause"), actor)
            case Press("sources", "resume"):
                source = await resume_source(_source_id(query, "resume"), actor)
            case Press("sources", "remove"):
                source = _among(await list_sources(actor), _source_id(query, "remove"))
                shown = views.remove_ask(source, actor.language)
                await show_in_place(query, actor, answers, shown)
                return
            case Press("sources", "open"):
                # Under a notice, which stays as it was told: a message of its own.
                source = _among(await list_sources(actor), _source_id(query, "open"))
                await say(actor, answers, _card(source, actor, schedule))
                await answers.toast(query.id)
                return
            case _:
                source = _among(await list_sources(actor), _source_id(query, "show"))
        await show_in_place(query, actor, answers, _card(source, actor, schedule))


def _number(query: CallbackQuery, verb: str) -> int | None:
    match parse(query.data):
        case Press("sources", said, (word,)) if said == verb:
            return number(word)
    return None


def _source_id(query: CallbackQuery, verb: str) -> SourceId:
    return _id(_number(query, verb), query)


def _id(found: int | None, query: CallbackQuery) -> SourceId:
    if found is None:
        raise WrongChoiceError(f"{query.data!r}")
    return SourceId(found)


def _among(sources: Sequence[Source], source_id: SourceId) -> Source:
    for source in sources:
        if source.id == source_id:
            return source
    raise unknown_source(source_id)


async def _ask_address(
    actor: Actor, list_sources: ListSources, welcome: Welcome, expect_answer: ExpectAnswer
) -> Outgoing:
    await list_sources(actor)  # refuses whoever is no admin, before anything is asked
    known = replace(actor, subscriber=await welcome(actor))
    await expect_answer(known, QUESTION)
    return views.add_ask(actor.language)


async def _add(
    actor: Actor, url: str, add_source: AddSource, check_source: CheckSource, schedule: Schedule
) -> tuple[Outgoing, bool]:
    """What came of an address, and whether it was taken; a new one is looked at at once."""
    try:
        added = await add_source(Outline(url=url, title=None), actor)
    except SourceError as error:
        return views.refused(sentence(error, actor.language), actor.language), False
    said = views.added(actor.language, is_new=added.is_new)
    if added.is_new:
        found = await _look_at(added.source.id, actor, check_source)
        if found.error is not None:
            return views.in_doubt(added.source, found.error, actor.language), True
        said += "\n" + _found(found, look_of(actor, schedule).timezone, actor.language)
    return _card(added.source, actor, schedule, said), True


async def _look_at(source_id: SourceId, actor: Actor, check_source: CheckSource) -> Checked:
    try:
        async with asyncio.timeout(CHECK_SECONDS):
            return await check_source(source_id, actor)
    except TimeoutError:
        return Checked("", "timed out")


def _found(found: Checked, timezone: str, language: Language) -> Markup:
    if found.error is not None or found.feed is None:
        return views.check_failed(found.error or "", language)
    return views.checked(found.feed, timezone, language)


def _card(source: Source, actor: Actor, schedule: Schedule, said: Markup | None = None) -> Outgoing:
    return views.source_card(source, look_of(actor, schedule).timezone, actor.language, said)


async def _in_a_group(query: CallbackQuery, actor: Actor) -> bool:
    return not actor.is_private


async def _is_awaited(message: Message, actor: Actor) -> bool:
    """Whether this may be the address that an admin was asked for."""
    return (
        actor.is_private and actor.subscriber is not None and actor.subscriber.awaiting == QUESTION
    )
