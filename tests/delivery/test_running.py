"""The sender as the program runs it: woken, stopped, cancelled, without a database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from delivery import sender as sending
from delivery.outcomes import Outcome
from model.ids import RowId
from storage.database import Database
from tests.delivery.office import Office


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@asynccontextmanager
async def running(office: Office) -> AsyncIterator[asyncio.Event]:
    """The sender at work; at the end it is told to stop, and has to."""
    stop = asyncio.Event()
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        group.create_task(office.sender.run(stop))
        yield stop
        stop.set()


async def test_what_is_enqueued_while_it_runs_arrives(office: Office) -> None:
    async with running(office):
        await office.post.put(1)
        office.sender.wake()
        await office.telegram.has(1)
        await office.post.put(2)  # by another process: nobody wakes the sender
        await office.telegram.has(2)
    assert await office.post.states() == ["sent", "sent"]


async def test_a_stop_waits_for_what_is_in_flight(office: Office) -> None:
    answered = office.telegram.holds()
    await office.post.put(1)
    async with running(office) as stop:
        await office.telegram.has(1)
        await office.post.put(2)
        stop.set()
        await asyncio.sleep(0.05)
        answered.set()
    assert await office.post.states() == ["sent", "pending"]


async def test_a_stop_does_not_wait_for_ever(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "DRAIN_SECONDS", 0.01)
    office.telegram.holds()
    row = await office.post.put(1)
    async with running(office):
        await office.telegram.has(1)
    kept = await office.post.row(row)
    assert (kept.state, kept.was_uncertain, kept.attempts) == ("pending", True, 1)


async def test_cancelled_it_still_records_what_it_had_in_flight(office: Office) -> None:
    office.telegram.holds()
    row = await office.post.put(1)
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        task = group.create_task(office.sender.run(asyncio.Event()))
        await office.telegram.has(1)
        task.cancel()
    kept = await office.post.row(row)
    assert (kept.state, kept.was_uncertain) == ("pending", True)


async def test_a_locked_database_is_waited_out(database: Database, office: Office) -> None:
    if not database.url.startswith("sqlite"):
        pytest.skip("only SQLite has one lock for all writers")
    await office.post.put(1)
    impatient = Database(database.url, busy_timeout_ms=1)
    office.sender = sending.Sender(impatient, office.telegram, office.limiter, office.clock)
    async with database.writing():
        assert await office.step() == 1
    assert office.telegram.sent == []
    await office.works(1)
    assert len(office.telegram.sent) == 1
    await impatient.close()


async def test_an_answer_that_could_not_be_recorded_is_recorded_later(
    database: Database, office: Office
) -> None:
    if not database.url.startswith("sqlite"):
        pytest.skip("only SQLite has one lock for all writers")
    await office.post.put(1)
    impatient = Database(database.url, busy_timeout_ms=1)
    office.sender = sending.Sender(impatient, office.telegram, office.limiter, office.clock)
    await office.step()
    async with database.writing():
        await office.step()
    assert await office.post.states() == ["sending"]
    await office.step()
    assert await office.post.states() == ["sent"]
    await impatient.close()


async def test_a_locked_database_does_not_keep_it_from_stopping(
    database: Database, office: Office
) -> None:
    if not database.url.startswith("sqlite"):
        pytest.skip("only SQLite has one lock for all writers")
    answered = office.telegram.holds()
    await office.post.put(1)
    impatient = Database(database.url, busy_timeout_ms=1)
    office.sender = sending.Sender(impatient, office.telegram, office.limiter, office.clock)
    stop = asyncio.Event()
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        sender = group.create_task(office.sender.run(stop))
        await office.telegram.has(1)
        async with database.writing():
            stop.set()
            answered.set()
            await sender
    assert await office.post.states() == ["sending"]
    await impatient.close()


async def test_each_goes_at_the_moment_of_its_permit(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office(office.post.database, per_second=100)
    for chat in range(1, 101):
        await office.post.put(chat)
    granted = 0
    waiting: list[int] = []
    take, send = office.limiter.take, office.telegram.send

    def taken(*args: Any, **how: Any) -> bool:
        nonlocal granted
        granted += 1
        return take(*args, **how)

    async def sent(*args: Any, **how: Any) -> Outcome:
        waiting.append(granted - len(waiting))
        return await send(*args, **how)

    monkeypatch.setattr(office.limiter, "take", taken)
    monkeypatch.setattr(office.telegram, "send", sent)
    await office.step()
    assert len(waiting) == 100
    assert max(waiting) <= sending.A_FEW


async def test_cancelled_before_all_are_on_their_way_it_puts_the_others_back(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "A_FEW", 2)
    office.telegram.holds()
    for chat in range(1, 10):
        await office.post.put(chat)
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        task = group.create_task(office.sender.run(asyncio.Event()))
        await office.telegram.has(2)
        task.cancel()
    rows = [await office.post.row(RowId(number)) for number in range(1, 10)]
    assert {row.state for row in rows} == {"pending"}
    in_doubt = [row.was_uncertain for row in rows]
    assert in_doubt == [True] * len(office.telegram.sent) + [False] * in_doubt.count(False)
    assert in_doubt[-1] is False
