"""How things stand with Telegram: whether messages are taken, and how many at once to try."""

import structlog

from common.clock import Clock
from delivery.deciding import Decision

log = structlog.get_logger(__name__)

STOPPED_SECONDS = 30.0
"""Between two tries while Telegram refuses everything."""
LONGEST_PAUSE = 60.0
MANY_TROUBLES = 3


class Condition:
    """Learns from what comes back. In trouble the sender pauses, longer each time.

    After three troubles in a row one message goes at a time, until one is answered: an outage
    must not burn rows. A whole burst that fails together is one lesson, not twenty-five.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.stopped: str | None = None
        """Why nothing can be sent at all, until an operator acts."""
        self._troubles = 0
        self._pauses = 0
        self._learnt_at = float("-inf")
        self._resume_at = float("-inf")

    def wait(self) -> float:
        """Seconds until a message may be tried."""
        return max(0.0, self._resume_at - self._clock.monotonic())

    def most(self, at_best: int) -> int:
        """How many messages may be in flight now."""
        if self.wait() > 0:
            return 0
        in_doubt = self.stopped is not None or self._troubles >= MANY_TROUBLES
        return 1 if in_doubt else at_best

    def learn(self, decision: Decision, started: float) -> None:
        """What came back for a message that went off at `started`, by the monotonic clock."""
        is_news = started > self._learnt_at
        if decision.stop is not None:
            self._stop(decision.stop)
        elif decision.is_trouble:
            self._slow_down(decision.change.error, is_news)
        else:
            self._go_on(is_news)

    def _stop(self, reason: str) -> None:
        if self.stopped is None:
            log.error("nothing can be sent", error=reason)
        self.stopped = reason
        self._learnt_at = self._clock.monotonic()
        self._resume_at = self._learnt_at + STOPPED_SECONDS

    def _slow_down(self, error: str | None, is_news: bool) -> None:
        self._troubles += 1
        if self._troubles == MANY_TROUBLES:
            log.warning("Telegram is in trouble", error=error)
        if not is_news:
            return
        self._pauses += 1
        pause = min(2.0 ** min(self._pauses - 1, 10), LONGEST_PAUSE)
        self._learnt_at = self._clock.monotonic()
        self._resume_at = max(self._resume_at, self._learnt_at + pause)

    def _go_on(self, is_news: bool) -> None:
        if is_news and (self.stopped is not None or self._troubles >= MANY_TROUBLES):
            log.info("messages are taken again")
        self._troubles = 0
        if is_news:  # an answer to what went off before the trouble says nothing about it
            self.stopped, self._pauses = None, 0
