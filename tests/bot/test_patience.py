"""Trouble that passes is waited out; what will not pass is raised."""

import asyncio

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe

from bot.patience import patiently
from common.errors import StorageError

ME = GetMe()


class Attempts:
    """Fails as it was told to, one after another, then succeeds."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.waits: list[float] = []
        self.stop = asyncio.Event()

    async def __call__(self) -> str:
        if self.failures:
            raise self.failures.pop(0)
        return "done"

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)

    async def run(self) -> str | None:
        return await patiently(self.stop, "try", self, sleep=self.sleep)


async def test_trouble_that_passes_is_waited_out_with_growing_pauses() -> None:
    attempts = Attempts(
        StorageError("locked"),
        TelegramNetworkError(ME, "no route"),
        TelegramRetryAfter(ME, "slowly", 30),
        *[StorageError("locked")] * 5,
    )
    assert await attempts.run() == "done"
    assert attempts.waits == [1, 2, 30, 8, 16, 32, 60, 60]


@pytest.mark.parametrize(
    "error",
    [
        TelegramUnauthorizedError(ME, "no"),
        TelegramBadRequest(ME, "bad webhook"),
        RuntimeError("a defect"),
    ],
)
async def test_what_will_not_pass_is_raised(error: Exception) -> None:
    attempts = Attempts(error)
    with pytest.raises(type(error)):
        await attempts.run()
    assert attempts.waits == []


async def test_a_stop_ends_the_waiting() -> None:
    attempts = Attempts(StorageError("locked"))

    async def sleep(_: float) -> None:
        attempts.stop.set()
        await asyncio.Event().wait()

    assert await patiently(attempts.stop, "try", attempts, sleep=sleep) is None
