"""Items as they come in, each given its story: an index of telling terms, then likeness.

The cost of a new item does not grow with the archive: a term remembers only its newest items, and
only the likeliest candidates are compared. The same items in the same order give the same stories.
"""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from news.likeness import ENOUGH, Weighed, compare, weigh
from news.signatures import Signature
from news.weights import default_weights

WINDOW_HOURS = 72
MOST_TERMS = 12
REMEMBERED = 48
"""Items of a term."""
COMPARED = 12
"""Candidates of an item."""
KEPT = 100_000
"""Items of which the oldest is forgotten for the newest."""
SPOKESMEN = 4
"""Members of a story that a new one is compared with: its first and its newest."""
KIN = 0.2
"""The least that a new member is like the first and the newest on average: a story that could
be joined by its newest member alone would drift from one event to the next."""
_RARE = 0.5


def index_terms(signature: Signature) -> tuple[str, ...]:
    """At most 12 terms by which its likes are looked for, the most telling first.

    Half of them may be words of its language; names, concepts and large numbers are not.
    """
    numbers = {f"#{value}" for value, _ in signature.numbers if float(value) > 100}
    neutral = set(signature.names) | numbers
    words = {term for term in (*signature.title, *signature.lead) if term not in neutral}
    neutral |= {term for term in words if term[0] in "=@"}
    words -= neutral
    title = frozenset(signature.title)
    weight_of = default_weights()

    def telling(term: str) -> tuple[float, str]:
        weight = 0.9 if term[0] == "#" else weight_of(term)
        return (-weight * (1.3 if term in title else 1.0), term)

    half = sorted(words, key=telling)[: max(MOST_TERMS // 2, MOST_TERMS - len(neutral))]
    rest = sorted(neutral, key=telling)[: MOST_TERMS - len(half)]
    return tuple(sorted((*half, *rest), key=telling))


@dataclass(frozen=True, slots=True)
class _Told:
    number: int
    weighed: Weighed
    story: int


class Grouper:
    """Remembers what was told, and says which story a new item tells."""

    def __init__(self) -> None:
        self._items: deque[_Told] = deque()
        self._by_term: defaultdict[str, deque[_Told]] = defaultdict(
            lambda: deque(maxlen=REMEMBERED)
        )
        self._members: defaultdict[int, list[_Told]] = defaultdict(list)
        self._numbers = count()
        self._stories = count(1)

    def add(self, signature: Signature) -> int:
        """The number of its story; stories are numbered from 1 in the order they begin."""
        weighed = weigh(signature)
        terms = index_terms(signature)
        story = self._story_of(weighed, terms)
        told = _Told(next(self._numbers), weighed, story or next(self._stories))
        self._remember(told, terms)
        return told.story

    def _story_of(self, weighed: Weighed, terms: Sequence[str]) -> int | None:
        best: tuple[float, int] | None = None
        refused: set[int] = set()
        for candidate in self._candidates(weighed.signature, terms):
            if candidate.story in refused:
                continue
            score = compare(weighed, candidate.weighed).score
            if score < ENOUGH or (best and score <= best[0]):
                continue
            if self._is_kin(weighed, candidate.story):
                best = (score, candidate.story)
            else:
                refused.add(candidate.story)
        return best[1] if best else None

    def _candidates(self, signature: Signature, terms: Sequence[str]) -> list[_Told]:
        """Of the window, those that share the most telling terms."""
        weight_of = default_weights()
        shared: defaultdict[int, float] = defaultdict(float)
        by_number: dict[int, _Told] = {}
        for term in terms:
            weight = 0.9 if term[0] == "#" else weight_of(term)
            for told in self._by_term.get(term, ()):
                shared[told.number] += weight
                by_number[told.number] = told
        likeliest = sorted(shared, key=lambda number: (-shared[number], -number))
        return [
            by_number[number]
            for number in likeliest[: COMPARED * 2]
            if shared[number] >= _RARE and _near(signature, by_number[number].weighed.signature)
        ][:COMPARED]

    def _is_kin(self, weighed: Weighed, story: int) -> bool:
        members = self._members[story]
        spokesmen = members[:1] + members[1:][-(SPOKESMEN - 1) :]
        scores = [compare(weighed, member.weighed).score for member in spokesmen]
        return sum(scores) / len(scores) >= KIN

    def _remember(self, told: _Told, terms: Sequence[str]) -> None:
        self._items.append(told)
        for term in terms:
            self._by_term[term].append(told)
        members = self._members[told.story]
        members.append(told)
        if len(members) > 2 * SPOKESMEN:
            del members[1:-SPOKESMEN]
        if len(self._items) > KEPT:
            self._forget(self._items.popleft())

    def _forget(self, told: _Told) -> None:
        for term in index_terms(told.weighed.signature):
            remembered = self._by_term[term]
            if remembered and remembered[0] is told:
                remembered.popleft()
            if not remembered:
                del self._by_term[term]
        members = self._members[told.story]
        if members[-1] is told:
            del self._members[told.story]


def _near(one: Signature, other: Signature) -> bool:
    if one.hour is None or other.hour is None:
        return True
    return abs(one.hour - other.hour) <= WINDOW_HOURS
