"""Whatever happens, alerts and digests together tell every story once: not never, not twice."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import or_, select

from accounts.actor import Actor
from model.ids import ChatId
from model.outbox import RowState
from model.people import Alerts, ChatKind, Language
from publishing.alerts import SendAlerts
from publishing.asking import AskDigest
from storage.choices import alerts_json
from storage.database import Database
from storage.tables import AlertTable, EditionTable, LedgerTable, OutboxTable, SubscriberTable
from tests.clocks import ManualClock
from tests.publishing.lives import database_of_its_own, row_events
from tests.publishing.stage import LINKS, Stage

CHATS = (100, 200, 300)
"""Two that want alerts of textile, at most two a day and at most ten; one that wants none."""
BROUGHT_NOTHING = (RowState.FAILED, RowState.CANCELLED)

Event = tuple[str, Any]

chats = st.sampled_from(CHATS)
events = st.one_of(
    # committed so many minutes after it was stored
    st.tuples(st.just("story"), st.tuples(st.integers(0, 9), st.booleans())),
    st.tuples(st.just("pass"), st.sampled_from([1, 60, 300, 3_600, 10 * 3_600, 24 * 3_600])),
    st.tuples(st.just("digests"), st.none()),
    st.tuples(st.just("alerts"), st.none()),
    st.tuples(st.just("crash"), st.none()),
    st.tuples(st.just("ask"), st.tuples(chats, st.booleans())),
    st.tuples(st.just("switch"), st.tuples(chats, st.booleans())),
    st.tuples(st.just("pause"), st.tuples(chats, st.booleans())),
    row_events,
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(life=st.lists(events, max_size=30))
async def test_alerts_and_digests_tell_every_story_once(
    life: list[Event], migrated_sqlite: Path
) -> None:
    async with database_of_its_own(migrated_sqlite) as database:
        town = Town(Stage(database, ManualClock()))
        stories = await town.live(life)
        for chat in CHATS:
            assert sorted(await had(database, chat)) == sorted(stories), chat


def wanting(most: int) -> dict[str, Any] | None:
    return alerts_json(Alerts(sectors=frozenset({"textile"}), most_a_day=most))


class Town:
    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.alerts = SendAlerts(stage.database, stage.clock, LINKS)
        self.ask = AskDigest(stage.database, stage.clock)
        self.stories: list[int] = []

    async def live(self, life: Sequence[Event]) -> list[int]:
        await self.alerts()
        for chat, alerts in zip(CHATS, (wanting(2), wanting(10), None), strict=True):
            await self.stage.subscriber(chat, alerts=alerts)
        for update_id, event in enumerate(life):
            await self.meet(event, update_id)
        # In the end all goes well for two days: what was in flight arrives, what is due goes.
        for chat in CHATS:
            await self.stage.change(chat, paused_at=None)
        for _ in range(2):
            await self.stage.settle(RowState.SENT)
            self.stage.clock.advance(24 * 3_600)
            await self.alerts()
            await self.stage.settle(RowState.SENT)
            await self.stage.tick()
        await self.stage.settle(RowState.SENT)
        return self.stories

    async def meet(self, event: Event, update_id: int) -> None:
        match event:
            case "story", (int(minutes), bool(is_textile)):
                at = self.stage.clock.now() - timedelta(minutes=minutes)
                sectors = ["textile"] if is_textile else []
                self.stories.append(await self.stage.story(at=at, sectors=sectors))
            case "pass", int(seconds):
                self.stage.clock.advance(seconds)
            case "digests", _:
                await self.stage.tick()
            case "alerts", _:
                await self.alerts()
            case "crash", _:
                await self.crash()
            case "ask", (int(chat), bool(answered)):
                actor = Actor(ChatId(chat), ChatKind.PRIVATE, chat, Language.RUSSIAN)
                asked = await self.ask(actor, update_id)
                if not answered:
                    await self.ask.release(asked)
            case "switch", (int(chat), bool(on)):
                await self.stage.change(chat, alerts=wanting(5) if on else None)
            case "pause", (int(chat), bool(on)):
                await self.stage.change(chat, paused_at=self.stage.clock.now() if on else None)
            case "row", (RowState() as state, bool(was_uncertain)):
                await self.stage.settle(state, was_uncertain=was_uncertain)

    async def crash(self) -> None:
        """Alerts are sent one chat at a time, and the power goes after the first."""

        async def power_goes(_seconds: float) -> None:
            raise RuntimeError("the power went")

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("publishing.alerts.SLICE", 1)
            patch.setattr("publishing.alerts.asyncio.sleep", power_goes)
            try:
                await self.alerts()
            except RuntimeError:
                return


async def had(database: Database, chat: int) -> list[int]:
    """The stories of every edition and alert that arrived, or may have."""
    editions = (
        select(EditionTable.story_ids)
        .join(LedgerTable, LedgerTable.edition_id == EditionTable.id)
        .join(SubscriberTable, SubscriberTable.id == LedgerTable.subscriber_id)
        .outerjoin(OutboxTable, OutboxTable.id == LedgerTable.row_id)
        .where(
            SubscriberTable.chat_id == chat,
            or_(LedgerTable.row_id.is_(None), OutboxTable.state.not_in(BROUGHT_NOTHING)),
        )
    )
    alerts = (
        select(AlertTable.story_id)
        .join(SubscriberTable, SubscriberTable.id == AlertTable.subscriber_id)
        .join(OutboxTable, OutboxTable.id == AlertTable.row_id)
        .where(SubscriberTable.chat_id == chat, OutboxTable.state.not_in(BROUGHT_NOTHING))
    )
    async with database.reading() as db:
        told = [story for stories in await db.session.scalars(editions) for story in stories]
        return told + list(await db.session.scalars(alerts))
