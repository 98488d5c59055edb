"""Why a message did not reach a chat, as one of a few kinds: what Telegram said, sorted. Pure.

A row of the outbox keeps the words themselves; who is told of many of them is told the kinds.
"""

from enum import StrEnum

_REFUSED = "Bad Request: "


class Failure(StrEnum):
    BLOCKED = "blocked"
    """The person has blocked the bot."""
    DELETED = "deleted"
    """The account is no more."""
    GONE = "gone"
    """There is no such chat, or the bot is not in it."""
    NO_RIGHTS = "no-rights"
    """The bot is in the chat, or may write to the person, and may not send this there."""
    REFUSED = "refused"
    """Telegram does not take what was to be sent."""

    @property
    def is_of_chat(self) -> bool:
        """Whether it says something about the chat, and nothing about what was to be sent."""
        return self is not Failure.REFUSED


_KINDS = (
    (Failure.BLOCKED, ("blocked",)),
    (Failure.DELETED, ("user is deactivated",)),
    (
        Failure.NO_RIGHTS,
        (
            "not enough rights",
            "have no rights",
            "need administrator rights",
            "user restricted receiving",
            "topic_closed",
            "chat_restricted",
            "chat_write_forbidden",
            "chat_send_",
            "voice_messages_forbidden",
        ),
    ),
    (Failure.GONE, ("chat not found", "unreachable", "peer_id_invalid", "forbidden:", "put out")),
)


def failure_of(error: str) -> Failure:
    """The kind of what was said: Telegram's description, or a word of our own."""
    said = error.lower()
    for kind, words in _KINDS:
        if any(word in said for word in words):
            return kind
    return Failure.REFUSED


def bare(error: str) -> str:
    """Telegram's words without the part that says nothing."""
    return error.removeprefix(_REFUSED)
