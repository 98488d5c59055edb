"""What stands in the outbox: enqueued in bulk, cancelled, moved."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from model.ids import BodyId, ChatId, RowId
from model.outbox import NewRow, Priority, RowState
from storage.database import Database
from storage.tables import BodyTable, OutboxTable
from tests.clocks import ManualClock
from tests.delivery.post import Post

NOW = ManualClock().now()


@pytest.fixture
def post(database: Database) -> Post:
    return Post(database, ManualClock())


async def put(post: Post, chat_id: int) -> RowId:
    row = await post.put(chat_id)
    assert row is not None
    return row


async def test_a_body_is_kept_once_under_its_key(database: Database) -> None:
    async with database.writing() as db:
        first = await db.outbox.body("a", "one", NOW)
        other = await db.outbox.body("b", "one", NOW)
    async with database.writing() as db:
        again = await db.outbox.body("a", "two", NOW)
    async with database.reading() as db:
        texts = await db.session.execute(select(BodyTable.id, BodyTable.outgoing))
    assert again == first != other
    assert {(BodyId(body), text) for body, text in texts} == {(first, "one"), (other, "one")}


async def test_ids_come_in_the_order_of_a_thousand_rows(post: Post, database: Database) -> None:
    subscriber = await post.person(1)
    keys = [f"row {number * 7919 % 1000}" for number in range(1000)]
    async with database.writing() as db:
        body = await db.outbox.body("a", "one", NOW)
        row = NewRow(subscriber, ChatId(1), body, "", "digest", Priority.DIGEST, NOW)
        first = await db.outbox.enqueue([replace(row, unique_key=key) for key in keys], NOW)
        again = await db.outbox.enqueue(
            [replace(row, unique_key=key) for key in ("row 7", "new", "new")], NOW
        )
        found = await db.session.execute(select(OutboxTable.id, OutboxTable.unique_key))
        kept = {key: row_id for row_id, key in found}
    assert first == [kept[key] for key in keys]
    assert again == [None, kept["new"], None]
    assert len(kept) == 1001


async def test_only_what_waits_is_cancelled(post: Post, database: Database) -> None:
    waiting, other = await put(post, 1), await put(post, 2)
    async with database.writing() as db:
        assert await db.outbox.cancel([waiting], "a newer one", NOW) == [waiting]
        assert await db.outbox.cancel([waiting], "once more", NOW) == []
    row = await post.row(waiting)
    assert (row.state, row.error, row.finished_at) == (RowState.CANCELLED, "a newer one", NOW)
    assert (await post.row(other)).state == RowState.PENDING


async def test_all_that_waits_for_a_chat_is_cancelled(post: Post, database: Database) -> None:
    gone, other = [await put(post, 1), await put(post, 1)], await put(post, 2)
    async with database.writing() as db:
        assert sorted(await db.outbox.cancel_for_chat(1, "blocked", NOW)) == gone
    assert (await post.row(other)).state == RowState.PENDING


async def test_what_waits_for_a_group_follows_it(post: Post, database: Database) -> None:
    row, other = await put(post, -1), await put(post, -2)
    async with database.writing() as db:
        await db.outbox.move_to_chat(-1, -1001)
    assert (await post.row(row)).chat_id == -1001
    assert (await post.row(other)).chat_id == -2
