"""The bot as an operator runs it: a process of its own, which may be killed."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from tests.journeys.stage import TOKEN, WAIT_SECONDS

START_SECONDS = 90.0
"""The longest a test waits for what the process must do first of all: it has a lot to import."""
ROOT = Path(__file__).parents[2]


class BotProcess:
    """`keruen run` in a folder that is empty but for its database."""

    def __init__(self, folder: Path, api_url: str, database_url: str) -> None:
        self._folder = folder
        self._log = folder / "log"
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("KERUEN_")},
            "PYTHONPATH": str(ROOT),
            "KERUEN_BOT_TOKEN": TOKEN,
            "KERUEN_BOT_API_URL": api_url,
            "KERUEN_DATABASE_URL": database_url,
            "KERUEN_MESSAGES_PER_SECOND": "1000",
        }
        self._process: asyncio.subprocess.Process | None = None

    @property
    def log(self) -> str:
        """What it has told so far, in all its lives."""
        return self._log.read_text("utf-8")

    async def start(self) -> None:
        with self._log.open("a") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                cwd=self._folder,
                env=self._environment,
                stdout=log,
                stderr=log,
            )

    async def kill(self) -> None:
        """kill -9; harmless where it does not run."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def stop(self) -> int:
        """Stop it as a service manager does; its exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self._process.wait(), WAIT_SECONDS)
