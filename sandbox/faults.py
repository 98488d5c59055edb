"""Scheduled failures: what Telegram, or the way to it, does wrong next."""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal

from sandbox.errors import ApiError, retry_after
from sandbox.params import Params

_CHAOTIC = ("send", "edit", "copy", "forward", "delete", "pin")


@dataclass
class Fault:
    """How the next `times` calls of a method end. With a delay alone they succeed, late."""

    method: str = "*"
    """All of them with `*`; with `send*` all whose names begin so."""
    times: int = 1
    chat_id: int | None = None
    contains: str | None = None
    """Only calls whose parameters contain this text."""
    code: int | None = None
    """500 if left out, 400 with a description."""
    description: str | None = None
    """With or without its prefix: `Bad Request: chat not found`, `chat not found`."""
    body: str | None = None
    """Sent as it is, as HTML: what a proxy before Telegram says."""
    retry_after: int | None = None
    delay: float = 0.0
    """Seconds before anything happens; the sandbox's clock can skip them."""
    drop: Literal["before", "after"] | None = None
    """Close the connection, before or after the call has had its effect."""
    hang: Literal["before", "after"] | None = None
    """Say nothing until the caller gives up, likewise."""

    def fits(self, method: str, params: Params) -> bool:
        return (
            self.times > 0
            and fnmatchcase(method.lower(), self.method.lower())
            and self.chat_id in (None, params.integer("chat_id"))
            and (self.contains is None or self.contains in str(params.values))
        )

    @property
    def status(self) -> int:
        return self.code or (500 if self.description is None else 400)

    def error(self) -> ApiError | None:
        """The refusal that this fault makes of a call; None if it only delays or drops."""
        if self.retry_after is not None:
            return retry_after(self.retry_after)
        only_waits = self.delay > 0 and self.code is None and self.description is None
        if self.drop or self.hang or only_waits:
            return None
        return ApiError(self.status, self.description or "")


ACCIDENTS: Mapping[str, Callable[[random.Random], Fault]] = {
    "flood": lambda chance: Fault(retry_after=chance.randint(1, 5)),
    "flood_of_all": lambda chance: Fault(
        "send*", times=chance.randint(5, 15), retry_after=chance.randint(1, 3)
    ),
    "restart": lambda _: Fault(code=500, description="restart"),
    "proxy": lambda _: Fault(body="<html><h1>502 Bad Gateway</h1></html>"),
    "drop_before": lambda _: Fault(drop="before"),
    "drop_after": lambda _: Fault(drop="after"),
    "hang_before": lambda _: Fault(hang="before"),
    "hang_after": lambda _: Fault(hang="after"),
}
"""What happens by chance. A flood of all strikes the calls after it too, whoever they are for."""
_AT_ONCE = ("flood", "restart", "proxy", "drop_before", "drop_after")
"""Those that keep nobody waiting."""


class Faults:
    def __init__(self) -> None:
        self._scheduled: list[Fault] = []
        self._seed = 0
        self._rates: Mapping[str, float] = {}
        self._calls_to: Counter[int] = Counter()

    def add(self, fault: Fault) -> None:
        self._scheduled.append(fault)

    def take(self, method: str, params: Params) -> Fault | None:
        """The first fault that fits the call; it counts down."""
        for fault in self._scheduled:
            if fault.fits(method, params):
                fault.times -= 1
                return fault
        if self._rates and method.lower().startswith(_CHAOTIC):
            return self._perhaps(params.integer("chat_id"))
        return None

    def chaos(self, rates: float | Mapping[str, float], seed: int) -> None:
        """From now on these shares of what is sent and edited meet an accident.

        `rates`: shares by the names of ACCIDENTS; a number is spread over those that strike at
        once. What becomes of a chat's nth call depends on nothing but the seed.
        """
        if not isinstance(rates, Mapping):
            rates = dict.fromkeys(_AT_ONCE, rates / len(_AT_ONCE))
        if unknown := rates.keys() - ACCIDENTS.keys():
            raise ValueError(f"no such accidents: {sorted(unknown)}; there are {list(ACCIDENTS)}")
        self._rates = {name: rate for name, rate in rates.items() if rate > 0}
        self._seed = seed
        self._calls_to.clear()

    def _perhaps(self, chat_id: int) -> Fault | None:
        self._calls_to[chat_id] += 1
        chance = random.Random(f"{self._seed} {chat_id} {self._calls_to[chat_id]}")
        left = chance.random()
        for name, rate in self._rates.items():
            left -= rate
            if left < 0:
                fault = ACCIDENTS[name](chance)
                fault.times -= 1
                self._scheduled = [each for each in self._scheduled if each.times > 0]
                if fault.times:
                    self._scheduled.append(fault)
                return fault
        return None
