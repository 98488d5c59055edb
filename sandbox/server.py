"""The sandbox: Telegram's Bot API on 127.0.0.1, with a chat page and a control API."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from sandbox import control, methods, params
from sandbox.api import METHODS, Api
from sandbox.calls import Call, Calls
from sandbox.errors import ApiError
from sandbox.faults import Fault, Faults
from sandbox.people import People
from sandbox.world import Json, public

assert methods.__all__, "importing the methods registers them"

PAGE = Path(__file__).parent / "page.html"
STATIC = Path(__file__).parent / "static"
LARGEST_REQUEST = 55 * 2**20

Action = Callable[[int], Awaitable[object]] | str
"""Called with a user's id, or a URL that is posted {"user_id"}."""


class Sandbox(People):
    """A running sandbox. `async with Sandbox() as sandbox: sandbox.url`."""

    def __init__(self, token: str = "42:TEST", port: int = 0, *, limits: bool = False) -> None:
        self.token = token
        self._port = port
        self._limits = limits
        self._begin(Api(token, limits=limits))

    def reset(self) -> None:
        """Forget everything but the numbers of updates: a polling bot remembers its offset."""
        fresh = Api(self.token, limits=self._limits)
        fresh.updates.continue_from(self.api.updates)
        self._begin(fresh)

    def _begin(self, api: Api) -> None:
        self.api = api
        super().__init__(api)
        self.record = Calls(api.clock)
        self.faults = Faults()
        self.actions: dict[str, tuple[str, Action]] = {}

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/{kind}/{file_id}", self._serve_file)
        app.router.add_get("/", self._serve_page)
        if STATIC.is_dir():
            app.router.add_static("/static", STATIC)
        control.add_routes(app, self)
        self._runner = web.AppRunner(app, handle_signals=False, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.api.world.tell("closed")
        self.api.updates.end_polls()
        await self.api.webhook.close()
        await self._runner.cleanup()

    # What tests and the demo ask for besides what people do.

    @property
    def bot_id(self) -> int:
        return self.api.world.bot.id

    @property
    def username(self) -> str:
        return str(self.api.world.bot.username)

    def fault(self, method: str = "*", times: int = 1, **how: Any) -> None:
        """Let the next calls of a method fail: see Fault."""
        self.faults.add(Fault(method, times, **how))

    def advance(self, seconds: float) -> None:
        """Move the sandbox's clock forward."""
        self.api.clock.advance(seconds)
        self.api.updates.wake()

    def calls(self, method: str | None = None, since: int = 0) -> list[Json]:
        """Calls numbered above `since`: {n, time, method, params, code, response}."""
        return [call.json() for call in self.record.of(method, since)]

    async def wait_for(
        self,
        method: str,
        n: int = 1,
        timeout: float = 5,  # noqa: ASYNC109 - the wait tells what was seen instead
        since: int = 0,
    ) -> list[Json]:
        """The calls of the method, once n have ended after call number `since`; TimeoutError."""
        return [call.json() for call in await self.record.wait(method, n, timeout, since)]

    def messages(self, chat_id: int) -> list[Json]:
        """All that was ever written in the chat, as it stands now; `deleted` says what is gone."""
        messages = self.api.world.chats[chat_id].messages
        return [public(each) | {"deleted": bool(each.get("_deleted"))} for each in messages]

    def from_bot(self, chat_id: int) -> list[Json]:
        """What the bot has said there and nobody has deleted."""
        messages = self.api.world.chats[chat_id].messages
        return [public(each) for each in messages if each.get("_own") and not each.get("_deleted")]

    def action(self, name: str, title: str, action: Action) -> None:
        """A button on the chat page for something only the demo can do."""
        self.actions[name] = (title, action)
        self.api.world.tell("state")

    # The Bot API over HTTP.

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.token:
            return _refuse(ApiError(401))
        given = request.match_info["method"]
        name = METHODS[given.lower()][0] if given.lower() in METHODS else given
        read = await params.read(request)
        call = self.record.begin(name, read)
        fault = self.faults.take(name, read)
        if fault is not None and fault.delay:
            await asyncio.sleep(fault.delay)
        if fault is not None and fault.drop == "before":
            return self._drop(request, call)
        if fault is not None and fault.fails and not fault.drop:
            if fault.body is not None:
                self.record.end(call, fault.code, fault.body)
                return web.Response(status=fault.code, text=fault.body, content_type="text/html")
            return self._end(call, fault.error())
        try:
            _, result = await self.api.call(name, read)
        except ApiError as error:
            return self._end(call, error)
        if fault is not None and fault.drop == "after":
            return self._drop(request, call)
        self.record.end(call, 200, result)
        self.api.world.tell("call", call=call.json())
        return web.json_response({"ok": True, "result": result})

    def _end(self, call: Call, error: ApiError) -> web.Response:
        self.record.end(call, error.code, error.description)
        self.api.world.tell("call", call=call.json())
        return _refuse(error)

    def _drop(self, request: web.Request, call: Call) -> web.Response:
        self.record.end(call, 0, "connection dropped")
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    async def _serve_file(self, request: web.Request) -> web.Response:
        file = self.api.world.files.get(request.match_info["file_id"])
        if request.match_info["token"] != self.token or file is None:
            return _refuse(ApiError(404))
        return web.Response(body=file.content)

    async def _serve_page(self, request: web.Request) -> web.StreamResponse:
        if not PAGE.is_file():
            return web.Response(status=404, text="there is no chat page")
        return web.FileResponse(PAGE, headers={"Cache-Control": "no-cache"})


def _refuse(error: ApiError) -> web.Response:
    headers = {}
    if "retry_after" in error.parameters:
        headers["Retry-After"] = str(error.parameters["retry_after"])
    return web.json_response(error.answer(), status=error.code, headers=headers)
