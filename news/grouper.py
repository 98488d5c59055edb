"""Items as they come in, each given its story: an index of telling terms, then likeness.

The cost of a new item does not grow with the archive: a term remembers only its newest items, and
only the likeliest candidates are compared. The same items in the same order give the same stories.
"""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import count, islice

from news.likeness import ENOUGH, Weighed, apart, score, weigh
from news.signatures import Signature
from news.weights import default_weights

WINDOW_HOURS = 72
MOST_TERMS = 12
IN_TITLE = 1.3
"""Of a term's weight, where a title says it."""
REMEMBERED = 40
"""Items of a term."""
COMPARED = 12
"""Candidates of an item."""
KEPT = 100_000
"""Items of which the oldest is forgotten for the newest."""
FOUNDERS = 3
"""A story's first items."""
KIN = 0.25
"""The least that a new item is like one of them: a story that its newest item alone could enlarge

would drift from one event to the next."""
SHARED = 1.2
"""Weight of the terms that a candidate shares, at least: two, one of them rare."""
OF_A_NUMBER = 0.9


def index_terms(signature: Signature) -> tuple[str, ...]:
    """At most 12 terms by which its likes are looked for, the most telling first.

    Half of them may be words of its language; names, concepts and large numbers are not.
    """
    title = frozenset(signature.title)
    words = title.union(signature.lead)
    neutral = {term for term in words if term[0] in "=@"}.union(signature.names)
    neutral.update(
        f"#{value}" for value, _ in signature.numbers if value.isdigit() and len(value) > 2
    )
    ranked = [
        (_weight(term) * (IN_TITLE if term in title else 1.0), term) for term in words - neutral
    ]
    half = nlargest(max(MOST_TERMS // 2, MOST_TERMS - len(neutral)), ranked)
    rest = nlargest(MOST_TERMS - len(half), [(_weight(term), term) for term in neutral])
    return tuple(term for _, term in sorted(half + rest, reverse=True))


@dataclass(frozen=True, slots=True)
class _Told:
    weighed: Weighed
    terms: tuple[str, ...]
    story: int


class Grouper:
    """Remembers what was told, and says which story a new item tells."""

    def __init__(self, first: int = 1) -> None:
        """`first` is the number of the first story that begins here."""
        self._items: dict[int, _Told] = {}
        self._by_term: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=REMEMBERED))
        self._founders: defaultdict[int, list[int]] = defaultdict(list)
        self._numbers = count()
        self._stories = count(first)

    def know(self, signature: Signature, story: int) -> None:
        """An item whose story is known already."""
        self._remember(_Told(weigh(signature), index_terms(signature), story))

    def add(self, signature: Signature) -> int:
        """The number of its story; stories are numbered from 1 in the order they begin."""
        weighed = weigh(signature)
        terms = index_terms(signature)
        story = self._story_of(weighed, terms) or next(self._stories)
        self._remember(_Told(weighed, terms, story))
        return story

    def _story_of(self, weighed: Weighed, terms: Sequence[str]) -> int | None:
        """The story of the likeliest candidate, if nothing in that story speaks against it."""
        candidates = self._candidates(weighed.signature, terms)
        likely = [(score(weighed, each.weighed), each.story) for each in candidates]
        best = [story for likeness, story in sorted(likely, key=_highest) if likeness >= ENOUGH]
        for story in dict.fromkeys(best):
            members = [each for each in candidates if each.story == story]
            if self._is_kin(weighed, story) and not self._is_apart(weighed, story, members):
                return story
        return None

    def _candidates(self, signature: Signature, terms: Sequence[str]) -> list[_Told]:
        """Of the window, those that share the most telling terms; of equals, the newest."""
        shared: defaultdict[int, float] = defaultdict(float)
        for term in terms:
            if (numbers := self._by_term.get(term)) is not None:
                weight = _weight(term)
                for number in numbers:
                    shared[number] += weight
        likely = [(weight, number) for number, weight in shared.items() if weight >= SHARED]
        likely.sort(reverse=True)
        found = (self._items[number] for _, number in likely[: COMPARED * 2])
        return list(islice((told for told in found if _near(signature, told)), COMPARED))

    def _is_kin(self, weighed: Weighed, story: int) -> bool:
        founders = (self._items[number] for number in self._founders.get(story, ()))
        return any(score(weighed, founder.weighed) >= KIN for founder in founders)

    def _is_apart(self, weighed: Weighed, story: int, members: Sequence[_Told]) -> bool:
        """Two issues of a series must not meet in a story that a third item joined to both."""
        founders = (self._items[number] for number in self._founders.get(story, ()))
        return any(apart(weighed, each.weighed) is not None for each in (*members, *founders))

    def _remember(self, told: _Told) -> None:
        number = next(self._numbers)
        self._items[number] = told
        for term in told.terms:
            self._by_term[term].append(number)
        founders = self._founders[told.story]
        if len(founders) < FOUNDERS:
            founders.append(number)
        if len(self._items) > KEPT:
            self._forget(next(iter(self._items)))

    def _forget(self, number: int) -> None:
        told = self._items.pop(number)
        for term in told.terms:
            remembered = self._by_term[term]
            if remembered and remembered[0] == number:
                remembered.popleft()
            if not remembered:
                del self._by_term[term]
        founders = self._founders[told.story]
        if number in founders:
            founders.remove(number)
        if not founders:  # whatever is left of it is too old to be added to
            del self._founders[told.story]


def _highest(likely: tuple[float, int]) -> float:
    return -likely[0]


def _weight(term: str) -> float:
    return OF_A_NUMBER if term[0] == "#" else default_weights()(term)


def _near(signature: Signature, told: _Told) -> bool:
    one, other = signature.hour, told.weighed.signature.hour
    return one is None or other is None or abs(one - other) <= WINDOW_HOURS
