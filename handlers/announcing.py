"""/announce: announcements are written here, in a private chat."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from handlers.announcing_desk import SAY, AnnouncingDesk, language_of, number_of
from handlers.filters import Fits
from handlers.showing import say, show_in_place
from model.people import Language
from publishing.announcing.changes import falling_back_to, without_version
from publishing.announcing.drafting import (
    BeginDraft,
    ChangeDraft,
    CopyAnnouncement,
    DeleteDraft,
    ListDrafts,
    OpenAnnouncement,
)
from views import announcing as views
from views import groups as group_views
from views.callbacks import number, parse
from views.links import BotLinks
from views.texts import Texts


def router() -> Router:
    router = Router(name="announcing")
    _listed(router)
    _opened(router)
    _versions(router)
    _ended(router)
    return router


def _listed(router: Router) -> None:
    @router.message(Command("announce"))
    async def announce(
        message: Message,
        actor: Actor,
        answers: Answers,
        list_drafts: ListDrafts,
        links: BotLinks,
    ) -> None:
        if not actor.is_private:
            await say(actor, answers, group_views.private_only(actor.language, links))
            return
        found = await list_drafts(actor)
        await say(actor, answers, views.drafts(found, actor.language))

    @router.callback_query(Fits(F.data.regexp(r"^announce:list(:\d+)?$")))
    async def listed(
        query: CallbackQuery, actor: Actor, answers: Answers, list_drafts: ListDrafts
    ) -> None:
        press = parse(query.data)
        start = number(press.args[0]) if press is not None and press.args else None
        shown = views.drafts(await list_drafts(actor), actor.language, start or 0)
        await show_in_place(query, actor, answers, shown)


def _opened(router: Router) -> None:
    @router.callback_query(Fits(F.data == "announce:new"))
    async def begun(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        begin_draft: BeginDraft,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        draft = await begin_draft(actor)
        await announcing_desk.expect(actor, SAY, draft.id, actor.language)
        shown = views.ask_words(draft, actor.language, actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("announce:draft:")))
    async def opened(
        query: CallbackQuery, actor: Actor, answers: Answers, announcing_desk: AnnouncingDesk
    ) -> None:
        shown = await announcing_desk.draft(actor, number_of(query))
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("announce:look:")))
    async def looked(
        query: CallbackQuery, actor: Actor, answers: Answers, announcing_desk: AnnouncingDesk
    ) -> None:
        """Exactly as it will look: messages of their own, and then the draft again."""
        await answers.toast(query.id)
        for shown in await announcing_desk.looks(actor, number_of(query), language_of(query)):
            await say(actor, answers, shown)
        await say(actor, answers, await announcing_desk.draft(actor, number_of(query)))


def _versions(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("announce:version:")))
    async def version(
        query: CallbackQuery, actor: Actor, answers: Answers, open_announcement: OpenAnnouncement
    ) -> None:
        found, language = await open_announcement(actor, number_of(query)), _named(query)
        if language not in found.versions:
            raise WrongChoiceError(f"{query.data!r}")
        shown = views.version_card(found, language, actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("announce:fallback:")))
    async def fallback(
        query: CallbackQuery, actor: Actor, answers: Answers, change_draft: ChangeDraft
    ) -> None:
        language = _named(query)
        draft = await change_draft(actor, number_of(query), falling_back_to(language))
        shown = views.version_card(draft, language, actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("announce:drop:")))
    async def dropped(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        change_draft: ChangeDraft,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        await change_draft(actor, number_of(query), without_version(_named(query)))
        shown = await announcing_desk.draft(actor, number_of(query))
        await show_in_place(query, actor, answers, shown)


def _ended(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("announce:copy:")))
    async def copied(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        copy_announcement: CopyAnnouncement,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        copy = await copy_announcement(actor, number_of(query))
        said = Texts(actor.language)("announce-copied", number=str(copy.id))
        shown = await announcing_desk.draft(actor, copy.id, said)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("announce:delete:")))
    async def asked(
        query: CallbackQuery, actor: Actor, answers: Answers, open_announcement: OpenAnnouncement
    ) -> None:
        found = await open_announcement(actor, number_of(query))
        await show_in_place(query, actor, answers, views.ask_delete(found, actor.language))

    @router.callback_query(Fits(F.data.startswith("announce:delete-yes:")))
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


def _named(query: CallbackQuery) -> Language:
    language = language_of(query)
    if language is None:
        raise WrongChoiceError(f"{query.data!r}")
    return language
