"""The only place that turns an Outgoing into aiogram's calls and its exceptions into outcomes."""

import asyncio
from collections import OrderedDict
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendDocument, SendPhoto, TelegramMethod
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup
from aiohttp import ClientConnectorError

from bot import metrics
from bot.forms import Form, as_json, form_of, keyboard, result_of
from bot.session import (
    PreparedEdit,
    PreparedInline,
    PreparedToast,
    PreparedVenue,
    SentMessage,
    UnreadableAnswerError,
)
from bot.waiting import allowed_wait
from delivery.answers import Venue
from delivery.inline import InlineAnswer
from delivery.limiter import Limiter
from delivery.outcomes import (
    BadMarkup,
    FloodWait,
    Migrated,
    NotConnected,
    NoThread,
    Outcome,
    Refused,
    Sent,
    ServerTrouble,
    Stopped,
    Unknown,
    Unreachable,
)
from delivery.outgoing import Outgoing, Rows
from model.ids import ChatId

log = structlog.get_logger(__name__)

_BODIES = 256
INLINE_SECONDS = 60
"""How long Telegram may give one person the same results without asking."""
_CHAT_IS_GONE = ("chat not found", "not enough rights", "need administrator rights")
_CANNOT_EDIT = ("message to edit not found", "message can't be edited", "there is no text")


class TelegramSender:
    """The outbox's way to Telegram: delivery's port over aiogram."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._forms: OrderedDict[tuple[int, bool, bool], tuple[Outgoing, Form]] = OrderedDict()

    async def send(
        self,
        chat_id: int,
        outgoing: Outgoing,
        *,
        as_plain: bool = False,
        without_thread: bool = False,
        instead_of: int | None = None,
    ) -> Outcome:
        """Send it once; whatever happens is an outcome, never an exception."""
        form = self._prepare(outgoing, as_plain, without_thread or instead_of is not None)
        if instead_of is None:
            outcome = await self._send(chat_id, form)
        else:
            outcome = await self._edit(chat_id, instead_of, form)
        metrics.messages.labels(type(outcome).__name__).inc()
        return outcome

    async def _send(self, chat_id: int, form: Form) -> Outcome:
        kind, fields = form
        try:
            sent = await self._bot(kind(fields={"chat_id": str(chat_id), **fields}))
        except AiogramError as error:
            return outcome_of(error)
        return Sent((sent.message_id,)) if isinstance(sent, SentMessage) else Sent(())

    async def _edit(self, chat_id: int, message_id: int, form: Form) -> Outcome:
        where = {"chat_id": str(chat_id), "message_id": str(message_id)}
        try:
            await self._bot(PreparedEdit(fields={**where, **form[1]}))
        except TelegramBadRequest as error:
            if "message is not modified" in error.message:
                return Sent((message_id,))
            return outcome_of(error)
        except AiogramError as error:
            return outcome_of(error)
        return Sent((message_id,))

    def _prepare(self, outgoing: Outgoing, as_plain: bool, without_thread: bool) -> Form:
        """The form of a body, made once for all the rows that share it."""
        key = (id(outgoing), as_plain, without_thread)
        if key in self._forms:
            self._forms.move_to_end(key)
            return self._forms[key][1]
        form = form_of(outgoing, as_plain=as_plain, without_thread=without_thread)
        # The body is kept beside its form, so that its id is not given to another one meanwhile.
        self._forms[key] = (outgoing, form)
        if len(self._forms) > _BODIES:
            self._forms.popitem(last=False)
        return form


class LimitedAnswers:
    """What handlers say: through the limiter, ahead of every row of the outbox."""

    def __init__(self, bot: Bot, limiter: Limiter) -> None:
        self._bot = bot
        self._limiter = limiter

    async def send(self, chat_id: int, outgoing: Outgoing) -> int | None:
        kind, fields = form_of(outgoing)
        return await self._send(chat_id, kind(fields={"chat_id": str(chat_id), **fields}))

    async def send_file(self, chat_id: int, name: str, content: bytes, caption: str) -> int | None:
        file = BufferedInputFile(content, name)
        return await self._send(
            chat_id, SendDocument(chat_id=chat_id, document=file, caption=caption)
        )

    async def send_photo(
        self,
        chat_id: int,
        content: bytes,
        caption: str,
        buttons: Rows = (),
        thread_id: int | None = None,
    ) -> int | None:
        markup = InlineKeyboardMarkup.model_validate({"inline_keyboard": keyboard(buttons)})
        photo = SendPhoto(
            chat_id=chat_id,
            photo=BufferedInputFile(content, "picture.png"),
            caption=caption,
            message_thread_id=thread_id,
            reply_markup=markup if buttons else None,
        )
        return await self._send(chat_id, photo)

    async def send_venue(
        self, chat_id: int, venue: Venue, buttons: Rows = (), thread_id: int | None = None
    ) -> int | None:
        fields = {
            "chat_id": str(chat_id),
            "latitude": str(venue.latitude),
            "longitude": str(venue.longitude),
            "title": venue.title,
            "address": venue.address,
        }
        if thread_id is not None:
            fields["message_thread_id"] = str(thread_id)
        if buttons:
            fields["reply_markup"] = as_json({"inline_keyboard": keyboard(buttons)})
        return await self._send(chat_id, PreparedVenue(fields=fields))

    async def edit(self, chat_id: int, message_id: int, outgoing: Outgoing) -> bool:
        if not await self._may_go(chat_id):
            return False
        where = {"chat_id": str(chat_id), "message_id": str(message_id)}
        _, fields = form_of(outgoing, without_thread=True)
        try:
            await self._bot(PreparedEdit(fields={**where, **fields}))
        except TelegramBadRequest as error:
            if "message is not modified" in error.message:
                return True
            if not any(words in error.message for words in _CANNOT_EDIT):
                log.warning("an edit was refused", chat_id=chat_id, error=error.message)
            return False
        except AiogramError as error:
            self._note(chat_id, error)
            return False
        return True

    async def toast(self, query_id: str, text: str = "", alert: bool = False) -> None:
        fields = {"callback_query_id": query_id}
        if text:
            fields |= {"text": text[:200], "show_alert": "true" if alert else "false"}
        try:
            await self._bot(PreparedToast(fields=fields))
        except AiogramError as error:
            log.debug("a press was not answered", error=str(error))

    async def inline(self, query_id: str, answer: InlineAnswer) -> None:
        fields = {
            "inline_query_id": query_id,
            "results": as_json([result_of(one) for one in answer.results]),
            "cache_time": str(INLINE_SECONDS),
            "is_personal": "true",  # in the language of who asks
            "next_offset": answer.next_offset,
        }
        if answer.button is not None:
            button = {"text": answer.button, "start_parameter": answer.payload}
            fields["button"] = as_json(button)
        try:
            await self._bot(PreparedInline(fields=fields))
        except AiogramError as error:
            log.info("an inline query was not answered", error=str(error))

    async def _send(self, chat_id: int, method: TelegramMethod[Any]) -> int | None:
        if not await self._may_go(chat_id):
            return None
        try:
            message = await self._bot(method)
        except AiogramError as error:
            self._note(chat_id, error)
            return None
        return int(message.message_id)

    async def _may_go(self, chat_id: int) -> bool:
        """Wait for a permit, but not longer than an answer is of use."""
        allowed = allowed_wait()
        while not self._limiter.take(chat_id, answer=True):
            wait = max(self._limiter.wait(chat_id, answer=True), 0.01)
            if not allowed.spend(wait):
                log.info("an answer came too late to be sent", chat_id=chat_id, wait=wait)
                return False
            await asyncio.sleep(wait)
        return True

    def _note(self, chat_id: int, error: AiogramError) -> None:
        if isinstance(error, TelegramRetryAfter):
            self._limiter.pause(chat_id, float(error.retry_after))
        log.warning("an answer was not sent", chat_id=chat_id, error=str(error))


class ChatAdmins:
    """Asks Telegram, each time, whether a person looks after a group."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def is_admin(self, chat_id: int, user_id: int) -> bool:
        try:
            member = await self._bot.get_chat_member(chat_id, user_id)
        except TelegramAPIError as error:
            log.warning("Telegram did not say who is an admin", chat_id=chat_id, error=str(error))
            return False
        return member.status in ("creator", "administrator")


def outcome_of(error: AiogramError) -> Outcome:
    """What an exception of aiogram's means to a row: the table in docs/architecture.md."""
    match error:
        case TelegramRetryAfter():
            return FloodWait(float(error.retry_after))
        case TelegramMigrateToChat():
            return Migrated(ChatId(error.migrate_to_chat_id))
        case TelegramUnauthorizedError() | TelegramNotFound() | TelegramConflictError():
            return Stopped(error.message)
        case TelegramForbiddenError():
            return Unreachable(error.message)
        case TelegramEntityTooLarge():
            return Refused(error.message)
        case TelegramServerError():
            return ServerTrouble(error.message)
        case TelegramBadRequest():
            return _bad_request(error.message)
        case TelegramNetworkError():
            if isinstance(error.__cause__, ClientConnectorError):
                return NotConnected(error.message)
            return Unknown(error.message)
        case UnreadableAnswerError():
            if error.status >= 500:
                return ServerTrouble(f"an unreadable answer with status {error.status}")
            return Unknown(f"an unreadable answer with status {error.status}")
        case TelegramAPIError():
            return Refused(error.message)
    return Unknown(str(error))


def _bad_request(message: str) -> Outcome:
    if "can't parse entities" in message:
        return BadMarkup(message)
    if "message thread not found" in message:
        return NoThread()
    if any(words in message for words in _CHAT_IS_GONE):
        return Unreachable(message)
    return Refused(message)
