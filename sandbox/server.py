"""The sandbox: Telegram's Bot API on 127.0.0.1, with a chat page and a control API."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, Self

from aiohttp import web

from sandbox import control, door, methods
from sandbox.api import Api
from sandbox.calls import Calls
from sandbox.errors import ApiError
from sandbox.faults import Fault, Faults
from sandbox.gatherings import Gatherings
from sandbox.params import Params
from sandbox.world import Json, public, seen

assert methods.__all__, "importing the methods registers them"

PAGE = Path(__file__).parent / "page.html"
STATIC = Path(__file__).parent / "static"
ASKED_SECONDS = 5.0

Action = Callable[[int], Awaitable[object]] | str
"""Called with a user's id, or a URL that is posted {"user_id"}."""


class Sandbox(Gatherings):
    """A running sandbox. `async with Sandbox() as sandbox: sandbox.url`."""

    def __init__(
        self, token: str = "42:TEST", port: int = 0, *, limits: bool = False, strict: bool = False
    ) -> None:
        """`limits` keeps flood limits; `strict` notes parameters that a method does not take."""
        self.token = token
        self._port = port
        self._limits = limits
        self.strict = strict
        self.actions: dict[str, tuple[str, Action]] = {}
        self._begin(Api(token, limits=limits))

    def reset(self) -> None:
        """Forget all but the clock, the webhook, the actions and how far the bot has read."""
        self.api.updates.drop()
        self.api.updates.end_poll()
        self._begin(Api(self.token, limits=self._limits, before=self.api))
        self.api.world.tell("state")

    def _begin(self, api: Api) -> None:
        self.api = api
        super().__init__(api)
        self.record = Calls(api.clock)
        self.faults = Faults()
        self.problems: list[Json] = []
        api.webhook.call = self._call_by_answer

    async def _call_by_answer(self, name: str, params: Params) -> None:
        """What the bot asked in its answer to a webhook's update; how it ends it never learns."""
        call = self.record.begin(name, params)
        try:
            self.record.end(call, 200, {"ok": True, "result": await self.api.call(name, params)})
        except ApiError as error:
            self.record.end(call, error.code, error.answer())
        self.api.world.tell("call", call=call.json())

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=door.LARGEST_REQUEST)
        door.add_routes(app, self)
        app.router.add_get("/", _serve_page)
        if STATIC.is_dir():
            app.router.add_static("/static", STATIC)
        control.add_routes(app, self)
        self._runner = web.AppRunner(app, handle_signals=False, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self.api.world.tell("closed")
        self.api.updates.end_poll()
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

    def chaos(self, rates: float | Mapping[str, float], seed: int = 0) -> None:
        """Let a share of sends and edits fail at random (0: none), or shares by kind of accident.

        See Faults.chaos; the same for each seed.
        """
        self.faults.chaos(rates, seed)

    def advance(self, seconds: float) -> None:
        """Move the sandbox's clock forward."""
        self.api.clock.advance(seconds)

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

    async def wait_until_asked(self, method: str, n: int = 1, since: int = 0) -> list[Json]:
        """The calls of the method once n have begun, answered or not."""
        found = await self.record.wait(method, n, ASKED_SECONDS, since, ended=False)
        return [call.json() for call in found]

    async def settled(self, timeout: float = 5) -> None:  # noqa: ASYNC109 - tells what is left
        """Until the bot has dealt with every update and waits for more; TimeoutError."""
        try:
            await asyncio.wait_for(self.api.updates.idle.wait(), timeout)
        except TimeoutError:
            left = [each.kind for each in self.api.updates.waiting()]
            raise TimeoutError(f"the bot has not dealt with {left}, or does not ask") from None

    def messages(self, chat_id: int) -> list[Json]:
        """All that was ever written in the chat, as it stands now; `deleted` says what is gone."""
        messages = self.api.world.chats[chat_id].messages
        return [seen(each) for each in messages]

    def violations(self) -> list[Json]:
        """What strict mode has noted: {n, method, problem}."""
        return list(self.problems)

    def arrived(self, text: str | None = None) -> Counter[int]:
        """How often the bot's messages have come to each chat, whatever became of them since.

        All of them, or those that had this text (or caption) then. A call whose answer was lost
        counts like any other.
        """
        found: Counter[int] = Counter()
        for (chat_id, words), times in self.api.world.arrived.items():
            if text in (None, words):
                found[chat_id] += times
        return found

    def lost(self, method: str | None = None) -> Counter[int]:
        """By chat, the calls that had their effect and no answer, by a scheduled fault."""
        calls = self.record.of(method)
        return Counter(int(call.params["chat_id"]) for call in calls if call.is_lost)

    def from_bot(self, chat_id: int) -> list[Json]:
        """What the bot has said there and nobody has deleted."""
        messages = self.api.world.chats[chat_id].messages
        return [public(each) for each in messages if each.get("_own") and not each.get("_deleted")]

    def action(self, name: str, title: str, action: Action) -> None:
        """A button on the chat page for something only the demo can do."""
        self.actions[name] = (title, action)
        self.api.world.tell("state")


async def _serve_page(request: web.Request) -> web.StreamResponse:
    if not PAGE.is_file():
        return web.Response(status=404, text="there is no chat page")
    return web.FileResponse(PAGE, headers={"Cache-Control": "no-cache"})
