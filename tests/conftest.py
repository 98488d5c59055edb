"""What the tests share: a database on SQLite always, on PostgreSQL where one is reachable."""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest
from hypothesis import settings
from sqlalchemy import text

from storage import schema
from storage.database import Database
from storage.tables import Base

# The same examples each time, however busy the machine: a run that failed fails again.
settings.register_profile("keruen", derandomize=True, deadline=None)
settings.load_profile("keruen")

POSTGRES = "postgresql://postgres@127.0.0.1:5432/postgres"


async def fresh_postgres(name: str) -> str | None:
    """The URL of an emptied database of this worker's own, or None without a server."""
    try:
        server = await asyncpg.connect(POSTGRES, timeout=2)
    except (OSError, asyncpg.PostgresError, TimeoutError):
        return None
    try:
        await server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        await server.execute(f'CREATE DATABASE "{name}"')
    finally:
        await server.close()
    return f"postgresql+asyncpg://postgres@127.0.0.1:5432/{name}"


async def drop_postgres(name: str) -> None:
    server = await asyncpg.connect(POSTGRES)
    try:
        await server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    finally:
        await server.close()


@pytest.fixture(scope="session")
def postgres_url(worker_id: str) -> Iterator[str | None]:
    """A migrated database of this worker's own; tests empty it, not rebuild it."""
    name = f"keruen_test_{worker_id}_{os.getpid()}"  # two runs at once keep out of each other's way
    url = asyncio.run(fresh_postgres(name))
    if url is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not reachable at 127.0.0.1:5432")
        yield None
        return
    asyncio.run(schema.migrate(url))
    yield url
    asyncio.run(drop_postgres(name))


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy: cheaper than a migration for each test."""
    file = tmp_path_factory.mktemp("template") / "keruen.db"
    asyncio.run(schema.migrate(f"sqlite+aiosqlite:///{file}"))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode=DELETE")
    return file


@pytest.fixture
def sqlite_url(tmp_path: Path, migrated_sqlite: Path) -> str:
    file = tmp_path / "keruen.db"
    shutil.copy(migrated_sqlite, file)
    return f"sqlite+aiosqlite:///{file}"


def _emptied() -> str:
    """All tables without a row, ids counted from 1: a tenth of the time that TRUNCATE takes."""
    tables = Base.metadata.sorted_tables
    deleted = ", ".join(f"_{table.name} AS (DELETE FROM {table.name})" for table in tables)
    counted = ", ".join(
        f"setval('{table.name}_id_seq', 1, false)"
        for table in tables
        if "id" in table.columns and table.columns["id"].autoincrement is not False
    )
    return f"WITH {deleted} SELECT {counted}"


EMPTIED = _emptied()


@pytest.fixture(params=["sqlite", "postgresql"])
async def database(
    request: pytest.FixtureRequest, sqlite_url: str, postgres_url: str | None
) -> AsyncIterator[Database]:
    """An empty database with the newest schema, once on each kind."""
    if request.param == "sqlite":
        database = Database(sqlite_url)
    elif postgres_url is None:
        pytest.skip("PostgreSQL is not reachable at 127.0.0.1:5432")
    else:
        database = Database(postgres_url)
        async with database.writing() as db:
            await db.session.execute(text(EMPTIED))
    yield database
    await database.close()
