"""Admins look after the sources and see the figures; nobody else does."""

from tests.journeys.stage import Journey

NEWS = "Завод кабеля построят в Кентау"


async def test_source_added_in_the_chat_gives_news(idle_journey: Journey) -> None:
    journey = idle_journey
    await journey.starts()
    admin, person = journey.admin(), journey.person("Сергей")
    await person.subscribes()
    await admin.says("/start")
    await admin.says(f"/sources add {journey.feeds.url}")
    assert "Источник добавлен" in admin.screen
    await admin.says("/sources")
    assert "Источники" in admin.screen
    await journey.time_passes(minutes=1)
    await journey.news_arrives(NEWS)
    await journey.time_passes(hours=24)
    assert len(person.said_with(NEWS)) == 1
    await journey.time_passes(hours=24)
    await admin.says("/stats")
    assert "Статистика" in admin.screen
    assert "Доставлено: 1" in admin.screen


async def test_source_is_stopped_by_a_button_and_added_by_a_question(journey: Journey) -> None:
    """By an admin who has never said /start."""
    admin = journey.admin()
    await admin.says("/sources")
    await admin.presses("Южные вести")
    await admin.presses("Остановить")
    asked = journey.feeds.asked
    await journey.time_passes(hours=24)
    assert journey.feeds.asked == asked
    await admin.presses("Все источники")
    await admin.presses("Добавить")
    await admin.says("не адрес")
    assert "не похоже на адрес" in admin.screen
    await admin.says(f"{journey.feeds.site}/other.xml")
    assert "Источник добавлен" in admin.screen


async def test_stranger_is_refused(journey: Journey) -> None:
    stranger = journey.person("Сергей")
    await stranger.says("/start")
    for command in ("/sources", f"/sources add {journey.feeds.site}/other.xml", "/stats"):
        await stranger.says(command)
        assert stranger.screen == "Это доступно только администраторам."
    welcome = stranger.messages[0]["message_id"]
    answer = await stranger.presses_data("sources:remove-yes:1", welcome)
    assert answer is not None
    assert "администраторам" in answer["text"]
    sources = await journey.program.cases["list_sources"](None)
    assert [each.url for each in sources] == [journey.feeds.url]
