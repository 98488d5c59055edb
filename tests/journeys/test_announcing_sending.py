"""Announcements at a time, again and again, and at a decent hour, over real HTTP."""

from tests.journeys.stage import Journey

WORDS = "Открыт приём заявок"


async def writes(journey: Journey, words: str = WORDS) -> None:
    admin = journey.admin()
    await admin.says("/announce")
    await admin.presses("✍️ Новое объявление")
    await admin.says(words)
    await admin.presses("📤 Отправить")


async def test_a_bot_that_was_stopped_at_its_time_sends_once_and_says_so(
    idle_journey: Journey,
) -> None:
    journey = idle_journey
    await journey.starts()
    admin, person = journey.admin(), journey.person("Сергей")
    await admin.subscribes()
    await person.subscribes()
    await writes(journey)
    await admin.presses("🕘 Когда")
    await admin.says("завтра 10:00")
    await admin.presses("🗓 Запланировать: 2")
    await journey.stops()
    journey.moves_clocks(27 * 3600)
    await journey.starts()
    await journey.time_passes(minutes=1)
    assert len(person.said_with(WORDS)) == 1
    assert len(admin.said_with("Опоздание: 2 ч")) == 1
    await journey.restarts()
    await journey.time_passes(minutes=5)
    assert len(person.said_with(WORDS)) == 1


async def test_a_weekly_one_comes_each_week_until_it_is_stopped(idle_journey: Journey) -> None:
    journey = idle_journey
    await journey.starts()
    admin, person = journey.admin(), journey.person("Сергей")
    await admin.subscribes()
    await person.subscribes()
    await writes(journey)
    await admin.presses("🕘 Когда")
    await admin.presses("🔁 Каждую неделю")
    await admin.presses("Ср")
    await admin.presses("12:00")
    await admin.presses("🔁 Повторять: 2")
    for weeks in (1, 2):
        await journey.time_passes(hours=7 * 24)
        assert len(person.said_with(WORDS)) == weeks
    await admin.says("/announce")
    await admin.presses(WORDS)
    await admin.presses("⏹ Больше не повторять")
    await journey.time_passes(hours=14 * 24)
    assert len(person.said_with(WORDS)) == 2


async def test_at_night_it_waits_for_the_morning(idle_journey: Journey) -> None:
    journey = idle_journey
    await journey.starts()
    admin, person = journey.admin(), journey.person("Сергей")
    await admin.subscribes()
    await person.subscribes()
    await journey.time_passes(hours=14)  # 23:00
    await writes(journey)
    assert "у 2 из них будет ночь" in admin.screen
    await admin.presses("📤 Отправить: 2")
    await journey.time_passes(hours=1)
    assert person.said_with(WORDS) == []
    await journey.restarts()
    await journey.time_passes(hours=4)
    assert person.said_with(WORDS) == []
    await journey.time_passes(hours=5)
    assert len(person.said_with(WORDS)) == 1
