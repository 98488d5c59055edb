"""The registry that the demo begins with: complete, true to its sources, with some history."""

import csv
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.demo import CURATOR, HELPER, settle
from bot.demo_projects import FROM_THE_PRESS
from model.news import Money, Stage
from model.partial_dates import PartialDate
from model.people import Language, Role
from model.projects import Change, Field, Filter, Project
from news.vocabulary import DISTRICTS, SECTORS
from projects.zones import ZONES
from storage.database import Database
from tests.clocks import ManualClock

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
COLLECTED = Path(__file__).parents[3] / "shared" / "data" / "projects.csv"


@pytest.fixture
async def projects(database: Database) -> dict[str, Project]:
    await settle(database, ManualClock(NOW))
    async with database.reading() as db:
        return {one.code: one for one in await db.projects.listed(Filter())}


async def history(database: Database, project: Project, field: Field) -> list[Change]:
    async with database.reading() as db:
        entries = await db.projects.history(project.id, 100)
    return [one for one in reversed(entries) if one.field is field]


async def test_every_project_can_be_shown_in_every_language(projects: dict[str, Project]) -> None:
    assert sorted(projects) == [f"TUR-{number:03}" for number in range(1, 68)]
    for one in projects.values():
        assert set(one.names) == set(Language)
        assert set(one.districts) <= set(DISTRICTS)
        assert set(one.sectors) <= set(SECTORS)
        assert one.zone is None or one.zone in ZONES
        assert bool(one.claims) == (one.claim is not None)
    for language in Language:
        assert len({one.names[language] for one in projects.values()}) == 67


async def test_one_project_is_told_with_four_amounts(projects: dict[str, Project]) -> None:
    cluster = projects["TUR-001"]
    assert len(cluster.claims) == 4
    assert cluster.claim == cluster.claims[0]


async def test_what_happened_stands_in_the_history(
    projects: dict[str, Project], database: Database
) -> None:
    solar = projects["TUR-012"]
    stages = await history(database, solar, Field.STAGE)
    assert [one.new for one in stages] == [Stage.MEMORANDUM, Stage.CONSTRUCTION]
    assert stages[1].at == datetime(2025, 12, 15, 6, tzinfo=UTC)
    assert solar.claim is not None
    assert solar.claim.money == Money(160_000_000_000, "KZT")
    assert len(solar.claims) == 2
    assert solar.physical == 40


async def test_nothing_happens_tomorrow_and_what_is_made_up_says_so(
    projects: dict[str, Project], database: Database
) -> None:
    async with database.reading() as db:
        changes = [one for p in projects.values() for one in await db.projects.history(p.id, 100)]
    assert all(one.at <= NOW for one in changes)
    made_up = [one for one in changes if one.actor_id == CURATOR]
    assert made_up
    assert {one.role for one in made_up} == {Role.OFFICIAL}
    assert all(one.why.reason.startswith("Пример") for one in made_up)
    later = [one for one in changes if one.actor_id != CURATOR and one.why.reason != FROM_THE_PRESS]
    assert later
    assert all(one.why.source for one in later)


async def test_there_is_work_for_the_officials(projects: dict[str, Project]) -> None:
    today = NOW.date()
    theirs = [one for one in projects.values() if one.curator == CURATOR]
    due = [each.due.first for one in theirs for each in one.milestones if each.met_on is None]
    assert len(theirs) > 10
    assert [day for day in due if day < today]
    assert [day for day in due if day >= today]
    assert any(one.blockers for one in theirs)


async def test_officials_have_their_names(projects: dict[str, Project], database: Database) -> None:
    async with database.reading() as db:
        offices = {one.user_id: one for one in await db.roles.offices()}
    assert {one.role for one in offices.values()} == {Role.OFFICIAL}
    assert offices[CURATOR].scope.is_everything
    assert offices[HELPER].scope.districts < set(DISTRICTS)


@pytest.mark.skipif(not COLLECTED.exists(), reason="the shared data are not beside the project")
async def test_facts_are_as_they_were_collected(
    projects: dict[str, Project], database: Database
) -> None:
    rows = csv.DictReader(COLLECTED.read_text("utf-8").splitlines())
    for one, row in zip((projects[code] for code in sorted(projects)), rows, strict=True):
        assert one.names["ru"] == row["name"]
        async with database.reading() as db:
            entries = await db.projects.history(one.id, 100)
        stages = {each.new for each in entries if each.field is Field.STAGE}
        assert _stage(row["stage"]) in stages
        assert row["source_url"] in {each.why.source for each in entries}
        if row["amount"]:
            assert _claim(row) in {(c.printed, c.money, c.as_of, c.source) for c in one.claims}
        else:
            assert not one.claims
        if row["jobs"]:
            assert int(row["jobs"]) in (one.jobs_planned, one.jobs_created)


def _stage(collected: str) -> Stage:
    """What our stages have no word for is not further than planned."""
    return Stage(collected) if collected in set(Stage) else Stage.PLANNED


def _claim(row: dict[str, str]) -> tuple[Any, ...]:
    as_of = PartialDate.parse(row["as_of"]) if row["as_of"] else None
    return row["amount_text"], Money(int(row["amount"]), row["currency"]), as_of, row["source_url"]
