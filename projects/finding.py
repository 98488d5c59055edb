"""Which projects a question means: what it asks of the index, and what is made of the answers.

    words | wrong keyboard | names of things, sounds, amounts | slips | matches weighed | one clear?

Pure. A word weighs by its rarity and by where it is found: in a name more than at a company, there
more than in what else is told; what only tells of the same sector weighs least.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cache, lru_cache

from model.ids import ProjectId
from model.search import Alternative, Group, KnownWord, Match
from news import searching
from news.folding import fold
from news.searching import Word
from news.sectors import Sectors
from news.terms import code_term
from news.words import Text, visible
from projects import wording
from projects.indexing import COMPANIES, OTHER_NAME
from projects.keyboards import on_the_other

MOST_LISTED = 8
MOST_NEAREST = 3

IN_NAME, AT_COMPANY, IN_PLACE, BESIDES, IN_SECTOR = 1.0, 0.9, 0.85, 0.7, 0.35
"""How much of a word's weight counts, by where it is found."""
OF_THE_NAME = 0.2
"""What it adds that a name says nothing but what was asked."""
ELSEWHERE = 0.7
"""What is left where another district was named than the project's."""
STRANGE = 0.7
"""Of a word that no project has: it may be a name that we lack, or chatter."""
CLEAR, MARGIN = 0.57, 0.13
"""Of all that was asked, for a clear answer; and how far the next must lie behind."""
NAMED, NAMED_MARGIN = 0.75, 0.25
"""Of a name, for a question that names one project among others that answer it too."""
ANSWERS, BESIDE_THE_BEST = 0.5, 0.72
"""Of all that was asked, for an answer; and of the best one's, for standing beside it."""
NEAR = 0.12

_INDUSTRY = "industry"
"""The sector of a plant of which nothing nearer is said: it tells none from another."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of a question, or several that name one thing."""

    word: Word
    group: Group
    """What a project must have, one of these, to have what the word says."""
    sectors: Group = ()
    """Sectors that it tells of: projects of the same sector are near."""

    @property
    def terms(self) -> set[str]:
        return {term for alternative in self.group for term in alternative}

    @property
    def is_place(self) -> bool:
        return any(term[0] == "@" or term.startswith("#6") for term in self.terms)

    @property
    def is_country(self) -> bool:
        return any(term[0] == "#" and len(term) == 3 for term in self.terms)

    @property
    def forms(self) -> set[str]:
        """By which what a mistyped word may have meant is looked up."""
        forms = {*self.word.stems, searching.letters_of(self.word)}
        return forms | {term for term in self.terms if term[0] == "_"}

    @property
    def names_a_thing(self) -> bool:
        """Whether it was understood, whether or not any project has it."""
        return any(term[0] in "@=#" for term in self.terms)


@lru_cache(maxsize=5_000)
def read(typed: str) -> tuple[Asked, ...]:
    """What a question asks for; nothing where none of its words tells one project from another."""
    amounts, rest = wording.amounts_in(fold(visible(typed)))
    for word in wording.MEANINGLESS_CHINESE:
        rest = rest.replace(word, " ")
    words = searching.read(rest, wording.named(), wording.MEANINGLESS)
    asked = [Asked(Word(printed, (), ((term,),)), ((term,),)) for printed, term in amounts]
    asked += [_asked(word) for word in words]
    return tuple(asked[: searching.MOST_WORDS])


def _asked(word: Word) -> Asked:
    group = word.group
    if not any(alternative[0][0] in "@=#" for alternative in group):
        group = (*group, *_heard(word.printed))
    return Asked(word, group, tuple((code_term(code),) for code in _sectors(word.printed)))


def _heard(printed: str) -> Group:
    """Its sound; of a long Chinese name also those of its halves, which others write apart."""
    whole = _sound(printed)
    if whole is None:
        return ()
    half = len(printed) // 2
    if printed < "\u3400" or half < 2:
        return ((whole,),)
    halves = (_sound(printed[:half]), _sound(printed[half:]))
    return ((whole,), tuple(one for one in halves if one is not None))


def _sound(printed: str) -> str | None:
    if printed >= "\u3400":
        return wording.chinese_sound(printed)
    return wording.sound_term(printed)


@cache
def _sector_words() -> Sectors:
    return Sectors()


@lru_cache(maxsize=5_000)
def _sectors(printed: str) -> tuple[str, ...]:
    found = _sector_words()(Text(printed, ""))
    return tuple(code for code in found if code != _INDUSTRY)


# The wrong keyboard


def readings(typed: str) -> dict[str, tuple[str, ...]]:
    """Each word of a question that may have been typed on the wrong keyboard, and what it reads

    on others."""
    return {
        token: others
        for token in typed.split()
        if len(token) > 1 and (others := on_the_other(token))
    }


def terms_to_know(tokens: Iterable[str]) -> set[str]:
    """The terms by which it is seen which words the index knows."""
    return {term for token in tokens for asked in read(token) for term in asked.terms}


def as_meant(typed: str, known: Collection[str]) -> str:
    """The question with words of the wrong keyboard put right: those unknown as they were typed

    that are words on another one."""
    others = readings(typed)
    meant = [
        next((one for one in others[token] if _is_said(one, known)), token)
        if token in others and not _is_said(token, known)
        else token
        for token in typed.split()
    ]
    return " ".join(meant)


def _is_said(token: str, known: Collection[str]) -> bool:
    asked = read(token)
    if not asked:
        plain = fold(token).strip(".,!?:;\"'()")
        return plain in wording.MEANINGLESS or plain in searching.IGNORED or len(plain) < 2
    return all(one.names_a_thing or not known_terms(one, known).isdisjoint(known) for one in asked)


def known_terms(asked: Asked, known: Collection[str]) -> set[str]:
    return {term for term in asked.terms if term in known}


# Slips


def is_strange(asked: Asked, known: Collection[str]) -> bool:
    """Whether it may be a slip: no project has it, and nothing is called so."""
    return not asked.names_a_thing and asked.word.slips > 0 and not known_terms(asked, known)


def corrected(asked: Asked, candidates: Iterable[KnownWord]) -> Asked | None:
    """What a mistyped word was most likely to be, beside what it is; None: nothing near it."""
    word = asked.word
    if (heard := _sound(word.printed)) is not None:
        word = replace(word, stems=(*word.stems, heard))
    near = [one for one in candidates if len(one.term.strip("_")) >= searching.SHORTEST]
    meant = searching.corrected(word, near)
    if meant is None:
        return None
    again = read(meant.printed)
    groups = [*meant.group, *(alternative for one in again for alternative in one.group)]
    sectors = tuple(sector for one in again for sector in one.sectors)
    group = tuple(dict.fromkeys([*asked.group, *groups]))
    return Asked(replace(asked.word, printed=meant.printed), group, sectors)


def unfinished(asked: Asked, begun: Sequence[KnownWord]) -> Asked:
    """A word that is still being typed: it asks for those that begin so as well."""
    more = tuple((one.term,) for one in begun if (one.term,) not in asked.group)
    return replace(asked, group=(*asked.group, *more))


# Weighing


@dataclass(frozen=True, slots=True)
class Found:
    """A project that has something of what was asked."""

    id: ProjectId
    score: float
    """0 to 1: how much of the question it answers."""
    total: float
    """With how much of its name was asked for."""
    said: float
    """0 to 1: how much of its name was asked for."""
    is_elsewhere: bool
    """The question names a district, and it is in another."""


@dataclass(frozen=True, slots=True)
class _Needles:
    weight: float
    is_place: bool
    is_wide: bool
    """A place or a country: wherever that is told, it tells the same."""
    group: tuple[tuple[tuple[str, ...], float], ...]
    """Alternatives as they stand in a text, and what one counts where it is not in the title."""
    literal: frozenset[str]


def weights(asked: Sequence[Asked], known: Mapping[str, int]) -> list[float]:
    """Of each word: the rarer, the more."""
    count = max(known.get(wording.OPEN, 0), 1)
    found: list[float] = []
    for one in asked:
        having = max(
            (min(known.get(term, 0) for term in alternative) for alternative in one.group),
            default=0,
        )
        rarity = math.log(1 + count / max(having, 1))
        found.append(rarity if having else rarity * STRANGE)
    return found


def ranked(
    asked: Sequence[Asked], known: Mapping[str, int], matches: Iterable[Match]
) -> list[Found]:
    """The likeliest first; those that are alike, the newest first."""
    needles = [
        _needles(one, weight) for one, weight in zip(asked, weights(asked, known), strict=True)
    ]
    most = sum(one.weight for one in needles) or 1.0
    found = [_found(match, needles, most) for match in {each.id: each for each in matches}.values()]
    return sorted(found, key=lambda one: (-one.total, -one.id))


def _needles(asked: Asked, weight: float) -> _Needles:
    group = [(_spaced(one), _besides(one)) for one in asked.group]
    group += [(_spaced(one), IN_SECTOR) for one in asked.sectors]
    literal = frozenset(one[0] for one in asked.group if len(one) == 1 and one[0][0] not in "@=#_")
    is_wide = asked.is_place or asked.is_country
    return _Needles(weight, asked.is_place, is_wide, tuple(group), literal)


def _spaced(alternative: Alternative) -> tuple[str, ...]:
    return tuple(f" {term} " for term in alternative)


def _besides(alternative: Alternative) -> float:
    """What it counts in what is told besides names."""
    term = alternative[0]
    if term.startswith("#m"):
        return 1.0
    if term[0] == "@" or term.startswith("#6") or (term[0] == "#" and len(term) == 3):
        return IN_PLACE
    return BESIDES


def _found(match: Match, needles: Sequence[_Needles], most: float) -> Found:
    names, _, companies = match.title.partition(f" {COMPANIES} ")
    names, companies = f"{names} ", f" {companies} "
    score, is_elsewhere, literal = 0.0, False, set[str]()
    for one in needles:
        share = max((_share(way, names, companies, match.terms) for way in one.group), default=0.0)
        if one.is_wide:
            share = min(share, IN_PLACE)
        if one.is_place:
            is_elsewhere |= not share and " #6" in match.terms
        score += one.weight * share
        literal |= one.literal
    score /= most
    if is_elsewhere:
        score *= ELSEWHERE
    said = _said_of(names, literal)
    return Found(ProjectId(match.id), score, score * (1 + OF_THE_NAME * said), said, is_elsewhere)


def _share(way: tuple[tuple[str, ...], float], names: str, companies: str, terms: str) -> float:
    needles, besides = way
    for needle in needles:
        if needle not in terms:
            return 0.0
    if besides == IN_SECTOR:
        return besides
    if all(needle in names for needle in needles):
        return max(IN_NAME, besides)
    if all(needle in companies for needle in needles):
        return max(AT_COMPANY, besides)
    return besides


def _said_of(names: str, literal: Collection[str]) -> float:
    """How much of a name was asked for, in the language in which that is most."""
    best = 0.0
    for name in names.split(f" {OTHER_NAME} "):
        stems = [term for term in name.split() if term[0] not in "@=#_/"]
        if stems:
            best = max(best, sum(stem in literal for stem in stems) / len(stems))
    return best


# Deciding


class Answers(Enum):
    """What kind of answer there is."""

    NO_QUESTION = auto()
    """Nothing says what is asked for."""
    CLEAR = auto()
    """One project."""
    SEVERAL = auto()
    NEAREST = auto()
    """None has what was asked for; these have something of it."""
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Decided:
    answers: Answers
    ids: tuple[ProjectId, ...] = ()
    has_more: bool = False
    found: tuple[Found, ...] = field(default=(), repr=False)


def decide(found: Sequence[Found]) -> Decided:
    """What to show of projects, the likeliest first."""
    near = [one for one in found if one.score >= NEAR]
    if not near:
        return Decided(Answers.NOTHING)
    best = near[0]
    if _is_clear(near):
        return Decided(Answers.CLEAR, (best.id,))
    alike = [
        one
        for one in near
        if one.score >= max(ANSWERS, best.score * BESIDE_THE_BEST) and not one.is_elsewhere
    ]
    if alike:
        ids = tuple(one.id for one in alike[:MOST_LISTED])
        return Decided(Answers.SEVERAL, ids, len(alike) > MOST_LISTED)
    return Decided(Answers.NEAREST, tuple(one.id for one in near[:MOST_NEAREST]))


def _is_clear(found: Sequence[Found]) -> bool:
    best = found[0]
    if best.score < CLEAR or best.is_elsewhere:
        return False
    if len(found) == 1:
        return True
    following = max(one.score for one in found[1:])
    if following <= best.score - MARGIN:
        return True
    is_named = best.said >= NAMED and best.score >= following
    return is_named and all(one.said <= best.said - NAMED_MARGIN for one in found[1:])
