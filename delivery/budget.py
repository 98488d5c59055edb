"""What one claim may cost: the permits there are, spent on rows in their order.

None overtakes a row that needs more permits than there are: it would wait for ever.
"""

from collections.abc import Callable

from common.clock import Clock
from delivery.limiter import Limiter
from model.outbox import OutboxRow

PATIENCE_SECONDS = 2.0
"""How long a row waits for many permits at once before answers have to leave it some."""
_NO_CHAT = 0
"""What a chat that does not exist waits for is the limit overall."""


class Budget:
    def __init__(self, limiter: Limiter, clock: Clock, cost: Callable[[OutboxRow], int]) -> None:
        self._limiter = limiter
        self._clock = clock
        self._cost = cost
        self._left = 0
        self._wanted = 0
        """What the row whose turn it is costs, where it had to wait: fewer are of no use."""
        self._wanted_since = float("-inf")

    @property
    def is_short(self) -> bool:
        """Whether the last claim ended before a row that it could not pay."""
        return self._wanted > 0

    def room(self) -> int:
        """Permits that are of use now."""
        room = self._limiter.room()
        if room >= min(self._wanted, self._limiter.per_second):
            return room
        if self._clock.monotonic() - self._wanted_since > PATIENCE_SECONDS:
            self._limiter.reserve(self._wanted)
        return 0

    def wait(self) -> float:
        """Seconds until there are some."""
        return self._limiter.wait(_NO_CHAT, self._wanted or 1)

    def begin(self) -> None:
        """Another claim: all permits are there to be spent."""
        self._left = self._limiter.room()

    def pays(self, row: OutboxRow) -> bool:
        """Whether there are permits left for it; what is larger than all of them takes all."""
        cost = min(self._cost(row), self._limiter.per_second)
        self._left -= cost
        if self._left < 0:
            self._want(cost)
        return self._left >= 0

    def end(self, claimed: int) -> None:
        if self._left >= 0:
            self._wanted = 0
        elif claimed:  # the row that waits now is another one
            self._wanted_since = self._clock.monotonic()

    def _want(self, cost: int) -> None:
        if not self._wanted:
            self._wanted_since = self._clock.monotonic()
        self._wanted = cost
