"""The control API under /sandbox/: what people do and what has happened, as JSON."""

import asyncio
import json
import mimetypes
from dataclasses import asdict
from typing import TYPE_CHECKING

import aiohttp
from aiohttp import web

from sandbox import acting
from sandbox.acting import Handler, body, number
from sandbox.methods.menus import commands_for
from sandbox.world import Chat, File, Json, seen

if TYPE_CHECKING:
    from sandbox.server import Sandbox


def add_routes(app: web.Application, sandbox: "Sandbox") -> None:
    """Every route of the control API."""
    control = _Control(sandbox)
    posts: dict[str, Handler] = {
        **acting.routes(sandbox),
        "users": control.add_user,
        "crowd": control.add_crowd,
        "chats": control.add_chat,
        "chats/{id}/{act:join|leave|promote|demote|restrict}": control.come_and_go,
        "chats/{id}/migrate": control.migrate,
        "chats/{id}/topics": control.topic,
        "fault": control.fault,
        "chaos": control.chaos,
        "clock/advance": control.advance,
        "reset": control.reset,
        "actions": control.add_action,
        "actions/{name}": control.run_action,
    }
    gets: dict[str, Handler] = {
        "calls": control.calls,
        "calls/wait": control.wait_for_calls,
        "chats/{id}": control.chat,
        "violations": control.violations,
        "arrived": control.arrived,
        "state": control.state,
        "events": control.events,
        "files/{file_id}": control.file,
    }
    for path, handler in posts.items():
        app.router.add_post(f"/sandbox/{path}", _forgiving(handler))
    for path, handler in gets.items():
        app.router.add_get(f"/sandbox/{path}", _forgiving(handler))


def _forgiving(handler: Handler) -> Handler:
    """Turns a wrong request into a sentence instead of a traceback."""

    async def answer(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except (LookupError, ValueError, TypeError, TimeoutError) as error:
            return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)

    return answer


class _Control:
    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox

    async def add_user(self, request: web.Request) -> web.Response:
        return web.json_response({"id": self._sandbox.user(**await body(request))})

    async def add_crowd(self, request: web.Request) -> web.Response:
        crowd = self._sandbox.crowd(**await body(request))
        return web.json_response(asdict(crowd))

    async def add_chat(self, request: web.Request) -> web.Response:
        wanted = await body(request)
        title, members = str(wanted["title"]), wanted.get("members") or []
        username, forum = wanted.get("username"), bool(wanted.get("forum"))
        match wanted.get("type", "group"):
            case "channel":
                made = self._sandbox.channel(title, username, members, wanted.get("bot", True))
            case "group" if not username:
                made = self._sandbox.group(title, members, forum)
            case "group" | "supergroup":
                made = self._sandbox.supergroup(title, members, username, forum)
            case other:
                raise ValueError(f"a chat is a group, a supergroup or a channel, not {other!r}")
        return web.json_response({"id": made})

    async def come_and_go(self, request: web.Request) -> web.Response:
        act = getattr(self._sandbox, request.match_info["act"])
        act(number(request, "id"), **await body(request))
        return web.json_response({"ok": True})

    async def migrate(self, request: web.Request) -> web.Response:
        return web.json_response({"id": self._sandbox.migrate(number(request, "id"))})

    async def topic(self, request: web.Request) -> web.Response:
        name = (await body(request))["name"]
        return web.json_response({"thread_id": self._sandbox.topic(number(request, "id"), name)})

    async def fault(self, request: web.Request) -> web.Response:
        self._sandbox.fault(**await body(request))
        return web.json_response({"ok": True})

    async def chaos(self, request: web.Request) -> web.Response:
        self._sandbox.chaos(**await body(request))
        return web.json_response({"ok": True})

    async def advance(self, request: web.Request) -> web.Response:
        self._sandbox.advance(float((await body(request))["seconds"]))
        return web.json_response({"ok": True})

    async def reset(self, request: web.Request) -> web.Response:
        self._sandbox.reset()
        return web.json_response({"ok": True})

    async def add_action(self, request: web.Request) -> web.Response:
        wanted = await body(request)
        self._sandbox.action(wanted["name"], wanted["title"], wanted["url"])
        return web.json_response({"ok": True})

    async def run_action(self, request: web.Request) -> web.Response:
        _, action = self._sandbox.actions[request.match_info["name"]]
        asked = await body(request)
        if isinstance(action, str):
            async with (
                aiohttp.ClientSession() as session,
                session.post(action, json=asked) as response,
            ):
                # What is said of it ("say") is for the page to show.
                return web.json_response({"ok": response.ok} | await response.json())
        await action(int(asked["user_id"]))
        return web.json_response({"ok": True})

    async def calls(self, request: web.Request) -> web.Response:
        found = self._sandbox.calls(
            request.query.get("method"), int(request.query.get("since", "0"))
        )
        return web.json_response({"calls": found})

    async def wait_for_calls(self, request: web.Request) -> web.Response:
        found = await self._sandbox.wait_for(
            request.query["method"],
            int(request.query.get("n", "1")),
            float(request.query.get("timeout", "5")),
            int(request.query.get("since", "0")),
        )
        return web.json_response({"calls": found})

    async def chat(self, request: web.Request) -> web.Response:
        chat = self._sandbox.api.world.chats[number(request, "id")]
        messages = [seen(each) for each in chat.messages]
        if request.query.get("format") == "text":
            return web.Response(text="\n".join(_line(each) for each in messages))
        return web.json_response({"chat": self._chat(chat), "messages": messages})

    async def arrived(self, request: web.Request) -> web.Response:
        found = self._sandbox.arrived(request.query.get("text"))
        return web.json_response({"arrived": found, "total": found.total()})

    async def violations(self, request: web.Request) -> web.Response:
        return web.json_response({"violations": self._sandbox.violations()})

    async def state(self, request: web.Request) -> web.Response:
        api = self._sandbox.api
        user = api.world.users.get(int(request.query.get("user", "0")))
        commands = commands_for(api, user) if user else []
        code = ((user.language_code if user else None) or "")[:2]
        description = api.profile.get(("description", code)) or api.profile.get(("description", ""))
        bot = api.world.bot.json() | {"commands_for_user": commands, "description": description}
        return web.json_response(
            {
                "bot": bot,
                "users": [
                    each.json() | {"blocked": each.blocked, "started": each.started}
                    for each in api.world.users.values()
                ],
                "chats": [self._chat(chat) for chat in api.world.chats.values()],
                "actions": [
                    {"name": name, "title": title}
                    for name, (title, _) in self._sandbox.actions.items()
                ],
                "now": api.clock.now(),
            }
        )

    def _chat(self, chat: Chat) -> Json:
        shown = [each for each in chat.messages if not each.get("_deleted")]
        return self._sandbox.api.world.chat_json(chat) | {
            "members": chat.members(),
            "admins": chat.admins(),
            "topics": [{"id": id, "name": name} for id, name in chat.topics.items()],
            "last_message": seen(shown[-1]) if shown else None,
        }

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: a hint that something changed, until the page goes away."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"}
        )
        await response.prepare(request)
        queue: asyncio.Queue[Json] = asyncio.Queue(maxsize=1_000)

        def listen(event: Json) -> None:
            if not queue.full():  # a page that fell behind asks for the state anyway
                queue.put_nowait(event)

        listeners = self._sandbox.api.world.listeners
        listeners.append(listen)
        try:
            await response.write(b": hello\n\n")
            while True:
                event = await queue.get()
                if event["kind"] == "closed":
                    return response
                await response.write(f"data: {json.dumps(event, default=str)}\n\n".encode())
        except ConnectionResetError:
            return response
        finally:
            listeners.remove(listen)

    async def file(self, request: web.Request) -> web.Response:
        file = self._sandbox.api.world.files[request.match_info["file_id"]]
        headers = {"Content-Disposition": "inline", "X-Content-Type-Options": "nosniff"}
        kind = _served_as(file)
        return web.Response(body=file.content, content_type=kind, headers=headers)


def _served_as(file: File) -> str:
    """What a browser may take the file for: never for a page."""
    if file.kind == "photo":
        return "image/jpeg"
    guessed = mimetypes.guess_type(file.name)[0] or ""
    return guessed if guessed.startswith(("video/", "audio/")) else "application/octet-stream"


def _line(message: Json) -> str:
    sender: Json = message.get("from") or message["chat"]
    who = sender.get("first_name") or sender.get("title")
    return f"{who}: {message.get('text') or message.get('caption') or '…'}"
