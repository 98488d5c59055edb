"""An author at work on a draft: its screens as the handlers show them.

What is expected next stands in `awaiting`: see handlers/announcing_awaited.py.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.types import CallbackQuery, Message, TelegramObject
from markupsafe import Markup, escape

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.settings import ExpectAnswer
from accounts.subscribing import Welcome
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.announcing_awaited import LANGUAGES
from handlers.filters import awaited
from handlers.showing import say, show_in_place
from model.ids import AnnouncementId
from model.people import Language
from publishing.announcing.drafting import ListDrafts
from publishing.announcing.errors import AnnouncementChangedError, UnknownAnnouncementError
from publishing.announcing.seeing import SeeDraft
from views import announcing as views
from views import announcing_draft as draft_views
from views.callbacks import number, parse
from views.errors import sentence

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class AnnouncingDesk:
    """Handed to handlers."""

    def __init__(
        self,
        see_draft: SeeDraft,
        list_drafts: ListDrafts,
        expect_answer: ExpectAnswer,
        welcome: Welcome,
    ) -> None:
        self._see_draft = see_draft
        self._list_drafts = list_drafts
        self._expect_answer = expect_answer
        self._welcome = welcome

    async def draft(
        self,
        actor: Actor,
        which: AnnouncementId,
        happened: Markup | None = None,
        gathering: Language | None = None,
    ) -> Outgoing:
        """The draft's screen, or what became of it; `happened` is said above it."""
        seen = await self._see_draft(actor, which)
        return draft_views.draft(seen, actor.language, happened, gathering)

    async def drafts(
        self, actor: Actor, start: int = 0, happened: Markup | None = None
    ) -> Outgoing:
        return views.drafts(await self._list_drafts(actor), actor.language, start, happened)

    async def now(
        self, actor: Actor, error: AnnouncementChangedError | UnknownAnnouncementError
    ) -> Outgoing:
        """What there is, where it is not what was pressed on."""
        happened = escape(sentence(error, actor.language))
        if isinstance(error, AnnouncementChangedError):
            try:
                return await self.draft(actor, error.number, happened)
            except UnknownAnnouncementError:
                pass  # deleted meanwhile
        return await self.drafts(actor, happened=happened)

    async def expect(self, actor: Actor, question: str, *about: object) -> None:
        """What is sent next answers this question, also of who has never pressed /start."""
        known = replace(actor, subscriber=actor.subscriber or await self._welcome(actor))
        await self._expect_answer(known, ":".join([question, *map(str, about)]))

    async def expect_nothing(self, actor: Actor) -> None:
        await self._expect_answer(actor, None)


class ShowNow(BaseMiddleware):
    """Whoever presses or writes on what is otherwise by now is shown what it is."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        try:
            return await handler(event, data)
        except (AnnouncementChangedError, UnknownAnnouncementError) as error:
            actor: Actor = data["actor"]
            answers: Answers = data["answers"]
            desk: AnnouncingDesk = data["announcing_desk"]
            shown = await desk.now(actor, error)
            match event:
                case CallbackQuery():
                    said = sentence(error, actor.language)
                    await show_in_place(event, actor, answers, shown, said)
                case Message():
                    await desk.expect_nothing(actor)
                    await say(actor, answers, shown)


def shows_now(router: Router) -> Router:
    """The same router, whose handlers may find a draft otherwise than it was shown."""
    router.callback_query.middleware(ShowNow())
    router.message.middleware(ShowNow())
    return router


def words_of(actor: Actor, question: str) -> Sequence[str]:
    """What the question that is open is about, word by word; none where another is open."""
    about = awaited(actor, question)
    return () if about is None else about.split(":")


def number_of(query: CallbackQuery) -> AnnouncementId:
    """The announcement that a button names first; WrongChoiceError for one that names none."""
    found = number(args_of(query, 1)[0])
    if found is None:
        raise WrongChoiceError(f"{query.data!r}")
    return AnnouncementId(found)


def language_of(query: CallbackQuery) -> Language:
    """The version that a button names after the announcement."""
    language = LANGUAGES.get(args_of(query, 2)[1])
    if language is None:
        raise WrongChoiceError(f"{query.data!r}")
    return language


def args_of(query: CallbackQuery, least: int) -> tuple[str, ...]:
    """What a button names; WrongChoiceError where that is less."""
    press = parse(query.data)
    if press is None or len(press.args) < least:
        raise WrongChoiceError(f"{query.data!r}")
    return press.args
