"""Sessions of both kinds, on both databases."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, insert, select, text, update
from sqlalchemy.exc import StatementError

from common.errors import StorageError
from storage.database import Database
from storage.types import UtcDateTime

metadata = MetaData()
counters = Table(
    "counters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("value", Integer, nullable=False),
    Column("at", UtcDateTime),
)


@pytest.fixture
async def counted(database: Database) -> Database:
    async with database.writing() as db:
        await (await db.session.connection()).run_sync(metadata.drop_all)
        await (await db.session.connection()).run_sync(metadata.create_all)
        await db.session.execute(insert(counters).values(id=1, value=0))
    return database


async def value(database: Database) -> int:
    async with database.reading() as db:
        return int((await db.session.execute(select(counters.c.value))).scalar_one())


async def test_concurrent_read_modify_write_loses_nothing(counted: Database) -> None:
    async def increase() -> None:
        async with counted.writing() as db:
            chosen = select(counters.c.value).with_for_update()
            seen = (await db.session.execute(chosen)).scalar_one()
            await asyncio.sleep(0)
            await db.session.execute(update(counters).values(value=seen + 1))

    await asyncio.gather(*(increase() for _ in range(20)))
    assert await value(counted) == 20


async def test_an_exception_rolls_everything_back(counted: Database) -> None:
    with pytest.raises(RuntimeError, match="half way"):
        async with counted.writing() as db:
            await db.session.execute(update(counters).values(value=7))
            raise RuntimeError("half way")
    assert await value(counted) == 0


async def test_a_cancelled_write_rolls_everything_back(counted: Database) -> None:
    begun = asyncio.Event()

    async def stall() -> None:
        async with counted.writing() as db:
            await db.session.execute(update(counters).values(value=7))
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(stall())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await value(counted) == 0


async def test_a_reader_does_not_wait_for_a_writer(counted: Database) -> None:
    async with counted.writing() as db:
        await db.session.execute(update(counters).values(value=7))
        async with asyncio.timeout(2):
            assert await value(counted) == 0


async def test_a_session_for_reading_changes_nothing(counted: Database) -> None:
    async with counted.reading() as db:
        await db.session.execute(update(counters).values(value=7))
    assert await value(counted) == 0


async def test_a_moment_comes_back_in_utc(counted: Database) -> None:
    almaty = datetime(2026, 11, 23, 9, 0, tzinfo=timezone(timedelta(hours=5)))
    async with counted.writing() as db:
        await db.session.execute(update(counters).values(at=almaty))
    async with counted.reading() as db:
        stored = (await db.session.execute(select(counters.c.at))).scalar_one()
    assert stored == datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
    assert stored.utcoffset() == timedelta(0)


async def test_a_naive_moment_is_refused(counted: Database) -> None:
    naive = datetime(2026, 11, 23, 9, 0, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(StatementError, match="naive datetime"):
        async with counted.writing() as db:
            await db.session.execute(update(counters).values(at=naive))


async def test_a_locked_database_is_a_storage_error(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/locked.db"
    holder, other = Database(url), Database(url, busy_timeout_ms=1)
    try:
        async with holder.writing() as db:
            await db.session.execute(text("CREATE TABLE held (id INTEGER)"))
            with pytest.raises(StorageError, match="locked") as caught:
                async with other.writing() as late:
                    await late.session.execute(text("SELECT 1"))
        assert caught.value.__cause__ is not None
    finally:
        await holder.close()
        await other.close()


async def test_sqlite_runs_with_the_pragmas_it_needs(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/pragmas.db")
    try:
        async with database.reading() as db:
            found = {
                name: (await db.session.execute(text(f"PRAGMA {name}"))).scalar_one()
                for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            }
    finally:
        await database.close()
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5_000,
    }
