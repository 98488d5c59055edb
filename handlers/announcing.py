"""/announce: announcements are written here, in an admin's private chat."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.settings import ExpectAnswer
from accounts.subscribing import Welcome
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits, awaited
from handlers.showing import say, show_in_place
from model.announcements import Announcement
from model.ids import AnnouncementId
from publishing.announcing.drafting import (
    BeginDraft,
    ChangeDraft,
    DeleteDraft,
    ListDrafts,
    OpenAnnouncement,
)
from views import announcing as views
from views import groups as group_views
from views.callbacks import number, parse
from views.links import BotLinks

QUESTION = "announce-say"
"""Which draft is being said stands behind a colon."""


def router() -> Router:
    router = Router(name="announcing")
    _listed(router)
    _said(router)
    return router


def _listed(router: Router) -> None:
    @router.message(Command("announce"))
    async def announce(
        message: Message,
        actor: Actor,
        answers: Answers,
        list_drafts: ListDrafts,
        links: BotLinks,
        welcome: Welcome,
    ) -> None:
        if not actor.is_private:
            await say(actor, answers, group_views.private_only(actor.language, links))
            return
        found = await list_drafts(actor)
        await say(actor, answers, views.drafts(found, actor.language))

    @router.callback_query(Fits(F.data == "announce:list"))
    async def listed(
        query: CallbackQuery, actor: Actor, answers: Answers, list_drafts: ListDrafts
    ) -> None:
        found = await list_drafts(actor)
        await show_in_place(query, actor, answers, views.drafts(found, actor.language))

    @router.callback_query(Fits(F.data.startswith("announce:draft:")))
    async def opened(
        query: CallbackQuery, actor: Actor, answers: Answers, open_announcement: OpenAnnouncement
    ) -> None:
        found = await open_announcement(actor, number_of(query))
        await show_in_place(query, actor, answers, views.draft(found, actor.language))

    @router.callback_query(Fits(F.data.startswith("announce:delete:")))
    async def deleted(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        delete_draft: DeleteDraft,
        list_drafts: ListDrafts,
    ) -> None:
        await delete_draft(actor, number_of(query))
        found = await list_drafts(actor)
        await show_in_place(query, actor, answers, views.drafts(found, actor.language))


def _said(router: Router) -> None:
    @router.callback_query(Fits(F.data == "announce:new"))
    async def begun(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        begin_draft: BeginDraft,
        expect_answer: ExpectAnswer,
    ) -> None:
        draft = await begin_draft(actor)
        await expect_answer(actor, f"{QUESTION}:{draft.id}")
        await show_in_place(query, actor, answers, views.ask_words(draft.id, actor.language))

    @router.callback_query(Fits(F.data.startswith("announce:say:")))
    async def asked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        open_announcement: OpenAnnouncement,
        expect_answer: ExpectAnswer,
    ) -> None:
        draft = await open_announcement(actor, number_of(query))
        await expect_answer(actor, f"{QUESTION}:{draft.id}")
        await show_in_place(query, actor, answers, views.ask_words(draft.id, actor.language))

    @router.message(Fits(F.text & ~F.text.startswith("/")), _is_awaited)
    async def answered(
        message: Message, actor: Actor, answers: Answers, change_draft: ChangeDraft
    ) -> None:
        wanted = number(awaited(actor, QUESTION) or "")
        if wanted is None:
            raise WrongChoiceError(QUESTION)
        said = _outgoing(message).to_json()

        def change(draft: Announcement) -> Announcement:
            return replace(draft, versions={**draft.versions, actor.language: said})

        draft = await change_draft(actor, AnnouncementId(wanted), change)
        await say(actor, answers, views.draft(draft, actor.language))


async def _is_awaited(message: Message, actor: Actor) -> bool:
    return awaited(actor, QUESTION) is not None


def _outgoing(message: Message) -> Outgoing:
    entities = [one.model_dump(exclude_none=True) for one in message.entities or ()]
    return Outgoing.authored(message.text or "", entities)


def number_of(query: CallbackQuery) -> AnnouncementId:
    """The announcement that a button names first; WrongChoiceError for one that names none."""
    press = parse(query.data)
    found = number(press.args[0]) if press is not None and press.args else None
    if found is None:
        raise WrongChoiceError(f"{query.data!r}")
    return AnnouncementId(found)
