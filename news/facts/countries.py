"""Countries whose people or companies are partners: the investor's, never KZ.

A country is one only where a partner is spoken of: equipment, goods, markets, currencies, holidays
and sport of a country make it none.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from model.news import Fact, FactKind
from news.facts.roles import stems_with_roles
from news.facts.text import Whole
from news.vocabulary import data
from news.words import Found, Stems, skeleton

_BEFORE = 6
_BEHIND = 5
"""Words that are looked at."""

_STOPS = re.compile(r"[;:!?\n()]|\.(?= |$)| - ")
_IN = frozenset({"в", "во", "на", "in", "to", "into", "at"})
_AND = frozenset({"и", "and", "мен", "және"})
_FROM = frozenset({"из", "from"})
_KAZAKH_PLACE = re.compile("(?:н?[дт][ае]|[гк][ае]|на|не)(?:ги.*)?")
"""Endings that say where or whither, as skeletons."""

_FROM_THERE = ("даги", "деги", "таги", "теги")
"""«Сеулдегі … тобы»: of there, as an adjective says it."""

_GENITIVE = re.compile("[ндт]ин|s")
_LATIN_CAPITAL = re.compile("[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽ]")
_CYRILLIC = re.compile(r"[а-я]")


@dataclass(frozen=True, slots=True)
class _Said:
    code: str
    kind: str
    """name, adjective, city or people."""


Met = Found[_Said]

_DATA = data("countries")
_COUNTRIES: Stems[_Said] = Stems()
_ROLES = ("partners", "not_partners", "trade", "acts", "together", "signing", "about_investment")
_WORDS = stems_with_roles({role: _DATA[role] for role in _ROLES})


def _adjectives(kazakh: str) -> Iterator[str]:
    """«Катарлық», «Израильдік»: of there."""
    return (f"{kazakh}{ending}" for ending in ("лық", "дық", "тық"))  # a skeleton knows one и


def _fill() -> None:
    for one in _DATA["countries"]:
        code = one["code"]
        _COUNTRIES.add(one["stems"], _Said(code, "name"))
        genitives = (f"{stem.rstrip('=')}'s" for stem in one["stems"] if stem.endswith(("y", "=")))
        _COUNTRIES.add(genitives, _Said(code, "name"))  # y' is a letter of its own in a skeleton
        _COUNTRIES.add([one["names"]["zh"]], _Said(code, "name"))
        _COUNTRIES.add(_adjectives(one["names"]["kk"]), _Said(code, "adjective"))
        _COUNTRIES.add(one["adjectives"], _Said(code, "adjective"))
        _COUNTRIES.add(one["cities"], _Said(code, "city"))
        _COUNTRIES.add(one.get("people", ()), _Said(code, "people"))


_fill()
_NOMINATIVES = frozenset(
    skeleton(name.lower()) for one in _DATA["countries"] for name in one["names"].values()
)
_CHINESE_PARTNERS = re.compile("|".join(_DATA["chinese_partners"]))
_CHINESE_NOT = re.compile("|".join(_DATA["chinese_not"]))
_CHINESE_STOP = re.compile(r"[,，。.;；:：!?！？\n]")
_CHINESE_LIST = re.compile(
    rf"(?:[,和与及以]+(?:{'|'.join(one['names']['zh'] for one in _DATA['countries'])}))+"
)
"""«中国、土耳其和…企业»: what stands behind the last is said of each."""


def countries(whole: Whole) -> list[Fact]:
    """Each once, where it stands first as a partner; the first of all is the main one."""
    facts: dict[str, Fact] = {}
    for code, start, end in sorted(_partners(whole), key=lambda each: each[1]):
        if code not in facts:
            facts[code] = Fact(
                FactKind.COUNTRY, code, whole.plain[start:end], start, end, is_main=not facts
            )
    return list(facts.values())


def _partners(whole: Whole) -> Iterator[tuple[str, int, int]]:
    met = list(_COUNTRIES.find(whole))
    if met:
        reader = _Reader(whole, met)
        for one in met if reader.is_about_investment else ():
            if reader.is_partner(one):
                last = one.first + one.count - 1
                yield one.meaning.code, whole.spans[one.first][0], whole.spans[last][1]
    if whole.is_chinese:
        yield from _in_chinese(whole)


def _in_chinese(whole: Whole) -> Iterator[tuple[str, int, int]]:
    for start, words, said in _COUNTRIES.find_chinese(whole):
        end = start + len(words)
        if said.kind == "people":
            yield said.code, start, end
            continue
        others = _CHINESE_LIST.match(whole.folded, end)
        past = others.end() if others else end
        behind = _CHINESE_STOP.split(whole.folded[past : past + 14])[0]
        partner = _CHINESE_PARTNERS.search(behind)
        other = _CHINESE_NOT.search(behind)
        if partner and not (other and other.start() < partner.start()):
            yield said.code, start, end


class _Reader:
    def __init__(self, whole: Whole, met: list[Met]) -> None:
        self._whole = whole
        self._countries = {word for one in met for word in range(one.first, one.first + one.count)}
        self._roles: dict[int, frozenset[str]] = {}
        for found in _WORDS.find(whole):
            for word in range(found.first, found.first + found.count):
                self._roles[word] = found.meaning

    def is_partner(self, one: Met) -> bool:
        first, last = one.first, one.first + one.count - 1
        if self._is_of_thing(last + 1, last) or (
            one.meaning.kind == "name" and self._is_of_thing(first - 1, first)
        ):
            return False
        if self._is_part_of_a_company(first) or self._is_part_of_a_company(last):
            return True
        if one.meaning.kind == "people":
            return not self._is_traded(first)
        if one.meaning.kind == "city" and one.ending.endswith(_FROM_THERE):
            return self._is_proper(last + 1) or bool(self._verdict(self._on(last), "not_partners"))
        is_place = self._is_place(one)
        if is_place or one.meaning.kind == "city":
            if self._is_signed_there(first):
                return True
            if is_place:
                return False
        if one.meaning.kind != "adjective":
            if self._is_told_of_a_company(first, last):
                return True
            verdict = self._verdict(self._back(first), "trade", "not_partners")
            if verdict is not None:
                return verdict
            if self._is_together(first, last) or self._acts(one):
                return True
        if self._is_proper(last + 1) and (
            one.meaning.kind == "adjective"
            or _GENITIVE.fullmatch(one.ending)
            or self._word(last).endswith("'s")
        ):
            return not self._is_traded(first) and not self._is_of_thing(first - 1, first)
        return bool(self._verdict(self._on(last), "not_partners")) and not self._is_traded(first)

    def _is_told_of_a_company(self, first: int, last: int) -> bool:
        """«Claas (Германия)», «Eti Maden из Турции», «инвестор - Китай», "Istanbul-based"."""
        between = self._whole.between(first).strip()
        if between.endswith("(") and first:
            return self._is_a_name(first - 1, between)
        if between in ("-", ":"):
            return any(self._role(word, "partners") for word in range(max(0, first - 3), first))
        if self._said(first - 1) in _FROM and first > 1:
            return self._is_a_name(first - 2, self._whole.between(first - 1))
        return self._said(last + 1) == "based" and not self._role(last + 2, "not_partners")

    def _is_a_name(self, word: int, behind: str) -> bool:
        """In Latin capitals, or at the end of what stands in quotes."""
        return self._is_latin(word) or '"' in behind

    def _said(self, word: int) -> str:
        return self._word(word) if 0 <= word < len(self._whole.spans) else ""

    def _role(self, word: int, *roles: str) -> bool:
        said = self._roles.get(word)
        return said is not None and not said.isdisjoint(roles)

    def _is_of_thing(self, word: int, beside: int) -> bool:
        """«доллары США», «немецкое оборудование»."""
        near = next((self._on if word > beside else self._back)(beside), None)
        return (
            near == word and self._role(word, "not_partners") and not self._role(word, "partners")
        )

    def _verdict(self, words: Iterator[int], *against: str) -> bool | None:
        """What is spoken of nearest: a partner, a thing; None for neither."""
        for word in words:
            if self._role(word, "partners"):
                return True
            if self._role(word, *against):
                return False
        return None

    def _back(self, word: int) -> Iterator[int]:
        return self._walk(word, -1, _BEFORE)

    def _on(self, word: int) -> Iterator[int]:
        return self._walk(word, 1, _BEHIND)

    def _walk(self, word: int, step: int, most: int) -> Iterator[int]:
        """Words before or behind, within the clause; over the countries of a list."""
        count = 0
        while count < most and 0 <= word + step < len(self._whole.spans):
            here, word = word, word + step
            between = self._whole.between(max(here, word))
            is_list = word in self._countries and here in self._countries
            if _STOPS.search(between) or ("," in between and not is_list):
                return
            if word not in self._countries and not self._is_name(word):
                count += 1
            yield word

    def _is_name(self, word: int) -> bool:
        """Of a company, in the middle of a clause: it does not count."""
        return not self._whole.is_chinese and self._is_latin(word)

    def _is_latin(self, word: int) -> bool:
        return _LATIN_CAPITAL.match(self._whole.plain, self._whole.spans[word][0]) is not None

    def _is_proper(self, word: int) -> bool:
        """Latin capitals, or the first word between quotes."""
        if not 0 <= word < len(self._whole.spans):
            return False
        between = self._whole.between(word)
        if _STOPS.search(between) or "," in between:
            return False
        return between.endswith('"') or (self._is_latin(word) and not self._role(word, "trade"))

    def _is_part_of_a_company(self, word: int) -> bool:
        """ "Power China" among Cyrillic words."""
        whole = self._whole
        if not self._is_latin(word) or not _CYRILLIC.search(whole.folded):
            return False
        beside = [one for one in (word - 1, word + 1) if 0 <= one < len(whole.spans)]
        return any(
            self._is_latin(one) and whole.between(max(one, word)) in (" ", "-") for one in beside
        )

    def _is_place(self, one: Met) -> bool:
        first = self._first_of_list(one.first)
        is_after = first > 0 and self._whole.between(first) == " "
        said_before = self._word(first - 1) if is_after else ""
        if one.meaning.kind == "adjective":
            return False
        return said_before in _IN or _KAZAKH_PLACE.fullmatch(one.ending) is not None

    def _first_of_list(self, word: int) -> int:
        """«in Vietnam and India»: what stands before the first is said of each."""
        while word > 1 and (
            (self._word(word - 1) in _AND and word - 2 in self._countries)
            or (word - 1 in self._countries and self._whole.between(word).strip() == ",")
        ):
            word -= 2 if self._word(word - 1) in _AND else 1
        return word

    def _word(self, word: int) -> str:
        start, end = self._whole.spans[word]
        return self._whole.folded[start:end]

    def _is_signed_there(self, first: int) -> bool:
        sentences = self._whole.sentences
        return any(
            self._role(word, "signing") and sentences[word] == sentences[first]
            for word in self._roles
        )

    @property
    def is_about_investment(self) -> bool:
        return any("about_investment" in roles for roles in self._roles.values())

    def _is_together(self, first: int, last: int) -> bool:
        """«вместе с Китаем», «Қытаймен бірлескен»."""
        near: Callable[[int], bool] = lambda word: self._role(word, "together")  # noqa: E731
        back = [word for word, _ in zip(self._back(first), range(4), strict=False)]
        on = [word for word, _ in zip(self._on(last), range(1), strict=False)]
        return any(map(near, back + on))

    def _acts(self, one: Met) -> bool:
        """«Турция построит»: the country itself does something here."""
        words = self._whole.skeletons[one.first : one.first + one.count]
        if " ".join(words) not in _NOMINATIVES:
            return False
        behind = self._on(one.first + one.count - 1)
        return any(self._role(word, "acts", "signing") for word in behind)

    def _is_traded(self, first: int) -> bool:
        return any(
            self._role(word, "trade") and not self._role(word, "partners")
            for word, _ in zip(self._back(first), range(3), strict=False)
        )
