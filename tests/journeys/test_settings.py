"""Choices: language, time, pause; old buttons and a restart in between."""

from datetime import time, timedelta

from model.people import Language
from tests.journeys.stage import Journey

NEWS = "Завод кабеля построят в Кентау"


async def test_language_changes_the_screen_at_once(journey: Journey) -> None:
    person = journey.person("Сергей")
    await person.subscribes()
    await person.says("/language")
    await person.presses("English")
    assert "<" not in person.screen
    assert person.screen.startswith("Settings")
    assert (await person.profile()).language is Language.ENGLISH


async def test_time_is_typed_as_people_type_it(journey: Journey) -> None:
    person = journey.person("Сергей")
    await person.subscribes()
    await person.says("/settings")
    await person.presses("Время")
    await person.says("без пяти девять")
    assert "Не похоже на время" in person.screen
    await person.says("25:70")
    assert "Не похоже на время" in person.screen
    await person.says("7:30")
    assert "07:30" in person.screen
    profile = await person.profile()
    assert profile.schedule.at == time(7, 30)
    await journey.news_arrives(NEWS)
    await journey.time_passes(hours=21.5)
    assert not person.said_with(NEWS), "07:01 in Almaty"
    await journey.time_passes(minutes=30)
    assert len(person.said_with(NEWS)) == 1


async def test_question_and_buttons_outlive_a_restart(journey: Journey) -> None:
    person = journey.person("Сергей")
    await person.subscribes()
    await person.says("/settings")
    old = person.message["message_id"]
    await person.presses("Время")
    await journey.restarts()
    await person.says("18:00")
    assert (await person.profile()).schedule.at == time(18)
    await person.presses("20:00", on=old)
    assert (await person.profile()).schedule.at == time(20)
    assert "20:00" in next(m["text"] for m in person.messages if m["message_id"] == old)


async def test_pause_keeps_the_news_for_the_resumption(journey: Journey) -> None:
    person = journey.person("Сергей")
    await person.subscribes()
    await person.says("/pause")
    await person.presses("Пока не возобновлю")
    assert person.screen.startswith("Дайджест на паузе")
    await journey.news_arrives(NEWS)
    await journey.time_passes(hours=48)
    assert not person.said_with(NEWS)
    await person.presses("Возобновить")
    await journey.time_passes(hours=24)
    assert len(person.said_with(NEWS)) == 1
    await journey.time_passes(hours=24)
    assert len(person.said_with(NEWS)) == 1


async def test_pause_for_a_week_ends_by_itself(journey: Journey) -> None:
    person = journey.person("Сергей")
    await person.subscribes()
    await person.says("/pause")
    await person.presses("На неделю")
    profile = await person.profile()
    assert profile.next_digest_at is not None
    assert profile.next_digest_at - journey.clock.now() > timedelta(days=6)
    await journey.news_arrives(NEWS)
    await journey.time_passes(hours=24 * 6)
    assert not person.said_with(NEWS)
    await journey.time_passes(hours=24)
    assert len(person.said_with(NEWS)) == 1
