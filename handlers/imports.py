"""A spreadsheet sent to the bot, and the registry taken home as a file: /export."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from delivery.answers import Answers
from delivery.files import Files
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.showing import say, show_in_place
from model.ids import ImportId
from model.imports import ImportState
from model.people import Role
from model.projects import Filter
from projects.exporting.exporting import ExportProjects, Format
from projects.exporting.table import Column
from projects.importing.applying import Applied, Imports, Outcome
from projects.importing.reading import LARGEST
from views import imports as views
from views.callbacks import Press, number, parse

_SPREADSHEETS = (".xlsx", ".csv", ".xls", ".xlsm", ".ods", ".tsv")
"""What is taken for a table by its name; what cannot be read is answered in a sentence."""


def router() -> Router:
    router = Router(name="imports")
    _files(router)
    _pressed(router)
    _exports(router)
    return router


def is_spreadsheet(message: Message, actor: Actor) -> bool:
    """A table that an official sends in private, and not as the answer to a question: for others
    it is a file like any other."""
    document = message.document
    return (
        document is not None
        and actor.is_private
        and (actor.subscriber is None or actor.subscriber.awaiting is None)
        and actor.role.covers(Role.OFFICIAL)
        and (document.file_name or "").lower().endswith(_SPREADSHEETS)
    )


async def _spreadsheet(message: Message, actor: Actor) -> bool:
    return is_spreadsheet(message, actor)


def _files(router: Router) -> None:
    @router.message(Fits(F.document), _spreadsheet)
    async def sent(
        message: Message, actor: Actor, answers: Answers, files: Files, imports: Imports
    ) -> None:
        assert message.document is not None  # by the filter
        await imports.may(actor)
        content = await files.fetch(message.document.file_id, LARGEST)
        shown = await imports.take(actor, message.document.file_name or "table", content)
        await say(actor, answers, views.columns(shown, actor.language))


def _pressed(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("import:")))
    async def pressed(
        query: CallbackQuery, actor: Actor, answers: Answers, imports: Imports
    ) -> None:
        press = parse(query.data)
        match press:
            case Press("import", "apply", (at, stamp)):
                shown = await _apply(query, actor, imports, _import(at), stamp)
            case Press("import", verb, args):
                shown = await _shown(verb, args, actor, imports)
            case _:
                raise WrongChoiceError(f"{query.data}")
        await show_in_place(query, actor, answers, shown)


async def _shown(verb: str, args: tuple[str, ...], actor: Actor, imports: Imports) -> Outgoing:
    language = actor.language
    match verb, args:
        case "columns", (at,):
            return views.columns(await imports.see(actor, _import(at)), language)
        case "column", (at, index, _):
            shown = await imports.see(actor, _import(at))
            return views.choosing(shown, _number(index), language)
        case "is", (at, index, said):
            column = _column(said)
            shown = await imports.choose(actor, _import(at), _number(index), column)
            return views.columns(shown, language)
        case "look", (at, page):
            shown = await imports.see(actor, _import(at))
            return views.difference(shown, _number(page), language)
        case "cancel", (at,):
            return views.cancelled(await imports.cancel(actor, _import(at)), language)
        case "undo", (at,):
            return views.undone(await imports.undo(actor, _import(at)), language)
    raise WrongChoiceError(f"import {verb} {args}")


async def _apply(
    query: CallbackQuery, actor: Actor, imports: Imports, number: ImportId, stamp: str
) -> Outgoing:
    """It is begun; what comes of it the message tells by itself."""
    message_id = 0 if query.message is None else query.message.message_id
    imported = await imports.ask(actor, number, stamp, message_id)
    if imported.state is not ImportState.ASKED:
        return views.applied(Applied(Outcome.ALREADY, imported), actor.language)
    return views.asked(imported, actor.language)


def _exports(router: Router) -> None:
    @router.message(Command("export"))
    async def asked(message: Message, actor: Actor, answers: Answers) -> None:
        await say(actor, answers, views.formats(actor.language))

    @router.callback_query(Fits(F.data.startswith("export:")))
    async def exported(
        query: CallbackQuery, actor: Actor, answers: Answers, export_projects: ExportProjects
    ) -> None:
        match parse(query.data):
            case Press("export", name, ()) if name in set(Format):
                form = Format(name)
            case _:
                raise WrongChoiceError(f"{query.data}")
        made = await export_projects(actor, form, Filter(), actor.language)
        caption = views.caption(made, form, actor.language)
        await answers.send_file(actor.chat_id, made.name, made.content, caption)
        await answers.toast(query.id)


def _import(word: str) -> ImportId:
    return ImportId(_number(word))


def _number(word: str) -> int:
    found = number(word)
    if found is None:
        raise WrongChoiceError(f"a number {word!r}")
    return found


def _column(word: str) -> Column | None:
    if word == "none":
        return None
    if word not in {one.value for one in views.READ}:
        raise WrongChoiceError(f"a column {word!r}")
    return Column(word)
