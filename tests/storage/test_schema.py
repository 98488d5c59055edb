"""Migrations: up, down and up again for each step, matching the models, on both databases."""

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine

from common.errors import StorageError
from news.indexing import IndexStories
from storage import schema
from storage.database import Database
from storage.tables import FULL_TEXT, Base
from tests.clocks import ManualClock
from tests.conftest import drop_postgres, fresh_postgres
from tests.publishing.stage import Stage

STEPS = [
    script.revision
    for script in reversed(list(ScriptDirectory(str(schema.MIGRATIONS)).walk_revisions()))
]


@pytest.fixture(params=["sqlite", "postgresql"])
async def empty_url(
    request: pytest.FixtureRequest, tmp_path: Path, worker_id: str
) -> AsyncIterator[str]:
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path}/stairs.db"
        return
    name = f"keruen_stairs_{worker_id}_{os.getpid()}"
    url = await fresh_postgres(name)
    if url is None:
        pytest.skip("PostgreSQL is not reachable at 127.0.0.1:5432")
    yield url
    await drop_postgres(name)


async def test_migrations_climb_the_stairs(empty_url: str) -> None:
    for below, step in zip(["base", *STEPS], STEPS, strict=False):
        await schema.migrate(empty_url, step)
        await schema.migrate(empty_url, below)
        await schema.migrate(empty_url, step)
        assert await schema.revision(empty_url) == step
    await schema.check(empty_url)


async def test_migrations_match_the_models(empty_url: str) -> None:
    await schema.migrate(empty_url)

    def differences(connection: Connection) -> list[Any]:
        options = {"compare_type": True, "include_object": _is_compared}
        context = MigrationContext.configure(connection, opts=options)
        return list(compare_metadata(context, Base.metadata))

    engine = create_async_engine(empty_url)
    try:
        async with engine.connect() as connection:
            assert await connection.run_sync(differences) == []
    finally:
        await engine.dispose()


def _is_compared(_item: object, name: str | None, *_: object) -> bool:
    return name is None or not name.startswith(FULL_TEXT)


async def test_what_stood_in_an_index_that_was_dropped_is_indexed_anew(empty_url: str) -> None:
    await schema.migrate(empty_url)
    database = Database(empty_url)
    try:
        stage = Stage(database, ManualClock())
        for _ in range(3):
            await stage.story("Завод")
        assert await IndexStories(database)() == 3
        await database.close()
        await schema.migrate(empty_url, "0003")
        await schema.migrate(empty_url)
        assert await IndexStories(database)() == 3
    finally:
        await database.close()


async def test_a_newer_schema_is_refused(empty_url: str) -> None:
    await schema.migrate(empty_url)
    database = Database(empty_url)
    async with database.writing() as db:
        await db.session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await database.close()
    with pytest.raises(schema.SchemaError, match="written by a newer one"):
        await schema.check(empty_url)
    with pytest.raises(schema.SchemaError, match="written by a newer one"):
        await schema.migrate(empty_url)


async def test_an_empty_database_asks_for_migrate(empty_url: str) -> None:
    with pytest.raises(schema.SchemaError, match="keruen migrate"):
        await schema.check(empty_url)


async def test_an_unreachable_database_is_told_in_one_sentence() -> None:
    with pytest.raises(StorageError, match="cannot be opened"):
        await schema.check("postgresql+asyncpg://nobody@127.0.0.1:1/nothing")
    database = Database("postgresql+asyncpg://nobody@127.0.0.1:1/nothing")
    with pytest.raises(StorageError, match="cannot be reached"):
        async with database.reading():
            pass
    await database.close()
