"""Telegram refuses, stumbles and hangs up; the program stops and starts: nothing is lost."""

from typing import Any

import pytest

from bot import poller
from bot.poller import PollerStoppedError
from tests.journeys.stage import Journey, Person

NEWS = "Завод кабеля построят в Кентау"
BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
TOKEN_IS_REFUSED = "KERUEN_BOT_TOKEN"


async def reader_with_news(journey: Journey) -> Person:
    """Subscribed, and there is news for tomorrow's digest."""
    person = journey.person("Сергей")
    await person.subscribes()
    await journey.news_arrives(NEWS)
    return person


@pytest.mark.parametrize(
    "how",
    [
        {"retry_after": 30},
        {"code": 502, "body": BAD_GATEWAY, "times": 3},
        {"code": 500, "description": "Internal Server Error", "times": 2},
        {"drop": "before"},
    ],
    ids=["429", "502 in HTML", "500", "hung up"],
)
async def test_trouble_delays_a_digest_and_loses_none(
    journey: Journey, how: dict[str, Any]
) -> None:
    person = await reader_with_news(journey)
    journey.sandbox.fault("sendMessage", **how)
    await journey.time_passes(hours=24)
    for _ in range(10):
        await journey.time_passes(minutes=2)
    assert len(person.said_with(NEWS)) == 1
    assert (await journey.rows("sent"), await journey.rows("pending", "sending")) == (1, 0)


async def test_retry_after_is_waited_out(journey: Journey) -> None:
    person = await reader_with_news(journey)
    journey.sandbox.fault("sendMessage", retry_after=600)
    await journey.time_passes(hours=24)
    await journey.time_passes(minutes=9)
    assert not person.said_with(NEWS)
    await journey.time_passes(minutes=2)
    assert len(person.said_with(NEWS)) == 1


async def test_answer_lost_on_the_way_back_repeats_once_at_most(journey: Journey) -> None:
    person = await reader_with_news(journey)
    journey.sandbox.fault("sendMessage", drop="after")
    await journey.time_passes(hours=24)
    await journey.time_passes(minutes=10)
    await journey.time_passes(hours=24)
    assert len(person.said_with(NEWS)) == 2, "nobody could know that it had arrived"


async def test_digest_enqueued_before_a_stop_comes_once_after_it(journey: Journey) -> None:
    person = await reader_with_news(journey)
    journey.sandbox.fault("sendMessage", code=500, times=1_000)
    await journey.time_passes(hours=24)
    await journey.stops()
    journey.telegram_recovers()
    journey.moves_clocks(600)
    await journey.starts()
    await journey.time_passes(minutes=1)
    assert len(person.said_with(NEWS)) == 1


async def test_message_in_flight_arrives_before_the_stop(journey: Journey) -> None:
    person = await reader_with_news(journey)
    journey.sandbox.fault("sendMessage", delay=0.5)
    journey.moves_clocks(24 * 3600)
    since = len(journey.sandbox.calls())
    await journey.program.tick_digests()
    await journey.sandbox.wait_until_asked("sendMessage", since=since)
    await journey.stops()
    await journey.starts()
    await journey.time_passes(minutes=10)
    assert len(person.said_with(NEWS)) == 1


async def test_digest_that_was_due_while_the_bot_was_away(journey: Journey) -> None:
    person = await reader_with_news(journey)
    await journey.stops()
    journey.moves_clocks(3 * 24 * 3600)
    await journey.starts()
    await journey.time_passes(minutes=1)
    assert len(person.said_with(NEWS)) == 1, "once, late"
    await journey.time_passes(hours=24)
    assert len(person.said_with(NEWS)) == 1


async def test_refused_token_ends_with_one_sentence(idle_journey: Journey) -> None:
    idle_journey.sandbox.fault("getMe", code=401, description="Unauthorized")
    with pytest.raises(PollerStoppedError, match=TOKEN_IS_REFUSED):
        await idle_journey.starts()


async def test_token_refused_at_work_ends_with_one_sentence(journey: Journey) -> None:
    journey.sandbox.fault("getUpdates", code=401, description="Unauthorized")
    journey.sandbox.say(journey.person("Сергей").user_id, "/start")
    with pytest.raises(PollerStoppedError, match=TOKEN_IS_REFUSED):
        await journey.ends()


async def test_second_bot_with_the_token_ends_this_one(
    journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poller, "CONFLICT_SECONDS", 0.05)
    journey.sandbox.fault(
        "getUpdates",
        times=2,
        code=409,
        description="Conflict: terminated by other getUpdates request",
    )
    journey.sandbox.say(journey.person("Сергей").user_id, "/start")
    with pytest.raises(PollerStoppedError, match="same token"):
        await journey.ends()


async def test_overlap_of_a_restart_is_waited_out(
    journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poller, "CONFLICT_SECONDS", 0.05)
    person = journey.person("Сергей")
    journey.sandbox.fault("getUpdates", code=409, description="Conflict: terminated by other")
    await person.says("/start")
    await person.says("/help")
    assert "Что я умею" in person.screen
