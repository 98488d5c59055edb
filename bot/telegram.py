"""The only place that turns an Outgoing into aiogram's calls and its exceptions into outcomes."""

import asyncio
import html
import re
from collections import OrderedDict
from collections.abc import Mapping
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
from aiogram.methods import SendDocument, SendMessage, SendPhoto, TelegramMethod
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
)
from aiohttp import ClientConnectorError

from bot.session import (
    PreparedCall,
    PreparedDocument,
    PreparedPhoto,
    UnreadableAnswerError,
    session_of,
)
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
from delivery.outgoing import MediaKind, Outgoing
from model.ids import ChatId

log = structlog.get_logger(__name__)

LONGEST_WAIT = 2.0
"""Seconds an answer may wait for the limiter; a later one is not an answer any more."""
_BODIES = 256
_CHAT_IS_GONE = ("chat not found", "not enough rights", "need administrator rights")
_CANNOT_EDIT = ("message to edit not found", "message can't be edited", "there is no text")
_TAG = re.compile(r"<[^>]+>")


class TelegramSender:
    """The outbox's way to Telegram: delivery's port over aiogram."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._prepared: OrderedDict[tuple[int, bool, bool], tuple[Outgoing, PreparedCall]]
        self._prepared = OrderedDict()

    async def send(
        self,
        chat_id: int,
        outgoing: Outgoing,
        *,
        as_plain: bool = False,
        without_thread: bool = False,
    ) -> Outcome:
        """Send it once; whatever happens is an outcome, never an exception."""
        prepared = self._prepare(outgoing, as_plain, without_thread)
        call = prepared.model_copy(update={"chat_id": chat_id})
        try:
            sent = await self._bot(call)
        except AiogramError as error:
            return outcome_of(error)
        return Sent((sent.message_id,))

    def _prepare(self, outgoing: Outgoing, as_plain: bool, without_thread: bool) -> PreparedCall:
        key = (id(outgoing), as_plain, without_thread)
        if key in self._prepared:
            self._prepared.move_to_end(key)
            return self._prepared[key][1]
        method = method_for(0, outgoing, as_plain=as_plain, without_thread=without_thread)
        kinds: dict[type[Any], type[PreparedCall]] = {
            SendMessage: PreparedCall,
            SendPhoto: PreparedPhoto,
            SendDocument: PreparedDocument,
        }
        fields: Mapping[str, str] = session_of(self._bot).form_fields(self._bot, method)
        prepared = kinds[type(method)](chat_id=0, fields=fields)
        # The body is kept beside its form, so that its id is not given to another one meanwhile.
        self._prepared[key] = (outgoing, prepared)
        if len(self._prepared) > _BODIES:
            self._prepared.popitem(last=False)
        return prepared


class LimitedAnswers:
    """What handlers say: through the limiter, ahead of every row of the outbox."""

    def __init__(self, bot: Bot, limiter: Limiter) -> None:
        self._bot = bot
        self._limiter = limiter

    async def send(self, chat_id: int, outgoing: Outgoing) -> int | None:
        return await self._send(chat_id, method_for(chat_id, outgoing))

    async def send_file(self, chat_id: int, name: str, content: bytes, caption: str) -> int | None:
        file = BufferedInputFile(content, name)
        return await self._send(
            chat_id, SendDocument(chat_id=chat_id, document=file, caption=caption)
        )

    async def edit(self, chat_id: int, message_id: int, outgoing: Outgoing) -> bool:
        if not await self._may_go(chat_id):
            return False
        try:
            await self._bot.edit_message_text(
                text=outgoing.text,
                chat_id=chat_id,
                message_id=message_id,
                entities=_entities(outgoing),
                parse_mode=None if outgoing.entities is not None else "HTML",
                link_preview_options=_preview(outgoing),
                reply_markup=_keyboard(outgoing),
            )
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
        try:
            await self._bot.answer_callback_query(query_id, text=text[:200], show_alert=alert)
        except AiogramError as error:
            log.debug("a press was not answered", error=str(error))

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
        waited = 0.0
        while not self._limiter.take(chat_id, answer=True):
            wait = self._limiter.wait(chat_id, answer=True)
            if waited + wait > LONGEST_WAIT:
                log.info("an answer came too late to be sent", chat_id=chat_id, wait=wait)
                return False
            waited += max(wait, 0.01)
            await asyncio.sleep(max(wait, 0.01))
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


def method_for(
    chat_id: int, outgoing: Outgoing, *, as_plain: bool = False, without_thread: bool = False
) -> SendMessage | SendPhoto | SendDocument:
    """aiogram's call that sends it. `as_plain`: without any markup, when Telegram refused ours."""
    text = html.unescape(_TAG.sub("", outgoing.text)) if as_plain else outgoing.text
    entities = None if as_plain else _entities(outgoing)
    parse_mode = None if as_plain or outgoing.entities is not None else "HTML"
    thread_id = None if without_thread else outgoing.thread_id
    if outgoing.media is None:
        return SendMessage(
            chat_id=chat_id,
            text=text,
            entities=entities,
            parse_mode=parse_mode,
            message_thread_id=thread_id,
            link_preview_options=_preview(outgoing),
            reply_markup=_keyboard(outgoing),
        )
    common: dict[str, Any] = {
        "chat_id": chat_id,
        "caption": text,
        "caption_entities": entities,
        "parse_mode": parse_mode,
        "message_thread_id": thread_id,
        "reply_markup": _keyboard(outgoing),
    }
    if outgoing.media.kind is MediaKind.PHOTO:
        return SendPhoto(photo=outgoing.media.file_id, **common)
    return SendDocument(document=outgoing.media.file_id, **common)


def _entities(outgoing: Outgoing) -> list[MessageEntity] | None:
    if outgoing.entities is None:
        return None
    return [MessageEntity.model_validate(entity) for entity in outgoing.entities]


def _preview(outgoing: Outgoing) -> LinkPreviewOptions:
    if outgoing.preview_url is None:
        return LinkPreviewOptions(is_disabled=True)
    return LinkPreviewOptions(url=outgoing.preview_url)


def _keyboard(outgoing: Outgoing) -> InlineKeyboardMarkup | None:
    if not outgoing.buttons:
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                InlineKeyboardButton(text=button.label, callback_data=button.data, url=button.url)
                for button in row
            ]
            for row in outgoing.buttons
        ]
    )


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
