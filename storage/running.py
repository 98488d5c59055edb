"""Who is at the database: bots share it, a restore must have it alone."""

import fcntl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy.engine import make_url

from common.errors import StorageError
from storage.sharing import Turn


class InUseError(StorageError):
    """The database is held by a bot at work."""


@asynccontextmanager
async def running(url: str, *, alone: bool = False) -> AsyncIterator[None]:
    """Hold the database as one of its bots, or alone; InUseError where that cannot be.

    The hold ends with the process, however it ends.
    """
    if make_url(url).get_backend_name() == "sqlite":
        async with _file_lock(sqlite_file(url), alone):
            yield
    else:
        async with _advisory_lock(url, alone):
            yield


def sqlite_file(url: str) -> Path:
    """The file that a SQLite URL names."""
    database = make_url(url).database
    if not database or database == ":memory:":
        raise StorageError("a database in memory cannot be kept: name a file in DATABASE_URL")
    return Path(database)


@asynccontextmanager
async def _file_lock(file: Path, alone: bool) -> AsyncIterator[None]:
    try:
        held = file.with_name(file.name + ".lock").open("a")
    except OSError as error:
        raise StorageError(f"the database's folder cannot be written: {error}") from error
    with held:
        try:
            fcntl.flock(held, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InUseError(_in_use(alone)) from error
        yield


@asynccontextmanager
async def _advisory_lock(url: str, alone: bool) -> AsyncIterator[None]:
    import asyncpg  # an extra: who keeps to SQLite need not have it

    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    try:
        server = await asyncpg.connect(address)
    except (OSError, asyncpg.PostgresError) as error:
        raise StorageError(f"the database cannot be reached: {error}") from error
    try:
        shared = "" if alone else "_shared"
        if not await server.fetchval(f"SELECT pg_try_advisory_lock{shared}({Turn.AT_WORK})"):
            raise InUseError(_in_use(alone))
        yield
    finally:
        await server.close()


def _in_use(alone: bool) -> str:
    return (
        "a bot is at work on this database: stop it first"
        if alone
        else "the database is being restored: try again when it is done"
    )
