"""The outbox's way to Telegram: delivery's port, over aiogram."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramAPIError, TelegramBadRequest

from bot import metrics
from bot.forms import Form, as_json, edit_form_of, form_of
from bot.outcomes import outcome_of
from bot.session import Call, Result, prepared
from delivery.outcomes import Outcome, Refused, Sent, Unreachable
from delivery.outgoing import Outgoing
from model.outbox import OUT_OF_REACH

log = structlog.get_logger(__name__)

_FORMS = 256
AT_ONCE = 100
"""Messages that Telegram deletes in one call."""
_DELETE = prepared("deleteMessages", bool)
_PIN = prepared("pinChatMessage", bool)


class TelegramSender:
    """The outbox's way to Telegram: whatever happens is an outcome, never an exception."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._forms: OrderedDict[tuple[int, bool, bool, bool], tuple[Outgoing, Form | None]] = (
            OrderedDict()
        )

    async def send(
        self,
        chat_id: int,
        outgoing: Outgoing,
        *,
        as_plain: bool = False,
        without_thread: bool = False,
        instead_of: int | None = None,
    ) -> Outcome:
        form = self._prepare(outgoing, as_plain, without_thread, instead_of is not None)
        if form is None:
            outcome: Outcome = Refused("such a message cannot be edited")
        elif instead_of is None:
            outcome = await self._send(chat_id, form, outgoing.messages)
        else:
            outcome = await self._edit(chat_id, instead_of, form)
        metrics.messages.labels(type(outcome).__name__).inc()
        return outcome

    async def _send(self, chat_id: int, form: Form, messages: int) -> Outcome:
        call, fields = form
        try:
            sent = await self._bot(call(fields={"chat_id": str(chat_id), **fields}))
        except AiogramError as error:
            return outcome_of(error)
        ids = _ids(sent)  # of a forward, some may be gone where they stood
        return Sent(ids + (OUT_OF_REACH,) * (messages - len(ids)))

    async def _edit(self, chat_id: int, message_id: int, form: Form) -> Outcome:
        call, fields = form
        where = {"chat_id": str(chat_id), "message_id": str(message_id)}
        try:
            await self._bot(call(fields={**where, **fields}))
        except TelegramBadRequest as error:
            if "message is not modified" in error.message:
                return Sent((message_id,))
            return outcome_of(error)
        except AiogramError as error:
            return outcome_of(error)
        return Sent((message_id,))

    async def delete(self, chat_id: int, message_ids: Sequence[int]) -> Outcome:
        ids = [each for each in message_ids if each != OUT_OF_REACH]
        for start in range(0, len(ids), AT_ONCE):
            outcome = await self._delete(chat_id, ids[start : start + AT_ONCE])
            if not isinstance(outcome, Sent):
                return outcome
        return Sent(())

    async def _delete(self, chat_id: int, ids: Sequence[int]) -> Outcome:
        fields = {"message_ids": as_json(ids)}
        outcome = await self._ask(_DELETE, chat_id, fields, done="message to delete not found")
        if isinstance(outcome, Refused) and len(ids) > 1:
            return await self._delete_each(chat_id, ids)
        return outcome

    async def _delete_each(self, chat_id: int, ids: Sequence[int]) -> Outcome:
        """One that may not be deleted keeps the others from it when they are asked for together."""
        result: Outcome = Sent(())
        for each in ids:
            outcome = await self._delete(chat_id, [each])
            if isinstance(outcome, Refused):
                result = outcome
            elif not isinstance(outcome, Sent):
                return outcome
        return result

    async def pin(self, chat_id: int, message_id: int) -> Outcome:
        fields = {"message_id": str(message_id), "disable_notification": "true"}
        return await self._ask(_PIN, chat_id, fields, done="CHAT_NOT_MODIFIED")

    async def _ask(
        self, call: Call, chat_id: int, fields: Mapping[str, str], *, done: str
    ) -> Outcome:
        """Something about messages that are there; a refusal that says `done` is as good."""
        try:
            await self._bot(call(fields={"chat_id": str(chat_id), **fields}))
        except TelegramBadRequest as error:
            outcome = outcome_of(error)
            if done in error.message:
                return Sent(())
            if isinstance(outcome, Unreachable) and "rights" in outcome.reason:
                return Refused(outcome.reason)  # it may not do this, but write it may
            return outcome
        except AiogramError as error:
            return outcome_of(error)
        return Sent(())

    def _prepare(
        self, outgoing: Outgoing, as_plain: bool, without_thread: bool, is_edit: bool
    ) -> Form | None:
        """The form of a body, made once for all the rows that share it."""
        key = (id(outgoing), as_plain, without_thread, is_edit)
        if key in self._forms:
            self._forms.move_to_end(key)
            return self._forms[key][1]
        if is_edit:
            form = edit_form_of(outgoing, as_plain=as_plain)
        else:
            form = form_of(outgoing, as_plain=as_plain, without_thread=without_thread)
        # The body is kept beside its form, so that its id is not given to another one meanwhile.
        self._forms[key] = (outgoing, form)
        if len(self._forms) > _FORMS:
            self._forms.popitem(last=False)
        return form


def _ids(sent: Result) -> tuple[int, ...]:
    if isinstance(sent, bool):
        return ()
    many = sent if isinstance(sent, list) else [sent]
    return tuple(each.message_id for each in many)


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
