"""A process that sends and feeds, and may be killed.

Its lives are forked off a process that has imported everything: twenty of them take no longer to
begin than one.
"""

import asyncio
import multiprocessing
import os
from dataclasses import dataclass
from pathlib import Path

from delivery.outcomes import Outcome
from storage.database import Database
from tests.clocks import FastClock
from tests.journeys.broadcast import sending

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload([__name__])


@dataclass(frozen=True)
class Life:
    """What a process needs to know: where Telegram and the database are, and what time it is."""

    api_url: str
    database_url: str
    per_second: int
    speed: float
    began: float
    request_seconds: float
    told: Path
    """A file that gets a line for each message: the chat, and what was said of it."""


def live(life: Life) -> None:
    """Send and feed until the end."""
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)  # its log is nobody's business
        asyncio.run(_live(life))


async def _live(life: Life) -> None:
    told = os.open(life.told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def note(chat_id: int, outcome: Outcome) -> None:
        line = f"{chat_id} {type(outcome).__name__}\n"
        os.write(told, line.encode())  # at once: a kill may come next

    database = Database(life.database_url)
    clock = FastClock(life.speed, began=life.began)
    async with sending(life.api_url, database, clock, life.per_second, note, life.request_seconds):
        await asyncio.Event().wait()


class Lives:
    """One life after another."""

    def __init__(self, life: Life) -> None:
        self._life = life
        self._process: multiprocessing.process.BaseProcess | None = None

    async def begin(self) -> None:
        process = _FORKS.Process(target=live, args=(self._life,), daemon=True)
        await asyncio.to_thread(process.start)
        self._process = process

    async def kill(self) -> None:
        """kill -9; harmless where none lives. AssertionError if it had ended by itself."""
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        await asyncio.to_thread(process.join)
        assert process.exitcode == -9, "the process had ended by itself"

    def told(self, outcome: type[Outcome]) -> list[int]:
        """The chats of messages with this outcome, as far as a process lived to tell of it."""
        lines = (line.split() for line in self._life.told.read_text().splitlines())
        return [int(chat) for chat, kind in lines if kind == outcome.__name__]
