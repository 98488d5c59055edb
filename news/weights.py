"""How telling a term is: seldom met before, it tells much (news/data/word_counts.json)."""

import math
from collections.abc import Mapping
from functools import lru_cache

from news.signatures import term_of
from news.vocabulary import data

COMMON_SHARE = 0.04
"""Of texts: what the commonest words of a language, and of this region's news, are taken to be

met in, at least."""


PLACE_SHARE = 0.01
"""Of texts: what a place that both languages name is met in, at least. Elsewhere a district is

seldom spoken of; in its own region's news it is no sign of one event."""


class TermWeights:
    """From counts of texts with a term to its weight, 0 to 1: what no text had before is 1."""

    def __init__(self, counts: Mapping[str, int], texts: int) -> None:
        self._counts = counts
        self._texts = texts
        self._common = _common_terms()
        self._cache: dict[str, float] = {}

    def __call__(self, term: str) -> float:
        weight = self._cache.get(term)
        if weight is None:
            weight = self._weigh(term)
            if len(self._cache) > 200_000:
                self._cache.clear()
            self._cache[term] = weight
        return weight

    def _weigh(self, term: str) -> float:
        count = float(self._counts.get(term, 0))
        if term in self._common:
            count = max(count, self._texts * COMMON_SHARE)
        elif term[0] == "@":
            count = max(count, self._texts * PLACE_SHARE)
        return math.log((self._texts + 1) / (count + 1)) / math.log(self._texts + 1)


@lru_cache(maxsize=1)
def default_weights() -> TermWeights:
    counted = data("word_counts")
    return TermWeights(counted["counts"], counted["texts"])


@lru_cache(maxsize=1)
def _common_terms() -> frozenset[str]:
    words = [*data("bilingual")["everyday_words"].items()] + [
        (language, marks["words"])
        for script in ("cyrillic", "latin")
        for language, marks in data("languages")[script].items()
        if language != "both"
    ]
    return frozenset(data("bilingual")["everyday"]) | frozenset(
        term_of(word, language) for language, some in words for word in some
    )
