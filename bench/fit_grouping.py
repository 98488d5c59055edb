"""`python -m bench.fit_grouping PAIRS.tsv [--write]`: weights of words and of what two items share.

Reads pairs of items labelled "same" or "different" (columns label, source, title_a, title_b,
lead_a, lead_b; titles without leads only teach how common words are). Prints how well the weights
do on pairs they were not fitted to, in five folds that no text shares, and writes the two data
files on request. Plain Python: a few weights over a hundred pairs need no more.
"""

import csv
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from news.likeness import apart, features, weigh
from news.signatures import Signature, signature
from news.weights import TermWeights

DATA = Path(__file__).parents[1] / "news" / "data"
LABELLED = "tgcontest"
FOLDS = 5
ROUNDS = 10
"""Ways to cut the pairs into folds: the figures of one depend on luck."""
NAMES = ("shared", "figures", "differ")
"""Fitted ones: in these pairs facts of a project agree too seldom to tell what they weigh."""
PENALTY = 0.5
STEPS = 1_500
RATE = 0.05
PRECISION = 0.9
"""What the threshold is chosen for, as far as the pairs it is chosen on allow."""
MARGIN = 0.3
"""Added to it: a wrong join is worse than a missed one, for nobody finds what was swallowed."""
CHANCE = 2
"""Events that may share a word without its being common."""


@dataclass(frozen=True, slots=True)
class Pair:
    one: Signature
    other: Signature
    is_same: bool

    def texts(self) -> frozenset[str]:
        return frozenset((self.one.title_key, self.other.title_key))


@dataclass(frozen=True, slots=True)
class Example:
    values: tuple[float, ...]
    is_apart: bool
    is_same: bool
    group: int


def read(path: Path) -> tuple[list[Pair], list[Signature]]:
    """The labelled pairs, and every other title."""
    pairs: list[Pair] = []
    titles: dict[str, Signature] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            one = signature(row["title_a"], row["lead_a"] or "", None, "ru")
            other = signature(row["title_b"], row["lead_b"] or "", None, "ru")
            if row["source"] == LABELLED:
                pairs.append(Pair(one, other, row["label"] == "same"))
            else:
                titles.update((each.title_key, each) for each in (one, other))
    return pairs, list(titles.values())


class Counts:
    """In how many texts each term is met, with and without some of them.

    All texts of a group count as one: what reports of one event share is not common for that.
    """

    def __init__(self, pairs: Sequence[Pair], titles: Sequence[Signature]) -> None:
        self._groups: dict[int, list[Signature]] = {}
        for pair, group in zip(pairs, groups_of(pairs), strict=True):
            self._groups.setdefault(group, []).extend((pair.one, pair.other))
        self._titles = Counter(term for each in titles for term in {*each.title, *each.names})
        self._title_count = len(titles)

    def without(self, group: int | None) -> tuple[dict[str, int], int]:
        others = [texts for key, texts in self._groups.items() if key != group]
        in_titles = self._titles.copy()
        in_leads: Counter[str] = Counter()
        for texts in others:
            in_titles.update({term for each in texts for term in each.title})
            in_leads.update({term for each in texts for term in (*each.lead, *each.names)})
        count = self._title_count + len(others)
        scale = count / len(others)  # there are fewer leads than titles
        counts = {
            term: max(in_titles[term], round((in_leads[term] - CHANCE) * scale))
            for term in in_titles.keys() | in_leads.keys()
        }
        return {term: met for term, met in sorted(counts.items()) if met > 1}, count


def examples(pairs: Sequence[Pair], counts: Counts) -> list[Example]:
    """Each pair weighed as if its texts, and all that share one with it, had never been seen."""
    groups = groups_of(pairs)
    weights = {group: TermWeights(*counts.without(group)) for group in set(groups)}
    return [
        _example(pair, group, weights[group]) for pair, group in zip(pairs, groups, strict=True)
    ]


def _example(pair: Pair, group: int, weights: TermWeights) -> Example:
    one, other = weigh(pair.one, weights), weigh(pair.other, weights)
    found = features(one, other, across=False)
    values = tuple(found[name] for name in NAMES)
    return Example(values, apart(one, other) is not None, pair.is_same, group)


def groups_of(pairs: Sequence[Pair]) -> list[int]:
    """Pairs that share a text are of one group, which is never cut."""
    group_of: dict[str, int] = {}
    for number, pair in enumerate(pairs):
        joined = {group_of.get(key, number) for key in pair.texts()}
        for key, group in list(group_of.items()):
            if group in joined:
                group_of[key] = number
        group_of.update(dict.fromkeys(pair.texts(), number))
    return [group_of[pair.one.title_key] for pair in pairs]


@dataclass(frozen=True, slots=True)
class Model:
    """A sum of weighed features; one event from 0 on."""

    bias: float
    weights: tuple[float, ...]

    def __call__(self, example: Example) -> float:
        if example.is_apart:
            return -math.inf
        return self.bias + sum(map(float.__mul__, self.weights, example.values))


def fit(chosen: Sequence[Example]) -> Model:
    """Logistic regression by gradient, on features of one spread; then the bias, for precision."""
    usable = [each for each in chosen if not each.is_apart]
    spread = [_spread([each.values[index] for each in usable]) for index in range(len(NAMES))]
    weights, bias = [0.0] * len(NAMES), 0.0
    for _ in range(STEPS):
        slopes, bias_slope = [PENALTY * weight for weight in weights], 0.0
        for each in usable:
            scaled = [value / by for value, by in zip(each.values, spread, strict=True)]
            total = bias + sum(map(float.__mul__, weights, scaled))
            error = 1 / (1 + math.exp(-total)) - each.is_same
            slopes = [slope + error * value for slope, value in zip(slopes, scaled, strict=True)]
            bias_slope += error
        weights = [w - RATE * slope for w, slope in zip(weights, slopes, strict=True)]
        bias -= RATE * bias_slope
    model = Model(bias, tuple(w / by for w, by in zip(weights, spread, strict=True)))
    return Model(model.bias - threshold(model, chosen) - MARGIN, model.weights)


def _spread(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return math.sqrt(sum((value - mean) ** 2 for value in values) / len(values)) or 1.0


def threshold(model: Model, chosen: Sequence[Example]) -> float:
    """Where F1 is best, less what precision lacks."""

    def worth(limit: float) -> tuple[float, float]:
        precision, _, f1 = figures((model(each) >= limit, each.is_same) for each in chosen)
        return f1 - max(0.0, PRECISION - precision), limit

    return max(map(worth, (step / 20 for step in range(-60, 61))))[1]


def figures(answers: Iterable[tuple[bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of answers beside the truth."""
    met = Counter(answers)
    right, wrong, missed = met[True, True], met[True, False], met[False, True]
    precision = right / (right + wrong) if right else 0.0
    recall = right / (right + missed) if right else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def cross_validate(
    known: Sequence[Example], seed: int, show: Callable[[str], None] | None = None
) -> tuple[float, float, float]:
    groups = sorted({each.group for each in known})
    random.Random(seed).shuffle(groups)
    fold_of = {group: place % FOLDS for place, group in enumerate(groups)}
    answers: list[tuple[bool, bool]] = []
    for fold in range(FOLDS):
        model = fit([each for each in known if fold_of[each.group] != fold])
        unseen = [each for each in known if fold_of[each.group] == fold]
        mine = [(model(each) >= 0, each.is_same) for each in unseen]
        answers += mine
        if show:
            show(f"fold {fold + 1}: {len(unseen)} pairs, " + _written(figures(mine)))
    return figures(answers)


def _written(result: tuple[float, float, float]) -> str:
    return "precision {:.3f}, recall {:.3f}, F1 {:.3f}".format(*result)


def write(name: str, content: Mapping[str, object]) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (DATA / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    pairs, titles = read(Path(sys.argv[1]))
    counts = Counts(pairs, titles)
    known = examples(pairs, counts)
    rounds = [cross_validate(known, seed, print if not seed else None) for seed in range(ROUNDS)]
    print("unseen folds:", _written(rounds[0]))
    mean = tuple(sum(column) / ROUNDS for column in zip(*rounds, strict=True))
    print(f"mean of {ROUNDS} cuts:", _written((mean[0], mean[1], mean[2])))
    model = fit(known)
    weights = dict(zip(NAMES, (round(weight, 2) for weight in model.weights), strict=True))
    print("fitted:", {"bias": round(model.bias, 2), **weights})
    print("on what it was fitted to:", _written(figures((model(e) >= 0, e.is_same) for e in known)))
    if "--write" in sys.argv:
        likeness = json.loads((DATA / "likeness.json").read_bytes())
        write(
            "likeness",
            likeness | {"within": likeness["within"] | {"bias": round(model.bias, 2), **weights}},
        )
        met, texts = counts.without(None)
        about = json.loads((DATA / "word_counts.json").read_bytes())["about"]
        write("word_counts", {"about": about, "texts": texts, "counts": met})


if __name__ == "__main__":
    main()
