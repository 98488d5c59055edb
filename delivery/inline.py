"""What an inline query is answered with: results that a person may send into any chat."""

from collections.abc import Sequence
from dataclasses import dataclass

from delivery.outgoing import Outgoing

MOST_RESULTS = 50
"""Telegram takes no more in one answer."""


@dataclass(frozen=True, slots=True)
class InlineResult:
    """A line of the list, and the message that choosing it sends."""

    id: str
    """At most 64 bytes."""
    title: str
    description: str
    thumbnail_url: str | None
    message: Outgoing


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """A page of results."""

    results: Sequence[InlineResult]
    next_offset: str = ""
    """What the query for the next page will say; empty: there is none."""
    button: str | None = None
    """Words over the list that lead into the bot; `payload` is what /start is followed by."""
    payload: str = "inline"
