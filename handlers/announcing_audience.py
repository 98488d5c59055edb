"""Whom an announcement is for: chosen with buttons, and by what is typed, in a private chat."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.settings import ExpectAnswer
from accounts.subscribing import Welcome
from delivery.answers import Answers
from handlers.announcing_desk import number_of
from handlers.filters import AwaitsAbout, Fits, awaited
from handlers.showing import say, show_in_place
from model.audiences import EVERYONE, NOBODY, Audience, Side
from model.ids import AnnouncementId, AudienceId
from publishing.announcing.audiences import Aim, ChooseAudience, SeeAudience, with_codes, without
from publishing.announcing.picking import PickChats, PickProjects
from publishing.announcing.saved_audiences import (
    DropAudience,
    ListAudiences,
    SaveAudience,
    UseAudience,
)
from views import announcing_audience as views
from views import audience_picks as picks
from views import saved_audiences as saved_views
from views.callbacks import Press, number, parse
from views.pickers import ALL, Pick, pick_of

QUESTIONS = ("audience-chats", "audience-projects", "audience-name")
"""Of which announcement, and of which side, stands behind colons."""


def router() -> Router:
    router = Router(name="announcing-audience")
    _opened(router)
    _chosen(router)
    _picked(router)
    _saved(router)
    return router


def _opened(router: Router) -> None:
    @router.callback_query(Fits(F.data.regexp(r"^audience:(open|everyone):")))
    async def opened(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_audience: SeeAudience,
        choose_audience: ChooseAudience,
    ) -> None:
        which = number_of(query)
        if (query.data or "").startswith("audience:everyone:"):
            await choose_audience(actor, which, lambda _: EVERYONE)
        aimed = await see_audience(actor, which)
        await show_in_place(query, actor, answers, views.audience(aimed, actor.language))

    @router.callback_query(Fits(F.data.regexp(r"^audience:(less|nobody):")))
    async def left_out(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_audience: SeeAudience,
        choose_audience: ChooseAudience,
    ) -> None:
        which = number_of(query)
        if (query.data or "").startswith("audience:nobody:"):
            await choose_audience(actor, which, lambda one: replace(one, less=NOBODY))
        aimed = await see_audience(actor, which)
        await show_in_place(query, actor, answers, views.exclusions(aimed, actor.language))


def _chosen(router: Router) -> None:
    @router.callback_query(
        Fits(F.data.regexp(r"^audience:(sorts|languages|roles|districts|sectors|active):"))
    )
    async def chosen(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_audience: SeeAudience,
        choose_audience: ChooseAudience,
    ) -> None:
        which, side, press = _aimed_at(query)
        pick = pick_of(press, views.KINDS)
        if pick is None:
            raise WrongChoiceError(f"{query.data!r}")
        if pick.is_all or pick.code is not None:
            await choose_audience(actor, which, _aim(side, pick))
        aimed = await see_audience(actor, which)
        shown = views.choose(aimed, side, pick.kind, pick.page, actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.regexp(r"^audience:(pressed|missed):")))
    async def dropped(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_audience: SeeAudience,
        choose_audience: ChooseAudience,
    ) -> None:
        """What came with a follow-up can only be dropped."""
        which, side, press = _aimed_at(query)
        if press.args != (ALL,):
            raise WrongChoiceError(f"{query.data!r}")
        await choose_audience(actor, which, lambda one: without(one, side, press.verb))
        aimed = await see_audience(actor, which)
        screen = views.audience if side is Side.AMONG else views.exclusions
        await show_in_place(query, actor, answers, screen(aimed, actor.language))


def _picked(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("audience:chats:")))
    async def chats(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        pick_chats: PickChats,
        choose_audience: ChooseAudience,
        welcome: Welcome,
        expect_answer: ExpectAnswer,
    ) -> None:
        which, side, press = _aimed_at(query)
        pick = _numbered(press)
        if pick.is_all or pick.code is not None:
            await choose_audience(actor, which, _aim(side, pick))
        found = await pick_chats.see(actor, which, side)
        known = replace(actor, subscriber=await welcome(actor))
        await expect_answer(known, f"audience-chats:{which}:{side}")
        shown = picks.choose_chats(found, pick.page, actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("audience:projects:")))
    async def projects(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        pick_projects: PickProjects,
        choose_audience: ChooseAudience,
        welcome: Welcome,
        expect_answer: ExpectAnswer,
    ) -> None:
        which, side, press = _aimed_at(query)
        pick = _numbered(press)
        if pick.is_all or pick.code is not None:
            await choose_audience(actor, which, _aim(side, pick))
        found = await pick_projects.see(actor, which, side)
        known = replace(actor, subscriber=await welcome(actor))
        await expect_answer(known, f"audience-projects:{which}:{side}")
        shown = picks.choose_projects(found, pick.page, actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.message(Fits(F.text & ~F.text.startswith("/")), AwaitsAbout("audience-chats"))
    async def typed_chats(
        message: Message, actor: Actor, answers: Answers, pick_chats: PickChats
    ) -> None:
        which, side = _about(actor, "audience-chats")
        matched = await pick_chats.typed(actor, which, side, message.text or "")
        found = await pick_chats.see(actor, which, side)
        await say(actor, answers, picks.choose_chats(found, 0, actor.language, matched))

    @router.message(Fits(F.text & ~F.text.startswith("/")), AwaitsAbout("audience-projects"))
    async def typed_projects(
        message: Message, actor: Actor, answers: Answers, pick_projects: PickProjects
    ) -> None:
        which, side = _about(actor, "audience-projects")
        matched = await pick_projects.typed(actor, which, side, message.text or "")
        found = await pick_projects.see(actor, which, side)
        await say(actor, answers, picks.choose_projects(found, 0, actor.language, matched))


def _saved(router: Router) -> None:
    @router.callback_query(Fits(F.data.regexp(r"^audience:(saved|use|drop|drop-yes):")))
    async def saved(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        list_audiences: ListAudiences,
        use_audience: UseAudience,
        drop_audience: DropAudience,
        see_audience: SeeAudience,
    ) -> None:
        which, (verb, at) = number_of(query), _last(query)
        match verb:
            case "use":
                await use_audience(actor, which, AudienceId(at))
                aimed = await see_audience(actor, which)
                shown = views.audience(aimed, actor.language)
            case "drop":
                one = await list_audiences.one(actor, AudienceId(at))
                shown = saved_views.drop_ask(one, which, actor.language)
            case "drop-yes":
                await drop_audience(actor, AudienceId(at))
                shown = saved_views.saved(await list_audiences(actor), which, 0, actor.language)
            case _:
                shown = saved_views.saved(await list_audiences(actor), which, at, actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("audience:save:")))
    async def ask_name(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_audience: SeeAudience,
        welcome: Welcome,
        expect_answer: ExpectAnswer,
    ) -> None:
        aimed = await see_audience(actor, number_of(query))
        known = replace(actor, subscriber=await welcome(actor))
        await expect_answer(known, f"audience-name:{aimed.announcement.id}")
        shown = saved_views.name_ask(aimed.announcement.id, actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.message(Fits(F.text & ~F.text.startswith("/")), AwaitsAbout("audience-name"))
    async def named(
        message: Message,
        actor: Actor,
        answers: Answers,
        save_audience: SaveAudience,
        see_audience: SeeAudience,
        expect_answer: ExpectAnswer,
    ) -> None:
        which, _ = _about(actor, "audience-name")
        kept = await save_audience(actor, which, message.text or "")
        await expect_answer(actor, None)
        aimed = await see_audience(actor, which)
        said = saved_views.saved_done(kept, actor.language)
        await say(actor, answers, views.audience(aimed, actor.language, said))


def _aim(side: Side, pick: Pick) -> Aim:
    """What a press makes of the audience; pressed twice it is the same."""

    def aim(audience: Audience) -> Audience:
        chosen = views.chosen_of(audience.of(side), pick.kind)
        return with_codes(audience, side, pick.kind, views.made(pick, chosen))

    return aim


def _aimed_at(query: CallbackQuery) -> tuple[AnnouncementId, Side, Press]:
    """Which announcement, which side, and what the button says besides: WrongChoiceError."""
    press = parse(query.data)
    match press:
        case Press("audience", verb, (_, "among" | "less" as side, *rest)):
            return number_of(query), Side(side), Press("audience", verb, tuple(rest))
    raise WrongChoiceError(f"{query.data!r}")


def _numbered(press: Press) -> Pick:
    """The pick of a chat or a project: WrongChoiceError for what no button of ours says."""
    match press.args:
        case ():
            return Pick(press.verb)
        case ("all",):
            return Pick(press.verb, is_all=True)
        case ("page", page) if (at := number(page)) is not None:
            return Pick(press.verb, page=at)
        case ("with" | "without" as wish, one, page) if (which := number(one)) is not None:
            return Pick(press.verb, str(which), wish == "with", page=number(page) or 0)
    raise WrongChoiceError(f"{press}")


def _last(query: CallbackQuery) -> tuple[str, int]:
    """The verb, and the number behind the announcement's: WrongChoiceError."""
    match parse(query.data):
        case Press("audience", verb, (_, word)) if (at := number(word)) is not None:
            return verb, at
    raise WrongChoiceError(f"{query.data!r}")


def _about(actor: Actor, question: str) -> tuple[AnnouncementId, Side]:
    """What a question that was asked is about."""
    which, _, side = (awaited(actor, question) or "").partition(":")
    return AnnouncementId(number(which) or 0), Side.LESS if side == Side.LESS else Side.AMONG
