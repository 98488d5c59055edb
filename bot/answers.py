"""What handlers say at once: delivery's port of answers, over aiogram."""

import asyncio
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.methods import SendDocument, SendPhoto, TelegramMethod
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup

from bot.forms import as_json, edit_form_of, form_of, keyboard, result_of
from bot.session import prepared
from bot.waiting import allowed_wait
from delivery.answers import Edited
from delivery.inline import InlineAnswer
from delivery.limiter import Limiter
from delivery.outgoing import Outgoing, Rows

log = structlog.get_logger(__name__)

INLINE_SECONDS = 60
"""How long Telegram may give one person the same results without asking."""
_CANNOT_EDIT = ("message to edit not found", "message can't be edited", "there is no text")
_TOAST = prepared("answerCallbackQuery", bool)
_INLINE = prepared("answerInlineQuery", bool)


class LimitedAnswers:
    """What handlers say: through the limiter, ahead of every row of the outbox."""

    def __init__(self, bot: Bot, limiter: Limiter) -> None:
        self._bot = bot
        self._limiter = limiter

    async def send(self, chat_id: int, outgoing: Outgoing) -> int | None:
        last = None
        for part in outgoing.parts:
            call, fields = form_of(part)
            method = call(fields={"chat_id": str(chat_id), **fields})
            last = await self._send(chat_id, method, part.messages)
            if last is None:
                return None
        return last

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

    async def edit(self, chat_id: int, message_id: int, outgoing: Outgoing) -> bool:
        return await self.rewrite(chat_id, message_id, outgoing) is Edited.DONE

    async def rewrite(self, chat_id: int, message_id: int, outgoing: Outgoing) -> Edited:
        form = edit_form_of(outgoing)
        if form is None:
            return Edited.NEVER
        if not await self._may_go(chat_id):
            return Edited.NOT_NOW
        call, fields = form
        where = {"chat_id": str(chat_id), "message_id": str(message_id)}
        try:
            await self._bot(call(fields={**where, **fields}))
        except TelegramBadRequest as error:
            if "message is not modified" in error.message:
                return Edited.DONE
            if not any(words in error.message for words in _CANNOT_EDIT):
                log.warning("an edit was refused", chat_id=chat_id, error=error.message)
            return Edited.NEVER
        except TelegramForbiddenError as error:
            self._note(chat_id, error)
            return Edited.NEVER
        except AiogramError as error:
            self._note(chat_id, error)
            return Edited.NOT_NOW
        return Edited.DONE

    async def toast(self, query_id: str, text: str = "", alert: bool = False) -> None:
        fields = {"callback_query_id": query_id}
        if text:
            fields |= {"text": text[:200], "show_alert": "true" if alert else "false"}
        try:
            await self._bot(_TOAST(fields=fields))
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
            await self._bot(_INLINE(fields=fields))
        except AiogramError as error:
            log.info("an inline query was not answered", error=str(error))

    async def _send(
        self, chat_id: int, method: TelegramMethod[Any], messages: int = 1
    ) -> int | None:
        if not await self._may_go(chat_id, messages):
            return None
        try:
            sent = await self._bot(method)
        except AiogramError as error:
            self._note(chat_id, error)
            return None
        last = sent[-1] if isinstance(sent, list) else sent
        return int(last.message_id)

    async def _may_go(self, chat_id: int, messages: int = 1) -> bool:
        """Wait for the permits, but not longer than an answer is of use."""
        allowed = allowed_wait()
        while not self._limiter.take(chat_id, messages, answer=True):
            wait = max(self._limiter.wait(chat_id, messages, answer=True), 0.01)
            if not allowed.spend(wait):
                log.info("an answer came too late to be sent", chat_id=chat_id, wait=wait)
                return False
            await asyncio.sleep(wait)
        return True

    def _note(self, chat_id: int, error: AiogramError) -> None:
        if isinstance(error, TelegramRetryAfter):
            self._limiter.pause(chat_id, float(error.retry_after))
        log.warning("an answer was not sent", chat_id=chat_id, error=str(error))
