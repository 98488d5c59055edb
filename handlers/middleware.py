"""Who is acting, resolved once per update and passed on as `actor`."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import structlog
from aiogram import BaseMiddleware
from aiogram.types import (
    CallbackQuery,
    Chat,
    ChatMemberUpdated,
    InlineQuery,
    Message,
    TelegramObject,
    Update,
)

from accounts.actor import Actor
from accounts.reaching import Return
from accounts.recognizing import NoteSeen, Recognize, Sender
from accounts.settings import ExpectAnswer
from common.errors import StorageError
from model.people import ChatKind

log = structlog.get_logger(__name__)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class ActorMiddleware(BaseMiddleware):
    """Goes around every update. A chat that speaks can be reached, whatever was noted before."""

    def __init__(self, recognize: Recognize, come_back: Return, note_seen: NoteSeen) -> None:
        self._recognize = recognize
        self._come_back = come_back
        self._note_seen = note_seen

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        sender = sender_of(event) if isinstance(event, Update) else None
        if sender is None:
            return await handler(event, data)
        actor = await self._recognize(sender)
        if _speaks(event) and actor.subscriber and actor.subscriber.unreachable_at is not None:
            await self._come_back(actor.chat_id)
            actor = await self._recognize(sender)
        data["actor"] = actor
        handled = await handler(event, data)
        if _speaks(event):
            await self._see(actor)
        return handled

    async def _see(self, actor: Actor) -> None:
        try:
            await self._note_seen(actor)
        except StorageError as error:  # the update is handled: it must not come again for this
            log.warning("nobody noted that a chat was seen", error=str(error))


class ForgetQuestion(BaseMiddleware):
    """A question is open as long as its screen is the last: a command or a press closes it.

    What opens one comes after this and opens it anew. In a group only replies to the bot answer,
    so one member's command takes nothing from another.
    """

    def __init__(self, expect_answer: ExpectAnswer) -> None:
        self._expect_answer = expect_answer

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        actor: Actor | None = data.get("actor")
        if actor is not None and _moves_on(event) and actor.is_private:
            subscriber = actor.subscriber
            if subscriber is not None and subscriber.awaiting is not None:
                await self._expect_answer(actor, None)
                data["actor"] = replace(actor, subscriber=replace(subscriber, awaiting=None))
        return await handler(event, data)


def _moves_on(event: TelegramObject) -> bool:
    if not isinstance(event, Update):
        return False
    said = event.message.text if event.message is not None else None
    return event.callback_query is not None or (said or "").startswith("/")


def sender_of(update: Update) -> Sender | None:
    """Where an update comes from; None for one without a chat."""
    match update.event:
        case Message() as message:
            return _of_message(message)
        case CallbackQuery() as query:
            return _of_press(query)
        case InlineQuery() as query:  # in whatever chat it is typed: that is not ours to know
            person = query.from_user
            return Sender(person.id, ChatKind.PRIVATE, person.id, person.language_code)
        case ChatMemberUpdated() as change:
            code = change.from_user.language_code
            return _sender(change.chat, change.from_user.id, code, None)
    return None


def _speaks(event: TelegramObject) -> bool:
    return isinstance(event, Update) and bool(event.message or event.callback_query)


def _of_message(message: Message) -> Sender:
    as_chat = message.sender_chat is not None and message.sender_chat.id == message.chat.id
    person = None if as_chat else message.from_user
    return _sender(
        message.chat,
        person.id if person is not None else None,
        person.language_code if person is not None else None,
        message.message_thread_id if message.is_topic_message else None,
        speaks_as_chat=as_chat,
    )


def _of_press(query: CallbackQuery) -> Sender:
    person, message = query.from_user, query.message
    if message is None:  # a button under an inline message: its chat is not ours to know
        return Sender(person.id, ChatKind.PRIVATE, person.id, person.language_code)
    in_topic = isinstance(message, Message) and message.is_topic_message
    thread_id = message.message_thread_id if isinstance(message, Message) and in_topic else None
    return _sender(message.chat, person.id, person.language_code, thread_id)


def _sender(
    chat: Chat,
    user_id: int | None,
    language_code: str | None,
    thread_id: int | None,
    *,
    speaks_as_chat: bool = False,
) -> Sender:
    kind = ChatKind(chat.type)
    return Sender(
        chat_id=chat.id,
        kind=kind,
        user_id=user_id,
        language_code=language_code,
        thread_id=thread_id,
        speaks_as_chat=speaks_as_chat,
        title=None if kind is ChatKind.PRIVATE else chat.title,
    )
