"""Announcements, from the first word to the last of those who get it, over real HTTP."""

from tests.journeys.stage import Journey


async def test_what_an_admin_says_reaches_everyone_once(idle_journey: Journey) -> None:
    journey = idle_journey
    await journey.starts()
    admin, person = journey.admin(), journey.person("Сергей")
    await person.subscribes()
    await admin.subscribes()
    await admin.says("/announce")
    await admin.presses("✍️ Новое объявление")
    await admin.says("Открыт приём заявок")
    assert "Открыт приём заявок" in admin.screen
    await admin.presses("📤 Отправить")
    await admin.presses("📤 Отправить: 2")
    await journey.time_passes(minutes=1)
    assert len(person.said_with("Открыт приём заявок")) == 1
    await journey.time_passes(minutes=5)
    assert len(person.said_with("Открыт приём заявок")) == 1
