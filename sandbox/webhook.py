"""Delivery by webhook: each queue in order, the next update only after a 2xx."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl

import aiohttp

from sandbox.clock import Clock
from sandbox.params import Params
from sandbox.updates import Updates
from sandbox.world import Json

FIRST_WAITS = (0.0, 2.0)
LONGEST_WAIT = 60.0
LONGEST_RETRY_AFTER = 3600.0
ANSWER_SECONDS = 60.0
NOT_BY_ANSWER = ("get", "setwebhook", "deletewebhook", "close", "logout")
"""Beginnings of the methods that a webhook's answer cannot call."""

Call = Callable[[str, Params], Awaitable[Any]]
"""A method and its parameters, as they stood in the answer to an update."""


class Webhook:
    """Posts the updates to `url` while there is one."""

    def __init__(self, updates: Updates, clock: Clock, call: Call) -> None:
        self.url = ""
        self.secret = ""
        self.max_connections = 40
        self.last_error = ""
        self.last_error_at = 0.0
        self.call = call
        self._updates = updates
        self._clock = clock
        self._task: asyncio.Task[None] | None = None

    def set(self, url: str, secret: str, max_connections: int) -> None:
        self.url, self.secret, self.max_connections = url, secret, max_connections
        self._updates.refuse_poll()
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
        async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as group:

            async def post(queue: int, update: Json) -> None:
                await self._insist(session, update)
                busy.discard(queue)
                self._updates.wake()

            while True:
                changed = self._updates.changed
                for each in self._updates.waiting():
                    if each.queue not in busy and len(busy) < self.max_connections:
                        busy.add(each.queue)
                        group.create_task(post(each.queue, each.update))
                await changed.wait()

    async def _insist(self, session: aiohttp.ClientSession, update: Json) -> None:
        """Post the update until it is taken or too old; longer pauses each time."""
        tried = 0
        while self._updates.holds(update):
            wait = await self._post(session, update)
            if wait is None:
                self._updates.remove(update)
                return
            usual = FIRST_WAITS[tried] if tried < len(FIRST_WAITS) else 2.0**tried
            tried += 1
            await self._clock.sleep(max(wait, min(usual, LONGEST_WAIT)))

    async def _post(self, session: aiohttp.ClientSession, update: Json) -> float | None:
        """None if the update was taken, else how many seconds the bot asks to wait."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        try:
            async with session.post(
                self.url, json=update, headers=headers, timeout=timeout
            ) as response:
                if response.ok:
                    await self._obey(response.content_type, await response.text())
                    return None
                self._fail(f"Wrong response from the webhook: {response.status} {response.reason}")
                asked = response.headers.get("Retry-After", "")
                return min(float(asked), LONGEST_RETRY_AFTER) if asked.isdigit() else 0.0
        except (aiohttp.ClientError, OSError) as error:
            self._fail(f"Connection failed: {error}")
            return 0.0

    def _fail(self, what: str) -> None:
        self.last_error, self.last_error_at = what, self._clock.now()

    async def _obey(self, kind: str, body: str) -> None:
        """A method in the answer is called; how it ends nobody is told."""
        try:
            asked = json.loads(body) if kind == "application/json" else dict(parse_qsl(body))
        except ValueError:
            return
        name = str(asked.pop("method", "")) if isinstance(asked, dict) else ""
        if not name or name.lower().startswith(NOT_BY_ANSWER):
            return
        await self.call(name, Params(asked))
