"""Sources in the store: due, claimed, held, brought back."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

from model.ids import SourceId
from model.news import NEVER, SourceState
from storage.database import Database
from tests.news.makers import NOW, source

LATER = NOW + timedelta(minutes=10)


async def add(database: Database, name: str, **changes: Any) -> SourceId:
    async with database.writing() as db:
        return await db.sources.add(source(url=f"https://{name}.example/", **changes))


async def claim(database: Database, limit: int = 10) -> list[SourceId]:
    async with database.writing() as db:
        return [one.id for one in await db.sources.claim_due(NOW, LATER, limit)]


async def test_a_source_comes_back_as_it_was_saved(database: Database) -> None:
    added = await add(database, "a", language=None, told="stopped", claimed_until=LATER)
    expected = source(
        id=added, url="https://a.example/", language=None, told="stopped", claimed_until=LATER
    )
    async with database.reading() as db:
        assert await db.sources.get(added) == expected
        assert await db.sources.by_url("https://a.example/") == expected
        assert await db.sources.by_url("https://b.example/") is None
    changed = replace(expected, title="Иначе", state=SourceState.PAUSED, failures=3)
    async with database.writing() as db:
        assert await db.sources.get(added, hold=True) == expected
        await db.sources.save(changed)
    async with database.reading() as db:
        assert await db.sources.get(added) == changed


async def test_what_is_due(database: Database) -> None:
    due = await add(database, "due")
    stopped = await add(database, "stopped", state=SourceState.STOPPED)
    await add(database, "later", next_poll_at=LATER)
    await add(database, "paused", state=SourceState.PAUSED)
    await add(database, "gone", state=SourceState.STOPPED, next_poll_at=NEVER)
    await add(database, "removed", removed_at=NOW)
    claimed = await add(database, "claimed", claimed_until=LATER)
    async with database.reading() as db:
        assert [one.id for one in await db.sources.due(NOW)] == [due, stopped, claimed]
    assert await claim(database) == [due, stopped]


async def test_a_claim_holds_until_it_ends(database: Database) -> None:
    due = await add(database, "due")
    assert await claim(database) == [due]
    assert await claim(database) == []
    async with database.writing() as db:
        again = await db.sources.claim_due(LATER, LATER + timedelta(minutes=10), 10)
    assert [one.id for one in again] == [due]


async def test_the_longest_due_goes_first(database: Database) -> None:
    await add(database, "recent", next_poll_at=NOW - timedelta(minutes=1))
    longest = await add(database, "longest", next_poll_at=NOW - timedelta(hours=1))
    assert await claim(database, limit=1) == [longest]


async def test_two_who_claim_at_once_get_different_sources(database: Database) -> None:
    expected = [await add(database, str(number)) for number in range(8)]
    claims = await asyncio.gather(*(claim(database, limit=2) for _ in range(4)))
    found = [one for some in claims for one in some]
    assert len(found) == len(set(found))
    rest = await claim(database)
    assert sorted([*found, *rest]) == sorted(expected)


async def test_the_list_leaves_out_the_removed(database: Database) -> None:
    kept = await add(database, "kept", state=SourceState.PAUSED)
    removed = await add(database, "removed", removed_at=NOW)
    async with database.reading() as db:
        assert [one.id for one in await db.sources.all()] == [kept]
        found = await db.sources.get(removed)
    assert found is not None
    assert found.removed_at == NOW
