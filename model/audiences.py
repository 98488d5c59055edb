"""Whom an announcement is for: kinds of criteria, and what is known of a chat to test them on.

Within one kind any will do, between kinds all must hold, less whoever any kind of the other side
describes. What each kind means: docs/decisions/0027-audiences.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from model.ids import AnnouncementId, AudienceId, ProjectId, SubscriberId
from model.people import ChatKind, Language, Role


class Sort(StrEnum):
    """What kind of chat."""

    PEOPLE = "people"
    GROUPS = "groups"


@dataclass(frozen=True, slots=True)
class Criteria:
    """What chats are chosen by; an empty kind asks nothing."""

    sorts: frozenset[Sort] = frozenset()
    languages: frozenset[Language] = frozenset()
    roles: frozenset[Role] = frozenset()
    districts: frozenset[str] = frozenset()
    """KATO codes: who reads news of one of them. Whoever chose none reads of all, so they are among
    those; left out are only those who chose one of them by name."""
    sectors: frozenset[str] = frozenset()
    """Likewise."""
    projects: frozenset[ProjectId] = frozenset()
    """Who follows one of them."""
    active_days: int | None = None
    """Who has spoken or pressed within so many days: see `active_since`."""
    chats: frozenset[SubscriberId] = frozenset()
    """Picked by hand. Whoever asked to be forgotten leaves `GONE` in their place."""
    pressed: frozenset[tuple[AnnouncementId, int]] = frozenset()
    """Who pressed the button of that number (from 0) under an announcement."""
    missed: frozenset[AnnouncementId] = frozenset()
    """Whom an announcement was for and did not reach, and will not: uncertain is not missed."""

    @property
    def is_empty(self) -> bool:
        return self == Criteria()


NOBODY = Criteria()

GONE = SubscriberId(0)
"""No chat's: a list of one who is gone must not become empty, which would mean everybody."""


class Side(StrEnum):
    """Of an audience. The values stand in buttons: they never change."""

    AMONG = "among"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Audience:
    """Those of `among` (everyone, if it asks nothing) whom nothing of `less` describes."""

    among: Criteria = field(default_factory=Criteria)
    less: Criteria = NOBODY

    def of(self, side: Side) -> Criteria:
        return self.among if side is Side.AMONG else self.less

    def having(self, side: Side, criteria: Criteria) -> "Audience":
        """With this on one side, and the other as it is."""
        return replace(self, **{side.value: criteria})


EVERYONE = Audience()


@dataclass(frozen=True, slots=True)
class SavedAudience:
    """One that can be used again."""

    id: AudienceId
    name: str
    audience: Audience
    created_by: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Counted:
    """An audience in numbers, as it is now."""

    languages: Mapping[Language, int] = field(default_factory=dict)
    """Those who would get it, by what they read; the others are counted apart."""
    groups: int = 0
    """Of those who would get it."""
    unreachable: int = 0
    paused: int = 0
    """Of those who can be reached."""

    @property
    def total(self) -> int:
        return sum(self.languages.values())


@dataclass(frozen=True, slots=True)
class PickedChat:
    """A chat as it is shown where chats are picked by hand."""

    id: SubscriberId
    number: int
    """Telegram's."""
    kind: ChatKind
    name: str | None
    """A colleague's, or a group's title; other people's names are not kept."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What an audience asks of a chat: the plain words of what the database knows."""

    id: SubscriberId
    sort: Sort
    language: Language
    seen_at: datetime
    """When it last spoke or pressed; before that was noted, when it first did."""
    role: Role = Role.SUBSCRIBER
    districts: frozenset[str] = frozenset()
    """Empty: all."""
    sectors: frozenset[str] = frozenset()
    """Empty: all."""
    projects: frozenset[ProjectId] = frozenset()
    pressed: frozenset[tuple[AnnouncementId, int]] = frozenset()
    missed: frozenset[AnnouncementId] = frozenset()


def fits(audience: Audience, one: Profile, now: datetime) -> bool:
    """Whether a chat belongs to an audience: storage/audiences.py says the same in SQL."""
    return all(_answers(audience.among, one, now, reads_all=True)) and not any(
        _answers(audience.less, one, now, reads_all=False)
    )


def active_since(days: int, now: datetime) -> datetime:
    """The beginning of the day so many days ago: when a chat was seen is known to the day."""
    day = (now - timedelta(days=days)).astimezone(UTC)
    return day.replace(hour=0, minute=0, second=0, microsecond=0)


def _answers(criteria: Criteria, one: Profile, now: datetime, *, reads_all: bool) -> Iterator[bool]:
    """For each kind that asks something, whether the chat is one of these.

    `reads_all`: whether a chat that chose no district reads of those that are asked for.
    """
    if criteria.sorts:
        yield one.sort in criteria.sorts
    if criteria.languages:
        yield one.language in criteria.languages
    if criteria.roles:
        yield one.role in criteria.roles
    if criteria.districts:
        yield bool(one.districts & criteria.districts) or (reads_all and not one.districts)
    if criteria.sectors:
        yield bool(one.sectors & criteria.sectors) or (reads_all and not one.sectors)
    if criteria.projects:
        yield bool(one.projects & criteria.projects)
    if criteria.active_days is not None:
        yield one.seen_at >= active_since(criteria.active_days, now)
    if criteria.chats:
        yield one.id in criteria.chats
    if criteria.pressed:
        yield bool(one.pressed & criteria.pressed)
    if criteria.missed:
        yield bool(one.missed & criteria.missed)


def audience_json(audience: Audience) -> dict[str, Any]:
    """As it is kept: of each side, the kinds that ask something."""
    return {"among": _criteria_json(audience.among), "less": _criteria_json(audience.less)}


def audience_of(kept: Mapping[str, Any]) -> Audience:
    return Audience(_criteria_of(kept.get("among", {})), _criteria_of(kept.get("less", {})))


def _criteria_json(criteria: Criteria) -> dict[str, Any]:
    kept: dict[str, Any] = {
        "sorts": sorted(criteria.sorts),
        "languages": sorted(criteria.languages),
        "roles": sorted(criteria.roles),
        "districts": sorted(criteria.districts),
        "sectors": sorted(criteria.sectors),
        "projects": sorted(criteria.projects),
        "active_days": criteria.active_days,
        "chats": sorted(criteria.chats),
        "pressed": sorted(map(list, criteria.pressed)),
        "missed": sorted(criteria.missed),
    }
    return {kind: value for kind, value in kept.items() if value}


def _criteria_of(kept: Mapping[str, Any]) -> Criteria:
    return Criteria(
        sorts=frozenset(map(Sort, kept.get("sorts", ()))),
        languages=frozenset(map(Language, kept.get("languages", ()))),
        roles=frozenset(map(Role, kept.get("roles", ()))),
        districts=frozenset(kept.get("districts", ())),
        sectors=frozenset(kept.get("sectors", ())),
        projects=frozenset(map(ProjectId, kept.get("projects", ()))),
        active_days=kept.get("active_days"),
        chats=frozenset(map(SubscriberId, kept.get("chats", ()))),
        pressed=frozenset(
            (AnnouncementId(each), button) for each, button in kept.get("pressed", ())
        ),
        missed=frozenset(map(AnnouncementId, kept.get("missed", ()))),
    )
