"""Whatever happens, a channel is told every story once, by a post or by a digest; and no flood."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from model.channels import When
from model.outbox import Action, RowState
from publishing.channels.deciding import hour_of
from publishing.corrections import SendCorrections
from storage.database import Database
from storage.editions import STORY_POST
from storage.tables import BodyTable, OutboxTable, StoryTable
from tests.clocks import ManualClock
from tests.publishing.lives import database_of_its_own, row_events
from tests.publishing.newsroom import Newsroom
from tests.publishing.stage import LINKS, Stage
from tests.publishing.test_any_alerted_life import had

CHANNELS = {-1001: 1, -1002: 3}
"""How many posts an hour each wants."""
WITHDRAWN = "Источник снял эту публикацию"

Event = tuple[str, Any]

channels = st.sampled_from(list(CHANNELS))
more = st.one_of(
    st.tuples(st.just("pass"), st.sampled_from([1, 60, 300, 3_600, 5 * 3_600, 24 * 3_600])),
    st.tuples(st.just("crash"), st.none()),
    st.tuples(st.just("choose"), st.tuples(channels, st.sampled_from(list(When)))),
    st.tuples(st.just("rights"), st.tuples(channels, st.booleans())),
    row_events,
)
events = st.one_of(
    # so many, the last committed so many minutes after it was stored
    st.tuples(st.just("stories"), st.tuples(st.integers(1, 3), st.integers(0, 9))),
    st.tuples(st.just("posts"), st.none()),
    st.tuples(st.just("arrive"), st.none()),
    st.tuples(st.just("digests"), st.none()),
    st.tuples(st.just("withdraw"), st.integers(0, 9)),
    st.tuples(st.just("corrections"), st.none()),
    more,
)
"""Those by which anything happens at all come often."""


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(life=st.lists(events, min_size=12, max_size=30))
async def test_posts_and_digests_tell_every_story_once(
    life: list[Event], migrated_sqlite: Path
) -> None:
    async with database_of_its_own(migrated_sqlite) as database:
        life_of = Life(Stage(database, ManualClock()))
        await life_of.lives(life)
        for chat, most in CHANNELS.items():
            told = Counter(await had(database, chat))
            assert max(told.values(), default=1) == 1, "never twice"
            assert set(life_of.standing) <= set(told) <= set(life_of.stories), "never lost"
            assert await busiest_hour(database, chat) <= most
            assert await untrue(database, chat, life_of.withdrawn) == []


class Life:
    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.room = Newsroom(stage)
        self.correct = SendCorrections(stage.database, stage.clock, LINKS)
        self.stories: list[int] = []
        self.withdrawn: set[int] = set()

    @property
    def standing(self) -> set[int]:
        return set(self.stories) - self.withdrawn

    async def lives(self, life: Sequence[Event]) -> None:
        for chat, most in CHANNELS.items():
            await self.room.opens(chat)
            await self.room.chooses(chat, stories=When.AT_ONCE, most=most)
        for event in life:
            await self.meets(event)
        # In the end all goes well for two days: what was in flight arrives, what is due goes.
        for chat in CHANNELS:
            await self.room.regains(chat)
        for _ in range(2):
            await self.settles(RowState.SENT)
            self.stage.clock.advance(24 * 3_600)
            await self.room.post()
            await self.settles(RowState.SENT)
            await self.stage.tick()
        await self.settles(RowState.SENT)
        await self.correct()
        await self.settles(RowState.SENT)

    async def meets(self, event: Event) -> None:
        match event:
            case "stories", (int(many), int(minutes)):
                for number in range(many):
                    late = minutes if number == many - 1 else 0
                    at = self.stage.clock.now() - timedelta(minutes=late)
                    self.stories.append(await self.stage.story(at=at))
            case "pass", int(seconds):
                self.stage.clock.advance(seconds)
            case "posts", _:
                self.stage.clock.advance(120)
                await self.room.post()
            case "arrive", _:
                await self.settles(RowState.SENT)
            case "digests", _:
                await self.digests()
            case "corrections", _:
                await self.correct()
            case "crash", _:
                self.stage.clock.advance(120)
                await self.crashes()
            case "withdraw", int(number) if self.stories:
                await self.withdraws(self.stories[number % len(self.stories)])
            case "choose", (int(chat), When() as when):
                await self.room.chooses(chat, stories=when)
            case "rights", (int(chat), bool(has)):
                await (self.room.regains(chat) if has else self.room.loses(chat_id=chat))
            case "row", (RowState() as state, bool(was_uncertain)):
                await self.settles(state, was_uncertain=was_uncertain)

    async def digests(self) -> None:
        """It is time for those that may be written to."""
        for chat in CHANNELS:
            if (await self.room.channel(chat)).can_be_posted_in:
                await self.stage.change(chat, next_digest_at=self.stage.clock.now())
        await self.stage.tick()

    async def withdraws(self, story: int) -> None:
        self.withdrawn.add(story)
        self.stage.clock.advance(1)
        async with self.stage.database.writing() as db:
            await db.session.execute(
                update(StoryTable)
                .where(StoryTable.id == story)
                .values(mark="withdrawn", marked_at=self.stage.clock.now())
            )

    async def settles(self, state: RowState, *, was_uncertain: bool = False) -> None:
        """Each message has a number of its own."""
        await self.stage.settle(state, was_uncertain=was_uncertain)
        async with self.stage.database.writing() as db:
            await db.session.execute(
                update(OutboxTable)
                .where(OutboxTable.state == RowState.SENT)
                .values(message_ids=func.json_array(OutboxTable.id))
            )

    async def crashes(self) -> None:
        """The power goes after the first channel."""

        async def power_goes(_seconds: float) -> None:
            raise RuntimeError("the power went")

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("publishing.channels.posting.asyncio.sleep", power_goes)
            try:
                await self.room.post()
            except RuntimeError:
                return


async def busiest_hour(database: Database, chat: int) -> int:
    """The most posts that were decided in one hour of the clock and not in vain."""
    query = select(OutboxTable.created_at).where(
        OutboxTable.chat_id == chat,
        OutboxTable.kind == STORY_POST,
        OutboxTable.state.not_in((RowState.FAILED, RowState.CANCELLED)),
    )
    async with database.reading() as db:
        hours = Counter(hour_of(at, "Asia/Almaty") for at in await db.session.scalars(query))
    return max(hours.values(), default=0)


async def untrue(database: Database, chat: int, withdrawn: set[int]) -> list[str]:
    """Posts that arrived and do not say by now that their story was taken down."""
    query = (
        select(OutboxTable, BodyTable.outgoing, BodyTable.key)
        .join(BodyTable, BodyTable.id == OutboxTable.body_id)
        .where(OutboxTable.chat_id == chat, OutboxTable.state == RowState.SENT)
        .order_by(OutboxTable.id)
    )
    says: dict[int | None, str] = {}
    async with database.reading() as db:
        for row, outgoing, key in await db.session.execute(query):
            if row.action == Action.EDIT:
                says[row.message_id] = outgoing if row.message_id in says else ""
            elif row.kind == STORY_POST and int(key.split(":")[1]) in withdrawn:
                says[row.message_ids[0]] = outgoing
    return [said for said in says.values() if said and WITHDRAWN not in said]
