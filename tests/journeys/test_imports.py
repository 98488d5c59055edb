"""A spreadsheet over real HTTP: sent, fetched, applied by the program's own tick, undone."""

from tests.journeys.stage import Journey, until

TABLE = "Код;Название;Стадия\nA-1;Завод;строительство\n".encode("cp1251")


async def test_a_spreadsheet_is_sent_and_applied(journey: Journey) -> None:
    await journey.starts()
    admin = journey.admin()
    await admin.subscribes()
    journey.sandbox.say(admin.user_id, document=("план.csv", TABLE))
    await journey.settles()
    assert "Новых проектов: 1" in admin.screen

    await admin.presses("Применить")

    async def is_applied() -> bool:
        return "Добавлено: 1" in admin.screen

    await until(is_applied, "the import is applied")
    await admin.presses("Отменить импорт")
    assert "Возвращено проектов: 1" in admin.screen
    assert journey.refusals() == []
