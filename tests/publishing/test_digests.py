"""Digests that are due: once only, late once, nothing lost, nothing twice."""

import asyncio
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from accounts.actor import Actor
from model.ids import ChatId
from model.outbox import RowState
from model.people import ChatKind, Language
from publishing.asking import AskDigest
from publishing.digests import PreviewDigest, SendDueDigests
from storage.database import Database
from storage.editions import Editions
from storage.tables import OutboxTable
from tests.publishing.stage import LINKS, Stage

DAY = 24 * 3600


async def test_a_digest_that_is_due_is_enqueued_once(stage: Stage) -> None:
    story = await stage.story("Построен завод", at=stage.clock.now() - timedelta(hours=3))
    await stage.subscriber()
    done = await stage.tick()
    assert (done.digests, done.silent) == (1, 0)
    assert (await stage.tick()).digests == 0
    (row,) = await stage.rows()
    assert "Построен завод" in row.text
    assert (row.kind, row.state) == ("digest", RowState.PENDING)
    assert await stage.editions() == [(story,)]
    assert await stage.next_digest_at() == datetime(2026, 11, 24, 4, 0, tzinfo=UTC)


async def test_who_is_not_due_gets_nothing(stage: Stage) -> None:
    now = stage.clock.now()
    await stage.story()
    await stage.subscriber(1, next_digest_at=now + timedelta(seconds=1))
    await stage.subscriber(2, next_digest_at=None)
    await stage.subscriber(3, subscribed_at=None)
    await stage.subscriber(4, unreachable_at=now)
    await stage.subscriber(5, paused_at=now)
    await stage.subscriber(6, paused_at=now, paused_until=now + timedelta(days=1))
    await stage.subscriber(7, paused_at=now, paused_until=now)
    await stage.tick()
    assert [row.chat_id for row in await stage.rows()] == [7]


async def test_the_next_digest_begins_where_the_last_one_ended(stage: Stage) -> None:
    await stage.subscriber()
    first = await stage.story("Первая")
    await stage.tick()
    await stage.settle(RowState.SENT)
    second = await stage.story("Вторая", at=stage.clock.now() + timedelta(minutes=1))
    stage.clock.advance(DAY)
    third = await stage.story("Третья")
    await stage.tick()
    assert await stage.editions() == [(first,), (third, second)]


async def test_nothing_new_is_nothing_sent_and_the_period_stays_open(stage: Stage) -> None:
    await stage.subscriber()
    await stage.story("Первая")
    await stage.tick()
    await stage.settle(RowState.SENT)
    stage.clock.advance(DAY)
    assert (await stage.tick()).silent == 1
    assert len(await stage.rows()) == 1
    assert await stage.next_digest_at() == datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
    # Stored during the empty day, committed after its tick had looked.
    late = await stage.story("Опоздавшая", at=stage.clock.now() - timedelta(hours=5))
    stage.clock.advance(DAY)
    await stage.tick()
    assert (await stage.editions())[-1] == (late,)


async def test_who_wants_to_know_is_told_that_nothing_is_new(stage: Stage) -> None:
    await stage.subscriber(tells_nothing_new=True)
    assert (await stage.tick()).notices == 1
    (row,) = await stage.rows()
    assert row.kind == "notice"
    assert await stage.ledger() == 0
    await stage.settle(RowState.SENT)
    stage.clock.advance(DAY)
    assert (await stage.tick()).notices == 1
    assert await stage.bodies() == 1
    # Nothing came out since a digest only where there was one.
    await stage.story("Первая")
    stage.clock.advance(DAY)
    assert (await stage.tick()).digests == 1
    await stage.settle(RowState.SENT)
    stage.clock.advance(DAY)
    assert (await stage.tick()).notices == 1
    assert await stage.bodies() == 3


async def test_a_newcomer_sees_the_day_before_and_no_more(stage: Stage) -> None:
    now = stage.clock.now()
    await stage.story("Старая", at=now - timedelta(hours=30))
    fresh = await stage.story("Свежая", at=now - timedelta(hours=20))
    await stage.subscriber()
    await stage.tick()
    assert await stage.editions() == [(fresh,)]


async def test_chats_of_the_same_choices_share_an_edition_and_its_bodies(stage: Stage) -> None:
    await stage.story(language="ru")
    await stage.story(language="kk")
    subscribed = stage.clock.now() - timedelta(minutes=30)
    await stage.subscriber(1)
    await stage.subscriber(2, subscribed_at=subscribed)
    await stage.subscriber(3, language=Language.KAZAKH)
    await stage.subscriber(4, timezone="Asia/Tashkent")
    await stage.subscriber(-5, kind=ChatKind.GROUP)
    await stage.subscriber(-6, kind=ChatKind.SUPERGROUP)
    await stage.subscriber(7, choices={"news_languages": ["kk"]})
    assert (await stage.tick()).digests == 7
    assert len(await stage.editions()) == 2
    assert await stage.bodies() == 5


async def test_slices_share_editions_too(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publishing.digests.SLICE", 2)
    await stage.story()
    for chat in range(1, 8):
        await stage.subscriber(chat)
    assert (await stage.tick()).digests == 7
    assert len(await stage.editions()) == 1


async def test_chats_that_share_nothing_make_shorter_slices(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publishing.digests.RENDERED", 2)
    await stage.story()
    zones = ["Asia/Almaty", "Asia/Tashkent", "Europe/London", "Asia/Tokyo", "UTC"]
    for chat, zone in enumerate(zones, start=1):
        await stage.subscriber(chat, timezone=zone)
    assert (await stage.tick()).digests == 5


async def test_after_downtime_a_missed_digest_goes_once_and_late(stage: Stage) -> None:
    await stage.subscriber()
    await stage.story()
    stage.clock.advance(3 * DAY + 3600)
    await stage.story()
    assert (await stage.tick()).digests == 1
    assert await stage.next_digest_at() == datetime(2026, 11, 27, 4, 0, tzinfo=UTC)
    assert (await stage.tick()).digests == 0


async def test_an_unsent_digest_is_taken_over_by_the_next(stage: Stage) -> None:
    await stage.subscriber()
    first = await stage.story("Первая")
    await stage.tick()
    stage.clock.advance(DAY)
    second = await stage.story("Вторая")
    await stage.tick()
    assert [row.state for row in await stage.rows()] == [RowState.CANCELLED, RowState.PENDING]
    assert (await stage.editions())[-1] == (second, first)


@pytest.mark.parametrize("state", [RowState.FAILED, RowState.CANCELLED])
async def test_what_did_not_arrive_was_not_had(stage: Stage, state: RowState) -> None:
    await stage.subscriber()
    first = await stage.story("Первая")
    await stage.tick()
    await stage.settle(state)
    stage.clock.advance(DAY)
    second = await stage.story("Вторая")
    await stage.tick()
    assert (await stage.editions())[-1] == (second, first)


async def test_what_may_have_arrived_was_had(stage: Stage) -> None:
    await stage.subscriber()
    await stage.story("Первая")
    await stage.tick()
    await stage.settle(RowState.UNCERTAIN)
    stage.clock.advance(DAY)
    second = await stage.story("Вторая")
    await stage.tick()
    assert (await stage.editions())[-1] == (second,)


@pytest.mark.parametrize(
    ("state", "was_uncertain"), [(RowState.SENDING, False), (RowState.PENDING, True)]
)
async def test_a_digest_waits_while_the_last_is_in_flight_or_in_doubt(
    stage: Stage, state: RowState, was_uncertain: bool
) -> None:
    await stage.subscriber(1)
    first = await stage.story("Первая")
    await stage.tick()
    await stage.settle(state, was_uncertain=was_uncertain)
    await stage.subscriber(2, next_digest_at=stage.clock.now() + timedelta(days=1))
    stage.clock.advance(DAY)
    second = await stage.story("Вторая")
    assert (await stage.tick()).digests == 1  # the other chat does not wait
    assert await stage.next_digest_at(1) == stage.clock.now()
    await stage.settle(RowState.FAILED)
    stage.clock.advance(60)
    await stage.tick()
    assert (await stage.editions())[-1] == (second, first)
    assert len(await stage.told(1)) == 1


async def test_chats_in_flight_do_not_hold_up_the_others(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publishing.digests.SLICE", 1)
    await stage.story()
    await stage.subscriber(1)
    await stage.tick()
    await stage.settle(RowState.SENDING)
    stage.clock.advance(DAY)
    await stage.story()
    await stage.subscriber(2)
    assert (await stage.tick()).digests == 1
    assert len(await stage.told(2)) == 1


async def test_a_digest_taken_by_the_sender_at_the_last_moment_is_waited_for(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.story()
    await stage.subscriber()
    await stage.tick()
    stage.clock.advance(DAY)
    await stage.story()
    due = Editions.due

    async def claimed_just_after(editions: Editions, *args: Any) -> Any:
        found = await due(editions, *args)
        await editions._session.execute(update(OutboxTable).values(state=RowState.SENDING))
        return found

    with monkeypatch.context() as racing:
        racing.setattr(Editions, "due", claimed_just_after)
        assert (await stage.tick()).digests == 0
    assert await stage.next_digest_at() == stage.clock.now()


async def test_a_pause_or_a_block_ends_with_one_capped_catch_up(stage: Stage) -> None:
    await stage.subscriber()
    await stage.story()
    await stage.tick()
    await stage.settle(RowState.SENT)
    await stage.change(100, unreachable_at=stage.clock.now(), next_digest_at=None)
    for _ in range(40):
        stage.clock.advance(DAY)
        await stage.story()
        await stage.tick()
    await stage.change(100, unreachable_at=None, next_digest_at=stage.clock.now())
    assert (await stage.tick()).digests == 1
    assert (await stage.editions())[-1] == tuple(range(41, 11, -1))
    await stage.settle(RowState.SENT)
    stage.clock.advance(DAY)
    assert (await stage.tick()).digests == 0


async def test_other_choices_from_now_on(stage: Stage) -> None:
    await stage.subscriber()
    await stage.story(language="ru")
    await stage.tick()
    await stage.settle(RowState.SENT)
    await stage.change(100, choices={"news_languages": ["kk"]})
    stage.clock.advance(DAY)
    await stage.story(language="ru")
    kazakh = await stage.story(language="kk")
    await stage.tick()
    assert (await stage.editions())[-1] == (kazakh,)


async def test_a_clock_that_jumps_ahead_and_back_loses_no_story(stage: Stage) -> None:
    await stage.subscriber()
    first = await stage.story("До скачка")
    stage.clock.advance(10 * DAY)
    await stage.tick()
    await stage.settle(RowState.SENT)
    stage.clock.advance(-10 * DAY)
    second = await stage.story("После скачка")
    await stage.tick()
    stage.clock.advance(12 * DAY)
    await stage.tick()
    assert await stage.editions() == [(first,), (second,)]


async def test_a_story_committed_late_is_told_and_none_is_told_twice(stage: Stage) -> None:
    await stage.subscriber()
    first = await stage.story("Вовремя", at=stage.clock.now() - timedelta(minutes=2))
    await stage.tick()
    await stage.settle(RowState.SENT)
    late = await stage.story("Записана позже", at=stage.clock.now() - timedelta(minutes=1))
    stage.clock.advance(DAY)
    await stage.tick()
    assert await stage.editions() == [(first,), (late,)]


async def test_digests_asked_for_in_quick_succession_repeat_nothing(stage: Stage) -> None:
    await stage.subscriber(next_digest_at=stage.clock.now() + timedelta(days=1))
    ask = AskDigest(stage.database, stage.clock)
    told = []
    for number in range(4):
        story = await stage.story()
        asked = await ask(Actor(ChatId(100), ChatKind.PRIVATE, 100, Language.RUSSIAN), number)
        assert asked.told is not None
        assert asked.told.edition.story_ids == (story,)
        told.append(story)
        stage.clock.advance(60)
    assert await stage.editions() == [(story,) for story in told]


async def test_another_moment_only_chooses(stage: Stage) -> None:
    """`digest send --at`: due by that clock, stored by ours, and the slot after it is next."""
    tomorrow = stage.clock.now() + timedelta(days=1)
    await stage.subscriber(next_digest_at=tomorrow)
    first = await stage.story()
    assert (await stage.tick(tomorrow)).digests == 1
    assert "23 ноября" in (await stage.rows())[0].text.splitlines()[1]
    assert await stage.next_digest_at() == tomorrow + timedelta(days=1)
    await stage.settle(RowState.SENT)
    stage.clock.advance(3600)
    second = await stage.story()  # before the moment that was asked for, after the digest
    assert (await stage.tick(tomorrow + timedelta(days=1))).digests == 1
    assert await stage.editions() == [(first,), (second,)]


async def test_two_processes_that_tick_at_once_send_no_digest_twice(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publishing.digests.SLICE", 3)
    await stage.story()
    for chat in range(1, 21):
        await stage.subscriber(chat, timezone=["Asia/Almaty", "UTC", "Asia/Tokyo"][chat % 3])
    other = Database(stage.database.url)
    try:
        done = await asyncio.gather(stage.tick(), SendDueDigests(other, stage.clock, LINKS)())
    finally:
        await other.close()
    assert sum(each.digests for each in done) == 20
    assert sorted(row.chat_id for row in await stage.rows()) == list(range(1, 21))
    assert await stage.ledger() == 20


async def test_a_slice_that_fails_leaves_all_of_it_due(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.subscriber()
    await stage.story()

    async def power_cut(*_: object) -> None:
        raise OSError("the power is gone")

    with monkeypatch.context() as broken:
        broken.setattr("storage.editions.Editions.move", power_cut)
        with pytest.raises(OSError, match="power"):
            await stage.tick()
    assert await stage.rows() == []
    assert await stage.editions() == []
    assert (await stage.tick()).digests == 1


async def test_a_preview_shows_what_would_go_and_keeps_nothing(stage: Stage) -> None:
    preview = PreviewDigest(stage.database, stage.clock, LINKS)
    chat = await stage.subscriber()
    empty = await preview(chat)
    assert empty is not None
    assert empty.message is None
    await stage.story("Построен завод")
    shown = await preview(chat)
    assert shown is not None
    assert shown.message is not None
    assert "Построен завод" in shown.message.text
    assert await stage.editions() == []
    await stage.tick()
    (row,) = await stage.rows()
    assert row.text == shown.message.text
    assert await preview(ChatId(404)) is None


async def test_a_weekly_reader_is_next_due_on_their_day(stage: Stage) -> None:
    await stage.subscriber(days=0b0000100, digest_time=time(21, 30), timezone="Asia/Kathmandu")
    await stage.tick()
    assert await stage.next_digest_at() == datetime(2026, 11, 25, 15, 45, tzinfo=UTC)
