"""The door that a bot comes in by: Telegram's addresses, answers and accidents over HTTP."""

import asyncio
import re
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox import params
from sandbox.api import METHODS, Told
from sandbox.calls import Call
from sandbox.errors import ApiError
from sandbox.faults import Fault
from sandbox.params import Params

if TYPE_CHECKING:
    from sandbox.server import Sandbox


def add_routes(app: web.Application, sandbox: "Sandbox") -> None:
    """The methods, the files, and a refusal for all else that looks like a bot's request."""
    door = _Door(sandbox)
    app.router.add_route("*", "/bot{token}/{method}", door.serve)
    app.router.add_get("/file/bot{token}/{kind}/{file_id}", door.serve_file)
    app.router.add_route("*", "/bot{rest:.*}", door.serve_nothing)


HUNG_UP_SECONDS = 0.02
"""How often to look whether somebody still waits."""
LARGEST_REQUEST = 51 * 2**20


class _Door:
    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox

    async def serve(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self._sandbox.token:
            return _refuse(self._wrong_token(request.match_info["token"]))
        given = request.match_info["method"]
        name = METHODS[given.lower()][0] if given.lower() in METHODS else given
        if (request.content_length or 0) > LARGEST_REQUEST:
            return _refuse(ApiError(413))
        read = await params.read(request)
        call = self._sandbox.record.begin(name, read)
        if self._sandbox.strict:
            self._check(call)
        fault = self._sandbox.faults.take(name, read)
        answer = await self._fail(call, fault) if fault else await self._answer(call, read)
        if fault and answer is None:
            answer = await self._answer(call, read)
            if "after" in (fault.drop, fault.hang):
                call.is_lost = call.code == 200
                call.code, call.response = 0, None
        self._sandbox.api.world.tell("call", call=call.json())
        if fault and fault.hang:
            await _until_gone(request)
        if fault and (fault.drop or fault.hang) and request.transport is not None:
            request.transport.abort()
        assert answer is not None
        return answer

    def _wrong_token(self, token: str) -> ApiError:
        well_formed = re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", token)
        return ApiError(401, "" if well_formed else "invalid token specified")

    def _check(self, call: Call) -> None:
        from sandbox import checks  # costs a second, and only strict tests pay it

        for problem in checks.problems(call.method, call.params):
            self._sandbox.problems.append({"n": call.n, "method": call.method, "problem": problem})

    async def _fail(self, call: Call, fault: Fault) -> web.Response | None:
        """What the fault makes of the call; None if it goes on all the same."""
        if fault.delay:
            await self._sandbox.api.clock.sleep(fault.delay)
        if "before" in (fault.drop, fault.hang):
            self._sandbox.record.end(call, 0, None)
            return web.Response()
        if fault.drop is None and fault.hang is None and fault.body is not None:
            self._sandbox.record.end(call, fault.code or 502, fault.body)
            return web.Response(status=call.code, text=fault.body, content_type="text/html")
        error = fault.error()
        return self._refused(call, error) if error else None

    async def _answer(self, call: Call, read: Params) -> web.Response:
        try:
            result = await self._sandbox.api.call(call.method, read)
        except ApiError as error:
            return self._refused(call, error)
        body = {"ok": True, "result": result}
        if isinstance(result, Told):
            body = {"ok": True, "result": result.result, "description": result.description}
        self._sandbox.record.end(call, 200, body)
        return web.json_response(body)

    def _refused(self, call: Call, error: ApiError) -> web.Response:
        self._sandbox.record.end(call, error.code, error.answer())
        return _refuse(error)

    async def serve_file(self, request: web.Request) -> web.Response:
        file = self._sandbox.api.world.files.get(request.match_info["file_id"])
        if request.match_info["token"] != self._sandbox.token or file is None:
            return _refuse(ApiError(404))
        return web.Response(body=file.content)

    async def serve_nothing(self, request: web.Request) -> web.Response:
        return _refuse(ApiError(404))


async def _until_gone(request: web.Request) -> None:
    """Until the caller has hung up."""
    while request.transport is not None and not request.transport.is_closing():  # noqa: ASYNC110
        await asyncio.sleep(HUNG_UP_SECONDS)  # nothing tells of it


def _refuse(error: ApiError) -> web.Response:
    headers = {}
    if "retry_after" in error.parameters:
        headers["Retry-After"] = str(error.parameters["retry_after"])
    return web.json_response(error.answer(), status=error.code, headers=headers)
