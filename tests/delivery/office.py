"""A sender at work in a test: it takes a step, everything in flight arrives, the clock moves."""

import asyncio

from delivery.limiter import Limiter
from delivery.sender import Sender
from storage.database import Database
from tests.clocks import ManualClock
from tests.delivery.fakes import FakeTelegram
from tests.delivery.post import Post


class Office:
    def __init__(self, database: Database, per_second: int = 25) -> None:
        self.clock = ManualClock()
        self.post = Post(database, self.clock)
        self.telegram = FakeTelegram()
        self.limiter = Limiter(self.clock, per_second)
        self.sender = self.new_sender()

    def new_sender(self) -> Sender:
        """As after a restart: it remembers nothing."""
        return Sender(self.post.database, self.telegram, self.limiter, self.clock)

    async def step(self) -> float:
        """One step; what it sent has been answered. How long the sender would rest."""
        async with asyncio.TaskGroup() as group:
            return await self.sender.step(group)

    async def works(self, seconds: float) -> None:
        """Let that much time pass, and the sender do what it does meanwhile."""
        until = self.clock.monotonic() + seconds
        while (left := until - self.clock.monotonic()) > 0:
            rest = await self.step()
            self.clock.advance(min(max(rest, 0.001), left))
        await self.step()
