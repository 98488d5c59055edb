"""A story in full, as one reads it who opens it: what it says, who told it and when. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from model.ids import SourceId
from model.news import Article, Fact, FactKind, Money, Source, Stage, Story, main_fact
from news.names import name_key
from news.telling import amount_of, jobs_of, stage_of

MOST_NAMES = 5
"""Companies that are named; a list of twenty tells nobody anything."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """How much, of what ("t/year", "ha"); `upper` ends a range."""

    value: Decimal
    unit: str
    upper: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the articles of a story say, each fact by the first of them that says it."""

    amount: Money | None = None
    most: int | None = None
    """Where the amount is a range, its end."""
    stage: Stage | None = None
    countries: tuple[str, ...] = ()
    """ISO 3166 alpha-2."""
    jobs: int | None = None
    capacity: Capacity | None = None
    names: tuple[str, ...] = ()
    """Companies, as printed."""


@dataclass(frozen=True, slots=True)
class Told:
    """One source's telling."""

    source_id: SourceId
    source_title: str
    link: str | None
    at: datetime
    is_withdrawn: bool


@dataclass(frozen=True, slots=True)
class Card:
    """All of a story that its readers may see."""

    story: Story
    facts: Facts
    told: tuple[Told, ...]
    """The earliest first."""
    related: tuple[Story, ...] = ()


def card_of(
    story: Story,
    articles: Sequence[Article],
    sources: Mapping[SourceId, Source],
    related: Sequence[Story],
) -> Card:
    """`story` as the reader sees it, with its articles in the order they were stored."""
    told = sorted((_told(one, sources) for one in articles), key=lambda one: one.at)
    return Card(story, facts_of(_ordered(story, articles)), tuple(told), tuple(related))


def facts_of(articles: Sequence[Article]) -> Facts:
    """The facts of these articles, the one that leads first."""
    amount = next(filter(None, map(amount_of, articles)), None)
    capacity = _first(articles, FactKind.CAPACITY)
    return Facts(
        amount=amount,
        most=_most(articles, amount),
        stage=next(filter(None, map(stage_of, articles)), None),
        countries=_values(articles, FactKind.COUNTRY),
        jobs=next(filter(None, map(jobs_of, articles)), None),
        capacity=_capacity(capacity) if capacity else None,
        names=_names(articles),
    )


def _ordered(story: Story, articles: Sequence[Article]) -> list[Article]:
    """Those that still stand, if any does; the one that is shown first."""
    standing = [one for one in articles if one.withdrawn_at is None] or list(articles)
    return sorted(standing, key=lambda one: one.id != story.lead_article_id)


def _told(article: Article, sources: Mapping[SourceId, Source]) -> Told:
    source = sources.get(article.source_id)
    return Told(
        article.source_id,
        source.title if source else "",
        article.link,
        article.told_at,
        article.withdrawn_at is not None,
    )


def _first(articles: Iterable[Article], kind: FactKind) -> Fact | None:
    return next(filter(None, (main_fact(one.facts, kind) for one in articles)), None)


def _most(articles: Iterable[Article], amount: Money | None) -> int | None:
    """The end of the range that begins with the amount."""
    for one in articles:
        fact = main_fact(one.facts, FactKind.AMOUNT)
        if fact and fact.upper and amount == Money(int(fact.value), fact.unit or ""):
            return int(fact.upper)
    return None


def _values(articles: Iterable[Article], kind: FactKind) -> tuple[str, ...]:
    found = (fact.value for one in articles for fact in one.facts if fact.kind is kind)
    return tuple(dict.fromkeys(found))


def _capacity(fact: Fact) -> Capacity:
    upper = None if fact.upper is None else Decimal(fact.upper)
    return Capacity(Decimal(fact.value), fact.unit or "", upper)


def _names(articles: Iterable[Article]) -> tuple[str, ...]:
    """Each once, however it is written elsewhere: as it was met first."""
    found: dict[str, str] = {}
    for one in articles:
        for fact in one.facts:
            if fact.kind is FactKind.COMPANY:
                found.setdefault(name_key(fact.value), fact.value)
    return tuple(found.values())[:MOST_NAMES]
