"""A process that sends and feeds, and may be killed.

Its lives are forked off a process that has imported everything: twenty of them take no longer to
begin than one.
"""

import asyncio
import multiprocessing
import os
from dataclasses import dataclass
from pathlib import Path

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
    doubts: Path
    """A file that gets a line with the chat for each message in doubt."""


def live(life: Life) -> None:
    """Send and feed until the end."""
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)  # its log is nobody's business
        asyncio.run(_live(life))


async def _live(life: Life) -> None:
    doubts = os.open(life.doubts, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def note(chat_id: int) -> None:
        os.write(doubts, f"{chat_id}\n".encode())  # at once: a kill may come next

    database = Database(life.database_url)
    clock = FastClock(life.speed, began=life.began)
    async with sending(life.api_url, database, clock, life.per_second, note):
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

    def doubts(self) -> list[int]:
        """The chats of all messages in doubt that a process lived to tell of."""
        if not self._life.doubts.exists():
            return []
        return list(map(int, self._life.doubts.read_text().split()))
