"""News told at once: to whom, how often, and never twice with the digest."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from accounts.actor import Actor
from delivery.outgoing import Outgoing
from model.ids import ChatId, StoryId
from model.outbox import RowState
from model.people import Alerts, ChatKind, Language
from publishing.alerts import SendAlerts
from publishing.asking import AskDigest
from storage.choices import alerts_json
from storage.database import Database
from storage.tables import AlertTable, BodyTable, StoryTable, SubscriberTable
from tests.publishing.stage import LINKS, Stage

HOUR = 3600
DAY = timedelta(days=1)


def wanting(most: int = 3, quiet: tuple[str, str] = ("22:00", "08:00")) -> dict[str, Any]:
    """Alerts of textile, as they are kept."""
    kept = alerts_json(Alerts(sectors=frozenset({"textile"}), most_a_day=most))
    assert kept is not None
    return kept | {"quiet": list(quiet)}


class Alerting:
    """The stage, with a bot that has looked at everything there was."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.send = SendAlerts(stage.database, stage.clock, LINKS)

    async def reader(self, chat_id: int = 100, **changed: Any) -> ChatId:
        now = self.stage.clock.now()
        values = {"alerts": wanting(), "next_digest_at": now + timedelta(hours=24)}
        return await self.stage.subscriber(chat_id, **(values | changed))

    async def news(self, title: str = "Фабрика", **changed: Any) -> StoryId:
        return await self.stage.story(title, **({"sectors": ["textile"]} | changed))

    async def told(self, chat_id: int = 100) -> list[str]:
        rows = await self.stage.rows(chat_id)
        return [row.text for row in rows if row.kind == "alert"]

    async def kept(self) -> list[tuple[int, int | None]]:
        async with self.stage.database.reading() as db:
            query = select(AlertTable).order_by(AlertTable.story_id)
            return [(row.story_id, row.row_id) for row in await db.session.scalars(query)]


@pytest.fixture
async def alerting(stage: Stage) -> Alerting:
    alerting = Alerting(stage)
    await alerting.news("Вчерашняя фабрика", at=stage.clock.now() - timedelta(days=1))
    assert await alerting.send() == 0
    stage.clock.advance(2 * HOUR)
    return alerting


async def test_who_asked_is_told_once(alerting: Alerting) -> None:
    await alerting.reader()
    await alerting.stage.subscriber(200)
    await alerting.news("Фабрика на 51 га")
    await alerting.news("Школа", sectors=["education"])
    assert await alerting.send() == 1
    assert await alerting.send() == 0
    (text,) = await alerting.told()
    assert "Фабрика на 51 га" in text
    assert "Текстиль" in text or "текстиль" in text
    assert not await alerting.told(200)


async def test_the_first_look_of_all_tells_nothing_old(stage: Stage) -> None:
    alerting = Alerting(stage)
    await alerting.reader()
    await alerting.news(at=stage.clock.now() - timedelta(hours=1))
    assert await alerting.send() == 0
    await alerting.news()
    assert await alerting.send() == 1


async def test_a_story_committed_late_is_told(alerting: Alerting) -> None:
    await alerting.reader()
    await alerting.news("Одна")
    await alerting.send()
    await alerting.news("Другая", at=alerting.stage.clock.now() - timedelta(minutes=5))
    assert await alerting.send() == 1


async def test_what_was_not_told_is_not_told_later(alerting: Alerting) -> None:
    """Beyond the day's number, in a pause: it is the digest's, even a minute after."""
    await alerting.reader(alerts=wanting(most=1))
    await alerting.news("Одна")
    await alerting.news("Другая")
    assert await alerting.send() == 1
    await alerting.stage.change(100, alerts=wanting(most=3))
    alerting.stage.clock.advance(60)
    await alerting.news("Третья")
    assert await alerting.send() == 1
    assert "Третья" in (await alerting.told())[1]


async def test_more_sources_are_no_news(alerting: Alerting) -> None:
    await alerting.reader()
    story = await alerting.news()
    await alerting.send()
    async with alerting.stage.database.writing() as db:
        await db.session.execute(
            update(StoryTable).where(StoryTable.id == story).values(source_count=4, score=2.0)
        )
    alerting.stage.clock.advance(30)
    assert await alerting.send() == 0


async def test_what_waits_for_an_editor_is_told_when_it_is_let_go(alerting: Alerting) -> None:
    await alerting.reader()
    story = await alerting.news()
    async with alerting.stage.database.writing() as db:
        lead = await db.session.scalar(
            select(StoryTable.lead_article_id).where(StoryTable.id == story)
        )
        await db.session.execute(update(StoryTable).values(lead_article_id=None))
    assert await alerting.send() == 0
    alerting.stage.clock.advance(5 * HOUR)
    async with alerting.stage.database.writing() as db:
        await db.session.execute(
            update(StoryTable)
            .where(StoryTable.id == story)
            .values(lead_article_id=lead, stored_at=alerting.stage.clock.now())
        )
    assert await alerting.send() == 1
    assert await alerting.send() == 0


@pytest.mark.parametrize(
    "state",
    [
        {"subscribed_at": None},
        {"unreachable_at": timedelta(0)},
        {"paused_at": timedelta(0)},
        {"paused_at": timedelta(0), "paused_until": timedelta(hours=1)},
        {"alerts": None},
    ],
)
async def test_who_is_away_gets_none_then_or_later(
    alerting: Alerting, state: dict[str, Any]
) -> None:
    now = alerting.stage.clock.now()
    away: dict[str, Any] = {
        name: now + at if isinstance(at, timedelta) else at for name, at in state.items()
    }
    await alerting.reader(**away)
    await alerting.news()
    assert await alerting.send() == 0
    back = dict.fromkeys(("unreachable_at", "paused_at", "paused_until"))
    await alerting.stage.change(100, **back, subscribed_at=now, alerts=wanting())
    alerting.stage.clock.advance(60)
    assert await alerting.send() == 0
    await alerting.news()
    assert await alerting.send() == 1


async def test_a_pause_that_has_ended_is_none(alerting: Alerting) -> None:
    now = alerting.stage.clock.now()
    await alerting.reader(paused_at=now - timedelta(days=7), paused_until=now)
    await alerting.news()
    assert await alerting.send() == 1


async def test_after_long_downtime_old_news_are_the_digests(alerting: Alerting) -> None:
    await alerting.reader()
    await alerting.news()
    alerting.stage.clock.advance(4 * HOUR)
    assert await alerting.send() == 0


# The digest


async def test_what_was_told_at_once_is_not_in_the_digest(alerting: Alerting) -> None:
    await alerting.reader()
    await alerting.news("Фабрика")
    await alerting.stage.story("Школа")
    await alerting.send()
    await alerting.stage.settle(RowState.SENT)
    await due(alerting)
    digest = (await alerting.stage.told())[-1]
    assert "Школа" in digest
    assert "Фабрика" not in digest


@pytest.mark.parametrize("state", [RowState.FAILED, RowState.CANCELLED, RowState.PENDING])
async def test_what_did_not_arrive_is_in_the_digest(alerting: Alerting, state: RowState) -> None:
    await alerting.reader()
    await alerting.news("Фабрика")
    await alerting.send()
    await alerting.stage.settle(state)
    await due(alerting)
    (digest,) = await alerting.stage.told()
    assert "Фабрика" in digest
    assert "Вы просили" not in digest


@pytest.mark.parametrize(
    ("state", "was_uncertain"), [(RowState.SENDING, False), (RowState.PENDING, True)]
)
async def test_a_digest_waits_for_an_alert_in_flight(
    alerting: Alerting, state: RowState, was_uncertain: bool
) -> None:
    await alerting.reader()
    await alerting.news("Фабрика")
    await alerting.stage.story("Школа")
    await alerting.send()
    await alerting.stage.settle(state, was_uncertain=was_uncertain)
    await due(alerting)
    assert len(await alerting.stage.told()) == 1
    await alerting.stage.settle(RowState.UNCERTAIN)
    await alerting.stage.tick()
    assert "Фабрика" not in (await alerting.stage.told())[-1]


async def test_what_a_digest_told_is_not_told_again(alerting: Alerting) -> None:
    await alerting.reader(next_digest_at=alerting.stage.clock.now())
    await alerting.news()
    await alerting.stage.tick()
    assert await alerting.send() == 0
    assert len(await alerting.stage.told()) == 1


async def test_what_was_asked_for_is_not_told_again(alerting: Alerting) -> None:
    await alerting.reader()
    await alerting.news()
    actor = Actor(ChatId(100), ChatKind.PRIVATE, 100, Language.RUSSIAN)
    await AskDigest(alerting.stage.database, alerting.stage.clock)(actor, 1)
    assert await alerting.send() == 0


async def test_whoever_had_no_alert_shares_one_edition(alerting: Alerting) -> None:
    await alerting.reader(1)
    await alerting.reader(2)
    for chat in (3, 4, 5):
        await alerting.reader(chat, alerts=None)
    fabric = await alerting.news("Фабрика")
    school = await alerting.stage.story("Школа")
    await alerting.send()
    await alerting.stage.settle(RowState.SENT)
    await due(alerting)
    editions = await alerting.stage.editions()
    assert sorted(map(len, editions)) == [1, 2]
    assert (school,) in editions
    assert sum(fabric in edition for edition in editions) == 1


async def due(alerting: Alerting) -> None:
    alerting.stage.clock.advance(HOUR)
    async with alerting.stage.database.writing() as db:
        await db.session.execute(
            update(SubscriberTable).values(next_digest_at=alerting.stage.clock.now())
        )
    await alerting.stage.tick()


# Quiet hours


async def night(alerting: Alerting, **changed: Any) -> None:
    """A reader whose digest is days away, at 23:00, and news."""
    alerting.stage.clock.advance(12 * HOUR)
    later = alerting.stage.clock.now() + 5 * DAY
    await alerting.reader(**({"next_digest_at": later} | changed))
    await alerting.news("Ночная фабрика")
    assert await alerting.send() == 0


async def test_what_comes_in_quiet_hours_waits_for_the_morning(alerting: Alerting) -> None:
    await night(alerting)
    alerting.stage.clock.advance(9 * HOUR - 1)
    assert await alerting.send() == 0
    alerting.stage.clock.advance(1)
    assert await alerting.send() == 1
    assert await alerting.send() == 0
    assert "Ночная фабрика" in (await alerting.told())[0]


async def test_the_digest_of_the_morning_tells_it_instead(alerting: Alerting) -> None:
    await night(alerting, next_digest_at=alerting.stage.clock.now() + timedelta(hours=22))
    assert await alerting.kept() == []


async def test_a_digest_asked_for_in_the_night_tells_it(alerting: Alerting) -> None:
    await night(alerting)
    actor = Actor(ChatId(100), ChatKind.PRIVATE, 100, Language.RUSSIAN)
    asked = await AskDigest(alerting.stage.database, alerting.stage.clock)(actor, 1)
    assert asked.told is not None
    alerting.stage.clock.advance(9 * HOUR)
    assert await alerting.send() == 0
    assert await alerting.kept() == []


@pytest.mark.parametrize(
    "meanwhile",
    [{"alerts": None}, {"paused_at": timedelta(0)}, {"unreachable_at": timedelta(0)}],
)
async def test_whoever_went_in_the_night_is_not_told(
    alerting: Alerting, meanwhile: dict[str, Any]
) -> None:
    await night(alerting)
    now = alerting.stage.clock.now()
    await alerting.stage.change(
        100, **{name: now if value is not None else None for name, value in meanwhile.items()}
    )
    alerting.stage.clock.advance(9 * HOUR)
    assert await alerting.send() == 0
    assert await alerting.kept() == []


async def test_what_was_put_right_in_the_night_is_told_right(alerting: Alerting) -> None:
    await night(alerting)
    async with alerting.stage.database.writing() as db:
        await db.session.execute(
            update(StoryTable).where(StoryTable.id > 1).values(sectors=["education"])
        )
    alerting.stage.clock.advance(9 * HOUR)
    assert await alerting.send() == 0


async def test_longer_quiet_hours_hold_it_longer(alerting: Alerting) -> None:
    await night(alerting)
    await alerting.stage.change(100, alerts=wanting(quiet=("22:00", "10:00")))
    alerting.stage.clock.advance(9 * HOUR)
    assert await alerting.send() == 0
    alerting.stage.clock.advance(2 * HOUR)
    assert await alerting.send() == 1


# Accidents


async def test_a_crash_between_slices_loses_and_repeats_nothing(
    alerting: Alerting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publishing.alerts.SLICE", 2)
    for chat in range(1, 6):
        await alerting.reader(chat)
    await alerting.news()

    async def crash(_seconds: float) -> None:
        raise RuntimeError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr("publishing.alerts.asyncio.sleep", crash)
        with pytest.raises(RuntimeError):
            await alerting.send()
    assert [len(await alerting.told(chat)) for chat in range(1, 6)] == [1, 1, 0, 0, 0]
    alerting.stage.clock.advance(20)
    assert await alerting.send() == 3
    assert [len(await alerting.told(chat)) for chat in range(1, 6)] == [1] * 5


async def test_chats_that_read_alike_share_a_body(alerting: Alerting) -> None:
    for chat in (1, 2, 3):
        await alerting.reader(chat)
    await alerting.reader(4, language=Language.CHINESE)
    await alerting.news()
    assert await alerting.send() == 4
    async with alerting.stage.database.reading() as db:
        bodies = list(await db.session.scalars(select(BodyTable)))
    assert len(bodies) == 2
    assert all(Outgoing.from_json(body.outgoing).buttons for body in bodies)


async def test_two_processes_and_a_question_at_once_tell_it_once(alerting: Alerting) -> None:
    """Two ticks, a digest that is due and /digest: whoever comes first tells the story."""
    stage = alerting.stage
    database = Database(stage.database.url)
    other = SendAlerts(database, stage.clock, LINKS)
    for chat in range(100, 130):
        await alerting.reader(chat, next_digest_at=stage.clock.now())
    story = await alerting.news()
    asks = AskDigest(stage.database, stage.clock)
    actors = [Actor(ChatId(n), ChatKind.PRIVATE, n, Language.RUSSIAN) for n in range(100, 130, 3)]
    async with asyncio.timeout(60):
        await asyncio.gather(
            alerting.send(),
            other(),
            stage.tick(),
            *(asks(actor, actor.chat_id) for actor in actors),
        )
    await database.close()
    for chat in range(100, 130):
        assert await times_told(stage, chat, story) == 1, chat


async def times_told(stage: Stage, chat: int, story: StoryId) -> int:
    """How often the chat has the story, or will, by whatever was not cancelled."""
    async with stage.database.reading() as db:
        subscriber = await db.subscribers.get(chat)
        assert subscriber is not None
        digests = await db.alerts.in_digests([subscriber.id], stage.clock.now() - DAY)
        alerts = await db.alerts.known([subscriber.id], stage.clock.now() - DAY, [story])
    in_digests = story in digests.get(subscriber.id, set())
    return in_digests + sum(one.counts for one in alerts)
