"""The outbox's rows: enqueued once, claimed in order, in flight one to a chat."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from model.ids import RowId
from model.outbox import OutboxRow, Priority, RowChange, RowState
from storage import claiming
from storage.database import Database
from tests.clocks import ManualClock
from tests.delivery.post import Post

LEASE = timedelta(seconds=60)


@pytest.fixture(params=["few are due", "many are due"], autouse=True)
def looks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are found both ways: by what is due, and by a walk along all that waits."""
    if request.param == "many are due":
        monkeypatch.setattr("storage.claiming._FEW", -1)


@pytest.fixture
def post(database: Database) -> Post:
    return Post(database, ManualClock())


async def claim(post: Post, limit: int = 10) -> list[OutboxRow]:
    now = post.clock.now()
    async with post.database.writing() as db:
        return await db.outbox.claim(limit, now, now + LEASE)


async def record(post: Post, change: RowChange) -> None:
    async with post.database.writing() as db:
        await db.outbox.record([change], post.clock.now())


async def test_one_key_is_one_row(post: Post) -> None:
    assert await post.put(1, key="digest:1:7") is not None
    assert await post.put(1, key="digest:1:7") is None
    assert await post.states() == ["pending"]


async def test_rows_share_a_body(post: Post) -> None:
    await post.put(1, "the same")
    await post.put(2, "the same")
    claimed = await claim(post)
    assert len({row.body_id for row in claimed}) == 1


async def test_the_urgent_goes_first_and_no_more_than_asked_for(post: Post) -> None:
    await post.put(1, "broadcast", priority=Priority.BROADCAST)
    await post.put(2, "digest", priority=Priority.DIGEST)
    await post.put(3, "notice", priority=Priority.NOTICE)
    assert [row.chat_id for row in await claim(post, 2)] == [3, 2]


async def test_a_chat_has_one_message_in_flight_and_its_rows_in_order(post: Post) -> None:
    first, second = await post.put(1, "first"), await post.put(1, "second")
    assert [row.id for row in await claim(post)] == [first]
    assert await claim(post) == []
    assert first is not None
    await record(post, RowChange(first, RowState.SENT, message_ids=(5,)))
    assert [row.id for row in await claim(post)] == [second]
    sent = await post.row(first)
    assert (sent.message_ids, sent.attempts) == ([5], 1)


async def test_a_row_tried_before_holds_up_the_later_ones_of_its_chat(post: Post) -> None:
    first = await post.put(1, "first")
    assert first is not None
    await claim(post)
    later = post.clock.now() + timedelta(minutes=5)
    await record(post, RowChange(first, RowState.PENDING, not_before=later))
    await post.put(1, "second")
    other = await post.put(2, "another chat")
    assert [row.id for row in await claim(post)] == [other]


async def test_a_row_for_later_holds_up_nobody(post: Post) -> None:
    await post.put(1, "tomorrow", not_before=post.clock.now() + timedelta(days=1))
    today = await post.put(1, "today")
    assert [row.id for row in await claim(post)] == [today]


async def test_an_expired_row_is_cancelled_when_its_turn_comes(post: Post) -> None:
    over = await post.put(1, expires_at=post.clock.now() + timedelta(minutes=1))
    still = await post.put(2, expires_at=post.clock.now() + timedelta(minutes=2))
    post.clock.advance(60)
    assert [row.id for row in await claim(post)] == [still]
    row = await post.row(over)
    assert (row.state, row.finished_at) == ("cancelled", post.clock.now())


async def test_a_lost_row_goes_once_more_and_then_waits_for_a_person(post: Post) -> None:
    row = await post.put(1)
    for expected in ("pending", "uncertain"):
        await claim(post)
        post.clock.advance(61)
        async with post.database.writing() as db:
            assert await db.outbox.recover(post.clock.now()) == 1
        assert (await post.row(row)).state == expected
    assert await claim(post) == []


async def test_a_row_in_good_hands_is_not_recovered(post: Post) -> None:
    row = await post.put(1)
    assert row is not None
    await claim(post)
    async with post.database.writing() as db:
        assert await db.outbox.recover(post.clock.now()) == 0
    post.clock.advance(61)
    async with post.database.writing() as db:
        assert await db.outbox.recover(post.clock.now(), [row]) == 0


async def test_a_row_of_someone_forgotten_loses_its_chat_once_it_has_landed(post: Post) -> None:
    row, waiting = await post.put(1, "first"), await post.put(1, "second")
    assert row is not None
    await claim(post)
    async with post.database.writing() as db:
        await db.outbox.forget(await post.person(1), post.clock.now())
    assert (await post.row(row)).chat_id == 1
    await record(post, RowChange(RowId(row), RowState.SENT, message_ids=(9,)))
    kept = await post.row(row)
    assert (kept.state, kept.chat_id, kept.subscriber_id) == ("sent", None, None)
    other = await post.row(waiting)
    assert (other.state, other.chat_id, other.subscriber_id) == ("cancelled", None, None)


async def test_a_row_of_someone_forgotten_is_not_tried_again(post: Post) -> None:
    row = await post.put(1)
    assert row is not None
    await claim(post)
    async with post.database.writing() as db:
        await db.outbox.forget(await post.person(1), post.clock.now())
    await record(post, RowChange(row, RowState.PENDING, error="502"))
    kept = await post.row(row)
    assert (kept.state, kept.chat_id) == ("cancelled", None)


async def test_a_row_of_someone_forgotten_is_lost_with_its_sender(post: Post) -> None:
    row = await post.put(1)
    await claim(post)
    async with post.database.writing() as db:
        await db.outbox.forget(await post.person(1), post.clock.now())
    post.clock.advance(61)
    async with post.database.writing() as db:
        await db.outbox.recover(post.clock.now())
    kept = await post.row(row)
    assert (kept.state, kept.chat_id) == ("cancelled", None)


async def test_a_row_cancelled_in_flight_is_not_tried_again(post: Post) -> None:
    row = await post.put(1)
    assert row is not None
    await claim(post)
    async with post.database.writing() as db:
        assert await db.outbox.cancel([row], "stopped", post.clock.now()) == []
    await record(post, RowChange(row, RowState.PENDING, error="502"))
    assert await claim(post) == []
    assert (await post.row(row)).state == "cancelled"


async def test_a_chat_that_must_wait_holds_up_nobody(post: Post) -> None:
    for text in ("first", "second", "third"):
        await post.put(1, text)
    other = await post.put(2)
    now = post.clock.now()
    async with post.database.writing() as db:
        claimed = await db.outbox.claim(1, now, now + LEASE, without_chats={1})
    assert [row.id for row in claimed] == [other]


async def test_one_chat_with_many_rows_does_not_hide_the_others(post: Post) -> None:
    rows = [await post.put(1, f"row {number}") for number in range(12)]
    other = await post.put(2)
    assert [row.id for row in await claim(post, 2)] == [rows[0], other]


async def test_what_a_flood_put_back_holds_up_its_chat(post: Post) -> None:
    first = await post.put(1, "first")
    assert first is not None
    await post.put(1, "second")
    await claim(post)
    later = post.clock.now() + timedelta(seconds=9)
    back = RowChange(first, RowState.PENDING, later, "retry after 9 s", counts=False)
    await record(post, back)
    assert await claim(post) == []
    post.clock.advance(9)
    assert [row.id for row in await claim(post)] == [first]


async def test_two_senders_never_claim_the_same_row(post: Post) -> None:
    for chat in range(1, 21):
        await post.put(chat)
    other = Database(post.database.url)

    async def claim_with(database: Database) -> list[OutboxRow]:
        now = post.clock.now()
        async with database.writing() as db:
            claimed = await db.outbox.claim(10, now, now + LEASE)
            await asyncio.sleep(0)
            return claimed

    try:
        first, second = await asyncio.gather(claim_with(post.database), claim_with(other))
    finally:
        await other.close()
    assert len({row.id for row in first} | {row.id for row in second}) == 20


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_what_is_meant_for_tomorrow_is_not_walked_past(post: Post) -> None:
    """With few rows due, each query goes by an index of what is due or of its chats."""
    if claiming._FEW < 0:
        pytest.skip("a walk it is")
    now = post.clock.now()
    for chat in range(1, 4):
        await post.put(chat, not_before=now + timedelta(days=1))
    due = await post.put(9)
    asked: list[tuple[str, Any]] = []
    async with post.database.writing() as db:
        engine = db.session.get_bind().engine

        def note(_c: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
            asked.append((statement, values))

        event.listen(engine, "before_cursor_execute", note)
        assert await db.outbox.has_due(now)
        assert [row.id for row in await db.outbox.claim(5, now, now + LEASE)] == [due]
        event.remove(engine, "before_cursor_execute", note)
        plans = []
        for statement, values in asked[:3]:
            connection = await db.session.connection()
            plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            plans.append(" ".join(str(step[-1]) for step in plan))
    assert ["ix_outbox_due" in plan for plan in plans] == [True, True, False]
    assert "ix_outbox_chat" in plans[2]
