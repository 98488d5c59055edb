"""What an item says, in a form that is compared: stems, names, figures.

A Russian and a Kazakh text share few words. Names of things that both languages have are one
concept (news/data/bilingual.json), names in Latin letters are spelled in Cyrillic, numbers and
dates are figures: `shared` terms are those that do not depend on the language.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import pairwise

from news.figures import figures_of, periods_of
from news.folding import fold
from news.identity import link_key, title_key
from news.language import language_of
from news.stems import bigrams, plain, stem
from news.vocabulary import data
from news.words import skeleton, visible

LONGEST_TITLE = 300
LONGEST_LEAD = 700
"""Code points: a story is recognised by its beginning."""

MOSTLY = 0.7
"""Of a text's words: with so many capitals they mark no names."""
CHINESE = "\u3400"
"""The first Chinese letter."""
NAME_LETTERS = 5
"""Endings of Russian and Kazakh names begin later."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")
_LATIN = re.compile(r"[a-z\u00df-\u024f]")
_QUOTED = re.compile(r"(?<!\w)\"([^\"]{2,40})\"(?!\w)")
_SENTENCE_ENDS = re.compile(r"(?<=[^\W\d_]{3}[.!?…])\s+(?=[^\W\d_])")
_HARD_C = re.compile(r"ck|c(?![eihy])")
_BEGINS = re.compile(r"(?:^|[.!?…:|\n(]) ?[«\"“„]?$")
"""Of a sentence, where a capital says nothing."""

_SCALES = frozenset(("тыс", "млн", "млрд", "трлн", "мың"))
"""Parts of numbers, which are figures."""

_BILINGUAL = data("bilingual")
_SEATS = frozenset(f"@{name}" for name in _BILINGUAL["seats"])


@dataclass(frozen=True, slots=True)
class Signature:
    """Plain values only: it can be written as JSON. Terms are sorted, each stands once."""

    language: str | None
    title: tuple[str, ...]
    lead: tuple[str, ...]
    """Those of the title as well where the lead repeats them."""
    names: tuple[str, ...]
    """What is written with a capital within a sentence, without its endings: see `name_of`."""
    title_names: tuple[str, ...]
    """Those of them that the title says, but for places, concepts and acronyms."""
    places: tuple[str, ...]
    """Terms of places, but for capitals, where much is announced that happens elsewhere."""
    quoted: tuple[tuple[str, ...], ...]
    """Terms of each name that the title sets in quotes."""
    numbers: tuple[tuple[str, str], ...]
    title_numbers: tuple[tuple[str, str], ...]
    dates: tuple[str, ...]
    title_dates: tuple[str, ...]
    title_periods: tuple[str, ...]
    """Months and days of the week."""
    is_bulletin: bool
    """Its title is known for one of a series: weather, rates, what is known at this hour."""
    is_count: bool
    """Of what is counted day by day."""
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
    is_titled = bool(title.strip())
    if not is_titled:
        title = _SENTENCE_ENDS.split(lead, maxsplit=1)[0][:LONGEST_TITLE]
    language = language_of(f"{title}\n{lead}", language)
    folded_title, folded_lead = fold(title), fold(lead)
    of_title = _read(title, folded_title, language)
    of_lead = _read(lead, folded_lead, language)
    title_names = of_title.names | (of_title.perhaps & of_lead.names)
    terms = of_title.terms | of_lead.terms
    in_title = figures_of(folded_title if is_titled else "")
    in_lead = figures_of(folded_lead)
    return Signature(
        language,
        tuple(sorted(of_title.terms)),
        tuple(sorted(of_lead.terms)),
        tuple(sorted(title_names | of_lead.names)),
        tuple(sorted(n for n in title_names - of_title.acronyms if n[0] == "~" and is_titled)),
        tuple(sorted(term for term in terms if term[0] == "@" and term not in _SEATS)),
        _quoted(folded_title, language),
        tuple(dict.fromkeys(in_title.numbers + in_lead.numbers)),
        in_title.numbers,
        tuple(dict.fromkeys(in_title.dates + in_lead.dates)),
        in_title.dates,
        periods_of(folded_title) if is_titled else (),
        _OF_A_SERIES.search(folded_title) is not None,
        _OF_A_COUNT.search(f"{folded_title}\n{folded_lead}") is not None,
        title_key(title),
        link_key(link),
        None if published is None else _hour(published),
        source,
    )


def _hour(moment: datetime) -> int:
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return int(zoned.timestamp() // 3600)


def _quoted(folded_title: str, language: str | None) -> tuple[tuple[str, ...], ...]:
    found = (
        tuple(term_of(word, language) for word in _WORD.findall(match[1]) if len(word) > 1)
        for match in _QUOTED.finditer(folded_title)
    )
    return tuple(terms for terms in found if terms)


@dataclass(slots=True)
class _Read:
    """A title or a lead, word by word."""

    terms: set[str]
    names: set[str]
    """Written with a capital within a sentence."""
    perhaps: set[str]
    """At the beginning of one, or in a title of capitals, where a capital says nothing."""
    acronyms: set[str]


def _read(text: str, folded: str, language: str | None) -> _Read:
    found: list[str] = []
    read = _Read(set(), set(), set(), set())
    count = capitals = 0
    for match in _WORD.finditer(folded):
        word, start = match[0], match.start()
        if word >= CHINESE:
            found += _chinese_terms(word)
            continue
        if len(word) < 2 or word[0].isdigit() or word in _SCALES:
            continue
        term = term_of(word, language)
        if len(word) < 3:
            if term[0] == "=":
                found.append(term)
            continue
        found.append(term)
        count += 1
        if text[start].isupper():
            capitals += 1
            begins = _BEGINS.search(text[max(0, start - 3) : start])
            name = name_of(word)
            (read.perhaps if begins else read.names).add(name)
            if text[start + 1].isupper():
                read.acronyms.add(name)
    found += [_PAIRS[pair] for pair in pairwise(found) if pair in _PAIRS]
    read.terms.update(found)
    if capitals > 2 and capitals > count * MOSTLY:
        read.perhaps |= read.names
        read.names.clear()
    return read


def _chinese_terms(run: str) -> list[str]:
    """What names a place or a concept, and pairs of the letters between."""
    found = [_CHINESE_TERMS[name] for name in _CHINESE.findall(run)]
    for rest in filter(None, _CHINESE.split(run)):
        found += bigrams(rest)
    return found


@lru_cache(maxsize=100_000)
def term_of(word: str, language: str | None) -> str:
    """The term of a folded word: `=…` for a concept, `@…` for a place, else its stem."""
    heard = sound(word)
    if (place := _WHOLE_NAMES.get(heard)) is not None:
        return place
    for beginning, term in _BEGINNINGS.get(heard[:3], ()):
        if heard.startswith(beginning):
            return term
    stemmed = stem(word, language)
    if (concept := _CONCEPTS.get((stemmed, language or "ru"))) is not None:
        return concept
    if _LATIN.search(word):
        return stem(heard, "ru")
    return skeleton(stemmed)


@lru_cache(maxsize=50_000)
def name_of(word: str) -> str:
    """A name's beginning as it sounds, in either script: «Шалқияның», «Шалкии» and "Shalkiya"

    are "~шалки". A place or a concept is itself.
    """
    term = term_of(word, None)
    return term if term[0] in "@=" else "~" + sound(word)[:NAME_LETTERS]


def sound(word: str) -> str:
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
            if not spelling.endswith("=") and spelling < CHINESE:
                add(spelling, f"@{spellings[0].rstrip('=')}")
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
            if word >= CHINESE:
                continue
            parts = fold(word.rstrip("*")).split()
            for language in ("ru", "kk", "en"):
                stems = [stem(part, language) for part in parts]
                if len(stems) == 1:
                    single.setdefault((stems[0], language), concept)
                else:
                    one, other = (single.get((each, language), skeleton(each)) for each in stems)
                    double[one, other] = concept
    return single, double


def _chinese() -> dict[str, str]:
    """Terms of the places and concepts that the list spells in Chinese."""
    return {
        spelling: f"{sign}{spellings[0].rstrip('=')}"
        for sign, lists in (("@", _BILINGUAL["places"]), ("=", _BILINGUAL["concepts"]))
        for spellings in lists
        for spelling in spellings
        if spelling >= CHINESE
    }


def _any_of(entries: Iterable[str]) -> re.Pattern[str]:
    beginnings = (r"\w*\W+".join(map(re.escape, fold(entry).split())) for entry in entries)
    return re.compile(rf"\b(?:{'|'.join(beginnings)})")


_OF_A_SERIES = _any_of(data("bulletins")["titles"])
_OF_A_COUNT = _any_of(data("bulletins")["counts"])
_CONCEPTS, _PAIRS = _concepts()
_BEGINNINGS = _beginnings()
_CHINESE_TERMS = _chinese()
_CHINESE = re.compile("|".join(sorted(_CHINESE_TERMS, key=len, reverse=True)))
_WHOLE_NAMES = {
    skeleton(plain(fold(spelling.rstrip("=")))): f"@{spellings[0].rstrip('=')}"
    for spellings in _BILINGUAL["places"]
    for spelling in spellings
    if spelling.endswith("=")
}
