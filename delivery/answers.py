"""Answers: what a handler says at once to someone who has just asked. Not stored, never queued."""

from enum import Enum
from typing import Protocol

from delivery.inline import InlineAnswer
from delivery.outgoing import Outgoing, Rows


class Edited(Enum):
    """What came of an edit."""

    DONE = "done"
    """It reads so now; unchanged counts."""
    NEVER = "never"
    """It is gone, or too old, or its chat is: it cannot be edited any more."""
    NOT_NOW = "not now"
    """There was no room for it, or Telegram did not take it: it may be tried again."""


class Answers(Protocol):
    """The port that handlers speak through; they never call Telegram themselves.

    All go through the limiter, ahead of every row of the outbox. An answer that would wait over
    two seconds is dropped: None and False say so, nothing is raised.
    """

    async def send(self, chat_id: int, outgoing: Outgoing) -> int | None:
        """The new message's id, the last one's of several; None if it was dropped or refused."""
        ...

    async def edit(self, chat_id: int, message_id: int, outgoing: Outgoing) -> bool:
        """Whether the message now reads so; unchanged counts. False: it cannot be edited."""
        ...

    async def rewrite(self, chat_id: int, message_id: int, outgoing: Outgoing) -> Edited:
        """An edit like `edit`, for whoever wants to know what came of it."""
        ...

    async def toast(self, query_id: str, text: str = "", alert: bool = False) -> None:
        """Ends the waiting of a pressed button; a query too old is nobody's error."""
        ...

    async def inline(self, query_id: str, answer: InlineAnswer) -> None:
        """What is offered to someone who types the bot's name; a late answer is nobody's error."""
        ...

    async def send_file(self, chat_id: int, name: str, content: bytes, caption: str) -> int | None:
        """A document made on the spot; the caption is HTML of at most 1,024."""
        ...

    async def send_photo(
        self,
        chat_id: int,
        content: bytes,
        caption: str,
        buttons: Rows = (),
        thread_id: int | None = None,
    ) -> int | None:
        """A picture made on the spot (PNG); the caption is HTML of at most 1,024."""
        ...
