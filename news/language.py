"""The language of an item: what its source declares, checked by what it says.

Outlets print Kazakh in their Russian feed and Russian in their Kazakh one. Scripts tell most;
between Russian and Kazakh in Cyrillic, and between English and Kazakh in Latin, the commonest
words and endings do (news/data/languages.json), so that names of the other language do not mislead.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from news.vocabulary import data
from news.words import visible

LOOKED_AT = 300
"""Code points; a language shows sooner."""

_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʼ`][^\W\d_]+)*")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")

_IN_LISTS = 2.0
_BY_LETTERS = 1.5
_BY_ENDING = 1.0
_BY_LETTERS_OF_A_NAME = 0.5
"""Names keep their letters in the other language."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """What shows that a word is of a language."""

    words: frozenset[str]
    endings: tuple[str, ...]
    letters: re.Pattern[str] | None

    def weigh(self, word: str) -> float:
        low = word.lower()
        if low in self.words:
            return _IN_LISTS
        if self.letters and self.letters.search(low):
            return _BY_LETTERS if word[0] == low[0] else _BY_LETTERS_OF_A_NAME
        return _BY_ENDING if low.endswith(self.endings) else 0.0


class _Script:
    """Two languages that share it."""

    def __init__(
        self, languages: Mapping[str, Any], letters: Mapping[str, re.Pattern[str]]
    ) -> None:
        self._both = frozenset(languages["both"])
        self._marks = {
            code: _Marks(frozenset(marks["words"]), tuple(marks["endings"]), letters.get(code))
            for code, marks in languages.items()
            if code != "both"
        }
        self._weights = lru_cache(maxsize=20_000)(self._weigh)
        """Most words of the news are a few thousand."""

    def tell(self, words: Sequence[str], said: str | None, otherwise: str) -> str:
        """`said` decides where the words do not."""
        sums = [sum(weights) for weights in zip(*map(self._weights, words), strict=True)]
        weights = dict(zip(self._marks, sums, strict=True))
        low, high = sorted(weights, key=lambda code: weights[code])
        if not weights[high]:
            return said or otherwise
        is_close = weights[high] - weights[low] <= _BY_ENDING
        if is_close and said in weights:
            return said
        return otherwise if weights[high] == weights[low] else high

    def _weigh(self, word: str) -> tuple[float, ...]:
        is_telling = word.lower() not in self._both
        return tuple(marks.weigh(word) if is_telling else 0.0 for marks in self._marks.values())


_LANGUAGES = data("languages")
_CYRILLIC = _Script(_LANGUAGES["cyrillic"], {"kk": re.compile(r"[әғқңөұүһі]")})
_LATIN = _Script(
    _LANGUAGES["latin"], {"kk": re.compile(r"[áǵńóúýıäğñöūüşŋ]|[agnouscyi]['’‘ʼ`](?!s\b)")}
)


def language_of(text: str, declared: str | None) -> str | None:
    """kk, ru, en, zh, or what is declared where the words do not speak against it.

    None for what has no letters and no declaration.
    """
    said = declared.strip().lower().replace("_", "-").split("-")[0] if declared else None
    text = visible(text[:LOOKED_AT])
    words = _WORD.findall(text.lower() if text.isupper() else text)
    if not words:
        return said or None
    latin = [word for word in words if word[0] < "\u0370"]
    cyrillic = [word for word in words if "\u0400" <= word[0] < "\u0530"]
    if not text.isascii() and len(_IDEOGRAPH.findall(text)) > max(len(cyrillic), len(latin)):
        return "zh"
    # Headlines in Cyrillic are full of companies' names in Latin; the other way about is rare.
    if cyrillic and len(cyrillic) * 2 >= len(latin):
        return _CYRILLIC.tell(cyrillic, said, "ru")
    if latin:
        return _LATIN.tell(latin, said, "en")
    return said
