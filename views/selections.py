"""A filter of projects in a button and in words.

In a button it is a word for each thing asked, parted by dots, behind the letter of its dimension:
`gco.d612`; districts without the zeros they end in, and stages in two letters, so that a whole way
back fits into a button. Two of them fit beside whatever else a button says.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from model.news import Money, Stage
from model.overview import FIELDS, Dimension
from model.people import Language
from model.projects import Filter
from news.vocabulary import district_name, sector_name
from projects.zones import zone_name
from views import formats
from views.callbacks import number
from views.facts import country, stage
from views.project_words import person_name
from views.texts import Texts

ALL = "-"
"""The filter that asks nothing."""
MOST_ASKED = 2
_KEY = re.compile(r"[A-Za-z0-9-]{1,24}")
KATO_DIGITS = 9

STAGES: Mapping[str, Stage] = {
    "pl": Stage.PLANNED,
    "me": Stage.MEMORANDUM,
    "pr": Stage.PREPARATION,
    "co": Stage.CONSTRUCTION,
    "cm": Stage.COMMISSIONING,
    "la": Stage.LAUNCHED,
    "st": Stage.STOPPED,
    "cl": Stage.CLOSING,
    "cd": Stage.CLOSED,
}
"""They stand in buttons: they never change."""
_STAGE_WORDS = {one: word for word, one in STAGES.items()}


def filter_word(which: Filter) -> str:
    return ".".join(one + _packed(one, key) for one, key in asked(which).items()) or ALL


def filter_of(word: str, most: int = MOST_ASKED) -> Filter | None:
    """None for what no button says. `most` is how many things it may ask."""
    which = Filter()
    if word == ALL:
        return which
    parts = word.split(".")
    if len(parts) > most:
        return None
    for part in parts:
        more = narrowed(which, part[:1], _unpacked(part[:1], part[1:]))
        if more is None:
            return None
        which = more
    return which


def _packed(dimension: Dimension, key: str) -> str:
    if dimension is Dimension.STAGE:
        return _STAGE_WORDS[Stage(key)]
    return key.rstrip("0") if dimension is Dimension.DISTRICT else key


def _unpacked(letter: str, word: str) -> str:
    if letter == Dimension.STAGE:
        return STAGES.get(word, "")
    return word.ljust(KATO_DIGITS, "0") if letter == Dimension.DISTRICT and word else word


def asked(which: Filter) -> dict[Dimension, str]:
    """What it asks, in the order of the dimensions."""
    values = {one: getattr(which, name) for one, name in FIELDS.items()}
    return {one: str(value) for one, value in values.items() if value is not None}


def open_dimensions(which: Filter) -> list[Dimension]:
    """By what it can be narrowed still."""
    known = asked(which)
    return [] if len(known) >= MOST_ASKED else [one for one in Dimension if one not in known]


def key_name(dimension: Dimension, key: str | None, text: Texts, people: Mapping[int, str]) -> str:
    """What a value is called; «не указано» for those that have none."""
    if key is None:
        return text.plain("overview-none")
    match dimension:
        case Dimension.STAGE:
            return stage(Stage(key), text)
        case Dimension.SECTOR:
            return sector_name(key, text.language)
        case Dimension.DISTRICT:
            return district_name(key, text.language)
        case Dimension.COUNTRY:
            return country(key, text.language)
        case Dimension.ZONE:
            return zone_name(key, text.language)
    return person_name(int(key), people, text)  # a curator


def filter_words(which: Filter, text: Texts, people: Mapping[int, str]) -> str:
    """«Район: Кентау · Стадия: строительство»; empty where nothing is asked."""
    return " · ".join(
        text.plain(
            "overview-asked", what=name_of(one, text), value=key_name(one, key, text, people)
        )
        for one, key in asked(which).items()
    )


def name_of(dimension: Dimension, text: Texts) -> str:
    """«Район»"""
    return text.plain(f"overview-of-{FIELDS[dimension]}")


def names_of(dimension: Dimension, text: Texts) -> str:
    """«Районы»"""
    return text.plain(f"overview-by-{FIELDS[dimension]}")


def capital(words: str, language: Language) -> str:
    """As a line of its own begins."""
    return words if language is Language.CHINESE else words[:1].upper() + words[1:]


def sums_words(sums: Sequence[Money], language: Language, most: int = 3) -> str:
    """3 млрд тенге · 7 млн долларов США"""
    return " · ".join(formats.money(one.value, one.currency, language) for one in sums[:most])


def narrowed(which: Filter, letter: str, key: str) -> Filter | None:
    """The filter that asks this besides; None where a button cannot say it."""
    try:
        dimension = Dimension(letter)
    except ValueError:
        return None
    if not _KEY.fullmatch(key) or getattr(which, FIELDS[dimension]) is not None:
        return None
    if dimension is Dimension.STAGE:
        return replace(which, stage=Stage(key)) if key in set(Stage) else None
    if dimension is Dimension.CURATOR:
        user_id = number(key) if len(key) <= 12 else None
        return None if user_id is None else replace(which, curator=user_id)
    asks: dict[str, Any] = {FIELDS[dimension]: key}
    return replace(which, **asks)
