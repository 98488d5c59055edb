"""What no promise needs is dropped; whoever had something has had it, and nobody gets it twice."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, insert, select

from model.ids import StoryId
from model.outbox import RowState
from model.people import Alerts
from publishing.alerts import SendAlerts
from publishing.pruning import Pruned, PruneOld, is_time
from storage.choices import alerts_json
from storage.database import Database
from storage.tables import (
    AlertTable,
    BodyTable,
    EditionTable,
    LedgerTable,
    OutboxTable,
    SearchTable,
    SubscriberTable,
)
from tests.clocks import ManualClock
from tests.publishing.stage import LINKS, Stage
from tests.publishing.test_any_alerted_life import CHATS, Event, Town, events

DAY = 24 * 3600


def pruning(stage: Stage) -> PruneOld:
    return PruneOld(stage.database, stage.clock, "Asia/Almaty")


async def count(stage: Stage, table: Any) -> int:
    async with stage.database.reading() as db:
        return await db.session.scalar(select(func.count()).select_from(table)) or 0


async def a_digest(stage: Stage, state: RowState = RowState.SENT) -> StoryId:
    """One that ended so, and 36 days later it is the next one's time."""
    story = await stage.story("Завод")
    await stage.tick()
    await stage.settle(state)
    stage.clock.advance(36 * DAY)
    return story


async def test_what_was_had_is_had_for_ever(stage: Stage) -> None:
    await stage.subscriber()
    await a_digest(stage)
    assert await pruning(stage)() == Pruned(rows=1, bodies=1)
    for table in (OutboxTable, BodyTable):
        assert await count(stage, table) == 0
    assert (await count(stage, LedgerTable), await count(stage, EditionTable)) == (1, 1)
    assert (await stage.tick()).digests == 0
    new = await stage.story("Новый цех")
    stage.clock.advance(DAY)
    await stage.tick()
    assert (await stage.editions())[-1] == (new,)


@pytest.mark.parametrize("state", [RowState.FAILED, RowState.CANCELLED])
async def test_what_was_not_had_still_comes(stage: Stage, state: RowState) -> None:
    await stage.subscriber()
    story = await a_digest(stage, state)
    assert await pruning(stage)() == Pruned(rows=1, bodies=1)
    assert await stage.ledger() == 0
    assert (await stage.tick()).digests == 1
    assert (await stage.editions())[-1] == (story,)


@pytest.mark.parametrize("state", [RowState.PENDING, RowState.SENT])
async def test_what_waits_or_may_be_put_right_is_kept(stage: Stage, state: RowState) -> None:
    await stage.subscriber()
    await stage.story()
    await stage.tick()
    if state is RowState.SENT:
        stage.clock.advance(6 * DAY)  # it waited so long
        await stage.settle(state)
    stage.clock.advance((29 if state is RowState.SENT else 90) * DAY)
    assert await pruning(stage)() == Pruned()
    assert await stage.bodies() == 1


async def test_of_the_ledger_the_last_entry_of_each_chat_stays(stage: Stage) -> None:
    for chat in (1, 2):
        await stage.subscriber(chat)
    for chat in (1, 2, 2, 2):
        await stage.change(chat, next_digest_at=stage.clock.now())
        await stage.change(3 - chat, next_digest_at=None)
        await stage.story()
        await stage.tick()
        await stage.settle(RowState.SENT)
        stage.clock.advance(DAY)
    stage.clock.advance(36 * DAY)
    assert await pruning(stage)() == Pruned(entries=2, rows=4, bodies=4)
    async with stage.database.reading() as db:
        had = await db.editions.last_had(list(await db.session.scalars(select(SubscriberTable.id))))
        assert len(had) == 2
        assert sorted(had.values()) == sorted(await db.session.scalars(_ENTRIES))
    assert await count(stage, EditionTable) == 4, "more works for ever"


_ENTRIES = select(LedgerTable.edition_id)


async def test_what_an_alert_brought_is_known_until_a_digest_came_after_it(stage: Stage) -> None:
    send = SendAlerts(stage.database, stage.clock, LINKS)
    await send()
    alerts = alerts_json(Alerts(sectors=frozenset({"textile"})))
    await stage.subscriber(alerts=alerts)
    stage.clock.advance(3600)
    await stage.story("Фабрика", sectors=["textile"])
    assert await send() == 1
    await stage.settle(RowState.SENT)
    stage.clock.advance(36 * DAY)
    assert await pruning(stage)() == Pruned()
    story = await stage.story("Завод")
    await stage.tick()
    assert await stage.editions() == [(story,)]
    await stage.settle(RowState.SENT)
    assert await pruning(stage)() == Pruned(rows=1, bodies=1)
    assert await count(stage, AlertTable) == 0


async def test_an_old_search_is_dropped(stage: Stage) -> None:
    async with stage.database.writing() as db:
        for days in (181, 179):
            at = stage.clock.now() - timedelta(days=days)
            await db.session.execute(insert(SearchTable).values(words=f"{days}", at=at))
    assert await pruning(stage)() == Pruned(searches=1)
    async with stage.database.reading() as db:
        assert list(await db.session.scalars(select(SearchTable.words))) == ["179"]


async def test_slices_come_to_an_end_and_a_crash_between_them_loses_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publishing.pruning.SLICE", 2)
    for chat in range(1, 8):
        await stage.subscriber(chat)
    await a_digest(stage)
    prune = pruning(stage)

    async def crash(_seconds: float) -> None:
        if await count(stage, OutboxTable) < 7:
            raise RuntimeError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr("publishing.pruning.asyncio.sleep", crash)
        with pytest.raises(RuntimeError):
            await prune.when_due()
    assert await count(stage, OutboxTable) == 5
    assert await prune.when_due() == Pruned(rows=5, bodies=1)
    assert await prune.when_due() is None


NIGHT = datetime(2026, 11, 23, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "hour", "holds"),
    [(None, 15, True), (24, 3, True), (24, 15, False), (10, 3, False), (44, 15, True)],
)
def test_it_is_time_once_a_night(hours: int | None, hour: int, holds: bool) -> None:
    last = None if hours is None else NIGHT - timedelta(hours=hours)
    assert is_time(NIGHT, last, hour) is holds


def test_a_run_by_a_clock_that_was_put_back_is_forgotten() -> None:
    assert is_time(NIGHT, NIGHT + timedelta(days=400), 12)


class PrunedTown(Town):
    """It remembers what was had when it is forgotten."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.had: dict[tuple[str, int, int], list[int]] = {}

    async def meet(self, event: Event, update_id: int) -> None:
        if event[0] == "prune":
            await self.remember()
            await pruning(self.stage)()
        else:
            await super().meet(event, update_id)

    async def remember(self) -> None:
        """By chat: editions by their entries, alerts by their stories, as far as they arrived."""
        arrived = (RowState.SENT, RowState.UNCERTAIN)
        chats = SubscriberTable.chat_id
        entries = (
            select(chats, LedgerTable.id, EditionTable.story_ids)
            .join(LedgerTable, LedgerTable.subscriber_id == SubscriberTable.id)
            .join(EditionTable, EditionTable.id == LedgerTable.edition_id)
            .outerjoin(OutboxTable, OutboxTable.id == LedgerTable.row_id)
            .where(LedgerTable.row_id.is_(None) | OutboxTable.state.in_(arrived))
        )
        alerts = (
            select(chats, AlertTable.story_id)
            .join(AlertTable, AlertTable.subscriber_id == SubscriberTable.id)
            .join(OutboxTable, OutboxTable.id == AlertTable.row_id)
            .where(OutboxTable.state.in_(arrived))
        )
        async with self.stage.database.reading() as db:
            for chat, entry, stories in await db.session.execute(entries):
                self.had["digest", chat, entry] = stories
            for chat, story in await db.session.execute(alerts):
                self.had["alert", chat, story] = [story]


long_events = events | st.tuples(st.just("pass"), st.sampled_from([20 * DAY, 36 * DAY]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(life=st.lists(long_events | st.tuples(st.just("prune"), st.none()), max_size=30))
async def test_whatever_happens_every_story_is_told_once(
    life: list[Event], migrated_sqlite: Path
) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "keruen.db"
        shutil.copy(migrated_sqlite, file)
        database = Database(f"sqlite+aiosqlite:///{file}")
        try:
            town = PrunedTown(Stage(database, ManualClock()))
            stories = await town.live(life)
            await town.remember()
            for chat in CHATS:
                told = [one for key, each in town.had.items() if key[1] == chat for one in each]
                assert sorted(told) == sorted(stories), chat
        finally:
            await database.close()
