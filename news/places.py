"""Where an item is about: the home region and its units, or another region of Kazakhstan.

Names are data (news/data/region.json and places.json). A name alone proves little: streets,
clubs, newspapers and people are called after places, and much news names several regions. So each
name that is met is weighed by where it stands, and what its neighbours make of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from news.vocabulary import data
from news.words import Found, Stems, Text

IN_TITLE = 3.0
"""Against 1 in the lead: a title says what it is about."""
WITHIN = 1.3
"""«в … области»: there it happens."""
FROM = 0.5
"""«из … области»: someone comes from there."""
FAR = 0.2
"""«в 70 км от …»: it is somewhere else."""
SEAT = 0.4
"""Where people meet, sign and announce."""
COUNTED_IN_LEAD = 3
ENOUGH = 0.7
"""Of the weight of the strongest other region: then it is about ours as well."""
SHOWN = 4
"""Names among the reasons."""

_WITHIN_WORDS = frozenset(("в", "во", "ин"))
_FROM_WORDS = frozenset(("из", "от", "фром"))
_LENGTHS = ("км", "километр", "шакирим")
_FROM_ENDINGS = ("дан", "ден", "тан", "тен", "нан", "нен")


class _Kind(Enum):
    REGION = auto()
    FORMER = auto()
    """A name the region had when it was larger."""
    UNIT = auto()
    ZONE = auto()
    PROJECT = auto()
    OTHER = auto()
    NAMESAKE = auto()


@dataclass(frozen=True, slots=True)
class _Name:
    code: str
    """KATO, of the region."""
    kind: _Kind
    unit: str | None = None
    needs_support: bool = False
    """Means something else as well: counts where the region is named otherwise."""
    is_seat: bool = False

    @property
    def is_also_a_word(self) -> bool:
        """With a small letter it is no name."""
        return self.needs_support or self.kind is _Kind.FORMER


@dataclass(frozen=True, slots=True)
class _Met:
    name: _Name
    words: str
    is_in_title: bool
    weight: float
    is_marked: bool = True
    """Named so that it can be no other thing of that name («город …»)."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What an item is about, as far as places go."""

    region: str | None = None
    units: tuple[str, ...] = ()
    certainty: float = 0.0
    """0 to 1: that it is about the home region."""
    reasons: tuple[str, ...] = ()


class Gazetteer:
    """Finds the names and decides between them."""

    def __init__(
        self, home: Mapping[str, Any] | None = None, others: Sequence[Mapping[str, Any]] = ()
    ) -> None:
        home = home or data("region")
        others = others or data("places")["places"]
        self._home: str = home["code"]
        self._units = [unit["code"] for unit in home["units"]]
        self._sharing = {unit["code"] for unit in home["units"] if unit.get("shares_its_name")}
        self._once_ours = frozenset(home["formerly"]["with"])
        self._names = _names_of(home, others)
        self._support = _stems(home["zones"].get("support", ()))
        namesakes = home["namesakes"]
        self._before = _stems(namesakes["before"])
        self._after = _stems(namesakes["after"])
        self._villages = _stems(namesakes["villages"])
        self._when = [
            (_stems(each["names"], are_names=True), _stems(each["words"]))
            for each in namesakes["when"]
        ]

    def __call__(self, text: Text) -> Whereabouts:
        met, namesakes = self._meet(text)
        if text.is_chinese:
            met += self._meet_chinese(text)
        if not met:
            return Whereabouts(reasons=_reasons((), (), namesakes))
        met = self._supported(self._as_they_were(met), text)
        ours = [each for each in met if each.name.code == self._home]
        weights = _weights(met)
        home = weights.pop(self._home, 0.0)
        strongest = max(weights, key=lambda code: weights[code], default=None)
        other = weights[strongest] if strongest else 0.0
        rest = [each for each in met if each.name.code == strongest]
        if not home or home < other * ENOUGH:
            return Whereabouts(strongest, reasons=_reasons((), rest, namesakes))
        certainty = 1.0 if any(each.is_in_title for each in ours) else 0.95
        if home < other:
            certainty -= 0.1
        return Whereabouts(
            self._home,
            self._units_of(ours),
            certainty,
            _reasons(ours, rest, namesakes),
        )

    def _meet(self, text: Text) -> tuple[list[_Met], list[str]]:
        """Every name that is not a namesake's, and the words of those that are."""
        met: list[_Met] = []
        namesakes: list[str] = []
        past = refused_to = 0
        for found in self._names.find(text):
            if found.first < past:
                continue
            past = found.first + found.count
            joined = found.first == refused_to and text.between(found.first).strip() == "-"
            if self._is_namesake(text, found) or (joined and refused_to):
                namesakes.append(text.printed(found.first, found.count))
                refused_to = past
            elif not found.meaning.is_also_a_word or text.is_capital(found.first):
                met.append(_weighed(text, found))
        return met, namesakes

    def _is_namesake(self, text: Text, found: Found[_Name]) -> bool:
        name = found.meaning
        if name.kind is _Kind.NAMESAKE:
            return True
        if name.kind in (_Kind.ZONE, _Kind.PROJECT, _Kind.FORMER):
            return False
        if found.count == 1:
            if name.kind is _Kind.OTHER and self._is_no_region(text, found.first):
                return True
            bare = not found.ending or found.ending.startswith("ск") or name.kind is _Kind.REGION
            beside = text.between(found.first).strip(' "(') == ""
            if beside and self._before.at(text, found.first - 1) and bare:
                return True
            if bare and self._after.at(text, found.first + 1):
                return True
        return self._is_doubted(text, found)

    def _is_no_region(self, text: Text, word: int) -> bool:
        """No name at all, or a village's."""
        beside = (word - 1, word + 1)
        return not text.is_capital(word) or any(self._villages.at(text, one) for one in beside)

    def _is_doubted(self, text: Text, found: Found[_Name]) -> bool:
        """The text speaks of something else of this name, and names nothing surer."""
        for names, words in self._when:
            if names.at(text, found.first) and any(words.find(text)):
                return not any(
                    each.meaning.kind in (_Kind.REGION, _Kind.ZONE)
                    for each in self._names.find(text)
                )
        return False

    def _meet_chinese(self, text: Text) -> list[_Met]:
        return [
            _Met(
                name, words, start < text.title_length, IN_TITLE * (start < text.title_length) or 1
            )
            for start, words, name in self._names.find_chinese(text)
            if name.kind is not _Kind.NAMESAKE
        ]

    def _as_they_were(self, met: list[_Met]) -> list[_Met]:
        """Beside the region's former name, what belonged to it then is ours."""
        if not any(each.name.kind is _Kind.FORMER for each in met):
            return met
        ours = _Name(self._home, _Kind.REGION)
        return [
            _Met(ours, each.words, each.is_in_title, each.weight)
            if each.name.code in self._once_ours
            else each
            for each in met
        ]

    def _supported(self, met: list[_Met], text: Text) -> list[_Met]:
        """Where nothing sure is named, «Turan» is ours beside a zone's word and no other region."""
        sure = any(each.name.code == self._home and not each.name.needs_support for each in met)
        if not sure and all(each.name.kind is _Kind.ZONE for each in met):
            sure = any(self._support.find(text)) or (
                text.is_chinese and any(self._support.find_chinese(text))
            )
        return met if sure else [each for each in met if not each.name.needs_support]

    def _units_of(self, ours: Sequence[_Met]) -> tuple[str, ...]:
        """In the order they are shown. A city that shares the region's name often stands for it:

        where only the title names it, and the lead goes on with the region or another unit.
        """
        named = {each.name.unit for each in ours if each.name.unit}
        for code in self._sharing & named:
            mine = [each for each in ours if each.name.unit == code]
            is_loose = all(each.is_in_title and not each.is_marked for each in mine)
            if is_loose and any(not each.is_in_title for each in ours):
                named.discard(code)
        return tuple(code for code in self._units if code in named)


def _names_of(home: Mapping[str, Any], others: Sequence[Mapping[str, Any]]) -> Stems[_Name]:
    names: Stems[_Name] = Stems()
    code = home["code"]
    for place in others:
        other = _Name(place["code"], _Kind.OTHER, is_seat=place.get("is_seat", False))
        names.add(place["called"], other, are_names=True)
    names.add(home["called"], _Name(code, _Kind.REGION), are_names=True)
    names.add(home["formerly"]["names"], _Name(code, _Kind.FORMER), are_names=True)
    for unit in home["units"]:
        sure = _Name(code, _Kind.UNIT, unit["code"])
        unsure = _Name(code, _Kind.UNIT, unit["code"], needs_support=True)
        names.add(unit["called"], sure, are_names=True)
        names.add(unit.get("with_support", ()), unsure, are_names=True)
    zones = home["zones"]
    names.add(zones["names"], _Name(code, _Kind.ZONE), are_names=True)
    unsure = _Name(code, _Kind.ZONE, needs_support=True)
    names.add(zones["with_support"], unsure, are_names=True)
    for known in home["known"]:
        project = _Name(code, _Kind.PROJECT, known.get("unit"))
        names.add(known["names"], project, are_names=True)
    names.add(home["namesakes"]["phrases"], _Name("", _Kind.NAMESAKE))
    return names


def _stems(words: Iterable[str], *, are_names: bool = False) -> Stems[bool]:
    stems: Stems[bool] = Stems()
    stems.add(words, True, are_names=are_names)
    return stems


def _weighed(text: Text, found: Found[_Name]) -> _Met:
    name, first = found.meaning, found.first
    is_in_title = text.is_in_title(first)
    weight = IN_TITLE if is_in_title else 1.0
    before = text.skeletons[first - 1] if first else ""
    if _is_far_from(text, found):
        weight *= FAR
    elif before in _FROM_WORDS or found.ending.endswith(_FROM_ENDINGS):
        weight *= FROM
    elif before in _WITHIN_WORDS:
        weight *= WITHIN
    if name.is_seat:
        weight *= SEAT
    is_a_label = found.count == 1 and name.kind is _Kind.UNIT and text.is_quoted(found)
    if is_a_label:  # a company or a shop may be called so, wherever it is
        name = _Name(name.code, _Kind.UNIT, unit=None, needs_support=True)
    words = text.printed(first, found.count)
    return _Met(name, words, is_in_title, weight, is_marked=found.count > 1)


def _is_far_from(text: Text, found: Found[_Name]) -> bool:
    """«в 70 км от Шымкента», «Шымкенттен 70 шақырым»."""
    words, first, behind = text.skeletons, found.first, found.first + found.count
    if first > 1 and words[first - 1] in _FROM_WORDS:
        return words[first - 2].startswith(_LENGTHS)
    is_from = found.ending.endswith(_FROM_ENDINGS)
    return is_from and any(each.startswith(_LENGTHS) for each in words[behind + 1 : behind + 3])


def _weights(met: Sequence[_Met]) -> dict[str, float]:
    """By region: what its names in the title weigh, and its heaviest few in the lead."""
    in_title: defaultdict[str, float] = defaultdict(float)
    in_lead: defaultdict[str, list[float]] = defaultdict(list)
    for each in met:
        if each.is_in_title:
            in_title[each.name.code] = max(in_title[each.name.code], each.weight)
        else:
            in_lead[each.name.code].append(each.weight)
    return {
        code: in_title[code] + sum(sorted(in_lead[code], reverse=True)[:COUNTED_IN_LEAD])
        for code in {*in_title, *in_lead}
    }


def _reasons(
    ours: Sequence[_Met], rest: Sequence[_Met], namesakes: Sequence[str]
) -> tuple[str, ...]:
    places = [f"place: {words}" for words in dict.fromkeys(each.words for each in ours)]
    elsewhere = [f"elsewhere: {words}" for words in dict.fromkeys(each.words for each in rest)]
    refused = [f"namesake: {words}" for words in dict.fromkeys(namesakes)]
    return (*places[:SHOWN], *elsewhere[:SHOWN], *refused[:SHOWN])
