"""The one place where an error becomes a sentence for the person it happened to."""

import structlog
from aiogram import Bot, Router
from aiogram.types import CallbackQuery, ErrorEvent, InlineQuery, Message
from markupsafe import escape

from accounts.actor import Actor
from accounts.languages import client_language
from common.errors import KeruenError
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import is_addressed
from handlers.middleware import sender_of
from model.people import Language
from views.errors import sentence

log = structlog.get_logger(__name__)

DEFAULT = Language.RUSSIAN


def router() -> Router:
    router = Router(name="errors")

    @router.errors()
    async def failed(
        event: ErrorEvent,
        bot: Bot,
        answers: Answers,
        actor: Actor | None = None,
        default_language: Language = DEFAULT,
    ) -> None:
        _log(event)
        language = actor.language if actor is not None else _language(event, default_language)
        said = sentence(event.exception, language)
        match event.update.event:
            case CallbackQuery() as query:
                await answers.toast(query.id, said, alert=True)
            case Message() as message if _is_upgrade(message):
                raise event.exception
            case Message() as message if not await _was_asked(message, bot):
                pass  # what people say to each other is no business of ours
            case Message() as message:
                thread_id = actor.thread_id if actor is not None else None
                outgoing = Outgoing(escape(said), thread_id=thread_id)
                await answers.send(message.chat.id, outgoing)
            case InlineQuery():
                pass  # the list stays empty, and the next letter asks again
            case _:
                # Nobody is waiting for an answer, and what was told must not be lost.
                raise event.exception

    return router


async def _was_asked(message: Message, bot: Bot) -> bool:
    """Whether somebody waits for an answer: in a group most words are not for the bot."""
    command = (message.text or "").partition(" ")[0]
    is_bare_command = command.startswith("/") and "@" not in command
    return is_bare_command or await is_addressed(message, bot)


def _is_upgrade(message: Message) -> bool:
    """Telegram's own word that a group has a new id."""
    return bool(message.migrate_to_chat_id or message.migrate_from_chat_id)


def _log(event: ErrorEvent) -> None:
    error, update_id = event.exception, event.update.update_id
    if isinstance(error, KeruenError):
        log.info("an update was refused", update_id=update_id, why=str(error))
    else:
        log.error("an update failed", update_id=update_id, exc_info=error)


def _language(event: ErrorEvent, default: Language) -> Language:
    sender = sender_of(event.update)
    return client_language(sender.language_code if sender is not None else None, default)
