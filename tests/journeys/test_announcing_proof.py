"""Nobody is lost in silence: an announcement to 5,000 while everything goes wrong."""

from collections import Counter
from collections.abc import AsyncIterator

import pytest

from delivery.outcomes import Unknown
from model.ids import AnnouncementId
from model.people import ChatKind
from sandbox.server import Sandbox
from storage.database import Database
from tests.clocks import FastClock
from tests.journeys.broadcast import Broadcast, Fate, reasons, sending
from tests.journeys.stage import TOKEN

RECIPIENTS = 5_000
BLOCKED, DEACTIVATED = 0.03, 0.01
GROUPS, MIGRATED_BEFORE, MIGRATED_MEANWHILE = 40, 12, 8
SPEED = 20.0
PER_SECOND = 100
SEED = 20261123
PATIENCE_SECONDS = 180.0
TEXT = "Приём заявок на субсидии открыт до 15 декабря"
RATES = {
    "flood": 0.02,
    "flood_of_all": 0.0008,
    "restart": 0.02,
    "proxy": 0.015,
    "drop_before": 0.01,
    "drop_after": 0.015,
    "hang_before": 0.003,
    "hang_after": 0.005,
}
"""More than one call in twelve meets an accident."""
DOUBTFUL = "not known whether it arrived"
SAID_OF_BLOCKED = "Forbidden: bot was blocked by the user"
SAID_OF_DEACTIVATED = "Forbidden: user is deactivated"


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN) as sandbox:
        yield sandbox


@pytest.fixture
async def broadcast(sandbox: Sandbox, sqlite_url: str) -> AsyncIterator[Broadcast]:
    broadcast = Broadcast(sandbox, Database(sqlite_url), FastClock(SPEED))
    yield broadcast
    await broadcast.close()


async def test_everyone_ends_in_the_right_state_whatever_goes_wrong(
    broadcast: Broadcast, sandbox: Sandbox
) -> None:
    crowd = sandbox.crowd(RECIPIENTS, blocked=BLOCKED, deactivated=DEACTIVATED, seed=SEED)
    groups = broadcast.groups(GROUPS, crowd.ids[0])
    await broadcast.subscribe(crowd.ids)
    await broadcast.subscribe(groups, ChatKind.GROUP)
    moved = {group: sandbox.migrate(group) for group in groups[:MIGRATED_BEFORE]}
    sandbox.chaos(RATES, SEED)
    number = await broadcast.begins(TEXT)
    in_doubt: Counter[int] = Counter()
    async with sending(
        sandbox.url,
        broadcast.database,
        broadcast.clock,
        PER_SECOND,
        lambda chat, outcome: in_doubt.update([chat] * isinstance(outcome, Unknown)),
    ):
        await sandbox.wait_for("sendMessage", RECIPIENTS // 10, PATIENCE_SECONDS)
        late = groups[MIGRATED_BEFORE : MIGRATED_BEFORE + MIGRATED_MEANWHILE]
        moved |= {group: sandbox.migrate(group) for group in late}
        await broadcast.is_over(number, PATIENCE_SECONDS)

    fates = await broadcast.fates(number)
    assert len(fates) == RECIPIENTS + GROUPS
    assert {each.state for each in fates} <= {"sent", "failed", "uncertain"}
    gone = dict.fromkeys(crowd.blocked, SAID_OF_BLOCKED)
    gone |= dict.fromkeys(crowd.deactivated, SAID_OF_DEACTIVATED)
    told = {each.chat_id: each.error for each in fates if each.state == "failed"}
    in_the_dark = {each.chat_id for each in fates if each.state == "uncertain"}
    assert told == {chat: why for chat, why in gone.items() if chat not in in_the_dark}
    check_against(sandbox, fates, in_doubt)
    await check_report(broadcast, number, fates)
    # Nobody is written to under a number that a group has left.
    assert not {*moved} & {each.chat_id for each in fates}
    assert sandbox.arrived(TEXT).total() > len(sandbox.arrived(TEXT)), "nothing came twice"


def check_against(sandbox: Sandbox, fates: list[Fate], in_doubt: Counter[int]) -> None:
    """What the database says of each chat, against what came to it in truth."""
    arrived, lost = sandbox.arrived(TEXT), sandbox.lost()
    assert not {*arrived} - {each.chat_id for each in fates}, "it came to somebody it was not for"
    for each in fates:
        came = arrived[each.chat_id]
        assert came <= 1 + bool(in_doubt[each.chat_id]), f"repeated without a doubt: {each}"
        match each.state:
            case "sent":
                assert came >= 1, each
                messages = {m["message_id"] for m in sandbox.from_bot(each.chat_id)}
                assert set(each.message_ids) <= messages, each
                if each.chat_id in lost:
                    assert (came, each.was_uncertain) == (2, True), each
            case "failed":
                assert came == 0, each
            case "uncertain":
                assert in_doubt[each.chat_id] == 2, each
                assert each.attempts >= 2, each


async def check_report(broadcast: Broadcast, number: AnnouncementId, fates: list[Fate]) -> None:
    """What the admins read agrees with what came, to a man."""
    broadcast.sandbox.chaos(0)
    progress = (await broadcast.results(number)).progress
    arrived = broadcast.sandbox.arrived(TEXT)
    in_the_dark = {each.chat_id for each in fates if each.state == "uncertain"}
    assert progress.left == progress.cancelled == 0
    assert progress.total == RECIPIENTS + GROUPS
    assert progress.failed == reasons(fates)
    assert progress.uncertain == len(in_the_dark)
    assert progress.sent == len(arrived.keys() - in_the_dark)
    told = await broadcast.spreadsheet(number)
    assert {chat for chat, state in told.items() if state == "delivered"} == (
        arrived.keys() - in_the_dark
    )
    assert {chat for chat, state in told.items() if state == DOUBTFUL} == in_the_dark
    assert Counter(told.values())["not delivered"] == progress.failures
