"""A Telegram for the sender: answers as it was told to, and remembers who was sent what."""

import asyncio
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from delivery.outcomes import Outcome, Sent
from delivery.outgoing import Outgoing


@dataclass(frozen=True, slots=True)
class Message:
    chat_id: int
    text: str
    as_plain: bool
    without_thread: bool
    instead_of: int | None = None
    part: Outgoing | None = None


@dataclass
class FakeTelegram:
    sent: list[Message] = field(default_factory=list)
    deleted: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    """Chats, and the ids of their messages."""
    pinned: list[tuple[int, int]] = field(default_factory=list)
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    _answers: dict[int | None, list[Outcome]] = field(default_factory=dict)
    _held: asyncio.Event | None = None
    _came: asyncio.Event = field(default_factory=asyncio.Event)

    def answers(self, *outcomes: Outcome, chat_id: int | None = None) -> None:
        """The next answers, to one chat or to any; after them everything arrives."""
        self._answers.setdefault(chat_id, []).extend(outcomes)

    def holds(self) -> asyncio.Event:
        """Let nothing come back until the event is set."""
        self._held = asyncio.Event()
        return self._held

    async def send(
        self,
        chat_id: int,
        outgoing: Outgoing,
        *,
        as_plain: bool = False,
        without_thread: bool = False,
        instead_of: int | None = None,
    ) -> Outcome:
        message = Message(chat_id, outgoing.text, as_plain, without_thread, instead_of, outgoing)
        self.sent.append(message)
        ids = tuple(next(self._ids) for _ in range(outgoing.messages))
        return await self._answer(chat_id, Sent(ids))

    async def delete(self, chat_id: int, message_ids: Sequence[int]) -> Outcome:
        self.deleted.append((chat_id, tuple(message_ids)))
        return await self._answer(chat_id, Sent(()))

    async def pin(self, chat_id: int, message_id: int) -> Outcome:
        self.pinned.append((chat_id, message_id))
        return await self._answer(chat_id, Sent(()))

    async def _answer(self, chat_id: int, otherwise: Outcome) -> Outcome:
        self._came.set()
        if self._held is not None:
            await self._held.wait()
        for key in (chat_id, None):
            if self._answers.get(key):
                return self._answers[key].pop(0)
        return otherwise

    async def has(self, messages: int) -> None:
        """Wait until that many have come."""
        while len(self.sent) < messages:
            self._came.clear()
            await self._came.wait()

    def to(self, chat_id: int) -> list[str]:
        return [message.text for message in self.sent if message.chat_id == chat_id]

    def chats(self) -> Iterable[int]:
        return (message.chat_id for message in self.sent)
