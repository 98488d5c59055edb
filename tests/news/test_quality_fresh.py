"""How well the judge judges articles that someone wrote and labelled without knowing its rules."""

from bench.labelled import FRESH, read_fresh
from bench.quality import Count, figures
from bench.stories import joined, joined_articles
from news.judging import StemJudge

FLOORS = {
    "precision": 0.98,
    "recall": 0.97,
    "headlines that name a place, precision": 0.98,
    "headlines that name a place, recall": 0.92,
    "region": 0.95,
    "topic": 0.97,
    "main amount": 0.95,
    "no amount": 0.97,
    "partner country": 0.94,
    "no partner": 0.97,
    "stage": 0.97,
    "jobs": 0.95,
    "districts": 0.96,
    "sectors F1": 0.9,
}
"""Of both halves: both were learned from."""


def test_what_was_learned_from() -> None:
    articles = read_fresh(is_learned_from=True) + read_fresh(is_learned_from=False)
    assert len(articles) >= 200
    found = figures(StemJudge(), articles)
    assert short_of(found, FLOORS) == {}


def test_the_halves_are_of_one_size() -> None:
    learned, measured = read_fresh(is_learned_from=True), read_fresh(is_learned_from=False)
    assert len(learned) + len(measured) == len(FRESH.read_text("utf-8").splitlines())
    assert abs(len(learned) - len(measured)) < 30


def test_events_and_series_that_were_learned_from() -> None:
    found = joined(is_learned_from=True)
    assert found["other pairs joined"] == 0
    told, of = str(found["pairs of one event joined"]).split(" of ")
    assert int(told) / int(of) >= 0.7


def test_events_of_the_articles_in_several_languages() -> None:
    """All of them were learned from."""
    found = joined_articles()
    told, of = str(found["pairs of one event joined"]).split(" of ")
    assert int(told) / int(of) >= 0.95
    assert int(str(found["other pairs joined"])) <= 2


def short_of(found: dict[str, Count], floors: dict[str, float]) -> dict[str, str]:
    return {name: str(found[name]) for name, floor in floors.items() if found[name].share < floor}
