"""Instant alerts: chosen on one screen, tried on last week's news, turned off from under one."""

import json
from datetime import time, timedelta

import pytest

from model.people import Alerts, Language
from publishing.alerts import SendAlerts
from storage.tables import AlertTable, OutboxTable
from tests.handlers.town import Person, Town
from tests.publishing.stage import LINKS, Stage

DAY = 24 * 3600


@pytest.fixture
def stage(town: Town) -> Stage:
    return Stage(town.database, town.clock)


@pytest.fixture
async def reader(town: Town, stage: Stage) -> Person:
    """Who has subscribed, after a week with two stories of textile and one of something else."""
    for days in (3, 2):
        at = town.clock.now() - timedelta(days=days)
        await stage.story(f"Фабрика {days}", at=at, sectors=["textile"])
    await stage.story("Теплица", at=town.clock.now() - timedelta(days=1), sectors=["agro"])
    person = town.person()
    await person.says("/start")
    await person.presses_first()
    return person


async def chosen(town: Town, chat_id: int = 1001) -> Alerts | None:
    subscriber = await town.subscriber(chat_id)
    assert subscriber is not None
    return subscriber.alerts


async def opens(reader: Person) -> None:
    await reader.says("/settings")
    await reader.presses("Мгновенные оповещения")


async def test_nothing_is_chosen_at_first(town: Town, reader: Person) -> None:
    await opens(reader)
    assert "Пока ничего не выбрано" in reader.screen.text
    assert "Тихие часы: с 22:00 до 08:00" in reader.screen.text
    assert not [label for label in reader.screen.labels if "ключить" in label]
    assert await chosen(town) is None


async def test_sectors_are_picked_and_tried_on_last_week(town: Town, reader: Person) -> None:
    await opens(reader)
    await reader.presses("Отрасли")
    await reader.presses("2/3")
    await reader.presses("3/3")
    await reader.presses("Текстиль")
    assert "Выбрано: Текстиль" in reader.screen.text
    assert "За последнюю неделю пришли бы 2 оповещения." in reader.screen.text
    await reader.presses("К оповещениям")
    assert "Сейчас включены" in reader.screen.text
    assert "Отрасли: Текстиль" in reader.screen.text
    assert await chosen(town) == Alerts(sectors=frozenset({"textile"}))


async def test_a_press_that_comes_twice_is_one(town: Town, reader: Person) -> None:
    await opens(reader)
    for _ in range(2):
        await reader.presses_data("alerts:sectors:with:textile:0")
    for _ in range(2):
        await reader.presses_data("alerts:districts:with:612000000:0")
    assert await chosen(town) == Alerts(frozenset({"612000000"}), frozenset({"textile"}))
    for _ in range(2):
        await reader.presses_data("alerts:sectors:without:textile:0")
    assert await chosen(town) == Alerts(frozenset({"612000000"}))


async def test_words_are_typed_and_taken_off(town: Town, reader: Person) -> None:
    await opens(reader)
    await reader.presses("Слова")
    await reader.says("Фабрики, инвест*")
    assert "Выбрано: «инвест*», «фабрики»" in reader.screen.text
    assert "пришли бы 2 оповещения" in reader.screen.text
    await reader.says("^x$")
    assert reader.screen.text.startswith("Не понял «^x$»")
    await reader.presses("инвест*")
    assert await chosen(town) == Alerts(words=frozenset({"фабрики"}))
    await reader.presses("К оповещениям")
    await reader.says("ещё слово")
    assert await chosen(town) == Alerts(words=frozenset({"фабрики"})), "nothing is asked any more"


async def test_quiet_hours_and_the_number_a_day(town: Town, reader: Person) -> None:
    await opens(reader)
    await reader.presses("Тихие часы")
    await reader.presses("с 23:00 до 07:00")
    assert "Тихие часы: с 23:00 до 07:00" in reader.screen.text
    await reader.presses("Тихие часы")
    assert "✓ с 23:00 до 07:00" in reader.screen.labels
    await reader.presses("Без тихих часов")
    assert "Тихие часы: нет" in reader.screen.text
    await reader.presses("Сколько в день")
    await reader.presses("10")
    assert "Не больше за день: 10" in reader.screen.text
    assert await chosen(town) == Alerts(quiet_from=time(0), quiet_until=time(0), most_a_day=10)


async def test_turned_off_they_keep_what_was_chosen(town: Town, reader: Person) -> None:
    await opens(reader)
    await reader.presses_data("alerts:sectors:with:textile:0")
    await reader.presses("К оповещениям")
    await reader.presses("Выключить")
    assert "Сейчас выключены" in reader.screen.text
    assert await chosen(town) == Alerts(sectors=frozenset({"textile"}), is_on=False)
    await reader.presses("Включить")
    assert await chosen(town) == Alerts(sectors=frozenset({"textile"}))


async def test_the_filters_count_too_and_say_so(reader: Person) -> None:
    await reader.says("/settings")
    await reader.presses_data("filters:sectors:with:agro:0")
    await reader.presses("Сохранить")
    await reader.presses_data("alerts:sectors:with:textile:0")
    assert "За последнюю неделю таких новостей не было." in reader.screen.text
    assert "«Что присылать»" in reader.screen.text


@pytest.mark.parametrize("language", list(Language))
async def test_every_screen_in_every_language(
    town: Town, reader: Person, language: Language
) -> None:
    await reader.says("/settings")
    await reader.presses_data(f"settings:language:{language}")
    for data in (
        "alerts:main",
        "alerts:sectors:with:textile:0",
        "alerts:districts:page:1",
        "alerts:words",
        "alerts:quiet",
        "alerts:most",
        "alerts:set:off",
    ):
        await reader.presses_data(data)
        assert reader.screen.text
    assert await chosen(town) is not None


@pytest.mark.parametrize(
    "data",
    [
        "alerts:sectors:with:nonsense:0",
        "alerts:sectors:all",
        "alerts:languages:with:ru:0",
        "alerts:quiet:2500:0800",
        "alerts:quiet:2200",
        "alerts:most:0",
        "alerts:most:11",
        "alerts:most:-1",
        "alerts:set:maybe",
        "alerts:",
        "alerts:main:main",
    ],
)
async def test_forged_buttons_change_nothing(town: Town, reader: Person, data: str) -> None:
    await opens(reader)
    await reader.presses_data(data)
    assert await chosen(town) is None
    assert "больше не действует" in town.telegram.toasts[-1]


async def test_a_stranger_is_told_how_to_begin(town: Town, stage: Stage) -> None:
    stranger = town.person(1002)
    await stranger.says("/help")
    for data in ("alerts:main", "alerts:off", "alerts:sectors:with:textile:0"):
        await stranger.presses_data(data)
        assert "/start" in town.telegram.toasts[-1]


async def test_in_a_group_only_its_admins_choose(town: Town, reader: Person) -> None:
    group = -1001
    town.telegram.admins.add((group, 1001))
    boss, member = reader.at(group), town.person(1002).at(group)
    await boss.says("/start")
    await boss.presses_first()
    await boss.says("/settings")
    await member.presses_data("alerts:sectors:with:textile:0", boss.screen)
    assert "только её администраторы" in town.telegram.toasts[-1]
    assert await chosen(town, group) is None
    await boss.presses_data("alerts:sectors:with:textile:0", boss.screen)
    await member.presses_data("alerts:off", boss.screen)
    assert await chosen(town, group) == Alerts(sectors=frozenset({"textile"}))


# What is told


async def told(town: Town, reader: Person, stage: Stage) -> SendAlerts:
    """The reader has chosen textile, and one story has been told, and waits to be sent."""
    send = SendAlerts(town.database, town.clock, LINKS)
    await send()
    town.clock.advance(DAY)
    await reader.says("/settings")
    await reader.presses_data("alerts:sectors:with:textile:0")
    await stage.story("Новая фабрика", sectors=["textile"])
    assert await send() == 1
    return send


async def test_turned_off_from_under_an_alert(town: Town, reader: Person, stage: Stage) -> None:
    send = await told(town, reader, stage)
    await reader.presses_data("alerts:off")
    assert town.telegram.toasts[-1].startswith("Оповещения выключены")
    assert (await stage.rows(1001))[-1].state == "cancelled"
    await stage.story("Ещё фабрика", sectors=["textile"])
    assert await send() == 0
    await reader.presses_data("alerts:open")
    assert "Сейчас выключены" in reader.screen.text


async def test_a_pause_stops_what_waits(town: Town, reader: Person, stage: Stage) -> None:
    send = await told(town, reader, stage)
    await reader.says("/pause")
    assert "оповещения тоже" in reader.screen.text
    await reader.presses("Пока не возобновлю")
    assert (await stage.rows(1001))[-1].state == "cancelled"
    await stage.story("Ещё фабрика", sectors=["textile"])
    assert await send() == 0
    await reader.says("/resume")
    assert await send() == 0, "the digest tells what came meanwhile"


async def test_what_was_told_is_exported_and_forgotten(
    town: Town, reader: Person, stage: Stage
) -> None:
    await told(town, reader, stage)
    await reader.says("/privacy")
    await reader.presses("Скачать")
    data = json.loads(town.telegram.files[-1][1])
    assert data["alerts"]["sectors"] == ["textile"]
    assert [one["story"] for one in data["alerted"]] == [4]
    await reader.says("/delete_me")
    await reader.presses("Удалить всё")
    async with town.database.reading() as db:
        assert await db.session.get(AlertTable, (1, 4)) is None
        row = await db.session.get(OutboxTable, 1)
        assert row is not None
        assert (row.chat_id, row.state) == (None, "cancelled")
