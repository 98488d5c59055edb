"""A process that only sends: `… -m tests.delivery.sender_process DATABASE_URL ADDRESS PER_SECOND`.

Short leases, so that its successor need not wait for what it leaves in flight.
"""

import asyncio
import sys
from collections.abc import Sequence
from datetime import timedelta

import aiohttp

from common.clock import SystemClock
from delivery import sender as sending
from delivery.limiter import Limiter
from delivery.outcomes import Outcome, Sent, Unknown
from delivery.outgoing import Outgoing
from storage.database import Database

LEASE = timedelta(seconds=2)


class PlainTelegram:
    """Posts each message to an address, with its chat and words; the answer is its number."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self._session = session
        self._address = address

    async def send(
        self,
        chat_id: int,
        outgoing: Outgoing,
        *,
        as_plain: bool = False,
        without_thread: bool = False,
        instead_of: int | None = None,
    ) -> Outcome:
        """The answer is one number; the other messages of an album have those after it."""
        try:
            url = f"{self._address}/{chat_id}/{outgoing.text or 'album'}"
            async with self._session.post(url) as answer:
                first = int(await answer.text())
        except (aiohttp.ClientError, TimeoutError) as error:
            return Unknown(str(error))
        return Sent(tuple(range(first, first + outgoing.messages)))

    async def delete(self, chat_id: int, message_ids: Sequence[int]) -> Outcome:
        raise NotImplementedError

    async def pin(self, chat_id: int, message_id: int) -> Outcome:
        raise NotImplementedError


async def main(database_url: str, address: str, per_second: str) -> None:
    sending.RECOVER_SECONDS = 0.2
    database, clock = Database(database_url), SystemClock()
    async with aiohttp.ClientSession() as session:
        telegram = PlainTelegram(session, address)
        limiter = Limiter(clock, int(per_second))
        sender = sending.Sender(database, telegram, limiter, clock, lease=LEASE)
        await sender.run(asyncio.Event())


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
