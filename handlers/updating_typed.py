"""What is typed or sent while an update is open: words, photos, documents, places, anything."""

from aiogram import F, Router
from aiogram.types import Message
from aiogram.types import Update as Heard
from markupsafe import Markup, escape

from accounts.actor import Actor
from delivery.answers import Answers
from delivery.files import FileNotFetchedError, Files
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.showing import say
from handlers.updating_desk import Question, UpdateDesk, question_of
from handlers.updating_words import Said, longest, typed
from model.projects import DocumentKind, Point
from projects.errors import ProjectError
from projects.updating import edits
from projects.updating.drafting import BeginUpdate, EditUpdate, Update
from projects.updating.files import LARGEST_COPY, AddFile, SentFile
from views.errors import sentence
from views.texts import Texts
from views.updating_screens import not_understood


def router() -> Router:
    router = Router(name="updating_typed")
    _words(router)
    _sent(router)
    return router


def _words(router: Router) -> None:
    @router.message(Fits(F.text & ~F.text.startswith("/")), is_awaited)
    async def answered(
        message: Message,
        event_update: Heard,
        actor: Actor,
        answers: Answers,
        begin_update: BeginUpdate,
        edit_update: EditUpdate,
        update_desk: UpdateDesk,
    ) -> None:
        asked, words = _asked(actor), message.text or ""
        text, heard = Texts(actor.language), event_update.update_id
        if asked.heard == heard:
            shown = await _again(actor, asked, begin_update, update_desk, None, heard)
            await say(actor, answers, shown)
            return
        if len(words) > longest(asked.screen):
            said = text("update-long", most=longest(asked.screen))
            shown = await _again(actor, asked, begin_update, update_desk, said, heard)
            await say(actor, answers, shown)
            return
        told = typed(asked.screen, asked.arg, words, update_desk.today(actor))
        if told.wrong is not None:
            said = not_understood(told.wrong, words, text)
            shown = await _again(actor, asked, begin_update, update_desk, said, heard)
        else:
            try:
                update = await _taken(actor, asked, told, begin_update, edit_update)
            except ProjectError as error:
                said = escape(sentence(error, actor.language))
                shown = await _again(actor, asked, begin_update, update_desk, said, heard)
            else:
                shown = await update_desk.after(actor, update, _next(told, update), heard)
        await say(actor, answers, shown)


def _sent(router: Router) -> None:
    @router.message(Fits(F.photo | F.document), is_awaited)
    async def file(
        message: Message,
        event_update: Heard,
        actor: Actor,
        answers: Answers,
        files: Files,
        begin_update: BeginUpdate,
        add_file: AddFile,
        update_desk: UpdateDesk,
    ) -> None:
        asked = _asked(actor)
        await begin_update(actor, asked.project)  # the right, before anything is fetched
        update = await add_file(actor, asked.project, await _file_of(message, files))
        album = message.media_group_id or ""
        said = Texts(actor.language)("update-file-added")
        heard = event_update.update_id
        shown = await update_desk.show(actor, update, "files", album, said, heard)
        if not album or asked.arg != album:  # an album is one thing said in several messages
            await say(actor, answers, shown)

    @router.message(Fits(F.location | F.venue), is_awaited)
    async def place(
        message: Message,
        event_update: Heard,
        actor: Actor,
        answers: Answers,
        edit_update: EditUpdate,
        update_desk: UpdateDesk,
    ) -> None:
        asked = _asked(actor)
        venue = message.venue
        where = venue.location if venue is not None else message.location
        assert where is not None  # the filter asked for it
        point = Point(round(where.latitude, 6), round(where.longitude, 6))
        edit = edits.with_place(point, None if venue is None else venue.address or venue.title)
        update = await edit_update(actor, asked.project, edit)
        said = Texts(actor.language)("update-place-taken")
        name = "preview" if update.draft.reason else "why"
        name = name if update.changes else "menu"
        await say(
            actor,
            answers,
            await update_desk.show(actor, update, name, "", said, event_update.update_id),
        )

    @router.message(Fits(~F.text), is_awaited)
    async def anything(
        message: Message,
        event_update: Heard,
        actor: Actor,
        answers: Answers,
        begin_update: BeginUpdate,
        update_desk: UpdateDesk,
    ) -> None:
        """A voice message, a sticker: what is awaited is said once more."""
        said, heard = Texts(actor.language)("update-not-text"), event_update.update_id
        shown = await _again(actor, _asked(actor), begin_update, update_desk, said, heard)
        await say(actor, answers, shown)


async def is_awaited(message: Message, actor: Actor) -> bool:
    """Whether this is said at a screen of an update."""
    return question_of(actor) is not None


def _asked(actor: Actor) -> Question:
    asked = question_of(actor)
    assert asked is not None  # the filter asked for it
    return asked


async def _again(
    actor: Actor,
    asked: Question,
    begin_update: BeginUpdate,
    desk: UpdateDesk,
    said: Markup | None,
    heard: int,
) -> Outgoing:
    """The same screen: nothing was taken."""
    update = await begin_update(actor, asked.project)
    return await desk.show(actor, update, asked.screen, asked.arg, said, heard)


async def _taken(
    actor: Actor,
    asked: Question,
    told: Said,
    begin_update: BeginUpdate,
    edit_update: EditUpdate,
) -> Update:
    if told.edit is not None:
        return await edit_update(actor, asked.project, told.edit)
    if told.reason is None and told.source is None:
        return await begin_update(actor, asked.project)
    return await edit_update.why(actor, asked.project, told.reason, told.source)


def _next(told: Said, update: Update) -> tuple[str, str]:
    if told.to is None:
        return "why", ""
    name, arg = told.to
    return (name, str(update.after.amount)) if name == "claim" else (name, arg)


async def _file_of(message: Message, files: Files) -> SentFile:
    """FileTooLargeError where it is more than is kept."""
    title = " ".join((message.caption or "").split())
    if message.photo:
        sent, name, kind = message.photo[-1].file_id, "photo.jpg", DocumentKind.PHOTO
    else:
        assert message.document is not None  # the filter asked for one of them
        sent, kind = message.document.file_id, DocumentKind.DOCUMENT
        name = message.document.file_name or "document"
        title = title or name
    try:
        content: bytes | None = await files.fetch(sent, LARGEST_COPY)
    except FileNotFetchedError:
        content = None  # taken all the same; the copy comes later
    return SentFile(sent, kind, name, title, content)
