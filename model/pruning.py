"""Dropping what no promise needs any more: how far it got, and what there is to decide on."""

from dataclasses import dataclass
from datetime import datetime

from model.ids import RowId, SubscriberId


@dataclass(frozen=True, slots=True)
class Reached:
    """What became of one window of a table."""

    dropped: int
    last: int | None
    """The id that the next window follows; None where nothing old is left to look at."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A row of the outbox that ended long ago."""

    id: RowId
    at: datetime
    has_brought: bool
    """Whether it arrived, or may have."""
    alerted: SubscriberId | None = None
    """The chat, if the row told it a story at once, and when."""
    alerted_at: datetime | None = None
