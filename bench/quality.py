"""How well the judge judges, as counts on labelled articles: `python -m bench.quality [FILE]`.

    labelled articles | keruen's judgement of each | right of how many, and what went wrong

Articles that their reader doubted are counted apart. With `--misses` each wrong answer is printed:
they are there to be understood by kinds, not to be mended one by one. Those of the third set are
not printed, so that it stays one that nobody tuned on.
"""

import asyncio
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from bench.labelled import (
    DEV,
    ELSEWHERE,
    FRESH,
    HOME,
    OWN,
    THIRD,
    Labelled,
    read_dev,
    read_fresh,
    read_own,
    read_third,
)
from model.news import Fact, FactKind, Judgement, money_of
from news.judging import Judge, StemJudge
from news.places import Gazetteer
from news.words import Text

TOLD_STAGES = frozenset({"memorandum", "construction", "launched"})


@dataclass(slots=True)
class Count:
    """Right answers of all; the wrong ones as (article, label, answer)."""

    right: int = 0
    of: int = 0
    misses: list[tuple[str, object, object]] = field(default_factory=list)

    def note(self, article: Labelled, label: object, answer: object) -> None:
        self.of += 1
        if label == answer:
            self.right += 1
        else:
            self.misses.append((article.id, label, answer))

    @property
    def share(self) -> float:
        return self.right / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.right} of {self.of}"


Told = Sequence[tuple[Labelled, Judgement]]


def judge_all(judge: Judge, articles: Iterable[Labelled]) -> Told:
    return [(each, judge(each.title, each.lead, each.language)) for each in articles]


def figures(judge: Judge, articles: Sequence[Labelled]) -> dict[str, Count]:
    """Every figure by its name; what no article is labelled with is left out."""
    sure = [each for each in articles if not each.is_doubtful]
    told, told_sure = judge_all(judge, articles), judge_all(judge, sure)
    headlines = [replace(each, lead="") for each in sure if each.title]
    naming = [each for each in headlines if _names_home_or_other(each)]
    found = {
        **_relevance("", told_sure),
        **_relevance("headlines that name a place, ", judge_all(judge, naming)),
        **_relevance("all headlines, ", judge_all(judge, headlines)),
        "doubtful": _count(
            (each, each.is_ours, judged.kept) for each, judged in told if each.is_doubtful
        ),
        "region": _count(_regions(told)),
        "topic": _count((a, a.topic, j.topic.value) for a, j in told if a.topic),
        "main amount": _count((a, a.amount, _money(j)) for a, j in told if a.amount),
        "no amount": _count((a, None, _money(j)) for a, j in told if a.says_amount is False),
        "partner country": _count((a, a.partners, _partners(j)) for a, j in told if a.partners),
        "no partner": _count(
            (a, a.partners, _partners(j))
            for a, j in told
            if a.partners is not None and not a.partners
        ),
        "stage": _count((a, a.stage, _stage(j)) for a, j in told if a.stage in TOLD_STAGES),
        "jobs": _count((a, a.jobs, _jobs(j)) for a, j in told if a.jobs is not None),
        "districts": _count(
            (a, a.districts, frozenset(j.districts)) for a, j in told if a.districts
        ),
        "sectors F1": _sectors(told),
    }
    return {name: count for name, count in found.items() if count.of}


def _count(answers: Iterable[tuple[Labelled, object, object]]) -> Count:
    count = Count()
    for article, label, answer in answers:
        count.note(article, label, answer)
    return count


def _relevance(prefix: str, told: Told) -> dict[str, Count]:
    return {
        f"{prefix}precision": _count((a, a.is_ours, True) for a, j in told if j.kept),
        f"{prefix}recall": _count((a, True, j.kept) for a, j in told if a.is_ours),
    }


def _names_home_or_other(headline: Labelled) -> bool:
    """A region, a unit, a zone or a known project, ours or not."""
    return _GAZETTEER(Text(headline.title, "")).region is not None


def _regions(told: Told) -> Iterator[tuple[Labelled, object, object]]:
    for article, judged in told:
        if article.region is not None:
            found = judged.region if article.region not in (HOME, ELSEWHERE) else None
            is_home = HOME if judged.region == HOME else ELSEWHERE
            yield article, article.region, found or is_home


def _money(judged: Judgement) -> tuple[int, str] | None:
    money = money_of(judged.facts)
    return (money.value, money.currency) if money else None


def _partners(judged: Judgement) -> frozenset[str]:
    return frozenset(fact.value for fact in judged.facts if fact.kind is FactKind.COUNTRY)


def _stage(judged: Judgement) -> str | None:
    return _value(judged.main(FactKind.STAGE))


def _jobs(judged: Judgement) -> int | None:
    value = _value(judged.main(FactKind.JOBS))
    return int(value) if value else None


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _sectors(told: Told) -> Count:
    """F1 over all codes as a count: twice the hits of the codes labelled and found."""
    count = Count()
    for article, judged in told:
        if article.sectors is not None:
            found = frozenset(judged.sectors)
            count.right += 2 * len(article.sectors & found)
            count.of += len(article.sectors) + len(found)
            if article.sectors != found:
                count.misses.append((article.id, sorted(article.sectors), sorted(found)))
    return count


SETS: dict[str, tuple[Path, Callable[[Path], list[Labelled]]]] = {
    "articles-dev (tuned on)": (DEV, read_dev),
    "own cases": (OWN, read_own),
    "fresh, learned from first": (FRESH, partial(read_fresh, is_learned_from=True)),
    "fresh, learned from later": (FRESH, partial(read_fresh, is_learned_from=False)),
    "third, only measured": (THIRD, read_third),
}


async def measure(_: str) -> dict[str, Any]:
    return await asyncio.to_thread(_measure)


def _measure() -> dict[str, Any]:
    judge = StemJudge()
    result: dict[str, Any] = {"bench": "quality"}
    for name, (path, read) in SETS.items():
        if path.exists():
            result[name] = {key: str(each) for key, each in figures(judge, read(path)).items()}
        else:
            result[name] = f"not measured: there is no {path.name} beside the project"
    return result


def main() -> None:
    paths = [Path(each) for each in sys.argv[1:] if not each.startswith("--")]
    sets = {path.name: (path, read_own) for path in paths} or SETS
    for name, (path, read) in sets.items():
        print(name if path.exists() else f"{name}: there is no {path.name} beside the project")
        for what, count in figures(StemJudge(), read(path)).items() if path.exists() else ():
            print(f"  {what}: {count} ({count.share:.3f})")
            for miss in count.misses if "--misses" in sys.argv and path != THIRD else ():
                print("     ", json.dumps(miss, ensure_ascii=False, default=_plain))


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)


_GAZETTEER = Gazetteer()

if __name__ == "__main__":
    main()
