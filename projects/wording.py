"""What a project is found by: the terms of its texts, as news/terms.py makes those of stories.

    кабельн   a stem            =cable     a kind of thing, whatever it is called in any language
    _кабелн   a word's sound    @кентау    a place, #612000000 a district, #electrical a sector,
    #m30e8    an amount         #cn        a country
    #open     everyone may find it; #of_…  else who may

Words sound alike in either script: «Лихуа», "Lihua" and 利华 are one.
"""

import json
import math
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from model.news import Money
from news.figures import figures_of
from news.signatures import sound
from news.stems import stem
from news.terms import COUNTRIES, code_term, neutral_term, stem_term, words_of
from news.vocabulary import data
from news.words import Stems, Text

OPEN = "#open"
"""Of a project that everyone may find."""
SHORTEST = 3
"""Letters of a word whose sound counts."""
_HEARD = (("oo", "u"), ("ee", "i"), ("ph", "f"), ("ck", "k"))
_NASAL = re.compile("нг$")
"""Chinese names end in it in Latin letters and not in Russian ones: Sheng, «Шэн»."""
_LONGEST_SOUND = 4
"""Chinese characters of a name."""

_DATA: dict[str, Any] = json.loads(files("projects").joinpath("data/asking.json").read_bytes())
MEANINGLESS = frozenset(_DATA["meaningless"])
MEANINGLESS_CHINESE: tuple[str, ...] = tuple(
    sorted(_DATA["meaningless_chinese"], key=len, reverse=True)
)
_SOUNDS: dict[str, str] = _DATA["sounds"]

_SCALES = "|".join(data("figures")["scales"].values())
_UNITS = data("figures")["units"]
_MONEY = "|".join(_UNITS[one] for one in ("kzt", "usd", "eur", "rub", "cny"))
_AMOUNT = re.compile(
    rf"(?:[$€₸¥] ?)?(?<![\w.,])\d[\d ]*(?:[.,]\d+)?[ -]?(?:{_SCALES})(?![a-zа-яәғқңөұүһі])\.?"
    rf"(?: ?\d[\d ]*(?:[.,]\d+)? ?(?:{_SCALES})(?![a-zа-яәғқңөұүһі])\.?)?"
    rf"(?: ?(?:ақш|сша|us)? ?(?:{_MONEY})(?![a-zа-яәғқңөұүһі]))?"
)
_CURRENCIES = {"kzt": "KZT", "usd": "USD", "eur": "EUR", "rub": "RUB", "cny": "CNY"}
_ROUGH, _FINE = 2, 3
"""Significant digits by which amounts are compared."""


@cache
def kinds() -> Stems[tuple[str, ...]]:
    """Kinds of things by what they are called: their terms, the first the one that is meant."""
    found: Stems[tuple[str, ...]] = Stems()
    for one in _DATA["kinds"]:
        found.add(one["called"], tuple(f"={kind.replace('-', '_')}" for kind in one["kinds"]))
    return found


@cache
def named() -> Stems[tuple[str, ...]]:
    """What a question names: kinds, and phrases that mean nothing; the home region is all of it."""
    found: Stems[tuple[str, ...]] = Stems()
    found.add([*_DATA["phrases"], *_region()], ())
    for one in _DATA["kinds"]:
        found.add(one["called"], (f"={one['kinds'][0].replace('-', '_')}",))
    for country in data("countries")["countries"]:
        found.add(country["adjectives"], (code_term(country["code"]),))
    return found


def _region() -> Iterator[str]:
    return (name for name in data("region")["called"] if " " in name or name[0] >= "\u3400")


def terms_of(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The terms of a text, each with the word that a mistyped one may have meant, or with ""."""
    seen = Text("", text)
    for word in words_of(seen.folded):
        if word >= "\u3400":
            yield from ((term, "") for term in _chinese(word))
            continue
        term = stem_term(word, language)
        is_word = len(term) >= SHORTEST and term.isalpha()
        yield term, word if is_word else ""
        if (heard := sound_term(word)) is not None:
            yield heard, word if is_word else ""
        if (thing := neutral_term(word, language)) is not None:
            yield thing, ""
    for compound in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)+", seen.folded):
        if (heard := sound_term(compound.replace("-", ""))) is not None:
            yield heard, ""
    for found in (kinds(), COUNTRIES):
        for one in found.find(seen):
            yield from ((each, "") for each in _several(one.meaning))
        for _, _, meaning in found.find_chinese(seen):
            yield from ((each, "") for each in _several(meaning))


def _several(meaning: str | tuple[str, ...]) -> tuple[str, ...]:
    return (meaning,) if isinstance(meaning, str) else meaning


def _chinese(run: str) -> Iterator[str]:
    """Characters, pairs of them, and how what may be a name among them sounds."""
    yield from run
    yield from (run[at : at + 2] for at in range(len(run) - 1))
    for size in range(2, _LONGEST_SOUND + 1):
        for at in range(len(run) - size + 1):
            if (heard := chinese_sound(run[at : at + size])) is not None:
                yield heard


def sound_term(word: str) -> str | None:
    """How a word sounds without its ending, whichever script it is in; None for a short one."""
    if len(word) < SHORTEST or not word[0].isalpha():
        return None
    for letters, heard in _HEARD:
        word = word.replace(letters, heard)
    return "_" + stem(_NASAL.sub("н", sound(word)), "ru").replace("'", "")


def chinese_sound(name: str) -> str | None:
    """None where the sound of a character is not known."""
    if any(sign not in _SOUNDS for sign in name):
        return None
    return sound_term("".join(_SOUNDS[sign] for sign in name))


# Amounts


def amount_terms(money: Money) -> Iterator[str]:
    """By what an amount is found: rounded, with and without its currency."""
    for digits in (_ROUGH, _FINE):
        rounded = _rounded(money.value, digits)
        yield rounded
        yield f"{rounded}_{money.currency.lower()}"


def amounts_in(folded: str) -> tuple[list[tuple[str, str]], str]:
    """The amounts of a question, as printed and as a term, and the question without them."""
    found: list[tuple[str, str]] = []

    def note(match: re.Match[str]) -> str:
        for value, unit in figures_of(match[0]).numbers[:1]:
            whole = round(float(value))
            digits = len(f"{whole}".rstrip("0"))
            term = _rounded(whole, _ROUGH if digits <= _ROUGH else _FINE)
            currency = f"_{unit}" if unit in _CURRENCIES else ""
            found.append((match[0].strip(), term + currency))
        return " "

    return found, _AMOUNT.sub(note, folded)


def _rounded(value: int, digits: int) -> str:
    power = max(0, math.floor(math.log10(value)) - digits + 1) if value > 0 else 0
    return f"#m{round(value / 10**power)}e{power}"
