"""/announce: announcements are written here, in a private chat."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from handlers.announcing_awaited import SAY, Saying
from handlers.announcing_desk import AnnouncingDesk, args_of, language_of, number_of, shows_now
from handlers.filters import Fits
from handlers.showing import say, show_in_place
from publishing.announcing.changes import falling_back_to, without_version
from publishing.announcing.drafting import (
    BeginDraft,
    ChangeDraft,
    CopyAnnouncement,
    DeleteDraft,
    OpenAnnouncement,
)
from publishing.announcing.seeing import SeeDraft
from views import announcing_draft as views
from views import groups as group_views
from views.callbacks import number, parse
from views.links import BotLinks
from views.texts import Texts


def router() -> Router:
    router = Router(name="announcing")
    _listed(router)
    _opened(router)
    _versions(router)
    _fallback(router)
    _ended(router)
    return shows_now(router)


def _listed(router: Router) -> None:
    @router.message(Command("announce"))
    async def announce(
        message: Message,
        actor: Actor,
        answers: Answers,
        announcing_desk: AnnouncingDesk,
        links: BotLinks,
    ) -> None:
        if not actor.is_private:
            await say(actor, answers, group_views.private_only(actor.language, links))
            return
        await say(actor, answers, await announcing_desk.drafts(actor))

    @router.callback_query(Fits(F.data.regexp(r"^announce:list(:\d+)?$")))
    async def listed(
        query: CallbackQuery, actor: Actor, answers: Answers, announcing_desk: AnnouncingDesk
    ) -> None:
        press = parse(query.data)
        start = number(press.args[0]) if press is not None and press.args else None
        shown = await announcing_desk.drafts(actor, start or 0)
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
        saying = Saying(draft.id, actor.language, draft.stamp_of(actor.language))
        await announcing_desk.expect(actor, SAY, *saying.words)
        shown = views.ask_words(draft, actor.language, actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("announce:draft:")))
    async def opened(
        query: CallbackQuery, actor: Actor, answers: Answers, announcing_desk: AnnouncingDesk
    ) -> None:
        shown = await announcing_desk.draft(actor, number_of(query))
        await show_in_place(query, actor, answers, shown)


def _versions(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("announce:version:")))
    async def version(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_draft: SeeDraft,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        seen, language = await see_draft(actor, number_of(query)), language_of(query)
        if language not in seen.announcement.versions:  # taken away meanwhile
            shown = await announcing_desk.draft(actor, seen.announcement.id)
        else:
            shown = views.version_card(seen, language, actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("announce:drop:")))
    async def asked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        open_announcement: OpenAnnouncement,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        draft, language = await open_announcement(actor, number_of(query)), language_of(query)
        if language not in draft.versions:
            shown = await announcing_desk.draft(actor, draft.id)
        else:
            shown = views.ask_drop(draft, language, draft.stamp_of(language), actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("announce:drop-yes:")))
    async def dropped(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        change_draft: ChangeDraft,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        change = without_version(language_of(query), args_of(query, 3)[2])
        draft = await change_draft(actor, number_of(query), change)
        await show_in_place(query, actor, answers, await announcing_desk.draft(actor, draft.id))


def _fallback(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("announce:others:")))
    async def offered(
        query: CallbackQuery, actor: Actor, answers: Answers, open_announcement: OpenAnnouncement
    ) -> None:
        draft = await open_announcement(actor, number_of(query))
        await show_in_place(query, actor, answers, views.choose_fallback(draft, actor.language))

    @router.callback_query(Fits(F.data.startswith("announce:fallback:")))
    async def chosen(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        change_draft: ChangeDraft,
        announcing_desk: AnnouncingDesk,
    ) -> None:
        draft = await change_draft(actor, number_of(query), falling_back_to(language_of(query)))
        await show_in_place(query, actor, answers, await announcing_desk.draft(actor, draft.id))


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
        said = Texts(actor.language)("announce-copied", number=str(copy.parent_id))
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
        announcing_desk: AnnouncingDesk,
    ) -> None:
        seen = number(args_of(query, 2)[1])
        if seen is None:
            raise WrongChoiceError(f"{query.data!r}")
        await delete_draft(actor, number_of(query), seen)
        said = Texts(actor.language)("announce-deleted", number=str(number_of(query)))
        await show_in_place(query, actor, answers, await announcing_desk.drafts(actor, 0, said))
