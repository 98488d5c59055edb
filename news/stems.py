"""Words as they are looked for: any form of a word, typed on any keyboard, is one stem.

Russian and English stems are snowball's. Kazakh has no stemmer that is kept well: its endings are
regular and stand in a fixed order (number, possession, case), so they are taken off one by one.
Kazakh letters become the Russian ones that people type for want of them. Chinese sets no spaces:
its terms are pairs of neighbouring characters.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer  # type: ignore[import-untyped]

from news.folding import fold

MOST = 20_000
"""Letters of a text that are looked at."""
LONGEST = 40
"""Letters of a word that count."""

_TOKEN = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+(?:['-][^\W_\u3400-\u9fff]+)*")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_CYRILLIC = re.compile(r"[а-я]")
_KAZAKH = re.compile(r"[әғқңөұүһі]")
_MARKS = re.compile(r"[\u0300-\u036f]")
_ON_A_RUSSIAN_KEYBOARD = str.maketrans("әғқңөұүһі", "агкноууxи".replace("x", "х"))

# Kazakh in Latin letters, as it has been written since 2018, in the Cyrillic that is stemmed.
_PAIRS = {"sh": "ш", "ch": "ч", "zh": "ж", "gh": "г", "ng": "н", "kh": "х"}
_LETTERS = str.maketrans(
    {"a": "а", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и"}
    | {"j": "ж", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р"}
    | {"s": "с", "t": "т", "u": "у", "v": "в", "w": "у", "x": "х", "y": "ы", "z": "з", "ı": "и"}
    | {"á": "а", "ä": "а", "é": "е", "í": "и", "ó": "о", "ö": "о", "ú": "у", "ü": "у", "ý": "у"}
    | {"ń": "н", "ñ": "н", "ǵ": "г", "ğ": "г", "ş": "ш", "'": None}
)

# In Russian letters. What an ending begins with depends on the letter before it; where that does
# not fit, the ending is part of the word.
_VOWEL = "[аеиоуыэюя]"
_VOICED = "[джзйлмнру]"
_NASAL = "[нм]"
_VOICELESS = "[пфктсшщцчхбвгд]"
_ENDINGS = tuple(
    re.compile("|".join(f"(?<={before})(?:{endings})$" for before, endings in step))
    for step in (
        (  # case
            (_VOWEL, "ны|ни|нын|нин"),
            (_NASAL, "нын|нин|нан|нен|мен"),
            (_VOICED, "ды|ди|дын|дин"),
            (f"(?:{_VOWEL}|{_VOICED})", "га|ге|да|де|дан|ден|дагы|деги|мен|дай|дей"),
            (_VOICELESS, "ка|ке|та|те|тан|тен|тагы|теги|ты|ти|тын|тин|пен|бен|тай|тей"),
        ),
        (  # possession and case, which join in ways of their own
            ("[аеоуэюя]", "сы(?:н|нда|нан|ндагы|на|нын|мен)|си(?:н|нде|нен|ндеги|не|нин|мен)"),
            ("ш[ыи]", "сы(?:н|нда|нан|ндагы|на|нын|мен)|си(?:н|нде|нен|ндеги|не|нин|мен)"),
            ("[^аеиоуыэюян]", "ы(?:н|нда|нан|ндагы|на|нын)|и(?:н|нде|нен|ндеги|не|нин)"),
            (_NASAL, "ы(?:нда|нан|ндагы|на|нын)|и(?:нде|нен|ндеги|не|нин)"),
        ),
        (("[^аеиоуыэюя]", "ы|и"), ("[аеоуэюя]", "сы|си"), ("ш[ыи]", "сы|си")),
        (  # number
            (f"(?:{_VOWEL}|[рйу])", "лар|лер"),
            ("[лмнжз]", "дар|дер"),
            (_VOICELESS, "тар|тер"),
        ),
    )
)
_SHORTEST_STEM = 4
_PASSES = 3

_russian = snowballstemmer.stemmer("russian")
_english = snowballstemmer.stemmer("english")


def words_of(text: str) -> Iterator[str]:
    """The folded words of a text, in order; hyphenated ones also in their parts."""
    for match in _TOKEN.finditer(fold(text[:MOST])):
        word = match[0][:LONGEST]
        yield word
        if "-" in word:
            yield from (part for part in word.split("-") if part)


def terms_of(text: str, language: str | None) -> list[str]:
    """The stems of a text in a language, in order, with repetitions."""
    found: list[str] = []
    for word in words_of(text):
        if _IDEOGRAPH.match(word):
            found += bigrams(word)
        else:
            found.append(stem(word, language))
    return found


def term_set(texts: Iterable[tuple[str, str | None]]) -> tuple[str, ...]:
    """The different stems of several texts with their languages, sorted."""
    return tuple(sorted({term for text, language in texts for term in terms_of(text, language)}))


def stems_of(word: str) -> frozenset[str]:
    """Every stem that a form of this word may have in some text, whatever its language."""
    word = fold(word)[:LONGEST]
    if _IDEOGRAPH.search(word):
        return frozenset(bigrams(word))
    return frozenset(stem(word, language) for language in ("ru", "kk", "en"))


def bigrams(run: str) -> list[str]:
    """Pairs of neighbouring characters; a single one is itself."""
    return [run[index : index + 2] for index in range(max(1, len(run) - 1))]


def has_word(terms: Collection[str], word: str) -> bool:
    """Whether a text with these terms has the word in any form.

    "word*" asks for any word that begins so; of several words each must be there.
    """
    parts = _parts(word)
    return bool(parts) and all(part.is_among(terms) for part in parts)


@dataclass(frozen=True, slots=True)
class _Part:
    """What a text must have for one word that is looked for, each way enough by itself."""

    stems: frozenset[str] = frozenset()
    pairs: tuple[str, ...] = ()
    """All of them: the pairs of neighbouring signs of a Chinese word."""
    beginning: str = ""

    def is_among(self, terms: Collection[str]) -> bool:
        if any(stem in terms for stem in self.stems):
            return True
        if self.pairs and all(pair in terms for pair in self.pairs):
            return True
        return bool(self.beginning) and any(term.startswith(self.beginning) for term in terms)


@lru_cache(maxsize=10_000)
def _parts(word: str) -> tuple[_Part, ...]:
    return tuple(map(_part, word.split()))


def _part(word: str) -> _Part:
    # A beginning may be longer than the stem: «инвестиции*» has the word itself, too.
    bare = word.rstrip("*")
    beginning = plain(fold(bare)) if bare != word else ""
    parts = list(words_of(bare))
    if not parts:
        return _Part(beginning=beginning)
    if _IDEOGRAPH.match(parts[0]):
        pairs = tuple(pair for part in parts for pair in bigrams(part))
        return _Part(pairs=pairs, beginning=beginning)
    return _Part(stems_of(parts[0]), beginning=beginning)


def plain(word: str) -> str:
    """A folded word as it is typed without Kazakh letters and accents."""
    if word.isascii():
        return word
    word = word.translate(_ON_A_RUSSIAN_KEYBOARD)
    if _CYRILLIC.search(word):
        return word  # й must stay what it is
    return _MARKS.sub("", unicodedata.normalize("NFD", word))


@lru_cache(maxsize=50_000)
def stem(word: str, language: str | None) -> str:
    """The stem of a folded word that stands in a text of a language."""
    if word.isdigit():
        return word
    is_kazakh = language == "kk" or _KAZAKH.search(word) is not None
    letters = plain(word)
    if _CYRILLIC.search(letters):
        stemmed = _kazakh_stem(letters) if is_kazakh else _russian.stemWord(letters)
    elif is_kazakh:
        stemmed = _kazakh_stem(_in_cyrillic(word))
    else:
        stemmed = _english.stemWord(letters)
    return str(stemmed)


def _kazakh_stem(word: str) -> str:
    """Without its endings, as long as there are any: one stem for all forms matters more here

    than the right one («Түркістан» loses what looks like an ending in each of its forms).
    """
    for _ in range(_PASSES):
        before = word
        for step in _ENDINGS:
            found = step.search(word, _SHORTEST_STEM)
            if found:
                word = word[: found.start()]
        if word == before:
            break
    return word


def _in_cyrillic(word: str) -> str:
    for pair, letter in _PAIRS.items():
        word = word.replace(pair, letter)
    return plain(word.translate(_LETTERS))
