"""Who is asking: resolved once per update and passed on as an argument."""

from dataclasses import dataclass
from enum import Enum

from model.ids import ChatId
from model.people import ChatKind, Language, Role, Subscriber


class Operator(Enum):
    """Whoever sits at the machine: may do everything, and has no chat."""

    OPERATOR = "operator"


OPERATOR = Operator.OPERATOR


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who has just said or pressed something in a chat.

    `role` is for what is shown; a use case that needs a role reads it again (rights.py).
    """

    chat_id: ChatId
    kind: ChatKind
    user_id: int | None
    """None for a channel's post, or an admin who speaks as the chat itself."""
    language: Language
    """The chat's, or the client's where the chat has chosen none."""
    role: Role = Role.SUBSCRIBER
    subscriber: Subscriber | None = None
    thread_id: int | None = None
    """The topic of a group where this was said."""
    speaks_as_chat: bool = False
    """An anonymous admin of the group, or the channel itself."""
    title: str | None = None
    """Of a group or a channel."""

    @property
    def is_private(self) -> bool:
        return self.kind is ChatKind.PRIVATE

    @property
    def is_subscribed(self) -> bool:
        return self.subscriber is not None and self.subscriber.is_subscribed
