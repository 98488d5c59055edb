"""What the home region, its units and sectors are called, for screens and for search."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def data(name: str) -> Mapping[str, Any]:
    """A file of news/data by its name without the ending; read once, never changed."""
    content: dict[str, Any] = json.loads(files("news").joinpath(f"data/{name}.json").read_bytes())
    return content


def _names(entries: list[dict[str, Any]]) -> dict[str, Mapping[str, str]]:
    return {entry["code"]: entry["names"] for entry in entries}


_SECTOR_NAMES = _names(data("sectors")["sectors"])
_DISTRICT_NAMES = _names(data("region")["units"])

SECTORS: tuple[str, ...] = tuple(_SECTOR_NAMES)
"""Codes in the order they are shown."""

DISTRICTS: tuple[str, ...] = tuple(_DISTRICT_NAMES)
"""KATO codes of the home region's units, cities first, in the order they are shown."""


def of_region(language: str) -> str:
    """The home region as it stands after "news of": «Туркестанской области»."""
    return str(data("region")["genitive"][language])


def region_name(language: str) -> str:
    """The home region, uninflected: «Туркестанская область»."""
    return str(data("region")["names"][language])


def cities_of_zone(zone: str, language: str) -> tuple[str, ...]:
    """The home region's cities that a time zone should be offered under, besides its own."""
    clock = data("region")["clock"]
    return tuple(clock["cities"][language]) if zone == clock["zone"] else ()


def sector_name(code: str, language: str) -> str:
    """Uninflected; a code that an editor has taken out of the data stands for itself."""
    return _SECTOR_NAMES.get(code, {}).get(language, code)


def district_name(code: str, language: str) -> str:
    """Of a unit of the home region, uninflected; a code that is not one stands for itself."""
    return _DISTRICT_NAMES.get(code, {}).get(language, code)
