"""What is told of followed projects: which changes are whose, and what they come to. Pure.

changes of a period | of projects that are followed | since the follow began | not had |
of each project together: what is otherwise than it was, as everyone may see it
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from model.following import ProjectNews
from model.ids import NO_CHANGE, ChangeId, ProjectId
from model.projects import (
    INTERNAL,
    Change,
    Claim,
    Field,
    Follow,
    FollowKind,
    Project,
    Why,
)
from projects.rights import public_view
from projects.seeing import public_changes

MOST_WHYS = 3

Key = tuple[FollowKind, str]


@dataclass(frozen=True, slots=True)
class Period:
    """What a chat has not had yet: entries after a moment or after another, less some."""

    since: datetime
    after: ChangeId | None
    """None where nothing came before: only the moment counts."""
    had: frozenset[ChangeId] = frozenset()

    def holds(self, change: Change) -> bool:
        is_later = change.at > self.since or (self.after is not None and change.id > self.after)
        return is_later and change.id not in self.had


class Followed:
    """Changes that everyone may see something of, by what they can be followed by."""

    def __init__(self, changes: Iterable[Change], projects: Mapping[ProjectId, Project]) -> None:
        self._of: dict[ProjectId, list[Change]] = {}
        for one in changes:
            if one.field in _SHOWN and is_for_everyone(projects[one.project_id]):
                self._of.setdefault(one.project_id, []).append(one)
        self._by_key: dict[Key, list[ProjectId]] = {}
        for number, of_project in self._of.items():
            for key in keys_of(projects[number], of_project):
                self._by_key.setdefault(key, []).append(number)

    @property
    def keys(self) -> Collection[Key]:
        return self._by_key.keys()

    def of(self, follows: Iterable[Follow], period: Period) -> tuple[ChangeId, ...]:
        """Those that a chat is to be told of, in order."""
        found = {
            change.id
            for follow in follows
            for project in self._by_key.get((follow.kind, follow.key), ())
            for change in self._of[project]
            if change.id > follow.after and period.holds(change)
        }
        return tuple(sorted(found))


_SHOWN = frozenset(Field) - INTERNAL | {Field.PUBLISHED}
"""Opened to everyone, a project is new to them."""


def is_for_everyone(project: Project) -> bool:
    return project.published and not project.deleted


def keys_of(project: Project, changes: Iterable[Change]) -> set[Key]:
    """By what a project is followed: also by what it was before these changes."""
    keys = set(_keys(project))
    for one in changes:
        if one.field in _KEYED:
            for value in (one.old, one.new):
                keys.update(_keys_of_value(one.field, value))
    return keys


_KEYED = (Field.DISTRICTS, Field.SECTORS, Field.INVESTORS)


def _keys(project: Project) -> Iterator[Key]:
    yield FollowKind.PROJECT, str(project.id)
    if project.curator is not None:
        yield FollowKind.CURATOR, str(project.curator)
    for field in _KEYED:
        yield from _keys_of_value(field, getattr(project, field.value))


def _keys_of_value(field: Field, value: Any) -> Iterator[Key]:
    match field:
        case Field.DISTRICTS:
            yield from ((FollowKind.DISTRICT, code) for code in value or ())
        case Field.SECTORS:
            yield from ((FollowKind.SECTOR, code) for code in value or ())
        case Field.INVESTORS:
            yield from ((FollowKind.COUNTRY, one.country) for one in value or () if one.country)


def news_of(
    changes: Collection[Change], projects: Mapping[ProjectId, Project]
) -> tuple[ProjectNews, ...]:
    """What these changes come to, an item for each project, the last changed first.

    What was changed and changed back is not told, nor what not everyone may see. A project that is
    not there for everyone is left out.
    """
    of: dict[ProjectId, list[Change]] = {}
    for one in sorted(changes, key=lambda one: one.id):
        of.setdefault(one.project_id, []).append(one)
    told = [_news(projects[number], of_one) for number, of_one in of.items() if number in projects]
    order = {number: of_one[-1].id for number, of_one in of.items()}
    return tuple(
        sorted(
            (one for one in told if one is not None),
            key=lambda one: -order.get(one.project.id, NO_CHANGE),
        )
    )


def _news(project: Project, changes: Sequence[Change]) -> ProjectNews | None:
    """Of one project, whose changes stand in order; None where there is nothing to tell."""
    if not is_for_everyone(project):
        return None
    net = _net(changes)
    is_new = any(_begins(one) for one in net)
    shown = () if is_new else tuple(one for one in net if one.field not in INTERNAL)
    if not shown and not is_new:
        return None
    return ProjectNews(
        public_view(project),
        is_new,
        shown,
        tuple(_whys(net if is_new else shown)),
        tuple(_claims(project, shown)),
        max(one.at for one in changes),
    )


def _net(changes: Sequence[Change]) -> list[Change]:
    """One change for each field that is otherwise than before the first, with the last's reason."""
    first: dict[Field, Change] = {}
    last: dict[Field, Change] = {}
    for one in changes:
        first.setdefault(one.field, one)
        last[one.field] = one
    net = [replace(last[field], old=first[field].old) for field in Field if field in last]
    return [one for one in public_changes(net) if one.old != one.new]


def _begins(change: Change) -> bool:
    """Whether with this change the project came before everyone's eyes."""
    return (change.field is Field.CODE and change.old is None) or (
        change.field is Field.PUBLISHED and change.new is True
    )


def _whys(changes: Iterable[Change]) -> list[Why]:
    newest = sorted(changes, key=lambda one: -one.id)
    return list(dict.fromkeys(one.why for one in newest))[:MOST_WHYS]


def _claims(project: Project, changes: Iterable[Change]) -> Iterator[Claim]:
    """Amounts that were or are current: everyone may see those."""
    shown = {
        number for one in changes if one.field is Field.AMOUNT for number in (one.old, one.new)
    }
    return (one for one in project.claims if one.id in shown)
