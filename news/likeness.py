"""Whether two items tell one event: a sum of what they share and differ in, that can be read.

Weights are data (news/data/likeness.json), and so is how telling a word is (word_counts.json:
in how many of the texts it was met). Nothing depends on an archive: the same two items are always
as like each other.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from news.signatures import Signature, term_of
from news.vocabulary import data
from news.words import Stems, Text

ENOUGH = 0.5
"""A score that makes two items one event."""

_WITHIN: Mapping[str, float] = data("likeness")["within"]
_ACROSS: Mapping[str, float] = data("likeness")["across"]
_SMALL = 20.0
"""A number that many reports have by chance."""
_NEUTRAL = "=@~"
"""First letters of terms that do not depend on the language."""
_DIGITS = re.compile(r"\d+")
_SAME_WORDING = 84
"""Of 100: a title that differs only in its figures."""


@dataclass(frozen=True, slots=True)
class Likeness:
    score: float
    """0 to 1."""
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A signature made ready to be compared with many."""

    signature: Signature
    terms: Mapping[str, float]
    """Of title and lead, with the square of their weights."""
    total: float
    title: frozenset[str]
    names: frozenset[str]
    neutral: frozenset[str]
    values: frozenset[str]
    title_values: frozenset[str]
    units: Mapping[str, frozenset[str]]
    bare_title: str
    is_bulletin: bool


def likeness(one: Signature, other: Signature) -> Likeness:
    """The same whichever comes first."""
    return compare(weigh(one), weigh(other))


def weigh(signature: Signature) -> Weighed:
    terms = {term: _square(term) for term in (*signature.title, *signature.lead)}
    units: dict[str, set[str]] = {}
    for value, unit in signature.numbers:
        if unit:
            units.setdefault(unit, set()).add(value)
    return Weighed(
        signature,
        terms,
        sum(terms.values()),
        frozenset(signature.title),
        frozenset(signature.names),
        frozenset(term for term in (*terms, *signature.names) if term[0] in _NEUTRAL),
        frozenset(value for value, _ in signature.numbers),
        frozenset(value for value, _ in signature.title_numbers),
        {unit: frozenset(values) for unit, values in units.items()},
        _DIGITS.sub("", signature.title_key)[:200],
        is_bulletin(signature.title_key),
    )


def compare(one: Weighed, other: Weighed) -> Likeness:
    a, b = one.signature, other.signature
    if a.link_key and a.link_key == b.link_key:
        return Likeness(1.0, ("the same page",))
    apart = _apart(one, other)
    if apart:
        return Likeness(0.0, (apart,))
    across = a.language != b.language
    found = features(one, other, across=across)
    weights = _ACROSS if across else _WITHIN
    total = weights["bias"] + sum(weights[name] * value for name, value in found.items())
    score = 1 / (1 + math.exp(-total))
    reasons = tuple(
        f"{name.replace('_', ' ')} {weights[name] * value:+.1f}"
        for name, value in found.items()
        if abs(weights[name] * value) >= 0.1
    )
    return Likeness(round(score, 4), reasons)


def features(one: Weighed, other: Weighed, *, across: bool) -> dict[str, float]:
    """What the two share and differ in, each 0 to 1."""
    words = _shared_neutral(one, other) if across else _shared(one, other)
    return {
        "words": words,
        "titles": 0.0 if across else fuzz.token_set_ratio(one.bare_title, other.bare_title) / 100,
        "names": _overlap(one.names, other.names),
        "figures": _same_figures(one, other),
        "other_figures": _other_figures(one, other),
        "other_names": _other_names(one, other),
        "other_days": _other_days(one, other),
    }


def _shared(one: Weighed, other: Weighed) -> float:
    total = one.total + other.total
    few, many = sorted((one.terms, other.terms), key=len)
    return 2 * sum(weight for term, weight in few.items() if term in many) / total if total else 0.0


def _shared_neutral(one: Weighed, other: Weighed) -> float:
    return _overlap(one.neutral, other.neutral)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    total = sum(map(_square, one)) + sum(map(_square, other))
    return 2 * sum(map(_square, sorted(one & other))) / total if total else 0.0


def _same_figures(one: Weighed, other: Weighed) -> float:
    return min(2.0, sum(map(_telling, one.values & other.values))) / 2


def _telling(value: str) -> float:
    number = float(value)
    return 0.25 if number <= 5 else 0.5 if number <= _SMALL else 1.0


def _other_figures(one: Weighed, other: Weighed) -> float:
    differ = sum(
        unit in other.units and values.isdisjoint(other.units[unit])
        for unit, values in one.units.items()
    )
    return min(2, differ) / 2


def _other_names(one: Weighed, other: Weighed) -> float:
    """Each title names what the other text does not know."""
    mine, theirs = one.names - other.names, other.names - one.names
    total = min(len(one.names), len(other.names))
    return min(len(mine), len(theirs)) / total if total else 0.0


def _other_days(one: Weighed, other: Weighed) -> float:
    mine, theirs = one.signature.dates, other.signature.dates
    return float(bool(mine and theirs and set(mine).isdisjoint(theirs)))


def _apart(one: Weighed, other: Weighed) -> str | None:
    """What no likeness outweighs."""
    a, b = one.signature, other.signature
    if a.title_dates and b.title_dates and set(a.title_dates).isdisjoint(b.title_dates):
        return "titles of other days"
    other_values = (
        one.title_values and other.title_values and one.title_values != other.title_values
    )
    if other_values and fuzz.ratio(one.bare_title, other.bare_title) >= _SAME_WORDING:
        return "other figures in the same words"
    if one.is_bulletin and other.is_bulletin:
        if a.hour is not None and b.hour is not None and abs(a.hour - b.hour) > 12:
            return "bulletins of other days"
        if _shared(one, other) < 0.75 and not _same_figures(one, other) >= 0.5:
            return "bulletins that say other things"
    return None


def is_bulletin(title_key: str) -> bool:
    """Whether a title is known for one of a series."""
    return any(_bulletins().find(Text(title_key, "")))


@lru_cache(maxsize=1)
def _bulletins() -> Stems[bool]:
    stems: Stems[bool] = Stems()
    stems.add(data("bulletins")["stems"], True)
    return stems


@lru_cache(maxsize=200_000)
def _square(term: str) -> float:
    return weight_of(term) ** 2


def weight_of(term: str) -> float:
    """How telling a term is, 0 to 1: what no text had before is 1."""
    return _Weights.of(term)


class _Weights:
    """From counts to weights."""

    _counts: Mapping[str, int] = data("word_counts")["counts"]
    _texts: int = data("word_counts")["texts"]
    _common: frozenset[str] = frozenset(
        term_of(word, language)
        for script in ("cyrillic", "latin")
        for language, marks in data("languages")[script].items()
        if language != "both"
        for word in marks["words"]
    )

    @classmethod
    def of(cls, term: str) -> float:
        count = cls._counts.get(term, 0)
        if term in cls._common and term[0] not in "@":
            count = max(count, cls._texts // 25)
        return math.log((cls._texts + 1) / (count + 1)) / math.log(cls._texts + 1)
