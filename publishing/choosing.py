"""What belongs in an edition, in what order and how much of it. Pure.

stories stored in the period | suit the choices | not had yet | in order | less alerts | at most 30
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import chain, islice

from model.editions import Candidate, Edition
from model.ids import ChangeId, SourceId, StoryId
from model.news import Article, Story
from model.people import Choices, Grouping, Language
from news.deciding import NEWS_FOR
from news.stems import has_word
from news.telling import group_of

MOST = 30
"""Stories of one edition; what did not fit is not carried over into the next."""

MOST_LIKING = 6
"""Presses of one direction that still move a story."""

OVERLAP = timedelta(minutes=10)
"""A period, or a look of a tick's, begins this long before its predecessor's end: on PostgreSQL a
story stored at 08:59:59 may be committed after the digest of 09:00 has looked. What was had, looked
at or enqueued before is taken off again."""

FIRST = timedelta(hours=24)
"""How far back the first edition of a newcomer looks."""

PER_SOURCE = 0.05
MOST_SOURCES = 6
"""What many outlets tell weighs more, up to so many of them."""

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


def languages_of(language: Language, choices: Choices) -> tuple[str, ...]:
    """In which of its articles a reader is shown a story: the first language it is told in.

    The reader's own comes first unless they chose news in others only.
    """
    chosen = choices.news_languages
    own = (language.value,) if not chosen or language in chosen else ()
    return (*own, *(one.value for one in Language if one in chosen and one is not language))


def told_by(
    articles: Sequence[Article], languages: Sequence[str], muted: Collection[SourceId]
) -> Article | None:
    """The weightiest article of a source that is not muted, in the first of the languages;

    None where only muted sources tell the story.
    """
    heard = [one for one in articles if one.source_id not in muted and one.withdrawn_at is None]
    order = {language: place for place, language in enumerate(languages)}
    return min(
        heard,
        key=lambda one: (order.get(one.language or "", len(order)), -one.score, one.id),
        default=None,
    )


def shown_by(story: Story, article: Article, source_title: str) -> Story:
    """The story as that article of it tells it."""
    return replace(
        story,
        lead_article_id=article.id,
        title=article.title,
        lead=article.lead,
        link=article.link,
        source_title=source_title,
        published_at=article.published_at,
        language=article.language,
        source_id=article.source_id,
    )


def suits(story: Candidate, choices: Choices) -> bool:
    """Whether the story is one the reader chose; what is not known of a story excludes nothing

    but in districts, sectors and words, where a choice asks for what names them.
    """
    languages = choices.news_languages
    return (
        (not languages or not story.languages or bool(languages & story.languages))
        and (not choices.districts or bool(choices.districts & story.districts))
        and (not choices.sectors or bool(choices.sectors & story.sectors))
        and (story.has_amount or not choices.with_amount)
        and not (story.sources and story.sources <= choices.muted_sources)
        and (not choices.words or any(has_word(story.terms, word) for word in choices.words))
        and not any(has_word(story.terms, word) for word in choices.without_words)
    )


def ranked(
    stories: Iterable[Candidate], choices: Choices, had: Collection[StoryId], until: datetime
) -> tuple[StoryId, ...]:
    """The stories that an edition may hold, the most relevant and freshest first."""
    fitting = [each for each in stories if each.id not in had and suits(each, choices)]
    tastes = dict(choices.tastes)
    fitting.sort(key=lambda each: (-_weight(each, until, tastes), -each.id))
    return tuple(each.id for each in fitting)


def choose(fitting: Iterable[StoryId], alerted: Collection[StoryId]) -> tuple[StoryId, ...]:
    """The stories of an edition, less those that alerts have brought."""
    return tuple(islice((story for story in fitting if story not in alerted), MOST))


def grouped(
    chosen: Sequence[StoryId], stories: Iterable[Candidate], by: Grouping | None
) -> tuple[StoryId, ...]:
    """Stories of one district or sector together; the group of the first story comes first."""
    if by is None:
        return tuple(chosen)
    known = {each.id: each for each in stories}
    of = {each: group_of(by, known[each].districts, known[each].sectors) for each in chosen}
    groups: dict[str, list[StoryId]] = {}
    for story in chosen:
        groups.setdefault(of[story], []).append(story)
    return tuple(chain.from_iterable(groups.values()))


def _weight(story: Candidate, until: datetime, tastes: Mapping[str, int]) -> float:
    """Relevance, freshness and taste: each key of which more or less is wanted, by a third."""
    liking = sum(tastes.get(key, 0) for key in story.keys) if tastes else 0
    liking = max(-MOST_LIKING, min(MOST_LIKING, liking))
    widely = 1 + PER_SOURCE * min(MOST_SOURCES, len(story.sources))
    aged = 0.5 ** ((until - _fresh_at(story)) / HALF_LIFE)
    return float(story.score * widely * 1.3**liking * aged)


def _fresh_at(story: Candidate) -> datetime:
    """When it was printed, as far as that can be: stories fetched together would else stand in

    the order of their outlets.
    """
    printed = story.printed_at or story.stored_at
    return min(max(printed, story.stored_at - NEWS_FOR), story.stored_at)


def edition_key(
    choices: Choices,
    since: datetime,
    until: datetime,
    had: Collection[StoryId],
    stories: Sequence[StoryId],
    alerted: Collection[StoryId] = (),
    changes: Sequence[ChangeId] = (),
) -> str:
    """What tells editions apart: whoever chose the same and had the same of this period shares one,

    and whoever follows what changed likewise.

    Of the previous edition only what it takes off this one counts, so that two chats whose ways
    parted (one asked for a digest in between) share again a day later. What alerts took off stands
    apart from what editions did: the chats of an edition must have had the same before it.
    """
    words = (
        *_words_of(choices),
        since.isoformat(),
        until.isoformat(),
        ",".join(str(story) for story in sorted(had)),
        ",".join(str(story) for story in stories),
        *(str(story) for story in sorted(alerted)),
        *(f"change={change}" for change in changes),
    )
    return sha256("|".join(words).encode()).hexdigest()


def _words_of(choices: Choices) -> list[str]:
    """Equal for equal choices; what was not chosen is not named."""
    values = ((field.name, getattr(choices, field.name)) for field in fields(choices))
    return [
        f"{name}={','.join(map(str, sorted(value))) if isinstance(value, frozenset) else value}"
        for name, value in values
        if value
    ]
