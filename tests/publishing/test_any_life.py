"""Whatever happens to a subscriber, every story reaches them once: not never, not twice."""

from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import or_, select

from accounts.actor import Actor
from model.ids import ChatId
from model.outbox import RowState
from model.people import ChatKind, Language
from publishing.asking import AskDigest
from storage.database import Database
from storage.tables import EditionTable, LedgerTable, OutboxTable
from tests.clocks import ManualClock
from tests.publishing.lives import database_of_its_own, row_events
from tests.publishing.stage import Stage

ACTOR = Actor(ChatId(100), ChatKind.PRIVATE, 100, Language.RUSSIAN)

events = st.one_of(
    st.tuples(st.just("story"), st.integers(0, 9)),  # committed so many minutes after it was stored
    st.tuples(st.just("pass"), st.sampled_from([1, 60, 3_600, 12 * 3_600, 24 * 3_600])),
    st.tuples(st.just("tick"), st.just(0)),
    st.tuples(st.just("ask"), st.booleans()),  # and whether the answer could be sent
    row_events,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(life=st.lists(events, max_size=25))
async def test_every_story_is_told_once(
    life: list[tuple[str, object]], migrated_sqlite: Path
) -> None:
    async with database_of_its_own(migrated_sqlite) as database:
        stage = Stage(database, ManualClock())
        stories = await live(stage, life)
        assert sorted(await had(database)) == sorted(stories)


async def live(stage: Stage, life: list[tuple[str, object]]) -> list[int]:
    await stage.subscriber()
    ask = AskDigest(stage.database, stage.clock)
    stories: list[int] = []
    for update_id, (event, how) in enumerate(life):
        match event, how:
            case "story", int(minutes):
                at = stage.clock.now() - timedelta(minutes=minutes)
                stories.append(await stage.story(at=at))
            case "pass", int(seconds):
                stage.clock.advance(seconds)
            case "tick", _:
                await stage.tick()
            case "ask", bool(answered):
                asked = await ask(ACTOR, update_id)
                if not answered:
                    await ask.release(asked)
            case "row", (RowState() as state, bool(was_uncertain)):
                await stage.settle(state, was_uncertain=was_uncertain)
    # In the end all goes well for two days: what was in flight arrives, what is due goes.
    for _ in range(2):
        await stage.settle(RowState.SENT)
        stage.clock.advance(24 * 3_600)
        await stage.tick()
    await stage.settle(RowState.SENT)
    return stories


async def had(database: Database) -> list[int]:
    """The stories of every edition that arrived, or may have."""
    query = (
        select(EditionTable.story_ids)
        .join(LedgerTable, LedgerTable.edition_id == EditionTable.id)
        .outerjoin(OutboxTable, OutboxTable.id == LedgerTable.row_id)
        .where(
            or_(
                LedgerTable.row_id.is_(None),
                OutboxTable.state.not_in([RowState.FAILED, RowState.CANCELLED]),
            )
        )
    )
    async with database.reading() as db:
        return [story for stories in await db.session.scalars(query) for story in stories]
