"""Which of a text's amounts is what its project costs: by what is said around each."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from news.facts.roles import Roles, stems_with_roles
from news.facts.text import Whole
from news.vocabulary import data

_BEFORE = 70
_AFTER = 45
"""Code points that are looked at."""

_DATA = data("amounts")
_NEAREST = ("other", "investment", "project", "spent")
_BEHIND = ("other_after", "investment_after")
_ROLES = (*_NEAREST, *_BEHIND, "total", "wider")
_CUES = stems_with_roles({role: _DATA[role] for role in _ROLES})


def _any_of(name: str) -> str:
    return "|".join(map(re.escape, sorted(_DATA[name], key=len, reverse=True)))


_SAME_SUM = re.compile(rf"\W{{0,3}}(?:(?:{_any_of('same_sum')})\W{{0,2}}){{1,3}}")
_PER = re.compile(rf" ?(?:{_any_of('per')})")
_PHRASE_END = re.compile(r"[,.:](?=\s|$|[\u3400-\u9fff])|[()]| - ")

_IN_TITLE = 6
_TOTAL = 3
_COST = 2
_OTHER_CURRENCY = -4
_SPENT = -20
_ROUNDED = Decimal("0.15")
"""By how much a title's round number may fall short of the lead's exact one."""
_SAME_SUM_WITHIN = 25
"""Code points between one sum in two currencies."""

Place = tuple[int, str, int, int]
"""Value, currency, start, end."""


def choose(whole: Whole, places: Sequence[Place]) -> int | None:
    """The number of the main one; None where all are something else."""
    cues = _Cues(whole)
    best: tuple[int, int] | None = None
    chosen: int | None = None
    for number, (value, currency, start, end) in enumerate(places):
        before = places[number - 1] if number else None
        following = places[number + 1][2] if number + 1 < len(places) else len(whole.folded)
        weight = cues.weigh(start, end, before[3] if before else 0, following)
        if weight is None:
            continue
        if before and before[1] != currency and _is_same_sum(whole, before[3], start):
            weight += _OTHER_CURRENCY
        is_comparable = chosen is None or places[chosen][1] == currency
        rank = (weight, value if is_comparable else 0)
        if best is None or rank > best:
            best, chosen = rank, number
    return chosen if chosen is None else _exact(whole, places, chosen)


def _exact(whole: Whole, places: Sequence[Place], chosen: int) -> int:
    """«Превысили триллион» in the title, «1,06 трлн» in the lead: one sum, told more exactly."""
    value, currency, start, _ = places[chosen]
    if start >= whole.title_length:
        return chosen
    for number, (other, of, at, _) in enumerate(places):
        is_near = 0 < other - value <= value * _ROUNDED
        if (
            at > whole.title_length
            and of == currency
            and is_near
            and _digits(other) > _digits(value)
        ):
            return number
    return chosen


def _digits(value: int) -> int:
    return len(str(value).rstrip("0"))


def _is_same_sum(whole: Whole, end: int, start: int) -> bool:
    if start - end > _SAME_SUM_WITHIN:
        return False
    return _SAME_SUM.fullmatch(whole.folded, end, start) is not None


class _Cues:
    def __init__(self, whole: Whole) -> None:
        self._whole = whole
        self._chinese = list(_CUES.find_chinese(whole)) if whole.is_chinese else []

    def weigh(self, start: int, end: int, past: int, following: int) -> int | None:
        """None for money that is not what a project costs."""
        whole = self._whole
        if _PER.match(whole.folded, end):
            return None
        weight = _IN_TITLE if start < whole.title_length else 0
        nearest = ""
        for roles in self._between(max(past, whole.sentence_start(start, _BEFORE)), start):
            if "total" in roles:
                weight += _TOTAL
            if "wider" in roles:
                weight -= _TOTAL
            nearest = next((each for each in _NEAREST if each in roles), nearest)
        stop = min(following, whole.sentence_end(end, _AFTER))
        phrase = _PHRASE_END.search(whole.folded, end, stop)
        behind = next(
            (
                each
                for roles in self._between(end, phrase.start() if phrase else stop)
                for each in _BEHIND
                if each in roles
            ),
            "",
        )
        if nearest == "other" or behind == "other_after":
            return None
        if nearest == "spent":
            return weight + _SPENT
        return weight + _COST if nearest == "investment" or behind else weight

    def _between(self, start: int, end: int) -> Iterator[Roles]:
        """What the words there say, in order."""
        spans = self._whole.spans
        word = bisect_left(spans, (start, 0))
        while word < len(spans) and spans[word][0] < end:
            found = _CUES.at(self._whole, word)
            if found is not None:
                yield found.meaning
                word += found.count
            else:
                word += 1
        for place, words, roles in self._chinese:
            if start <= place and place + len(words) <= end:
                yield roles
