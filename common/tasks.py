"""The one supervisor: runs the program's parts side by side and ends them together."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog

log = structlog.get_logger(__name__)


async def run_together(stop: asyncio.Event, **parts: Coroutine[Any, Any, None]) -> None:
    """Run the parts until all have ended. The first that ends, or fails, sets `stop`.

    Each part watches `stop` and ends by itself, so that what it has in hand is finished: nothing
    is cancelled here. The first failure is raised when all have ended.
    """
    failures: list[Exception] = []

    async def watched(name: str, part: Coroutine[Any, Any, None]) -> None:
        try:
            await part
        except Exception as error:
            log.debug("a part of the program failed", part=name, error=str(error))
            failures.append(error)
        finally:
            stop.set()

    async with asyncio.TaskGroup() as group:
        for name, part in parts.items():
            group.create_task(watched(name, part), name=name)
    if failures:
        raise failures[0]
