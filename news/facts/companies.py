"""Companies and zones by name, as printed and without quotes.

A name is one where something beside it says so: a legal form, «компания», "Group", «СЭЗ».
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from model.news import Fact, FactKind
from news.facts.text import Whole
from news.vocabulary import data

_NEAR = 45
"""Code points before and behind a name that are looked at."""

_DATA = data("names")


def _any_of(name: str) -> str:
    return "|".join(_DATA[name])


_QUOTED = re.compile(r"[«“„]([^«»“”„\"\n]{2,60})[»”“]|\"([^\"\n«»]{2,60})\"|《([^》\n]{2,60})》")
_LATIN = re.compile(
    r"(?<![A-Za-z0-9&])[A-Z][A-Za-z0-9&'’-]*"
    r"(?:(?: & | |, (?=(?:Ltd|LLC|Inc|LLP)\b))(?:[A-Z][A-Za-z0-9&'’-]*|construction|group)){0,6}"
)
_CAPITAL = re.compile(r"[А-ЯӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+(?:-[А-Яа-яӘҒҚҢӨҰҮҺІәғқңөұүһі]+)?")
_BEFORE = re.compile(rf"\b(?:{_any_of('forms')}|{_any_of('companies')}) ?$")
_BEHIND = re.compile(rf" ?-?(?:{_any_of('forms')}|{_any_of('companies')})\b")
_ZONE_BEFORE = re.compile(rf"\b(?:{_any_of('zones')}) ?$")
_ZONE_BEHIND = re.compile(rf" (?:{_any_of('zones_behind')})")
_ZONE_HINT = re.compile(r"сэз|зон|парк|аэа|айма|sez|zone|aea|经济特区|工业|площадк|park")
_ZONE_END = re.compile(r" (?:SEZ|Special Economic Zone|Industrial (?:Zone|Park)|AEA|LLP SEZ)$")
_ADJECTIVE = re.compile(r"\w+[сц]к(?:ая|ий|ой|ую|ого|им|ие|их|ому) $")
_OF_A_PLACE = re.compile(
    r"\w+(?:[сц]к(?:ой|ого|ая|ий|ом|ую)|[дт][ае]ғы|[дт]егі|ның|нің|дың|дің|тың|тің)"
)
_REGION_BEHIND = re.compile(r" (?:област|район|ауд|облыс)")
_CHINESE_COMPANY = re.compile(
    r"(?:^|[\n,。、\"“和与由:：]|企业|中国)([\u4e00-\u9fff]{2,10}?(?:集团公司|集团|有限公司))"
)
_CHINESE_ZONE = re.compile(
    rf"(?:[“\"《州市省在的]|^)([\u4e00-\u9fff]{{2,4}}?)[”\"》]?(?:{_any_of('zones_chinese')})"
)
_COMPANY_FORM = re.compile(r",? (?:ltd|llc|llp|inc|jsc|тоо|жшс)\b")
_EVENT_BEFORE = re.compile(r"(?:форум|выставк|көрме|конференц|саммит|forum|expo|summit)\w* $")
_SUFFIXES = frozenset(_DATA["suffixes"])
_NOT_NAMES = frozenset(_DATA["not_names"])
_CYRILLIC = re.compile(r"[а-я]")


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    before: int
    """Where its opening quote stands, or it begins."""
    behind: int


def companies(whole: Whole) -> list[Fact]:
    """Each once; the first is the main one."""
    return _facts(whole, FactKind.COMPANY, _companies(whole))


def zones(whole: Whole) -> list[Fact]:
    """Each once; the first is the main one."""
    if not _ZONE_HINT.search(whole.folded):
        return []
    return _facts(whole, FactKind.ZONE, _zones(whole))


def _facts(whole: Whole, kind: FactKind, places: Iterator[tuple[int, int]]) -> list[Fact]:
    facts: dict[str, Fact] = {}
    for start, end in sorted(set(places)):
        name = whole.plain[start:end]
        if name.lower() not in facts:
            facts[name.lower()] = Fact(kind, name, name, start, end, is_main=not facts)
    return list(facts.values())


def _names(whole: Whole) -> Iterator[_Name]:
    """In quotes, and runs of Latin capitals outside them."""
    past = 0
    quoted = list(_QUOTED.finditer(whole.plain))
    for match in quoted:
        group = match.lastindex or 0
        yield _Name(match.start(group), match.end(group), match.start(), match.end())
    for match in _LATIN.finditer(whole.plain):
        start, end = match.span()
        if not any(each.start() < start < each.end() for each in quoted) and start >= past:
            past = end
            yield _Name(start, end, start, end)


def _companies(whole: Whole) -> Iterator[tuple[int, int]]:
    low = whole.folded
    is_cyrillic = _CYRILLIC.search(low) is not None
    for name in _names(whole):
        before, behind = low[max(0, name.before - _NEAR) : name.before], low[name.behind :][:_NEAR]
        if _is_zone(before, behind) or _ZONE_END.search(whole.plain[name.start : name.end]):
            continue
        words = low[name.start : name.end].replace(",", "").split(" ")
        if _NOT_NAMES.issuperset(words) or len(words) > 7 or not any(map(str.isalpha, words[0])):
            continue
        is_said = bool(_BEFORE.search(before) or (is_cyrillic and _BEHIND.match(behind)))
        is_latin = "a" <= words[0][0] <= "z"
        if is_latin and not is_said:
            has_form = words[-1] in _SUFFIXES or _COMPANY_FORM.match(behind) is not None
            is_of_a_nation = is_cyrillic and _ADJECTIVE.search(before) is not None
            is_company = len(words) > 1 and has_form and not _EVENT_BEFORE.search(before)
            is_said = is_company or is_of_a_nation
        if is_said:
            yield name.start, name.end
    if whole.is_chinese:
        for match in _CHINESE_COMPANY.finditer(whole.plain):
            yield match.span(1)


def _zones(whole: Whole) -> Iterator[tuple[int, int]]:
    low, plain = whole.folded, whole.plain
    for name in _names(whole):
        end = _ZONE_END.search(plain[name.start : name.end])
        if end:
            yield name.start, name.start + end.start()
        elif _is_zone(low[max(0, name.before - _NEAR) : name.before], low[name.behind :][:_NEAR]):
            yield name.start, name.end
    for match in _CAPITAL.finditer(plain):
        start, stop = match.span()
        if _OF_A_PLACE.fullmatch(match[0]) or (plain[start - 1 : start] != " " and start):
            continue
        is_after = _ZONE_BEFORE.search(low[max(0, start - _NEAR) : start])
        if (is_after and not _REGION_BEHIND.match(low, stop)) or _ZONE_BEHIND.match(low, stop):
            yield start, stop
    if whole.is_chinese:
        for match in _CHINESE_ZONE.finditer(plain):
            yield match.span(1)


def _is_zone(before: str, behind: str) -> bool:
    return bool(_ZONE_BEFORE.search(before) or _ZONE_BEHIND.match(behind))
