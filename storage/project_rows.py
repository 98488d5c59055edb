"""A project and its history as rows, and what of a project is looked for by."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select

from model.expected import expected
from model.ids import ChangeId, ProjectId
from model.people import Role
from model.projects import Change, Field, Filter, KeyKind, Project, Why
from storage.project_json import fields_json, fields_of, value_json, value_of
from storage.tables import ProjectChangeTable, ProjectKeyTable, ProjectTable


def keys_of(project: Project) -> set[tuple[KeyKind, str]]:
    """By what it is listed and counted."""
    keys = {(KeyKind.SECTOR, one) for one in project.sectors}
    keys |= {(KeyKind.DISTRICT, one) for one in project.districts}
    keys |= {(KeyKind.COUNTRY, one.country) for one in project.investors if one.country}
    return keys | ({(KeyKind.ZONE, project.zone)} if project.zone else set())


def conditions(which: Filter) -> list[ColumnElement[bool]]:
    """A filter as SQL, for every query that lists or counts projects."""
    asked: list[ColumnElement[bool]] = [
        ProjectTable.is_deleted.is_(False),
        ProjectTable.is_published.is_(not which.unpublished),
    ]
    if which.stage is not None:
        asked.append(ProjectTable.stage == which.stage.value)
    if which.curator is not None:
        asked.append(ProjectTable.curator_id == which.curator)
    if which.suspended:
        asked.append(ProjectTable.is_suspended.is_(True))
    for kind, key in (
        (KeyKind.SECTOR, which.sector),
        (KeyKind.DISTRICT, which.district),
        (KeyKind.COUNTRY, which.country),
        (KeyKind.ZONE, which.zone),
    ):
        if key is not None:
            keyed = select(ProjectKeyTable.project_id).where(
                ProjectKeyTable.kind == kind.value, ProjectKeyTable.key == key
            )
            asked.append(ProjectTable.id.in_(keyed))
    return asked


def next_due(project: Project) -> date | None:
    """The earliest day by which something planned should have come and has not."""
    return min((one.last_day for one in expected(project)), default=None)


PROJECTS: Select[Any] = select(
    ProjectTable.id,
    ProjectTable.fields,
    ProjectTable.version,
    ProjectTable.created_at,
    ProjectTable.changed_at,
    ProjectTable.checked_at,
)
CHANGES: Select[Any] = select(*ProjectChangeTable.__table__.columns)


def project_of(row: Row[Any]) -> Project:
    fields = {field.value: value for field, value in fields_of(row.fields).items()}
    return Project(
        id=ProjectId(row.id),
        version=row.version,
        created_at=row.created_at,
        changed_at=row.changed_at,
        checked_at=row.checked_at,
        **fields,
    )


def values_of(one: Project) -> dict[str, Any]:
    claim = one.claim
    money = None if claim is None else claim.money
    return {
        "code": one.code,
        "code_key": one.code.lower(),
        "fields": fields_json({field: getattr(one, field.value) for field in Field}),
        "stage": one.stage.value,
        "curator_id": one.curator,
        "is_suspended": one.suspension is not None,
        "is_published": one.published,
        "is_deleted": one.deleted,
        "amount_value": None if money is None else money.value,
        "amount_currency": None if money is None else money.currency,
        "jobs_planned": one.jobs_planned,
        "jobs_created": one.jobs_created,
        "due_on": next_due(one),
        "version": one.version,
        "created_at": one.created_at,
        "changed_at": one.changed_at,
        "checked_at": one.checked_at,
    }


def change_values(one: Change) -> dict[str, Any]:
    return {
        "project_id": one.project_id,
        "at": one.at,
        "field": one.field.value,
        "old": value_json(one.old),
        "new": value_json(one.new),
        "reason": one.why.reason,
        "source": one.why.source,
        "actor_id": one.actor_id,
        "role": one.role.value,
        "confirmed_by": one.confirmed_by,
        "act": one.act,
        "undoes": one.undoes,
    }


def change_of(row: Row[Any]) -> Change:
    field = Field(row.field)
    return Change(
        ChangeId(row.id),
        ProjectId(row.project_id),
        row.at,
        field,
        value_of(field, row.old),
        value_of(field, row.new),
        Why(row.reason, row.source),
        row.actor_id,
        Role(row.role),
        row.confirmed_by,
        row.act,
        None if row.undoes is None else ChangeId(row.undoes),
    )
