"""Jobs that a project gives: places of work, or people who find work there.

Pupils, beds, residents, staff elsewhere and jobs that go are none of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
_PEOPLE = re.compile(rf"(?<=[\w+.] )(?:(?P<staff>{_any_of('staff')})|{_any_of('people')})\b")
_WORK = re.compile(rf"\b(?:{_any_of('work')})")
_WORKING = re.compile(rf"\b(?:{_any_of('working')})")
_ABOUT = r"(?:(?:more than|over|about|around|up to|nearly|some|более|свыше|около|до|порядка) )?"
_EMPLOYING = re.compile(rf"\b(?:{_any_of('employing')}) {_ABOUT}(?=[0-9])")
_COLLECTIVE = re.compile(
    rf"\b(?:{_any_of('collective')})"
    r"(?: ?[-:] ?| (?:составит|составляет|будет|насчитывает|достигнет|of|из|в|is) )"
    rf"{_ABOUT}(?=[0-9])"
)
_BUILDING = re.compile(_any_of("building"))
_ELSEWHERE = re.compile(rf"\b(?:{_any_of('elsewhere')})")
_LOST = re.compile(rf"\b(?:{_any_of('lost')})")
_OTHERS = re.compile(rf"\b(?:{_any_of('others')})")
_PLANT = re.compile(r"\b(?:завод|фабрик|цех|производств|предприят|комплекс|проект|кластер|зауыт)")
_BEHIND = re.compile(
    r"(?: ?[-:] ?| (?:составит|достигнет|саны|қамтылады) )"
    r"(?:более |свыше |около |до |порядка )?(?=[0-9])"
)
_BEHIND_CHINESE = re.compile(r"(?:约|近|超过|达|共)?(?=[0-9])")
_AND = re.compile(r" (?:and|и|а|әрі|және|ал) ")
_CLAUSE = re.compile(r"[,;:(]| - ")
_KINDS = frozenset(_DATA["kinds"])
_HINTS: tuple[str, ...] = tuple(_DATA["hints"])
"""None of them: no need to look."""


@dataclass(frozen=True, slots=True)
class _Jobs:
    number: Number
    is_for_a_time: bool
    """Of those who build, or for a season."""


def jobs(whole: Whole) -> list[Fact]:
    """The main one marked: lasting ones first, in the title before the lead, more before fewer."""
    low = whole.folded
    if not any(hint in low for hint in _HINTS):
        return []
    found = {(each.number.start, each.number.end): each for each in _found(whole)}
    if not found:
        return []
    places = sorted(found.values(), key=lambda one: one.number.start)
    main = max(
        places,
        key=lambda one: (
            not one.is_for_a_time,
            one.number.start < whole.title_length,
            one.number.lower,
        ),
    )
    facts: dict[str, Fact] = {}
    for one in places:
        value = str(int(one.number.lower))
        if value not in facts or one is main:
            facts[value] = _fact(whole, one.number, is_main=one is main)
    return list(facts.values())


def _fact(whole: Whole, number: Number, *, is_main: bool) -> Fact:
    return Fact(
        FactKind.JOBS,
        str(int(number.lower)),
        whole.plain[number.start : number.end],
        number.start,
        number.end,
        upper=None if number.upper is None else str(int(number.upper)),
        is_main=is_main,
    )


def _found(whole: Whole) -> Iterator[_Jobs]:
    low, past = whole.folded, 0
    for match in _PLACES.finditer(low):
        number = numbers.before(low, match.start(), _KINDS)
        if number is not None and number.start < past:
            number = None
        if number is None:
            number = _behind(low, match.end(), _BEHIND)
        if number is not None and _counts(whole, number):
            past = max(number.end, match.end())
            number = _with(number, match.start(), match.end())
            yield _Jobs(
                number,
                _is_of_builders(_clause(whole, number), whole.folded[number.start : number.end]),
            )
    if past:
        return
    yield from _people(whole)
    for match in _PLAIN_PLACES.finditer(low):
        number = numbers.before(low, match.start())
        phrase = low[whole.sentence_start(match.start(), 2 * _PHRASE) : match.end()]
        if number and _counts(whole, number) and _PLANT.search(phrase) and not _other(phrase):
            yield _Jobs(_with(number, match.start(), match.end()), is_for_a_time=False)
    if whole.is_chinese:
        yield from _in_chinese(whole)


def _in_chinese(whole: Whole) -> Iterator[_Jobs]:
    low = whole.folded
    for match in _PLACES_CHINESE.finditer(low):
        number = chinese.before(low, match.start()) or _behind(low, match.end(), _BEHIND_CHINESE)
        if number is not None and _counts(whole, number):
            yield _Jobs(_with(number, match.start(), match.end()), is_for_a_time=False)


def _people(whole: Whole) -> Iterator[_Jobs]:
    low = whole.folded
    for match in _PEOPLE.finditer(low):
        number = numbers.before(low, match.start(), _KINDS)
        if number is None or not _counts(whole, number):
            continue
        number = _with(number, match.start(), match.end())
        phrase = _clause(whole, number)
        if (
            _is_of_builders(phrase, low[number.start : number.end])
            or _other(phrase)
            or _ELSEWHERE.search(phrase)
        ):
            continue
        if match["staff"] or _WORK.search(phrase) or _WORKING.search(phrase):
            yield _Jobs(number, is_for_a_time=False)
    for pattern in (_EMPLOYING, _COLLECTIVE):
        for match in pattern.finditer(low):
            number = numbers.after(low, match.end())
            if number is None or not _counts(whole, number):
                continue
            phrase = _clause(whole, number)
            if not _is_of_builders(phrase, low[number.start : number.end]) and not _other(phrase):
                yield _Jobs(number, is_for_a_time=False)


def _is_of_builders(phrase: str, counted: str) -> bool:
    """Said in the same part of it: «350 на стройке и 900 на заводе» are two."""
    part = next((each for each in _AND.split(phrase) if counted in each), phrase)
    return _BUILDING.search(part) is not None


def _clause(whole: Whole, number: Number) -> str:
    """What is said around a number, up to the next comma or the end of the sentence."""
    low = whole.folded
    before = _CLAUSE.split(low[whole.sentence_start(number.start, _PHRASE) : number.start])[-1]
    behind = _CLAUSE.split(low[number.end : whole.sentence_end(number.end, _PHRASE)])[0]
    return f"{before}{low[number.start : number.end]}{behind}"


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
