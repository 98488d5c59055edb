"""Updates as they come in, whichever way: order, time, failures, and what answers may wait."""

import asyncio

import pytest
from aiogram import Bot
from markupsafe import Markup

from bot import intake as module
from bot.answers import LimitedAnswers
from bot.intake import Intake, RawUpdate
from bot.waiting import LONGEST_WAIT
from common.errors import StorageError
from delivery.limiter import Limiter
from delivery.outgoing import Outgoing
from tests.bot.test_poller import ScriptedTelegram, put_out, said
from tests.clocks import ManualClock


async def at_once(intake: Intake, *updates: RawUpdate) -> list[bool]:
    """As a webhook brings them: each by a request of its own, before the last is answered."""
    return await asyncio.gather(*(intake(update) for update in updates))


async def test_one_chat_is_in_order_though_its_updates_come_at_once() -> None:
    handled: list[int] = []

    async def feed(update: RawUpdate) -> None:
        for _ in range(5 - update["update_id"]):
            await asyncio.sleep(0)
        handled.append(update["update_id"])

    intake = Intake(feed, ManualClock())
    assert await at_once(intake, said(1, 10), said(2, 10), said(3, 20)) == [True, True, True]
    assert handled == [3, 1, 2]
    assert intake._chats == {}


@pytest.mark.parametrize("error", [RuntimeError("a defect"), ValueError("not an update")])
async def test_what_always_fails_is_done_with_at_once(error: Exception) -> None:
    async def feed(update: RawUpdate) -> None:
        raise error

    assert await Intake(feed, ManualClock())(put_out(1, 10))


async def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HANDLE_SECONDS", 0.01)

    async def feed(update: RawUpdate) -> None:
        if update["update_id"] == 1:
            await asyncio.Event().wait()

    assert await at_once(Intake(feed, ManualClock()), said(1, 10), said(2, 10)) == [True, True]


class Unsteady:
    """A database that is away until it is told to come back."""

    def __init__(self) -> None:
        self.is_away = True
        self.handled: list[int] = []

    async def feed(self, update: RawUpdate) -> None:
        if self.is_away:
            raise StorageError("locked")
        self.handled.append(update["update_id"])


async def test_what_is_told_of_a_chat_waits_for_what_was_told_before() -> None:
    database, clock = Unsteady(), ManualClock()
    intake = Intake(database.feed, clock)
    assert not await intake(put_out(1, 10))
    database.is_away = False
    assert not await intake(put_out(2, 10)), "put out, then taken in again: not the other way"
    assert await intake(put_out(3, 20))
    assert await intake(put_out(1, 10))
    assert await intake(put_out(2, 10))
    assert database.handled == [3, 1, 2]


async def test_nothing_comes_again_for_ever() -> None:
    database, clock = Unsteady(), ManualClock()
    intake = Intake(database.feed, clock)
    assert not await intake(put_out(1, 10))
    clock.advance(299)
    assert not await intake(put_out(1, 10))
    clock.advance(1)
    assert await intake(put_out(1, 10))


async def test_a_chatty_person_makes_nobody_wait_longer_than_one_answer_may(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock, waited, yield_ = ManualClock(), list[float](), asyncio.sleep

    async def sleep(seconds: float) -> None:
        waited.append(seconds)
        clock.advance(seconds)
        await yield_(0)

    monkeypatch.setattr("bot.answers.asyncio.sleep", sleep)
    answers = LimitedAnswers(Bot("42:TEST", session=ScriptedTelegram()), Limiter(clock, 25))
    answered: list[int] = []

    async def feed(update: RawUpdate) -> None:
        if await answers.edit(10, 1, Outgoing(Markup("ответ"))):
            answered.append(update["update_id"])

    intake = Intake(feed, clock)
    assert all(await at_once(intake, *(said(number, 10) for number in range(1, 100))))
    assert sum(waited) <= LONGEST_WAIT
    assert answered == list(range(1, 10)), "three a second, for as long as an answer may wait"
    clock.advance(10)
    assert await intake(said(100, 10))
    assert answered[-1] == 100
