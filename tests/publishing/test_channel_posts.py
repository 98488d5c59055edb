"""What is posted by itself in a channel: what, when, how much; and what the digest leaves."""

import asyncio
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import select

from accounts.actor import Actor
from accounts.rights import NotAllowedError
from model.channels import When
from model.ids import ChatId
from model.outbox import Action, RowState
from model.people import ChatKind, Language
from publishing.channels.choosing import ChannelChange
from publishing.channels.deciding import STORIES_FRESH
from publishing.corrections import SendCorrections
from storage.database import Database
from storage.tables import AuditTable, OutboxTable, StoryTable
from tests.publishing.newsroom import ACTOR, CHANNEL, EDITOR, Newsroom
from tests.publishing.registry import Registry
from tests.publishing.stage import LINKS, Stage

MINUTE, HOUR = 60, 3_600
NEVER = (time(0), time(0))


@pytest.fixture
def room(stage: Stage) -> Newsroom:
    return Newsroom(stage)


async def test_a_channel_begins_with_its_digest_and_nothing_else(
    room: Newsroom, stage: Stage
) -> None:
    await room.opens()
    await stage.story()
    stage.clock.advance(5 * MINUTE)
    assert await room.post() == 0
    await stage.tick()
    [row] = await stage.rows(CHANNEL)
    assert row.kind == "digest"


async def test_a_story_is_posted_at_once_and_once(room: Newsroom, stage: Stage) -> None:
    await room.opens()
    await room.chooses(stories=When.AT_ONCE)
    await stage.story("Завод кабеля в Кентау")
    assert await room.post() == 0, "it is not settled yet"
    stage.clock.advance(2 * MINUTE)
    assert await room.post() == 1
    assert await room.post() == 0
    [row] = await room.posts()
    assert "Завод кабеля в Кентау" in row.text
    await stage.settle(RowState.SENT)
    stage.clock.advance(24 * HOUR)
    await stage.tick()
    assert len(await stage.rows(CHANNEL)) == 1, "its digest leaves it out, and has nothing else"


async def test_what_was_there_before_is_not_posted(room: Newsroom, stage: Stage) -> None:
    await room.opens()
    await stage.story("Старая")
    stage.clock.advance(5 * MINUTE)
    await room.chooses(stories=When.AT_ONCE)
    await stage.story("Новая")
    stage.clock.advance(5 * MINUTE)
    await room.post()
    assert ["Новая" in row.text for row in await room.posts()] == [True]
    await room.chooses(stories=When.OFF)
    await stage.story("Между")
    stage.clock.advance(5 * MINUTE)
    await room.chooses(stories=When.AT_HOURS)
    await room.chooses(stories=When.AT_ONCE)
    stage.clock.advance(HOUR)
    assert await room.post() == 0


async def test_many_at_once_are_no_flood_and_the_best_go_first(
    room: Newsroom, stage: Stage
) -> None:
    await room.opens()
    await room.chooses(stories=When.AT_ONCE, most=2, digest=False)
    for score in (1.0, 5.0, 2.0, 4.0, 3.0):
        await stage.story(f"Вес {score:.0f}", score=score)
    stage.clock.advance(2 * MINUTE)
    for wanted in (["Вес 5", "Вес 4"], ["Вес 3", "Вес 2"], ["Вес 1"], []):
        before = len(await room.posts())
        for _ in range(3):
            await room.post()
            stage.clock.advance(MINUTE)
        found = [row.text for row in (await room.posts())[before:]]
        assert [[word for word in wanted if word in text] for text in found] == [
            [word] for word in wanted
        ]
        stage.clock.advance(HOUR)


async def test_what_found_no_room_in_a_day_is_left_to_the_digest(
    room: Newsroom, stage: Stage
) -> None:
    await room.opens()
    await room.chooses(stories=When.AT_ONCE, most=1)
    await stage.story("Первая", score=2)
    await stage.story("Вторая")
    stage.clock.advance(2 * MINUTE)
    await room.post()
    await stage.settle(RowState.SENT)
    stage.clock.advance(STORIES_FRESH.total_seconds())
    assert await room.post() == 0
    await stage.tick()
    [_, digest] = await stage.rows(CHANNEL)
    assert "Вторая" in digest.text
    assert "Первая" not in digest.text


async def test_what_a_digest_brought_is_not_posted(room: Newsroom, stage: Stage) -> None:
    await room.opens()
    await room.chooses(stories=When.AT_HOURS, hours=frozenset({18}))
    await stage.story("В дайджесте")
    stage.clock.advance(2 * MINUTE)
    await stage.tick()
    await stage.settle(RowState.SENT)
    await stage.story("После дайджеста")
    stage.clock.advance(9 * HOUR)
    assert await room.post() == 1
    assert ["После" in row.text for row in await room.posts()] == [True]


async def test_a_digest_takes_over_a_post_that_waits(room: Newsroom, stage: Stage) -> None:
    await room.opens()
    await room.chooses(stories=When.AT_ONCE)
    await stage.story("Завод")
    stage.clock.advance(2 * MINUTE)
    await room.post()
    stage.clock.advance(24 * HOUR)
    await stage.tick()
    post, digest = await stage.rows(CHANNEL)
    assert (post.state, digest.kind) == (RowState.CANCELLED, "digest")
    assert "Завод" in digest.text
    await stage.settle(RowState.SENT)
    assert await room.post() == 0
    assert not (await room.card()).not_posted.count, "nobody misses it"


async def test_at_its_hours_the_best_come_and_nothing_between(room: Newsroom, stage: Stage) -> None:
    """09:00 in Almaty at first."""
    await room.opens()
    channel = await room.chooses(stories=When.AT_HOURS, hours=frozenset({13, 18}), most=1)
    assert channel.next_post_at == stage.clock.now() + timedelta(hours=4)
    await stage.story("Малая")
    await stage.story("Большая", score=9)
    stage.clock.advance(3 * HOUR)
    assert await room.post() == 0
    stage.clock.advance(HOUR)
    assert await room.post() == 1
    assert await room.post() == 0
    assert (await room.channel()).next_post_at == stage.clock.now() + timedelta(hours=5)
    stage.clock.advance(5 * HOUR)
    assert await room.post() == 1
    assert ["Большая" in row.text for row in await room.posts()] == [True, False]


async def test_hours_missed_come_once_late(room: Newsroom, stage: Stage) -> None:
    await room.opens()
    await room.chooses(stories=When.AT_HOURS, hours=frozenset({10, 11, 12}), most=1)
    await stage.story()
    await stage.story()
    stage.clock.advance(5 * HOUR)
    assert await room.post() == 1
    assert await room.post() == 0
    assert (await room.channel()).next_post_at == stage.clock.now() + timedelta(hours=20)


async def test_at_night_nothing_is_posted_and_in_the_morning_little_by_little(
    room: Newsroom, stage: Stage
) -> None:
    await room.opens()
    await room.chooses(stories=When.AT_ONCE, most=2, digest=False)
    stage.clock.advance(14 * HOUR)  # 23:00
    for _ in range(5):
        await stage.story()
    stage.clock.advance(5 * MINUTE)
    assert await room.post() == 0
    card = await room.card()
    assert card.stories_waiting == 5
    assert card.next_at == datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
    stage.clock.advance(9 * HOUR)
    assert await room.post() == 2
    assert (await room.card()).stories_waiting == 3
    await room.chooses(quiet=NEVER)
    stage.clock.advance(14 * HOUR)
    await stage.settle(RowState.SENT)
    assert await room.post() == 2, "never quiet"


async def test_its_night_is_that_of_its_own_clock(room: Newsroom, stage: Stage) -> None:
    await room.opens(timezone="America/New_York")  # 23:00 there
    await room.chooses(stories=When.AT_ONCE)
    await stage.story()
    stage.clock.advance(2 * MINUTE)
    assert await room.post() == 0
    await room.chooses(timezone="Asia/Almaty")
    assert await room.post() == 1


async def test_only_what_suits_its_choices_is_posted(room: Newsroom, stage: Stage) -> None:
    await room.opens(choices={"sectors": ["textile"], "news_languages": ["ru"]})
    await room.chooses(stories=When.AT_ONCE)
    await stage.story("Нет", sectors=["tourism"])
    await stage.story("Сол", sectors=["textile"], language="kk")
    await stage.story("Да", sectors=["textile"])
    stage.clock.advance(2 * MINUTE)
    await room.post()
    assert ["Да" in row.text for row in await room.posts()] == [True]


async def test_a_story_taken_down_before_it_went_is_not_posted(
    room: Newsroom, stage: Stage
) -> None:
    await room.opens()
    await room.chooses(stories=When.AT_ONCE)
    story = await stage.story()
    stage.clock.advance(2 * MINUTE)
    async with stage.database.writing() as db:
        (await db.session.get_one(StoryTable, story)).mark = "withdrawn"
    assert await room.post() == 0


async def test_changes_of_a_project_are_one_post_of_the_public_view(
    room: Newsroom, stage: Stage
) -> None:
    registry = Registry(stage)
    await room.opens()
    number = await registry.project()
    stage.clock.advance(HOUR)
    await room.chooses(projects=When.AT_ONCE)
    stage.clock.advance(5 * MINUTE)
    assert await room.post() == 0, "it was there before"
    await registry.change(number, jobs_planned=200)
    await registry.change(number, jobs_planned=250)
    assert await room.post() == 0, "whoever changes it may not be through with it"
    stage.clock.advance(2 * MINUTE)
    assert await room.post() == 1
    [row] = await room.posts()
    assert "250" in row.text
    assert await room.post() == 0
    stage.clock.advance(2 * MINUTE)
    await registry.change(number, jobs_planned=300)
    stage.clock.advance(2 * MINUTE)
    assert await room.post() == 1
    assert "250 → 300" in (await room.posts())[-1].text


async def test_projects_that_are_not_for_everyone_are_not_posted(
    room: Newsroom, stage: Stage
) -> None:
    registry = Registry(stage)
    await room.opens()
    await room.chooses(projects=When.AT_ONCE)
    await registry.project(published=False)
    stage.clock.advance(5 * MINUTE)
    assert await room.post() == 0
    await room.chooses(wish=lambda choices: type(choices)(sectors=frozenset({"tourism"})))
    await registry.project()
    stage.clock.advance(5 * MINUTE)
    assert await room.post() == 0, "it is of another sector"


async def test_an_import_of_many_projects_is_no_flood(room: Newsroom, stage: Stage) -> None:
    registry = Registry(stage)
    await room.opens()
    await room.chooses(projects=When.AT_ONCE, most=3)
    for _ in range(8):
        await registry.project()
    stage.clock.advance(2 * MINUTE)
    counts = []
    for _ in range(4):
        counts.append(await room.post())
        stage.clock.advance(HOUR)
    assert counts == [3, 3, 2, 0]


async def test_a_correction_edits_the_post(room: Newsroom, stage: Stage) -> None:
    await room.opens()
    await room.chooses(stories=When.AT_ONCE)
    story = await stage.story("Завод")
    stage.clock.advance(2 * MINUTE)
    await room.post()
    await stage.settle(RowState.SENT)
    stage.clock.advance(HOUR)
    correct = SendCorrections(stage.database, stage.clock, LINKS)
    assert await correct() == 0
    async with stage.database.writing() as db:
        row = await db.session.get_one(StoryTable, story)
        row.mark, row.marked_at = "withdrawn", stage.clock.now()
    assert await correct() == 1
    assert await correct() == 0
    edit = (await stage.rows(CHANNEL))[-1]
    assert "Источник снял эту публикацию" in edit.text
    async with stage.database.reading() as db:
        kept = await db.session.get_one(OutboxTable, edit.id)
        assert (kept.action, kept.message_id) == (Action.EDIT, 7)


async def test_two_processes_post_each_story_once(
    room: Newsroom, stage: Stage, database: Database
) -> None:
    await room.opens()
    await room.chooses(stories=When.AT_ONCE, most=10)
    for _ in range(6):
        await stage.story()
    stage.clock.advance(2 * MINUTE)
    other = Database(database.url)
    try:
        done = await asyncio.gather(
            *(Newsroom(stage, each).post() for each in (database, other) * 2)
        )
    finally:
        await other.close()
    assert sum(done) == 6
    assert len({row.key for row in await room.posts()}) == len(await room.posts()) == 6


async def test_a_digest_is_pinned_once_it_has_its_message(room: Newsroom, stage: Stage) -> None:
    await room.opens()
    await room.chooses(pins_digest=True)
    await stage.story()
    stage.clock.advance(24 * HOUR)
    await stage.tick()
    assert await room.pin() == 0
    await stage.settle(RowState.SENT)
    assert await room.pin() == 1
    assert await room.pin() == 0
    async with stage.database.reading() as db:
        query = select(OutboxTable).where(OutboxTable.action == Action.PIN)
        [pin] = await db.session.scalars(query)
    assert (pin.chat_id, pin.message_id, pin.body_id) == (CHANNEL, 7, None)


async def test_no_pin_is_asked_for_without_the_right(room: Newsroom, stage: Stage) -> None:
    await room.opens()
    await room.chooses(pins_digest=True)
    await room.regains(may_pin=False)
    await stage.story()
    stage.clock.advance(24 * HOUR)
    await stage.tick()
    await stage.settle(RowState.SENT)
    assert await room.pin() == 0


async def test_the_digest_is_turned_off_and_on(room: Newsroom, stage: Stage) -> None:
    await room.opens()
    await room.chooses(digest=False)
    await stage.story()
    stage.clock.advance(24 * HOUR)
    await stage.tick()
    assert await stage.rows(CHANNEL) == []
    await room.chooses(digest=True)
    stage.clock.advance(24 * HOUR)
    await stage.tick()
    assert len(await stage.rows(CHANNEL)) == 1


async def test_turned_off_what_waits_is_left_to_the_digest(room: Newsroom, stage: Stage) -> None:
    await room.opens()
    await room.chooses(stories=When.AT_ONCE)
    await stage.story("Завод")
    stage.clock.advance(2 * MINUTE)
    await room.post()
    await room.chooses(stories=When.OFF)
    assert [row.state for row in await room.posts()] == [RowState.CANCELLED]
    stage.clock.advance(24 * HOUR)
    await stage.tick()
    assert "Завод" in (await stage.rows(CHANNEL))[-1].text


async def test_choices_are_in_the_log_each_once(room: Newsroom, stage: Stage) -> None:
    await room.opens()
    for _ in range(2):
        await room.chooses(stories=When.AT_ONCE)
    async with stage.database.reading() as db:
        [act] = await db.session.scalars(select(AuditTable))
    assert (act.action, act.actor_id) == ("channel.set", EDITOR)
    assert act.before == {"title": "Керуен", "stories": "off"}
    assert act.after == {"title": "Керуен", "stories": "once"}


async def test_only_who_may_send_sees_and_changes_channels(room: Newsroom) -> None:
    number = await room.opens()
    stranger = Actor(ChatId(5), ChatKind.PRIVATE, 5, Language.RUSSIAN)
    with pytest.raises(NotAllowedError):
        await room._change(stranger, number, ChannelChange(most=5))
    with pytest.raises(NotAllowedError):
        await room._open(stranger, number)
    assert (await room._open(ACTOR, number)).channel.posting.most == 3


async def test_hundreds_of_stories_at_once(stage: Stage) -> None:
    room = Newsroom(stage)
    await room.opens()
    await room.chooses(stories=When.AT_ONCE, most=10)
    for number in range(300):
        await stage.story(score=number % 7 + number / 1_000)
    stage.clock.advance(2 * MINUTE)
    assert await room.post() == 10
    assert await room.post() == 0
    assert (await room.card()).stories_waiting == 290
