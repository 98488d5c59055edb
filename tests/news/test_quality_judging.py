"""How well the judge judges, on cases of our own and on the labelled articles beside the project.

Figures, not single cases: one hard article may be judged wrongly, many may not.
"""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from model.news import Judgement, Topic
from news.judging import stem_judge

JUDGE = stem_judge()
HOME = "610000000"
OWN = Path(__file__).parent / "judging_cases.jsonl"
LABELLED = Path(__file__).parents[3] / "shared" / "data" / "articles-dev.jsonl"
UNITS = {
    "Келес": "613900000",
    "Тюлькубас": "616000000",
    "Түркістан қаласы": "611000000",
    "Туркестан": "611000000",
    "Сауран": "615500000",
    "Сайрам": "615200000",
    "Жетісай": "613800000",
    "Шардар": "616400000",
    "Ордабас": "614600000",
}
NAMED = ("туркестан", "түркістан", "túrkistan", "turan", "turkistan")


def read(file: Path) -> list[dict[str, Any]]:
    if not file.exists():
        pytest.skip("the labelled articles are not on this machine")
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def shares(pairs: Iterable[tuple[bool, bool]]) -> tuple[float, float]:
    """Precision and recall of (is it, was it taken for it)."""
    count = Counter(pairs)
    hits, missed, wrong = count[True, True], count[True, False], count[False, True]
    return hits / (hits + wrong), hits / (hits + missed)


def f1(pairs: Iterable[tuple[set[str], set[str]]]) -> float:
    hits = sizes = 0
    for right, found in pairs:
        hits += len(right & found)
        sizes += len(right) + len(found)
    return 2 * hits / sizes


def judged(article: dict[str, Any]) -> Judgement:
    return JUDGE(article["title"] or "", article["lead"] or "", article["lang"])


def is_ours(article: dict[str, Any]) -> bool:
    return bool(article["label_region"] == "turkistan" and article["label_topic"] == "investment")


def test_our_own_cases() -> None:
    cases = read(OWN)
    assert len(cases) >= 60
    assert {case["lang"] for case in cases} == {"kk", "ru", "en", "zh"}
    precision, recall = shares((case["ours"], judged(case).kept) for case in cases)
    assert precision >= 0.97
    assert recall >= 0.97


def test_units_languages_and_sectors_of_our_own_cases() -> None:
    cases = read(OWN)
    ours = [(case, judged(case)) for case in cases if case["ours"]]
    exact = sum(tuple(case["districts"]) == found.districts for case, found in ours)
    assert exact / len(ours) >= 0.95
    assert f1((set(case["sectors"]), set(found.sectors)) for case, found in ours) >= 0.9
    languages = sum(judged(case).language == case["lang"] for case in cases)
    assert languages / len(cases) >= 0.98
    at_home = [case for case in cases if case.get("region")]
    assert all(judged(case).region == HOME for case in at_home)


def test_labelled_articles() -> None:
    sure = [article for article in read(LABELLED) if not article["borderline"]]
    precision, recall = shares((is_ours(article), judged(article).kept) for article in sure)
    assert precision >= 0.95
    assert recall >= 0.95


def test_labelled_headlines_that_name_the_region() -> None:
    articles = [
        {**article, "lead": ""}
        for article in read(LABELLED)
        if article["title"] and any(name in article["title"].lower() for name in NAMED)
    ]
    precision, recall = shares((is_ours(article), judged(article).kept) for article in articles)
    assert len(articles) >= 15
    assert precision >= 0.95
    assert recall >= 0.95


def test_topics_regions_and_sectors_of_labelled_articles() -> None:
    articles = read(LABELLED)
    found = [judged(article) for article in articles]
    pairs = list(zip(articles, found, strict=True))
    topics = sum(
        (a["label_topic"] == "investment") == (j.topic is Topic.INVESTMENT) for a, j in pairs
    )
    regions = sum((a["label_region"] == "turkistan") == (j.region == HOME) for a, j in pairs)
    assert topics / len(pairs) >= 0.95
    assert regions / len(pairs) >= 0.97
    assert f1((set(a["sectors"]) - {"multi"}, set(j.sectors)) for a, j in pairs) >= 0.8


def test_units_of_labelled_articles() -> None:
    named = [article for article in read(LABELLED) if article["district"]]
    hits = 0
    for article in named:
        unit = next(code for name, code in UNITS.items() if article["district"].startswith(name))
        hits += unit in judged(article).districts
    assert hits / len(named) >= 0.9
