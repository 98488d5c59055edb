"""From a confirmation to everybody who gets it: what was seen, to whom it goes, and when."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, select

from accounts.rights import NotAllowedError
from common.errors import KeruenError
from delivery.contents import AlbumItem, Media, MediaKind
from delivery.outgoing import Outgoing
from model.announcements import AnnouncementState, Announcing, Every, Recurrence
from model.audiences import Audience, Criteria
from model.ids import AnnouncementId
from model.outbox import Action, Priority, RowState
from model.people import Language
from publishing.announcing.errors import (
    AnnouncementChangedError,
    EmptyAudienceError,
    FarMomentError,
    NoSecondPersonError,
    NothingSaidError,
    OwnAnnouncementError,
    PastMomentError,
)
from publishing.announcing.feeding import SECONDS_AHEAD
from publishing.announcing.scheduling import Plan
from storage.database import Database
from storage.tables import BodyTable, OutboxTable
from tests.clocks import MORNING, ManualClock
from tests.publishing.announced import ADMIN
from tests.publishing.sending_stage import (
    NINE,
    OTHER,
    PER_SECOND,
    THIRD,
    SendingStage,
    actor,
    hours,
)

ALMATY, BERLIN, VANCOUVER = "Asia/Almaty", "Europe/Berlin", "America/Vancouver"
"""At MORNING it is 09:00, 05:00, and 20:00 of the day before."""


@pytest.fixture
def stage(database: Database) -> SendingStage:
    return SendingStage(database, ManualClock())


# What was seen is what is sent


async def test_it_goes_to_everyone_once(stage: SendingStage) -> None:
    await stage.people(1, 2, 3)
    sent = await stage.confirmed()
    assert (sent.state, sent.confirmed_by) == (AnnouncementState.SENDING, ADMIN)
    await stage.all_goes()
    assert await stage.had() == {1: 1, 2: 1, 3: 1}
    done = await stage.announcement(sent.id)
    assert (done.state, done.finished_at) == (AnnouncementState.SENT, stage.clock.now())
    assert await stage.acts() == [("announcement.send", ADMIN)]


async def test_a_press_that_comes_twice_acts_once(stage: SendingStage) -> None:
    await stage.people(1)
    draft = await stage.draft("Новость")
    first = await stage.confirm(actor(ADMIN), draft.id, draft.version)
    assert await stage.confirm(actor(ADMIN), draft.id, draft.version) == first
    await stage.all_goes()
    assert await stage.had() == {1: 1}
    assert await stage.acts() == [("announcement.send", ADMIN)]


async def test_a_draft_that_changed_meanwhile_is_not_what_was_seen(stage: SendingStage) -> None:
    await stage.people(1)
    draft = await stage.draft("Новость")
    await stage.choose_moment(actor(ADMIN), draft.id, Plan(MORNING + hours(1)))
    with pytest.raises(AnnouncementChangedError):
        await stage.confirm(actor(ADMIN), draft.id, draft.version)
    assert await stage.state(draft.id) is AnnouncementState.DRAFT


async def test_a_count_that_changed_meanwhile_is_fine(stage: SendingStage) -> None:
    await stage.people(1)
    draft = await stage.draft("Новость")
    assert (await stage.prepare(actor(ADMIN), draft.id)).total == 1
    await stage.people(2)
    await stage.confirm(actor(ADMIN), draft.id, draft.version)
    await stage.people(3)  # too late: it is fixed
    await stage.all_goes()
    assert await stage.had() == {1: 1, 2: 1}


async def test_nobody_and_nothing_cannot_be_confirmed(stage: SendingStage) -> None:
    draft = await stage.draft("Новость")
    with pytest.raises(EmptyAudienceError):
        await stage.confirm(actor(ADMIN), draft.id, draft.version)
    await stage.people(1)
    silent = await stage.draft()
    with pytest.raises(NothingSaidError):
        await stage.confirm(actor(ADMIN), silent.id, silent.version)
    with pytest.raises(NothingSaidError):
        await stage.prepare(actor(ADMIN), silent.id)


async def test_each_reads_their_language_or_the_fallback(stage: SendingStage) -> None:
    await stage.people(1)
    await stage.people(2, language=Language.KAZAKH)
    await stage.people(3, language=Language.ENGLISH)
    await stage.confirmed("По-русски", "Қазақша", fallback=Language.KAZAKH)
    await stage.feeds()
    said = {chat: str(body.text) for chat, body in (await _bodies(stage)).items()}
    assert said == {1: "По-русски", 2: "Қазақша", 3: "Қазақша"}


async def test_a_group_has_it_in_its_topic(stage: SendingStage) -> None:
    await stage.people(1, -100)
    await stage.change(-100, thread_id=7)
    await stage.confirmed()
    await stage.feeds()
    bodies = await _bodies(stage)
    assert {chat: body.thread_id for chat, body in bodies.items()} == {1: None, -100: 7}


async def test_whoever_cannot_be_reached_is_not_fixed_or_said_to_have_failed(
    stage: SendingStage,
) -> None:
    await stage.people(1, 2, 3, 4)
    await stage.blocks(1)
    prepared = await stage.prepare(actor(ADMIN), (await stage.draft("Новость")).id)
    assert (prepared.total, prepared.aimed.counted.unreachable) == (3, 1)
    sent = await stage.confirmed()
    await stage.blocks(2)
    await stage.forgets(3)
    await stage.all_goes()
    assert await stage.had() == {4: 1}
    ends = [(one.state, one.error is None) for one in await stage.recipients(sent.id)]
    assert sorted(ends) == [("cancelled", False), ("enqueued", True), ("failed", False)]
    assert await stage.state(sent.id) is AnnouncementState.SENT


# The right to write and the right to send


async def test_writing_is_not_sending(stage: SendingStage) -> None:
    await stage.people(1, ADMIN)
    await stage.admins(OTHER, announcing=Announcing.WRITE)
    draft = await stage.draft("Новость")
    prepared = await stage.prepare(actor(OTHER), draft.id)
    assert not prepared.may_send
    with pytest.raises(NotAllowedError):
        await stage.confirm(actor(OTHER), draft.id, draft.version)
    assert [await stage.ask(actor(OTHER), draft.id) for _ in range(2)] == [1, 0]
    assert "просят отправить" in (await stage.told(ADMIN))[0]
    with pytest.raises(NotAllowedError):
        await stage.prepare(actor(1), draft.id)


async def test_whoever_is_demoted_before_the_start_sends_nothing(stage: SendingStage) -> None:
    await stage.people(1, ADMIN)
    await stage.admins(OTHER)
    waiting = await stage.confirmed(by=OTHER, at=MORNING + hours(1))
    await stage.demote(OTHER)
    stage.clock.advance(3600)
    await stage.all_goes()
    assert await stage.had() == {}
    draft = await stage.announcement(waiting.id)
    assert (draft.state, draft.confirmed_by) == (AnnouncementState.DRAFT, None)
    assert ["больше нет права отправлять" in each for each in await stage.told(ADMIN)] == [True]
    assert (await stage.acts())[-1] == ("announcement.lapse", 0)
    stage.clock.advance(3600)
    await stage.all_goes()
    assert len(await stage.told(ADMIN)) == 1, "told once"


# The second pair of eyes


async def test_a_second_person_agrees(stage: SendingStage) -> None:
    await stage.people(1, OTHER, ADMIN)
    await stage.admins(OTHER)
    await stage.wants_two()
    awaiting = await stage.confirmed()
    assert awaiting.state is AnnouncementState.AWAITING
    await stage.all_goes()
    assert await stage.had() == {}
    assert ["ждёт вашего согласия" in each for each in await stage.told(OTHER)] == [True]
    assert await stage.told(ADMIN) == []
    with pytest.raises(OwnAnnouncementError):
        await stage.approve(actor(ADMIN), awaiting.id, awaiting.version)
    with pytest.raises(AnnouncementChangedError):
        await stage.approve(actor(OTHER), awaiting.id, awaiting.version - 1)
    sent = await stage.approve(actor(OTHER), awaiting.id, awaiting.version)
    assert (sent.state, sent.approved_by) == (AnnouncementState.SENDING, OTHER)
    await stage.all_goes()
    assert await stage.had() == {1: 1, OTHER: 1, ADMIN: 1}
    assert ["согласовано" in each for each in await stage.told(ADMIN)] == [True]
    assert [action for action, _ in await stage.acts()] == [
        "announcement.ask",
        "announcement.approve",
        "announcement.send",
    ]


async def test_it_is_returned_with_a_word(stage: SendingStage) -> None:
    await stage.people(1, ADMIN, OTHER)
    await stage.admins(OTHER)
    await stage.wants_two()
    awaiting = await stage.confirmed()
    draft = await stage.returns(actor(OTHER), awaiting.id, awaiting.version, "Не та  дата")
    assert draft.state is AnnouncementState.DRAFT
    assert ["Не та дата" in each for each in await stage.told(ADMIN)] == [True]
    with pytest.raises(AnnouncementChangedError):
        await stage.approve(actor(OTHER), awaiting.id, awaiting.version)


async def test_there_must_be_a_second_person(stage: SendingStage) -> None:
    await stage.people(1)
    await stage.wants_two()
    draft = await stage.draft("Новость")
    with pytest.raises(NoSecondPersonError):
        await stage.confirm(actor(ADMIN), draft.id, draft.version)
    await stage.admins(OTHER)
    with pytest.raises(NoSecondPersonError):  # ADMIN wrote it, OTHER would confirm it
        await stage.confirm(actor(OTHER), draft.id, draft.version)
    await stage.admins(THIRD)
    await stage.confirm(actor(OTHER), draft.id, draft.version)


async def test_at_the_agreement_the_right_of_the_first_is_read_anew(stage: SendingStage) -> None:
    await stage.people(1, ADMIN)
    await stage.admins(OTHER, THIRD)
    await stage.wants_two()
    awaiting = await stage.confirmed(by=OTHER)
    await stage.demote(OTHER)
    after = await stage.approve(actor(THIRD), awaiting.id, awaiting.version)
    assert after.state is AnnouncementState.DRAFT
    assert any("больше нет права отправлять" in each for each in await stage.told(ADMIN))


async def test_agreed_after_its_time_it_does_not_go(stage: SendingStage) -> None:
    await stage.people(1)
    await stage.admins(OTHER)
    await stage.wants_two()
    awaiting = await stage.confirmed(at=MORNING + hours(1))
    stage.clock.advance(7200)
    with pytest.raises(PastMomentError):
        await stage.approve(actor(OTHER), awaiting.id, awaiting.version)
    draft = await stage.stop(actor(ADMIN), awaiting.id)
    assert draft.state is AnnouncementState.DRAFT


# At a time, and again and again


async def test_it_goes_at_its_time(stage: SendingStage) -> None:
    await stage.people(1, ADMIN, OTHER)
    await stage.admins(OTHER)
    waiting = await stage.confirmed(at=MORNING + hours(1), by=OTHER)
    assert waiting.state is AnnouncementState.SCHEDULED
    stage.clock.advance(3599)
    await stage.all_goes()
    assert await stage.had() == {}
    stage.clock.advance(1)
    await stage.all_goes()
    assert await stage.had() == {1: 1, ADMIN: 1, OTHER: 1}
    told = await stage.told(ADMIN)
    assert [("отправляется" in each, "позже" in each) for each in told] == [(True, False)]
    assert await stage.told(OTHER) == [], "who confirmed it watches it"


async def test_late_it_goes_once_and_that_is_said(stage: SendingStage) -> None:
    await stage.people(1, ADMIN)
    await stage.confirmed(at=MORNING + hours(1))
    stage.clock.advance(3600 * 3 + 20 * 60)
    await stage.all_goes()
    await stage.all_goes()
    assert await stage.had() == {1: 1, ADMIN: 1}
    assert ["Опоздание: 2 ч 20 мин" in each for each in await stage.told(ADMIN)] == [True]


async def test_its_time_can_be_moved_and_taken_away(stage: SendingStage) -> None:
    await stage.people(1)
    waiting = await stage.confirmed(at=MORNING + hours(1))
    await stage.choose_moment(actor(ADMIN), waiting.id, Plan(MORNING + hours(3)))
    stage.clock.advance(7200)
    await stage.all_goes()
    assert await stage.had() == {}
    draft = await stage.stop(actor(ADMIN), waiting.id)
    assert await stage.stop(actor(ADMIN), waiting.id) == draft
    stage.clock.advance(7200)
    await stage.all_goes()
    assert await stage.had() == {}
    assert [action for action, _ in await stage.acts()] == [
        "announcement.schedule",
        "announcement.reschedule",
        "announcement.unschedule",
    ]


async def test_no_past_and_no_slip_in_the_year(stage: SendingStage) -> None:
    draft = await stage.draft("Новость")
    for at, wrong in (
        (MORNING, PastMomentError),
        (MORNING - hours(1), PastMomentError),
        (MORNING + timedelta(days=400), FarMomentError),
    ):
        with pytest.raises(wrong):
            await stage.choose_moment(actor(ADMIN), draft.id, Plan(at))
    await stage.people(1)
    draft = await stage.choose_moment(actor(ADMIN), draft.id, Plan(MORNING + hours(1)))
    stage.clock.advance(3600)
    with pytest.raises(PastMomentError):
        await stage.confirm(actor(ADMIN), draft.id, draft.version)


async def test_one_that_waits_is_moved_by_those_who_send(stage: SendingStage) -> None:
    await stage.people(1)
    await stage.admins(OTHER, announcing=Announcing.WRITE)
    waiting = await stage.confirmed(at=MORNING + hours(1))
    with pytest.raises(NotAllowedError):
        await stage.choose_moment(actor(OTHER), waiting.id, Plan(MORNING + hours(2)))
    with pytest.raises(NotAllowedError):
        await stage.stop(actor(OTHER), waiting.id)
    with pytest.raises(AnnouncementChangedError):  # now is for what is confirmed anew
        await stage.choose_moment(actor(ADMIN), waiting.id, Plan())


MONDAYS = Recurrence(Every.WEEK, 0, NINE, ALMATY)


async def test_a_series_has_runs_of_its_own(stage: SendingStage) -> None:
    await stage.people(1)
    series = await stage.confirmed(every=MONDAYS)
    assert (series.state, series.starts_at) == (
        AnnouncementState.SCHEDULED,
        MORNING + timedelta(days=7),
    )
    stage.clock.advance(7 * 86400)
    await stage.all_goes()
    await stage.people(2)
    stage.clock.advance(7 * 86400)
    await stage.all_goes()
    runs = await stage.runs_of(series.id)
    assert [(run.state, len(await stage.recipients(run.id))) for run in runs] == [
        (AnnouncementState.SENT, 1),
        (AnnouncementState.SENT, 2),
    ]
    assert await stage.had() == {1: 2, 2: 1}
    assert await stage.recipients(series.id) == []


async def test_runs_that_were_missed_are_one_late_run(stage: SendingStage) -> None:
    await stage.people(1, ADMIN)
    series = await stage.confirmed(every=MONDAYS)
    stage.clock.advance(22 * 86400)  # three Mondays, and a day
    await stage.all_goes()
    await stage.all_goes()
    assert len(await stage.runs_of(series.id)) == 1
    assert await stage.had() == {1: 1, ADMIN: 1}
    assert (await stage.announcement(series.id)).starts_at == MORNING + timedelta(days=28)
    assert any("позже срока" in each for each in await stage.told(ADMIN))


async def test_a_series_is_changed_and_stopped(stage: SendingStage) -> None:
    await stage.people(1)
    series = await stage.confirmed(every=MONDAYS)
    fridays = Recurrence(Every.WEEK, 4, NINE, ALMATY)
    moved = await stage.choose_moment(actor(ADMIN), series.id, Plan(recurrence=fridays))
    assert moved.starts_at == MORNING + timedelta(days=4)
    stage.clock.advance(5 * 86400)
    await stage.all_goes()
    draft = await stage.stop(actor(ADMIN), series.id)
    stage.clock.advance(30 * 86400)
    await stage.all_goes()
    assert await stage.had() == {1: 1}
    again = await stage.confirm(actor(ADMIN), draft.id, draft.version)
    assert again.starts_at is not None
    assert stage.clock.now() < again.starts_at, "its next run, not the one that was missed"


async def test_for_each_run_the_right_is_read_anew(stage: SendingStage) -> None:
    await stage.people(1, ADMIN)
    await stage.admins(OTHER)
    series = await stage.confirmed(by=OTHER, every=MONDAYS)
    stage.clock.advance(7 * 86400)
    await stage.all_goes()
    await stage.demote(OTHER)
    stage.clock.advance(7 * 86400)
    await stage.all_goes()
    assert await stage.had() == {1: 1, ADMIN: 1}
    assert await stage.state(series.id) is AnnouncementState.DRAFT


async def test_a_time_that_nobody_is_there_for(stage: SendingStage) -> None:
    await stage.people(1, 2, ADMIN)
    only = Audience(Criteria(languages=frozenset({Language.ENGLISH})))
    await stage.change(1, language=Language.ENGLISH)
    once = await stage.confirmed(at=MORNING + hours(1), audience=only)
    series = await stage.confirmed(every=MONDAYS, audience=only)
    await stage.change(1, language=Language.RUSSIAN)
    stage.clock.advance(7 * 86400)
    await stage.all_goes()
    assert await stage.had() == {}
    assert await stage.state(once.id) is AnnouncementState.DRAFT
    assert (await stage.announcement(series.id)).starts_at == MORNING + timedelta(days=14)
    assert await stage.runs_of(series.id) == []
    assert len(await stage.told(ADMIN)) == 2


# Quiet hours


async def test_nobody_is_reached_at_night(stage: SendingStage) -> None:
    await stage.people(1)
    await stage.people(2, timezone=BERLIN)
    await stage.people(3, timezone=VANCOUVER)
    draft = await stage.draft("Новость")
    prepared = await stage.prepare(actor(ADMIN), draft.id)
    assert (prepared.total, prepared.asleep) == (3, 1)
    await stage.confirm(actor(ADMIN), draft.id, draft.version)
    await stage.all_goes()
    assert await stage.had() == {1: 1, 3: 1}
    stage.clock.advance(3600 * 3 - 10)
    await stage.all_goes()
    assert 2 not in await stage.had()
    stage.clock.advance(10)
    await stage.all_goes()
    assert await stage.had() == {1: 1, 2: 1, 3: 1}


async def test_night_falls_while_it_is_being_sent(stage: SendingStage) -> None:
    """In Vancouver it is night two hours later; nobody there who has not had it gets it."""
    await stage.people(*range(1, 101))
    await stage.people(*range(1001, 1101), timezone=VANCOUVER)
    sent = await stage.confirmed()
    await stage.feeds(arrives=True)
    had = len(await stage.had())
    assert had == PER_SECOND * SECONDS_AHEAD
    await stage.feeds()
    assert len(await stage.in_line(sent.id)) == PER_SECOND * SECONDS_AHEAD
    stage.clock.advance(2 * 3600)
    await stage.all_goes()
    chats = await stage.had()
    there = [chat for chat in chats if chat > 1000]
    assert len(chats) - len(there) == 100
    assert len(there) < 100
    now = stage.clock.now()
    assert all(
        one.not_before == datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
        for one in await stage.recipients(sent.id)
        if one.state == "waiting"
    ), now
    await stage.all_goes(hours=11)
    assert await stage.had() == dict.fromkeys([*range(1, 101), *range(1001, 1101)], 1)
    assert await stage.state(sent.id) is AnnouncementState.SENT


async def test_what_was_tried_in_vain_is_taken_back_at_night_too(stage: SendingStage) -> None:
    await stage.people(3, timezone=VANCOUVER)
    sent = await stage.confirmed()
    await stage.feeds()
    await stage.arrives(state=RowState.PENDING, error="500", attempts=1)
    stage.clock.advance(2 * 3600)
    await stage.feeds()
    assert await stage.in_line(sent.id) == []
    await stage.all_goes(hours=11)
    assert await stage.had() == {3: 1}


async def test_after_a_pause_that_ends_at_night_it_waits_too(stage: SendingStage) -> None:
    await stage.people(1, 2)
    sent = await stage.confirmed()
    await _become(stage, sent.id, AnnouncementState.PAUSED)
    stage.clock.advance(15 * 3600)  # midnight in Almaty
    await stage.all_goes()
    await _become(stage, sent.id, AnnouncementState.SENDING)
    await stage.all_goes()
    assert await stage.had() == {}
    await stage.all_goes(hours=8)
    assert await stage.had() == {1: 1, 2: 1}


async def test_quiet_hours_and_urgency_are_two_choices(stage: SendingStage) -> None:
    await stage.people(2, timezone=BERLIN)
    urgent = await stage.confirmed(is_urgent=True)
    loud = await stage.confirmed(heeds_quiet=False)
    await stage.feeds()
    assert await stage.in_line(urgent.id) == []
    assert await stage.in_line(loud.id) == [2]


# Channels


async def test_it_is_posted_in_channels_each_at_its_time(stage: SendingStage) -> None:
    await stage.people(1)
    russian = await stage.channel(-1001, Language.RUSSIAN, ALMATY)
    kazakh = await stage.channel(-1002, Language.KAZAKH, ALMATY)
    sleeping = await stage.channel(-1003, Language.RUSSIAN, BERLIN)
    await stage.channel(-1004, Language.RUSSIAN, ALMATY)  # not chosen
    draft = await stage.draft("По-русски", "Қазақша", pins=True)
    await stage.choose_channel(actor(ADMIN), draft.id, russian)
    await stage.choose_channel(actor(ADMIN), draft.id, sleeping)
    night = MORNING + hours(15)
    draft = await stage.choose_channel(actor(ADMIN), draft.id, kazakh, night)
    assert (await stage.prepare(actor(ADMIN), draft.id)).total == 4
    sent = await stage.confirm(actor(ADMIN), draft.id, draft.version)
    await stage.all_goes()
    assert await stage.had() == {1: 1, -1001: 1}
    assert await stage.state(sent.id) is AnnouncementState.SENDING
    await stage.all_goes(hours=4)
    assert await stage.had() == {1: 1, -1001: 1, -1003: 1}
    await stage.all_goes(hours=12)
    assert await stage.had() == {1: 1, -1001: 1, -1002: 1, -1003: 1}, "its own time, be it night"
    assert (await _bodies(stage))[-1002].text == "Қазақша"
    assert await stage.state(sent.id) is AnnouncementState.SENT
    pins = [
        (row.chat_id, row.message_id is not None)
        for row in await stage.rows(OutboxTable.chat_id, OutboxTable.message_id, OutboxTable.action)
        if row.action == Action.PIN
    ]
    assert sorted(pins) == [(-1003, True), (-1002, True), (-1001, True)]


async def test_for_a_channel_alone_nobody_else_is_needed(stage: SendingStage) -> None:
    channel = await stage.channel(-1001, Language.RUSSIAN, ALMATY)
    draft = await stage.draft("Новость")
    draft = await stage.choose_channel(actor(ADMIN), draft.id, channel)
    await stage.confirm(actor(ADMIN), draft.id, draft.version)
    await stage.all_goes()
    assert await stage.had() == {-1001: 1}


async def test_only_channels_of_the_settings_are_chosen(stage: SendingStage) -> None:
    await stage.people(1, -100)
    draft = await stage.draft("Новость")
    async with stage.database.reading() as db:
        group = await db.subscribers.get(-100)
    assert group is not None
    with pytest.raises(KeruenError):
        await stage.choose_channel(actor(ADMIN), draft.id, group.id)
    channel = await stage.channel(-1001, Language.RUSSIAN, ALMATY)
    with pytest.raises(PastMomentError):
        await stage.choose_channel(actor(ADMIN), draft.id, channel, MORNING)
    await stage.choose_moment(actor(ADMIN), draft.id, Plan(recurrence=MONDAYS))
    with pytest.raises(KeruenError):
        await stage.choose_channel(actor(ADMIN), draft.id, channel, MORNING + hours(1))


# The outbox is fed


async def test_never_more_than_a_few_seconds_are_in_line(stage: SendingStage) -> None:
    await stage.people(*range(1, 201))
    sent = await stage.confirmed()
    for _ in range(3):
        await stage.feeds()
        assert len(await stage.in_line(sent.id)) == PER_SECOND * SECONDS_AHEAD
    await stage.all_goes()
    assert await stage.had() == dict.fromkeys(range(1, 201), 1)


async def test_an_album_counts_for_what_it_is(stage: SendingStage) -> None:
    await stage.people(*range(1, 51))
    photo = AlbumItem(Media(MediaKind.PHOTO, "file"))
    album = Outgoing(album=(photo,) * 5)
    await stage.confirmed(album)  # type: ignore[arg-type]
    await stage.feeds()
    assert len(await stage.in_line()) == PER_SECOND * SECONDS_AHEAD // 5


async def test_several_go_side_by_side_and_an_urgent_one_first(stage: SendingStage) -> None:
    await stage.people(*range(1, 101))
    one, two = await stage.confirmed("Раз"), await stage.confirmed("Два")
    await stage.feeds()
    parts = [len(await stage.in_line(each.id)) for each in (one, two)]
    assert sum(parts) == PER_SECOND * SECONDS_AHEAD
    assert abs(parts[0] - parts[1]) <= 1
    urgent = await stage.confirmed("Срочно", is_urgent=True)
    await stage.feeds()
    assert len(await stage.in_line(urgent.id)) == PER_SECOND * SECONDS_AHEAD
    assert sum([len(await stage.in_line(each.id)) for each in (one, two)]) == sum(parts)
    first = (await stage.in_line())[: PER_SECOND * SECONDS_AHEAD]
    assert sorted(first) == sorted(await stage.in_line(urgent.id))
    assert Priority.URGENT < Priority.DIGEST
    await stage.all_goes()
    assert await stage.had() == dict.fromkeys(range(1, 101), 3)


async def test_what_is_paused_or_cancelled_is_fed_no_more(stage: SendingStage) -> None:
    await stage.people(*range(1, 101))
    sent = await stage.confirmed()
    await stage.feeds(arrives=True)
    await _become(stage, sent.id, AnnouncementState.PAUSED)
    assert await stage.feeds() == 0
    assert len(await stage.had()) == PER_SECOND * SECONDS_AHEAD


async def test_one_that_cannot_be_read_is_paused_and_the_others_go_on(stage: SendingStage) -> None:
    await stage.people(1)
    broken, fine = await stage.confirmed("Раз"), await stage.confirmed("Два")
    async with stage.database.writing() as db:
        one = await db.announcements.get(broken.id, hold=True)
        assert one is not None
        await db.announcements.save(replace(one, versions={Language.RUSSIAN: "{}"}))
    await stage.all_goes()
    paused = await stage.announcement(broken.id)
    assert (paused.state, paused.pause_reason) == (AnnouncementState.PAUSED, "watch-why-broken")
    assert await stage.state(fine.id) is AnnouncementState.SENT


async def test_a_crash_at_any_statement_loses_and_doubles_nothing(stage: SendingStage) -> None:
    """The connection breaks at the first statement, at the second …: the next tick goes on."""
    await stage.people(*range(1, 6))
    await stage.people(6, timezone=BERLIN)
    await stage.blocks(5)
    waiting = await stage.confirmed(at=MORNING + hours(1))
    stage.clock.advance(3600)
    await _crashing(stage, stage.start_due)
    await _crashing(stage, stage.feed)
    await stage.arrives()
    await _crashing(stage, stage.feed)
    await stage.all_goes(hours=4)
    assert await stage.had() == dict.fromkeys([1, 2, 3, 4, 6], 1)
    assert len(await stage.recipients(waiting.id)) == 5
    assert await stage.state(waiting.id) is AnnouncementState.SENT


async def test_two_feeders_at_once_send_nobody_two(database: Database) -> None:
    clock = ManualClock()
    stage = SendingStage(database, clock, per_second=100)
    await stage.people(*range(1, 301))
    waiting = await stage.confirmed(at=MORNING + hours(1))
    others = Database(database.url)
    other = SendingStage(others, clock, per_second=100)
    clock.advance(3600)
    try:
        for _ in range(3):
            async with asyncio.timeout(60):
                feeders = (stage, other, stage, other)
                await asyncio.gather(*(each.feeds() for each in feeders))
            await stage.arrives()
        await stage.all_goes()
    finally:
        await others.close()
    assert await stage.had() == dict.fromkeys(range(1, 301), 1)
    assert len(await stage.recipients(waiting.id)) == 300


# What these tests are made of


class CrashError(Exception):
    """The machine is gone."""


async def _crashing(stage: SendingStage, call: Callable[[], Awaitable[object]]) -> None:
    """Run it with a crash at its first statement, at its second …, until it comes to its end."""
    engine = stage.database._engine.sync_engine
    left = crashes = 0

    def count(*_: Any) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise CrashError

    event.listen(engine, "before_cursor_execute", count)
    try:
        while True:
            left = crashes
            try:
                await call()
            except CrashError:
                crashes += 1
                continue
            break
    finally:
        event.remove(engine, "before_cursor_execute", count)
    assert crashes > 3, "it does more than that"


async def _bodies(stage: SendingStage) -> dict[int, Outgoing]:
    """What each chat is sent."""
    query = (
        select(OutboxTable.chat_id, BodyTable.outgoing)
        .join(BodyTable, BodyTable.id == OutboxTable.body_id)
        .where(OutboxTable.kind == "announcement")
    )
    async with stage.database.reading() as db:
        rows = await db.session.execute(query)
        return {chat or 0: Outgoing.from_json(body) for chat, body in rows}


async def _become(stage: SendingStage, number: AnnouncementId, state: AnnouncementState) -> None:
    async with stage.database.writing() as db:
        one = await db.announcements.get(number, hold=True)
        assert one is not None
        await db.announcements.save(replace(one, state=state))
