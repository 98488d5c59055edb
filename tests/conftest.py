"""What the tests share: a database on SQLite always, on PostgreSQL where one is reachable."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from storage.database import Database

POSTGRES = "postgresql://postgres@127.0.0.1:5432/postgres"


async def _fresh_postgres(name: str) -> str | None:
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


@pytest.fixture(scope="session")
def postgres_url(worker_id: str) -> str | None:
    url = asyncio.run(_fresh_postgres(f"keruen_test_{worker_id}"))
    if url is None and os.environ.get("CI"):
        pytest.fail("PostgreSQL is not reachable at 127.0.0.1:5432")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
async def database(
    request: pytest.FixtureRequest, tmp_path: Path, postgres_url: str | None
) -> AsyncIterator[Database]:
    if request.param == "sqlite":
        url = f"sqlite+aiosqlite:///{tmp_path}/keruen.db"
    elif postgres_url is None:
        pytest.skip("PostgreSQL is not reachable at 127.0.0.1:5432")
    else:
        url = postgres_url
    database = Database(url)
    yield database
    await database.close()
