"""The sandbox's clock: the machine's, moved forward at will."""

import asyncio
import time


class Clock:
    def __init__(self) -> None:
        self._ahead = 0.0
        self._moved = asyncio.Event()

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        self._ahead += seconds
        self._moved.set()
        self._moved = asyncio.Event()

    async def wait(self, event: asyncio.Event, until: float) -> None:
        """Until the event or until this clock shows `until`, whichever comes first."""
        while (left := until - self.now()) > 0 and not event.is_set():
            waits = {asyncio.create_task(each.wait()) for each in (event, self._moved)}
            try:
                await asyncio.wait(waits, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for each in waits:
                    each.cancel()

    async def sleep(self, seconds: float) -> None:
        await self.wait(asyncio.Event(), self.now() + seconds)
