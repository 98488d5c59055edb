"""Paused, cancelled, corrected, taken back in the middle of it all, while everything goes wrong."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

import pytest

from delivery.outcomes import Outcome, Unknown
from model.announcements import AnnouncementState
from model.ids import AnnouncementId
from sandbox.gatherings import Crowd
from sandbox.server import Sandbox
from storage.database import Database
from tests.clocks import FastClock
from tests.journeys.broadcast import Broadcast, Fate, sending
from tests.journeys.stage import TOKEN

RECIPIENTS = 900
BLOCKED = 0.03
MIDWAY = 300
"""Messages that have begun when somebody says something else."""
SPEED = 20.0
PER_SECOND = 50
SEED = 7
PATIENCE_SECONDS = 120.0
QUIET_SECONDS = 1.0
"""Of a real clock: twenty of the program's."""
TEXT, OTHER = "Приём заявок до 15 декабря", "Приём заявок до 25 декабря"
RATES = {
    "flood": 0.02,
    "restart": 0.02,
    "proxy": 0.01,
    "drop_before": 0.01,
    "drop_after": 0.02,
    "hang_after": 0.003,
}


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN) as sandbox:
        yield sandbox


class Run:
    """One announcement to a crowd, under way."""

    def __init__(self, broadcast: Broadcast, crowd: Crowd, number: AnnouncementId) -> None:
        self.broadcast = broadcast
        self.sandbox = broadcast.sandbox
        self.crowd = crowd
        self.number = number
        self.in_doubt: Counter[int] = Counter()

    def note(self, chat_id: int, outcome: Outcome) -> None:
        if isinstance(outcome, Unknown):
            self.in_doubt[chat_id] += 1

    async def is_midway(self) -> None:
        await self.sandbox.wait_for("sendMessage", MIDWAY, PATIENCE_SECONDS)

    async def comes_to_rest(self) -> list[Fate]:
        await self.broadcast.is_still(self.number, PATIENCE_SECONDS)
        return await self.broadcast.fates(self.number)

    def came(self, chat_id: int) -> int:
        """Messages of the announcement that the chat got, whatever they say by now."""
        return self.sandbox.arrived(TEXT)[chat_id] + self.sandbox.arrived(OTHER)[chat_id]

    def reads(self, chat_id: int) -> dict[int, str]:
        """What is there to be read in the chat, by message."""
        return {each["message_id"]: each["text"] for each in self.sandbox.from_bot(chat_id)}


@pytest.fixture
async def run(sandbox: Sandbox, sqlite_url: str) -> AsyncIterator[Run]:
    broadcast = Broadcast(sandbox, Database(sqlite_url), FastClock(SPEED))
    crowd = sandbox.crowd(RECIPIENTS, blocked=BLOCKED, seed=SEED)
    await broadcast.subscribe(crowd.ids)
    sandbox.chaos(RATES, SEED)
    run = Run(broadcast, crowd, await broadcast.begins(TEXT))
    async with sending(sandbox.url, broadcast.database, broadcast.clock, PER_SECOND, run.note):
        await run.is_midway()
        yield run
    await broadcast.close()


def check(run: Run, fates: list[Fate], *states: str) -> Counter[str]:
    """Everybody stands somewhere, and nobody got what was not in doubt twice."""
    assert len(fates) == RECIPIENTS
    for each in fates:
        assert each.state in states, each
        came = run.came(each.chat_id)
        assert came <= 1 + bool(run.in_doubt[each.chat_id]), f"repeated without a doubt: {each}"
        if each.state in ("failed", "cancelled"):
            assert came == 0, each
        if each.state == "failed":
            assert each.chat_id in run.crowd.blocked, each
        if each.state == "sent":
            assert came >= 1, each
        if each.state == "uncertain":
            assert run.in_doubt[each.chat_id], each
    return Counter(each.state for each in fates)


async def check_report(run: Run, counted: Counter[str]) -> None:
    progress = (await run.broadcast.results(run.number)).progress
    assert progress.left == 0
    told = {"sent": progress.sent, "failed": progress.failures}
    told |= {"uncertain": progress.uncertain, "cancelled": progress.cancelled}
    assert told == {state: counted[state] for state in told}


async def test_what_is_paused_rests_and_goes_on_where_it_was(run: Run) -> None:
    await run.broadcast.pauses(run.number)
    await run.comes_to_rest()
    before = run.sandbox.arrived(TEXT).total()
    assert before < RECIPIENTS * (1 - BLOCKED)
    await asyncio.sleep(QUIET_SECONDS)
    assert run.sandbox.arrived(TEXT).total() == before, "it went on while it was paused"
    assert (await run.broadcast.announcement(run.number)).state is AnnouncementState.PAUSED

    await run.broadcast.resumes(run.number)
    await run.broadcast.is_over(run.number, PATIENCE_SECONDS)
    counted = check(run, await run.comes_to_rest(), "sent", "failed", "uncertain")
    assert counted["sent"] > RECIPIENTS * 0.9
    await check_report(run, counted)


async def test_nobody_gets_what_is_cancelled(run: Run) -> None:
    await run.broadcast.cancels(run.number)
    fates = await run.comes_to_rest()
    counted = check(run, fates, "sent", "failed", "uncertain", "cancelled")
    assert counted["cancelled"] > RECIPIENTS / 4
    assert counted["sent"] > MIDWAY / 2
    await check_report(run, counted)
    before = run.sandbox.arrived(TEXT).total()
    await asyncio.sleep(QUIET_SECONDS)
    assert run.sandbox.arrived(TEXT).total() == before


async def test_what_is_corrected_reads_so_with_everybody(run: Run) -> None:
    await run.broadcast.corrects(run.number, OTHER)
    await run.broadcast.is_over(run.number, PATIENCE_SECONDS)
    fates = await run.comes_to_rest()
    counted = check(run, fates, "sent", "failed", "uncertain")
    await check_report(run, counted)
    for each in fates:
        if each.state == "sent":
            reads = run.reads(each.chat_id)
            assert {reads[message] for message in each.message_ids} == {OTHER}, each
            stale = [text for text in reads.values() if text != OTHER]
            # Of what came twice, nobody knows the number of the first.
            assert len(stale) <= bool(run.in_doubt[each.chat_id]), each
    [amended] = (await run.broadcast.announcement(run.number)).amended
    assert (amended.failed, amended.beyond) == ({}, 0)
    assert 0 < amended.done < counted["sent"], "those who got it later got it right at once"
    edited = {int(call["params"]["chat_id"]) for call in run.sandbox.calls("editMessageText")}
    assert len(edited) == amended.done


async def test_what_is_taken_back_is_gone_from_everybody(run: Run) -> None:
    await run.broadcast.withdraws(run.number)
    fates = await run.comes_to_rest()
    counted = check(run, fates, "sent", "failed", "uncertain", "cancelled")
    await check_report(run, counted)
    assert counted["sent"] > MIDWAY / 2
    assert counted["cancelled"] > RECIPIENTS / 4
    for each in fates:
        reads = run.reads(each.chat_id)
        assert not {*reads} & {*each.message_ids}, each
        assert len(reads) <= run.in_doubt[each.chat_id], each
    [amended] = (await run.broadcast.announcement(run.number)).amended
    assert (amended.done, amended.failed, amended.beyond) == (counted["sent"], {}, 0)
