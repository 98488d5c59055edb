"""/privacy, /delete_me and the export: a person's own data, in their private chat only."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.personal import DeleteMe, ExportMyData
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.showing import say, show_in_place
from views import groups as group_views
from views import privacy as views
from views.callbacks import Press, parse
from views.links import BotLinks
from views.texts import Texts

FILE_NAME = "keruen-my-data.json"


def router() -> Router:
    router = Router(name="privacy")

    @router.message(Command("privacy"))
    async def privacy(message: Message, actor: Actor, answers: Answers, links: BotLinks) -> None:
        await say(actor, answers, _in_private(actor, _privacy(actor), links))

    @router.message(Command("delete_me"))
    async def delete_ask(message: Message, actor: Actor, answers: Answers, links: BotLinks) -> None:
        await say(actor, answers, _in_private(actor, views.delete_ask(actor.language), links))

    @router.callback_query(Fits(F.data == "privacy:export"))
    async def export(
        query: CallbackQuery, actor: Actor, answers: Answers, export_my_data: ExportMyData
    ) -> None:
        text = Texts(actor.language)
        content = await export_my_data(actor) if actor.is_private else None
        if content is None:
            await answers.toast(query.id, text.plain("export-nothing"), alert=True)
            return
        caption = text("export-caption")
        if await answers.send_file(actor.chat_id, FILE_NAME, content, caption) is None:
            await answers.toast(query.id, text.plain("export-failed"), alert=True)
        else:
            await answers.toast(query.id)

    @router.callback_query(Fits(F.data.startswith("privacy:")))
    async def pressed(
        query: CallbackQuery, actor: Actor, answers: Answers, delete_me: DeleteMe
    ) -> None:
        if not actor.is_private:
            raise WrongChoiceError(f"{query.data!r} in a group")
        match parse(query.data):
            case Press("privacy", "open", ()):
                outgoing = _privacy(actor)
            case Press("privacy", "delete", ()):
                outgoing = views.delete_ask(actor.language)
            case Press("privacy", "delete", ("no",)):
                outgoing = views.delete_kept(actor.language)
            case Press("privacy", "delete", ("yes",)):
                outgoing = views.deleted(await delete_me(actor), actor.language)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await show_in_place(query, actor, answers, outgoing)

    return router


def _privacy(actor: Actor) -> Outgoing:
    return views.privacy(actor.language, actor.role, has_settings=actor.subscriber is not None)


def _in_private(actor: Actor, outgoing: Outgoing, links: BotLinks) -> Outgoing:
    return outgoing if actor.is_private else group_views.private_only(actor.language, links)
