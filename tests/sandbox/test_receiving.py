"""Updates: at least once, not for ever, to one receiver, by poll or by webhook."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web

from sandbox.server import Sandbox
from tests.sandbox.conftest import Bot

BUTTON = {"inline_keyboard": [[{"text": "x", "callback_data": "1"}]]}


async def test_a_newer_poll_ends_the_older_one(sandbox: Sandbox, bot: Bot) -> None:
    older = asyncio.create_task(bot.ask("getUpdates", timeout=50))
    await sandbox.wait_until_asked("getUpdates")
    newer = asyncio.create_task(bot.ask("getUpdates", timeout=50))
    answer = await older
    assert (answer["error_code"], answer["description"]) == (
        409,
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    )
    sandbox.advance(51)
    assert (await newer)["result"] == []


async def test_the_bot_has_dealt_with_all(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    with pytest.raises(TimeoutError, match="message"):
        await sandbox.settled(timeout=0)
    [update] = await bot.do("getUpdates")
    with pytest.raises(TimeoutError, match="message"):
        await sandbox.settled(timeout=0)  # it has only fetched it
    asking = asyncio.create_task(bot.ask("getUpdates", timeout=50, offset=update["update_id"] + 1))
    await sandbox.settled()
    sandbox.advance(51)
    assert (await asking)["result"] == []


async def test_updates_are_confirmed_limited_and_skipped(
    sandbox: Sandbox, bot: Bot, aya: int
) -> None:
    for number in range(4):
        sandbox.say(aya, str(number))
    first = await bot.do("getUpdates", limit=2)
    assert [each["message"]["text"] for each in first] == ["/start", "0"]
    assert first[1]["update_id"] == first[0]["update_id"] + 1
    [last] = await bot.do("getUpdates", offset=-1)
    assert last["message"]["text"] == "3"
    assert await bot.do("getUpdates") == [last]


async def test_updates_grow_too_old(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    await bot.do("sendMessage", chat_id=aya, text="?", reply_markup=BUTTON)
    sandbox.begin_press(aya, aya, data="1")
    sandbox.advance(149)
    assert len(await bot.do("getUpdates")) == 2
    sandbox.advance(2)
    assert len(await bot.do("getUpdates")) == 1  # the press is gone, what was said is not
    sandbox.advance(86_400)
    assert await bot.do("getUpdates") == []


async def test_only_what_was_asked_for_is_kept(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    await bot.updates(allowed_updates=["callback_query"])
    sandbox.say(aya, "unheard")
    await bot.do("getUpdates", allowed_updates=[])  # the default, from now on
    sandbox.say(aya, "heard")
    await bot.do("getUpdates", allowed_updates="not JSON")
    assert [each["message"]["text"] for each in await bot.updates()] == ["heard"]


async def test_numbers_go_on_after_a_reset(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    [before] = await bot.do("getUpdates")
    sandbox.reset()
    assert await bot.refused("sendMessage", chat_id=aya, text="x") == "Bad Request: chat not found"
    sandbox.say(sandbox.user("Ая"), "/start")
    [after] = await bot.do("getUpdates", offset=before["update_id"] + 1)
    assert after["update_id"] == before["update_id"] + 1


class Receiver:
    """The bot's end of a webhook; `answers` are given in turn, then 200."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.answers: list[web.Response] = []
        self._came = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        self.got.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self._came.set()
        return self.answers.pop(0) if self.answers else web.Response()

    async def wait(self, count: int) -> list[str]:
        """The texts that came, once there are so many."""
        async with asyncio.timeout(5):
            while len(self.got) < count:
                self._came.clear()
                await self._came.wait()
        return [each["message"]["text"] for each in self.got]


@pytest.fixture
async def receiver() -> AsyncIterator[tuple[Receiver, str]]:
    receiving = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiving.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield receiving, f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


async def eventually(condition: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(5):
        while not await condition():  # noqa: ASYNC110 - it is asked over HTTP
            await asyncio.sleep(0)


async def test_a_webhook_is_told_in_order_with_the_secret(
    sandbox: Sandbox, bot: Bot, aya: int, receiver: tuple[Receiver, str]
) -> None:
    receiving, url = receiver
    sandbox.say(aya, "two")
    answer = await bot.ask("setWebhook", url=url, secret_token="s3cret")
    assert answer == {"ok": True, "result": True, "description": "Webhook was set"}
    sandbox.say(aya, "three")
    assert await receiving.wait(3) == ["/start", "two", "three"]
    assert set(receiving.secrets) == {"s3cret"}
    refused = await bot.refused("getUpdates")
    assert refused == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )

    async def all_taken() -> bool:
        info = await bot.do("getWebhookInfo")
        return bool(info["url"] == url and info["pending_update_count"] == 0)

    await eventually(all_taken)
    assert (await bot.ask("deleteWebhook"))["description"] == "Webhook was deleted"
    assert (await bot.ask("deleteWebhook"))["description"] == "Webhook is already deleted"
    assert await bot.do("getUpdates") == []


async def test_a_webhook_that_fails_is_asked_again(
    sandbox: Sandbox, bot: Bot, aya: int, receiver: tuple[Receiver, str]
) -> None:
    receiving, url = receiver
    receiving.answers = [web.Response(status=500), web.Response(status=503)]
    sandbox.say(aya, "two")
    await bot.do("setWebhook", url=url)
    assert await receiving.wait(2) == ["/start", "/start"]  # again at once, and nothing overtakes

    async def pending() -> bool:
        info = await bot.do("getWebhookInfo")
        return "503" in info.get("last_error_message", "") and bool(
            info["pending_update_count"] == 2
        )

    await eventually(pending)
    sandbox.advance(3)
    assert await receiving.wait(4) == ["/start", "/start", "/start", "two"]


async def test_a_webhook_answers_with_a_method(
    sandbox: Sandbox, bot: Bot, aya: int, receiver: tuple[Receiver, str]
) -> None:
    receiving, url = receiver
    receiving.answers = [
        web.json_response({"method": "sendMessage", "chat_id": aya, "text": "hello"})
    ]
    await bot.do("setWebhook", url=url)

    [call] = await sandbox.wait_for("sendMessage")
    assert call["code"] == 200
    assert [each["text"] for each in sandbox.from_bot(aya)] == ["hello"]


async def test_a_webhook_ends_a_poll(
    sandbox: Sandbox, bot: Bot, receiver: tuple[Receiver, str]
) -> None:
    polling = asyncio.create_task(bot.refused("getUpdates", timeout=50))
    await sandbox.wait_until_asked("getUpdates")
    await bot.do("setWebhook", url=receiver[1])
    assert await polling == "Conflict: terminated by setWebhook request"


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"secret_token": "x" * 257}, "secret token is too long"),
        ({"secret_token": "a b"}, "secret token contains unallowed characters"),
        ({"url": "nonsense"}, "invalid webhook URL specified"),
    ],
)
async def test_a_webhook_that_cannot_be_set(bot: Bot, params: dict[str, str], words: str) -> None:
    given = {"url": "http://127.0.0.1:1/"} | params
    assert await bot.refused("setWebhook", **given) == f"Bad Request: {words}"
