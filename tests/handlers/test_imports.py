"""Spreadsheets sent to the bot, looked at, applied and undone; files taken home."""

import json

import pytest

from model.people import Role, Scope
from model.projects import Filter
from tests.handlers.town import Person, Town
from tests.projects.importing.books import book, lines

TABLE = book(
    ["Код", "Название", "Число душ", "Стадия"],
    ["A-1", "Завод", 120, "строительство"],
    ["A-2", "Теплица", 40, "в планах"],
    ["A-3", "Ферма", 7, "так себе"],
)


@pytest.fixture
def admin(town: Town) -> Person:
    return town.person(9)


async def codes(town: Town) -> set[str]:
    async with town.database.reading() as db:
        return {one.code for one in await db.projects.listed(Filter())}


async def apply(town: Town, person: Person) -> None:
    """Press it, and let the tick come."""
    await person.presses("Применить")
    assert "Применяю" in person.screen.text
    await town.cases["apply_asked"]()


async def official(town: Town, user_id: int, scope: Scope) -> Person:
    async with town.database.writing() as db:
        await db.roles.grant(
            user_id, Role.OFFICIAL, 9, town.clock.now(), name="Данияр", scope=scope
        )
    return town.person(user_id)


async def test_a_table_is_looked_at_applied_and_undone(town: Town, admin: Person) -> None:
    await admin.sends_file("план.xlsx", TABLE)
    assert "Новых проектов: 2" in admin.screen.text
    assert "Число душ → не читать" in admin.screen.text

    await admin.presses("Число душ")
    await admin.presses("Рабочих мест по плану")
    assert "Число душ → Рабочих мест по плану" in admin.screen.text

    await admin.presses("Посмотреть изменения")
    assert "неизвестная стадия (так себе)" in admin.screen.text
    assert await codes(town) == set()

    await apply(town, admin)
    assert "Добавлено: 2" in admin.screen.text
    assert await codes(town) == {"A-1", "A-2"}

    await admin.presses("Отменить импорт")
    assert "Возвращено проектов: 2" in admin.screen.text
    assert await codes(town) == set()


async def test_an_import_waits_over_a_restart(town: Town, admin: Person) -> None:
    await admin.sends_file("план.csv", lines("Код;Название", "A-1;Завод"))
    screen = admin.screen
    again = Town(town.database, town.clock, {9})
    again.telegram.messages = town.telegram.messages
    await again.person(9).presses("Применить", screen)
    later = Town(town.database, town.clock, {9})
    later.telegram.messages = town.telegram.messages
    await later.cases["apply_asked"]()
    assert "Добавлено: 1" in screen.text
    assert await codes(town) == {"A-1"}


async def test_a_cancelled_one_changes_nothing(town: Town, admin: Person) -> None:
    await admin.sends_file("план.csv", lines("Код;Название", "A-1;Завод"))
    screen, labels = admin.screen, dict(name for row in admin.screen.rows for name in row)
    await admin.presses("✕ Отменить")
    assert "Ничего не изменилось" in admin.screen.text
    await admin.presses_data(labels["✅ Применить"], screen)
    await town.cases["apply_asked"]()
    assert await codes(town) == set()


async def test_what_cannot_be_read_is_answered(town: Town, admin: Person) -> None:
    await admin.sends_file("план.xls", b"\xd0\xcf\x11\xe0")
    assert "старый формат" in admin.screen.text
    town.files.is_down = True
    await admin.sends_file("план.xlsx", TABLE)
    assert "не отдаёт этот файл" in admin.screen.text


async def test_who_may_import(town: Town) -> None:
    await (await official(town, 10, Scope())).sends_file("план.xlsx", TABLE)
    assert "Новых проектов: 2" in town.person(10).screen.text
    bounded = await official(town, 11, Scope(frozenset({"612000000"})))
    await bounded.sends_file("план.xlsx", TABLE)
    assert "отвечает за все проекты" in bounded.screen.text
    stranger = town.person(12)
    await stranger.sends_file("план.xlsx", TABLE)
    assert not any("Импорт" in said for said in town.telegram.said(12))


@pytest.mark.parametrize(
    "data",
    [
        "import:apply:1:x",
        "import:apply:99999:x",
        "import:look:1:x",
        "import:look:1:99",
        "import:look:x:0",
        "import:is:1:99:code",
        "import:is:1:0:wat",
        "import:column:1:99:0",
        "import:undo:1",
        "import:nothing:1",
        "import:",
        "export:exe",
        "export:csv:1",
    ],
)
async def test_forged_presses_do_nothing(town: Town, admin: Person, data: str) -> None:
    await admin.sends_file("план.csv", lines("Код;Название", "A-1;Завод"))
    await admin.presses_data(data)
    stranger = town.person(12)
    await stranger.says("/start")
    await stranger.presses_data(data)
    await town.cases["apply_asked"]()
    assert await codes(town) == set()
    assert not any("A-1" in said for said in town.telegram.said(12))
    assert not any("Что-то пошло не так" in said for said in town.telegram.toasts)


@pytest.mark.parametrize(("label", "ending"), [("CSV", ".csv"), ("XLSX", ".xlsx")])
async def test_the_table_is_taken_home_and_comes_back_unchanged(
    town: Town, admin: Person, label: str, ending: str
) -> None:
    await admin.sends_file("план.csv", lines("Код;Название;Инвестор", "A-1;Завод;Henan Cable"))
    await apply(town, admin)
    await admin.says("/export")
    await admin.presses(label)
    name, content = town.telegram.files[-1]
    assert name.endswith(ending)
    await admin.sends_file(name, content)
    assert "Без изменений: 1" in admin.screen.text
    assert not any("Применить" in label for label in admin.screen.labels)


async def test_everyone_may_take_open_data_home(town: Town, admin: Person) -> None:
    stranger = town.person(12)
    await stranger.says("/export")
    await stranger.presses("OC4IDS")
    assert "выгружать нечего" in town.telegram.toasts[-1]
    await admin.sends_file("план.csv", lines("Код;Название;Примечание", "A-1;Завод;секрет"))
    await apply(town, admin)
    for label in ("CSV", "GeoJSON", "OC4IDS"):
        await stranger.presses(label)
        assert "секрет" not in town.telegram.files[-1][1].decode()
    assert json.loads(town.telegram.files[-1][1])["projects"][0]["id"] == "oc4ids-keruen-A-1"


async def test_a_right_that_ended_meanwhile_applies_nothing(town: Town) -> None:
    person = await official(town, 10, Scope())
    await person.sends_file("план.csv", lines("Код;Название", "A-1;Завод"))
    await person.presses("Применить")
    async with town.database.writing() as db:
        await db.roles.revoke(10)
    await town.cases["apply_asked"]()
    assert "только сотрудникам" in person.screen.text
    assert await codes(town) == set()


async def test_a_registry_that_went_on_is_looked_at_again(town: Town, admin: Person) -> None:
    await admin.sends_file("план.csv", lines("Код;Название", "A-1;Завод"))
    first = admin.screen
    other = await official(town, 10, Scope())
    await other.sends_file("план.csv", lines("Код;Название", "A-1;Фабрика"))
    await other.presses("Применить")
    await town.cases["apply_asked"]()
    await admin.presses("Применить", first)
    await town.cases["apply_asked"]()
    assert "реестр изменился" in first.text
    assert "Фабрика" in first.text
    async with town.database.reading() as db:
        (project,) = await db.projects.listed(Filter())
    assert project.names == {"ru": "Фабрика"}
