"""The fields of projects as JSON: as they stand, in the history, in proposals and drafts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from model.ids import ChangeId, FileId, ProjectId
from model.news import Money, Stage
from model.partial_dates import PartialDate
from model.projects import (
    Blocker,
    Changes,
    Claim,
    Document,
    DocumentKind,
    Field,
    Investor,
    Memorandum,
    Milestone,
    Point,
    Project,
    Suspension,
)


@dataclass(frozen=True, slots=True)
class KeptProject:
    """A row of a project whose fields nobody has read yet: they are the text that is kept."""

    id: ProjectId
    fields: str
    version: int
    created_at: datetime
    changed_at: datetime
    checked_at: datetime

    def read(self) -> Project:
        known = {field.value: value for field, value in fields_of(json.loads(self.fields)).items()}
        return Project(
            id=self.id,
            version=self.version,
            created_at=self.created_at,
            changed_at=self.changed_at,
            checked_at=self.checked_at,
            **known,
        )


@dataclass(frozen=True, slots=True)
class KeptChange:
    """An entry of the history whose values nobody has read yet."""

    id: ChangeId
    project_id: ProjectId
    at: datetime
    field: str
    old: str | None
    new: str | None
    reason: str
    source: str | None
    actor_id: int
    role: str

    def values(self) -> tuple[Any, Any]:
        """The old one and the new one, of the type that `Project` has for the field."""
        field = Field(self.field)
        old, new = (None if one is None else json.loads(one) for one in (self.old, self.new))
        return value_of(field, old), value_of(field, new)


def fields_json(changes: Changes) -> dict[str, Any]:
    return {field.value: value_json(value) for field, value in changes.items()}


def fields_of(kept: Mapping[str, Any]) -> dict[Field, Any]:
    return {Field(name): value_of(Field(name), value) for name, value in kept.items()}


def value_json(value: Any) -> Any:
    """Of any field."""
    match value:
        case PartialDate():
            return str(value)
        case datetime():
            return value.isoformat()
        case Enum():
            return value.value
        case tuple() | list():
            return [value_json(one) for one in value]
        case Mapping():
            return {name: value_json(one) for name, one in value.items()}
        case _ if is_dataclass(value):
            return {one.name: value_json(getattr(value, one.name)) for one in fields(value)}
    return value


def value_of(field: Field, kept: Any) -> Any:
    """A field's value, of the type that `Project` has for it."""
    if kept is None:
        return None
    match field:
        case Field.NAMES:
            return dict(kept)
        case Field.SECTORS | Field.DISTRICTS:
            return tuple(kept)
        case Field.INVESTORS:
            return tuple(Investor(**one) for one in kept)
        case Field.POINT:
            return Point(**kept)
        case Field.CLAIMS:
            return tuple(_claim(one) for one in kept)
        case Field.MEMORANDUM:
            return Memorandum(kept["number"], _date(kept["on"]))
        case Field.STAGE:
            return Stage(kept)
        case Field.SUSPENSION:
            return Suspension(kept["reason"], PartialDate.parse(kept["since"]))
        case Field.PLANNED_START | Field.PLANNED_FINISH | Field.ACTUAL_START | Field.ACTUAL_FINISH:
            return PartialDate.parse(kept)
        case Field.MILESTONES:
            return tuple(_milestone(one) for one in kept)
        case Field.BLOCKERS:
            return tuple(_blocker(one) for one in kept)
        case Field.DOCUMENTS:
            return tuple(_document(one) for one in kept)
    return kept


def _date(kept: str | None) -> PartialDate | None:
    return None if kept is None else PartialDate.parse(kept)


def _claim(kept: Mapping[str, Any]) -> Claim:
    money = kept["money"]
    return Claim(
        kept["id"],
        kept["printed"],
        None if money is None else Money(**money),
        _date(kept["as_of"]),
        kept["source"],
    )


def _milestone(kept: Mapping[str, Any]) -> Milestone:
    due = PartialDate.parse(kept["due"])
    return Milestone(kept["id"], kept["title"], due, _date(kept["met_on"]))


def _blocker(kept: Mapping[str, Any]) -> Blocker:
    since = PartialDate.parse(kept["since"])
    return Blocker(kept["id"], kept["text"], since, _date(kept["resolved_on"]))


def _document(kept: Mapping[str, Any]) -> Document:
    return Document(
        FileId(kept["id"]),
        DocumentKind(kept["kind"]),
        kept["title"],
        kept["file_id"],
        datetime.fromisoformat(kept["added_at"]),
        kept["is_public"],
    )
