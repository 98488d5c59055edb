"""Which projects a story tells of: pure, and cautious, since a wrong link is worse than none.

What names a project by itself: its company, or a name of its own. What names it together with
other things: the kind of thing it is, where, for how much, how large. What speaks against it: the
story is of another place, or of another sector.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from model.ids import ProjectId
from projects.profiles import Profile, is_only_common, is_said, own_words

LINKED = 4.75
"""The score from which on a project is linked."""
MARGIN = 1.5
"""By so much the best of several that share what names them must be ahead."""

_NAME = 4.0
_PART = 3.0
_AMOUNT = 2.5
_FIGURE = 1.25
_MOST_FIGURES = 2
_THING = 4.0
"""For all the words of what it is; a part for a part of them."""
_PLACE = 1.25
_SPOT = 2.25
"""A village says nearly as much as an amount: few things of a kind are in one."""
_ZONE = 0.75
_ELSEWHERE = -3.5
_OTHER_REGION = -5.0
"""A company works in many regions: its name alone does not outweigh this."""
_SECTOR = 0.5
_OTHER_SECTOR = -2.0
_OTHER_FIGURES = -0.75
"""Both count something of the project, and nothing is the same."""
_JOBS = 1.0
_OTHER_JOBS = -0.75
_COUNTRY = 0.5
_SHARED_NAME = 0.55
"""Of a name's weight, where other projects bear it too."""
_NAMED = "company"
_MOSTLY = 0.8
"""Where a story says so much of what a project is, it is of its sector, among others."""
_NEEDED = 0.25
"""So much of what a project is a story must say, unless it names it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A story tells of a project, and by what that is known (`company`, `amount`, …)."""

    project: ProjectId
    score: float
    reasons: tuple[str, ...]


class Linker:
    """Projects, known by their profiles, to be found in stories."""

    def __init__(self) -> None:
        self._profiles: dict[ProjectId, Profile] = {}
        self._terms: Counter[str] = Counter()
        self._names: Counter[tuple[str, ...]] = Counter()
        self._by_key: dict[object, set[ProjectId]] = {}

    def know(self, project: ProjectId, profile: Profile | None) -> None:
        """The project has this profile from now on; None: it is there no more."""
        before = self._profiles.pop(project, None)
        if before is not None:
            self._count(project, before, -1)
        if profile is not None:
            self._profiles[project] = profile
            self._count(project, profile, 1)

    def links(self, story: Profile) -> list[Link]:
        """Projects that the story tells of, the surest first."""
        ranked = self.ranked(story)
        return [
            one
            for one in ranked
            if one.score >= LINKED and not self._is_rivalled(one, ranked, story)
        ]

    def ranked(self, story: Profile) -> list[Link]:
        """Projects that the story may tell of, however surely, the likeliest first."""
        scored = (self._scored(one, story) for one in sorted(self._likely(story)))
        return sorted((one for one in scored if one.score > 0), key=lambda link: -link.score)

    def _count(self, project: ProjectId, profile: Profile, by: int) -> None:
        self._terms.update(dict.fromkeys(profile.terms, by))
        self._names.update(dict.fromkeys(profile.names, by))
        for key in _keys(profile):
            owners = self._by_key.setdefault(key, set())
            (owners.add if by > 0 else owners.discard)(project)

    def _likely(self, story: Profile) -> set[ProjectId]:
        """Projects that share something telling with the story: only these are compared."""
        found: set[ProjectId] = set()
        for key in (*story.amounts, *_beginnings(story.words)):
            found |= self._by_key.get(key, set())
        rare = sorted(story.terms & self._terms.keys(), key=lambda term: self._terms[term])
        for term in rare[:12]:
            found |= set(sorted(self._by_key.get(term, set()))[-200:])
        return found

    def _scored(self, project: ProjectId, story: Profile) -> Link:
        one = self._profiles[project]
        parts = dict(self._parts(one, story))
        return Link(project, sum(parts.values()), tuple(parts))

    def _parts(self, one: Profile, story: Profile) -> Iterable[tuple[str, float]]:
        named = self._named(one, story)
        if named:
            yield _NAMED, named
        thing = self._thing(one, story)
        if thing >= _NEEDED:
            yield "thing", _THING * thing
        elif not named:
            return
        if one.amounts & story.amounts:
            yield "amount", _AMOUNT
        common = len(one.figures & story.figures)
        if common:
            yield "figures", _FIGURE * min(common, _MOST_FIGURES)
        elif one.figures and story.figures and not named:
            yield "other figures", _OTHER_FIGURES
        if one.jobs & story.jobs:
            yield "jobs", _JOBS
        elif one.jobs and story.jobs and not named:
            yield "other jobs", _OTHER_JOBS
        yield from _where(one, story)
        if one.sectors & story.sectors:
            yield "sector", _SECTOR
        elif one.sectors and story.sectors and named < _NAME and thing < _MOSTLY:
            yield "other sector", _OTHER_SECTOR
        if one.countries & story.countries:
            yield "country", _COUNTRY

    def _named(self, one: Profile, story: Profile) -> float:
        """How surely the story names the project's company, or the thing by its own name."""
        best = 0.0
        for name in one.names:
            weight = _whole(name, one, story) if is_said(name, story.words) else 0.0
            if not weight and any(is_said((word,), story.words) for word in own_words(name)):
                weight = _PART
            shared = self._names[name] > 1
            best = max(best, weight * (_SHARED_NAME if shared else 1.0))
        return best

    def _thing(self, one: Profile, story: Profile) -> float:
        """How much of what the project is the story says, rare words weighing more; 0 to 1."""
        common = sum(map(self._weight, one.terms & story.terms))
        return min(1.0, common / max(self._full(one), 1e-9))

    def _full(self, one: Profile) -> float:
        return _ONE_LANGUAGE * sum(map(self._weight, one.terms))

    def _weight(self, term: str) -> float:
        return log((len(self._profiles) + 20) / (self._terms[term] + 1))

    def _is_rivalled(self, link: Link, others: Sequence[Link], story: Profile) -> bool:
        """Whether another project may be meant by the same words: then a person must say which."""
        own = self._profiles[link.project]
        is_named = _NAMED in link.reasons
        for other in others:
            profile = self._profiles[other.project]
            if other.project == link.project or not own.sectors & profile.sectors:
                continue
            is_close = other.score > link.score - MARGIN
            if is_named:
                if is_close and _share_a_name(own, profile):
                    return True
            elif _is_on_the_spot(own, story) and not own.spots & profile.spots:
                continue
            elif _NAMED in other.reasons:
                if other.score >= link.score:
                    return True
            elif is_close and not (own.amounts - profile.amounts) & story.amounts:
                return True
        return False


def _whole(name: tuple[str, ...], one: Profile, story: Profile) -> float:
    """Common words name it only in the region: companies of that name are in many."""
    if not is_only_common(name):
        return _NAME
    return _PART if story.region == one.region else 0.0


def _where(one: Profile, story: Profile) -> Iterable[tuple[str, float]]:
    is_in_zone = one.zone is not None and one.zone == story.zone
    if is_in_zone:
        yield "zone", _ZONE
    if _is_on_the_spot(one, story):
        yield "spot", _SPOT
    if one.districts & story.districts:
        yield "place", _PLACE
    elif story.region not in (None, one.region):
        yield "elsewhere", _OTHER_REGION
    elif one.districts and story.districts and not is_in_zone:
        yield "elsewhere", _ELSEWHERE


def _is_on_the_spot(one: Profile, story: Profile) -> bool:
    return any(is_said(spot, story.words) for spot in one.spots)


def _share_a_name(one: Profile, other: Profile) -> bool:
    def words(profile: Profile) -> set[str]:
        return {word for name in profile.names for word in own_words(name)}

    return bool(one.names & other.names or words(one) & words(other))


_ONE_LANGUAGE = 0.35
"""Of a project's terms in all languages, a story in one of them says so many at most."""


def _keys(profile: Profile) -> Iterable[object]:
    yield from profile.amounts
    yield from profile.terms
    for name in (*profile.names, *profile.spots):
        yield from (("~", word[:4]) for word in name)


def _beginnings(words: Sequence[str]) -> Iterable[object]:
    return (("~", word[:4]) for word in dict.fromkeys(words) if len(word) >= 3)
