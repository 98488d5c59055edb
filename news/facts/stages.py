"""How far a project is: the most that a text says was done.

    words that tell | no future, no negation before them | the title's first | the furthest

A plan counts only where nothing more was done. A text about many projects has no one stage.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from model.news import Fact, FactKind, Stage
from news.facts.roles import Roles, stems_with_roles
from news.facts.text import Whole
from news.vocabulary import data
from news.words import Found

_ORDER = {stage: number for number, stage in enumerate(Stage)}
_APART_IN_CHINESE = 16
"""Characters between the two of a pair, at most."""
_CLAUSE = re.compile(r"[,;:.\n]")
_JUST_BEFORE = 4
"""Words that a future or a negation reaches over."""


@dataclass(frozen=True, slots=True)
class _Told:
    stage: Stage
    start: int
    end: int


class _Vocabulary:
    """A role is "plant", "future" and the like, "cue launched", "one 3", "other 3"."""

    def __init__(self) -> None:
        said = data("stages")
        roles = (
            "plants",
            "projects",
            "future",
            "earlier",
            "negation",
            "negation_after",
            "future_after",
            "overview",
        )
        lists: dict[str, list[str]] = {role: said[role] for role in roles}
        for role in ("cues", "of_plants"):
            lists |= {f"{role} {stage}": stems for stage, stems in said[role].items()}
        for number, pair in enumerate(said["pairs"]):
            lists |= {f"one {number}": pair["one"], f"other {number}": pair["other"]}
        self.pairs = [Stage(pair["stage"]) for pair in said["pairs"]]
        self.apart: list[int] = [pair["apart"] for pair in said["pairs"]]
        self.future_chinese = tuple(said["future_chinese"])
        self.share: tuple[str, ...] = tuple(said["share"])
        self.stems = stems_with_roles(lists)


_VOCABULARY = _Vocabulary()


def stages(whole: Whole) -> list[Fact]:
    """The main one marked; none is in an overview."""
    reader = _Reader(whole)
    told = sorted(reader.told(), key=lambda one: (one.start, -_ORDER[one.stage]))
    if not told:
        return []
    now = [one for one in told if not reader.is_of_before(one)] or told
    main = None if reader.is_overview else _main(now, whole.title_length)
    seen: dict[Stage, _Told] = {}
    for one in told:
        seen.setdefault(one.stage, one)
    if main is not None:
        seen[main.stage] = main
    return [
        Fact(
            FactKind.STAGE,
            one.stage.value,
            whole.plain[one.start : one.end],
            one.start,
            one.end,
            is_main=one is main,
        )
        for one in seen.values()
    ]


def _main(told: Sequence[_Told], title_length: int) -> _Told:
    done = [one for one in told if one.stage is not Stage.PLANNED]
    in_title = [one for one in done if one.start < title_length]
    return max(in_title or done or told, key=lambda one: _ORDER[one.stage])


def _longest(found: Iterable[Found[Roles]]) -> list[Found[Roles]]:
    """Without what is only a part of more words: a trial launch is no launch."""
    kept: list[Found[Roles]] = []
    past = 0
    for one in found:
        if one.first + one.count > past:
            kept.append(one)
            past = one.first + one.count
    return kept


class _Reader:
    def __init__(self, whole: Whole) -> None:
        self._whole = whole
        self._found = _longest(_VOCABULARY.stems.find(whole))
        self._by_role: dict[str, list[Found[Roles]]] = {}
        for one in self._found:
            for role in one.meaning:
                self._by_role.setdefault(role, []).append(one)
        self.is_overview = "overview" in self._by_role

    def is_of_before(self, told: _Told) -> bool:
        """Its sentence looks back: at another project, or at how this one began."""
        return self._whole.sentence_of(told.start) in self._earlier_sentences

    @cached_property
    def _earlier_sentences(self) -> set[int]:
        sentences = self._whole.sentences
        return {sentences[word] for word in self._with_role("earlier")}

    @cached_property
    def _future(self) -> set[int]:
        return set(self._with_role("future"))

    @cached_property
    def _negation(self) -> set[int]:
        return set(self._with_role("negation"))

    @cached_property
    def _denied(self) -> set[int]:
        return set(self._with_role("negation_after"))

    @cached_property
    def _to_come(self) -> set[int]:
        return set(self._with_role("future_after"))

    @cached_property
    def _plant_sentences(self) -> set[int]:
        sentences = self._whole.sentences
        return {sentences[word] for word in self._with_role("plants")}

    def _with_role(self, role: str) -> Iterator[int]:
        return (one.first for one in self._by_role.get(role, ()))

    def told(self) -> Iterator[_Told]:
        if not self._found:
            if self._whole.is_chinese:
                yield from self._in_chinese()
            return
        paired: set[int] = set()
        for number, said in enumerate(_VOCABULARY.pairs):
            for one, other in self._pairs(number):
                stage = said
                if other.first in paired or not self._is_done(other):
                    continue
                paired.update((one.first, other.first))
                if stage is Stage.LAUNCHED and self._is_a_share(other.first):
                    stage = Stage.CONSTRUCTION
                first, last = sorted((one, other), key=lambda each: each.first)
                yield self._told(stage, first.first, last.first + last.count - 1)
        for found in self._found:
            for role in found.meaning:
                kind, _, of = role.partition(" ")
                if kind == "cues" or (kind == "of_plants" and self._is_of_plant(found, paired)):
                    yield from self._judged(Stage(of), found)
        if self._whole.is_chinese:
            yield from self._in_chinese()

    def _judged(self, stage: Stage, found: Found[Roles]) -> Iterator[_Told]:
        last = found.first + found.count - 1
        if stage is Stage.PLANNED:
            if "plants" in self._by_role or "projects" in self._by_role:
                yield self._told(stage, found.first, last)
        elif self._is_done(found):
            if stage is Stage.LAUNCHED and self._is_a_share(found.first):
                stage = Stage.CONSTRUCTION
            yield self._told(stage, found.first, last)
        elif not self._is_denied(found) and stage in (Stage.LAUNCHED, Stage.CONSTRUCTION):
            yield self._told(Stage.PLANNED, found.first, last)

    def _pairs(self, number: int) -> Iterator[tuple[Found[Roles], Found[Roles]]]:
        ones = self._by_role.get(f"one {number}")
        others = self._by_role.get(f"other {number}")
        if ones is None or others is None:
            return
        sentences = self._whole.sentences
        for one in ones:
            near = [
                other
                for other in others
                if other.first != one.first
                and abs(other.first - one.first) <= _VOCABULARY.apart[number]
                and sentences[other.first] == sentences[one.first]
            ]
            if near:
                yield one, min(near, key=lambda other: abs(other.first - one.first))

    def _is_of_plant(self, found: Found[Roles], paired: set[int]) -> bool:
        is_free = found.first not in paired
        return is_free and self._whole.sentences[found.first] in self._plant_sentences

    @cached_property
    def _negated(self) -> set[int]:
        return {word + 1 + over for word in self._negation for over in range(2)}

    def _is_denied(self, found: Found[Roles]) -> bool:
        return found.first in self._negated or found.first + found.count in self._denied

    def _is_done(self, found: Found[Roles]) -> bool:
        """Neither an infinitive, nor to come, nor denied."""
        first, last = found.first, found.first + found.count - 1
        whole = self._whole
        if whole.folded[whole.spans[first][0] : whole.spans[first][1]].endswith(("ть", "ться")):
            return False
        if first in self._negated:
            return False
        if last + 1 in self._denied or last + 1 in self._to_come:
            return False
        return not any(
            word in self._future and self._is_one_clause(word, first)
            for word in range(first - _JUST_BEFORE, first)
        )

    def _is_one_clause(self, first: int, last: int) -> bool:
        between = self._whole.folded[self._whole.spans[first][1] : self._whole.spans[last][0]]
        return _CLAUSE.search(between) is None

    def _is_a_share(self, word: int) -> bool:
        """«построен на 40%», «жартысы тұрғызылды»: not yet."""
        folded, (start, end) = self._whole.folded, self._whole.spans[word]
        behind = folded[end : end + 25].split(",")[0]
        before = _CLAUSE.split(folded[max(0, start - 25) : start])[-1]
        return any(sign in before or sign in behind for sign in _VOCABULARY.share)

    def _told(self, stage: Stage, first: int, last: int) -> _Told:
        spans = self._whole.spans
        return _Told(stage, spans[first][0], spans[last][1])

    def _in_chinese(self) -> Iterator[_Told]:
        folded = self._whole.folded
        found = list(_VOCABULARY.stems.find_chinese(self._whole))
        has_plant = any("plants" in roles for _, _, roles in found)
        for start, words, roles in found:
            clause = folded[max(0, start - 12) : start]
            clause = clause[max(map(clause.rfind, ",，。;；\n")) + 1 :]
            is_future = any(sign in clause for sign in _VOCABULARY.future_chinese)
            for role in roles:
                kind, _, of = role.partition(" ")
                if kind == "cues" or (kind == "of_plants" and has_plant):
                    stage = Stage.PLANNED if is_future else Stage(of)
                    yield _Told(stage, start, start + len(words))
                elif kind == "one":
                    other = next(
                        (
                            (at, sign)
                            for at, sign, each in found
                            if f"other {of}" in each and abs(at - start) <= _APART_IN_CHINESE
                        ),
                        None,
                    )
                    if other is not None and not is_future:
                        first = min(start, other[0])
                        last = max(start + len(words), other[0] + len(other[1]))
                        yield _Told(_VOCABULARY.pairs[int(of)], first, last)
