"""Jobs that a project gives: places of work, or people who find work there.

Pupils, beds, residents, staff elsewhere and jobs that go are none of it.
"""

import re
from collections.abc import Iterator

from model.news import Fact, FactKind
from news.facts import chinese, numbers
from news.facts.numbers import Number
from news.facts.text import Whole
from news.vocabulary import data

_MOST = 1_000_000
_PHRASE = 60
"""Code points around a number in which work must be spoken of."""

_DATA = data("jobs")


def _any_of(name: str) -> str:
    return "|".join(_DATA[name])


_PLACES = re.compile(rf"\b(?:{_any_of('places')})")
_PLACES_CHINESE = re.compile(_any_of("places_chinese"))
_PLAIN_PLACES = re.compile(rf"(?<=[0-9] )(?:{_any_of('plain_places')})")
_PEOPLE = re.compile(rf"(?<=[\w+.] )(?:{_any_of('people')})\b")
_WORK = re.compile(rf"\b(?:{_any_of('work')})")
_AT_PLANT = re.compile(rf"\b(?:{_any_of('at_plant')})\b")
_WORKING = re.compile(rf"\b(?:{_any_of('working')})")
_EMPLOYING = re.compile(
    rf"\b(?:{_any_of('employing')}) (?:more than |over |about |around |up to |nearly |some |более"
    r" |свыше |около |до |порядка )?(?=[0-9])"
)
_LOST = re.compile(rf"\b(?:{_any_of('lost')})")
_OTHERS = re.compile(rf"\b(?:{_any_of('others')})")
_PLANT = re.compile(r"\b(?:завод|фабрик|цех|производств|предприят|комплекс|проект|кластер|зауыт)")
_BEHIND = re.compile(
    r"(?: ?[-:] ?| (?:составит|достигнет|саны|қамтылады) )"
    r"(?:более |свыше |около |до |порядка )?(?=[0-9])"
)
_BEHIND_CHINESE = re.compile(r"(?:约|近|超过|达|共)?(?=[0-9])")
_CLAUSE = re.compile(r"[,;:(]| - ")
_KINDS = frozenset(_DATA["kinds"])
_HINTS: tuple[str, ...] = tuple(_DATA["hints"])
"""None of them: no need to look."""


def jobs(whole: Whole) -> list[Fact]:
    """The main one marked: in the title before the lead, more before fewer."""
    low = whole.folded
    if not any(hint in low for hint in _HINTS):
        return []
    found = {(each.start, each.end): each for each in _found(whole)}
    if not found:
        return []
    places = sorted(found.values(), key=lambda one: one.start)
    main = max(places, key=lambda one: (one.start < whole.title_length, one.lower))
    facts: dict[str, Fact] = {}
    for one in places:
        value = str(int(one.lower))
        if value not in facts or one is main:
            facts[value] = Fact(
                FactKind.JOBS,
                value,
                whole.plain[one.start : one.end],
                one.start,
                one.end,
                upper=None if one.upper is None else str(int(one.upper)),
                is_main=one is main,
            )
    return list(facts.values())


def _found(whole: Whole) -> Iterator[Number]:
    low, past = whole.folded, 0
    for match in _PLACES.finditer(low):
        number = numbers.before(low, match.start(), _KINDS)
        if number is not None and number.start < past:
            number = None
        if number is None:
            number = _behind(low, match.end(), _BEHIND)
        if number is not None and _counts(whole, number):
            past = max(number.end, match.end())
            yield _with(number, match.start(), match.end())
    if past:
        return
    yield from _people(whole)
    for match in _PLAIN_PLACES.finditer(low):
        number = numbers.before(low, match.start())
        phrase = low[whole.sentence_start(match.start(), 2 * _PHRASE) : match.end()]
        if number and _counts(whole, number) and _PLANT.search(phrase) and not _other(phrase):
            yield _with(number, match.start(), match.end())
    if whole.is_chinese:
        for match in _PLACES_CHINESE.finditer(low):
            number = chinese.before(low, match.start()) or _behind(
                low, match.end(), _BEHIND_CHINESE
            )
            if number is not None and _counts(whole, number):
                yield _with(number, match.start(), match.end())


def _people(whole: Whole) -> Iterator[Number]:
    low = whole.folded
    for match in _PEOPLE.finditer(low):
        number = numbers.before(low, match.start(), _KINDS)
        if number is None or not _counts(whole, number):
            continue
        if _speaks_of_work(whole, number.start, match.end()):
            yield _with(number, match.start(), match.end())
    for match in _EMPLOYING.finditer(low):
        number = numbers.after(low, match.end())
        if number is not None and _counts(whole, number):
            yield number


def _speaks_of_work(whole: Whole, start: int, end: int) -> bool:
    """Around, within the clause; «работают 200 человек» only where it says that it is there."""
    low = whole.folded
    before = _CLAUSE.split(low[whole.sentence_start(start, _PHRASE) : start])[-1]
    behind = _CLAUSE.split(low[end : whole.sentence_end(end, _PHRASE)])[0]
    if _other(before) or _other(behind):
        return False
    phrase = f"{before} {behind}"
    if _WORK.search(phrase):
        return True
    return bool(_AT_PLANT.search(phrase) and _WORKING.search(phrase))


def _other(phrase: str) -> bool:
    return _OTHERS.search(phrase) is not None


def _behind(low: str, end: int, pattern: re.Pattern[str]) -> Number | None:
    """«рабочих мест - 465»."""
    match = pattern.match(low, end)
    return numbers.after(low, match.end()) if match else None


def _counts(whole: Whole, number: Number) -> bool:
    if number.lower != int(number.lower) or not 1 < number.lower <= _MOST:
        return False
    start = whole.sentence_start(number.start, _PHRASE)
    around = whole.folded[start : whole.sentence_end(number.end, _PHRASE)]
    return not _LOST.search(around)


def _with(number: Number, start: int, end: int) -> Number:
    """The number with what it counts: «600 рабочих мест»."""
    first, last = min(number.start, start), max(number.end, end)
    return Number(number.lower, number.upper, first, last, number.has_scale)
