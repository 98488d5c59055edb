"""The parser's own process: what hangs or kills it costs one body, and the loop never waits.

One child, started at the first body and again after it was lost. It has one body at a time, so
the limit is that body's own and nobody else is hurt when the child is killed; the others wait
their turn and find a fresh one.
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
from typing import Any, Protocol, TypeVar

from model.news import ParsedFeed
from news.parsing import Body, parse

PARSE_SECONDS = 20.0
"""Two thousand entries take two seconds; what takes ten times that will not end."""

START_SECONDS = 30.0
"""For the child to import what it needs, on a busy machine."""

_SPAWN = multiprocessing.get_context("spawn")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ParseFailed:
    """The parser was lost over this body, or broke on it."""

    reason: str


class Parse(Protocol):
    async def __call__(self, body: Body) -> ParsedFeed | ParseFailed: ...


class Run(Protocol):
    """Anything else that must not run in the loop: a function of a module, and its arguments."""

    async def __call__(self, function: Callable[..., T], *arguments: Any) -> T | ParseFailed: ...


class Parser(Parse, Protocol):
    """Both of them: what a ParserProcess is to those who use it."""

    @property
    def run(self) -> Run: ...


@dataclass(frozen=True, slots=True)
class _Child:
    process: SpawnProcess
    pipe: Connection


class ParserProcess:
    """`await parser(body)`, `await parser.run(function, …)`. Close it, or use it as a context."""

    def __init__(
        self,
        function: Callable[[Body], ParsedFeed] = parse,
        seconds: float = PARSE_SECONDS,
    ) -> None:
        self._function = function
        self._seconds = seconds
        self._turn = asyncio.Lock()
        self._child: _Child | None = None
        self._is_closed = False
        self._is_given_up = False

    async def __aenter__(self) -> "ParserProcess":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def __call__(self, body: Body) -> ParsedFeed | ParseFailed:
        return await self.run(self._function, body)

    async def run(self, function: Callable[..., T], *arguments: Any) -> T | ParseFailed:
        """What the function gives, in the child; the same limits as for a feed."""
        async with self._turn:
            if self._is_closed:
                return ParseFailed("the parser is closed")
            self._is_given_up = False
            # In a thread: pickling a megabyte and waiting for the child must not hold the loop.
            asking = asyncio.get_running_loop().run_in_executor(
                None, self._ask, function, arguments
            )
            try:
                answer: T | ParseFailed = await asyncio.shield(asking)
                return answer
            except asyncio.CancelledError:
                self._give_up()  # which ends the thread's wait
                await asyncio.wait([asking])
                raise

    async def close(self) -> None:
        """Ends the child. A body it is at is given up. Closing twice is closing once."""
        self._is_closed = True
        self._give_up()
        async with self._turn:
            await asyncio.get_running_loop().run_in_executor(None, self._end)

    def _ask(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        try:
            child = self._living() or self._start()
            if self._is_given_up:
                raise EOFError
            child.pipe.send((function, arguments))
            if not child.pipe.poll(self._seconds):
                self._end()
                return ParseFailed(f"parsing took more than {self._seconds:g} seconds")
            return child.pipe.recv()
        except (EOFError, OSError):
            self._end()
            return ParseFailed("given up" if self._is_given_up else "the parser died")

    def _start(self) -> _Child:
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_serve, args=(theirs,), name="keruen-parser", daemon=True)
        process.start()
        theirs.close()  # so that its death is the end of the pipe
        self._child = child = _Child(process, ours)
        if not child.pipe.poll(START_SECONDS):
            raise OSError("the parser did not start")
        child.pipe.recv()
        return child

    def _living(self) -> _Child | None:
        if self._child is not None and not self._child.process.is_alive():
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


def _serve(pipe: Connection) -> None:
    """The child: a function and its arguments in, what it gives out, until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair
    threading.Thread(target=_die_with_the_parent, daemon=True).start()
    with contextlib.suppress(OSError):
        os.nice(5)  # people's presses come first
    pipe.send("ready")
    with contextlib.suppress(EOFError, OSError):
        while True:
            function, arguments = pipe.recv()
            try:
                answer = function(*arguments)
            except Exception as error:
                answer = ParseFailed(f"the parser broke: {type(error).__name__}: {error}"[:300])
            pipe.send(answer)


def _die_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
