"""Scheduled failures: what Telegram, or the way to it, does wrong next."""

import random
from dataclasses import dataclass
from typing import Literal

from sandbox.errors import ApiError, retry_after
from sandbox.params import Params

_CHAOTIC = ("send", "edit", "copy", "forward", "delete", "pin")


@dataclass
class Fault:
    """How the next `times` calls of a method end. With a delay alone they succeed, late."""

    method: str = "*"
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

    def fits(self, method: str, params: Params) -> bool:
        return (
            self.times > 0
            and self.method.lower() in ("*", method.lower())
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
        return None if self.drop or only_waits else ApiError(self.status, self.description or "")


class Faults:
    def __init__(self) -> None:
        self._scheduled: list[Fault] = []
        self._chance = random.Random(0)
        self._share = 0.0

    def add(self, fault: Fault) -> None:
        self._scheduled.append(fault)

    def take(self, method: str, params: Params) -> Fault | None:
        """The first fault that fits the call; it counts down."""
        for fault in self._scheduled:
            if fault.fits(method, params):
                fault.times -= 1
                return fault
        if self._share and method.lower().startswith(_CHAOTIC):
            return self._perhaps()
        return None

    def chaos(self, share: float, seed: int) -> None:
        """From now on this share of what is sent and edited fails, each time in another way."""
        self._share, self._chance = share, random.Random(seed)

    def _perhaps(self) -> Fault | None:
        if self._chance.random() >= self._share:
            return None
        kinds = (
            Fault(retry_after=self._chance.randint(1, 5)),
            Fault(code=500, description="restart"),
            Fault(body="<html><h1>502 Bad Gateway</h1></html>"),
            Fault(drop="before"),
            Fault(drop="after"),
        )
        return self._chance.choice(kinds)
