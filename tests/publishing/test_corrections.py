"""What readers have had is put right where it stands, once, and nowhere else."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from model.ids import StoryId
from model.news import Mark
from model.outbox import Action, RowState
from model.people import Alerts, ChatKind
from news.storing import retell
from publishing.alerts import SendAlerts
from publishing.corrections import SendCorrections
from storage.choices import alerts_json
from storage.tables import ArticleTable, OutboxTable, StoryTable
from tests.publishing.stage import LINKS, Stage

DAY = 24 * 3600


async def put_right(stage: Stage, story: StoryId, title: str) -> None:
    async with stage.database.writing() as db:
        await db.session.execute(
            update(ArticleTable).where(ArticleTable.story_id == story).values(title=title)
        )
        await db.session.execute(
            update(StoryTable)
            .where(StoryTable.id == story)
            .values(mark=Mark.CORRECTED, marked_at=stage.clock.now())
        )


async def edits(stage: Stage) -> list[tuple[int, int | None, str]]:
    """The chat, the message and the text of every edit."""
    async with stage.database.reading() as db:
        query = select(OutboxTable).where(OutboxTable.action == Action.EDIT)
        found = list(await db.session.scalars(query.order_by(OutboxTable.id)))
    texts = {row.id: row.text for row in await stage.rows()}
    return [(row.chat_id or 0, row.message_id, texts[row.id]) for row in found]


def corrections(stage: Stage) -> SendCorrections:
    return SendCorrections(stage.database, stage.clock, LINKS)


async def had(stage: Stage, *chats: int) -> StoryId:
    """A story that these chats have had in their digests."""
    story = await stage.story("Завод на 42 га", at=stage.clock.now() - timedelta(hours=1))
    for chat in chats:
        await stage.subscriber(chat)
    await stage.tick()
    await stage.settle(RowState.SENT)
    return story


async def test_a_digest_that_was_sent_is_edited_once(stage: Stage) -> None:
    story = await had(stage, 1, 2)
    stage.clock.advance(3600)
    await put_right(stage, story, "Завод на 51 га")
    assert await corrections(stage)() == 2
    assert await corrections(stage)() == 0
    found = await edits(stage)
    assert [(chat, message) for chat, message, _ in found] == [(1, 7), (2, 7)]
    assert all("51 га" in text and "42 га" not in text for _, _, text in found)


async def test_put_right_again_it_is_edited_again(stage: Stage) -> None:
    story = await had(stage, 1)
    for number in (51, 52):
        stage.clock.advance(3600)
        await put_right(stage, story, f"Завод на {number} га")
        assert await corrections(stage)() == 1
    assert "52 га" in (await edits(stage))[-1][2]


@pytest.mark.parametrize("days", [29, 31])
async def test_a_month_later_nobody_minds(stage: Stage, days: int) -> None:
    story = await had(stage, 1)
    stage.clock.advance(days * DAY)
    await put_right(stage, story, "Завод на 51 га")
    assert await corrections(stage)() == (1 if days < 30 else 0)


async def test_who_did_not_get_it_or_cannot_be_reached_is_left_alone(stage: Stage) -> None:
    story = await had(stage, 1, 2)
    await stage.subscriber(3)
    await stage.tick()  # 3 has it in the outbox, and it fails
    await stage.settle(RowState.FAILED)
    await stage.change(2, unreachable_at=stage.clock.now())
    await put_right(stage, story, "Завод на 51 га")
    await corrections(stage)()
    assert [chat for chat, _, _ in await edits(stage)] == [1]


async def test_a_story_behind_more_needs_no_edit(stage: Stage) -> None:
    for number in range(30):
        await stage.story(f"Новость {number} " + "о большом заводе " * 12, score=2.0)
    last = await had(stage, 1)
    await put_right(stage, last, "Завод на 51 га")
    assert await corrections(stage)() == 0


async def test_many_are_edited_slice_by_slice(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publishing.corrections.SLICE", 2)
    story = await had(stage, *range(1, 8))
    await put_right(stage, story, "Завод на 51 га")
    assert await corrections(stage)() == 7


async def test_nothing_put_right_writes_nothing(stage: Stage) -> None:
    await had(stage, 1)
    assert await corrections(stage)() == 0
    async with stage.database.reading() as db:
        assert await db.key_values.get("corrections") is None


async def test_what_waited_in_the_outbox_meanwhile_is_edited_when_it_has_arrived(
    stage: Stage,
) -> None:
    """A hundred thousand digests take more than an hour to go out."""
    story = await stage.story("Завод на 42 га", at=stage.clock.now() - timedelta(hours=1))
    await stage.subscriber(1)
    await stage.tick()
    stage.clock.advance(900)
    await put_right(stage, story, "Завод на 51 га")
    for _ in range(60):
        assert await corrections(stage)() == 0
        stage.clock.advance(60)
    await stage.settle(RowState.SENT)
    assert await corrections(stage)() == 1
    assert await corrections(stage)() == 0
    assert "51 га" in (await edits(stage))[0][2]


async def test_a_digest_made_after_it_was_put_right_needs_no_edit(stage: Stage) -> None:
    story = await stage.story("Завод на 42 га", at=stage.clock.now() - timedelta(hours=1))
    await put_right(stage, story, "Завод на 51 га")
    stage.clock.advance(3600)
    await stage.subscriber(1)
    await stage.tick()
    await stage.settle(RowState.SENT)
    assert await corrections(stage)() == 0
    assert "51 га" in (await stage.told(1))[0]


async def test_withdrawn_and_back_the_message_is_as_it_was(stage: Stage) -> None:
    story = await had(stage, 1)
    before = (await stage.told(1))[0]
    for articles in ("withdrawn", "back"):
        stage.clock.advance(3600)
        async with stage.database.writing() as db:
            at = stage.clock.now() if articles == "withdrawn" else None
            await db.session.execute(
                update(ArticleTable).where(ArticleTable.story_id == story).values(withdrawn_at=at)
            )
            await retell(db, [story], stage.clock.now())
        assert await corrections(stage)() == 1
    (_, _, gone), (_, _, back) = await edits(stage)
    assert "снял эту публикацию" in gone
    assert "42 га" in gone
    assert "Подробности" not in gone
    assert "<a href" not in gone
    assert back == before


async def test_what_was_taken_down_is_told_to_nobody_new(stage: Stage) -> None:
    story = await stage.story("Завод на 42 га", at=stage.clock.now() - timedelta(hours=1))
    async with stage.database.writing() as db:
        await db.session.execute(
            update(StoryTable).where(StoryTable.id == story).values(mark=Mark.WITHDRAWN)
        )
    await stage.subscriber(1)
    await stage.tick()
    assert await stage.told(1) == []


async def test_an_alert_is_edited_too(stage: Stage) -> None:
    send = SendAlerts(stage.database, stage.clock, LINKS)
    await send()
    wanted = alerts_json(Alerts(words=frozenset({"завод: новый", "завод"})))
    later = stage.clock.now() + timedelta(days=1)
    for chat, kind in ((1, ChatKind.PRIVATE), (2, ChatKind.SUPERGROUP)):
        await stage.subscriber(chat, alerts=wanted, next_digest_at=later, kind=kind)
    story = await stage.story("Завод на 42 га")
    assert await send() == 2
    await stage.settle(RowState.SENT)
    stage.clock.advance(3600)
    await put_right(stage, story, "Завод на 51 га")
    assert await corrections(stage)() == 2
    assert await corrections(stage)() == 0
    found = await edits(stage)
    assert [(chat, message) for chat, message, _ in found] == [(1, 7), (2, 7)]
    assert all("51 га" in text and "«завод»" in text for _, _, text in found)


async def test_a_crash_between_slices_edits_nothing_twice_and_misses_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publishing.corrections.SLICE", 2)
    story = await had(stage, *range(1, 6))
    await put_right(stage, story, "Завод на 51 га")

    async def power_goes(_seconds: float) -> None:
        raise RuntimeError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr("publishing.corrections.asyncio.sleep", power_goes)
        with pytest.raises(RuntimeError):
            await corrections(stage)()
    stage.clock.advance(3600)
    assert await corrections(stage)() == 3
    assert sorted(chat for chat, _, _ in await edits(stage)) == [1, 2, 3, 4, 5]


async def test_in_a_group_that_became_a_supergroup_nothing_can_be_edited(stage: Stage) -> None:
    story = await had(stage, 1)
    async with stage.database.writing() as db:
        await db.subscribers.migrate(1, -100_1)
    await put_right(stage, story, "Завод на 51 га")
    assert await corrections(stage)() == 0
