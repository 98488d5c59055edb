"""Editions: what one digest holds, shared by every chat it is right for."""

from dataclasses import dataclass
from datetime import datetime

from model.ids import NO_CHANGE, ChangeId, ChatId, EditionId, RowId, SourceId, StoryId, SubscriberId
from model.people import ChatKind, Choices, Language, Schedule


@dataclass(frozen=True, slots=True)
class Edition:
    """A digest kept: the stories stored in (since, until], in order, that suit the choices.

    `previous_id` is the edition its chats had before; None for the first. `last_story_id` is the
    newest story there was, ours or not: a later one is new even if a clock that jumped dates it
    into a period that is over; `last_change_id` likewise of what changed in projects. `change_ids`
    are the changes of followed projects that it told, and those that came to nothing.
    """

    id: EditionId
    choices: Choices
    previous_id: EditionId | None
    since: datetime
    until: datetime
    last_story_id: StoryId
    story_ids: tuple[StoryId, ...]
    last_change_id: ChangeId = NO_CHANGE
    change_ids: tuple[ChangeId, ...] = ()


@dataclass(frozen=True, slots=True)
class NewEdition:
    """An edition to be kept, unless one of the same key is there already."""

    key: str
    choices: Choices
    previous_id: EditionId | None
    since: datetime
    until: datetime
    last_story_id: StoryId
    story_ids: tuple[StoryId, ...]
    last_change_id: ChangeId = NO_CHANGE
    change_ids: tuple[ChangeId, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story as an edition is chosen from it: without its words."""

    id: StoryId
    stored_at: datetime
    score: float
    districts: frozenset[str]
    sectors: frozenset[str]
    languages: frozenset[str] = frozenset()
    """Those it is told in; empty where nobody knows."""
    sources: frozenset[SourceId] = frozenset()
    terms: frozenset[str] = frozenset()
    """Stems of its words, in the languages it is told in."""
    keys: frozenset[str] = frozenset()
    """What it shares with related stories: "company:lihua", "sector:textile", "place:612000000"."""
    has_amount: bool = False
    printed_at: datetime | None = None
    """By the article that leads; publishers' clocks are not to be trusted."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A chat as a digest is made for it."""

    id: SubscriberId
    chat_id: ChatId
    kind: ChatKind
    language: Language
    schedule: Schedule
    choices: Choices
    thread_id: int | None
    tells_nothing_new: bool
    subscribed_at: datetime | None
    next_digest_at: datetime | None


@dataclass(frozen=True, slots=True)
class SentNews:
    """A message that brought an edition, or one story at once: `outgoing` is what it says."""

    row_id: RowId
    subscriber_id: SubscriberId
    chat_id: ChatId
    message_id: int | None
    body_key: str
    outgoing: str
    made_at: datetime
    """When the body was made: what befell a story later, it does not say."""
    edition_id: EditionId | None = None
    story_id: StoryId | None = None


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """An edition goes to a chat by a row of the outbox."""

    subscriber_id: SubscriberId
    edition_id: EditionId
    row_id: RowId
