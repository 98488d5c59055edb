"""Rows of several parts: one after another, with nothing between, resumed where they stopped."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from markupsafe import Markup
from sqlalchemy import update

from delivery import outcomes
from delivery.contents import AlbumItem, Media, MediaKind
from delivery.outcomes import FloodWait, Migrated, Unknown, Unreachable
from delivery.outgoing import Button, Outgoing
from model.ids import ChatId, RowId
from model.outbox import Action, Priority, RowState
from storage.database import Database
from storage.outbox import Outbox
from storage.tables import OutboxTable
from tests.delivery.office import Office
from tests.delivery.post import Post

PHOTO = AlbumItem(Media(MediaKind.PHOTO, "photo-1"), Markup("caption"))
BUTTONS = Outgoing(Markup("buttons"), buttons=((Button("Ещё", "more:1"),),))


def album(n: int = 3, then: Outgoing | None = BUTTONS) -> Outgoing:
    return Outgoing(album=(PHOTO,) * n, then=then)


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@pytest.fixture
def post(office: Office) -> Post:
    return office.post


def said(office: Office, chat_id: int) -> list[str]:
    """What came into the chat: each album as how many it is."""
    return [
        message.text or f"album of {message.part.messages}"
        for message in office.telegram.sent
        if message.chat_id == chat_id and message.part is not None
    ]


async def test_buttons_follow_their_album_in_one_row(office: Office, post: Post) -> None:
    row_id = await post.put(1, outgoing=album())
    await office.works(1)
    row = await post.row(row_id)
    assert (row.state, row.parts_sent, row.message_ids) == ("pending", 1, [1, 2, 3])
    assert (row.priority, row.finished_at) == (Priority.REST, None)
    await office.works(5)
    row = await post.row(row_id)
    assert (row.state, row.parts_sent, row.message_ids) == ("sent", 2, [1, 2, 3, 4])
    assert (row.attempts, row.was_uncertain, row.error) == (1, False, None)
    assert said(office, 1) == ["album of 3", "buttons"]


async def test_nothing_comes_between(office: Office, post: Post) -> None:
    await post.put(1, outgoing=album(), priority=Priority.BROADCAST)
    await office.works(1)
    await post.put(1, "a digest")
    await post.put(1, "urgent", priority=Priority.URGENT)
    await office.works(15)
    assert said(office, 1) == ["album of 3", "buttons", "urgent", "a digest"]


async def test_the_rest_of_a_chat_comes_before_other_chats(database: Database) -> None:
    office = Office(database, per_second=3)
    await office.post.put(1, outgoing=album())
    await office.works(0.9)
    for chat in range(2, 14):
        await office.post.put(chat, "urgent", priority=Priority.URGENT)
    await office.works(4)
    (rest,) = [n for n, sent in enumerate(office.telegram.sent) if sent.text == "buttons"]
    assert rest <= 8, "as soon as its chat may have the next one"


async def test_each_part_may_be_in_doubt_once(office: Office, post: Post) -> None:
    arrives = outcomes.Sent((7, 8, 9))
    office.telegram.answers(Unknown("timeout"), arrives, Unknown("timeout"))
    row_id = await post.put(1, outgoing=album())
    await office.works(60)
    assert said(office, 1) == ["album of 3", "album of 3", "buttons", "buttons"]
    row = await post.row(row_id)
    assert row.state == "sent"
    assert row.message_ids[:3] == [7, 8, 9]


async def test_in_doubt_twice_it_keeps_what_it_has_and_a_person_may_send_the_rest(
    office: Office, post: Post
) -> None:
    office.telegram.answers(outcomes.Sent((7, 8, 9)), *[Unknown("timeout")] * 3)
    row_id = await post.put(1, outgoing=album())
    assert row_id is not None
    await office.works(60)
    row = await post.row(row_id)
    assert (row.state, row.parts_sent, row.message_ids) == ("uncertain", 1, [7, 8, 9])
    assert row.attempts == 2
    assert await once_more(post, row_id) == [row_id]
    await office.works(10)
    assert (await post.row(row_id)).state == "uncertain", "a last time"
    assert await once_more(post, row_id) == [row_id]
    await office.works(10)
    row = await post.row(row_id)
    assert (row.state, row.message_ids[:3], len(row.message_ids)) == ("sent", [7, 8, 9], 4)
    assert said(office, 1) == ["album of 3", *["buttons"] * 4]
    assert await once_more(post, row_id) == []


async def once_more(post: Post, row_id: RowId) -> list[RowId]:
    async with post.database.writing() as db:
        return await db.outbox.once_more([row_id], post.clock.now())


async def test_a_chat_lost_in_the_middle_fails_with_what_it_has(office: Office, post: Post) -> None:
    office.telegram.answers(outcomes.Sent((7, 8, 9)), Unreachable("blocked"))
    row_id = await post.put(1, outgoing=album())
    await office.works(10)
    row = await post.row(row_id)
    assert (row.state, row.error) == ("failed", "blocked")
    assert (row.parts_sent, row.message_ids) == (1, [7, 8, 9])


async def test_a_group_that_migrates_in_the_middle_gets_the_rest_where_it_is_now(
    office: Office, post: Post
) -> None:
    office.telegram.answers(outcomes.Sent((7, 8, 9)), Migrated(ChatId(-1001)), chat_id=-1)
    row_id = await post.put(-1, outgoing=album())
    await office.works(10)
    row = await post.row(row_id)
    assert (row.state, row.chat_id) == ("sent", -1001)
    assert row.message_ids[:3] == [0, 0, 0], "under these numbers others stand there"
    assert len(row.message_ids) == 4
    assert said(office, -1001) == ["buttons"]


async def test_what_was_asked_of_a_group_s_messages_does_not_move_with_it(
    office: Office, post: Post
) -> None:
    rows = [await post.ask(-1, Action.DELETE, 7, 8), await post.put(-1, "edited", edits=7)]
    async with post.database.writing() as db:
        await db.subscribers.migrate(-1, -1001)
        await db.outbox.move_to_chat(-1, -1001)
    office.telegram.answers(*[Migrated(ChatId(-1001))] * 2, chat_id=-1)
    await office.works(5)
    assert [(await post.row(each)).state for each in rows] == ["failed", "failed"]
    assert {chat for chat, _ in office.telegram.deleted} == {-1}


async def test_a_flood_in_the_middle_waits_and_goes_on(office: Office, post: Post) -> None:
    office.telegram.answers(outcomes.Sent((7, 8, 9)), FloodWait(20))
    row_id = await post.put(1, outgoing=album())
    await office.works(5)
    await post.put(1, "urgent", priority=Priority.URGENT)
    await office.works(60)
    assert said(office, 1) == ["album of 3", "buttons", "buttons", "urgent"]
    assert (await post.row(row_id)).state == "sent"


async def test_a_sender_that_died_is_followed_at_the_part_not_sent(
    office: Office, post: Post
) -> None:
    row_id = await post.put(1, outgoing=album())
    await office.works(1)
    office.clock.advance(10)
    now = post.clock.now()
    async with post.database.writing() as db:
        (claimed,) = await db.outbox.claim(1, now, now + timedelta(seconds=45))
    assert (claimed.parts_sent, claimed.message_ids) == (1, (1, 2, 3))
    await office.works(60)
    assert said(office, 1) == ["album of 3", "buttons"]
    assert (await post.row(row_id)).state == "sent"


async def test_whoever_asks_to_be_forgotten_gets_no_second_part(office: Office, post: Post) -> None:
    row_id = await post.put(1, outgoing=album())
    answered = office.telegram.holds()
    async with asyncio.TaskGroup() as group:
        await office.sender.step(group)
        await office.telegram.has(1)
        async with post.database.writing() as db:
            await db.outbox.forget(await post.person(1), post.clock.now())
        answered.set()
    await office.works(10)
    row = await post.row(row_id)
    assert (row.state, row.chat_id, row.error) == ("cancelled", None, "asked to be forgotten")
    assert said(office, 1) == ["album of 3"]


async def test_a_body_with_no_part_left_fails_alone(office: Office, post: Post) -> None:
    row_id = await post.put(1)
    async with post.database.writing() as db:
        await db.session.execute(update(OutboxTable).values(parts_sent=1))
    await office.works(2)
    row = await post.row(row_id)
    assert (row.state, office.telegram.sent) == ("failed", [])
    assert "has sent all 1 parts" in row.error


async def test_a_deletion_and_a_pin_say_nothing(office: Office, post: Post) -> None:
    deletes, pins = await post.ask(1, Action.DELETE, 7, 8), await post.ask(2, Action.PIN, 9)
    office.telegram.answers(Unknown("timeout"), chat_id=2)
    await office.works(20)
    assert office.telegram.deleted == [(1, (7, 8))]
    assert office.telegram.pinned == [(2, 9), (2, 9)]
    assert office.telegram.sent == []
    kept = await post.row(deletes)
    assert (kept.state, kept.message_ids) == ("sent", [7, 8])
    assert (await post.row(pins)).state == "sent"


@pytest.mark.parametrize("action", [Action.DELETE, Action.PIN])
async def test_what_may_be_done_twice_is_done_again_after_any_number_of_crashes(
    office: Office, post: Post, action: Action
) -> None:
    row_id = await post.ask(1, action, 7)
    for _ in range(3):
        now = post.clock.now()
        async with post.database.writing() as db:
            assert len(await db.outbox.claim(1, now, now + timedelta(seconds=45))) == 1
        office.clock.advance(46)
        async with post.database.writing() as db:
            await db.outbox.recover(post.clock.now())
    row = await post.row(row_id)
    assert (row.state, row.was_uncertain) == (RowState.PENDING, False)


async def test_what_cannot_have_arrived_is_taken_back(office: Office, post: Post) -> None:
    begun = await post.put(1, outgoing=album())
    flooded, in_doubt = await post.put(2), await post.put(6)
    office.telegram.answers(FloodWait(60), chat_id=2)
    office.telegram.answers(Unknown("timeout"), chat_id=6)
    await office.works(1)
    in_flight = await post.put(3)
    now = post.clock.now()
    async with post.database.writing() as db:
        assert len(await db.outbox.claim(2, now, now + timedelta(seconds=45))) == 2
    untouched = [await post.put(chat) for chat in (4, 5)]
    rows = [begun, in_doubt, in_flight, flooded, *untouched]
    async with post.database.writing() as db:
        taken = await db.outbox.take_back([row for row in rows if row is not None])
    assert set(taken) == {flooded, *untouched}
    assert [await post.row(row) is None for row in rows] == [False] * 3 + [True] * 3
    assert await post.put(4, key="again") is not None


@pytest.mark.parametrize("per_second", [5, 25])
async def test_albums_that_wait_for_permits_are_not_claimed_again_and_again(
    database: Database, monkeypatch: pytest.MonkeyPatch, per_second: int
) -> None:
    office, claims = Office(database, per_second), 0
    for chat in range(1, 9):
        await office.post.put(chat, outgoing=album(10, then=None))
    claim = Outbox.claim

    async def counted(*args: Any) -> Any:
        nonlocal claims
        claims += 1
        return await claim(*args)

    monkeypatch.setattr(Outbox, "claim", counted)
    await office.works(15)
    assert set(await office.post.states()) == {"sent"}
    assert claims <= 2 * 8


async def test_a_group_s_third_album_waits_for_its_minute_and_holds_up_nobody(
    office: Office, post: Post
) -> None:
    for _ in range(3):
        await post.put(-1, outgoing=album(10, then=None))
    await office.works(20)
    await post.put(2, "a digest")
    await office.works(10)
    assert (said(office, -1), said(office, 2)) == (["album of 10"] * 2, ["a digest"])
    await office.works(40)
    assert said(office, -1) == ["album of 10"] * 3
    assert (await post.row(RowId(3))).attempts == 1


@pytest.mark.parametrize(("per_second", "every"), [(5, 0.5), (10, 0.25), (25, 0.05)])
async def test_a_trickle_of_answers_keeps_no_album_waiting_for_ever(
    database: Database, per_second: int, every: float
) -> None:
    office = Office(database, per_second)
    await office.post.put(1, outgoing=album(10, then=None))
    await office.post.put(2, "a digest")
    waits = [0.0]
    for chat in range(100, 100 + round(12 / every)):
        asked = office.clock.monotonic()
        while not office.limiter.take(chat, answer=True):
            await office.works(max(office.limiter.wait(chat, answer=True), 0.01))
        waits.append(office.clock.monotonic() - asked)
        await office.works(every)
    assert said(office, 1) == ["album of 10"]
    assert said(office, 2) == ["a digest"]
    if per_second >= 10:  # one larger than the allowance is paid for by everybody
        assert max(waits) < 2, "an answer later than that is dropped"
