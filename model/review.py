"""Review: what editors look through, and what they said of articles."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from model.ids import ArticleId


class QueueKind(StrEnum):
    """What an editor wants to see. The values stand in buttons: they never change."""

    ALL = "all"
    """All that waits for an editor."""
    DOUBT = "doubt"
    """What waits because the judge is not sure."""
    WAITING = "wait"
    """What waits because its source is published after review only."""
    KEPT = "kept"
    """What readers got in the last days."""
    DROPPED = "drop"
    """What the judge dropped in the last days though it names the region."""
    SOURCE = "s"
    """One source's articles of the last days, kept or not."""
    STORY = "t"
    """The articles of one story."""


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue of articles, the newest first; `id` is of the source or the story."""

    kind: QueueKind
    id: int = 0

    @property
    def word(self) -> str:
        """As a button names it: "all", "s12"."""
        return f"{self.kind.value}{self.id}" if self.id else self.kind.value


class Verdict(StrEnum):
    """What a label says of its article."""

    KEEP = "keep"
    DROP = "drop"
    AMEND = "amend"


@dataclass(frozen=True, slots=True)
class Label:
    """What an editor said of an article beside what the judge had said: an example to learn from.

    `judged` and `said` are in the words of `keruen news explain`; `said` has only what was said.
    """

    article_id: ArticleId
    at: datetime
    editor_id: int
    verdict: Verdict
    title: str
    lead: str
    judged: dict[str, Any]
    said: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often the judge had said what an editor then said: `agreed` of `all`."""

    agreed: int = 0
    all: int = 0


@dataclass(frozen=True, slots=True)
class ReviewNumbers:
    """How much waits for editors, and how often the judge had said what they said."""

    waiting: int
    month: Agreement
    """The last 30 days."""
    ever: Agreement
    weeks: tuple[Agreement, ...]
    """The last seven days, and the weeks before, the newest first."""
