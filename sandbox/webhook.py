"""Delivery by webhook: each queue in order, the next update only after a 2xx."""

import asyncio
from collections import defaultdict

import aiohttp

from sandbox.updates import Updates
from sandbox.world import Json

LONGEST_WAIT = 60.0


class Webhook:
    """Posts the updates to `url` while there is one."""

    def __init__(self, updates: Updates) -> None:
        self.url = ""
        self.secret = ""
        self.last_error = ""
        self._updates = updates
        self._task: asyncio.Task[None] | None = None

    def set(self, url: str, secret: str) -> None:
        self.url, self.secret = url, secret
        self._updates.wake()
        if self._task is None:
            self._task = asyncio.create_task(self._deliver())

    async def close(self) -> None:
        self.url = ""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _deliver(self) -> None:
        busy: set[int] = set()
        waits: dict[int, float] = defaultdict(float)
        async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as group:

            async def post(queue: int, update: Json) -> None:
                await asyncio.sleep(waits[queue])
                if await self._post(session, update):
                    waits.pop(queue, None)
                    for each in self._updates.waiting():
                        if each.update is update:
                            self._updates.remove(each)
                else:
                    waits[queue] = min(max(1.0, waits[queue] * 2), LONGEST_WAIT)
                busy.discard(queue)
                self._updates.wake()

            while self.url:
                changed = self._updates.changed
                for each in self._updates.waiting():
                    if each.queue not in busy:
                        busy.add(each.queue)
                        group.create_task(post(each.queue, each.update))
                await changed.wait()

    async def _post(self, session: aiohttp.ClientSession, update: Json) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        try:
            async with session.post(self.url, json=update, headers=headers) as response:
                if response.ok:
                    self.last_error = ""
                    return True
                self.last_error = f"Wrong response from the webhook: {response.status}"
        except (aiohttp.ClientError, OSError) as error:
            self.last_error = str(error)
        return False
