"""What the articles of a story make of it. Pure.

The facts of a story are those of the article that leads; what others add (a place, a sector, an
amount the first did not name) completes them. The article that leads goes on leading: readers
have seen it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from model.ids import ArticleId, StoryId
from model.news import (
    Amendment,
    Article,
    Correction,
    Fact,
    FactKind,
    Mark,
    Money,
    Stage,
    Telling,
    main_fact,
    money_of,
)
from model.people import Grouping
from news.identity import are_alike
from news.names import name_key
from news.stems import term_set

CORRECTED = (FactKind.AMOUNT, FactKind.JOBS, FactKind.CAPACITY)
"""Facts whose change readers are told of."""

_NAMED = (FactKind.COMPANY, FactKind.ZONE)


def tell(story: StoryId, articles: Sequence[Article], before: Telling, now: datetime) -> Telling:
    """The story as its articles, in the order they were stored, now tell it.

    Articles that their outlets took down tell it only as long as no other does.
    """
    standing = [one for one in articles if one.withdrawn_at is None]
    told_by = standing or list(articles)
    leads = _leads(told_by, before)
    led_by = _first([before.lead_article_id], told_by)
    lead = led_by or _weightiest(told_by) if told_by else None
    ordered = [lead, *(one for one in told_by if one is not lead)] if lead else []
    telling = Telling(
        id=story,
        lead_article_id=lead.id if lead else None,
        leads=leads,
        score=max((one.score for one in told_by), default=0.0),
        districts=_union(districts_of(one) for one in told_by),
        sectors=_union(sectors_of(one) for one in told_by),
        source_ids=tuple(sorted({one.source_id for one in told_by})),
        terms=term_set((f"{one.title}\n{one.lead}", one.language) for one in told_by),
        keys=keys_of(told_by),
        amount=next(filter(None, map(amount_of, ordered)), None),
        stage=next(filter(None, map(stage_of, ordered)), None),
        mark=before.mark,
        corrections=before.corrections,
        marked_at=before.marked_at,
    )
    if articles and not standing:
        return _marked(telling, Mark.WITHDRAWN, telling.corrections, now)
    if telling.mark is Mark.WITHDRAWN:
        return _unmarked(telling, now)
    if _leads_were_withdrawn(articles, before):
        return replace(telling, marked_at=now)
    return telling


def corrected(telling: Telling, corrections: Sequence[Correction], now: datetime) -> Telling:
    """The story marked as corrected; a fact corrected twice is told from its first form on,

    and one that is again what it was is no correction any more.
    """
    merged = {one.kind: one for one in telling.corrections}
    for one in corrections:
        first = merged.get(one.kind)
        merged[one.kind] = one if first is None else Correction(one.kind, first.before, one.after)
    standing = tuple(one for one in merged.values() if one.before != one.after)
    if corrections and not standing:
        return replace(telling, mark=None, corrections=(), marked_at=now)
    # Each time anew: a title that became another one twice is to be read as it is now.
    return replace(telling, mark=Mark.CORRECTED, corrections=standing, marked_at=now)


def corrections_between(before: Article, after: Article) -> tuple[Correction, ...] | None:
    """What an outlet put right in an article; None where nothing a reader should know of.

    Empty: the title became another one, and no fact that readers are told of changed.
    """
    changes: list[Correction] = []
    for kind in CORRECTED:
        if is_amended(after, kind):  # readers have the editor's word, which stands
            continue
        old, new = main_fact(before.facts, kind), main_fact(after.facts, kind)
        if old is not None and new is not None and _value(old) != _value(new):
            changes.append(Correction(kind, old.text, new.text))
    if changes:
        return tuple(changes)
    return None if are_alike(before.title_key, after.title_key) else ()


def keys_of(articles: Iterable[Article]) -> tuple[str, ...]:
    """What related stories share: companies and zones by name, places, sectors."""
    keys: set[str] = set()
    for one in articles:
        keys |= {f"{fact.kind}:{name_key(fact.value)}" for fact in one.facts if fact.kind in _NAMED}
        keys |= {f"place:{code}" for code in districts_of(one)}
        keys |= {f"sector:{code}" for code in sectors_of(one)}
    return tuple(sorted(keys))


def group_of(by: Grouping, districts: Collection[str], sectors: Collection[str]) -> str:
    """The one district or sector by which a story stands with others; empty where it has none."""
    return min(districts if by is Grouping.DISTRICT else sectors, default="")


def sectors_of(article: Article) -> tuple[str, ...]:
    """As an editor put them right, or as the judge found them."""
    amended = _amendment(article).sectors
    return article.sectors if amended is None else amended


def districts_of(article: Article) -> tuple[str, ...]:
    amended = _amendment(article).districts
    return article.districts if amended is None else amended


def amount_of(article: Article) -> Money | None:
    amended = _amendment(article)
    if FactKind.AMOUNT in amended.without:
        return None
    return amended.amount or money_of(article.facts)


def stage_of(article: Article) -> Stage | None:
    amended = _amendment(article)
    if FactKind.STAGE in amended.without:
        return None
    fact = main_fact(article.facts, FactKind.STAGE)
    return amended.stage or (Stage(fact.value) if fact else None)


def jobs_of(article: Article) -> int | None:
    amended = _amendment(article)
    if FactKind.JOBS in amended.without:
        return None
    fact = main_fact(article.facts, FactKind.JOBS)
    return int(fact.value) if amended.jobs is None and fact else amended.jobs


def is_amended(article: Article, kind: FactKind) -> bool:
    """Whether an editor said what the article's fact of this kind is, or that it has none."""
    amended = _amendment(article)
    said = {
        FactKind.AMOUNT: amended.amount,
        FactKind.STAGE: amended.stage,
        FactKind.JOBS: amended.jobs,
    }
    return kind in amended.without or said.get(kind) is not None


def _amendment(article: Article) -> Amendment:
    return article.amendment or Amendment()


def _leads(articles: Sequence[Article], before: Telling) -> dict[str, ArticleId]:
    """For each language the article that led it, or else the weightiest."""
    leads: dict[str, ArticleId] = {}
    for language in sorted({one.language for one in articles if one.language}):
        in_it = [one for one in articles if one.language == language]
        led = _first([before.leads.get(language)], in_it)
        leads[language] = (led or _weightiest(in_it)).id
    return leads


def _leads_were_withdrawn(articles: Sequence[Article], before: Telling) -> bool:
    """Whether readers have had the story by an article that is not there any more."""
    led = {before.lead_article_id, *before.leads.values()}
    return any(one.withdrawn_at is not None and one.id in led for one in articles)


def _first(ids: Iterable[ArticleId | None], articles: Sequence[Article]) -> Article | None:
    wanted = set(ids)
    return next((one for one in articles if one.id in wanted), None)


def _weightiest(articles: Sequence[Article]) -> Article:
    return min(articles, key=lambda one: (-one.score, one.id))


def _value(fact: Fact) -> tuple[str, str | None, str | None]:
    return fact.value, fact.unit, fact.upper


def _union(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({value for values in lists for value in values}))


def _marked(
    telling: Telling, mark: Mark, corrections: tuple[Correction, ...], now: datetime
) -> Telling:
    if telling.mark is mark and telling.corrections == corrections:
        return telling
    return replace(telling, mark=mark, corrections=corrections, marked_at=now)


def _unmarked(telling: Telling, now: datetime) -> Telling:
    """It is there again: what was said of it is to be taken back, and that moment counts."""
    mark = Mark.CORRECTED if telling.corrections else None
    return replace(telling, mark=mark, marked_at=now)
