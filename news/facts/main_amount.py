"""Which of a text's amounts is what its project costs: by what is said around each."""

import re
from collections.abc import Sequence

from news.facts.text import Whole
from news.vocabulary import data

_BEFORE = 70
_AFTER = 45
"""Code points that are looked at."""

_DATA = data("amounts")


def _group(name: str) -> str:
    stems = sorted(_DATA[name], key=len, reverse=True)
    parts = []
    for stem in stems:
        if "\u3400" <= stem[0] <= "\u9fff" or not stem[0].isalpha():
            parts.append(re.escape(stem))
        elif stem.endswith("="):
            parts.append(r"\b" + re.escape(stem[:-1]) + r"\b")
        else:
            parts.append(r"\b" + re.escape(stem))
    return "|".join(parts)


_CUE_BEFORE = re.compile(
    rf"(?P<other>{_group('other')})|(?P<total>{_group('total')})|(?P<cost>{_group('investment')})"
    rf"|(?P<project>{_group('project')})"
)
_CUE_AFTER = re.compile(
    rf"(?P<other>{_group('other_after')})|(?P<cost>{_group('investment_after')})"
)
_SAME_SUM = re.compile(rf"\W{{0,3}}(?:(?:{_group('same_sum')})\W{{0,2}}){{1,3}}")
_PER = re.compile(rf" ?(?:{_group('per')})")
_PHRASE_END = re.compile(r"[,.:()](?=\s|$)|[()]| - ")

_IN_TITLE = 6
_TOTAL = 3
_COST = 2
_OTHER_CURRENCY = -4

Place = tuple[int, str, int, int]
"""Value, currency, start, end."""


def choose(whole: Whole, places: Sequence[Place]) -> int | None:
    """The number of the main one; None where all are something else."""
    best: tuple[int, int] | None = None
    chosen: int | None = None
    for number, (value, currency, start, end) in enumerate(places):
        before = places[number - 1] if number else None
        following = places[number + 1][2] if number + 1 < len(places) else len(whole.folded)
        weight = _weigh(whole, start, end, before[3] if before else 0, following)
        if weight is None:
            continue
        if before and before[1] != currency and _is_same_sum(whole, before[3], start):
            weight += _OTHER_CURRENCY
        is_comparable = chosen is None or places[chosen][1] == currency
        rank = (weight, value if is_comparable else 0)
        if best is None or rank > best:
            best, chosen = rank, number
    return chosen


def _is_same_sum(whole: Whole, end: int, start: int) -> bool:
    return start - end <= 25 and _SAME_SUM.fullmatch(whole.folded, end, start) is not None


def _weigh(whole: Whole, start: int, end: int, past: int, following: int) -> int | None:
    """None for money that is not what a project costs."""
    low = whole.folded
    if _PER.match(low, end):
        return None
    weight = _IN_TITLE if start < whole.title_length else 0
    nearest = ""
    since = max(past, whole.sentence_start(start, _BEFORE))
    for cue in _CUE_BEFORE.finditer(low, since, start):
        kind = cue.lastgroup or ""
        if kind == "total":
            weight += _TOTAL
        else:
            nearest = kind
    stop = min(following, whole.sentence_end(end, _AFTER))
    phrase = _PHRASE_END.search(low, end, stop)
    behind = _CUE_AFTER.search(low, end, phrase.start() if phrase else stop)
    if nearest == "other" or (behind and behind.lastgroup == "other"):
        return None
    if nearest == "cost" or behind:
        weight += _COST
    return weight
