"""Scheduled failures: what Telegram, or the way to it, does wrong next."""

from dataclasses import dataclass
from typing import Literal

from sandbox.errors import ApiError, retry_after
from sandbox.params import Params


@dataclass
class Fault:
    """How the next `times` calls of a method end."""

    method: str = "*"
    times: int = 1
    chat_id: int | None = None
    contains: str | None = None
    """Only calls whose parameters contain this text."""
    code: int = 500
    description: str | None = None
    """Without its prefix, as in Telegram's documentation: `chat not found`."""
    body: str | None = None
    """Sent as it is, as HTML: what a proxy before Telegram says."""
    retry_after: int | None = None
    delay: float = 0.0
    """Seconds before anything happens."""
    drop: Literal["before", "after"] | None = None
    """Close the connection, before or after the call has had its effect."""
    fails: bool = True
    """False: only the delay."""

    def fits(self, method: str, params: Params) -> bool:
        return (
            self.times > 0
            and self.method in ("*", method)
            and self.chat_id in (None, params.integer("chat_id"))
            and (self.contains is None or self.contains in str(params.values))
        )

    def error(self) -> ApiError:
        if self.retry_after is not None:
            return retry_after(self.retry_after)
        return ApiError(self.code, self.description or "")


class Faults:
    def __init__(self) -> None:
        self._scheduled: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._scheduled.append(fault)

    def clear(self) -> None:
        self._scheduled.clear()

    def take(self, method: str, params: Params) -> Fault | None:
        """The first fault that fits the call; it counts down."""
        for fault in self._scheduled:
            if fault.fits(method, params):
                fault.times -= 1
                return fault
        return None
