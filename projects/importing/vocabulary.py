"""The words that cells say things with: sectors, units, zones, countries, stages, yes and no."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from babel import Locale
from rapidfuzz import fuzz, process

from model.news import Stage
from news.folding import fold
from news.sectors import Sectors
from news.vocabulary import DISTRICTS, SECTORS, data, district_name, sector_name
from news.words import Stems, Text
from projects.exporting.table import words

LANGUAGES = ("kk", "ru", "en", "zh")
NEAR = 90
"""Of 100: how much alike a stage must be to one that is known."""
_NOT_A_WORD = re.compile(r"[\W_]+")


def bare(text: str) -> str:
    """Folded, without signs: what cells are compared by."""
    return " ".join(_NOT_A_WORD.sub(" ", fold(text)).split())


def sector_codes(parts: Iterable[str], whole: str) -> tuple[str, ...]:
    """By their names or codes; else by what the text tells of. Empty: it tells of none."""
    named = [_sectors().get(bare(part)) for part in parts]
    if all(named):
        return tuple(dict.fromkeys(one for one in named if one))
    return _told_sectors()(Text("", whole))


def district_codes(parts: Iterable[str], whole: str) -> tuple[str, ...]:
    """Units of the home region that are named; empty: none is."""
    named = [_districts()[1].get(bare(part)) for part in parts]
    if all(named):
        return tuple(dict.fromkeys(one for one in named if one))
    text = Text("", whole)
    called = _districts()[0]
    found = [one.meaning for one in called.find(text)]
    found += [code for _, _, code in called.find_chinese(text)]
    return tuple(code for code in DISTRICTS if code in {*found, *filter(None, named)})


def country_code(text: str) -> str | None:
    """ISO 3166 alpha-2, by a code or a name in any of the languages."""
    exact, stems = _countries()
    if (code := exact.get(bare(text))) is not None:
        return code
    said = Text("", text)
    found = next((one.meaning for one in stems.find(said)), None)
    return found or next((code for _, _, code in stems.find_chinese(said)), None)


def stage_of(text: str) -> Stage | None:
    known, said = _stages(), bare(text)
    if said in known:
        return known[said]
    near = process.extractOne(said, known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
    return None if near is None or len(said) < 6 else known[near[0]]


def truth_of(text: str) -> bool | None:
    return _truths().get(fold(text.strip()))


def is_nothing(text: str) -> bool:
    """Whether it empties a field."""
    return fold(text.strip()) in words()["nothing"]


def is_dash(text: str) -> bool:
    return set(fold(text.strip())) == {"-"}


def is_total(text: str) -> bool:
    """Whether it begins a row that is no project's."""
    first = bare(text).split(" ")[0] if bare(text) else ""
    return first in words()["totals"]


@cache
def _sectors() -> Mapping[str, str]:
    names = {bare(sector_name(code, one)): code for code in SECTORS for one in LANGUAGES}
    return names | {bare(code): code for code in SECTORS}


@cache
def _told_sectors() -> Sectors:
    return Sectors()


@cache
def _districts() -> tuple[Stems[str], Mapping[str, str]]:
    called: Stems[str] = Stems()
    for unit in data("region")["units"]:
        called.add((*unit["called"], *unit.get("with_support", ())), unit["code"], are_names=True)
    names = {bare(district_name(code, one)): code for code in DISTRICTS for one in LANGUAGES}
    return called, names | {code: code for code in DISTRICTS}


@cache
def _countries() -> tuple[Mapping[str, str], Stems[str]]:
    exact: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                exact.setdefault(bare(name), code)
                exact[code.lower()] = code
    stems: Stems[str] = Stems()
    for one in data("countries")["countries"]:
        stems.add(one["stems"], one["code"])
        exact |= {bare(name): one["code"] for name in one["names"].values()}
    return exact | {"рк": "KZ", "қр": "KZ"}, stems


@cache
def _stages() -> Mapping[str, Stage]:
    return {
        bare(said): Stage(one["code"])
        for one in words()["stages"]
        for said in (one["code"], *one["names"].values(), *one["also"])
    }


@cache
def _truths() -> Mapping[str, bool]:
    return {
        fold(said): truth
        for truth, key in ((True, "yes"), (False, "no"))
        for said in (*words()[key]["names"].values(), *words()[key]["also"])
    }
