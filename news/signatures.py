"""What an item says, in a form that is compared: stems, names, figures.

A Russian and a Kazakh text share few words. Names of things that both languages have are one
concept (news/data/bilingual.json), names in Latin letters are spelled in Cyrillic, numbers and
dates are figures: `shared` terms are those that do not depend on the language.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import pairwise

from news.figures import figures_of
from news.folding import fold
from news.identity import link_key, title_key
from news.language import language_of
from news.stems import plain, stem
from news.vocabulary import data
from news.words import skeleton, visible

LONGEST_TITLE = 300
LONGEST_LEAD = 700
"""Code points: a story is recognised by its beginning."""

NAME_LETTERS = 5
"""Endings of Russian and Kazakh names begin later."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")
_LATIN = re.compile(r"[a-z\u00df-\u024f]")
_HARD_C = re.compile(r"ck|c(?![eihy])")
_BEGINS = re.compile(r"(?:^|[.!?…:|\n(]) ?[«\"“„]?$")
"""Of a sentence, where a capital says nothing."""

_SCALES = frozenset(("тыс", "млн", "млрд", "трлн", "мың"))
"""Parts of numbers, which are figures."""

_BILINGUAL = data("bilingual")


@dataclass(frozen=True, slots=True)
class Signature:
    """Plain values only: it can be written as JSON. Terms are sorted, each stands once."""

    language: str | None
    title: tuple[str, ...]
    lead: tuple[str, ...]
    """Those of the title as well where the lead repeats them."""
    names: tuple[str, ...]
    """What is written with a capital within a sentence, without its endings: see `name_of`."""
    numbers: tuple[tuple[str, str], ...]
    title_numbers: tuple[tuple[str, str], ...]
    dates: tuple[str, ...]
    title_dates: tuple[str, ...]
    title_key: str
    link_key: str | None
    hour: int | None
    """Of its publication, since 1970; None where that is not known."""
    source: str | None


def signature(
    title: str,
    lead: str,
    published: datetime | None,
    language: str | None = None,
    link: str | None = None,
    source: str | None = None,
) -> Signature:
    """Of an item; `published` in any zone, a naive one is UTC. Never fails, whatever the text."""
    title = _ADDRESS.sub(" ", visible(title[:LONGEST_TITLE]))
    lead = _ADDRESS.sub(" ", visible(lead[:LONGEST_LEAD]))
    if not title.strip():
        title, lead = lead[:LONGEST_TITLE], lead
    language = language_of(f"{title}\n{lead}", language)
    folded_title, folded_lead = fold(title), fold(lead)
    names: set[str] = set()
    title_terms = _terms(title, folded_title, language, names)
    lead_terms = _terms(lead, folded_lead, language, names)
    in_title, in_lead = figures_of(folded_title), figures_of(folded_lead)
    return Signature(
        language,
        tuple(sorted(title_terms)),
        tuple(sorted(lead_terms)),
        tuple(sorted(names)),
        tuple(dict.fromkeys(in_title.numbers + in_lead.numbers)),
        in_title.numbers,
        tuple(dict.fromkeys(in_title.dates + in_lead.dates)),
        in_title.dates,
        title_key(title),
        link_key(link),
        None if published is None else _hour(published),
        source,
    )


def _hour(moment: datetime) -> int:
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return int(zoned.timestamp() // 3600)


def _terms(text: str, folded: str, language: str | None, names: set[str]) -> set[str]:
    found: list[str] = []
    is_shouted = text.isupper()
    for match in _WORD.finditer(folded):
        word = match[0]
        if word >= "\u3400":
            found += [word[index : index + 2] for index in range(max(1, len(word) - 1))]
            continue
        if len(word) < 2 or word[0].isdigit() or word in _SCALES:
            continue
        term = term_of(word, language)
        if len(word) > 2 or term[0] == "=":
            found.append(term)
        start = match.start()
        if text[start].isupper() and not is_shouted and len(word) > 2:
            before = text[max(0, start - 3) : start]
            if not _BEGINS.search(before) or _LATIN.search(word):
                names.add(name_of(word))
    for one, other in pairwise(found):
        pair = _PAIRS.get((one, other))
        if pair:
            found.append(pair)
    return set(found)


@lru_cache(maxsize=100_000)
def term_of(word: str, language: str | None) -> str:
    """The term of a folded word: `=…` for a concept, `@…` for a place, else its stem."""
    sound = _sound(word)
    for beginning, term in _BEGINNINGS.get(sound[:3], ()):
        if sound.startswith(beginning):
            return term
    stemmed = stem(word, language)
    if (concept := _CONCEPTS.get((stemmed, language or "ru"))) is not None:
        return concept
    if _LATIN.search(word):
        return stem(sound, "ru")
    return skeleton(stemmed)


@lru_cache(maxsize=50_000)
def name_of(word: str) -> str:
    """A name's beginning as it sounds, in either script: «Шалқияның», «Шалкии» and "Shalkiya"

    are "~шалки". A place or a concept is itself.
    """
    term = term_of(word, None)
    return term if term[0] in "@=" else "~" + _sound(word)[:NAME_LETTERS]


def _sound(word: str) -> str:
    """In Cyrillic; an English c and ck is a к before most letters: "Eco Culture"."""
    return skeleton(plain(_HARD_C.sub("k", word)))


def _beginnings() -> dict[str, list[tuple[str, str]]]:
    """Of words that are one term whatever follows, by their first letters; longest first."""
    found: dict[str, list[tuple[str, str]]] = {}

    def add(beginning: str, term: str) -> None:
        sound = skeleton(plain(fold(beginning)))
        found.setdefault(sound[:3], []).append((sound, term))

    for spellings in _BILINGUAL["places"]:
        for spelling in spellings:
            add(spelling, f"@{spellings[0]}")
    for words in _BILINGUAL["concepts"]:
        for word in words:
            if word.endswith("*"):
                add(word.rstrip("*"), f"={words[0]}")
    for each in found.values():
        each.sort(key=lambda one: (-len(one[0]), one))
    return found


def _concepts() -> tuple[dict[tuple[str, str], str], dict[tuple[str, str], str]]:
    """By a stem and its language; and by the terms of two words side by side."""
    single: dict[tuple[str, str], str] = {}
    double: dict[tuple[str, str], str] = {}
    for words in _BILINGUAL["concepts"]:
        concept = f"={words[0]}"
        for word in words:
            parts = fold(word.rstrip("*")).split()
            for language in ("ru", "kk", "en"):
                stems = [stem(part, language) for part in parts]
                if len(stems) == 1:
                    single.setdefault((stems[0], language), concept)
                else:
                    one, other = (single.get((each, language), skeleton(each)) for each in stems)
                    double[one, other] = concept
    return single, double


_CONCEPTS, _PAIRS = _concepts()
_BEGINNINGS = _beginnings()
