"""Edited for everyone who has it: whoever does, whoever is getting it, and whoever will."""

from dataclasses import replace

import pytest
from markupsafe import Markup
from sqlalchemy import select

from accounts.rights import NotAllowedError
from accounts.two_person import ANNOUNCEMENTS, TwoPersonRule
from delivery.contents import AlbumItem, Media, MediaKind
from delivery.outgoing import Outgoing
from model.announcements import Announcement, AnnouncementState
from model.ids import AnnouncementId
from model.outbox import RowState
from model.people import Language, Role
from model.results import Reach
from publishing.announcing.amending import CannotAmendError
from publishing.announcing.correcting import BeginCorrection, Correct, SeeCorrection
from publishing.announcing.errors import (
    AnnouncementChangedError,
    OwnAnnouncementError,
    UnknownAnnouncementError,
    WithdrawnError,
)
from publishing.announcing.reporting import SeeResults
from publishing.announcing.sending import ConfirmAnnouncement
from publishing.announcing.stopping import PauseAnnouncement, ResumeAnnouncement
from publishing.pruning import PruneOld
from storage.database import Database
from storage.tables import AuditTable, BodyTable, OutboxTable
from tests.clocks import ManualClock
from tests.publishing.announced import ADMIN, LINKS, RIGHTS, Broadcasts, admin

DAY = 24 * 3600


@pytest.fixture
def broadcasts(database: Database) -> Broadcasts:
    return Broadcasts(database, ManualClock())


async def chats(broadcasts: Broadcasts, *chat_ids: int) -> None:
    for chat_id in chat_ids:
        await broadcasts.chat(chat_id)


async def proposed(broadcasts: Broadcasts, draft: Announcement) -> dict[Reach, int]:
    see = SeeCorrection(broadcasts.database, broadcasts.clock, RIGHTS, LINKS)
    return dict((await see(admin(), draft.id)).reach)


async def waiting_words(broadcasts: Broadcasts) -> dict[int, str]:
    """What rows that send say, by chat."""
    async with broadcasts.database.reading() as db:
        query = (
            select(OutboxTable.chat_id, BodyTable.outgoing)
            .join(BodyTable, BodyTable.id == OutboxTable.body_id)
            .where(OutboxTable.action == "send")
        )
        return {
            chat or 0: str(Outgoing.from_json(said).text)
            for chat, said in await db.session.execute(query)
        }


def album(*words: str) -> Outgoing:
    return Outgoing(
        album=tuple(
            AlbumItem(Media(MediaKind.PHOTO, f"{number}"), Markup(each), ())
            for number, each in enumerate(words)
        )
    )


async def test_everyone_who_has_it_has_it_edited_once(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1, 2)
    await broadcasts.chat(3, Language.KAZAKH)
    number = await broadcasts.sent("Приём заявок", "Өтінім")
    corrected = await broadcasts.corrects(number, "Приём заявок до пятницы")
    assert corrected.revision == 1
    assert await broadcasts.carries_out() == 2
    assert await broadcasts.carries_out() == 0
    assert await broadcasts.edits() == [
        (1, "edit", 101, "Приём заявок до пятницы"),
        (2, "edit", 102, "Приём заявок до пятницы"),
    ]
    assert [one.revision for one in await broadcasts.recipients(number)] == [1, 1, 1]
    await broadcasts.arrives()
    await broadcasts.carries_out()
    (amended,) = (await broadcasts.announcement(number)).amended
    assert (amended.done, amended.failed, amended.beyond) == (2, {}, 0)
    assert amended.languages == (Language.RUSSIAN,)
    assert amended.ended_at is not None
    assert (await broadcasts.announcement(number)).amending_since is None


async def test_in_the_middle_of_sending_the_rest_get_the_new_words(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1, 2, 3, 4)
    number = await broadcasts.sends("старое")
    await broadcasts.feed()
    await broadcasts.arrives(1)
    async with broadcasts.database.writing() as db:  # 2 is in flight, 3 came back in doubt
        rows = {chat: row for row, chat in await db.session.execute(
            select(OutboxTable.id, OutboxTable.chat_id))}  # fmt: skip
        for chat, changed in ((2, {"state": "sending"}), (3, {"was_uncertain": True})):
            await db.session.execute(
                OutboxTable.__table__.update()  # type: ignore[attr-defined]
                .where(OutboxTable.id == rows[chat])
                .values(lease_until=broadcasts.clock.now(), **changed)
            )
    await broadcasts.corrects(number, "новое")
    assert await broadcasts.carries_out() == 1
    assert await broadcasts.edits() == [(1, "edit", 101, "новое")]
    await broadcasts.feed()
    assert await waiting_words(broadcasts) == {
        1: "старое", 2: "старое", 3: "новое", 4: "новое",
    }  # fmt: skip
    await broadcasts.arrives()
    await broadcasts.feed()
    assert await broadcasts.carries_out() == 1
    assert [(chat, words) for chat, _, _, words in await broadcasts.edits()] == [
        (1, "новое"),
        (2, "новое"),
    ]
    await broadcasts.arrives()
    await broadcasts.carries_out()
    one = await broadcasts.announcement(number)
    assert (one.state, one.amending_since) == (AnnouncementState.SENT, None)
    assert one.amended[0].done == 2


async def test_paused_it_waits_with_the_new_words(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1, 2)
    number = await broadcasts.sends("старое")
    await broadcasts.feed()
    await PauseAnnouncement(broadcasts.database, broadcasts.clock, RIGHTS)(admin(), number)
    paused = await broadcasts.corrects(number, "новое")
    assert paused.state is AnnouncementState.PAUSED
    await broadcasts.carries_out()
    resume = ResumeAnnouncement(broadcasts.database, broadcasts.clock, RIGHTS)
    await resume(admin(), number, paused.version)
    await broadcasts.feed()
    assert await waiting_words(broadcasts) == {1: "новое", 2: "новое"}
    assert await broadcasts.edits() == []


async def test_edited_twice_quickly_the_last_one_stays(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1, 2)
    number = await broadcasts.sent("раз")
    await broadcasts.corrects(number, "два")
    await broadcasts.carries_out()
    await broadcasts.arrives(1)  # and the other one's edit waits
    await broadcasts.corrects(number, "три")
    await broadcasts.carries_out()
    assert await broadcasts.edits() == [
        (1, "edit", 101, "два"),
        (1, "edit", 101, "три"),
        (2, "edit", 102, "три"),
    ]
    await broadcasts.arrives()
    await broadcasts.carries_out()
    first, last = (await broadcasts.announcement(number)).amended
    assert (first.is_replaced, first.done) == (True, 1)
    assert (last.is_replaced, last.done) == (False, 2)


async def test_what_was_taken_back_again_is_edited_back(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1)
    number = await broadcasts.sent("раз")
    for words in ("два", "раз"):
        await broadcasts.corrects(number, words)
        await broadcasts.carries_out()
        await broadcasts.arrives()
    assert [words for _, _, _, words in await broadcasts.edits()] == ["два", "раз"]


async def test_of_an_album_only_the_message_that_changed(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1)
    number = await broadcasts.sends(album("раз", "два", "три"))
    await broadcasts.feed()
    await broadcasts.arrives(message_ids=[5, 6, 7])
    await broadcasts.feed()
    await broadcasts.corrects(number, album("раз", "иначе", "три"))
    await broadcasts.carries_out()
    assert await broadcasts.edits() == [(1, "edit", 6, "иначе")]
    await broadcasts.arrives()
    await broadcasts.corrects(number, album("раз", "иначе", "и это"))
    await broadcasts.carries_out()
    assert (await broadcasts.edits())[1:] == [(1, "edit", 7, "и это")]


async def test_the_part_that_arrived_is_edited_and_the_rest_goes_anew(
    broadcasts: Broadcasts,
) -> None:
    await chats(broadcasts, 1)
    number = await broadcasts.sends(album("раз", "два"))
    await broadcasts.feed()
    await broadcasts.arrives(state=RowState.UNCERTAIN, message_ids=[5, 6], parts_sent=1)
    await broadcasts.feed()
    await broadcasts.corrects(number, album("иначе", "два"))
    await broadcasts.carries_out()
    assert await broadcasts.edits() == [(1, "edit", 5, "иначе")]


async def test_who_cannot_be_reached_is_counted_before_and_after(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1, 2, 3, 4, 5, 6)
    number = await broadcasts.sends("раз")
    await broadcasts.feed()
    await broadcasts.arrives(1, 2, 3)
    await broadcasts.arrives(4, state=RowState.UNCERTAIN)
    await broadcasts.arrives(5, state=RowState.FAILED, error="Bad Request: no")
    await broadcasts.forgets(3)
    await broadcasts.blocks(2)
    draft = await broadcasts.correction(number, "два")
    assert await proposed(broadcasts, draft) == {
        Reach.WITHIN: 1,
        Reach.GONE: 2,
        Reach.DOUBT: 1,
        Reach.NEVER: 1,
        Reach.UNDER_WAY: 1,
    }
    await broadcasts.corrects(number, "два")
    await broadcasts.feed()
    await broadcasts.arrives(6)
    await broadcasts.feed()
    assert await broadcasts.carries_out() == 1
    await broadcasts.arrives()
    await broadcasts.carries_out()
    (amended,) = (await broadcasts.announcement(number)).amended
    assert (amended.done, amended.beyond) == (1, 2)


async def test_what_was_sent_thirty_days_ago_stays_as_it_is(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1)
    number = await broadcasts.sent("раз")
    broadcasts.clock.advance(31 * DAY)
    draft = await broadcasts.correction(number, "два")
    assert await proposed(broadcasts, draft) == {Reach.OLD: 1}
    await broadcasts.corrects(number, "два")
    assert await broadcasts.carries_out() == 0
    broadcasts.clock.advance(5 * DAY)
    await PruneOld(broadcasts.database, broadcasts.clock, "Asia/Almaty")()
    draft = await broadcasts.correction(number, "три")
    assert await proposed(broadcasts, draft) == {Reach.OLD: 1}
    await broadcasts.corrects(number, "три")
    assert await broadcasts.carries_out() == 0
    assert (await broadcasts.announcement(number)).amending_since is None


async def test_an_edit_that_failed_is_told_and_tried_with_the_next(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1)
    number = await broadcasts.sent("раз")
    await broadcasts.corrects(number, "два")
    await broadcasts.carries_out()
    gone = "Bad Request: message to edit not found"
    await broadcasts.arrives(state=RowState.FAILED, error=gone)
    await broadcasts.carries_out()
    see = SeeResults(broadcasts.database, broadcasts.clock, RIGHTS)
    (amended,) = (await see(admin(), number)).announcement.amended
    assert (amended.done, amended.failed) == (0, {gone: 1})
    await broadcasts.corrects(number, "три")
    assert await broadcasts.carries_out() == 1
    came = (await see(admin(), number)).came
    assert came is not None
    assert (came.done, came.left) == (0, 1)


async def test_a_group_that_moved_has_other_messages_under_those_numbers(
    broadcasts: Broadcasts,
) -> None:
    await broadcasts.chat(-5)
    number = await broadcasts.sent("раз")
    async with broadcasts.database.writing() as db:
        await db.subscribers.migrate(-5, -1001234567890)
    await broadcasts.corrects(number, "два")
    assert await broadcasts.carries_out() == 0


async def test_a_correction_is_one_draft_and_is_never_sent(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1)
    number = await broadcasts.sent("раз")
    begin = BeginCorrection(broadcasts.database, broadcasts.clock, RIGHTS)
    draft = await begin(admin(), number)
    assert draft == await begin(admin(), number)
    assert draft.is_correction
    confirm = ConfirmAnnouncement(broadcasts.database, broadcasts.clock, RIGHTS)
    with pytest.raises(AnnouncementChangedError):
        await confirm(admin(), draft.id, draft.version)
    correct = Correct(broadcasts.database, broadcasts.clock, RIGHTS, LINKS)
    with pytest.raises(CannotAmendError):
        await correct(admin(), draft.id, draft.version)
    draft = await broadcasts.correction(number, "два")
    with pytest.raises(AnnouncementChangedError):
        await correct(admin(), draft.id, draft.version - 1)
    await correct(admin(), draft.id, draft.version)
    with pytest.raises(UnknownAnnouncementError):  # the press comes twice
        await correct(admin(), draft.id, draft.version)


async def test_a_correction_of_what_was_corrected_meanwhile_is_begun_anew(
    broadcasts: Broadcasts,
) -> None:
    await chats(broadcasts, 1)
    number = await broadcasts.sent("раз")
    stale = await broadcasts.correction(number, "два")
    async with broadcasts.database.writing() as db:
        one = await db.announcements.get(number, hold=True)
        assert one is not None
        await db.announcements.save(replace(one, revision=1))
    correct = Correct(broadcasts.database, broadcasts.clock, RIGHTS, LINKS)
    with pytest.raises(AnnouncementChangedError):
        await correct(admin(), stale.id, stale.version)


async def test_who_may_and_what_the_log_says(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1)
    number = await broadcasts.sent("раз")
    async with broadcasts.database.writing() as db:
        await db.roles.grant(3, Role.OFFICIAL, ADMIN, broadcasts.clock.now())
    draft = await broadcasts.correction(number, "два")
    correct = Correct(broadcasts.database, broadcasts.clock, RIGHTS, LINKS)
    with pytest.raises(NotAllowedError):
        await correct(admin(3), draft.id, draft.version)
    rule = TwoPersonRule(broadcasts.database, broadcasts.clock, RIGHTS._rights)
    await rule(admin(), ANNOUNCEMENTS, is_on=True)
    with pytest.raises(OwnAnnouncementError):
        await correct(admin(), draft.id, draft.version)
    async with broadcasts.database.writing() as db:
        await db.roles.grant(3, Role.ADMIN, ADMIN, broadcasts.clock.now())
    await correct(admin(3), draft.id, draft.version)
    async with broadcasts.database.reading() as db:
        act = (await db.session.scalars(select(AuditTable).order_by(AuditTable.id.desc()))).first()
    assert act is not None
    assert (act.action, act.subject) == ("announcement.correct", f"announcement:{number}")
    assert (act.before, act.after) == ({"ru": "раз"}, {"ru": "два"})


async def test_what_was_taken_back_is_not_corrected(broadcasts: Broadcasts) -> None:
    await chats(broadcasts, 1)
    number = await broadcasts.sent("раз")
    await broadcasts.withdraws(number)
    with pytest.raises(WithdrawnError):
        await broadcasts.correction(number, "два")
    for missing in (AnnouncementId(404), (await broadcasts.draft("ещё нет")).id):
        with pytest.raises(UnknownAnnouncementError):
            await broadcasts.correction(missing, "два")
