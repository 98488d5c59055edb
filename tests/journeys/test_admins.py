"""Admins look after the sources and see the figures; nobody else does."""

from accounts.actor import OPERATOR
from tests.journeys.stage import Journey

NEWS = "Завод кабеля построят в Кентау"
DOUBTFUL = "Аким Туркестанской области встретился с делегацией и обсудил сотрудничество"


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
    sources = await journey.program.cases["list_sources"](OPERATOR)
    assert [each.url for each in sources] == [journey.feeds.url]


async def test_what_the_judge_doubts_reaches_readers_once_an_admin_keeps_it(
    journey: Journey,
) -> None:
    admin, person = journey.admin(), journey.person("Сергей")
    await person.subscribes()
    await admin.says("/start")
    journey.feeds.publishes(DOUBTFUL, lead="")
    await journey.time_passes(minutes=31)
    await admin.says("/review")
    assert "ждёт решения: 1" in admin.screen
    assert DOUBTFUL in admin.screen
    await journey.time_passes(hours=24)
    assert person.said_with(DOUBTFUL) == []
    await admin.presses("Оставить")
    assert "Всё проверено" in admin.screen
    await journey.time_passes(hours=24)
    assert len(person.said_with(DOUBTFUL)) == 1
    await admin.says("/stats")
    assert "за 7 дней 0 из 1" in admin.screen


async def test_a_source_is_published_after_review(journey: Journey) -> None:
    admin, person = journey.admin(), journey.person("Сергей")
    await person.subscribes()
    await admin.says("/sources")
    await admin.presses("Южные вести")
    await admin.presses("Публикация: сразу")
    await journey.news_arrives("Теплицу построят в Сауранском районе", NEWS)
    await journey.time_passes(hours=24)
    assert person.said_with("построят") == []
    await admin.says("/review")
    await admin.presses("Не инвестиции")
    assert f"\n{NEWS}\n" in admin.screen
    await admin.presses("Исправить")
    await admin.presses("Сумма")
    await admin.says("7 млрд тенге")
    assert "Сумма: 7 млрд тенге ✏️" in admin.screen
    await admin.presses("Оставить")
    await journey.time_passes(hours=24)
    assert len(person.said_with(NEWS)) == 1
    assert person.said_with("Теплицу") == []
    await admin.presses("Отменить это решение")
    assert "⏳ Ждёт решения, читатели этого ещё не видят" in admin.screen


async def test_stranger_is_kept_out_of_review(journey: Journey) -> None:
    stranger = journey.person("Сергей")
    await stranger.says("/start")
    await stranger.says("/review")
    assert stranger.screen == "Это доступно только администраторам."
    welcome = stranger.messages[0]["message_id"]
    answer = await stranger.presses_data("review:keep:all:1:stamp", welcome)
    assert answer is not None
    assert "администраторам" in answer["text"]
