"""Why a story comes to a reader: what it matched, and what moved it. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from model.editions import Candidate
from model.news import Article, FactKind
from model.people import FILTERS, Choices
from news.folding import fold
from news.names import name_key
from news.stems import has_word, stems_of
from publishing.choosing import suits
from views.why import Why

MOST_WORDS = 6
MOST_KEYS = 3
"""Of what is liked, and of what is not."""

_REASON = re.compile(r"(?P<kind>place|strong|for): (?P<words>.*)")
_GROUP = re.compile(r" \((?P<group>[^()]*?)(?: [+-][\d.]+)?\)$")
_NAMED = (FactKind.COMPANY, FactKind.ZONE)


def why(story: Candidate, articles: Sequence[Article], choices: Choices) -> Why:
    """`articles` tell the story, the one that leads first."""
    chosen = any(getattr(choices, name) for name in FILTERS)
    names = names_of(articles)
    is_suited = suits(story, choices)
    unmuted = replace(choices, muted_sources=frozenset())
    tastes = dict(choices.tastes)
    moved = sorted(
        (key for key in story.keys if tastes.get(key)), key=lambda key: (-abs(tastes[key]), key)
    )
    return Why(
        words=_words(articles[0]) if articles else (),
        is_all_wanted=not chosen,
        suits=is_suited,
        is_muted=not is_suited and suits(story, unmuted),
        districts=sorted(choices.districts & story.districts),
        sectors=sorted(choices.sectors & story.sectors),
        languages=sorted(choices.news_languages & story.languages),
        with_amount=choices.with_amount and story.has_amount,
        asked=sorted(word for word in choices.words if has_word(story.terms, word)),
        liked=[names.get(key, key) for key in moved if tastes[key] > 0][:MOST_KEYS],
        disliked=[names.get(key, key) for key in moved if tastes[key] < 0][:MOST_KEYS],
    )


def _words(article: Article) -> list[str]:
    """As printed: the judge reads small letters."""
    text = f"{article.title}\n{article.lead}"
    folded = fold(text)
    found = ((word, folded.find(fold(word))) for word in judged_by(article.reasons))
    return [word if at < 0 else text[at : at + len(word)] for word, at in found]


def judged_by(reasons: Iterable[str]) -> list[str]:
    """The words of the text that spoke for it, out of the judge's reasons.

    A branch of the economy stands there by its code, and is told as a sector.
    """
    found: list[str] = []
    for reason in reasons:
        match = _REASON.fullmatch(reason)
        if match is None:
            continue
        words = match["words"]
        group = _GROUP.search(words)
        if group is not None and match["kind"] != "place":
            words = words[: group.start()]
            if group["group"] == "branch":
                continue
        found += [word for word in words.split(", ") if word]
    return _each_once(found)[:MOST_WORDS]


def _each_once(words: Iterable[str]) -> list[str]:
    """One form of a word stands for its others: «завод» for «завода», «новый» for «нового»."""
    kept: dict[str, frozenset[str]] = {}
    for word in words:
        stems = stems_of(word)
        if not any(
            word.startswith(other) or other.startswith(word) or stems & known
            for other, known in kept.items()
        ):
            kept[word] = stems
    return list(kept)


def names_of(articles: Iterable[Article]) -> dict[str, str]:
    """Companies and zones as printed, by the keys of their story."""
    return {
        f"{fact.kind}:{name_key(fact.value)}": fact.value
        for one in articles
        for fact in one.facts
        if fact.kind in _NAMED
    }
