"""Whatever happens, digests and messages at once tell every change once to those who follow it:

not never, not twice, and nothing of before they did.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import or_, select, update

from accounts.actor import Actor
from model.ids import ChatId, ProjectId
from model.outbox import RowState
from model.people import ChatKind, Language
from model.projects import FollowKind
from publishing.asking import AskDigest
from publishing.followed_at_once import SendProjectNews
from storage.database import Database
from storage.tables import (
    EditionTable,
    FollowTable,
    LedgerTable,
    OutboxTable,
    SubscriberTable,
    ToldChangeTable,
)
from tests.clocks import ManualClock
from tests.projects.makers import KENTAU, SAIRAM
from tests.publishing.lives import database_of_its_own, row_events
from tests.publishing.registry import Registry
from tests.publishing.stage import LINKS, Stage

FOLLOWERS = {
    100: (FollowKind.PROJECT, "1", False),
    200: (FollowKind.PROJECT, "1", True),
    300: (FollowKind.DISTRICT, KENTAU, True),
}
CHATS = (*FOLLOWERS, 400)
"""The last follows nothing."""
BROUGHT_NOTHING = (RowState.FAILED, RowState.CANCELLED)

Event = tuple[str, Any]

chats = st.sampled_from(CHATS)
events = st.one_of(
    # of the one project or the other; committed so many minutes after it was recorded
    st.tuples(st.just("change"), st.tuples(st.integers(0, 1), st.integers(0, 9))),
    st.tuples(st.just("change"), st.tuples(st.integers(0, 1), st.integers(0, 9))),
    st.tuples(st.just("story"), st.none()),
    st.tuples(st.just("follow"), st.sampled_from(list(FOLLOWERS))),
    st.tuples(st.just("pass"), st.sampled_from([1, 60, 300, 3_600, 10 * 3_600, 24 * 3_600])),
    st.tuples(st.just("digests"), st.none()),
    st.tuples(st.just("at once"), st.none()),
    st.tuples(st.just("crash"), st.none()),
    st.tuples(st.just("ask"), st.tuples(chats, st.booleans())),
    st.tuples(st.just("switch"), st.tuples(st.sampled_from(list(FOLLOWERS)), st.booleans())),
    st.tuples(st.just("pause"), st.tuples(chats, st.booleans())),
    row_events,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(life=st.lists(events, max_size=25))
async def test_every_change_is_told_once(life: list[Event], migrated_sqlite: Path) -> None:
    async with database_of_its_own(migrated_sqlite) as database:
        town = Town(Stage(database, ManualClock()))
        await town.live(life)
        for chat in CHATS:
            assert sorted(await had(database, chat)) == sorted(town.expected[chat]), chat


class Town:
    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.registry = Registry(stage)
        self.at_once = SendProjectNews(stage.database, stage.clock, LINKS)
        self.ask = AskDigest(stage.database, stage.clock)
        self.projects: list[ProjectId] = []
        self.following: set[int] = set()
        self.expected: dict[int, list[int]] = {chat: [] for chat in CHATS}
        self.value = 0

    async def live(self, life: Sequence[Event]) -> None:
        for district in (KENTAU, SAIRAM):
            code = f"T-{district}"
            self.projects.append(await self.registry.project(districts=(district,), code=code))
        for chat in CHATS:
            await self.stage.subscriber(chat)
        for chat in (100, 200):
            await self.follow(chat)
        await self.at_once()
        for update_id, event in enumerate(life):
            await self.meet(event, update_id)
        # In the end all goes well for two days: what was in flight arrives, what is due goes.
        for chat in CHATS:
            await self.stage.change(chat, paused_at=None)
        for _ in range(2):
            await self.stage.settle(RowState.SENT)
            self.stage.clock.advance(24 * 3_600)
            await self.at_once()
            await self.stage.settle(RowState.SENT)
            await self.stage.tick()
        await self.stage.settle(RowState.SENT)

    async def meet(self, event: Event, update_id: int) -> None:
        match event:
            case "change", (int(which), int(minutes)):
                await self.change(which, minutes)
            case "story", _:
                await self.stage.story()
            case "follow", int(chat):
                await self.follow(chat)
            case "pass", int(seconds):
                self.stage.clock.advance(seconds)
            case "digests", _:
                await self.stage.tick()
            case "at once", _:
                await self.at_once()
            case "crash", _:
                await self.crash()
            case "ask", (int(chat), bool(answered)):
                actor = Actor(ChatId(chat), ChatKind.PRIVATE, chat, Language.RUSSIAN)
                asked = await self.ask(actor, update_id)
                if not answered:
                    await self.ask.release(asked)
            case "switch", (int(chat), bool(on)):
                await self.switch(chat, on=on)
            case "pause", (int(chat), bool(on)):
                await self.stage.change(chat, paused_at=self.stage.clock.now() if on else None)
            case "row", (RowState() as state, bool(was_uncertain)):
                await self.stage.settle(state, was_uncertain=was_uncertain)

    async def change(self, which: int, minutes: int) -> None:
        self.value += 1
        self.stage.clock.advance(-60 * minutes)
        changes = await self.registry.change(self.projects[which], jobs_created=self.value)
        self.stage.clock.advance(60 * minutes)
        if which == 0:
            for chat in self.following:
                self.expected[chat] += changes

    async def follow(self, chat: int) -> None:
        if chat not in self.following:
            kind, key, at_once = FOLLOWERS[chat]
            key = str(self.projects[0]) if kind is FollowKind.PROJECT else key
            await self.registry.follow(kind, key, chat_id=chat, at_once=at_once)
            self.following.add(chat)

    async def switch(self, chat: int, *, on: bool) -> None:
        async with self.stage.database.writing() as db:
            of_chat = select(SubscriberTable.id).where(SubscriberTable.chat_id == chat)
            await db.session.execute(
                update(FollowTable).where(FollowTable.subscriber_id.in_(of_chat)).values(at_once=on)
            )

    async def crash(self) -> None:
        """Messages are sent one chat at a time, and the power goes after the first."""

        async def power_goes(_seconds: float) -> None:
            raise RuntimeError("the power went")

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("publishing.followed_at_once.SLICE", 1)
            patch.setattr("publishing.followed_at_once.asyncio.sleep", power_goes)
            try:
                await self.at_once()
            except RuntimeError:
                return


async def had(database: Database, chat: int) -> list[int]:
    """The changes of every edition and message at once that arrived, or may have."""
    editions = (
        select(EditionTable.change_ids)
        .join(LedgerTable, LedgerTable.edition_id == EditionTable.id)
        .join(SubscriberTable, SubscriberTable.id == LedgerTable.subscriber_id)
        .outerjoin(OutboxTable, OutboxTable.id == LedgerTable.row_id)
        .where(
            SubscriberTable.chat_id == chat,
            or_(LedgerTable.row_id.is_(None), OutboxTable.state.not_in(BROUGHT_NOTHING)),
        )
    )
    at_once = (
        select(ToldChangeTable.change_id)
        .join(SubscriberTable, SubscriberTable.id == ToldChangeTable.subscriber_id)
        .join(OutboxTable, OutboxTable.id == ToldChangeTable.row_id)
        .where(SubscriberTable.chat_id == chat, OutboxTable.state.not_in(BROUGHT_NOTHING))
    )
    async with database.reading() as db:
        told = [change for changes in await db.session.scalars(editions) for change in changes]
        return told + list(await db.session.scalars(at_once))
