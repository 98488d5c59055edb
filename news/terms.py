"""What search knows a text by: stems of its words, and terms of things that no language owns.

    туркистан   a stem; see news/stems.py
    @туркестан  a place, =завод a concept, whatever the language: see news/signatures.py
    #cn         a country, #611600000 a unit of the region, #food a sector

A term has no space and no sign but the first, so that both databases take it as it is.
"""

import re
from collections.abc import Iterable, Sequence

from model.ids import StoryId
from model.news import Article
from model.search import SearchText
from news.folding import fold
from news.signatures import term_of
from news.stems import LONGEST, bigrams, stem
from news.telling import districts_of, sectors_of
from news.vocabulary import data
from news.words import Stems, Text, visible

SIGNS = "@=#"
"""What the terms of things begin with."""
MOST_TERMS = 3_000
"""Of a story: about ten whole articles."""
SHORTEST_WORD = 3
"""Letters of a stem that a mistyped word may have meant."""

_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")
_NO_STEM = re.compile(r"[^\W\d_\u3400-\u9fff]+")

Names = tuple[str, ...]
"""The terms of the thing that a name names."""


def search_text(story: StoryId, articles: Sequence[Article]) -> SearchText:
    """What a story is found by, as these articles tell it."""
    title: dict[str, None] = {}
    terms: dict[str, None] = {}
    words: dict[str, str] = {}
    for one in articles:
        title.update(dict.fromkeys(_terms(one.title, one.language, words)))
    terms.update(title)
    for one in articles:
        terms.update(dict.fromkeys(code_term(code) for code in districts_of(one)))
        terms.update(dict.fromkeys(code_term(code) for code in sectors_of(one)))
        terms.update(dict.fromkeys(_terms(one.lead, one.language, words)))
    kept = list(terms)[:MOST_TERMS]
    words = {term: word for term, word in words.items() if term in terms}
    return SearchText(story, tuple(sorted(title)), tuple(sorted(kept)), words)


def code_term(code: str) -> str:
    """Of a country, a unit or a sector."""
    return "#" + code.lower().replace("-", "_")


def words_of(folded: str) -> list[str]:
    """The words of folded text, in order; a run of Chinese is one."""
    return [word[:LONGEST] for word in _WORD.findall(folded) if len(word) > 1 or _counts(word)]


def stem_term(word: str, language: str | None) -> str:
    return stem(word, language).replace("'", "")


def neutral_term(word: str, language: str | None) -> str | None:
    """Of a word that names a place or a concept of the bilingual list."""
    term = term_of(word, language)
    return None if term[0] not in "@=" else term.replace(" ", "_")


def _terms(text: str, language: str | None, words: dict[str, str]) -> Iterable[str]:
    """The terms of a text, with repetitions; notes the shortest word of each stem."""
    seen = Text(text, "")
    for word in words_of(seen.folded):
        if word >= "\u3400":
            yield from word
            yield from bigrams(word)
            continue
        term = stem_term(word, language)
        yield term
        if _is_word(term) and len(word) < len(words.get(term, word + " ")):
            words[term] = word
        if neutral := neutral_term(word, language):
            yield neutral
    for found in COUNTRIES.find(seen):
        yield found.meaning
    if seen.is_chinese:
        yield from (term for _, _, term in COUNTRIES.find_chinese(seen))


def _is_word(term: str) -> bool:
    return len(term) >= SHORTEST_WORD and _NO_STEM.fullmatch(term) is not None


def _counts(letter: str) -> bool:
    return letter.isdigit() or letter >= "\u3400"


def folded(text: str) -> str:
    return fold(visible(text))


def _countries() -> Stems[str]:
    """What says a country's name, in any language; its term."""
    found: Stems[str] = Stems()
    for one in data("countries")["countries"]:
        term = code_term(one["code"])
        found.add([*one["stems"], *one["adjectives"]], term)
        found.add([one["names"]["zh"]], term)
    return found


COUNTRIES = _countries()
