"""Scheduled failures, flood limits, and the clock."""

import asyncio
import contextlib
import time
from collections import Counter

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


async def test_every_kind_of_accident_at_its_own_rate(
    sandbox: Sandbox, bot: Bot, http: aiohttp.ClientSession
) -> None:
    crowd = sandbox.crowd(300)
    rates = {"flood": 0.1, "proxy": 0.05, "drop_after": 0.1, "hang_before": 0.02}
    sandbox.chaos(rates, seed=3)

    async def fate(chat: int) -> int:
        with contextlib.suppress(aiohttp.ClientError, TimeoutError):
            async with asyncio.timeout(0.2):
                await bot.ask("sendMessage", chat_id=chat, text="x")
        return int(sandbox.calls()[-1]["code"])

    fates = Counter([await fate(chat) for chat in crowd.ids])
    assert 15 <= fates[429] <= 45
    assert 5 <= fates[502] <= 30
    lost = sandbox.lost()
    assert 15 <= lost.total() <= 45
    assert fates[0] > lost.total()  # some were dropped before anything came of them
    assert sandbox.arrived("x").total() == fates[200] + lost.total()
    assert set(lost) <= set(sandbox.arrived())
    with pytest.raises(ValueError, match="no such accidents"):
        sandbox.chaos({"plague": 1.0})


async def test_the_order_of_calls_changes_no_fate(sandbox: Sandbox, bot: Bot) -> None:
    crowd = sandbox.crowd(60)

    async def fates(chats: list[int]) -> dict[int, bool]:
        sandbox.chaos({"restart": 0.5}, seed=7)
        return {
            chat: (await bot.ask("sendMessage", chat_id=chat, text="x"))["ok"] for chat in chats
        }

    assert await fates(crowd.ids) == await fates(crowd.ids[::-1])


async def test_a_flood_of_all_strikes_others_too(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    crowd = sandbox.crowd(20)
    sandbox.chaos({"flood_of_all": 0.05}, seed=2)
    answers = [await bot.ask("sendMessage", chat_id=chat, text="x") for chat in crowd.ids]
    waits = [each["parameters"]["retry_after"] for each in answers if not each["ok"]]
    assert len(waits) >= 5
    assert len(set(waits)) == 1  # one flood
    sandbox.fault("send*", times=1, retry_after=9)
    assert await bot.do("getMe")
    assert not (await bot.ask("sendVenue", chat_id=aya))["ok"]


@pytest.mark.parametrize(("when", "sent"), [("before", 0), ("after", 1)])
async def test_nobody_answers(sandbox: Sandbox, bot: Bot, aya: int, when: str, sent: int) -> None:
    sandbox.fault("sendMessage", hang=when)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await bot.ask("sendMessage", chat_id=aya, text="x")
    assert sandbox.arrived("x") == Counter({aya: 1} if sent else {})
    assert sandbox.lost() == sandbox.arrived("x")
    [call] = sandbox.calls("sendMessage")
    assert call["code"] == 0
    assert await bot.do("sendMessage", chat_id=aya, text="y")


async def test_what_arrived_is_counted_as_it_was(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    sent = await bot.do("sendMessage", chat_id=aya, text="x")
    named = {"chat_id": aya, "message_id": sent["message_id"]}
    await bot.do("editMessageText", **named, text="y")
    await bot.do("deleteMessage", **named)
    assert sandbox.arrived("x") == {aya: 1}
    assert sandbox.arrived("y") == {}
    assert sandbox.arrived() == {aya: 1}


async def test_a_crowd(sandbox: Sandbox, bot: Bot) -> None:
    crowd = sandbox.crowd(200, "kk", blocked=0.03, deactivated=0.01, seed=5)
    assert (len(crowd.ids), len(crowd.blocked), len(crowd.deactivated)) == (200, 6, 2)
    assert not {*crowd.blocked} & {*crowd.deactivated}
    said = Counter(
        [
            (await bot.ask("sendMessage", chat_id=id, text="x")).get("description")
            for id in crowd.ids
        ]
    )
    assert said == {
        None: 192,
        "Forbidden: bot was blocked by the user": 6,
        "Forbidden: user is deactivated": 2,
    }
    assert await bot.updates() == []  # it hears of nobody before it writes to them


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
