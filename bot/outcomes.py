"""aiogram's exceptions as outcomes: the left column of the table in docs/architecture.md."""

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
from aiohttp import ClientConnectorError

from bot.session import UnreadableAnswerError
from delivery.outcomes import (
    BadMarkup,
    FloodWait,
    Migrated,
    NotConnected,
    NoThread,
    Outcome,
    Refused,
    ServerTrouble,
    Stopped,
    Unknown,
    Unreachable,
)
from model.ids import ChatId

_CHAT_IS_GONE = ("chat not found", "not enough rights to send text", "need administrator rights")
"""A chat that takes no pictures still takes a text: that is a refusal of one message."""


def outcome_of(error: AiogramError) -> Outcome:
    """What an exception of aiogram's means to a message that was to be sent or edited."""
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
