"""A worker goes home when nothing is asked of it. What it survives: news/test_worker.py."""

import asyncio
import os

from common.worker import Worker


async def test_an_idle_child_ends_and_the_next_work_finds_another() -> None:
    async with Worker("helper", 20.0, os.getpid, idle_seconds=0.2) as worker:
        first = await worker.run(os.getpid)
        assert first == worker.pid
        await asyncio.sleep(0.5)  # a process lives by the real clock
        second = await worker.run(os.getpid)
    assert isinstance(second, int)
    assert second != first
    assert worker.pid is None


async def test_it_stays_while_there_is_work() -> None:
    async with Worker("helper", 20.0, os.getpid, idle_seconds=5.0) as worker:
        assert await worker.run(os.getpid) == await worker.run(os.getpid)
