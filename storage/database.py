"""The database: one engine, sessions for reading and for writing.

SQLite needs its write transactions to begin with BEGIN IMMEDIATE: begun plainly, concurrent
read-modify-write loses updates and no error tells of it. Reading sessions begin plainly, so
that they never wait behind a writer.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from common.errors import StorageError
from storage.transaction import Transaction

BUSY_TIMEOUT_MS = 5_000
"""How long SQLite waits for another writer before it gives up."""


class Database:
    """Where everything is kept. Sessions leave no driver error uncaught: see StorageError."""

    def __init__(self, url: str, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> None:
        self.url = url
        self._engine = create_async_engine(url)
        self._is_sqlite = self._engine.dialect.name == "sqlite"
        if self._is_sqlite:
            _prepare_sqlite(self._engine.sync_engine, busy_timeout_ms)
        reading = self._engine.execution_options(readonly=True)
        self._reading = async_sessionmaker(reading, expire_on_commit=False)
        self._writing = async_sessionmaker(self._engine, expire_on_commit=False)
        # SQLite lets one writer in and the others try again and again, in no order: a press can
        # wait for ever behind a long run of short writes. Here they wait their turn.
        self._turn = asyncio.Lock() if self._is_sqlite else nullcontext()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """A consistent view that never waits for a writer; what it changes is rolled back."""
        with _wrapped():
            async with self._reading() as session:
                if not self._is_sqlite:  # a file is not reached over a wire: the query begins
                    await _begin(session)
                yield Transaction(session)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Transaction]:
        """One short write transaction: committed at the end, rolled back on any exception."""
        with _wrapped():
            async with self._turn, self._writing.begin() as session:
                await _begin(session)
                yield Transaction(session)

    async def close(self) -> None:
        await self._engine.dispose()


def can_be_opened(url: str) -> bool:
    """Whether it is the address of a database that Keruen knows, as far as it can be read."""
    try:
        parsed = make_url(url)
    except (ValueError, ArgumentError):  # a port that is no number, or no address at all
        return False
    if parsed.drivername == "sqlite+aiosqlite":
        return bool(parsed.database)
    port_fits = parsed.port is None or 0 < parsed.port < 2**16
    return parsed.drivername == "postgresql+asyncpg" and port_fits


async def _begin(session: AsyncSession) -> None:
    try:
        await session.connection()
    except OSError as error:  # asyncpg lets a refused connection through as it is
        raise StorageError(f"the database cannot be reached: {error}") from error


@contextmanager
def _wrapped() -> Iterator[None]:
    """Turns a driver's error into a StorageError that keeps it as its cause."""
    try:
        yield
    except DBAPIError as error:
        raise StorageError(f"the database refused: {error.orig}") from error


def _prepare_sqlite(engine: object, busy_timeout_ms: int) -> None:
    def connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # BEGIN is issued below, not by the driver
        cursor = connection.cursor()
        # FULL, not NORMAL: a power cut must not forget a commit that says "sent".
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute(f"PRAGMA busy_timeout={busy_timeout_ms}")
        cursor.close()

    def begin(connection: Connection) -> None:
        readonly = connection.get_execution_options().get("readonly", False)
        statement = "BEGIN" if readonly else "BEGIN IMMEDIATE"
        # One call to the driver's thread; a cursor of SQLAlchemy's would make three.
        driver: Any = connection.connection.dbapi_connection
        try:
            driver.run_async(lambda raw: raw.execute(statement))
        except sqlite3.Error as error:
            raise OperationalError(statement, None, error) from error

    event.listen(engine, "connect", connect)
    event.listen(engine, "begin", begin)
