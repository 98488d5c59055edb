"""People who ask something, each in their private chat."""

from accounts.actor import Actor
from model.ids import ChatId
from model.people import ChatKind, Language


def actor(user_id: int) -> Actor:
    return Actor(ChatId(user_id), ChatKind.PRIVATE, user_id, Language.RUSSIAN)
