"""The bot's standing in a channel: heard of, found out, told to the admins once of each turn."""

import pytest

from model.channels import When
from model.outbox import RowState
from model.people import ChatKind
from publishing.channels.standing import Looked, Place, Rights
from tests.publishing.newsroom import CHANNEL, EDITOR, Newsroom
from tests.publishing.stage import Stage

MINUTE, HOUR = 60, 3_600


@pytest.fixture
async def room(stage: Stage) -> Newsroom:
    room = Newsroom(stage)
    await stage.subscriber(EDITOR, next_digest_at=None, subscribed_at=None)
    await room.opens()
    return room


async def test_a_loss_and_a_return_are_told_once(room: Newsroom, stage: Stage) -> None:
    for _ in range(2):
        await room.loses()
        await room.heed.found()
    [told] = await room.told()
    assert "больше не может публиковать" in told
    assert "удалили" in told
    for _ in range(2):
        await room.regains()
        await room.heed.found()
    [_, back] = await room.told()
    assert "снова может публиковать" in back
    stage.clock.advance(1)
    await room.loses("may not post")
    assert "нет права публиковать" in (await room.told())[2]


async def test_a_refused_row_is_told_in_the_next_look(room: Newsroom, stage: Stage) -> None:
    """As the sender leaves it."""
    async with stage.database.writing() as db:
        reason = "Forbidden: bot was kicked from the channel chat"
        await db.subscribers.mark_unreachable(CHANNEL, reason, stage.clock.now())
    assert await room.heed.found() == 1
    assert await room.heed.found() == 1
    assert len(await room.told()) == 1
    assert (await room.channel()).lost_at == stage.clock.now()


async def test_what_waits_is_cancelled_and_what_was_due_is_said(
    room: Newsroom, stage: Stage
) -> None:
    await room.chooses(stories=When.AT_ONCE, most=1)
    await stage.story("Первая", score=5)
    await stage.story("Вторая")
    stage.clock.advance(2 * MINUTE)
    await room.post()
    await room.loses()
    stage.clock.advance(HOUR)
    await stage.story("Третья")
    stage.clock.advance(2 * MINUTE)
    assert await room.post() == 0
    card = await room.card()
    assert card.not_posted.errors == {"put out": 1}
    assert card.stories_waiting == 2
    assert card.next_at is None
    assert [row.state for row in await room.posts()] == [RowState.CANCELLED]


async def test_after_a_return_what_is_fresh_comes_little_by_little(
    room: Newsroom, stage: Stage
) -> None:
    await room.chooses(stories=When.AT_ONCE, most=2, digest=False)
    await room.loses()
    await stage.story("Слишком старая", score=9)
    stage.clock.advance(25 * HOUR)
    for _ in range(3):
        await stage.story("Свежая")
    stage.clock.advance(2 * MINUTE)
    await room.regains()
    assert await room.post() == 2
    assert await room.post() == 0
    stage.clock.advance(HOUR)
    assert await room.post() == 1
    assert all("Свежая" in row.text for row in await room.posts())


async def test_its_digest_comes_again_after_a_return(room: Newsroom, stage: Stage) -> None:
    await room.loses()
    assert (await room.channel()).subscriber.next_digest_at is None
    await room.regains()
    assert (await room.channel()).subscriber.next_digest_at is not None
    await room.chooses(digest=False)
    await room.loses()
    await room.regains()
    assert (await room.channel()).subscriber.next_digest_at is None, "it was turned off"


async def test_no_admin_in_reach_misses_nothing_else(stage: Stage) -> None:
    room = Newsroom(stage)
    await room.opens()
    await room.loses()
    assert await room.told() == []
    assert (await room.channel()).lost_at is not None


async def test_a_chat_that_is_no_channel_of_the_settings_is_left_alone(
    room: Newsroom, stage: Stage
) -> None:
    await stage.subscriber(-5, kind=ChatKind.SUPERGROUP)
    await stage.subscriber(-6, kind=ChatKind.CHANNEL, subscribed_at=None)
    for chat in (-5, -6, -7):
        assert not await room.heed(chat, Looked(Rights("put out")))
    assert await room.told() == []


async def test_where_it_is_discussed_is_kept_until_it_is_told_otherwise(room: Newsroom) -> None:
    looked = Looked(Rights(may_pin=True), Place("keruen_news", "keruen_talk"))
    await room.heed(CHANNEL, looked)
    await room.loses()
    standing = (await room.channel()).standing
    assert (standing.username, standing.discussion) == ("keruen_news", "keruen_talk")
    assert await room.heed("@Keruen_News", looked), "its public name is known"
    assert not await room.heed("@another", looked)
    await room.heed(CHANNEL, Looked(Rights(), Place("keruen_news", None)))
    assert (await room.channel()).standing.discussion is None
