"""Scheduled failures, flood limits, and the clock."""

import asyncio
import contextlib
import time

import aiohttp
import pytest

from sandbox.server import Sandbox
from tests.sandbox.conftest import Bot


async def test_a_fault_strikes_as_often_as_it_was_told(
    sandbox: Sandbox, bot: Bot, aya: int
) -> None:
    sandbox.fault("sendMessage", times=2, code=400, description="Bad Request: oops", chat_id=aya)
    assert await bot.refused("sendMessage", chat_id=aya, text="x") == "Bad Request: oops"
    assert await bot.refused("sendMessage", chat_id=aya, text="x") == "Bad Request: oops"
    assert await bot.do("sendMessage", chat_id=aya, text="x")


async def test_a_fault_without_words_is_a_restart_of_the_server(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.fault("getMe", code=500, description="restart")
    answer = await bot.ask("getMe")
    assert (answer["error_code"], answer["description"]) == (500, "Internal Server Error: restart")


async def test_a_proxy_answers_in_html(
    sandbox: Sandbox, http: aiohttp.ClientSession, bot: Bot
) -> None:
    sandbox.fault("getMe", body="<html><h1>502 Bad Gateway</h1></html>")
    async with http.get(f"{sandbox.url}/bot{sandbox.token}/getMe") as response:
        assert (response.status, response.content_type) == (502, "text/html")
        assert "Bad Gateway" in await response.text()
    assert await bot.do("getMe")


async def test_too_many_requests(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    sandbox.fault("getMe", retry_after=7)
    async with http.get(f"{sandbox.url}/bot{sandbox.token}/getMe") as response:
        assert (response.status, response.headers["Retry-After"]) == (429, "7")
        answer = await response.json()
    assert answer["description"] == "Too Many Requests: retry after 7"
    assert answer["parameters"] == {"retry_after": 7}


@pytest.mark.parametrize(("when", "sent"), [("before", 0), ("after", 1)])
async def test_a_connection_breaks(
    sandbox: Sandbox, bot: Bot, aya: int, when: str, sent: int
) -> None:
    sandbox.fault("sendMessage", drop=when)
    with pytest.raises(aiohttp.ClientError):
        await bot.ask("sendMessage", chat_id=aya, text="x")
    assert len(sandbox.from_bot(aya)) == sent
    [call] = sandbox.calls("sendMessage")
    assert call["code"] == 0


async def test_chaos_is_the_same_for_the_same_seed(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    async def fates() -> list[str]:
        sandbox.chaos(0.5, seed=7)
        since = len(sandbox.calls())
        for _ in range(40):
            with contextlib.suppress(aiohttp.ClientError):
                await bot.ask("sendMessage", chat_id=aya, text="x")
        return [str(call["code"]) for call in sandbox.calls(since=since)]

    first = await fates()
    assert set(first) == {"200", "429", "500", "502", "0"}
    assert await fates() == first
    assert await bot.do("getMe")
    sandbox.chaos(0)
    assert (await bot.ask("sendMessage", chat_id=aya, text="x"))["ok"]


async def test_a_delay_can_be_skipped_by_the_clock(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    sandbox.fault("sendMessage", delay=1_000)
    asking = asyncio.create_task(bot.do("sendMessage", chat_id=aya, text="x"))
    await sandbox.wait_until_asked("sendMessage")
    assert sandbox.from_bot(aya) == []
    sandbox.advance(1_000)
    assert (await asking)["text"] == "x"


async def test_limits_when_they_are_on(http: aiohttp.ClientSession) -> None:
    async with Sandbox(limits=True) as sandbox:
        bot = Bot(http, sandbox)
        user = sandbox.user("Ая")
        sandbox.say(user, "/start")
        answers = [await bot.ask("sendMessage", chat_id=user, text="x") for _ in range(5)]
        assert [each["ok"] for each in answers] == [True] * 4 + [False]
        wait = answers[-1]["parameters"]["retry_after"]
        longer = (await bot.ask("sendMessage", chat_id=user, text="x"))["parameters"]
        assert longer["retry_after"] > wait  # who goes on all the same waits longer
        sandbox.advance(wait + 1)
        assert (await bot.ask("sendMessage", chat_id=user, text="x"))["ok"]


async def test_a_group_takes_twenty_a_minute(http: aiohttp.ClientSession) -> None:
    async with Sandbox(limits=True) as sandbox:
        bot = Bot(http, sandbox)
        group = sandbox.group("Group", [sandbox.user("Ая")])
        sandbox.join(group)
        sent = 0
        for _ in range(25):
            answer = await bot.ask("sendMessage", chat_id=group, text="x")
            sent += answer["ok"]
            sandbox.advance(1.1)
        assert sent == 20


async def test_a_long_poll_ends_by_the_sandbox_clock(sandbox: Sandbox, bot: Bot) -> None:
    asking = asyncio.create_task(bot.do("getUpdates", timeout=50))
    await sandbox.wait_until_asked("getUpdates")
    sandbox.advance(51)
    assert await asking == []


async def test_dates_are_the_sandbox_clock(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    sandbox.advance(30 * 86_400)
    sent = await bot.do("sendMessage", chat_id=aya, text="x")
    assert sent["date"] - time.time() > 29 * 86_400
