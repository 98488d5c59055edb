"""Editions: what one digest holds, shared by every chat it is right for."""

from dataclasses import dataclass
from datetime import datetime

from model.ids import EditionId, StoryId
from model.people import Choices


@dataclass(frozen=True, slots=True)
class Edition:
    """A digest kept: the stories stored in (since, until], in order, that suit the choices.

    `previous_id` is the edition its chats had before; None for the first.
    """

    id: EditionId
    choices: Choices
    previous_id: EditionId | None
    since: datetime
    until: datetime
    story_ids: tuple[StoryId, ...]


@dataclass(frozen=True, slots=True)
class NewEdition:
    """An edition to be kept, unless one of the same key is there already."""

    key: str
    choices: Choices
    previous_id: EditionId | None
    since: datetime
    until: datetime
    story_ids: tuple[StoryId, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story as an edition is chosen from it."""

    id: StoryId
    stored_at: datetime
    language: str | None
    score: float
    districts: frozenset[str]
    sectors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """A story as a reader is shown it: its leading article, and how many sources tell it."""

    id: StoryId
    title: str
    lead: str
    link: str | None
    source: str
    source_count: int
    at: datetime
    """When the article was published, or stored where it does not say or says the future."""
