"""What can come back when a message is sent: the left column of the table in the architecture."""

from dataclasses import dataclass

from model.ids import ChatId


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram has it."""

    message_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stopped:
    """401, 404 or 409: nothing can be sent at all until an operator acts."""

    reason: str


@dataclass(frozen=True, slots=True)
class FloodWait:
    """429: too many messages, to this chat or to all."""

    seconds: float


@dataclass(frozen=True, slots=True)
class BadMarkup:
    """400 can't parse entities: a defect of ours."""

    reason: str


@dataclass(frozen=True, slots=True)
class Migrated:
    """The group has become a supergroup under another id."""

    chat_id: ChatId


@dataclass(frozen=True, slots=True)
class NoThread:
    """The group's topic is gone."""


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Blocked, kicked, deleted, without rights: nothing reaches this chat until it returns."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Another 400, or 413: this message will never be taken."""

    reason: str


@dataclass(frozen=True, slots=True)
class ServerTrouble:
    """Status 500 and above: Telegram has not taken it."""

    reason: str


@dataclass(frozen=True, slots=True)
class NotConnected:
    """The connection was never made, so nothing was written."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """It was written and no answer came, or none that can be read: it may have arrived."""

    reason: str


Outcome = (
    Sent
    | Stopped
    | FloodWait
    | BadMarkup
    | Migrated
    | NoThread
    | Unreachable
    | Refused
    | ServerTrouble
    | NotConnected
    | Unknown
)
