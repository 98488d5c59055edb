"""How far an announcement got is known for ever, also when its rows are dropped."""

import pytest

from model.announcements import RecipientState
from model.outbox import RowState
from publishing.pruning import PruneOld
from storage.database import Database
from storage.tables import OutboxTable
from tests.clocks import ManualClock
from tests.publishing.announced import Broadcasts

DAY = 24 * 3600


@pytest.fixture
def broadcasts(database: Database) -> Broadcasts:
    return Broadcasts(database, ManualClock())


async def test_what_its_row_said_is_kept_when_it_is_dropped(broadcasts: Broadcasts) -> None:
    for chat_id in (1, 2, 3):
        await broadcasts.chat(chat_id)
    number = await broadcasts.sends("Приём заявок")
    await broadcasts.feed()
    await broadcasts.arrives(1)
    await broadcasts.arrives(2, state=RowState.FAILED, error="blocked", parts_sent=1)
    await broadcasts.arrives(3, state=RowState.UNCERTAIN, error="no answer")
    await broadcasts.feed()
    ended = broadcasts.clock.now()
    async with broadcasts.database.reading() as db:
        before = await db.progress.of(number, ended, ended)
    broadcasts.clock.advance(36 * DAY)
    await PruneOld(broadcasts.database, broadcasts.clock, "Asia/Almaty")()
    assert await broadcasts.rows(OutboxTable.id) == []
    kept = [
        (one.state, one.error, one.ended_at, one.parts_sent, one.row_id)
        for one in await broadcasts.recipients(number)
    ]
    assert kept == [
        (RecipientState.SENT, None, ended, 0, None),
        (RecipientState.FAILED, "blocked", ended, 1, None),
        (RecipientState.UNCERTAIN, "no answer", ended, 0, None),
    ]
    async with broadcasts.database.reading() as db:
        now = broadcasts.clock.now()
        assert await db.progress.of(number, now, now) == before


async def test_a_group_that_became_a_supergroup_keeps_what_was_announced_to_it(
    broadcasts: Broadcasts,
) -> None:
    old, new = -5, -1001234567890
    await broadcasts.chat(old)
    first = await broadcasts.sent("Раз")
    await broadcasts.chat(new)  # its first message came before the news of the change
    second = await broadcasts.sent("Два")
    async with broadcasts.database.writing() as db:
        await db.subscribers.migrate(old, new)
    async with broadcasts.database.reading() as db:
        kept = await db.subscribers.get(new)
        assert kept is not None
        told = await db.results.of_chat(kept.id)
    assert [(one.announcement_id, one.state) for one in told] == [(first, "sent"), (second, "sent")]
