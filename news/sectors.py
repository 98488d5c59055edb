"""Which branches of the economy an item is about, by the words that tell of them."""

from collections.abc import Mapping
from typing import Any

from news.vocabulary import data
from news.words import Found, Stems, Text

NEAR = 2
"""Words between what is made and where it is made, at most."""


class Sectors:
    """A word may tell of several; longer stems are looked at before shorter ones."""

    def __init__(self, sectors: Mapping[str, Any] | None = None) -> None:
        sectors = sectors or data("sectors")
        self._order = [sector["code"] for sector in sectors["sectors"]]
        self._otherwise: str = sectors["otherwise"]
        self._implied = {one["code"]: one.get("implies", ()) for one in sectors["sectors"]}
        self._plants: Stems[bool] = Stems()
        self._plants.add(sectors["plants"], True)
        self._former: Stems[bool] = Stems()
        self._former.add(sectors["former"], True)
        self._beside: Stems[bool] = Stems()
        self._beside.add(sectors["beside"], True)
        told: dict[str, set[str]] = {}
        for sector in sectors["sectors"]:
            for stem in sector["stems"]:
                told.setdefault(stem, set()).add(sector["code"])
            for stem in sector.get("not", ()):
                told.setdefault(stem, set())
        self._stems: Stems[frozenset[str]] = Stems()
        for stem, codes in told.items():
            self._stems.add([stem], frozenset(codes))

    def __call__(self, text: Text) -> tuple[str, ...]:
        """Codes in the order they are shown."""
        codes: set[str] = set()
        met = self._met(text)
        in_title = [found for found in met if text.is_in_title(found.first)]
        for found in met:
            if not any(each.meaning for each in in_title) or (
                found in in_title or self._is_beside_a_plant(text, found)
            ):
                codes |= found.meaning
        if text.is_chinese:
            codes.update(*(each for _, _, each in self._stems.find_chinese(text)))
        for code in tuple(codes):
            codes.update(self._implied[code])
        if not codes and self._tells_of_a_plant(text):
            codes.add(self._otherwise)
        return tuple(code for code in self._order if code in codes)

    def _met(self, text: Text) -> list[Found[frozenset[str]]]:
        """What is told of now, not of before."""
        met: list[Found[frozenset[str]]] = []
        past = 0
        for found in self._stems.find(text):
            if found.first >= past:
                past = found.first + found.count
                if self._former.at(text, found.first - 1) is None:
                    met.append(found)
        return met

    def _is_beside_a_plant(self, text: Text, found: Found[frozenset[str]]) -> bool:
        last = found.first + found.count - 1
        near = range(found.first - NEAR, last + NEAR + 1)
        return any(self._beside.at(text, word) is not None for word in near)

    def _tells_of_a_plant(self, text: Text) -> bool:
        if any(self._plants.find(text)):
            return True
        return text.is_chinese and any(self._plants.find_chinese(text))
