"""Which stories are told at once, which are held, and which are left to the digest. Pure.

new stories | suit the choices | asked to be told of | not had | quiet hours | at most so many a day
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo

from model.alerts import Alert, Wish
from model.editions import Candidate
from model.ids import StoryId, SubscriberId
from model.people import Alerts, Schedule
from news.stems import has_word
from publishing.choosing import suits
from publishing.slots import next_slot

FRESH = timedelta(hours=3)
"""A story found later than this after it was stored is no news to be told at once any more."""

SOON = timedelta(hours=1)
"""A digest that comes so soon after the quiet hours tells what came in them."""

_NOBODY = SubscriberId(0)


@dataclass(frozen=True, slots=True)
class Reason:
    """What a story was told for: of what a chat asked to be told, what is in it."""

    words: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.sectors or self.districts)

    @property
    def key(self) -> str:
        return json.dumps([self.words, self.sectors, self.districts], ensure_ascii=False)

    @classmethod
    def of_key(cls, key: str) -> "Reason":
        return cls(*map(tuple, json.loads(key)))


@dataclass(frozen=True, slots=True)
class Decided:
    """Of the stories that fit: those told now, and those held until a moment, in order."""

    now: tuple[StoryId, ...] = ()
    held: tuple[StoryId, ...] = ()
    until: datetime | None = None


class Matcher:
    """Which of some stories fit a wish, and why. Each word is looked for in each story once."""

    def __init__(self, stories: Iterable[Candidate]) -> None:
        self._stories = sorted(stories, key=lambda one: (-one.score, one.id))
        self._having: dict[str, frozenset[StoryId]] = {}
        self._fitting: dict[Wish, dict[StoryId, Reason]] = {}

    def fitting(self, wish: Wish) -> dict[StoryId, Reason]:
        """The weightiest first. An alert is a story of the chat's digest that does not wait."""
        if wish not in self._fitting:
            self._fitting[wish] = {
                story.id: reason
                for story in self._stories
                if (reason := self._reason(story, wish.alerts)) and suits(story, wish.choices)
            }
        return self._fitting[wish]

    def _reason(self, story: Candidate, alerts: Alerts) -> Reason:
        return Reason(
            tuple(sorted(word for word in alerts.words if story.id in self._with(word))),
            tuple(sorted(alerts.sectors & story.sectors)),
            tuple(sorted(alerts.districts & story.districts)),
        )

    def _with(self, word: str) -> frozenset[StoryId]:
        if word not in self._having:
            having = (story.id for story in self._stories if has_word(story.terms, word))
            self._having[word] = frozenset(having)
        return self._having[word]


def would_have_come(stories: Iterable[Candidate], wish: Wish, schedule: Schedule) -> int:
    """How many of these stories would have been told at once, each when it came."""
    stories = sorted(stories, key=lambda one: (one.stored_at, one.id))
    fitting = Matcher(stories).fitting(wish)
    told: list[Alert] = []
    for story in stories:
        if story.id in fitting:
            at = story.stored_at
            digest = next_slot(schedule, at)
            found = decide([story.id], wish.alerts, schedule.timezone, digest, told, (), at)
            told += [Alert(_NOBODY, one, found.until or at) for one in (*found.now, *found.held)]
    return len(told)


def decide(
    fitting: Collection[StoryId],
    alerts: Alerts,
    timezone: str,
    next_digest_at: datetime | None,
    known: Sequence[Alert],
    in_digests: Collection[StoryId],
    now: datetime,
) -> Decided:
    """What becomes of the stories that fit, in their order.

    `known` are the alerts of the chat's last days and whatever it was ever told of these stories.
    What is neither told nor held is left to the digest.
    """
    passed = {one.story_id for one in known} | set(in_digests)
    new = [story for story in fitting if story not in passed]
    until = end_of_quiet(alerts, timezone, now)
    if until is None:
        return Decided(now=tuple(new[: _room(alerts, timezone, known, now)]))
    if next_digest_at is not None and next_digest_at <= until + SOON:
        return Decided()
    return Decided(held=tuple(new[: _room(alerts, timezone, known, until)]), until=until)


class Quiet(Protocol):
    """Whoever has quiet hours; both ends the same: never quiet."""

    @property
    def quiet_from(self) -> time: ...
    @property
    def quiet_until(self) -> time: ...


def end_of_quiet(quiet: Quiet, timezone: str, now: datetime) -> datetime | None:
    """When the quiet hours of this moment end; None where it is not quiet."""
    at = now.astimezone(ZoneInfo(timezone)).time()
    if not _within(at, quiet.quiet_from, quiet.quiet_until):
        return None
    return next_slot(_at(quiet.quiet_until, timezone), now)


def _within(at: time, start: time, end: time) -> bool:
    if start <= end:
        return start <= at < end
    return at >= start or at < end


@lru_cache(maxsize=1024)
def _at(moment: time, timezone: str) -> Schedule:
    return Schedule(moment, timezone=timezone)


def _room(alerts: Alerts, timezone: str, known: Iterable[Alert], at: datetime) -> int:
    """How many more may be told on the chat's day of this moment."""
    zone = ZoneInfo(timezone)
    day = at.astimezone(zone).date()
    told = sum(one.counts and one.at.astimezone(zone).date() == day for one in known)
    return max(0, alerts.most_a_day - told)
