"""What a text can name a project by: names, things, places, figures. Pure."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from model.news import Article, FactKind, Money
from model.projects import Project
from news.figures import figures_of
from news.folding import fold
from news.names import name_key
from news.stems import bigrams
from news.telling import districts_of, sectors_of
from news.terms import neutral_term, stem_term, words_of
from news.vocabulary import data
from news.words import visible
from projects.zones import zone_district, zone_named

SHORTEST_NAME = 4
"""Letters of a name: shorter ones are met by chance."""
ALONE = 5
"""Letters of a word that may stand for a whole name."""
LEAST_COMMON = 2
"""Common words in a row that may be a name together."""
LONGEST_ENDING = 4
"""Letters of a case ending."""
LONGEST_TEXT = 1_500
"""Code points of a text that are compared: a story says at its beginning what it is about."""
LEAST_FIGURE = 3
"""Smaller numbers are counted of everything."""

_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"\n]{3,60})[»”\"]")
_LATIN = re.compile(r"[A-Z][A-Za-z0-9’'-]+(?:[ -](?:[A-Z&][A-Za-z0-9’'-]*|\d+))*")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SEVERAL = re.compile(r"[;/,+]| и (?=[«A-ZА-Я])")
_DATA = json.loads(files("projects").joinpath("data/naming.json").read_bytes())
_LEGAL = frozenset(_DATA["legal"])
_WHERE = frozenset(map(name_key, _DATA["where"]))
_COMMON = frozenset(map(name_key, _DATA["common"])) | _WHERE
_GROUND = frozenset(map(name_key, _DATA["ground"]))
_HOME: str = data("region")["code"]
_PLACES = frozenset(
    name_key(name)
    for unit in data("region")["units"]
    for name in (*unit["names"].values(), *unit["called"])
    if " " not in name
)
"""Where something is is not what it is called."""
_WIDE = frozenset(
    name_key(word)
    for place in (*data("region")["units"], *data("places")["places"])
    for name in place["names"].values()
    for word in name.split()
)
"""Names of districts and regions: too much is in one of them to tell things apart."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A project as a text may name it, or a text as it may name projects."""

    names: frozenset[tuple[str, ...]]
    """Of companies and of the thing itself: keys of their words, in order. A project's only."""
    words: tuple[str, ...]
    """Keys of a text's words, in order: what names are looked for among. A text's only."""
    terms: frozenset[str]
    """Stems, and terms of things whatever the language, of what it is."""
    districts: frozenset[str]
    spots: frozenset[tuple[str, ...]]
    """Keys of villages and rivers where it is, smaller than a district. A project's only."""
    region: str | None
    """KATO code of the region; None where a text does not say."""
    zone: str | None
    sectors: frozenset[str]
    countries: frozenset[str]
    amounts: frozenset[Money]
    figures: frozenset[str]
    """Numbers printed of it: how much it makes, on what area."""
    jobs: frozenset[int]


def profile_of(project: Project) -> Profile:
    names = "\n".join(project.names.values())
    # An English name begins with a capital, whatever it begins with: only others mark names so.
    marked = "\n".join(name for code, name in project.names.items() if code != "en")
    described = f"{names}\n{project.capacity or ''}"
    companies = [one.name for one in project.investors]
    jobs = {one for one in (project.jobs_planned, project.jobs_created) if one}
    amounts = frozenset(one.money for one in project.claims if one.money is not None)
    zone_in = zone_district(project.zone) if project.zone else None
    return Profile(
        words=(),
        names=frozenset([*_names([*companies, marked]), *_latin_names(companies)]),
        terms=frozenset(_terms(names)),
        districts=frozenset(project.districts) | ({zone_in} if zone_in else set()),
        spots=frozenset(_spots(project.place or "")),
        region=_HOME,
        zone=project.zone,
        sectors=frozenset(project.sectors),
        countries=frozenset(one.country for one in project.investors if one.country),
        amounts=amounts,
        figures=_figures(described),
        jobs=frozenset(jobs),
    )


def profile_of_story(articles: Sequence[Article]) -> Profile:
    """As the articles of a story together tell it."""
    text = "\n".join(f"{one.title}\n{one.lead}"[:LONGEST_TEXT] for one in articles)
    facts = [fact for one in articles for fact in one.facts]
    printed = [one.value for one in facts if one.kind is FactKind.COMPANY]
    amounts = {
        Money(int(one.value), one.unit)
        for one in facts
        if one.kind is FactKind.AMOUNT and one.unit is not None
    }
    return Profile(
        names=frozenset(),
        words=spoken("\n".join([text, *printed])),
        terms=frozenset(_terms(text)),
        districts=frozenset(code for one in articles for code in districts_of(one)),
        spots=frozenset(),
        region=_region(articles),
        zone=zone_named(text),
        sectors=frozenset(code for one in articles for code in sectors_of(one)),
        countries=frozenset(one.value for one in facts if one.kind is FactKind.COUNTRY),
        amounts=frozenset(amounts),
        figures=_figures(text),
        jobs=frozenset(int(one.value) for one in facts if one.kind is FactKind.JOBS),
    )


def spoken(text: str) -> tuple[str, ...]:
    """Keys of a text's words, in order: what names are looked for among."""
    return tuple(filter(None, map(_key, _LETTERS.findall(visible(text)[:LONGEST_TEXT]))))


def is_said(name: tuple[str, ...], words: Sequence[str]) -> bool:
    """Whether these words have the name among them, with whatever case ending."""
    size = len(name)
    return any(
        all(map(str.startswith, words[at : at + size], name))
        and len(words[at + size - 1]) <= len(name[-1]) + LONGEST_ENDING
        for at in range(len(words) - size + 1)
    )


def own_words(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words by which a name is told from others, long enough to stand for it alone."""
    return tuple(word for word in name if word not in _COMMON and len(word) >= ALONE)


def _names(texts: Iterable[str]) -> Iterable[tuple[str, ...]]:
    """Names that a text prints as names: in quotes, or in Latin letters with a capital."""
    for text in texts:
        seen = visible(text)
        for found in (*_QUOTED.findall(seen), *_LATIN.findall(seen)):
            for part in _SEVERAL.split(found):
                keys = tuple(filter(None, map(_key, _LETTERS.findall(part))))
                if _is_name(keys):
                    yield keys


def _latin_names(companies: Iterable[str]) -> Iterable[tuple[str, ...]]:
    """Names in Latin letters throughout, words without a capital too."""
    for company in companies:
        keys = tuple(filter(None, map(_key, _LETTERS.findall(visible(company)))))
        if company.isascii() and not _SEVERAL.search(company) and _is_name(keys):
            yield keys


def is_only_common(name: tuple[str, ...]) -> bool:
    """Whether each word of it stands in other names too: such a name says less, and only whole."""
    return all(key in _COMMON or key in _PLACES for key in name)


def _is_name(keys: tuple[str, ...]) -> bool:
    own = [key for key in keys if key not in _COMMON and key not in _PLACES]
    told = [key for key in keys if key not in _WHERE and key not in _PLACES]
    is_telling = any(len(key) > 1 for key in own) or len(told) >= LEAST_COMMON
    return is_telling and len("".join(keys)) >= SHORTEST_NAME


def _spots(place: str) -> Iterable[tuple[str, ...]]:
    """Words with a capital that are neither a district's name nor a kind of place."""
    for word in _LETTERS.findall(visible(place)):
        key = _key(word)
        is_own = key not in _COMMON and key not in _WIDE and key not in _GROUND
        if word[0].isupper() and len(key) >= SHORTEST_NAME and is_own:
            yield (key,)


def _region(articles: Sequence[Article]) -> str | None:
    regions = [one.region for one in articles if one.region is not None]
    return _HOME if _HOME in regions else next(iter(regions), None)


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    return "" if word.lower() in _LEGAL else name_key(word)


def _terms(text: str) -> Iterable[str]:
    for word in words_of(fold(visible(text)[:LONGEST_TEXT])):
        if word >= "\u3400":
            yield from bigrams(word)
        elif not word.isdigit():
            yield stem_term(word, None)
            if neutral := neutral_term(word, None):
                yield neutral


def _figures(text: str) -> frozenset[str]:
    found = figures_of(fold(visible(text)[:LONGEST_TEXT])).numbers
    return frozenset(value for value, _ in found if float(value) >= LEAST_FIGURE)
