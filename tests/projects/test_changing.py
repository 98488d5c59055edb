"""What changes make of a project."""

from datetime import timedelta
from typing import Any

import pytest

from model.news import Stage
from model.partial_dates import PartialDate
from model.projects import Field, Point
from projects.changing import changed
from projects.errors import WrongValueError
from tests.projects.makers import WHEN, project

LATER = WHEN + timedelta(days=1)


def test_a_change_raises_the_version_and_says_what_was() -> None:
    after = changed(project(), {Field.STAGE: Stage.CONSTRUCTION, Field.JOBS_PLANNED: 120}, LATER)

    assert after.project.stage is Stage.CONSTRUCTION
    assert (after.project.version, after.project.changed_at) == (2, LATER)
    assert (after.old, after.new) == (
        {Field.STAGE: Stage.MEMORANDUM},
        {Field.STAGE: Stage.CONSTRUCTION},
    )


def test_what_is_so_already_changes_nothing() -> None:
    before = project()
    after = changed(before, {Field.STAGE: Stage.MEMORANDUM}, LATER)

    assert after.project is before
    assert not after.new


@pytest.mark.parametrize("stage", [Stage.PLANNED, Stage.MEMORANDUM, Stage.PREPARATION])
def test_planned_dates_move_before_building(stage: Stage) -> None:
    after = changed(project(stage=stage), {Field.PLANNED_FINISH: PartialDate(2027)}, LATER)

    assert after.project.planned_finish == PartialDate(2027)


@pytest.mark.parametrize(
    "begun",
    [
        {"stage": Stage.CONSTRUCTION},
        {"stage": Stage.LAUNCHED},
        {"actual_start": PartialDate(2025, 3)},
    ],
)
def test_planned_dates_stand_once_building_has_begun(begun: dict[str, Any]) -> None:
    with pytest.raises(WrongValueError):
        changed(project(**begun), {Field.PLANNED_FINISH: PartialDate(2027)}, LATER)


def test_a_planned_date_that_nobody_knew_may_be_told_late() -> None:
    before = project(stage=Stage.CONSTRUCTION, planned_finish=None)

    after = changed(before, {Field.PLANNED_FINISH: PartialDate(2027)}, LATER)

    assert after.project.planned_finish == PartialDate(2027)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field.CODE, ""),
        (Field.CODE, "-a"),
        (Field.CODE, "завод"),
        (Field.CODE, "a" * 41),
        (Field.NAMES, {}),
        (Field.NAMES, {"ru": "  "}),
        (Field.AMOUNT, 3),
        (Field.CLAIMS, ()),
        (Field.POINT, Point(91, 0)),
        (Field.POINT, Point(0, -181)),
        (Field.JOBS_PLANNED, -1),
        (Field.JOBS_CREATED, 10_000_000),
        (Field.PHYSICAL, 101),
        (Field.FINANCIAL, -1),
    ],
)
def test_a_field_cannot_become_just_anything(field: Field, value: Any) -> None:
    with pytest.raises(WrongValueError) as refused:
        changed(project(), {field: value}, LATER)
    assert refused.value.field == field


def test_it_cannot_finish_before_it_starts() -> None:
    before = project(actual_start=PartialDate(2025, 3, 1))

    with pytest.raises(WrongValueError):
        changed(before, {Field.ACTUAL_FINISH: PartialDate(2025, 2)}, LATER)
    assert changed(before, {Field.ACTUAL_FINISH: PartialDate(2025)}, LATER).new
