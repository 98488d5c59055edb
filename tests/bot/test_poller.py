"""Long polling against a scripted Bot API: order, confirmation, refusals."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import (
    TelegramConflictError,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod

from bot.intake import Intake, RawUpdate
from bot.poller import Poller, PollerStoppedError
from common.errors import StorageError
from tests.clocks import ManualClock


class ScriptedTelegram(BaseSession):
    """Answers getUpdates from a script; an exception in it is raised, then it stays silent."""

    def __init__(self, *script: list[RawUpdate] | type[Exception]) -> None:
        super().__init__()
        self.script = list(script)
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.idle = asyncio.Event()

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> Any:
        self.calls.append((method.__api_method__, method.model_dump(exclude_none=True)))
        if method.__api_method__ != "getUpdates":
            return True
        if getattr(method, "timeout", None) == 0:
            return []
        if not self.script:
            self.idle.set()
            await asyncio.Event().wait()
        answer = self.script.pop(0)
        if isinstance(answer, list):
            return answer
        raise answer(method=method, message="scripted")  # type: ignore[call-arg]

    async def close(self) -> None: ...

    async def stream_content(self, *_: Any, **__: Any) -> AsyncIterator[bytes]:  # type: ignore[override]
        yield b""

    @property
    def offsets(self) -> list[int | None]:
        return [fields.get("offset") for name, fields in self.calls if name == "getUpdates"]


def said(update_id: int, chat_id: int, text: str = "") -> RawUpdate:
    return {"update_id": update_id, "message": {"chat": {"id": chat_id}, "text": text}}


class Recorder:
    def __init__(self) -> None:
        self.handled: list[int] = []
        self.waits: list[float] = []
        self.clock = ManualClock()

    async def feed(self, update: RawUpdate) -> None:
        self.handled.append(update["update_id"])

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.clock.advance(seconds)


def poller(telegram: ScriptedTelegram, feed: Any, recorder: Recorder) -> Poller:
    bot = Bot("42:TEST", session=telegram)
    intake = Intake(feed, recorder.clock)
    return Poller(bot, intake, ["message", "callback_query"], sleep=recorder.sleep)


async def run_until_idle(poller: Poller, telegram: ScriptedTelegram) -> None:
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group, asyncio.timeout(5):
        group.create_task(poller.run(stop))
        await telegram.idle.wait()
        stop.set()


async def test_a_batch_is_confirmed_only_after_it_was_handled() -> None:
    telegram, recorder = ScriptedTelegram([said(7, 1), said(8, 2)], [said(9, 1)]), Recorder()
    seen_at: list[list[int | None]] = []

    async def feed(update: RawUpdate) -> None:
        seen_at.append(telegram.offsets)
        await recorder.feed(update)

    await run_until_idle(poller(telegram, feed, recorder), telegram)
    assert sorted(recorder.handled) == [7, 8, 9]
    assert all(9 not in offsets for offsets in seen_at[:2])
    assert telegram.offsets == [None, 9, 10, 10], "the last one confirms on the way out"
    assert telegram.calls[0] == ("deleteWebhook", {"drop_pending_updates": False})


async def test_one_chat_is_in_order_and_others_do_not_wait_for_it() -> None:
    telegram = ScriptedTelegram([said(1, 10), said(2, 10), said(3, 20)])
    recorder, slow = Recorder(), asyncio.Event()

    async def feed(update: RawUpdate) -> None:
        if update["update_id"] == 1:
            await slow.wait()
        if update["update_id"] == 3:
            slow.set()
        await recorder.feed(update)

    await run_until_idle(poller(telegram, feed, recorder), telegram)
    assert recorder.handled == [3, 1, 2]


async def test_presses_are_ordered_with_what_was_said_in_the_same_chat() -> None:
    pressed = {
        "update_id": 2,
        "callback_query": {"from": {"id": 5}, "message": {"chat": {"id": -7}}},
    }
    telegram, recorder, slow = ScriptedTelegram([said(1, -7), pressed]), Recorder(), asyncio.Event()

    async def feed(update: RawUpdate) -> None:
        if update["update_id"] == 1:
            await asyncio.sleep(0)
            slow.set()
        assert slow.is_set()
        await recorder.feed(update)

    await run_until_idle(poller(telegram, feed, recorder), telegram)
    assert recorder.handled == [1, 2]


async def test_a_handler_that_fails_does_not_stop_the_others() -> None:
    telegram, recorder = ScriptedTelegram([said(1, 1), said(2, 1)]), Recorder()

    async def feed(update: RawUpdate) -> None:
        if update["update_id"] == 1:
            raise RuntimeError("broken")
        await recorder.feed(update)

    await run_until_idle(poller(telegram, feed, recorder), telegram)
    assert recorder.handled == [2]
    assert telegram.offsets[1] == 3


async def test_a_refused_token_ends_with_one_sentence() -> None:
    telegram, recorder = ScriptedTelegram(TelegramUnauthorizedError), Recorder()
    with pytest.raises(PollerStoppedError, match="KERUEN_BOT_TOKEN"):
        await poller(telegram, recorder.feed, recorder).run(asyncio.Event())


async def test_one_conflict_is_waited_out() -> None:
    telegram, recorder = ScriptedTelegram(TelegramConflictError, [said(1, 1)]), Recorder()
    await run_until_idle(poller(telegram, recorder.feed, recorder), telegram)
    assert recorder.waits == [10.0]
    assert recorder.handled == [1]


async def test_a_second_conflict_ends_it() -> None:
    telegram = ScriptedTelegram(TelegramConflictError, TelegramConflictError)
    recorder = Recorder()
    with pytest.raises(PollerStoppedError, match="same token"):
        await poller(telegram, recorder.feed, recorder).run(asyncio.Event())


async def test_pauses_grow_while_telegram_is_down() -> None:
    telegram, recorder = ScriptedTelegram(*[TelegramServerError] * 8, [said(1, 1)]), Recorder()
    await run_until_idle(poller(telegram, recorder.feed, recorder), telegram)
    assert recorder.waits == [1, 2, 4, 8, 16, 32, 60, 60]
    assert recorder.handled == [1]


def put_out(update_id: int, chat_id: int) -> RawUpdate:
    return {"update_id": update_id, "my_chat_member": {"chat": {"id": chat_id}}}


async def test_what_the_database_had_no_time_for_comes_again_and_holds_up_nothing() -> None:
    first, second = put_out(1, 10), said(2, 20)
    third = said(3, 20)
    telegram = ScriptedTelegram([first, second], [first, second, third], [])
    recorder, failures = Recorder(), [StorageError("locked")]

    async def feed(update: RawUpdate) -> None:
        if update["update_id"] == 1 and failures:
            raise failures.pop()
        await recorder.feed(update)

    await run_until_idle(poller(telegram, feed, recorder), telegram)
    assert recorder.handled == [2, 1, 3]
    assert telegram.offsets == [None, 1, 4, 4, 4]
    assert recorder.waits == [2]


async def test_an_update_that_the_database_always_refuses_is_given_up_in_the_end() -> None:
    poison = put_out(1, 10)
    telegram, recorder = ScriptedTelegram(*[[poison]] * 151, [said(2, 20)]), Recorder()

    async def feed(update: RawUpdate) -> None:
        if update["update_id"] == 1:
            raise StorageError("refused")
        await recorder.feed(update)

    await run_until_idle(poller(telegram, feed, recorder), telegram)
    assert recorder.waits == [2] * 150
    assert recorder.handled == [2]
    assert telegram.offsets[-1] == 3


async def test_an_update_that_keeps_new_ones_out_is_given_up_soon() -> None:
    full = [put_out(1, 10), *(said(number, number) for number in range(2, 101))]
    telegram, recorder = ScriptedTelegram(*[full] * 11, [said(101, 20)]), Recorder()

    async def feed(update: RawUpdate) -> None:
        if update["update_id"] == 1:
            raise StorageError("refused")
        await recorder.feed(update)

    await run_until_idle(poller(telegram, feed, recorder), telegram)
    assert recorder.waits == [2] * 10
    assert recorder.handled == list(range(2, 102))
