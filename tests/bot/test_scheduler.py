"""Ticks: not twice at once, told when hung or failed, and let end at the stop."""

import asyncio
from datetime import UTC, datetime

import pytest
import structlog
from apscheduler.events import EVENT_JOB_MAX_INSTANCES

from bot.scheduler import Ticks


class Tick:
    def __init__(self) -> None:
        self.began = asyncio.Event()
        self.may_end = asyncio.Event()
        self.ended = 0

    async def __call__(self) -> None:
        self.began.set()
        await self.may_end.wait()
        self.ended += 1


def run_now(ticks: Ticks, name: str) -> None:
    ticks._scheduler.modify_job(name, next_run_time=datetime.now(UTC))


async def test_a_running_tick_ends_before_the_stop() -> None:
    ticks, tick = Ticks(), Tick()
    ticks.every(3600, "digests", tick)
    ticks.start()
    run_now(ticks, "digests")
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        await tick.began.wait()
        stopping = group.create_task(ticks.stop(within=4))
        await asyncio.sleep(0)
        assert not stopping.done()
        tick.may_end.set()
    assert tick.ended == 1


async def test_a_tick_that_does_not_end_is_cut_short_at_the_stop() -> None:
    ticks, tick = Ticks(), Tick()
    ticks.every(3600, "digests", tick)
    ticks.start()
    run_now(ticks, "digests")
    async with asyncio.timeout(5):
        await tick.began.wait()
        await ticks.stop(within=0.01)
        await ticks.stop(within=0.01)
    assert tick.ended == 0


async def test_a_tick_that_may_overlap_is_started_beside_itself() -> None:
    ticks, tick = Ticks(), Tick()
    ticks.every(3600, "sources", tick, at_once=2)
    ticks.start()
    async with asyncio.timeout(5):
        for _ in range(2):
            tick.began.clear()
            run_now(ticks, "sources")
            await tick.began.wait()
        tick.may_end.set()
        await ticks.stop(within=4)
    assert tick.ended == 2


async def test_a_hung_tick_is_told_and_not_started_twice() -> None:
    ticks, tick = Ticks(), Tick()
    told = asyncio.Event()
    ticks.every(3600, "digests", tick)
    ticks._scheduler.add_listener(lambda _: told.set(), EVENT_JOB_MAX_INSTANCES)
    ticks.start()
    with structlog.testing.capture_logs() as logs:
        async with asyncio.timeout(5):
            run_now(ticks, "digests")
            await tick.began.wait()
            run_now(ticks, "digests")
            await told.wait()
    tick.may_end.set()
    await ticks.stop(within=1)
    assert tick.ended == 1
    assert [entry["tick"] for entry in logs if "hung" in entry["event"]] == ["digests"]


async def test_a_failing_tick_is_told_and_goes_on() -> None:
    ticks, failed = Ticks(), asyncio.Event()

    async def tick() -> None:
        failed.set()
        raise RuntimeError("no database")

    ticks.every(3600, "sources", tick)
    with structlog.testing.capture_logs() as logs:
        ticks.start()
        async with asyncio.timeout(5):
            for _ in range(2):
                failed.clear()
                run_now(ticks, "sources")
                await failed.wait()
                await asyncio.sleep(0.01)
    await ticks.stop(within=1)
    assert [entry["tick"] for entry in logs] == ["sources", "sources"]


@pytest.mark.parametrize("seconds", [60, 30])
async def test_a_minute_begins_with_the_minute(seconds: int) -> None:
    ticks = Ticks()
    ticks.every(seconds, "digests", Tick())
    ticks.start()
    moment = ticks._scheduler.get_job("digests").next_run_time
    assert seconds != 60 or moment.second == 0
    assert moment > datetime.now(UTC)
    await ticks.stop(within=0)
