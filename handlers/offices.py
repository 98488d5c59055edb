"""/people: admins look after who is an official or an admin, in their private chat."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.menus import KeepMenu
from accounts.offices import (
    AddProjectsToScope,
    Changed,
    ChangeRole,
    ChangeScope,
    EndRole,
    ListPeople,
    OpenPerson,
)
from accounts.settings import ExpectAnswer
from accounts.subscribing import Welcome
from accounts.two_person import RULED, TwoPersonRule
from delivery.answers import Answers
from handlers.filters import Fits, awaited
from handlers.showing import look_of, say, show_in_place
from model.announcements import Announcing
from model.ids import ProjectId
from model.people import Role, Schedule, Scope
from publishing.announcing.giving import GiveAnnouncing
from views import groups as group_views
from views import offices as views
from views.callbacks import Press, number, parse
from views.links import BotLinks
from views.menu import menu
from views.pickers import pick_of

QUESTION = "people-projects"
"""Whose projects are typed stands behind a colon."""
ROLES = {role.value: role for role in (Role.OFFICIAL, Role.ADMIN)}
ANNOUNCING = {str(each.value): each for each in Announcing}
MOST_CODES = 50


def router() -> Router:
    router = Router(name="offices")
    _listed(router)
    _changed(router)
    _limited(router)
    _announcing(router)
    return router


def _listed(router: Router) -> None:
    @router.message(Command("people"))
    async def people(
        message: Message, actor: Actor, answers: Answers, list_people: ListPeople, links: BotLinks
    ) -> None:
        if not actor.is_private:
            await say(actor, answers, group_views.private_only(actor.language, links))
            return
        await say(actor, answers, views.people_list(await list_people(actor), actor.language))

    @router.callback_query(Fits(F.data.startswith("people:list:")))
    async def listed(
        query: CallbackQuery, actor: Actor, answers: Answers, list_people: ListPeople
    ) -> None:
        match _press(query, actor):
            case Press("people", "list", (start,)):
                found = await list_people(actor)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        shown = views.people_list(found, actor.language, number(start) or 0)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("people:two:")))
    async def ruled(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        list_people: ListPeople,
        two_person_rule: TwoPersonRule,
    ) -> None:
        match _press(query, actor):
            case Press("people", "two", (what, ("on" | "off") as wanted)) if what in RULED:
                await two_person_rule(actor, what, is_on=wanted == "on")
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        shown = views.people_list(await list_people(actor), actor.language)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(
        Fits(
            F.data.startswith("people:show:")
            | F.data.startswith("people:role:")
            | F.data.startswith("people:end:")
        )
    )
    async def opened(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        open_person: OpenPerson,
        schedule: Schedule,
    ) -> None:
        match _press(query, actor):
            case Press("people", "show", (word,)):
                zone = look_of(actor, schedule).timezone
                found = await open_person(actor, _id(word, query))
                shown = views.person_card(found, zone, actor.language)
            case Press("people", "role", (word, role)) if role in ROLES:
                found = await open_person(actor, _id(word, query))
                shown = views.role_ask(found, ROLES[role], actor.language)
            case Press("people", "end", (word,)):
                found = await open_person(actor, _id(word, query))
                shown = views.end_ask(found, actor.language)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, shown)


def _changed(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("people:role-yes:")))
    async def changed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        change_role: ChangeRole,
        open_person: OpenPerson,
        keep_menu: KeepMenu,
        schedule: Schedule,
    ) -> None:
        match _press(query, actor):
            case Press("people", "role-yes", (word, role)) if role in ROLES:
                after = await change_role(actor, _id(word, query), ROLES[role])
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await _set_menu(after, keep_menu)
        said = views.changed(after.before, actor.language)
        if after.before.user_id == actor.user_id and after.role is not Role.ADMIN:
            await show_in_place(query, actor, answers, views.alone(said))
            return
        found = await open_person(actor, after.before.user_id)
        zone = look_of(actor, schedule).timezone
        shown = views.person_card(found, zone, actor.language, said)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("people:end-yes:")))
    async def ended(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        end_role: EndRole,
        list_people: ListPeople,
        keep_menu: KeepMenu,
    ) -> None:
        match _press(query, actor):
            case Press("people", "end-yes", (word,)):
                after = await end_role(actor, _id(word, query))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await _set_menu(after, keep_menu)
        said = views.ended(after.before, actor.language)
        if after.before.user_id == actor.user_id:
            shown = views.alone(said)
        else:
            shown = views.people_list(await list_people(actor), actor.language, said=said)
        await show_in_place(query, actor, answers, shown)


def _limited(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("people:districts:")))
    async def districts(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        change_scope: ChangeScope,
        open_person: OpenPerson,
    ) -> None:
        press = _press(query, actor)
        user_id = _id(press.args[0], query)
        pick = pick_of(Press(press.area, press.verb, press.args[1:]))
        if pick is None:
            raise WrongChoiceError(f"{query.data!r}")

        def picked(scope: Scope) -> Scope:
            return Scope(pick.made(scope.districts), scope.projects)

        if pick.is_all or pick.code is not None:
            await change_scope(actor, user_id, picked, everywhere=pick.is_all)
        found = await open_person(actor, user_id)
        shown = views.districts_ask(found, actor.language, pick.page)
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("people:projects:")))
    async def projects(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        change_scope: ChangeScope,
        open_person: OpenPerson,
        welcome: Welcome,
        expect_answer: ExpectAnswer,
    ) -> None:
        match _press(query, actor):
            case Press("people", "projects", (word,)):
                user_id = _id(word, query)
            case Press("people", "projects", (word, "without", project)):
                user_id, gone = _id(word, query), ProjectId(_id(project, query))
                await change_scope(actor, user_id, lambda scope: views.without(scope, gone))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        found = await open_person(actor, user_id)
        known = replace(actor, subscriber=await welcome(actor))
        await expect_answer(known, f"{QUESTION}:{user_id}")
        await show_in_place(query, actor, answers, views.projects_ask(found, actor.language))

    @router.message(Fits(F.text & ~F.text.startswith("/")), _is_awaited)
    async def typed(
        message: Message,
        actor: Actor,
        answers: Answers,
        add_projects_to_scope: AddProjectsToScope,
        open_person: OpenPerson,
    ) -> None:
        user_id = _asked(actor) or 0
        codes = (message.text or "").replace(",", " ").replace(";", " ").split()[:MOST_CODES]
        unknown = await add_projects_to_scope(actor, user_id, codes)
        found = await open_person(actor, user_id)
        await say(actor, answers, views.projects_ask(found, actor.language, unknown))


def _announcing(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("people:says:")))
    async def says(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        give_announcing: GiveAnnouncing,
        open_person: OpenPerson,
    ) -> None:
        match _press(query, actor):
            case Press("people", "says", (word,)):
                user_id = _id(word, query)
            case Press("people", "says", (word, right)) if right in ANNOUNCING:
                user_id = _id(word, query)
                await give_announcing(actor, user_id, ANNOUNCING[right])
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        found = await open_person(actor, user_id)
        await show_in_place(query, actor, answers, views.announcing_ask(found, actor.language))


async def _is_awaited(message: Message, actor: Actor) -> bool:
    """Whether this may be codes of projects that an admin was asked for."""
    return _asked(actor) is not None


def _asked(actor: Actor) -> int | None:
    return number(awaited(actor, QUESTION) or "")


async def _set_menu(after: Changed, keep_menu: KeepMenu) -> None:
    if after.subscriber is not None:
        commands = menu(after.subscriber.language, after.role)
        await keep_menu(after.subscriber, after.role, commands)


def _press(query: CallbackQuery, actor: Actor) -> Press:
    press = parse(query.data)
    if press is None or not press.args or not actor.is_private:
        raise WrongChoiceError(f"{query.data!r}")
    return press


def _id(word: str, query: CallbackQuery) -> int:
    found = number(word)
    if found is None:
        raise WrongChoiceError(f"{query.data!r}")
    return found
