"""The rows of a file against the registry: what they add, change, leave, and what must not be.

    which project is it | what did the file change since it was exported | did the registry, too

A file that was exported carries versions: what it says otherwise than the registry only because
the registry went on is no change, and what both changed is a conflict, which nobody settles here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from model.ids import ProjectId
from model.projects import Change, Changes, Field, Project
from news.names import name_key
from projects.changing import Changed, changed, value_in
from projects.errors import WrongValueError
from projects.exporting.table import NAME_LANGUAGES, Column
from projects.importing.fields import FIELDS, ColumnError, Origin, changes_of, stage_for_new
from projects.importing.values import NOTHING, Row, Trouble
from projects.importing.vocabulary import bare
from projects.recording import new_project

_ANY_CODE = "X"
"""Stands for the code that a new project is given when it is added."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that the file and the registry both changed since the file was exported."""

    field: Field
    registry: Any
    file: Any


@dataclass(frozen=True, slots=True)
class Compared:
    """One row. With troubles nothing of it is applied; what is in conflict never is."""

    number: int
    title: str
    """What the row calls its project."""
    project: Project | None = None
    """As it stands; None: a new one."""
    changed: Changed | None = None
    """What is to be written of a known project."""
    added: Changes | None = None
    """The fields of a new one."""
    conflicts: tuple[Conflict, ...] = ()
    troubles: tuple[Trouble, ...] = ()

    @property
    def is_unchanged(self) -> bool:
        return not (self.changed or self.added or self.conflicts or self.troubles)


@dataclass(frozen=True, slots=True)
class Difference:
    """All rows of a file, in its order."""

    rows: tuple[Compared, ...]

    @property
    def added(self) -> list[Compared]:
        return [one for one in self.rows if one.added is not None]

    @property
    def changed(self) -> list[Compared]:
        return [one for one in self.rows if one.changed is not None]

    @property
    def conflicts(self) -> list[Compared]:
        return [one for one in self.rows if one.conflicts]

    @property
    def wrong(self) -> list[Compared]:
        return [one for one in self.rows if one.troubles]

    @property
    def unchanged(self) -> int:
        return sum(one.is_unchanged for one in self.rows)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not any(one.added is not None or one.changed is not None for one in self.rows)


@dataclass
class Registry:
    """The projects as they stand, to be looked up by what a row says."""

    projects: Iterable[Project]
    histories: Mapping[ProjectId, Sequence[Change]] = field(default_factory=dict)
    """Of those that changed since the file was exported: the latest entries first."""

    def __post_init__(self) -> None:
        self._by_code: dict[str, Project] = {}
        self._by_name: dict[str, list[Project]] = {}
        for one in self.projects:
            self._by_code[one.code.lower()] = one
            for name in {bare(name) for name in one.names.values()}:
                self._by_name.setdefault(name, []).append(one)

    def with_code(self, code: str) -> Project | None:
        return self._by_code.get(code.lower())

    def named(self, names: Iterable[str], investors: Sequence[str]) -> list[Project]:
        """Of this name, and of one of these investors where any are told."""
        keys = {name_key(one) for one in investors}
        found = {
            one.id: one
            for name in names
            for one in self._by_name.get(bare(name), ())
            if not one.deleted
            and (not keys or keys & {name_key(investor.name) for investor in one.investors})
        }
        return list(found.values())


def version_of(row: Row, project: Project) -> int:
    """The version that the row was exported from; without one, the present one."""
    told = row.values.get(Column.VERSION)
    return told if isinstance(told, int) else project.version


def titles_of(row: Row) -> list[str]:
    """What the row calls its project, in whatever languages."""
    told = [row.values.get(one) for one in (Column.NAME, *NAME_LANGUAGES)]
    return [one for one in told if isinstance(one, str)]


def code_of(row: Row) -> str | None:
    told = row.values.get(Column.CODE)
    return told if isinstance(told, str) else None


def meant(row: Row, registry: Registry) -> Project | Trouble | None:
    """The project that a row is of; None: one that the registry does not have."""
    if (code := code_of(row)) is not None:
        found = registry.with_code(code)
        if found is not None and found.deleted:
            return Trouble(Column.CODE, "import-deleted", code)
        return found
    investors = row.values.get(Column.INVESTORS)
    named = registry.named(titles_of(row), () if investors in (None, NOTHING) else investors)
    if len(named) > 1:
        return Trouble(Column.NAME, "import-several", ", ".join(one.code for one in named)[:100])
    return named[0] if named else None


def duplicates(rows: Iterable[Row], registry: Registry) -> dict[int, Trouble]:
    """Rows that speak of one project twice, each with the numbers of the others."""
    groups: dict[object, list[int]] = {}
    for row in rows:
        found = meant(row, registry)
        if isinstance(found, Project):
            key: object = found.id
        elif (code := code_of(row)) is not None:
            key = code.lower()
        else:
            investors = row.values.get(Column.INVESTORS)
            key = (
                frozenset(map(bare, titles_of(row))),
                investors if isinstance(investors, tuple) else None,
            )
        groups.setdefault(key, []).append(row.number)
    return {
        number: Trouble(
            Column.CODE, "import-twice", rows=tuple(one for one in group if one != number)
        )
        for group in groups.values()
        if len(group) > 1
        for number in group
    }


def compare(
    row: Row, registry: Registry, origin: Origin, now: datetime, twice: Trouble | None = None
) -> Compared:
    """What one row is against the registry."""
    title = next(iter(titles_of(row)), None) or code_of(row) or ""
    found = meant(row, registry)
    troubles = [*row.troubles, *([twice] if twice else [])]
    if isinstance(found, Trouble):
        return Compared(row.number, title, troubles=(*troubles, found))
    if troubles:
        return Compared(row.number, title, found, troubles=tuple(troubles))
    try:
        if found is None:
            return Compared(row.number, title, added=_added(row, origin, now))
        return _changed(row, found, registry.histories.get(found.id, ()), origin, now, title)
    except (ColumnError, WrongValueError) as error:
        return Compared(row.number, title, found, troubles=(_trouble(error, row),))


def _added(row: Row, origin: Origin, now: datetime) -> Changes:
    """The fields of a new project; what says nothing is left out."""
    told = stage_for_new(changes_of(row, None, origin))
    fields = {one: value for one, value in told.items() if value not in (None, (), {})}
    code = code_of(row)
    new_project(code or _ANY_CODE, fields, now)
    return {Field.CODE: code, **fields} if code else fields


def _changed(
    row: Row,
    project: Project,
    history: Sequence[Change],
    origin: Origin,
    now: datetime,
    title: str,
) -> Compared:
    version = version_of(row, project)
    if not 1 <= version <= project.version:
        raise ColumnError(Column.VERSION, "import-wrong-version")
    before = as_it_was(history, project.version - version)
    wanted = {
        one: value
        for one, value in changes_of(row, project, origin).items()
        if value != value_in(project, one)
    }
    conflicts: list[Conflict] = []
    if before:
        exported = replace(project, **{one.value: value for one, value in before.items()})
        meant_by_file = {
            one
            for one, value in changes_of(row, exported, origin).items()
            if value != value_in(exported, one)
        }
        for one in list(wanted):
            if one not in meant_by_file:
                del wanted[one]  # the registry went on, and the file only has it as it was
            elif one in before and one is not Field.CLAIMS:  # nobody's claim is lost
                conflicts.append(Conflict(one, value_in(project, one), wanted.pop(one)))
        if any(one.field is Field.AMOUNT for one in conflicts):
            wanted.pop(Field.CLAIMS, None)
    after = changed(project, wanted, now)
    return Compared(
        row.number,
        title,
        project,
        after if after.new else None,
        conflicts=tuple(conflicts),
    )


def as_it_was(history: Sequence[Change], versions: int) -> dict[Field, Any]:
    """The fields that changed in the last so many versions, as they were before.

    A version is an act, whatever number of fields it changed.
    """
    if not versions:
        return {}
    acts = list(dict.fromkeys(one.act for one in history))[:versions]
    return {one.field: one.old for one in history if one.act in acts}


def _trouble(error: ColumnError | WrongValueError, row: Row) -> Trouble:
    if isinstance(error, ColumnError):
        return Trouble(error.column, error.key)
    column = next(
        (one for one in row.values if FIELDS.get(one) is not None and FIELDS[one] == error.field),
        None,
    )
    return Trouble(column, error.key)
