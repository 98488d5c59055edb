"""The record of calls: what the bot asked and what it was told."""

import asyncio
from collections import Counter
from dataclasses import dataclass
from typing import Any

from sandbox.clock import Clock
from sandbox.params import Params
from sandbox.world import Json


@dataclass
class Call:
    """One call. `code` is 0 while it runs, and for a dropped connection."""

    n: int
    time: float
    method: str
    params: Json
    code: int = 0
    response: Any = None
    """The body of the answer, as the bot got it."""
    done: bool = False
    is_lost: bool = False
    """It had its effect, and the bot was not told."""

    def json(self) -> Json:
        return {
            "n": self.n,
            "time": self.time,
            "method": self.method,
            "params": self.params,
            "code": self.code,
            "response": self.response,
        }


class Calls:
    """Every call, in the order it came."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._calls: list[Call] = []
        self._begun_of: Counter[str] = Counter()
        self._ended_of: Counter[str] = Counter()
        self._changed = asyncio.Event()

    def begin(self, method: str, params: Params) -> Call:
        shown = dict(params.values)
        for name, (filename, content) in params.files.items():
            shown[name] = f"<{filename}: {len(content)} bytes>"
        call = Call(len(self._calls) + 1, self._clock.now(), method, shown)
        self._calls.append(call)
        self._begun_of[method] += 1
        self._wake()
        return call

    def end(self, call: Call, code: int, response: Any) -> None:
        call.code, call.response, call.done = code, response, True
        self._ended_of[call.method] += 1
        self._wake()

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    def of(self, method: str | None, since: int = 0) -> list[Call]:
        """Calls numbered above `since`, of one method or of all."""
        return [call for call in self._calls[since:] if method in (None, call.method)]

    async def wait(
        self, method: str, n: int, wait_seconds: float, since: int, *, ended: bool = True
    ) -> list[Call]:
        """At least n calls of the method, ended or only begun; TimeoutError says what there was."""
        counted = self._ended_of if ended else self._begun_of
        loop = asyncio.get_running_loop()
        until = loop.time() + wait_seconds
        while True:
            # Where not even all calls together are enough, there is no need to go through them.
            if counted[method] >= n and len(found := self._fitting(method, since, ended)) >= n:
                return found
            changed = self._changed
            try:
                await asyncio.wait_for(changed.wait(), max(0.0, until - loop.time()))
            except TimeoutError:
                there = len(self._fitting(method, since, ended))
                seen = [call.method for call in self.of(None, since)][-30:]
                raise TimeoutError(
                    f"{there} of {n} calls of {method} in {wait_seconds} s; seen: {seen}"
                ) from None

    def _fitting(self, method: str, since: int, ended: bool) -> list[Call]:
        return [call for call in self.of(method, since) if call.done or not ended]
