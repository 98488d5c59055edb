"""A running sandbox, and a bot that asks it over HTTP."""

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from sandbox.server import Sandbox


class Bot:
    """Calls methods as a bot does; refusals come back as they are."""

    def __init__(self, session: aiohttp.ClientSession, sandbox: Sandbox) -> None:
        self._session = session
        self._sandbox = sandbox

    async def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer: {"ok": …}."""
        fields = {
            name: json.dumps(value) if isinstance(value, dict | list) else str(value)
            for name, value in params.items()
        }
        url = f"{self._sandbox.url}/bot{self._sandbox.token}/{method}"
        async with self._session.post(url, data=fields) as response:
            answer: dict[str, Any] = await response.json()
        return answer

    async def do(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self.ask(method, **params)
        assert answer["ok"], answer["description"]
        return answer["result"]

    async def refused(self, method: str, **params: Any) -> str:
        """The description of a call that must fail."""
        answer = await self.ask(method, **params)
        assert not answer["ok"], answer["result"]
        return str(answer["description"])

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """What has come, without its number: [{kind: content}], confirmed at once."""
        found = await self.do("getUpdates", **params)
        if found:
            await self.do("getUpdates", offset=found[-1]["update_id"] + 1)
        return [{kind: each[kind] for kind in each if kind != "update_id"} for each in found]


async def upload(
    http: aiohttp.ClientSession, sandbox: Sandbox, method: str, **fields: Any
) -> dict[str, Any]:
    """A call whose bytes are uploaded."""
    form = aiohttp.FormData()
    for name, value in fields.items():
        if isinstance(value, bytes):
            form.add_field(name, value, filename=f"{name}.bin")
        else:
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    url = f"{sandbox.url}/bot{sandbox.token}/{method}"
    async with http.post(url, data=form) as response:
        answer: dict[str, Any] = await response.json()
    return answer


async def file_of(http: aiohttp.ClientSession, sandbox: Sandbox, chat_id: int, kind: str) -> str:
    """The id of a file that was uploaded once."""
    method = "send" + kind.title().replace("_", "")
    answer = await upload(http, sandbox, method, chat_id=chat_id, **{kind: kind.encode()})
    sent = answer["result"][kind]
    return str((sent[-1] if kind == "photo" else sent)["file_id"])


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as running:
        yield running


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def bot(http: aiohttp.ClientSession, sandbox: Sandbox) -> Bot:
    return Bot(http, sandbox)


@pytest.fixture
def aya(sandbox: Sandbox) -> int:
    """A person who has pressed /start, which the bot has not seen yet."""
    user = sandbox.user("Ая")
    sandbox.say(user, "/start")
    return user
