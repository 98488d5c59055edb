"""The parser's own process: what hangs or kills it costs one body (common/worker.py)."""

from collections.abc import Callable
from typing import Protocol

from common.worker import Run, Worker, WorkFailed
from model.news import ParsedFeed
from news.parsing import Body, parse

PARSE_SECONDS = 20.0
"""Two thousand entries take two seconds; what takes ten times that will not end."""


class Parse(Protocol):
    async def __call__(self, body: Body) -> ParsedFeed | WorkFailed: ...


class Parser(Parse, Protocol):
    """Parses, and runs what else must not run in the loop."""

    @property
    def run(self) -> Run: ...


class ParserProcess(Worker):
    """`await parser(body)`, `await parser.run(function, …)`. Close it, or use it as a context."""

    def __init__(
        self,
        function: Callable[[Body], ParsedFeed] = parse,
        seconds: float = PARSE_SECONDS,
    ) -> None:
        super().__init__("parser", seconds, function)
        self._function = function

    async def __call__(self, body: Body) -> ParsedFeed | WorkFailed:
        return await self.run(self._function, body)
