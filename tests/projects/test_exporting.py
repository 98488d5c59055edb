"""The registry as files, and who sees what in them."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker
from referencing import Registry, Resource

from accounts.actor import OPERATOR, Actor, Operator
from model.ids import ProjectId
from model.news import Stage
from model.people import ChatKind, Language, Role, Scope
from model.projects import Field, Filter, Project
from projects.exporting.exporting import ExportError, ExportProjects, Format
from projects.exporting.geojson import write_geojson
from projects.exporting.oc4ids import STATUSES, Publisher, write_package
from projects.rights import public_view
from storage.database import Database
from tests.clocks import ManualClock
from tests.news.outlets import ParserHere
from tests.projects.any_project import projects
from tests.projects.makers import (
    ADMIN,
    KENTAU,
    SAIRAM,
    WHEN,
    actor,
    add,
    make_official,
    project,
    rights,
)

OC4IDS = Path(__file__).parents[3] / "shared" / "data" / "oc4ids"
ALMATY = ZoneInfo("Asia/Almaty")
needs_schemas = pytest.mark.skipif(
    not OC4IDS.exists(), reason="no shared/data/oc4ids beside the project"
)


def validator() -> Draft4Validator:
    package = json.loads((OC4IDS / "project-package-schema.json").read_text("utf-8"))
    one = json.loads((OC4IDS / "project-schema.json").read_text("utf-8"))
    address = package["properties"]["projects"]["items"]["$ref"]
    known = Registry().with_resource(address, Resource.from_contents(one))
    return Draft4Validator(package, registry=known, format_checker=FormatChecker())


def codes(name: str) -> set[str]:
    lines = (OC4IDS / "codelists" / f"{name}.csv").read_text("utf-8").splitlines()[1:]
    return {line.split(",")[0] for line in lines}


def package(*given: Project) -> dict[str, Any]:
    written = write_package([(one, ()) for one in given], Publisher("oc4ids-x", ALMATY), WHEN)
    made: dict[str, Any] = json.loads(written)
    return made


def has_zone(moment: str) -> bool:
    return datetime.fromisoformat(moment).tzinfo is not None


@needs_schemas
@given(given=st.lists(projects(), min_size=1, max_size=2, unique_by=lambda one: one.code))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_projects_are_a_valid_package(given: list[Project]) -> None:
    made = package(*map(public_view, given))
    assert [one.message for one in validator().iter_errors(made)] == []
    assert made["version"] == "0.9"
    for told in made["projects"]:
        assert set(told.get("sector", ())) <= codes("projectSector")
        assert told["status"] in codes("projectStatus")
        for party in told.get("parties", ()):
            assert set(party["roles"]) <= codes("partyRole")
        for milestone in told.get("milestones", ()):
            assert milestone["status"] in codes("milestoneStatus")
            assert has_zone(milestone["dueDate"])
        for period in ("period", "implementationPeriod"):
            assert all(map(has_zone, told.get(period, {}).values()))


def test_a_lapsed_memorandum_stays_identification_and_is_flagged() -> None:
    assert set(STATUSES) == set(Stage)
    (told,) = package(project(stage=Stage.MEMORANDUM, lapsed=True))["projects"]
    assert (told["status"], told["keruen"]["lapsed"]) == ("identification", True)
    assert told["id"] == "oc4ids-x-TUR-001"


def test_a_project_without_a_place_is_no_point() -> None:
    made = json.loads(write_geojson([(project(zone=None), {}), (project(zone="turan"), {})]))
    assert made["features"][0]["geometry"] is None
    assert made["features"][1]["geometry"]["type"] == "Point"


async def exported(database: Database, by: Actor | Operator, form: Format) -> str:
    export = ExportProjects(database, ManualClock(WHEN), rights(), ParserHere().run)
    made = await export(by, form, Filter(), Language.RUSSIAN)
    return made.content.decode("utf-8-sig")


@pytest.mark.parametrize("form", [Format.CSV, Format.GEOJSON, Format.OC4IDS])
async def test_who_sees_what(database: Database, form: Format) -> None:
    secrets = {"notes": "секрет Кентау", "curator": 1077}
    await add(database, **secrets)
    await add(database, notes="секрет Сайрама", districts=(SAIRAM,))
    await add(database, names={"ru": "Кандидат"}, published=False)
    bounded = await make_official(database, 1011, Scope(frozenset({KENTAU})))
    is_table = form is Format.CSV
    for by, kentau, sairam in (
        (OPERATOR, True, True),
        (actor(ADMIN, Role.ADMIN), True, True),
        (bounded, True, False),
        (actor(ADMIN, Role.ADMIN, ChatKind.GROUP), False, False),
        (actor(5), False, False),
        (actor(5, Role.ADMIN), False, False),
    ):
        told = await exported(database, by, form)
        assert ("секрет Кентау" in told) is (kentau and is_table), by
        assert ("секрет Сайрама" in told) is (sairam and is_table), by
        assert ("1077" in told) is (kentau and is_table), by
        assert "7 млн долларов" not in told
        assert "Кандидат" not in told


async def test_the_history_goes_out_without_the_person(database: Database) -> None:
    known = await add(database)
    made = json.loads(await exported(database, OPERATOR, Format.OC4IDS))
    history = made["projects"][0]["keruen"]["history"]
    assert {one["field"] for one in history} >= {Field.STAGE.value, Field.AMOUNT.value}
    assert not {one["field"] for one in history} & {"curator", "notes", "claims"}
    assert {one["new"] for one in history if one["field"] == "amount"} == {"3 млрд тенге"}
    assert all("actor" not in one for one in history)
    assert known.id == ProjectId(1)


@pytest.mark.parametrize("form", Format)
async def test_an_empty_registry_is_a_sentence(database: Database, form: Format) -> None:
    with pytest.raises(ExportError) as told:
        await exported(database, OPERATOR, form)
    assert told.value.key == "error-export-empty"


def test_days_begin_where_the_projects_are() -> None:
    (told,) = package(project())["projects"]
    assert told["period"] == {"endDate": "2026-06-30T23:59:59+05:00"}
    assert datetime.fromisoformat(told["updated"]).astimezone(UTC) == WHEN
