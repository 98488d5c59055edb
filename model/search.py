"""Search: what stories are found by, and what a question becomes before the index is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from model.ids import ChatId, SearchId, StoryId, SubscriberId
from model.news import Story

REORDERED = 500
"""The newest matches, which relevance reorders; the rest comes as it came, the newest first."""

UNCOUNTED = "#hidden"
"""A text with this term adds nothing to the vocabulary: what that puts right is shown to anyone."""

Alternative = tuple[str, ...]
"""Terms that must all be there."""

Group = tuple[Alternative, ...]
"""What one word of a question asks for: any of its alternatives."""


@dataclass(frozen=True, slots=True)
class SearchText:
    """What a story or a project is found by: its terms, and those of its titles apart.

    A term is a word's stem, or names a thing in any language: see news/terms.py.
    """

    id: int
    """Of the story or the project."""
    title: tuple[str, ...]
    terms: tuple[str, ...]
    words: Mapping[str, str]
    """The terms that are counted: stems that a mistyped word may have meant, each with its shortest

    word as printed, and others with none."""


@dataclass(frozen=True, slots=True)
class Match:
    """What the index found."""

    id: int
    title: str
    """The terms of its titles, a space before, between and behind them."""
    terms: str = ""
    """Likewise all of them, where stories may lack some of what was asked for."""


@dataclass(frozen=True, slots=True)
class KnownWord:
    """A stem that the index knows."""

    term: str
    word: str
    """Its shortest form as printed, folded."""
    texts: int
    """That have it."""


@dataclass(frozen=True, slots=True)
class Search:
    """A search that buttons name."""

    id: SearchId
    subscriber_id: SubscriberId | None
    words: str
    at: datetime
    told_at: datetime | None = None
    """When whoever asked let the registry know that it had no answer."""


@dataclass(frozen=True, slots=True)
class Told:
    """A question that the registry could not answer, and who let it know."""

    id: SearchId
    words: str
    at: datetime
    chat_id: ChatId


class Closeness(Enum):
    """How much of a question its answers have."""

    ALL = auto()
    MOST = auto()
    """All words but one."""
    ANY = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: its first story's number, and the newest story there was then."""

    start: int = 0
    upto: StoryId | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of an answer."""

    words: str
    """As typed, on one line, as far as they are read."""
    is_question: bool
    """False: nothing in them says what to look for."""
    stories: Sequence[Story] = ()
    corrected: str | None = None
    """The words that were looked for instead."""
    closeness: Closeness = Closeness.ALL
    place: Place = Place()
    count: int = 0
    """Of stories found; no more are counted than `REORDERED`."""
    has_more: bool = False
    search: SearchId | None = None
    """Names the search in the buttons of its pages; None where none is needed."""
