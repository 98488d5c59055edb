"""What became of an announcement: how many it reached, how not, and what they did with it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from model.announcements import Announcement, Progress
from model.ids import ChatId, ProjectId, RecipientId
from model.people import Language


@dataclass(frozen=True, slots=True)
class Reached:
    """Recipients of one version."""

    all: int = 0
    sent: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """An announcement in recipients, and in those who pressed its buttons: beside its Progress."""

    languages: Mapping[Language, Reached] = field(default_factory=dict)
    called_off: Mapping[str, int] = field(default_factory=dict)
    """Those who get nothing through no fault of theirs, by why; "" where somebody decided so."""
    partly: int = 0
    """Some of its messages arrived and the rest did not; they stand among the others as well."""
    blocked_since: int = 0
    """It arrived, and nothing can reach them any more."""
    presses: Mapping[int, int] = field(default_factory=dict)
    """People by the number of the button, from 0."""


@dataclass(frozen=True, slots=True)
class Came:
    """What came of an edit so far, or of taking back, in chats."""

    done: int = 0
    left: int = 0
    failed: Mapping[str, int] = field(default_factory=dict)
    """By what was said of it."""


@dataclass(frozen=True, slots=True)
class Results:
    """An announcement with its figures."""

    announcement: Announcement
    progress: Progress
    figures: Figures
    codes: Mapping[ProjectId, str]
    """Of the projects that its buttons open, as far as they are there."""
    came: Came | None = None
    """Of the edit that is under way, or the taking back."""


class Outcome(NamedTuple):
    """How far it got with one chat, in the words of the database: there are 100,000 of these."""

    id: RecipientId
    chat_id: ChatId | None
    """None once the person asked to be forgotten."""
    kind: str | None
    """A ChatKind."""
    title: str | None
    """Of a group or a channel; a person's name is not kept."""
    language: str
    state: str
    """A RecipientState, or a RowState where its row says so."""
    error: str | None
    is_part: bool
    """Some of its messages arrived and the rest did not."""
    at: datetime | None
    """When it came to that."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a spreadsheet of results is made of: small, however many chats there are."""

    results: Results
    packed: tuple[bytes, ...]
    """Outcomes, a slice in each."""
    language: Language
    timezone: str
    now: datetime

    def outcomes(self) -> Iterator[Outcome]:
        for one in self.packed:
            yield from map(_unpacked, json.loads(one))


def pack(outcomes: Sequence[Outcome]) -> bytes:
    return json.dumps(outcomes, ensure_ascii=False, default=datetime.isoformat).encode()


def _unpacked(row: Sequence[Any]) -> Outcome:
    *rest, at = row
    return Outcome._make([*rest, at and datetime.fromisoformat(at)])


class Reach(StrEnum):
    """Whether what a recipient has can still be edited or deleted."""

    WITHIN = "within"
    OLD = "old"
    """It came too long ago."""
    GONE = "gone"
    """The chat cannot be reached any more, or asked to be forgotten, or moved."""
    UNDER_WAY = "under-way"
    """About to be sent, or sent and not answered: it comes to that as soon as it has arrived."""
    WAITING = "waiting"
    DOUBT = "doubt"
    """Perhaps it arrived: nobody knows under which number."""
    NEVER = "never"
    """It did not arrive and will not."""
