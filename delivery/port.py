"""The way to Telegram, as delivery sees it: bot/telegram.py in life, a fake in tests."""

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
        """Send it once and say what came back; raises nothing.

        `instead_of` is the id of a message of ours that is edited to become it.
        """
        ...
