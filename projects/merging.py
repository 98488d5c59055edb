"""Changes meant for a project that became another meanwhile: pure.

A field of one value is simply set, and whoever confirms sees from what. Of lists (claims,
milestones, blockers, documents) only what was meant is taken over: nobody's entry is lost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from model.projects import Changes, Field, Project
from projects.changing import value_in

_NUMBERED = frozenset({Field.CLAIMS, Field.MILESTONES, Field.BLOCKERS})
"""Lists whose entries are counted within their project."""
LISTS = _NUMBERED | {Field.DOCUMENTS}


def base_of(project: Project, changes: Changes) -> dict[Field, Any]:
    """What the fields to be changed are now."""
    return {field: value_in(project, field) for field in changes}


def moved(project: Project, base: Changes) -> frozenset[Field]:
    """Fields that are no longer what they were."""
    return frozenset(field for field, was in base.items() if value_in(project, field) != was)


def rebased(project: Project, base: Changes, changes: Changes) -> dict[Field, Any]:
    """The changes as they are meant for the project of now; made for a project of `base`."""
    made = dict(changes)
    for field in LISTS & moved(project, {one: base[one] for one in changes}):
        now = value_in(project, field)
        merged, renumbered = _merged(base[field], changes[field], now, field in _NUMBERED)
        made[field] = merged
        if field is Field.CLAIMS and Field.AMOUNT in changes:
            made[Field.AMOUNT] = renumbered.get(changes[Field.AMOUNT], changes[Field.AMOUNT])
    return {field: value for field, value in made.items() if value != value_in(project, field)}


def next_id(entries: Sequence[Any]) -> int:
    return max((one.id for one in entries), default=0) + 1


def _merged(
    base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any], is_numbered: bool
) -> tuple[tuple[Any, ...], Mapping[int, int]]:
    """What is there now with our entries and edits, and which of ours got other numbers."""
    was = {one.id: one for one in base}
    edited = {one.id: one for one in ours if one.id in was and one != was[one.id]}
    gone = was.keys() - {one.id for one in ours}
    merged = [edited.get(one.id, one) for one in theirs if one.id not in gone]
    taken = {one.id for one in theirs}
    renumbered: dict[int, int] = {}
    for one in ours:
        if one.id in was or one in theirs:
            continue
        number = one.id
        if is_numbered and number in taken:
            number = renumbered[one.id] = max(taken) + 1
        taken.add(number)
        merged.append(replace(one, id=number))
    return tuple(merged), renumbered
