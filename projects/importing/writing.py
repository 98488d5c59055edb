"""What an import writes, and what takes it back: the steps within its transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from accounts.rights import Acting
from model.audit import Act
from model.ids import ProjectId
from model.imports import Import
from model.projects import Change, Changes, Field, Project
from projects.changing import Changed, changed, value_in
from projects.errors import WrongValueError
from projects.importing.difference import Difference
from projects.recording import code_after, new_project
from storage.transaction import Transaction

AT_ONCE = 40
"""Rows compared or projects written before others get their turn."""

T = TypeVar("T")


def pieces(values: Sequence[T]) -> Iterator[Sequence[T]]:
    return (values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE))


async def still(db: Transaction, difference: Difference) -> bool:
    """Whether the projects, which nobody changes from here on, are those that were compared."""
    known = {one.project.id: one.project for one in difference.changed if one.project is not None}
    held = await db.projects.by_ids(known.keys(), hold=True)
    same = all(
        (found := held.get(number)) is not None and found.version == one.version
        for number, one in known.items()
    )
    added = [one.added for one in difference.added if one.added is not None]
    codes = [fields[Field.CODE] for fields in added if Field.CODE in fields]
    return same and not await db.projects.codes_among(codes)


async def add_rows(db: Transaction, difference: Difference, now: datetime) -> list[Changed]:
    """The new projects' rows; a code of its own for each that brings none."""
    last = await db.projects.last_id()
    wanted = [one.added for one in difference.added if one.added is not None]
    taken = {fields[Field.CODE].lower() for fields in wanted if Field.CODE in fields}
    made: list[Project] = []
    for position, fields in enumerate(wanted):
        code = fields.get(Field.CODE)
        count = last + position
        while code is None or (code.lower() in taken and Field.CODE not in fields):
            code, count = code_after(count), count + 1
        taken.add(code.lower())
        made.append(new_project(code, fields, now))
    ids: list[ProjectId] = []
    for piece in pieces(made):
        ids += await db.projects.add(piece)
    return [
        Changed(replace(one, id=number), dict.fromkeys(fields), fields)
        for one, number, fields in zip(made, ids, wanted, strict=True)
    ]


async def record(
    db: Transaction,
    acting: Acting,
    action: str,
    imported: Import,
    now: datetime,
    *,
    added: Sequence[Changed] = (),
    changed: Sequence[Changed] = (),
) -> int:
    return await db.audit.record(
        Act(
            now,
            acting.user_id,
            acting.role,
            action,
            f"import:{imported.id}",
            None,
            {
                "file": imported.name,
                "added": [one.project.id for one in added],
                "changed": [one.project.id for one in changed],
            },
        )
    )


def by_project(
    changes: Iterable[Change], projects: Mapping[ProjectId, Project]
) -> Iterator[tuple[Project, list[Change]]]:
    grouped: dict[ProjectId, list[Change]] = {}
    for one in changes:
        grouped.setdefault(one.project_id, []).append(one)
    for number, entries in grouped.items():
        if not projects[number].deleted:
            yield projects[number], entries


def put_back(
    project: Project, entries: Sequence[Change], is_added: bool
) -> tuple[Changes, list[Field]]:
    """What puts it back, and the fields that somebody changed since."""
    moved = [one.field for one in entries if value_in(project, one.field) != one.new]
    if is_added:
        return (
            ({}, moved or [Field.DELETED]) if project.version > 1 else ({Field.DELETED: True}, [])
        )
    return {one.field: one.old for one in entries if one.field not in moved}, moved


def as_far_as_it_goes(
    project: Project, wanted: Changes, now: datetime
) -> tuple[Changed, list[Field]]:
    """Without what a rule forbids by now: planned dates stand once building has begun."""
    refused: list[Field] = []
    while True:
        try:
            return changed(project, wanted, now), refused
        except WrongValueError as error:
            if Field(error.field) not in wanted:
                return Changed(project, {}, {}), [*refused, *wanted]
            refused.append(Field(error.field))
            wanted = {one: value for one, value in wanted.items() if one != error.field}
