"""Which news is ours: what names the region or one of its units, and speaks of investment.

A judge of stems. What it looks for is data (news/data/region.json), so that another region needs
another file and no code.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from model.news import Judgement
from news.vocabulary import data

THRESHOLD = 1.0
"""A strong word of investment, or two weak ones that nothing speaks against."""

WEIGHTS = {"strong": 1.0, "weak": 0.5, "against": -1.0}
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_NOT_A_WORD = re.compile(r"[\W_]+")


class Judge(Protocol):
    def __call__(self, title: str, lead: str, language: str | None) -> Judgement: ...


class StemJudge:
    """Judges by the beginnings of words, in every language at once."""

    def __init__(self, region: Mapping[str, Any] | None = None) -> None:
        region = region or data("region")
        self._code: str = region["code"]
        self._elsewhere = _pattern(region["elsewhere"])
        self._region = _pattern(region["stems"])
        self._units = {unit["code"]: _pattern(unit["stems"]) for unit in region["units"]}
        places = [*region["stems"], *(stem for unit in region["units"] for stem in unit["stems"])]
        self._places = _pattern(places)
        self._starts = frozenset(stem[:3].rstrip("=") for stem in places)
        self._sectors = {
            sector["code"]: _pattern(sector["stems"])
            for sector in data("sectors")["sectors"]
            if sector["stems"]
        }
        self._investment = {
            name: _pattern(region["investment"][name], each_alone=True) for name in WEIGHTS
        }

    def __call__(self, title: str, lead: str, language: str | None) -> Judgement:
        head = _normal(title)
        text = f"{head} {_normal(lead)} "
        if not self._may_name_a_place(text):
            return Judgement(kept=False, score=0.0)
        text = self._elsewhere.sub(" ", text)
        place = self._places.search(text)
        if place is None:
            return Judgement(kept=False, score=0.0)
        units = tuple(code for code, stems in self._units.items() if stems.search(text))
        weight, words = self._weigh(text)
        reasons = (f"place: {place[0].strip()}", *words)
        if weight < THRESHOLD:
            return Judgement(False, 0.0, reasons, units)
        in_title = 0.2 if self._places.search(head) else 0.0
        score = round(min(1.0, 0.4 + 0.1 * weight + in_title), 2)
        sectors = tuple(code for code, stems in self._sectors.items() if stems.search(text))
        return Judgement(True, score, reasons, units, sectors)

    def _may_name_a_place(self, text: str) -> bool:
        """Cheap, and enough for most news: no word begins as a place of ours does."""
        if _IDEOGRAPH.search(text):
            return True
        return not self._starts.isdisjoint([word[:3] for word in text.split()])

    def _weigh(self, text: str) -> tuple[float, list[str]]:
        """The weight of the different stems that occur, and how they were found."""
        weight, words = 0.0, []
        for name, stems in self._investment.items():
            found = {match.lastindex: match[0].strip() for match in stems.finditer(text)}
            weight += WEIGHTS[name] * len(found)
            words += [f"{name}: {word}" for word in found.values()]
        return weight, words


def _normal(text: str) -> str:
    """Casefolded words with single spaces, one before the first."""
    return " " + _NOT_A_WORD.sub(" ", text.casefold().replace("ё", "е")).strip()


def _pattern(stems: Sequence[str], *, each_alone: bool = False) -> re.Pattern[str]:
    """Any of the stems; `each_alone` numbers them as groups, to count the different ones."""
    forms = [_form(stem) for stem in stems]
    return re.compile("|".join(f"({form})" if each_alone else form for form in forms))


def _form(stem: str) -> str:
    if _IDEOGRAPH.search(stem):
        return re.escape(stem)  # Chinese sets no spaces
    words = (
        re.escape(word[:-1]) + r"\b" if word.endswith("=") else re.escape(word) + r"\w*"
        for word in stem.split()
    )
    return " " + " ".join(words)
