"""A journey: the sandbox, a feed, the program at work; in the end every request was valid."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from sandbox.server import Sandbox
from storage.database import Database
from storage.tables import Base
from tests.clocks import MovableClock
from tests.journeys.feeds import Feeds
from tests.journeys.stage import TOKEN, Journey


@pytest.fixture
async def database_url(
    request: pytest.FixtureRequest, sqlite_url: str, postgres_url: str | None
) -> str:
    """SQLite, unless the test is parametrized with another kind."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return sqlite_url
    if postgres_url is None:
        pytest.skip("PostgreSQL is not reachable at 127.0.0.1:5432")
    database = Database(postgres_url)
    async with database.writing() as db:
        names = ", ".join(table.name for table in Base.metadata.sorted_tables)
        await db.session.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
    await database.close()
    return postgres_url


@pytest.fixture
async def idle_journey(database_url: str) -> AsyncIterator[Journey]:
    """Everything but the program, which the test starts itself."""
    clock = MovableClock()
    async with Sandbox(TOKEN, limits=True, strict=True) as sandbox, Feeds(clock) as feeds:
        journey = Journey(sandbox, feeds, clock, database_url)
        try:
            yield journey
        finally:
            await journey.stops()
        assert journey.refusals() == []
        assert sandbox.violations() == []


@pytest.fixture
async def journey(idle_journey: Journey) -> Journey:
    """The program at work, with one source."""
    await idle_journey.starts()
    await idle_journey.has_a_source()
    return idle_journey
