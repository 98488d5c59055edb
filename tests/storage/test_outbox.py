"""The outbox on both databases: rows are enqueued once, claimed once, and never lost."""

from datetime import datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import select

from model.ids import BodyId, ChatId, RowId, SubscriberId
from model.outbox import NewRow, Priority, RowState
from model.people import ChatKind, Language, Schedule
from storage.database import Database
from storage.tables import BodyTable, OutboxTable
from tests.clocks import ManualClock

NOW = ManualClock().now()


class Post:
    """Puts rows into an outbox and sees, through sessions of its own, what became of them."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._keys = count(1)

    async def subscriber(self, chat_id: int) -> SubscriberId:
        async with self.database.writing() as db:
            found = await db.subscribers.get_or_create(
                chat_id, ChatKind.PRIVATE, Language.RUSSIAN, Schedule(), NOW
            )
            return found.id

    async def row(
        self,
        chat_id: int,
        *,
        key: str | None = None,
        priority: Priority = Priority.DIGEST,
        in_seconds: float = 0,
        expires_in: float | None = None,
    ) -> NewRow:
        """A row ready to be enqueued."""
        subscriber_id = await self.subscriber(chat_id)
        async with self.database.writing() as db:
            body = await db.outbox.body("body", '{"text": "a"}', NOW)
        return NewRow(
            subscriber_id,
            ChatId(chat_id),
            body,
            key or f"key {next(self._keys)}",
            "digest",
            priority,
            NOW + timedelta(seconds=in_seconds),
            None if expires_in is None else NOW + timedelta(seconds=expires_in),
        )

    async def put(self, *rows: NewRow) -> list[RowId | None]:
        async with self.database.writing() as db:
            return await db.outbox.enqueue(rows, NOW)

    async def enqueued(self, chat_id: int, **details: object) -> RowId:
        (row_id,) = await self.put(await self.row(chat_id, **details))  # type: ignore[arg-type]
        assert row_id is not None
        return row_id

    async def seen(self, row_id: RowId) -> OutboxTable:
        async with self.database.reading() as db:
            found = await db.session.get(OutboxTable, row_id)
            assert found is not None
            return found

    async def state(self, row_id: RowId) -> str:
        return (await self.seen(row_id)).state


@pytest.fixture
def post(database: Database) -> Post:
    return Post(database)


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


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


async def test_a_unique_key_is_one_row(post: Post) -> None:
    first = await post.enqueued(1, key="a")
    ids = await post.put(
        await post.row(2, key="b"), await post.row(1, key="a"), await post.row(3, key="b")
    )
    assert ids[0] not in (None, first)
    assert ids[1:] == [None, None]


async def test_ids_come_in_the_order_of_a_thousand_rows(post: Post, database: Database) -> None:
    row = await post.row(1)
    keys = [f"row {number * 7919 % 1000}" for number in range(1000)]
    rows = [
        NewRow(row.subscriber_id, row.chat_id, row.body_id, key, "digest", Priority.DIGEST, NOW)
        for key in keys
    ]
    ids = await post.put(*rows)
    async with database.reading() as db:
        found = await db.session.execute(select(OutboxTable.id, OutboxTable.unique_key))
        kept = {key: row_id for row_id, key in found}
    assert ids == [kept[key] for key in keys]


async def test_only_what_waits_is_cancelled(post: Post, database: Database) -> None:
    waiting, other = await post.enqueued(1), await post.enqueued(2)
    async with database.writing() as db:
        assert await db.outbox.cancel([waiting], "a newer one", NOW) == [waiting]
        assert await db.outbox.cancel([waiting], "once more", NOW) == []
    row = await post.seen(waiting)
    assert (row.state, row.error, row.finished_at) == (RowState.CANCELLED, "a newer one", NOW)
    assert await post.state(other) == RowState.PENDING


async def test_all_that_waits_for_a_chat_is_cancelled(post: Post, database: Database) -> None:
    gone = [await post.enqueued(1), await post.enqueued(1)]
    other = await post.enqueued(2)
    async with database.writing() as db:
        assert sorted(await db.outbox.cancel_for_chat(1, "blocked", NOW)) == gone
    assert await post.state(other) == RowState.PENDING


async def test_what_waits_for_a_group_follows_it(post: Post, database: Database) -> None:
    row, other = await post.enqueued(-1), await post.enqueued(-2)
    async with database.writing() as db:
        await db.outbox.move_to_chat(-1, -1001)
    assert (await post.seen(row)).chat_id == -1001
    assert (await post.seen(other)).chat_id == -2
