"""Key words as people type them: plain words and beginnings of words, nothing cleverer.

«завод, инвест*; 投资» are three; a phrase asks for each of its words. Pure.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from news.folding import fold
from news.stems import words_of

MOST_WORDS = 20
"""Of one list."""
LONGEST = 40
SHORTEST = 2
SHORTEST_BEGINNING = 3
"""Letters before the star: a shorter beginning is that of half the words there are."""
MOST_PARTS = 3
"""Words of a phrase."""

_BETWEEN = re.compile(r"[,;\n\r、，；]+")
_QUOTES = "\"'«»“”„‟‘’`.!?()[]{}: \t"
_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*\*?")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")


class Refusal(StrEnum):
    """Why something typed is no key word."""

    SIGNS = "signs"
    """Other signs than letters, digits, hyphens and a star at the end."""
    SHORT = "short"
    LONG = "long"
    MANY = "many"
    """The list is full."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was understood, and the first thing that was not."""

    words: tuple[str, ...] = ()
    refused: str | None = None
    why: Refusal | None = None


def read_key_words(typed: str, known: Iterable[str] = ()) -> Typed:
    """The new words among what was typed, in its order; `known` is the list they are to join."""
    seen = {fold(word) for word in known}
    room = MOST_WORDS - len(seen)
    words: list[str] = []
    refused: tuple[str, Refusal] | None = None
    for part in _BETWEEN.split(typed[: MOST_WORDS * LONGEST * 2]):
        word = _tidy(part)
        if not word or fold(word) in seen:
            continue
        why = _refusal(word) or (Refusal.MANY if len(words) >= room else None)
        if why is not None:
            refused = refused or (word[:LONGEST], why)
            continue
        seen.add(fold(word))
        words.append(word)
    if not words and refused is None and not typed.strip(_QUOTES):
        refused = (typed.strip()[:LONGEST], Refusal.SIGNS)
    return Typed(tuple(words), *(refused or ()))


def with_words(known: frozenset[str], words: Iterable[str]) -> frozenset[str]:
    """The list with these, as far as there is room."""
    new = [word for word in words if word not in known]
    return known | frozenset(new[: max(0, MOST_WORDS - len(known))])


def _tidy(part: str) -> str:
    """In small letters, with single spaces and without the signs that stand around words.

    A star behind Chinese says nothing: its words have no endings.
    """
    words = (word.strip(_QUOTES) for word in part.lower().split())
    return " ".join(
        word.rstrip("*") if _IDEOGRAPH.search(word) else re.sub(r"\*+$", "*", word)
        for word in words
        if word
    )


def _refusal(word: str) -> Refusal | None:
    parts = word.split()
    if len(word) > LONGEST or len(parts) > MOST_PARTS:
        return Refusal.LONG
    for part in parts:
        if _WORD.fullmatch(part) is None or not any(words_of(part)):
            return Refusal.SIGNS
        if len(part.rstrip("*")) < (SHORTEST_BEGINNING if part.endswith("*") else SHORTEST):
            return Refusal.SHORT
    return None
