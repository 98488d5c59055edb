"""The sender: what is in the outbox arrives, once, in order, and no outage loses it."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from delivery import outcomes
from delivery.outcomes import FloodWait, Migrated, NoThread, Stopped, Unknown, Unreachable
from model.ids import ChatId
from model.outbox import Priority
from storage.database import Database
from storage.tables import BodyTable, OutboxTable
from tests.delivery.office import Office


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


async def test_what_waits_arrives_and_is_recorded(office: Office) -> None:
    rows = [await office.post.put(chat, f"to {chat}") for chat in (1, 2, 3)]
    await office.works(1)
    assert sorted(office.telegram.chats()) == [1, 2, 3]
    row = await office.post.row(rows[0])
    assert (row.state, row.attempts, row.lease_until) == ("sent", 1, None)
    assert row.message_ids
    assert row.finished_at is not None


async def test_a_message_is_edited_in_place_and_an_edit_in_doubt_is_made_again(
    office: Office,
) -> None:
    office.telegram.answers(Unknown("timed out"), Unknown("timed out"))
    row_id = await office.post.put(1, "put right", edits=77)
    await office.works(30)
    assert [message.instead_of for message in office.telegram.sent] == [77, 77, 77]
    row = await office.post.row(row_id)
    assert (row.state, row.was_uncertain) == ("sent", False)


async def test_a_message_that_is_gone_is_not_edited_and_its_chat_is_well(office: Office) -> None:
    office.telegram.answers(outcomes.Refused("message to edit not found"))
    row_id = await office.post.put(1, "put right", edits=77)
    await office.works(2)
    assert (await office.post.row(row_id)).state == "failed"
    assert (await office.post.subscriber(1)).unreachable_at is None


@pytest.mark.parametrize("action", ["paint", "edit", "pin"])
async def test_what_nobody_knows_how_to_do_is_not_posted(office: Office, action: str) -> None:
    strange = await office.post.put(1, "to be painted")
    async with office.post.database.writing() as db:
        await db.session.execute(update(OutboxTable).values(action=action))
    await office.post.put(2, "a digest")
    await office.works(2)
    row = await office.post.row(strange)
    assert (row.state, row.error) == ("failed", f"nobody knows what it asks for: {action}")
    assert office.telegram.to(1) == []
    assert office.telegram.to(2) == ["a digest"]
    assert (await office.post.subscriber(1)).unreachable_at is None


async def test_one_chat_gets_its_rows_in_order_a_second_apart(office: Office) -> None:
    for text in ("first", "second", "third"):
        await office.post.put(1, text)
    await office.works(0.5)
    assert office.telegram.to(1) == ["first"]
    await office.works(3)
    assert office.telegram.to(1) == ["first", "second", "third"]


async def test_the_urgent_overtakes(office: Office) -> None:
    office = Office(office.post.database, per_second=1)
    await office.post.put(1, "broadcast", priority=Priority.BROADCAST)
    await office.post.put(2, "notice", priority=Priority.NOTICE)
    await office.works(2.5)
    assert [message.text for message in office.telegram.sent] == ["notice", "broadcast"]


async def test_a_chat_that_floods_waits_alone(office: Office) -> None:
    office.telegram.answers(FloodWait(30), chat_id=1)
    for text in ("first", "second"):
        await office.post.put(1, text)
    await office.post.put(2)
    await office.works(29)
    assert office.telegram.to(1) == ["first"]
    assert len(office.telegram.to(2)) == 1
    await office.works(3)
    assert office.telegram.to(1) == ["first", "first", "second"]


async def test_a_second_chat_that_floods_pauses_all(office: Office) -> None:
    for chat in (1, 2):
        office.telegram.answers(FloodWait(30), chat_id=chat)
        await office.post.put(chat)
    await office.works(1)
    await office.post.put(3)
    await office.works(27)
    assert office.telegram.to(3) == []
    await office.works(5)
    assert len(office.telegram.to(3)) == 1


async def test_a_blocked_chat_keeps_its_choices_and_loses_its_rows(office: Office) -> None:
    office.telegram.answers(Unreachable("blocked"), chat_id=1)
    first, second = await office.post.put(1), await office.post.put(1)
    await office.works(3)
    assert (await office.post.row(first)).state == "failed"
    row = await office.post.row(second)
    assert (row.state, row.error) == ("cancelled", "blocked")
    subscriber = await office.post.subscriber(1)
    assert subscriber.unreachable_reason == "blocked"
    assert subscriber.subscribed_at is not None
    assert len(office.telegram.to(1)) == 1


async def test_a_migrated_group_gets_its_rows_under_the_new_id(office: Office) -> None:
    office.telegram.answers(Migrated(ChatId(-1001)), chat_id=-1)
    await office.post.put(-1, "first")
    await office.post.put(-1, "second")
    await office.works(5)
    assert office.telegram.to(-1001) == ["first", "second"]
    assert await office.post.states() == ["sent", "sent"]
    assert (await office.post.subscriber(-1001)).subscribed_at is not None


async def test_a_lost_topic_is_forgotten_and_the_message_arrives(office: Office) -> None:
    office.telegram.answers(NoThread(), chat_id=-1)
    await office.post.put(-1)
    await office.works(5)
    assert [message.without_thread for message in office.telegram.sent] == [False, True]
    assert (await office.post.subscriber(-1)).thread_id is None


async def test_markup_that_is_refused_goes_as_plain_text(office: Office) -> None:
    office.telegram.answers(outcomes.BadMarkup("can't parse entities"))
    await office.post.put(1)
    await office.works(5)
    assert [message.as_plain for message in office.telegram.sent] == [False, True]
    assert await office.post.states() == ["sent"]


async def test_a_refused_token_is_tried_with_one_message_each_half_minute(office: Office) -> None:
    for chat in range(1, 6):
        await office.post.put(chat)
        office.telegram.answers(Stopped("Unauthorized"))
    await office.works(1)
    assert office.sender.trouble == "Unauthorized"
    assert len(office.telegram.sent) == 5
    office.telegram.answers(Stopped("Unauthorized"))
    await office.works(31)
    assert len(office.telegram.sent) == 6
    await office.works(31)
    assert office.sender.trouble is None
    assert set(await office.post.states()) == {"sent"}
    assert (await office.post.row(1)).attempts == 1


async def test_an_outage_burns_no_rows(office: Office) -> None:
    down = [outcomes.ServerTrouble("502")] * 30
    office.telegram.answers(*down)
    for chat in range(1, 101):
        await office.post.put(chat)
    await office.works(0.9)
    assert len(office.telegram.sent) == 25
    await office.works(31)  # pauses of 1, 2, 4, 8, 16 s: one message after each
    assert len(office.telegram.sent) <= 25 + 5
    await office.works(120)
    assert set(await office.post.states()) == {"sent"}


async def test_a_lost_answer_is_tried_once_more_and_no_oftener(office: Office) -> None:
    office.telegram.answers(Unknown("timeout"), Unknown("timeout"), chat_id=1)
    row = await office.post.put(1)
    await office.works(120)
    assert len(office.telegram.to(1)) == 2
    assert (await office.post.row(row)).state == "uncertain"


async def test_what_a_dead_sender_had_in_flight_goes_once_more(office: Office) -> None:
    row = await office.post.put(1)
    now = office.clock.now()
    async with office.post.database.writing() as db:
        await db.outbox.claim(1, now, now + timedelta(seconds=45))
    await office.works(44)
    assert office.telegram.sent == []
    await office.works(12)
    assert len(office.telegram.sent) == 1
    assert (await office.post.row(row)).state == "sent"


async def test_answers_that_took_the_permit_put_the_row_back(office: Office) -> None:
    row = await office.post.put(1)
    assert office.limiter.take(1, answer=True)
    await office.step()
    assert office.telegram.sent == []
    await office.works(2)
    kept = await office.post.row(row)
    assert (kept.state, kept.attempts) == ("sent", 1)


async def test_a_body_that_cannot_be_read_fails_alone(office: Office) -> None:
    bad = await office.post.put(1)
    async with office.post.database.writing() as db:
        await db.session.execute(update(BodyTable).values(outgoing="{}"))
    good = await office.post.put(2, "good")
    await office.works(2)
    assert (await office.post.row(bad)).state == "failed"
    assert (await office.post.row(good)).state == "sent"


async def test_nothing_to_do_is_looked_for_once_a_second(office: Office) -> None:
    await office.step()
    assert await office.step() == 1
