"""Taken back from everyone who has it, as far as that goes, and from whoever was about to."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from accounts.rights import NotAllowedError
from model.announcements import AnnouncementState, RecipientState
from model.ids import AnnouncementId
from model.outbox import RowState
from model.people import Role
from model.results import Reach
from publishing.announcing.again import ResendToMissed, SendAgain
from publishing.announcing.errors import AnnouncementChangedError, WithdrawnError
from publishing.announcing.stopping import PauseAnnouncement
from publishing.announcing.withdrawing import SeeWithdrawal, WithdrawAnnouncement
from storage.database import Database
from storage.tables import AuditTable, OutboxTable
from tests.clocks import ManualClock
from tests.publishing.announced import ADMIN, RIGHTS, Broadcasts, admin

HOUR = 3600


@pytest.fixture
def broadcasts(database: Database) -> Broadcasts:
    return Broadcasts(database, ManualClock())


async def chats(broadcasts: Broadcasts, *chat_ids: int) -> None:
    for chat_id in chat_ids:
        await broadcasts.chat(chat_id)


async def reach(broadcasts: Broadcasts, number: AnnouncementId) -> dict[Reach, int]:
    see = SeeWithdrawal(broadcasts.database, broadcasts.clock, RIGHTS)
    return dict((await see(admin(), number)).reach)


async def deletions(broadcasts: Broadcasts) -> list[tuple[int, list[int]]]:
    """Chats, and the messages to be deleted in them."""
    query = select(OutboxTable.chat_id, OutboxTable.message_ids).where(
        OutboxTable.action == "delete"
    )
    async with broadcasts.database.reading() as db:
        found = await db.session.execute(query.order_by(OutboxTable.id))
        return [(chat or 0, ids) for chat, ids in found]


async def test_it_is_deleted_wherever_it_is(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1, 2)
    number = await broadcasts.sent("Приём заявок")
    broadcasts.clock.advance(47 * HOUR)
    assert await reach(broadcasts, number) == {Reach.WITHIN: 2}
    withdrawn = await broadcasts.withdraws(number)
    assert (withdrawn.state, withdrawn.withdrawn_at) == (
        AnnouncementState.SENT,
        broadcasts.clock.now(),
    )
    assert withdrawn == await WithdrawAnnouncement(broadcasts.database, broadcasts.clock, RIGHTS)(
        admin(), number, 0
    )  # the press comes twice
    assert (await broadcasts.carries_out(), await broadcasts.carries_out()) == (2, 0)
    assert await deletions(broadcasts) == [(1, [101]), (2, [102])]
    await broadcasts.arrives(1)
    gone = "Bad Request: message can't be deleted"
    await broadcasts.arrives(2, state=RowState.FAILED, error=gone)
    await broadcasts.carries_out()
    one = await broadcasts.announcement(number)
    (amended,) = one.amended
    assert (amended.is_withdrawal, amended.done, amended.failed) == (True, 1, {gone: 1})
    assert one.amending_since is None


async def test_a_deletion_that_comes_too_late_is_not_tried(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1)
    number = await broadcasts.sent("Приём заявок")
    sent_at = broadcasts.clock.now()
    await broadcasts.withdraws(number)
    await broadcasts.carries_out()
    rows = await broadcasts.rows(OutboxTable.action, OutboxTable.expires_at)
    assert list(rows)[1] == ("delete", sent_at + timedelta(hours=48))


async def test_after_48_hours_it_stays_and_is_said_to(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1)
    number = await broadcasts.sent("Приём заявок")
    broadcasts.clock.advance(49 * HOUR)
    assert await reach(broadcasts, number) == {Reach.OLD: 1}
    await broadcasts.withdraws(number)
    assert await broadcasts.carries_out() == 0
    (amended,) = (await broadcasts.announcement(number)).amended
    assert (amended.done, amended.beyond) == (0, 1)


async def test_in_the_middle_of_sending_nobody_more_gets_it(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1, 2, 3, 4, 5)
    number = await broadcasts.sends("Приём заявок")
    await broadcasts.feed()
    await broadcasts.arrives(1)
    async with broadcasts.database.writing() as db:
        for chat, changed in (
            (2, {"state": "sending", "lease_until": broadcasts.clock.now()}),
            (3, {"was_uncertain": True, "attempts": 1}),
            (4, {"message_ids": [7], "parts_sent": 1}),
        ):
            await db.session.execute(
                update(OutboxTable).where(OutboxTable.chat_id == chat).values(**changed)
            )
    assert await reach(broadcasts, number) == {Reach.WITHIN: 1, Reach.UNDER_WAY: 4}
    withdrawn = await broadcasts.withdraws(number)
    assert withdrawn.state is AnnouncementState.CANCELLED
    await broadcasts.carries_out()
    await broadcasts.arrives(2)
    await broadcasts.feed()
    await broadcasts.carries_out()
    await broadcasts.carries_out()
    assert sorted(await deletions(broadcasts)) == [(1, [101]), (2, [102]), (4, [7])]
    states = await broadcasts.rows(OutboxTable.chat_id, OutboxTable.state, OutboxTable.action)
    sends = {chat: state for chat, state, action in states if action == "send"}
    assert sends == {1: "sent", 2: "sent", 3: "uncertain", 4: "cancelled"}
    recipients = await broadcasts.recipients(number)
    assert recipients[4].state == RecipientState.CANCELLED


async def test_paused_it_is_taken_back_too(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1, 2)
    number = await broadcasts.sends("Приём заявок")
    await broadcasts.feed()
    await broadcasts.arrives(1)
    await PauseAnnouncement(broadcasts.database, broadcasts.clock, RIGHTS)(admin(), number)
    assert await reach(broadcasts, number) == {Reach.WITHIN: 1, Reach.WAITING: 1}
    await broadcasts.withdraws(number)
    await broadcasts.feed()
    await broadcasts.carries_out()
    assert await deletions(broadcasts) == [(1, [101])]
    assert len(await broadcasts.rows(OutboxTable.id)) == 2


async def test_an_edit_under_way_makes_room_for_it(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1)
    number = await broadcasts.sent("раз")
    await broadcasts.corrects(number, "два")
    await broadcasts.carries_out()
    await broadcasts.withdraws(number)
    await broadcasts.carries_out()
    assert [action for _, action, _, _ in await broadcasts.edits()] == ["delete"]


async def test_what_is_sent_once_more_is_held_back(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1, 2)
    number = await broadcasts.sends("раз")
    await broadcasts.feed()
    await broadcasts.arrives(1)
    await broadcasts.arrives(2, state=RowState.UNCERTAIN, was_uncertain=True)
    await broadcasts.feed()
    await SendAgain(broadcasts.database, broadcasts.clock, RIGHTS)(admin(), number)
    await broadcasts.withdraws(number)
    await broadcasts.carries_out()
    states = await broadcasts.rows(OutboxTable.chat_id, OutboxTable.state, OutboxTable.action)
    assert (2, "uncertain", "send") in [tuple(row) for row in states]


async def test_who_may_and_what_is_not_done_any_more(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1)
    number = await broadcasts.sent("раз")
    withdraw = WithdrawAnnouncement(broadcasts.database, broadcasts.clock, RIGHTS)
    async with broadcasts.database.writing() as db:
        await db.roles.grant(3, Role.OFFICIAL, ADMIN, broadcasts.clock.now())
    seen = (await broadcasts.announcement(number)).version
    with pytest.raises(NotAllowedError):
        await withdraw(admin(3), number, seen)
    with pytest.raises(AnnouncementChangedError):
        await withdraw(admin(), number, seen + 1)
    await withdraw(admin(), number, seen)
    for case in (SendAgain, ResendToMissed):
        with pytest.raises(WithdrawnError):
            await case(broadcasts.database, broadcasts.clock, RIGHTS)(admin(), number)
    async with broadcasts.database.reading() as db:
        act = (await db.session.scalars(select(AuditTable))).one()
    assert (act.action, act.after) == (
        "announcement.withdraw",
        {"recipients": 1, "cancelled": 0},
    )
