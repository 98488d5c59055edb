"""What belongs in an edition, in what order and how much of it. Pure.

stories stored in the period | suit the choices | not had yet | in order | at most 30
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from model.editions import Candidate, Edition
from model.ids import StoryId
from model.people import Choices

MOST = 30
"""Stories of one edition; what did not fit is not carried over into the next."""

OVERLAP = timedelta(minutes=10)
"""A period begins this long before its predecessor's end: on PostgreSQL a story stored at 08:59:59
may be committed after the digest of 09:00 has looked. What was had is taken off again."""

FIRST = timedelta(hours=24)
"""How far back the first edition of a newcomer looks."""

HALF_LIFE = timedelta(days=3)
"""A story this much older needs twice the relevance: it orders the catch-up after a long pause."""


def first_since(subscribed_at: datetime) -> datetime:
    """Where a newcomer's first period begins: on the hour, so that newcomers share editions."""
    return (subscribed_at - FIRST).replace(minute=0, second=0, microsecond=0)


def since_after(previous: Edition) -> datetime:
    return previous.until - OVERLAP


def had_since(since: datetime, chain: Iterable[Edition]) -> frozenset[StoryId]:
    """What a period that begins at `since` may not repeat.

    `chain` is the previous edition, the one before it and so on, as far as they are known; one
    that ended before the period began has nothing in common with it.
    """
    ended_later = (edition for edition in chain if edition.until > since)
    return frozenset(story for edition in ended_later for story in edition.story_ids)


def suits(story: Candidate, choices: Choices) -> bool:
    """Whether the story is one the reader chose; what is not known of a story excludes nothing
    but in districts and sectors, where a choice asks for what names them."""
    if choices.news_languages and story.language and story.language not in choices.news_languages:
        return False
    if choices.districts and not choices.districts & story.districts:
        return False
    return not choices.sectors or bool(choices.sectors & story.sectors)


def choose(
    stories: Iterable[Candidate], choices: Choices, had: Collection[StoryId], until: datetime
) -> tuple[StoryId, ...]:
    """The stories of an edition, the most relevant and freshest first."""
    fitting = [each for each in stories if each.id not in had and suits(each, choices)]
    fitting.sort(key=lambda each: (-_weight(each, until), -each.id))
    return tuple(each.id for each in fitting[:MOST])


def _weight(story: Candidate, until: datetime) -> float:
    return float(story.score * 0.5 ** ((until - story.stored_at) / HALF_LIFE))


def edition_key(
    choices: Choices,
    since: datetime,
    until: datetime,
    had: Collection[StoryId],
    stories: Sequence[StoryId],
) -> str:
    """What tells editions apart: whoever chose the same and had the same of this period shares one.

    Of the previous edition only what it takes off this one counts, so that two chats whose ways
    parted (one asked for a digest in between) share again a day later.
    """
    words = (
        ",".join(sorted(choices.news_languages)),
        ",".join(sorted(choices.districts)),
        ",".join(sorted(choices.sectors)),
        since.isoformat(),
        until.isoformat(),
        ",".join(str(story) for story in sorted(had)),
        ",".join(str(story) for story in stories),
    )
    return sha256("|".join(words).encode()).hexdigest()
