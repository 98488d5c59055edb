"""Backup and restore. A backup is always a SQLite file with Keruen's schema.

So a copy made of PostgreSQL can be looked into with any SQLite tool, and a bot that has outgrown
its SQLite file moves to PostgreSQL by a restore.
"""

import asyncio
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, create_engine, func, insert, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from common.errors import StorageError
from storage import schema
from storage.running import running, sqlite_file
from storage.tables import Base

_ROWS = 1_000
"""Rows copied at a time."""
_FILES = 4
"""Rows with a file in them: each is megabytes."""


def _url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


async def backup(url: str, file: Path) -> None:
    """A consistent copy of the database in `file`, made while bots work on it."""
    await schema.check(url)
    file.parent.mkdir(parents=True, exist_ok=True)
    # Written aside and renamed, so that a copy cut short is never taken for a whole one.
    unfinished = file.with_name(file.name + ".part")
    unfinished.unlink(missing_ok=True)
    try:
        if make_url(url).get_backend_name() == "sqlite":
            await asyncio.to_thread(_copy_file, sqlite_file(url), unfinished)
        else:
            await schema.migrate(_url(unfinished))
            await _copy_rows(url, unfinished)
        await asyncio.to_thread(_make_whole, unfinished)
        unfinished.replace(file)
    except (OSError, sqlite3.Error, DBAPIError) as error:
        raise StorageError(f"the backup could not be written: {error}") from error
    finally:
        for leftover in file.parent.glob(unfinished.name + "*"):
            leftover.unlink()


async def restore(url: str, file: Path, *, force: bool = False) -> None:
    """Put the backup in the place of the database.

    Refused while a bot works on it; refused without `force` where the database holds anything.
    An older backup is brought to the newest schema.
    """
    await asyncio.to_thread(_require_backup, file)
    async with running(url, alone=True):
        if not force and await _holds_anything(url):
            raise StorageError("the database is not empty: --force replaces what it holds")
        if make_url(url).get_backend_name() == "sqlite":
            await asyncio.to_thread(_replace_file, file, sqlite_file(url))
            await schema.migrate(url)
        else:
            await schema.migrate(url)
            await _fill(url, file)


def _copy_file(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as live,
        closing(sqlite3.connect(target)) as copy,
    ):
        live.backup(copy)


def _make_whole(file: Path) -> None:
    """One file without a journal beside it, on the disk and not only on its way there."""
    with closing(sqlite3.connect(file)) as copy:
        copy.execute("PRAGMA journal_mode=DELETE")
    descriptor = os.open(file, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _replace_file(backup_file: Path, target: Path) -> None:
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    _copy_file(backup_file, unfinished)
    _make_whole(unfinished)
    for leftover in ("-wal", "-shm"):
        target.with_name(target.name + leftover).unlink(missing_ok=True)
    unfinished.replace(target)


def _require_backup(file: Path) -> None:
    if not file.is_file():
        raise StorageError(f"there is no file {file}")
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as copy:
            sound = copy.execute("PRAGMA quick_check").fetchone()[0] == "ok"
            copy.execute("SELECT version_num FROM alembic_version")
    except sqlite3.Error as error:
        raise StorageError(f"{file} is no backup of Keruen's: {error}") from error
    if not sound:
        raise StorageError(f"{file} is damaged")


async def _holds_anything(url: str) -> bool:
    if await schema.revision(url) is None:
        return False
    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            counts = [
                await connection.scalar(select(func.count()).select_from(table))
                for table in Base.metadata.sorted_tables
            ]
        return any(counts)
    finally:
        await engine.dispose()


async def _copy_rows(url: str, target: Path) -> None:
    engine = create_async_engine(url, isolation_level="REPEATABLE READ")  # one moment for all
    try:
        async with engine.connect() as connection:
            await connection.run_sync(_copy_out, target)
    finally:
        await engine.dispose()


def _copy_out(source: Connection, target: Path) -> None:
    with create_engine(f"sqlite:///{target}", poolclass=NullPool).begin() as copy:
        _copy_tables(source, copy, Base.metadata.sorted_tables)


async def _fill(url: str, file: Path) -> None:
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_copy_in, file)
    finally:
        await engine.dispose()


def _copy_in(target: Connection, file: Path) -> None:
    tables = Base.metadata.sorted_tables
    names = ", ".join(table.name for table in tables)
    target.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
    with create_engine(f"sqlite:///{file}", poolclass=NullPool).connect() as copy:
        _copy_tables(copy, target, tables)
    for table in tables:
        if "id" in table.c:
            target.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), "
                    f"(SELECT coalesce(max(id), 1) FROM {table.name}))"
                )
            )


def _copy_tables(source: Connection, target: Connection, tables: Iterable[Table]) -> None:
    for table in tables:
        for some in _files(source, table) if _has_files(table) else _rows(source, table):
            target.execute(insert(table), some)


Some = list[dict[str, Any]]


def _rows(source: Connection, table: Table) -> Iterator[Some]:
    query = select(table).order_by(*table.primary_key)
    rows = source.execution_options(yield_per=_ROWS).execute(query)
    return ([dict(row) for row in some] for some in rows.mappings().partitions())


def _files(source: Connection, table: Table) -> Iterator[Some]:
    """Asked for a few at a time: a cursor of asyncpg's reads fifty, whatever it is told."""
    query, last = select(table).order_by(table.c.id).limit(_FILES), 0
    while some := source.execute(query.where(table.c.id > last)).mappings().all():
        last = some[-1]["id"]
        yield [dict(row) for row in some]


def _has_files(table: Table) -> bool:
    return any(isinstance(column.type, LargeBinary) for column in table.columns)
