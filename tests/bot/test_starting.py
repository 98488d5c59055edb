"""A database that is away at the start does not end the bot."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from bot import patience, program
from common.errors import StorageError


async def test_the_first_looks_are_patient(monkeypatch: pytest.MonkeyPatch) -> None:
    stop, done, failures = asyncio.Event(), list[str](), [StorageError("locked")] * 2
    monkeypatch.setattr(patience, "FIRST_PAUSE", 0.0)

    async def look(name: str) -> None:
        if failures:
            raise failures.pop()
        done.append(name)
        if len(done) == 3:
            stop.set()

    started: Any = SimpleNamespace(
        menus=SimpleNamespace(set_global=lambda: look("menus")),
        tick_digests=lambda: look("digests"),
        tick_search=lambda: look("search"),
    )
    async with asyncio.timeout(5):
        await program._first_looks(started, stop)
    assert done == ["menus", "digests", "search"]
