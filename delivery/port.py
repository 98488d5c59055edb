"""The way to Telegram, as delivery sees it: bot/telegram.py in life, a fake in tests."""

from collections.abc import Sequence
from typing import Protocol

from delivery.outcomes import Outcome
from delivery.outgoing import Outgoing


class Telegram(Protocol):
    async def send(
        self,
        chat_id: int,
        outgoing: Outgoing,
        *,
        as_plain: bool = False,
        without_thread: bool = False,
        instead_of: int | None = None,
    ) -> Outcome:
        """Send it once, without what follows it, and say what came back; raises nothing.

        `instead_of` is the id of a message of ours that is edited to become it.
        """
        ...

    async def delete(self, chat_id: int, message_ids: Sequence[int]) -> Outcome:
        """Take messages of ours back. One that is gone already is as good as deleted."""
        ...

    async def pin(self, chat_id: int, message_id: int) -> Outcome:
        """Pin it without a sound; one that is pinned already stays so."""
        ...
