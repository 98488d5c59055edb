"""A process of its own for what is slow or hostile: the loop never waits, and one piece is lost.

One child, started at the first piece of work and again after it was lost. It has one piece at a
time, so the limit is that piece's own and nobody else is hurt when the child is killed; the others
wait their turn and find a fresh one.
"""

import asyncio
import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Protocol, Self, TypeVar

START_SECONDS = 30.0
"""For the child to import what it needs, on a busy machine."""

_SPAWN = multiprocessing.get_context("spawn")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class WorkFailed:
    """The worker was lost over this piece of work, or broke on it."""

    reason: str


class Run(Protocol):
    """What must not run in the loop: a function of a module, and its arguments."""

    async def __call__(self, function: Callable[..., T], *arguments: Any) -> T | WorkFailed: ...


@dataclass(frozen=True, slots=True)
class _Child:
    process: SpawnProcess
    pipe: Connection


@dataclass(frozen=True, slots=True)
class _GoneHome:
    """What the child says before it ends because nothing was asked of it for long."""


class Worker:
    """`await worker.run(function, …)`. Close it, or use it as a context.

    `name` is what failures call it. `needs` are functions whose modules the child imports as it
    starts, so that the first piece of work is not charged for them. After `idle_seconds` without
    work the child gives its memory back; None: never.
    """

    def __init__(
        self,
        name: str,
        seconds: float,
        *needs: Callable[..., Any],
        idle_seconds: float | None = None,
    ) -> None:
        self._name = name
        self._seconds = seconds
        self._needs = needs
        self._idle_seconds = idle_seconds
        self._turn = asyncio.Lock()
        self._child: _Child | None = None
        self._is_closed = False
        self._is_given_up = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def run(self, function: Callable[..., T], *arguments: Any) -> T | WorkFailed:
        """What the function gives, in the child."""
        async with self._turn:
            if self._is_closed:
                return WorkFailed(f"the {self._name} is closed")
            self._is_given_up = False
            # In a thread: pickling a megabyte and waiting for the child must not hold the loop.
            asking = asyncio.get_running_loop().run_in_executor(
                None, self._ask, function, arguments
            )
            try:
                answer: T | WorkFailed = await asyncio.shield(asking)
                return answer
            except asyncio.CancelledError:
                self._give_up()  # which ends the thread's wait
                await asyncio.wait([asking])
                raise

    async def close(self) -> None:
        """Ends the child. Work it is at is given up. Closing twice is closing once."""
        self._is_closed = True
        self._give_up()
        async with self._turn:
            await asyncio.get_running_loop().run_in_executor(None, self._end)

    @property
    def pid(self) -> int | None:
        """Of the child, while there is one."""
        return None if self._child is None else self._child.process.pid

    def _ask(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        try:
            child = self._living() or self._start()
            answer = self._answer(child, function, arguments)
            if isinstance(answer, _GoneHome):  # just as it was asked
                self._end()
                answer = self._answer(self._start(), function, arguments)
            return answer
        except (EOFError, OSError):
            self._end()
            return WorkFailed("given up" if self._is_given_up else f"the {self._name} died")

    def _answer(
        self, child: _Child, function: Callable[..., Any], arguments: tuple[Any, ...]
    ) -> Any:
        if self._is_given_up:
            raise EOFError
        child.pipe.send((function, arguments))
        if not child.pipe.poll(self._seconds):
            self._end()
            return WorkFailed(f"the {self._name} took more than {self._seconds:g} seconds")
        return child.pipe.recv()

    def _start(self) -> _Child:
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(
            target=_serve,
            args=(theirs, self._name, self._idle_seconds, self._needs),
            name=f"keruen-{self._name}",
            daemon=True,
        )
        process.start()
        theirs.close()  # so that its death is the end of the pipe
        self._child = child = _Child(process, ours)
        if not child.pipe.poll(START_SECONDS):
            raise OSError(f"the {self._name} did not start")
        child.pipe.recv()
        return child

    def _living(self) -> _Child | None:
        child = self._child
        # What can be read before anything was asked is its farewell, or its end.
        if child is not None and (not child.process.is_alive() or child.pipe.poll(0)):
            self._end()
        return self._child

    def _give_up(self) -> None:
        """Told from the loop while the thread waits: the child's death wakes it."""
        self._is_given_up = True
        child = self._child
        if child is not None:
            with contextlib.suppress(ValueError):  # the thread has just closed it
                child.process.kill()

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.process.kill()  # it holds nothing that could be lost
        child.process.join()
        child.process.close()
        child.pipe.close()


def _serve(
    pipe: Connection, name: str, idle_seconds: float | None, _needs: tuple[Callable[..., Any], ...]
) -> None:
    """The child: a function and its arguments in, what it gives out, until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair
    threading.Thread(target=_die_with_the_parent, daemon=True).start()
    with contextlib.suppress(OSError):
        os.nice(5)  # people's presses come first
    pipe.send("ready")
    with contextlib.suppress(EOFError, OSError):
        while pipe.poll(idle_seconds):
            function, arguments = pipe.recv()
            try:
                answer = function(*arguments)
            except Exception as error:
                answer = WorkFailed(f"the {name} broke: {type(error).__name__}: {error}"[:300])
            pipe.send(answer)
        pipe.send(_GoneHome())


def _die_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
