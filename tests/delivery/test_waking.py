"""A machine that slept wakes to leases that are over and to answers that have come."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from delivery.sender import LEASE, Sender
from storage.database import Database
from storage.transaction import Transaction
from tests.delivery.office import Office


class Closed(Database):
    """One whose writers wait until it opens."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.opened = asyncio.Event()
        self.opened.set()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Transaction]:
        await self.opened.wait()
        async with super().writing() as db:
            yield db


async def test_what_was_answered_while_the_sender_waited_to_write_is_not_lost(
    database: Database,
) -> None:
    office, closed = Office(database), Closed(database.url)
    office.sender = Sender(closed, office.telegram, office.limiter, office.clock)
    held = office.telegram.holds()
    row_id = await office.post.put(1, "once")
    async with asyncio.TaskGroup() as group:
        await office.sender.step(group)
        await office.telegram.has(1)
        office.clock.advance(LEASE.total_seconds() + 1)
        closed.opened.clear()
        turn = group.create_task(office.sender.step(group))
        await asyncio.sleep(0)
        held.set()
        for _ in range(5):  # the answer comes, and is dealt with
            await asyncio.sleep(0)
        closed.opened.set()
        await turn
    await office.works(60)
    await closed.close()
    assert office.telegram.to(1) == ["once"]
    row = await office.post.row(row_id)
    assert (row.state, row.was_uncertain) == ("sent", False)
