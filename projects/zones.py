"""Zones where projects stand: their codes, what they are called, and where they lie."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from model.projects import Point
from news.words import Stems, Text

_DATA: dict[str, dict[str, Any]] = {
    zone["code"]: zone
    for zone in json.loads(files("projects").joinpath("data/zones.json").read_bytes())["zones"]
}

ZONES: tuple[str, ...] = tuple(_DATA)
"""Codes in the order they are shown."""


def zone_name(code: str, language: str) -> str:
    """Uninflected; a code that the data does not know stands for itself."""
    return str(_DATA[code]["names"][language]) if code in _DATA else code


def zone_district(code: str) -> str | None:
    """KATO code of the unit in which it lies; None for a code that is not a zone's."""
    return _DATA[code]["district"] if code in _DATA else None


def zone_point(code: str) -> Point | None:
    """About where it lies, as far as that is known."""
    point = _DATA[code]["point"] if code in _DATA else None
    return None if point is None else Point(*point)


def zone_named(text: str) -> str | None:
    """The zone that a text names, the first of several; None where it names none.

    A code, or a name that means other things as well («Туран»), counts where nothing else is said.
    """
    called, alone = _names()
    words = Text("", text)
    if (code := alone.get(_bare(words))) is not None:
        return code
    if (found := next(called.find(words), None)) is not None:
        return found.meaning
    return next((code for _, _, code in called.find_chinese(words)), None)


@cache
def _names() -> tuple[Stems[str], dict[str, str]]:
    called: Stems[str] = Stems()
    alone: dict[str, str] = {}
    for code, zone in _DATA.items():
        called.add(zone["called"], code)
        for name in (code, *zone["names"].values(), *zone["alone"]):
            alone.setdefault(_bare(Text("", name)), code)
    return called, alone


def _bare(text: Text) -> str:
    return " ".join(text.skeletons)
