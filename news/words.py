"""Words as they sound, and the beginnings of words that are looked for among them.

A Kazakh name stands in a text in Cyrillic, in one of three Latin alphabets, without its special
letters, or the way an English paper spells it. All become one skeleton, in Cyrillic and only for
comparison: «Түркістан», «Туркистан», "Túrkistan", "Türkıstan" and "Turkistan" are «туркистан».
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from news.folding import fold

Meaning = TypeVar("Meaning")

LONGEST = 5_000
"""Code points that are looked at: a lead, or the beginning of an article, says what it is about."""

LONGEST_WORD = 40
"""Longer ones are not worth remembering."""

_WORD = re.compile(r"\w+(?:'\w+)*")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[a-z]")
_MARKS = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
"""Zero-width and direction marks, soft hyphens: nobody sees them."""

_DIGRAPHS = (("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"))
_PRIMES = (("s'", "ш"), ("c'", "ч"), ("y'", "у"))
"""The apostrophe letters of 2017 that are not their letter with a sign."""

_SOUNDS = str.maketrans(
    {
        **dict(zip("әғқңөұүһэщ", "агкноуухеш", strict=True)),
        **dict.fromkeys("іыйıiyíïÿ", "и"),
        **dict.fromkeys("ьъ'", ""),
        **{"я": "иа", "ю": "иу", "ц": "тс", "ё": "е"},
        **dict(zip("abvgdejzklmnoprstufhqxcw", "абвгдежзклмнопрстуфхкхсу", strict=True)),
        **dict.fromkeys("áäàā", "а"),
        **dict.fromkeys("ǵğģ", "г"),
        **dict.fromkeys("ńñŋ", "н"),
        **dict.fromkeys("óöō", "о"),
        **dict.fromkeys("úüūýŭ", "у"),
        **dict.fromkeys("éè", "е"),
        **dict.fromkeys("şś", "ш"),
        "ç": "ч",
    }
)


def skeleton(text: str) -> str:
    """Folded words as they sound; spaces stay."""
    return _skeleton(text) if len(text) > LONGEST_WORD else _known_skeleton(text)


def _skeleton(text: str) -> str:
    if _LATIN.search(text):
        if "'" in text:
            for letters, sound in _PRIMES:
                text = text.replace(letters, sound)
        for letters, sound in _DIGRAPHS:
            text = text.replace(letters, sound)
    return text.translate(_SOUNDS).replace("иии", "и").replace("ии", "и")


_known_skeleton = lru_cache(maxsize=50_000)(_skeleton)
"""Most words of the news are a few thousand."""


def visible(text: str) -> str:
    """Without what nobody sees, one form of each letter, no longer than is looked at."""
    text = text[:LONGEST]
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", _MARKS.sub("", text))


class Text:
    """A title and a lead, word by word. What is found is named by the number of its first word."""

    __slots__ = ("folded", "is_chinese", "plain", "skeletons", "spans", "title_length")

    def __init__(self, title: str, lead: str) -> None:
        title = visible(title)
        self.title_length = len(title)
        self.plain = f"{title}\n{visible(lead[:LONGEST])}"[:LONGEST]
        self.folded = fold(self.plain)
        self.spans = [match.span() for match in _WORD.finditer(self.folded)]
        self.skeletons = [skeleton(self.folded[start:end]) for start, end in self.spans]
        self.is_chinese = _IDEOGRAPH.search(self.folded) is not None

    @property
    def is_headline(self) -> bool:
        """There is no lead."""
        return len(self.plain) <= self.title_length + 1

    def printed(self, first: int, count: int = 1) -> str:
        """Words as they stand in the text, in small letters."""
        return self.folded[self.spans[first][0] : self.spans[first + count - 1][1]].replace('"', "")

    def between(self, word: int) -> str:
        """What stands between a word and the one before it."""
        start = self.spans[word - 1][1] if word else 0
        return self.folded[start : self.spans[word][0]]

    def is_in_title(self, word: int) -> bool:
        return self.spans[word][0] < self.title_length

    def is_quoted(self, found: "Found[Any]") -> bool:
        """Between quotation marks with nothing else."""
        end = self.spans[found.first + found.count - 1][1]
        return self.between(found.first).endswith('"') and self.folded[end : end + 1] == '"'

    def is_capital(self, word: int) -> bool:
        return self.plain[self.spans[word][0]].isupper()


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """A stem met in a text."""

    first: int
    """The number of its first word."""
    count: int
    """Of words."""
    ending: str
    """What its last word has beyond the stem."""
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class _Stem(Generic[Meaning]):
    words: tuple[str, ...]
    is_whole: tuple[bool, ...]
    is_name: bool
    meaning: Meaning


_Candidate = tuple[_Stem[Meaning], str]
"""A stem whose first word fits, and the rest of that word."""

KEPT = 20_000

_CASE = "нин|дин|тин|га|ге|ка|ке|а|е|на|не|ни|ди|ти|да|де|та|те|нда|нде|дан|ден|тан|тен|нан|нен|ндан|нден|мен|бен|пен|н"  # noqa: E501 - one table
_OF_NAMES = re.compile(
    "[аи]?(?:"
    + "|".join(
        (
            r"[ауеис]?|ом|ем|ам|ах|ами|иа|иу|ои|оиу|еи",  # Russian nouns, an English genitive
            r"ого|ому|им|ими|их|ие|аиа|уиу|ое",  # and what is left of an adjective
            r"(?:и?н|е[ви]|о[ви])?ск(?:и|ого|ому|им|ом|аиа|ои|уиу|ие|их|ими|ое|оиу)?",
            r"(?:ете|т)с(?:и|ев|ам|ами|ах)|ете?тс",  # those who live there
            rf"(?:лар|лер|дар|дер|тар|тер)?с?и?(?:{_CASE})?",  # Kazakh cases
            rf"н?[дт][ае]ги(?:(?:лар|лер)?и?(?:{_CASE})?)?",
            rf"[лдт]ик(?:тар|тер)?(?:{_CASE})?",
        )
    )
    + ")"
)
"""Endings that a name takes, as skeletons, and still names the place: not -ов, of surnames."""


@lru_cache(maxsize=10_000)
def _bends(ending: str) -> bool:
    return _OF_NAMES.fullmatch(ending) is not None


class Stems(Generic[Meaning]):
    """Looks for many beginnings of words at once, each with what it means.

    A stem is the beginnings of one or more words that stand side by side; `=` ends a word. The
    last word of a name takes only the endings of names. Chinese is found anywhere.
    """

    def __init__(self) -> None:
        self._by_start: dict[str, list[_Stem[Meaning]]] = {}
        self._chinese: dict[str, Meaning] = {}
        self._chinese_pattern: re.Pattern[str] | None = None
        self._known = _Known(self._by_start)

    def add(self, stems: Iterable[str], meaning: Meaning, *, are_names: bool = False) -> None:
        self._known.clear()
        for stem in stems:
            if _IDEOGRAPH.search(stem):
                self._chinese[fold(stem)] = meaning
                self._chinese_pattern = None
                continue
            written = [word for word in re.split(r"[\s-]+", fold(stem)) if word]
            words = tuple(skeleton(word.rstrip("=")) for word in written)
            is_whole = tuple(word.endswith("=") for word in written)
            one = _Stem(words, is_whole, are_names, meaning)
            if not words:
                raise ValueError(f"{stem!r} has no letters")
            if len(words[0]) < 3 and len(words) > 1:
                is_whole = (True, *is_whole[1:])
            elif len(words[0]) < 3 and not is_whole[0]:
                raise ValueError(f"{stem!r} begins too many words; is it `{stem}=`?")
            places = self._by_start.setdefault(words[0][:3], [])
            places.append(one)
            places.sort(key=lambda each: (len(each.words), sum(map(len, each.words))), reverse=True)

    def find(self, text: Text) -> Iterator[Found[Meaning]]:
        """All that is met; of stems that begin at one word, the longest. In the text's order."""
        words, known = text.skeletons, self._known
        begun = [(first, each) for first, word in enumerate(words) if (each := known[word])]
        for first, candidates in begun:
            if (found := _first_of(candidates, words, first)) is not None:
                yield found

    def at(self, text: Text, first: int) -> Found[Meaning] | None:
        """The longest stem that begins at this word; None for a word that is not in the text."""
        if not 0 <= first < len(text.skeletons):
            return None
        return _first_of(self._known[text.skeletons[first]], text.skeletons, first)

    def find_chinese(self, text: Text) -> Iterator[tuple[int, str, Meaning]]:
        """Where, what and what it means; of overlapping ones the longest."""
        if self._chinese_pattern is None:
            longest_first = sorted(self._chinese, key=len, reverse=True)
            self._chinese_pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
        for match in self._chinese_pattern.finditer(text.folded):
            yield match.start(), match[0], self._chinese[match[0]]


class _Known(dict[str, tuple[_Candidate[Meaning], ...]]):
    """The stems that begin as a word does, the longest first. Most words of the news are a few

    thousand: what was found out of a word is kept.
    """

    def __init__(self, by_start: dict[str, list[_Stem[Meaning]]]) -> None:
        super().__init__()
        self._by_start = by_start

    def __missing__(self, word: str) -> tuple[_Candidate[Meaning], ...]:
        if len(self) >= KEPT:
            self.clear()
        found = tuple(_candidates(word, self._by_start.get(word[:3], ())))
        if len(word) <= LONGEST_WORD:
            self[word] = found
        return found


def _candidates(word: str, stems: Iterable[_Stem[Meaning]]) -> Iterator[_Candidate[Meaning]]:
    for stem in stems:
        if (ending := _ending(word, stem, 0)) is not None:
            yield stem, ending


def _ending(word: str, stem: _Stem[Meaning], number: int) -> str | None:
    """What the word has beyond that word of the stem; None where they do not fit."""
    beginning = stem.words[number]
    if not word.startswith(beginning):
        return None
    ending = word[len(beginning) :]
    if ending and stem.is_whole[number]:
        return None
    is_last = number == len(stem.words) - 1
    return None if is_last and stem.is_name and not _bends(ending) else ending


def _first_of(
    candidates: Iterable[_Candidate[Meaning]], words: list[str], first: int
) -> Found[Meaning] | None:
    for stem, ending in candidates:
        count = len(stem.words)
        if count == 1:  # as most are
            return Found(first, 1, ending, stem.meaning)
        last: str | None = ending
        for number in range(1, count):
            place = first + number
            last = _ending(words[place], stem, number) if place < len(words) else None
            if last is None:
                break
        if last is not None:
            return Found(first, count, last, stem.meaning)
    return None
