"""Every query of every table: what the driver says becomes a StorageError, and no query is
forgotten, because they are found by looking, with arguments made of their annotations.
"""

import dataclasses
import inspect
import types
import typing
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import ColumnElement, true
from sqlalchemy.ext.asyncio import create_async_engine

from common.errors import StorageError
from storage.database import Database
from storage.transaction import Transaction

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
PLAIN: dict[Any, Any] = {
    bytes: b"x",
    int: 3,
    float: 1.0,
    str: "word",
    bool: True,
    datetime: NOW,
    date: NOW.date(),
    time: time(9),
    timedelta: timedelta(hours=1),
    ColumnElement[bool]: true(),
    Any: None,
    type(None): None,
}
LOCKS = {
    ("articles", "take_turn"),
    ("editions", "take_turn"),
    ("projects", "take_turn"),
    ("roles", "take_turn"),
}
"""PostgreSQL's advisory locks: on SQLite, where a writer is alone, they ask nothing."""
MANY = (list, set, frozenset, tuple, Sequence, Collection, Iterable)


def sample(kind: Any) -> Any:
    """A value of an annotated type."""
    if hasattr(kind, "__supertype__"):
        return sample(kind.__supertype__)
    if kind in PLAIN:
        return PLAIN[kind]
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return sample(arguments[0])
    if origin in (dict, Mapping):
        return {sample(arguments[0]): sample(arguments[1])}
    if origin is Callable:
        return lambda *_: sample(arguments[1])
    if origin is tuple and Ellipsis not in arguments:
        return tuple(map(sample, arguments))
    if origin in MANY:
        return (frozenset if origin in (set, frozenset) else tuple)([sample(arguments[0])])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{each.name: sample(hints[each.name]) for each in dataclasses.fields(kind)})
    raise AssertionError(f"no sample of {kind}: add one")


def queries() -> list[tuple[str, str]]:
    """Every public query, as table and name."""
    engine = create_async_engine("sqlite+aiosqlite://")
    tables = vars(Transaction(typing.cast(Any, engine)))
    return [
        (table, name)
        for table, queries in tables.items()
        if table != "session"
        for name, _ in inspect.getmembers(type(queries), inspect.iscoroutinefunction)
        if not name.startswith("_") and (table, name) not in LOCKS
    ]


def call_of(db: Transaction, table: str, name: str) -> Callable[[], Any]:
    query = getattr(getattr(db, table), name)
    hints = typing.get_type_hints(query)
    parameters = inspect.signature(query).parameters
    arguments = {each: sample(hints[each]) for each in parameters}
    positional = [
        value
        for each, value in arguments.items()
        if parameters[each].kind is not inspect.Parameter.KEYWORD_ONLY
    ]
    named = {
        each: value
        for each, value in arguments.items()
        if parameters[each].kind is inspect.Parameter.KEYWORD_ONLY
    }
    return lambda: query(*positional, **named)


def test_they_are_found() -> None:
    assert ("outbox", "claim") in queries()
    assert len(queries()) > 50


@pytest.mark.parametrize(("table", "name"), queries())
async def test_a_failing_database_is_a_storage_error(tmp_path: Path, table: str, name: str) -> None:
    """The file has no tables, so whatever a query asks of it fails."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/empty.db")
    try:
        with pytest.raises(StorageError) as caught:
            async with database.writing() as db:
                await call_of(db, table, name)()
        assert caught.value.__cause__ is not None
    finally:
        await database.close()


@pytest.mark.parametrize(("table", "name"), queries())
async def test_a_locked_database_is_a_storage_error(sqlite_url: str, table: str, name: str) -> None:
    holder, other = Database(sqlite_url), Database(sqlite_url, busy_timeout_ms=1)
    try:
        async with holder.writing():
            with pytest.raises(StorageError, match="locked"):
                async with other.writing() as db:
                    await call_of(db, table, name)()
    finally:
        await holder.close()
        await other.close()
