"""A filter of projects in a button and in words.

In a button it is a word for each thing asked, parted by dots: `gconstruction.d612000000`. Two of
them fit beside whatever else a button says, and no screen asks more.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from model.news import Money, Stage
from model.overview import Dimension
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
_FIELDS = {
    Dimension.STAGE: "stage",
    Dimension.SECTOR: "sector",
    Dimension.DISTRICT: "district",
    Dimension.COUNTRY: "country",
    Dimension.CURATOR: "curator",
    Dimension.ZONE: "zone",
}


def filter_word(which: Filter) -> str:
    return ".".join(f"{one}{key}" for one, key in asked(which).items()) or ALL


def filter_of(word: str) -> Filter | None:
    """None for what no button says."""
    which = Filter()
    if word == ALL:
        return which
    parts = word.split(".")
    if len(parts) > MOST_ASKED:
        return None
    for part in parts:
        more = narrowed(which, part[:1], part[1:])
        if more is None:
            return None
        which = more
    return which


def asked(which: Filter) -> dict[Dimension, str]:
    """What it asks, in the order of the dimensions."""
    values = {one: getattr(which, name) for one, name in _FIELDS.items()}
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
    return text.plain(f"overview-of-{_FIELDS[dimension]}")


def names_of(dimension: Dimension, text: Texts) -> str:
    """«Районы»"""
    return text.plain(f"overview-by-{_FIELDS[dimension]}")


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
    if not _KEY.fullmatch(key) or getattr(which, _FIELDS[dimension]) is not None:
        return None
    if dimension is Dimension.STAGE:
        return replace(which, stage=Stage(key)) if key in set(Stage) else None
    if dimension is Dimension.CURATOR:
        user_id = number(key) if len(key) <= 12 else None
        return None if user_id is None else replace(which, curator=user_id)
    asks: dict[str, Any] = {_FIELDS[dimension]: key}
    return replace(which, **asks)
