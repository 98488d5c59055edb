"""What changes make of a project: pure, and the one place where a field's rules stand.

An update, a proposal, an import and an undo all come through here.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from model.news import Stage
from model.projects import Changes, Field, Project
from projects.errors import WrongValueError

CODE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}[A-Za-z0-9])?")
"""Short enough for a link (64 signs after `p_`), and nothing that a link would have to escape."""

PLANNED = frozenset({Field.PLANNED_START, Field.PLANNED_FINISH})
_BEFORE_BUILDING = frozenset({Stage.PLANNED, Stage.MEMORANDUM, Stage.PREPARATION})


@dataclass(frozen=True, slots=True)
class Changed:
    """A project with the changes in it, and those fields that really became another."""

    project: Project
    old: Mapping[Field, Any]
    new: Mapping[Field, Any]


def changed(project: Project, changes: Changes, now: datetime) -> Changed:
    """The project as it would be; WrongValueError for what a field cannot become.

    What is so already changes nothing; a project of which nothing changes keeps its version.
    """
    new = {field: value for field, value in changes.items() if value != value_in(project, field)}
    if not new:
        return Changed(project, {}, {})
    for field in PLANNED & new.keys():
        if has_begun(project) and value_in(project, field) is not None:
            raise WrongValueError(field, "building has begun", "error-planned-date-stands")
    after = replace(
        project,
        **{field.value: value for field, value in new.items()},
        version=project.version + 1,
        changed_at=now,
        checked_at=now,
    )
    check(after, new.keys())
    return Changed(after, {field: value_in(project, field) for field in new}, new)


def value_in(project: Project, field: Field) -> Any:
    return getattr(project, field.value)


def has_begun(project: Project) -> bool:
    """Whether building has begun: from then on, planned dates stand as they were promised."""
    return project.actual_start is not None or project.stage not in _BEFORE_BUILDING


def check(project: Project, fields: Any = tuple(Field)) -> None:
    """WrongValueError for the first of these fields with a value that it cannot have."""
    for field in Field:
        rule = _RULES.get(field)
        if rule is not None and field in fields and not rule[0](project):
            raise WrongValueError(field, f"{value_in(project, field)!r}", rule[1])


def _percent(value: int | None) -> bool:
    return value is None or 0 <= value <= 100


def _count(value: int | None) -> bool:
    return value is None or 0 <= value < 10_000_000


def _dated(project: Project) -> bool:
    start, finish = project.actual_start, project.actual_finish
    return start is None or finish is None or start.first <= finish.last


def _amount(project: Project) -> bool:
    return project.amount is None or project.claim is not None


def _point(project: Project) -> bool:
    point = project.point
    return point is None or (abs(point.latitude) <= 90 and abs(point.longitude) <= 180)


_RULES: dict[Field, tuple[Callable[[Project], bool], str]] = {
    Field.CODE: (lambda one: CODE.fullmatch(one.code) is not None, "error-wrong-code"),
    Field.NAMES: (lambda one: any(name.strip() for name in one.names.values()), "error-no-name"),
    Field.AMOUNT: (_amount, "error-no-such-claim"),
    Field.CLAIMS: (_amount, "error-no-such-claim"),
    Field.POINT: (_point, "error-wrong-point"),
    Field.JOBS_PLANNED: (lambda one: _count(one.jobs_planned), "error-wrong-jobs"),
    Field.JOBS_CREATED: (lambda one: _count(one.jobs_created), "error-wrong-jobs"),
    Field.PHYSICAL: (lambda one: _percent(one.physical), "error-wrong-percent"),
    Field.FINANCIAL: (lambda one: _percent(one.financial), "error-wrong-percent"),
    Field.ACTUAL_START: (_dated, "error-finish-before-start"),
    Field.ACTUAL_FINISH: (_dated, "error-finish-before-start"),
}
