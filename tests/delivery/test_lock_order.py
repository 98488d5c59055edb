"""Two who change a chat at once wait for each other in one order, and neither is thrown out."""

import asyncio

import pytest
from sqlalchemy import select, text

from accounts.actor import Actor
from accounts.personal import DeleteMe
from accounts.rights import Rights
from delivery.outcomes import Unreachable
from model.ids import ChatId
from model.people import ChatKind, Language
from storage.database import Database
from storage.tables import OutboxTable
from tests.delivery.office import Office

CHAT = ChatId(1001)


async def test_a_chat_that_cannot_be_reached_asks_to_be_forgotten(database: Database) -> None:
    if not database.url.startswith("postgresql"):
        pytest.skip("SQLite lets one writer in at a time")
    office = Office(database)
    office.telegram.answers(Unreachable("blocked"))
    row = await office.post.put(CHAT)
    later = await office.post.put(CHAT, "later")
    await office.step()
    actor = Actor(CHAT, ChatKind.PRIVATE, CHAT, Language.RUSSIAN)
    delete_me = DeleteMe(database, office.clock, Rights(frozenset()))

    async with asyncio.TaskGroup() as group, asyncio.timeout(20), database.writing() as db:
        held = select(OutboxTable.id).where(OutboxTable.id == row).with_for_update()
        await db.session.execute(held)
        group.create_task(office.step())  # records that the chat cannot be reached
        await _waiting(database, 1)
        group.create_task(delete_me(actor))
        await _waiting(database, 2)

    assert await office.post.subscriber(CHAT) is None
    assert [(await office.post.row(each)).state for each in (row, later)] == ["failed", "cancelled"]
    assert office.sender._finished == []


async def _waiting(database: Database, transactions: int) -> None:
    """Wait until so many of them wait for a lock."""
    query = text(
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    while True:
        async with database.reading() as db:
            if (await db.session.scalar(query)) == transactions:
                return
        await asyncio.sleep(0.01)
