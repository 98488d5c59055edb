"""How well reports of one event are told from others, on labelled data beside the project."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from bench.fit_grouping import Counts, cross_validate, examples, figures, read
from news.likeness import ENOUGH, likeness
from news.signatures import signature

DATA = Path(__file__).parents[3] / "shared" / "data"

pytestmark = pytest.mark.skipif(
    not (DATA / "pairs-dev.tsv").exists(), reason="the shared data are not beside the project"
)


def test_pairs_of_unseen_folds() -> None:
    pairs, titles = read(DATA / "pairs-dev.tsv")
    known = examples(pairs, Counts(pairs, titles))
    precision, recall, f1 = cross_validate(known, seed=0)
    assert precision >= 0.87
    assert recall >= 0.8
    assert f1 >= 0.85


def test_pairs_with_the_weights_that_are_shipped() -> None:
    pairs, _ = read(DATA / "pairs-dev.tsv")
    precision, recall, f1 = figures(
        (likeness(pair.one, pair.other).score >= ENOUGH, pair.is_same) for pair in pairs
    )
    assert precision >= 0.87
    assert recall >= 0.8
    assert f1 >= 0.85


def test_events_told_in_two_languages_join_and_others_of_their_days_do_not() -> None:
    lines = (DATA / "articles-dev.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    joined = {True: 0, False: 0}
    for one, other in combinations(articles, 2):
        is_same = one["event_id"] is not None and one["event_id"] == other["event_id"]
        is_one_day = one["date"] is not None and one["date"] == other["date"]
        if is_same or is_one_day:
            told = (signature(each["title"] or "", each["lead"], None) for each in (one, other))
            joined[is_same] += likeness(*told).score >= ENOUGH
    assert joined[True] >= 6  # of 12, the looser ones through a third article
    assert joined[False] == 0
