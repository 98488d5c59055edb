"""/update: which project, what changed: the presses of an update that is put together."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from markupsafe import Markup, escape

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Awaits, Fits
from handlers.showing import say, show_in_place
from handlers.updating_desk import PICK, UpdateDesk, project_named
from handlers.updating_words import after_press, pressed
from model.ids import ProjectId
from model.projects import Field
from projects.errors import ProjectError
from projects.updating.drafting import BeginUpdate, DropUpdate, EditUpdate, OtherUpdateError
from projects.updating.offering import SeeOffered
from projects.updating.picking import FindMine, ListMine
from views import groups as group_views
from views import updating as views
from views.callbacks import Press, number, parse
from views.errors import sentence
from views.links import BotLinks
from views.texts import Texts
from views.updating_screens import not_understood

LONGEST_WORDS = 200


def router() -> Router:
    router = Router(name="updating")
    _picked(router)
    _walked(router)
    _said(router)
    return router


def _picked(router: Router) -> None:
    @router.message(Command("update"))
    async def update(
        message: Message,
        command: CommandObject,
        actor: Actor,
        answers: Answers,
        list_mine: ListMine,
        find_mine: FindMine,
        begin_update: BeginUpdate,
        update_desk: UpdateDesk,
        links: BotLinks,
    ) -> None:
        if not actor.is_private:
            await say(actor, answers, group_views.private_only(actor.language, links))
            return
        if command.args:
            shown = await _found(actor, command.args, find_mine, begin_update, update_desk)
        else:
            shown = views.pick(await list_mine(actor), update_desk.look(actor))
            await update_desk.expect(actor, PICK)
        await say(actor, answers, shown)

    @router.message(Fits(F.text & ~F.text.startswith("/")), Awaits(frozenset({PICK})))
    async def named(
        message: Message,
        actor: Actor,
        answers: Answers,
        find_mine: FindMine,
        begin_update: BeginUpdate,
        update_desk: UpdateDesk,
    ) -> None:
        words = message.text or ""
        shown = await _found(actor, words, find_mine, begin_update, update_desk)
        await say(actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("update:mine:")))
    async def turned(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        list_mine: ListMine,
        update_desk: UpdateDesk,
    ) -> None:
        match parse(query.data):
            case Press("update", "mine", (start,)):
                mine = await list_mine(actor, min(number(start) or 0, 1_000_000))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await update_desk.expect(actor, PICK)
        await show_in_place(query, actor, answers, views.pick(mine, update_desk.look(actor)))


def _walked(router: Router) -> None:
    """Presses that change nothing of the update."""

    @router.callback_query(Fits(F.data.regexp(r"^update:(begin|anew):")))
    async def begun(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        begin_update: BeginUpdate,
        update_desk: UpdateDesk,
    ) -> None:
        match parse(query.data):
            case Press("update", "begin" | "anew" as verb, (at,)):
                shown = await _begun(
                    actor, project_named(at), begin_update, update_desk, anew=verb == "anew"
                )
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("update:to:")))
    async def turned(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        begin_update: BeginUpdate,
        update_desk: UpdateDesk,
    ) -> None:
        match parse(query.data):
            case Press("update", "to", (at, name, *rest)):
                update = await begin_update(actor, project_named(at))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        if name in ("why", "preview", "source") and not update.changes:
            name = "menu"
        if name == "preview" and not update.draft.reason:
            name = "why"
        shown = await update_desk.show(actor, update, name, ":".join(rest))
        await show_in_place(query, actor, answers, shown)

    @router.callback_query(Fits(F.data.startswith("update:drop:")))
    async def dropped(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        drop_update: DropUpdate,
        update_desk: UpdateDesk,
    ) -> None:
        match parse(query.data):
            case Press("update", "drop", (at,)):
                project = project_named(at)
                await drop_update(actor, project)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        shown = views.dropped(project, update_desk.look(actor))
        await show_in_place(query, actor, answers, shown)


def _said(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("update:set:")))
    async def said(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        edit_update: EditUpdate,
        begin_update: BeginUpdate,
        see_offered: SeeOffered,
        update_desk: UpdateDesk,
    ) -> None:
        match parse(query.data):
            case Press("update", "set", (at, what, *args)):
                project, values = project_named(at), tuple(args)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        edit = pressed(what, values, update_desk.today(actor))
        if what == Field.CURATOR and values != ("none",):
            people = (await see_offered(actor, project)).people
            if number(values[0]) not in {user for user, _ in people}:
                raise WrongChoiceError(f"curator {values}")
        try:
            update = await edit_update(actor, project, edit)
        except OtherUpdateError as error:
            shown = views.other_is_open(error.other, project, update_desk.look(actor))
        except ProjectError as error:
            # What was pressed cannot be: the update is as it was, and says so.
            update = await begin_update(actor, project)
            words = escape(sentence(error, actor.language))
            shown = await update_desk.show(actor, update, "menu", said=words)
        else:
            to = after_press(what, values, update.project, update.after)
            shown = await update_desk.after(actor, update, to)
        await show_in_place(query, actor, answers, shown)


async def _begun(
    actor: Actor,
    project: ProjectId,
    begin_update: BeginUpdate,
    desk: UpdateDesk,
    *,
    anew: bool = False,
) -> Outgoing:
    try:
        update = await begin_update(actor, project, anew=anew)
    except OtherUpdateError as error:
        return views.other_is_open(error.other, project, desk.look(actor))
    return await desk.show(actor, update, "menu")


async def _found(
    actor: Actor, words: str, find_mine: FindMine, begin_update: BeginUpdate, desk: UpdateDesk
) -> Outgoing:
    """The project that was typed, several to choose from, or a word that there is none."""
    found = await find_mine(actor, words[:LONGEST_WORDS])
    if found.is_clear:
        return await _begun(actor, found.projects[0].id, begin_update, desk)
    await desk.expect(actor, PICK)
    text = Texts(actor.language)
    said: Markup = (
        text("update-found") if found.projects else not_understood("update-not-found", words, text)
    )
    rows = tuple(views.project_rows(found.projects, desk.look(actor)))
    return Outgoing(said, buttons=rows)
