"""The HTTP session to Telegram: aiogram's, with two differences.

It keeps the status of an answer that cannot be read (a proxy's 502 is HTML, and aiogram's
ClientDecodeError forgets the status), and it sends prepared calls: what goes to 100,000 chats is
turned into a form once, not 100,000 times.
"""

from collections.abc import Mapping
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response, TelegramType
from aiohttp import FormData
from pydantic import BaseModel

CONNECTIONS = 200
REQUEST_SECONDS = 30.0


class UnreadableAnswerError(ClientDecodeError):
    """Telegram, or something before it, answered with what is no answer of the Bot API."""

    def __init__(self, status: int, error: Exception) -> None:
        super().__init__("the answer cannot be read", error, None)
        self.status = status


class SentMessage(BaseModel):
    """The little of a sent message that is kept."""

    message_id: int


Result = SentMessage | list[SentMessage] | bool


class PreparedCall(TelegramMethod[Result]):
    """A call whose fields are strings already, as they go into the form."""

    __returning__ = SentMessage
    __api_method__ = ""

    fields: Mapping[str, str]


Call = type[PreparedCall]


def prepared(api_method: str, returning: Any = SentMessage) -> Call:
    """A kind of call: the method it asks for and what that returns."""
    names = {"__api_method__": api_method, "__returning__": returning, "__module__": __name__}
    return type(f"Prepared{api_method[0].upper()}{api_method[1:]}", (PreparedCall,), names)


class Session(AiohttpSession):
    """Where all calls to Telegram go through."""

    def __init__(self, api_url: str) -> None:
        super().__init__(
            api=TelegramAPIServer.from_base(api_url), timeout=REQUEST_SECONDS, limit=CONNECTIONS
        )

    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> FormData:
        if not isinstance(method, PreparedCall):
            return super().build_form_data(bot, method)
        form = FormData(quote_fields=False)
        for key, value in method.fields.items():
            form.add_field(key, value)
        return form

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> TelegramType:
        try:
            return await super().make_request(bot, method, timeout)
        except UnicodeDecodeError as error:
            raise UnreadableAnswerError(200, error) from error

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        try:
            return super().check_response(bot, method, status_code, content)
        except ClientDecodeError as error:
            raise UnreadableAnswerError(status_code, error.original) from error


def make_bot(token: str, api_url: str) -> Bot:
    """The bot; every text is HTML unless it comes with entities of its own."""
    return Bot(token, session=Session(api_url), default=DefaultBotProperties(parse_mode="HTML"))
