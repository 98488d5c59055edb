"""Whether two items tell one event: a sum of what they share and differ in, that can be read.

Weights are data (news/data/likeness.json), and so is how telling a word is (word_counts.json:
in how many of the texts it was met). Nothing depends on an archive: the same two items are always
as like each other.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from news.signatures import NAME_LETTERS, Signature
from news.vocabulary import data
from news.weights import TermWeights, default_weights

ENOUGH = 0.5
"""A score that makes two items one event."""

_WITHIN: Mapping[str, float] = data("likeness")["within"]
_ACROSS: Mapping[str, float] = data("likeness")["across"]
_NEUTRAL = "=@~"
"""First letters of terms that do not depend on the language."""
_DIGITS = re.compile(r"\d+")
_SAME_WORDING = 70
"""Of 100: titles that differ in little but a place, a name or a figure."""
_ROUND_DIGITS = 2
"""A figure of fewer digits says too little to be another one made round."""
_ONE_TITLE_WORDS = 4
"""A shorter title is met again."""
_ISSUE_HOURS = 12
"""Between two issues of a series."""
_TENGE = {"kzt": 1.0, "usd": 500.0, "eur": 550.0, "rub": 6.0, "cny": 70.0}
"""That one is worth, roughly: of what size an amount is."""
_LEAST_AMOUNT = 1e8
"""In tenge: smaller ones are everyone's."""
_COUNTED = {"people": "jobs", "jobs": "jobs", "mw": "mw", "ha": "ha", "t": "t"}
"""Units that are one, whatever the language."""
_FEW = 10
_UNSAID = 0.7
"""Weight of what is taken to be left unsaid in each text: two short ones that share a word or

two, all they have that another language knows, are not alike for that."""
_HOME = frozenset(("@туркестан", "@шымкент"))
"""Every story of ours is there."""
_PLACE, _REGION, _THING, _NAME = 0.6, 0.2, 0.6, 0.6
"""How telling it is that both say a district, that both say the region, one thing, one name."""
_RARE = 0.45
"""Weight of a concept that is more than an everyday one."""
_ALL, _BY_CHANCE = 2.5, 1.0
"""Of facts: so many are as good as all; so much of them agrees by chance."""
_SAME_BULLETIN = 0.6
"""Words that two reports of one issue share, at least."""


@dataclass(frozen=True, slots=True)
class Likeness:
    score: float
    """0 to 1."""
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A signature made ready to be compared with many."""

    signature: Signature
    terms: Mapping[str, float]
    """Of title and lead, with their weights."""
    total: float
    title: Mapping[str, float]
    title_total: float
    names: Mapping[str, float]
    neutral: Mapping[str, float]
    """Terms that do not depend on the language."""
    beginnings: frozenset[str]
    """Of terms, as long as names are kept."""
    figures: Mapping[str, float]
    """Numbers, with how telling each is."""
    units: Mapping[str, frozenset[str]]
    """The numbers of each unit."""
    amounts: Mapping[str, Mapping[str, float]]
    """Of money, by currency."""
    counts: Mapping[tuple[str, str], float]
    bare_title: str
    """Without figures."""


def likeness(one: Signature, other: Signature) -> Likeness:
    """The same whichever comes first."""
    return compare(weigh(one), weigh(other))


def weigh(signature: Signature, weight: TermWeights | None = None) -> Weighed:
    weight = weight or default_weights()
    title = {term: weight(term) for term in signature.title}
    terms = title | {term: weight(term) for term in signature.lead}
    names = {term: weight(term) for term in signature.names}
    units: dict[str, set[str]] = {}
    for value, unit in signature.numbers:
        if unit:
            units.setdefault(unit, set()).add(value)
    return Weighed(
        signature,
        terms,
        sum(terms.values()),
        title,
        sum(title.values()),
        names,
        {term: each for term, each in (terms | names).items() if term[0] in _NEUTRAL},
        frozenset([term[:NAME_LETTERS] for term in terms]),
        {value: _telling(value) for value, _ in signature.numbers},
        {unit: frozenset(values) for unit, values in units.items()},
        _amounts(units),
        _counts(units),
        _DIGITS.sub("", signature.title_key)[:200],
    )


def score(one: Weighed, other: Weighed) -> float:
    """Of `compare`; where what they share is not enough, what they differ in is not looked for."""
    if one.signature.language == other.signature.language:
        total = (
            _WITHIN["bias"]
            + _WITHIN["shared"] * _shared(one, other)
            + _WITHIN["figures"] * _same_figures(one, other)
        )
        if (
            total < 0
            and not one.signature.link_key
            and not _one_title(one.signature, other.signature)
            and total + _WITHIN["facts"] * _same_facts(one, other, across=False) < 0
        ):
            return 1 / (1 + math.exp(-total))
    return compare(one, other).score


def compare(one: Weighed, other: Weighed) -> Likeness:
    if one.signature.link_key and one.signature.link_key == other.signature.link_key:
        return Likeness(1.0, ("the same page",))
    if (reason := apart(one, other)) is not None:
        return Likeness(0.0, (reason,))
    if _one_title(one.signature, other.signature):
        return Likeness(1.0, ("the same title",))
    across = one.signature.language != other.signature.language
    found = features(one, other, across=across)
    weights = _ACROSS if across else _WITHIN
    parts = {name: weights[name] * value for name, value in found.items() if name in weights}
    score = 1 / (1 + math.exp(-weights["bias"] - sum(parts.values())))
    reasons = tuple(
        f"{name.replace('_', ' ')} {part:+.1f}" for name, part in parts.items() if abs(part) >= 0.1
    )
    return Likeness(round(score, 4), reasons)


def _one_title(one: Signature, other: Signature) -> bool:
    """Two outlets print one title, as of an agency's report; an outlet's own come in series."""
    return (
        one.title_key == other.title_key
        and len(one.title_key.split()) >= _ONE_TITLE_WORDS
        and not one.is_bulletin
        and (one.source is None or one.source != other.source)
        and (one.hour is None or other.hour is None or abs(one.hour - other.hour) <= _ISSUE_HOURS)
    )


def features(one: Weighed, other: Weighed, *, across: bool) -> dict[str, float]:
    """What the two share and differ in, each 0 to 1."""
    return {
        "shared": _shared_terms(one, other) if across else _shared(one, other),
        "figures": _same_figures(one, other),
        "facts": _same_facts(one, other, across=across),
        "vague": float(across and _is_vague(one, other)),
        "differ": float(_differ(one, other, across=across)),
        "other_days": _other_days(one, other),
    }


def _differ(one: Weighed, other: Weighed, *, across: bool) -> bool:
    """They are of other places, other figures, or other people and things."""
    return (
        _other_places(one, other)
        or _other_figures(one, other)
        or (not across and _names_alone(one, other) and _names_alone(other, one))
    )


def _shared(one: Weighed, other: Weighed) -> float:
    """Between the share of all words, and of the title that the other text says less of."""
    return (_words(one, other) + min(_said(one, other), _said(other, one))) / 2


def _shared_terms(one: Weighed, other: Weighed) -> float:
    """Of those that do not depend on the language."""
    shared = sum([weight for term, weight in one.neutral.items() if term in other.neutral])
    total = sum(one.neutral.values()) + sum(other.neutral.values())
    return 2 * shared / (total + _UNSAID) if shared else 0.0


def _words(one: Weighed, other: Weighed) -> float:
    few, many = sorted((one.terms, other.terms), key=len)
    shared = sum([weight for term, weight in few.items() if term in many])
    return 2 * shared / (one.total + other.total) if shared else 0.0


def _leads(one: Weighed, other: Weighed) -> float:
    """Of the words that only the leads say."""
    mine, theirs = one.terms.keys() - one.title.keys(), other.terms.keys() - other.title.keys()
    total = sum([one.terms[term] for term in mine]) + sum([other.terms[term] for term in theirs])
    return 2 * sum([one.terms[term] for term in mine & theirs]) / total if total else 1.0


def _leads_name_others(one: Weighed, other: Weighed) -> bool:
    """Whom and what only the leads name, and none of it is the same."""
    titles = (
        one.title.keys()
        | other.title.keys()
        | {*one.signature.title_names, *other.signature.title_names}
    )
    mine, theirs = one.names.keys() - titles, other.names.keys() - titles
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _said(one: Weighed, other: Weighed) -> float:
    """How much of a title the other text says."""
    said = sum([weight for term, weight in one.title.items() if term in other.terms])
    return said / one.title_total if said else 0.0


def _telling(value: str) -> float:
    """A round number says little: 20 is met everywhere, 85844 hardly twice."""
    is_great = "." not in value and len(value) > 7
    return min(1.0, max(0, _digits(value) - 2 + is_great) / 2)


def _digits(value: str) -> int:
    """But for the zeros of a round number."""
    return len(value.replace(".", "").replace(":", "").strip("0"))


def _same_figures(one: Weighed, other: Weighed) -> float:
    return min(
        1.0, sum([telling for value, telling in one.figures.items() if value in other.figures])
    )


def _amounts(units: Mapping[str, set[str]]) -> dict[str, dict[str, float]]:
    """Of each currency, with how telling each is."""
    return {
        unit: {value: _telling_amount(value, _TENGE[unit]) for value in values}
        for unit, values in units.items()
        if unit in _TENGE
    }


def _telling_amount(value: str, rate: float) -> float:
    """Round or not: three billion tenge are met every day, 800 billion hardly twice a year."""
    amount = float(value) * rate
    if amount < _LEAST_AMOUNT:
        return 0.0
    size = math.log10(amount / _LEAST_AMOUNT)
    return min(1.0, 0.1 + 0.2 * _digits(value) + 0.15 * size)


def _counts(units: Mapping[str, set[str]]) -> dict[tuple[str, str], float]:
    """Of jobs, hectares and the like, whatever the language; with how telling each is."""
    return {
        (value, _COUNTED[unit]): min(1.0, 0.25 + 0.25 * _digits(value))
        for unit, values in units.items()
        if unit in _COUNTED
        for value in values
        if float(value) >= _FEW
    }


def _same_facts(one: Weighed, other: Weighed, *, across: bool) -> float:
    """How many facts of a project are the same: amount, counts and names, its place, what it is.

    None of them depends on the language. One alone is met by chance and counts for nothing; within
    a language names and things are words, which are weighed already: the figures must agree.
    """
    amount, counts = _same_amount(one, other), _same_counts(one, other)
    if not across and not amount and not counts:
        return 0.0
    names = sum([w for name, w in one.names.items() if name[0] == "~" and name in other.names])
    places = set(one.signature.places).intersection(other.signature.places)
    place = (_REGION if places <= _HOME else _PLACE) if places else 0.0
    if not (amount or counts or names or place == _PLACE):
        return 0.0
    things = sum(
        [
            w
            for term, w in one.neutral.items()
            if w > _RARE and term[0] == "=" and term in other.neutral
        ]
    )
    same = (
        amount + place + sum([min(1.0, each) for each in (counts, _NAME * names, _THING * things)])
    )
    return max(0.0, min(_ALL, same) - _BY_CHANCE)


def _is_vague(one: Weighed, other: Weighed) -> bool:
    """They share one thing at most that not all news of the region speak of, and no figure."""
    telling = [t for t, weight in one.neutral.items() if weight > _RARE and t in other.neutral]
    return len(telling) < 2 and not _same_figures(one, other) and not _same_amount(one, other)


def _same_amount(one: Weighed, other: Weighed) -> float:
    """How telling it is; though it be made round."""
    if not one.amounts or not other.amounts:
        return 0.0
    best = 0.0
    for unit, values in one.amounts.items():
        for theirs, telling in other.amounts.get(unit, {}).items():
            for mine, mine_telling in values.items():
                if min(telling, mine_telling) > best and _agree(mine, theirs):
                    best = min(telling, mine_telling)
    return best


def _same_counts(one: Weighed, other: Weighed) -> float:
    if not one.counts or not other.counts:
        return 0.0
    return sum([telling for count, telling in one.counts.items() if count in other.counts])


def _other_figures(one: Weighed, other: Weighed) -> bool:
    """Of one unit, and none of them agrees; a figure that both have outweighs others."""
    if any(value in other.figures and _digits(value) > 1 for value in one.figures):
        return False
    return any(
        unit in other.units
        and not any(_agree(mine, theirs) for mine in values for theirs in other.units[unit])
        and values.isdisjoint(other.figures)
        and other.units[unit].isdisjoint(one.figures)
        for unit, values in one.units.items()
    )


def _agree(one: str, other: str) -> bool:
    """The same, or one is the other made round: «свыше 23 млрд» and «23,3 млрд»."""
    if one == other:
        return True
    rough, exact = sorted((one, other), key=_digits)
    kept = _digits(rough)
    if kept < _ROUND_DIGITS or kept == _digits(exact) or ":" in one + other:
        return False
    exactly = float(exact)
    step = 10.0 ** (math.floor(math.log10(exactly)) - kept + 1) if exactly else 1.0
    return 0 <= exactly - float(rough) < step or abs(exactly - float(rough)) <= step / 2


def _names_alone(one: Weighed, other: Weighed) -> bool:
    """The title names who or what the other text does not know."""
    return any(
        name not in other.names and not _is_said(name[1:], other)
        for name in one.signature.title_names
    )


def _is_said(name: str, other: Weighed) -> bool:
    """A term may be shorter than the beginning of its name."""
    return name in other.beginnings or name[:4] in other.terms or name[:3] in other.terms


def _other_places(one: Weighed, other: Weighed) -> bool:
    """Where both titles name one, neither text names the other's; else none is shared at all."""
    mine, theirs = set(one.signature.places), set(other.signature.places)
    in_mine, in_theirs = _title_places(one), _title_places(other)
    if in_mine and in_theirs:
        return in_mine.isdisjoint(theirs) and in_theirs.isdisjoint(mine)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _title_places(one: Weighed) -> set[str]:
    return set(one.signature.places).intersection(one.signature.title)


def _of_places_apart(one: Weighed, other: Weighed) -> bool:
    """Each title names a place, and the other text nowhere speaks of it."""
    in_mine, in_theirs = _title_places(one), _title_places(other)
    return (
        bool(in_mine and in_theirs)
        and in_mine.isdisjoint(other.terms)
        and in_theirs.isdisjoint(one.terms)
    )


def _quotes_alone(one: Weighed, other: Weighed) -> list[bool]:
    """Whether the other text lacks each name that the title sets in quotes; in another language

    names have other stems.
    """
    if one.signature.language != other.signature.language:
        return []
    return [not all(term in other.terms for term in terms) for terms in one.signature.quoted]


def _other_days(one: Weighed, other: Weighed) -> float:
    mine, theirs = one.signature.dates, other.signature.dates
    return float(bool(mine and theirs) and set(mine).isdisjoint(theirs))


def apart(one: Weighed, other: Weighed) -> str | None:
    """What no likeness outweighs."""
    a, b = one.signature, other.signature
    if a.title_dates and b.title_dates and set(a.title_dates).isdisjoint(b.title_dates):
        return "titles of other days"
    if _of_places_apart(one, other):
        return "titles of other places"
    alone, other_alone = _quotes_alone(one, other), _quotes_alone(other, one)
    if alone and other_alone and all(alone) and all(other_alone):
        return "titles that name different things"
    if a.is_count and b.is_count and _other_figures(one, other):
        return "other figures of a daily count"
    is_of_a_source = a.source is not None and a.source == b.source
    if fuzz.ratio(one.bare_title, other.bare_title, score_cutoff=_SAME_WORDING) and (
        (is_of_a_source and _of_one_mould(one, other))
        or (any(alone) and any(other_alone))
        or _of_other_places(one.title, other.title)
        or _neither_within(_values(a.title_numbers), _values(b.title_numbers))
        or _neither_within(set(a.title_periods), set(b.title_periods))
        or (a.is_bulletin and b.is_bulletin and _leads(one, other) < _SAME_BULLETIN)
        or _leads_name_others(one, other)
        or _differ(one, other, across=False)
    ):
        return "the same words of something else"
    if a.is_bulletin and b.is_bulletin:
        if a.hour is not None and b.hour is not None and abs(a.hour - b.hour) > _ISSUE_HOURS:
            return "bulletins of other days"
        if _words(one, other) < _SAME_BULLETIN and not _same_figures(one, other):
            return "bulletins that say other things"
    return None


def _of_one_mould(one: Weighed, other: Weighed) -> bool:
    """Each title says what the other text does not, or the texts share little else."""
    return _words(one, other) < _SAME_BULLETIN or (
        not one.title.keys() <= other.terms.keys() and not other.title.keys() <= one.terms.keys()
    )


def _of_other_places(title: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Capitals as well."""
    mine, theirs = ({term for term in terms if term[0] == "@"} for terms in (title, other))
    return _neither_within(mine, theirs)


def _values(numbers: tuple[tuple[str, str], ...]) -> set[str]:
    return {value for value, _ in numbers}


def _neither_within(one: set[str], other: set[str]) -> bool:
    return not one <= other and not other <= one
