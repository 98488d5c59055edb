"""The ticks: APScheduler asks "what is due?" now and then; what is due is a column.

A tick that was missed (the machine slept, the loop was busy) runs once, late; one that is still
running is not started beside itself. Both are told in the log.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC

import structlog
from apscheduler.events import (
    EVENT_JOB_ERROR,
    EVENT_JOB_MAX_INSTANCES,
    EVENT_JOB_MISSED,
    JobEvent,
)
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = structlog.get_logger(__name__)

Tick = Callable[[], Awaitable[object]]

_SAYS = {
    EVENT_JOB_MAX_INSTANCES: "a tick is still running when the next is due: is it hung?",
    EVENT_JOB_MISSED: "a tick was missed",
    EVENT_JOB_ERROR: "a tick failed",
}


class Ticks:
    """Runs each tick every so many seconds, never twice at once unless it says it may be."""

    def __init__(self) -> None:
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._stopping = False
        self._scheduler.add_listener(_tell, sum(_SAYS))

    def every(self, seconds: int, name: str, tick: Tick, at_once: int = 1) -> None:
        """Run `tick` every so many seconds; a minute's begins with the minute.

        `at_once`: how many runs of it may overlap.
        """

        async def run() -> None:
            if self._stopping:
                return
            self._running += 1
            self._idle.clear()
            try:
                await tick()
            finally:
                self._running -= 1
                if not self._running:
                    self._idle.set()

        if seconds == 60:
            self._scheduler.add_job(run, "cron", second=0, id=name, max_instances=at_once)
        else:
            self._scheduler.add_job(
                run, "interval", seconds=seconds, id=name, max_instances=at_once
            )

    def start(self) -> None:
        self._scheduler.start()

    async def stop(self, within: float) -> None:
        """Start no more ticks, and let those that run end within so many seconds.

        APScheduler's own shutdown cancels them half way.
        """
        self._stopping = True
        if self._scheduler.running:
            self._scheduler.pause()
        try:
            async with asyncio.timeout(within):
                await self._idle.wait()
        except TimeoutError:
            log.warning("a tick did not end in time and is cut short", waited=within)
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)


def _tell(event: JobEvent) -> None:
    error = getattr(event, "exception", None)
    log.warning(_SAYS[event.code], tick=event.job_id, exc_info=error or False)
