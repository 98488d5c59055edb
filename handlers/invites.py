"""/invite: admins make links by which a person takes a role; and the links when they are opened."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.invites import (
    AcceptInvite,
    BeginInvite,
    ChooseDistricts,
    IssueInvite,
    ListInvites,
    OpenInvite,
    RevokeInvite,
)
from accounts.menus import KeepMenu
from accounts.subscribing import Welcome
from delivery.answers import Answers
from handlers.filters import Fits
from handlers.menu import refresh_menu
from handlers.showing import look_of, say, show_in_place
from model.ids import InviteId
from model.people import Role, Schedule
from views import groups as group_views
from views import invites as views
from views.callbacks import Press, number, parse
from views.links import BotLinks, parse_invite
from views.pickers import pick_of

ROLES = {role.value: role for role in Role}


def router() -> Router:
    router = Router(name="invites")
    _offered(router)
    _made(router)
    return router


def _offered(router: Router) -> None:
    @router.message(CommandStart(deep_link=True, magic=F.args.startswith("i_")))
    async def opened(
        message: Message,
        command: CommandObject,
        actor: Actor,
        answers: Answers,
        open_invite: OpenInvite,
        links: BotLinks,
    ) -> None:
        if not actor.is_private:
            await say(actor, answers, group_views.private_only(actor.language, links))
            return
        token = parse_invite(command.args or "") or ""
        invite = await open_invite(actor, token)
        await say(actor, answers, views.offer(invite, token, actor.language))

    @router.callback_query(Fits(F.data.startswith("invite:take:")))
    async def taken(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        accept_invite: AcceptInvite,
        welcome: Welcome,
        keep_menu: KeepMenu,
    ) -> None:
        match parse(query.data):
            case Press("invite", "take", (token,)):
                accepted = await accept_invite(actor, token, query.from_user.full_name)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, views.accepted(accepted, actor.language))
        await refresh_menu(await welcome(actor), actor, keep_menu, accepted.role)

    @router.callback_query(Fits(F.data == "invite:not-now"))
    async def declined(query: CallbackQuery, actor: Actor, answers: Answers) -> None:
        await show_in_place(query, actor, answers, views.declined(actor.language))


def _made(router: Router) -> None:
    @router.message(Command("invite"))
    async def invites(
        message: Message,
        actor: Actor,
        answers: Answers,
        list_invites: ListInvites,
        links: BotLinks,
        schedule: Schedule,
    ) -> None:
        if not actor.is_private:
            await say(actor, answers, group_views.private_only(actor.language, links))
            return
        zone = look_of(actor, schedule).timezone
        shown = views.invite_list(await list_invites(actor), zone, actor.language)
        await say(actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("invite:")))
    async def pressed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        list_invites: ListInvites,
        begin_invite: BeginInvite,
        choose_districts: ChooseDistricts,
        issue_invite: IssueInvite,
        revoke_invite: RevokeInvite,
        links: BotLinks,
        schedule: Schedule,
    ) -> None:
        press, zone = parse(query.data), look_of(actor, schedule).timezone
        if not actor.is_private:
            raise WrongChoiceError(f"{query.data!r} in a group")
        match press:
            case Press("invite", "list", ()):
                shown = views.invite_list(await list_invites(actor), zone, actor.language)
            case Press("invite", "begin", (role,)) if role in ROLES:
                shown = views.draft(await begin_invite(actor, ROLES[role]), actor.language)
            case Press("invite", "districts", (word, *rest)):
                pick = pick_of(Press("invite", "districts", tuple(rest)))
                if pick is None:
                    raise WrongChoiceError(f"{query.data!r}")
                invite = await choose_districts(actor, _id(word, query), pick.made)
                shown = views.draft(invite, actor.language, pick.page)
            case Press("invite", "make", (word, days)):
                made = await issue_invite(actor, _id(word, query), number(days) or 0)
                shown = views.issued(made, number(days) or 0, links, zone, actor.language)
            case Press("invite", "revoke", (word,)):
                said = views.revoked(await revoke_invite(actor, _id(word, query)), actor.language)
                shown = views.invite_list(await list_invites(actor), zone, actor.language, said)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, shown)


def _id(word: str, query: CallbackQuery) -> InviteId:
    found = number(word)
    if found is None:
        raise WrongChoiceError(f"{query.data!r}")
    return InviteId(found)
