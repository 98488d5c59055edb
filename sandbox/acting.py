"""The part of the control API that speaks for people: each act is a request, as JSON."""

import base64
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.contents import FILES
from sandbox.world import Json, public

if TYPE_CHECKING:
    from sandbox.server import Sandbox

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def routes(sandbox: "Sandbox") -> dict[str, Handler]:
    """By the path below /sandbox/, all of them for POST."""
    acting = _Acting(sandbox)
    return {
        "users/{id}/send": acting.send,
        "users/{id}/album": acting.album,
        "users/{id}/poll": acting.poll,
        "users/{id}/venue": acting.venue,
        "users/{id}/forward": acting.forward,
        "users/{id}/vote": acting.vote,
        "users/{id}/edit": acting.edit,
        "users/{id}/react": acting.react,
        "users/{id}/press": acting.press,
        "users/{id}/inline": acting.inline,
        "users/{id}/choose": acting.choose,
        "users/{id}/{act:block|unblock|delete_account}": acting.act,
    }


async def body(request: web.Request) -> Json:
    return await request.json() if request.can_read_body else {}


def number(request: web.Request, name: str) -> int:
    return int(request.match_info[name])


def _with_files(said: Json) -> Json:
    """Files come as {name, base64}."""
    files = {kind: said[kind] for kind in FILES if said.get(kind)}
    return said | {
        kind: (file["name"], base64.b64decode(file["base64"])) for kind, file in files.items()
    }


class _Acting:
    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox

    async def send(self, request: web.Request) -> web.Response:
        said = _with_files(await body(request))
        return web.json_response({"message_id": self._sandbox.say(number(request, "id"), **said)})

    async def album(self, request: web.Request) -> web.Response:
        wanted = await body(request)
        items = [_with_files(each) for each in wanted.pop("items")]
        sent = self._sandbox.album(number(request, "id"), items, **wanted)
        return web.json_response({"message_ids": sent})

    async def poll(self, request: web.Request) -> web.Response:
        sent = self._sandbox.poll(number(request, "id"), **await body(request))
        return web.json_response({"message_id": sent})

    async def venue(self, request: web.Request) -> web.Response:
        sent = self._sandbox.venue(number(request, "id"), **await body(request))
        return web.json_response({"message_id": sent})

    async def forward(self, request: web.Request) -> web.Response:
        wanted = await body(request)
        source, ids = wanted.pop("from_chat_id"), wanted.pop("message_ids")
        sent = self._sandbox.forward(number(request, "id"), source, *ids, **wanted)
        return web.json_response({"message_ids": sent})

    async def vote(self, request: web.Request) -> web.Response:
        cast = await body(request)
        chosen = cast.get("options", [])
        self._sandbox.vote(number(request, "id"), cast["chat_id"], cast["message_id"], *chosen)
        return web.json_response({"ok": True})

    async def edit(self, request: web.Request) -> web.Response:
        self._sandbox.edit(number(request, "id"), **await body(request))
        return web.json_response({"ok": True})

    async def react(self, request: web.Request) -> web.Response:
        given = await body(request)
        self._sandbox.react(
            number(request, "id"), given["chat_id"], given["message_id"], *given.get("emoji", [])
        )
        return web.json_response({"ok": True})

    async def press(self, request: web.Request) -> web.Response:
        answer = await self._sandbox.press(number(request, "id"), **await body(request))
        return web.json_response({"answer": answer})

    async def inline(self, request: web.Request) -> web.Response:
        asked = await body(request)
        answer = await self._sandbox.inline(
            number(request, "id"), asked.get("query", ""), asked.get("offset", "")
        )
        results = [public(each) for each in (answer or {}).get("results", [])]
        return web.json_response((answer or {}) | {"results": results})

    async def choose(self, request: web.Request) -> web.Response:
        chosen = await body(request)
        user_id = number(request, "id")
        answers = (query.answer for query in self._sandbox.api.queries.values() if query.answer)
        results = [result for answer in answers for result in answer.get("results", [])]
        result = next(each for each in reversed(results) if each["id"] == chosen["result_id"])
        sent = self._sandbox.choose(
            user_id, chosen.get("chat_id", user_id), result, chosen.get("query", "")
        )
        return web.json_response({"message_id": sent})

    async def act(self, request: web.Request) -> web.Response:
        getattr(self._sandbox, request.match_info["act"])(number(request, "id"))
        return web.json_response({"ok": True})
