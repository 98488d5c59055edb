"""What an editor's word makes of an article, and what is learnt of it. Pure.

A card is shown with a stamp of the state it was shown in; a word on another state is refused, so
that of two editors at one article the second sees what the first decided.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from accounts.errors import WrongChoiceError
from model.ids import StoryId
from model.news import (
    Amendment,
    Article,
    Correction,
    FactKind,
    Judgement,
    Money,
    Review,
    Stage,
    Topic,
    main_fact,
)
from model.review import Label, Verdict
from news.explaining import explained
from news.facts import read_facts
from news.facts.numbers import after as number_after
from news.folding import fold
from news.telling import CORRECTED, amount_of, districts_of, is_amended, jobs_of, sectors_of
from news.telling import stage_of as stage_told
from news.vocabulary import DISTRICTS, SECTORS, data
from storage.news_json import amendment_json, amendment_of

STAMP_LETTERS = 6
MOST_JOBS = 1_000_000

_ONE_NUMBER = re.compile(r"[^0-9]*([0-9]{1,3}(?:[ ,][0-9]{3})+|[0-9]{1,7}(?:[.,][0-9])?)[^0-9]*")

Word = Callable[[Article], Article]
"""What an editor says: the article as it should be. Said twice it is said once."""


class Because(StrEnum):
    """Why an article is dropped. The values stand in buttons."""

    PLACE = "place"
    """It is about another place."""
    TOPIC = "topic"
    """It is not about investment."""


# What can be said


def keep(article: Article) -> Article:
    return replace(article, kept=True, review=Review.KEPT)


def drop(article: Article) -> Article:
    """No story is told by it any more."""
    return replace(article, kept=False, review=Review.DROPPED, story_id=None)


def with_sector(code: str, *, is_on: bool) -> Word:
    if code not in SECTORS:
        raise WrongChoiceError(f"sector {code!r}")

    def said(article: Article) -> Article:
        sectors = _switched(sectors_of(article), code, is_on)
        return _amended(article, sectors=None if sectors == article.sectors else sectors)

    return said


def with_district(code: str, *, is_on: bool) -> Word:
    if code not in DISTRICTS:
        raise WrongChoiceError(f"district {code!r}")

    def said(article: Article) -> Article:
        districts = _switched(districts_of(article), code, is_on)
        same = sorted(districts) == sorted(article.districts)
        return _amended(article, districts=None if same else districts)

    return said


def with_amount(money: Money | None) -> Word:
    """None: the text names no amount."""
    return _with_fact(FactKind.AMOUNT, "amount", money)


def with_stage(stage: Stage | None) -> Word:
    return _with_fact(FactKind.STAGE, "stage", stage)


def with_jobs(jobs: int | None) -> Word:
    return _with_fact(FactKind.JOBS, "jobs", jobs)


def as_judged(kind: FactKind) -> Word:
    """The judge was right about it after all."""

    def said(article: Article) -> Article:
        without = tuple(each for each in _amendment(article).without if each is not kind)
        return _amended(article, **{kind.value: None}, without=without)

    return said


def _with_fact(kind: FactKind, name: str, value: Money | Stage | int | None) -> Word:
    def said(article: Article) -> Article:
        without = {each for each in _amendment(article).without if each is not kind}
        if value is None:
            without.add(kind)
        return _amended(article, **{name: value}, without=tuple(sorted(without)))

    return said


def _amended(article: Article, **values: Any) -> Article:
    amendment = replace(_amendment(article), **values)
    return replace(article, amendment=None if amendment == Amendment() else amendment)


def _amendment(article: Article) -> Amendment:
    return article.amendment or Amendment()


def _switched(codes: Sequence[str], code: str, is_on: bool) -> tuple[str, ...]:
    rest = tuple(each for each in codes if each != code)
    if is_on:
        return tuple(codes) if code in codes else (*rest, code)
    return rest


# The state a word is said on, and how it is taken back


def state_of(article: Article) -> dict[str, Any]:
    """What editors decide of an article, as JSON: for the audit log, and to take a word back."""
    return {
        "kept": article.kept,
        "review": article.review.value if article.review else None,
        "story": article.story_id,
        "amendment": amendment_json(article.amendment),
    }


def restored(article: Article, state: dict[str, Any]) -> Article:
    return replace(
        article,
        kept=bool(state["kept"]),
        review=Review(state["review"]) if state["review"] else None,
        story_id=None if state["story"] is None else StoryId(state["story"]),
        amendment=amendment_of(state["amendment"]),
    )


def stamp_of(article: Article) -> str:
    """Another one as soon as an editor decided, or the outlet printed the article anew."""
    state = repr((sorted(state_of(article).items(), key=str), article.updated_at.isoformat()))
    return sha256(state.encode()).hexdigest()[:STAMP_LETTERS]


# What readers are told of a fact put right


def put_right(before: Article, after: Article) -> tuple[Correction, ...] | None:
    """What an editor put right in facts; None where no fact changed.

    Empty: only facts changed of which readers are told nothing but that there is a correction.
    """
    was, now = _facts_told(before), _facts_told(after)
    if was == now and stage_told(before) == stage_told(after):
        return None
    return tuple(
        Correction(kind, _printed(before, kind), _printed(after, kind))
        for kind in CORRECTED
        if was.get(kind) != now.get(kind)
    )


def _facts_told(article: Article) -> dict[FactKind, object]:
    return {FactKind.AMOUNT: amount_of(article), FactKind.JOBS: jobs_of(article)}


def _printed(article: Article, kind: FactKind) -> str:
    """The article's own words; an editor's as plain numbers; empty where there is nothing."""
    if not is_amended(article, kind):
        fact = main_fact(article.facts, kind)
        return fact.text if fact else ""
    if kind is FactKind.AMOUNT:
        money = amount_of(article)
        return f"{_spaced(money.value)} {money.currency}" if money else ""
    jobs = jobs_of(article)
    return "" if jobs is None else _spaced(jobs)


def _spaced(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")


# What is learnt


def judgement_of(article: Article) -> Judgement:
    """What the judge had said of it, whatever editors made of that since."""
    home = data("region")
    kept = (
        article.region == home["code"]
        and article.topic is Topic.INVESTMENT
        and article.score >= home["threshold"]
    )
    return replace(article.judgement, kept=kept)


def label_of(
    before: Article, after: Article, because: Because | None, editor_id: int, now: datetime
) -> Label:
    """What was said of an article: that it is ours or not, or what its facts are."""
    verdict, said = Verdict.AMEND, amended_facts(after)
    if before.review is not after.review:
        verdict = Verdict.KEEP if after.kept else Verdict.DROP
        said = _said(verdict, because)
    judged = explained(judgement_of(before))
    return Label(before.id, now, editor_id, verdict, before.title, before.lead, judged, said)


def _said(verdict: Verdict, because: Because | None) -> dict[str, Any]:
    if verdict is Verdict.KEEP:
        home: str = data("region")["code"]
        return {"relevant": True, "region": home, "topic": Topic.INVESTMENT.value}
    if because is Because.PLACE:
        return {"relevant": False, "region": None}
    return {"relevant": False, "topic": Topic.OTHER.value}


def amended_facts(article: Article) -> dict[str, Any]:
    """What editors put right, all of it, in the words of `keruen news explain`."""
    amendment = _amendment(article)
    said: dict[str, Any] = {}
    if amendment.sectors is not None:
        said["sectors"] = list(amendment.sectors)
    if amendment.districts is not None:
        said["districts"] = list(amendment.districts)
    if is_amended(article, FactKind.AMOUNT):
        money = amount_of(article)
        said["amount"] = {"value": money.value, "currency": money.currency} if money else None
    if is_amended(article, FactKind.STAGE):
        stage = stage_told(article)
        said["stage"] = stage.value if stage else None
    if is_amended(article, FactKind.JOBS):
        said["jobs"] = jobs_of(article)
    return said


# What is typed


def typed_amount(typed: str) -> Money | None:
    """«3 млрд тенге» → the sum; None where there is no amount with a currency in it."""
    found = [fact for fact in read_facts(typed, "") if fact.kind is FactKind.AMOUNT]
    best = next((fact for fact in found if fact.is_main), found[0] if found else None)
    if best is None or best.unit is None or not 0 < int(best.value) < 10**18:
        return None
    return Money(int(best.value), best.unit)


def typed_jobs(typed: str) -> int | None:
    """«1 200», "350 jobs", «1,5 тыс.» → how many; None where it is no number of people."""
    match = _ONE_NUMBER.fullmatch(fold(typed.strip()))
    number = number_after(match.string, match.start(1)) if match is not None else None
    if number is None or number.upper is not None or number.lower % 1:
        return None
    return int(number.lower) if 0 < number.lower <= MOST_JOBS else None
