"""Copies of files that Telegram did not give when they were sent: fetched later.

due | fetch | keep, or try again after a growing pause
"""

from datetime import timedelta

import structlog

from common.clock import Clock
from delivery.files import FileError, Files
from projects.updating.files import FIRST_RETRY, LARGEST_COPY
from storage.database import Database

log = structlog.get_logger(__name__)

AT_ONCE = 5
MOST_TRIES = 12
LONGEST_PAUSE = timedelta(days=1)


class CopyFiles:
    """Telegram keeps what was sent: a copy that is not to be had for days is given up."""

    def __init__(self, database: Database, clock: Clock, files: Files) -> None:
        self._database = database
        self._clock = clock
        self._files = files

    async def __call__(self) -> int:
        """How many were fetched."""
        now = self._clock.now()
        async with self._database.reading() as db:
            due = await db.project_files.due(now, AT_ONCE)
        fetched = 0
        for one in due:
            try:
                content = await self._files.fetch(one.file_id, LARGEST_COPY)
            except FileError as error:
                again = one.failures + 1 < MOST_TRIES
                pause = min(FIRST_RETRY * 2**one.failures, LONGEST_PAUSE)
                log.warning("a file was not copied", file=one.id, again=again, error=str(error))
                async with self._database.writing() as db:
                    await db.project_files.failed(one.id, now + pause if again else None)
                continue
            async with self._database.writing() as db:
                await db.project_files.fetched(one.id, content)
            fetched += 1
        return fetched
