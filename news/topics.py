"""Whether an item speaks of investment: a sum of words for and against, that can be read.

The words are data (news/data/topics.json), in groups: what is built, who pays, what is agreed; and
what the same words are about when it is not investment: crime, accidents, schools, harvests.
"""

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from news.vocabulary import data
from news.words import Stems, Text

MORE = 0.3
"""What a second word of a group adds, as a part of the first; a third adds no more."""
SOFTENED = 1 / 3
SHOWN = 3
"""Words of a group among the reasons."""
STRONG = 1.4


@dataclass(frozen=True, slots=True, eq=False)  # one object for each: told apart by identity
class _Group:
    name: str
    weight: float
    unless: frozenset[str]
    is_of_the_economy: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """How much an item speaks of investment."""

    score: float
    """0 to 1."""
    reasons: tuple[str, ...]
    is_of_the_economy: bool
    """Nothing in it is of accidents, crime, culture and the like."""


class Topics:
    """Weighs words."""

    def __init__(self, topics: Mapping[str, Any] | None = None) -> None:
        topics = topics or data("topics")
        self._even: float = topics["even"]
        self._even_of_headlines: float = topics["even_of_headlines"]
        self._steepness: float = topics["steepness"]
        self._branch = _Group("branch", topics["branch"]["weight"], frozenset(), True)
        self._branches = frozenset(topics["branch"]["sectors"])
        self._stems: Stems[_Group] = Stems()
        for group in topics["groups"]:
            meaning = _Group(
                group["name"],
                group["weight"],
                frozenset(group.get("unless", ())),
                not group.get("not_economy", False),
            )
            self._stems.add(group["stems"], meaning)
            if group.get("countries"):
                self._stems.add(_countries(), meaning)

    def __call__(self, text: Text, sectors: Collection[str]) -> Subject:
        """`sectors`: the branches of the economy whose words the text holds."""
        words: dict[_Group, list[str]] = {}
        past = 0
        for found in self._stems.find(text):
            if found.first >= past:
                past = found.first + found.count
                words.setdefault(found.meaning, []).append(text.printed(found.first, found.count))
        if text.is_chinese:
            for _, word, group in self._stems.find_chinese(text):
                words.setdefault(group, []).append(word)
        if branches := sorted(self._branches.intersection(sectors)):
            words[self._branch] = branches[:1]
        names = {group.name for group in words}
        weights = {group: _weight(group, met, names) for group, met in words.items()}
        total = sum(weights.values())
        even = self._even_of_headlines if text.is_headline else self._even
        return Subject(
            1 / (1 + math.exp(-self._steepness * (total - even))),
            tuple(_reason(group, weights[group], met) for group, met in words.items()),
            all(group.is_of_the_economy for group in words),
        )


def _countries() -> Iterator[str]:
    """What countries, their people and their cities are called."""
    for one in data("countries")["countries"]:
        for kind in ("stems", "adjectives", "cities", "people"):
            yield from one.get(kind, ())


def _weight(group: _Group, met: list[str], names: set[str]) -> float:
    weight = group.weight * (1 + MORE * (len(set(met)) > 1))
    return weight * SOFTENED if not group.unless.isdisjoint(names) else weight


def _reason(group: _Group, weight: float, met: list[str]) -> str:
    kind = "against" if weight < 0 else "strong" if weight >= STRONG else "for"
    words = ", ".join(list(dict.fromkeys(met))[:SHOWN])
    return f"{kind}: {words} ({group.name} {weight:+.1f})"
