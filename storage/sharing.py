"""What the queries have in common: turns of writers, inserts that may be late, long lists.

A *turn* is taken where no row stands for what two must not do at once. The order in which turns and
rows are taken: storage/transaction.py.
"""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

CHUNK = 400
"""Values in one list of a query, and rows in one insert: other tasks get their turn between."""

T = TypeVar("T")


class Turn(IntEnum):
    """The advisory locks of PostgreSQL, by number: they must not change while bots are at work."""

    STORIES = 7_001
    """Writing stories: of two sources that tell one event the second must see the first's."""
    PROJECTS = 7_002
    """Adding projects: their codes are counted."""
    EDITIONS = 0x6B657275
    """Making editions: two could each wait for what the other makes."""
    ROLES = 0x726F6C6573
    """Giving and taking roles: of two admins one must stay."""
    CLAIMING = 0x6B657275656E
    """Claiming rows of the outbox: two could each take a row of one chat."""
    MIGRATING = 0x6B6572756E
    AT_WORK = 0x72756E
    """Held by every bot as long as it runs, shared; a restore wants it alone."""


async def take_turn(session: AsyncSession, turn: Turn) -> None:
    """Wait for the turn, and have it until the transaction ends. SQLite has one writer anyway."""
    if not is_sqlite(session):
        await session.execute(select(func.pg_advisory_xact_lock(turn.value)))


def is_sqlite(session: AsyncSession) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def insert_new(session: AsyncSession, table: Any, *unique: str) -> Any:
    """An insert that passes over what is there already, by these columns (none: by any)."""
    insert = sqlite.insert if is_sqlite(session) else postgresql.insert
    return insert(table).on_conflict_do_nothing(index_elements=unique or None)


def chunks(values: Sequence[T]) -> Iterable[Sequence[T]]:
    return (values[start : start + CHUNK] for start in range(0, len(values), CHUNK))
