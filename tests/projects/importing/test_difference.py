"""Rows against the registry: added, changed, left, in conflict, wrong."""

from typing import Any

import pytest

from model.ids import ChangeId, ProjectId
from model.news import Money, Stage
from model.partial_dates import PartialDate
from model.people import Role
from model.projects import Change, Claim, Field, Investor, Project
from projects.exporting.table import Column
from projects.importing.difference import (
    Compared,
    Conflict,
    Registry,
    as_it_was,
    compare,
    duplicates,
)
from projects.importing.fields import Origin
from projects.importing.values import NOTHING, Row, Sum
from tests.projects.makers import WHEN, WHY, project

ORIGIN = Origin("план.xlsx", PartialDate(2026, 11, 23))


def row(number: int = 2, **cells: Any) -> Row:
    return Row(number, {Column(name): value for name, value in cells.items()})


def against(one: Row, *projects: Project, history: tuple[Change, ...] = ()) -> Compared:
    found = projects or (project(),)
    return compare(one, Registry(found, {found[0].id: history}), ORIGIN, WHEN)


def change(field: Field, old: Any, new: Any, act: int) -> Change:
    return Change(ChangeId(act), ProjectId(1), WHEN, field, old, new, WHY, 9, Role.ADMIN, act=act)


def test_a_new_project_has_a_stage_and_a_claim_by_the_file() -> None:
    told = row(name="Стекольный завод", amount=Sum(Money(5_000_000, "USD"), "5 млн долларов"))
    compared = against(told)
    assert compared.added == {
        Field.NAMES: {"ru": "Стекольный завод"},
        Field.STAGE: Stage.PLANNED,
        Field.CLAIMS: (Claim(1, "5 млн долларов", Money(5_000_000, "USD"), source="план.xlsx"),),
        Field.AMOUNT: 1,
    }


def test_the_same_again_is_unchanged() -> None:
    known = project()
    assert against(row(code="tur-001", jobs_planned=120, stage=known.stage)).is_unchanged


def test_without_a_code_a_project_is_known_by_name_and_investor() -> None:
    told = row(
        name="завод КАБЕЛЬНОЙ продукции", investors=("«Henan Cable» Co. Ltd",), jobs_planned=130
    )
    compared = against(told)
    assert compared.project == project()
    assert compared.changed is not None
    assert compared.changed.new == {
        Field.JOBS_PLANNED: 130,
        Field.INVESTORS: (Investor("«Henan Cable» Co. Ltd", "CN"),),
    }
    other = against(row(name="Завод кабельной продукции", investors=("Other Ltd",)))
    assert other.added is not None


def test_two_projects_of_one_name_are_nobodys() -> None:
    compared = against(
        row(name="Завод кабельной продукции"),
        project(),
        project(id=ProjectId(2), code="TUR-002"),
    )
    assert [one.key for one in compared.troubles] == ["import-several"]


def test_a_code_twice_is_wrong_in_both_rows() -> None:
    rows = [row(2, code="TUR-001"), row(3, name="Другой"), row(4, code="tur-001")]
    found = duplicates(rows, Registry([project()]))
    assert {number: one.rows for number, one in found.items()} == {2: (4,), 4: (2,)}


def test_what_only_the_registry_changed_stays() -> None:
    known = project(jobs_planned=150, version=2)
    history = (change(Field.JOBS_PLANNED, 120, 150, act=7),)
    told = row(code="TUR-001", version=1, jobs_planned=120, capacity="5 тыс. т")
    compared = against(told, known, history=history)
    assert compared.changed is not None
    assert compared.changed.new == {Field.CAPACITY: "5 тыс. т"}
    assert not compared.conflicts


def test_what_both_changed_is_a_conflict_and_the_rest_goes_on() -> None:
    known = project(jobs_planned=150, version=2)
    history = (change(Field.JOBS_PLANNED, 120, 150, act=7),)
    told = row(code="TUR-001", version=1, jobs_planned=200, capacity="5 тыс. т")
    compared = against(told, known, history=history)
    assert compared.conflicts == (Conflict(Field.JOBS_PLANNED, 150, 200),)
    assert compared.changed is not None
    assert compared.changed.new == {Field.CAPACITY: "5 тыс. т"}


def test_both_changed_it_to_the_same() -> None:
    known = project(jobs_planned=150, version=2)
    history = (change(Field.JOBS_PLANNED, 120, 150, act=7),)
    told = row(code="TUR-001", version=1, jobs_planned=150)
    assert against(told, known, history=history).is_unchanged


def test_an_amount_that_both_changed_is_one_conflict() -> None:
    before = project()
    claims = (*before.claims, Claim(3, "4 млрд тенге", Money(4_000_000_000, "KZT")))
    known = project(claims=claims, amount=3, version=2)
    history = (
        change(Field.AMOUNT, 1, 3, act=7),
        change(Field.CLAIMS, before.claims, claims, act=7),
    )
    told = row(code="TUR-001", version=1, amount=Sum(Money(9_000_000_000, "KZT"), None))
    compared = against(told, known, history=history)
    assert [one.field for one in compared.conflicts] == [Field.AMOUNT]
    assert compared.changed is None


def test_a_version_is_an_act() -> None:
    history = (
        change(Field.STAGE, "b", "c", act=3),
        change(Field.CAPACITY, "x", "y", act=3),
        change(Field.STAGE, "a", "b", act=2),
    )
    assert as_it_was(history, 0) == {}
    assert as_it_was(history, 1) == {Field.STAGE: "b", Field.CAPACITY: "x"}
    assert as_it_was(history, 2) == {Field.STAGE: "a", Field.CAPACITY: "x"}


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ({"code": "TUR-001", "version": 5}, "import-wrong-version"),
        ({"code": "TUR-001", "stage": NOTHING}, "import-never-empty"),
        ({"code": "TUR-001", "latitude": 43.0}, "import-half-a-point"),
        ({"code": "код!", "name": "Завод"}, "error-wrong-code"),
        ({"code": "A-1"}, "error-no-name"),
        ({"code": "TUR-001", "countries": ("CN", "KZ")}, "import-more-countries"),
        ({"code": "TUR-002"}, "import-deleted"),
        ({"code": "TUR-003", "planned_finish": PartialDate(2030)}, "error-planned-date-stands"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(told: dict[str, Any], key: str) -> None:
    compared = against(
        row(**told),
        project(),
        project(id=ProjectId(2), code="TUR-002", deleted=True),
        project(id=ProjectId(3), code="TUR-003", stage=Stage.CONSTRUCTION),
    )
    assert [one.key for one in compared.troubles] == [key]
    assert compared.changed is None
    assert compared.added is None
