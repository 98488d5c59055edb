"""A website on 127.0.0.1 that a test tells what to answer, and that remembers what was asked."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Website:
    """`site.gives("/feed", body)`; then look at `site.asked`."""

    def __init__(self) -> None:
        self.asked: list[web.Request] = []
        self.port = 0
        self._answers: dict[str, Answer] = {}

    @property
    def address(self) -> tuple[str, int]:
        return ("127.0.0.1", self.port)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [request.path for request in self.asked]

    def gives(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> None:
        """`Retry_After="5"` is the header Retry-After."""
        content = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        async def answer(request: web.Request) -> web.Response:
            etag = named.get("ETag")
            if etag and request.headers.get("If-None-Match") == etag:
                return web.Response(status=304, headers=named)
            return web.Response(body=content, status=status, headers=named)

        self._answers[path] = answer

    def moves(self, path: str, target: str, status: int = 301) -> None:
        self.gives(path, status=status, Location=target)

    def answers(self, path: str, answer: Answer) -> None:
        self._answers[path] = answer

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        answer = self._answers.get(request.path)
        return await answer(request) if answer else web.Response(status=404)


@asynccontextmanager
async def website() -> AsyncIterator[Website]:
    site = Website()
    app = web.Application()
    app.router.add_get("/{path:.*}", site.handle)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    site.port = runner.addresses[0][1]
    yield site
    await runner.cleanup()
