"""Parts of the program end together, and each in its own time."""

import asyncio

import pytest

from common.tasks import run_together


async def test_one_that_ends_lets_the_others_finish() -> None:
    stop, finished = asyncio.Event(), []

    async def short() -> None: ...

    async def careful() -> None:
        await stop.wait()
        await asyncio.sleep(0)
        finished.append("careful")

    async with asyncio.timeout(5):
        await run_together(stop, short=short(), careful=careful())
    assert finished == ["careful"]


async def test_a_failure_is_raised_after_the_others_have_finished() -> None:
    stop, finished = asyncio.Event(), []

    async def fails() -> None:
        raise RuntimeError("the token was refused")

    async def careful() -> None:
        await stop.wait()
        finished.append("careful")

    async with asyncio.timeout(5):
        with pytest.raises(RuntimeError, match="the token was refused"):
            await run_together(stop, careful=careful(), fails=fails())
    assert finished == ["careful"]


async def test_a_stop_from_outside_ends_them_all() -> None:
    stop = asyncio.Event()

    async def part() -> None:
        await stop.wait()

    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        group.create_task(run_together(stop, one=part(), two=part()))
        await asyncio.sleep(0)
        stop.set()
