"""The schema's version: bring a database up to date, and refuse one from a newer Keruen."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from common.errors import StorageError
from storage.sharing import Turn

MIGRATIONS = Path(__file__).parent / "migrations"


class SchemaError(StorageError):
    """The database's schema is not the one this code is written for."""


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def head() -> str:
    """The newest revision this code knows."""
    revision = ScriptDirectory.from_config(_config()).get_current_head()
    assert revision is not None
    return revision


def _engine(url: str) -> AsyncEngine:
    engine = create_async_engine(url, poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _sqlite_without_foreign_keys)
        event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _sqlite_without_foreign_keys(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # A batch migration drops and recreates its table: with foreign keys on, every child row
    # would be deleted along. They are checked once, at the end.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA foreign_keys=OFF")
    cursor.execute("PRAGMA busy_timeout=30000")
    cursor.close()


def _begin(connection: Connection) -> None:
    readonly = connection.get_execution_options().get("readonly", False)
    connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")


async def revision(url: str) -> str | None:
    """The revision the database stands at; None for an empty one."""
    engine = _engine(url)
    try:
        async with engine.execution_options(readonly=True).connect() as connection:
            return await connection.run_sync(
                lambda sync: MigrationContext.configure(sync).get_current_revision()
            )
    except (DBAPIError, OSError) as error:
        raise StorageError(f"the database cannot be opened: {_cause(error)}") from error
    finally:
        await engine.dispose()


async def check(url: str) -> None:
    """Raises SchemaError unless the database stands exactly where this code expects it."""
    found = await revision(url)
    if found == head():
        return
    if found is not None and found not in _known():
        raise SchemaError(_newer(found))
    raise SchemaError("the database's schema is not up to date: run `keruen migrate`")


async def migrate(url: str, target: str = "head") -> None:
    """Bring the schema to `target`, in one transaction; a newer database is refused."""
    engine = _engine(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_migrate, target)
    except (DBAPIError, OSError) as error:
        raise StorageError(f"the database cannot be migrated: {_cause(error)}") from error
    finally:
        await engine.dispose()


def _migrate(connection: Connection, target: str) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({Turn.MIGRATING})")
    found = MigrationContext.configure(connection).get_current_revision()
    if found is not None and found not in _known():
        raise SchemaError(_newer(found))
    config = _config(connection)
    steps = ScriptDirectory.from_config(config)
    if target == "base" or (
        found and target in {r.revision for r in steps.walk_revisions("base", found)}
    ):
        command.downgrade(config, target)
    else:
        command.upgrade(config, target)
    if connection.dialect.name == "sqlite":
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if orphans:
            raise SchemaError(f"the migration would leave orphaned rows: {orphans[:5]}")


def _known() -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def _newer(found: str) -> str:
    return (
        f"the database is at revision {found}, which this version of Keruen does not know: "
        "it was written by a newer one"
    )


def _cause(error: Exception) -> object:
    return error.orig if isinstance(error, DBAPIError) else error
