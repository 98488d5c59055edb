"""/audit, as an admin searches it and takes it home."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from typing import Any

import pytest
from python_calamine import load_workbook

from accounts.actor import OPERATOR
from handlers.audit import days_of
from model.audit import Act
from model.ids import ChangeId, ProjectId
from model.news import Stage
from model.people import Role
from model.projects import Change, Field, Why
from news.opml import Outline
from tests.handlers.town import WHEN, Person, Town

KENTAU = "612000000"


@pytest.fixture
async def admin(town: Town) -> Person:
    admin = town.person(9)
    await admin.says("/start")
    return admin


async def acted(town: Town, action: str, subject: str, at: datetime = WHEN, **told: Any) -> None:
    act = Act(
        at, told.pop("by", 9), Role.ADMIN, action, subject, told.get("before"), told.get("after")
    )
    async with town.database.writing() as db:
        await db.audit.record(act)


async def project(town: Town, code: str) -> ProjectId:
    fields = {Field.CODE: code, Field.NAMES: {"ru": "Кабельный завод"}, Field.STAGE: Stage.PLANNED}
    added = await town.cases["add_project"](OPERATOR, fields, Why("из перечня", None))
    number: ProjectId = added.project.id
    return number


async def test_an_entry_is_read_in_words(town: Town, admin: Person) -> None:
    await admin.says("/audit")
    assert admin.screen.text == "Журнал · записей: 0\n\nТаких записей нет."
    await town.cases["add_source"](Outline("https://a.kz/rss", "Вестник <i>"), OPERATOR)
    async with town.database.writing() as db:
        await db.roles.grant(5, Role.OFFICIAL, 9, WHEN, name="Айгуль")
    await admin.presses_data(f"people:districts:5:with:{KENTAU}:0")
    await town.cases["two_person_rule"](OPERATOR, Role.OFFICIAL, is_on=True)
    await admin.says("/audit")
    text = admin.screen.text
    assert text.startswith("Журнал · записей: 3\n\n")
    assert "оператор сервера\nПравило второго сотрудника · сотрудник\nвключено: нет → да" in text
    assert (
        "№ 9 (администратор)\nРайоны и проекты изменены · Айгуль\nрайоны: не указано → город Кентау"
        in text
    )
    assert "Источник добавлен · источник Вестник <i>\nадрес: https://a.kz/rss" in text


async def test_a_project_is_told_by_its_fields(town: Town, admin: Person) -> None:
    number = await project(town, "TUR-001")
    record = town.cases["record_changes"]
    await record(
        OPERATOR, number, {Field.STAGE: Stage.CONSTRUCTION}, Why("начали строить", None), seen=1
    )
    await admin.says("/audit")
    assert "Проект изменён · проект TUR-001, Кабельный завод\nСтадия: " in admin.screen.text
    assert "Причина: начали строить" in admin.screen.text


async def test_it_is_searched_by_person(town: Town, admin: Person) -> None:
    await acted(town, "source.pause", "source:1", by=5)
    await acted(town, "source.resume", "source:2")
    await acted(town, "role.revoke", "5")
    await admin.says("/audit")
    await admin.presses("Кто")
    await admin.presses("№ 5")
    assert "записей: 2\nОтбор: № 5" in admin.screen.text  # what they did, and what befell them
    assert "Источник возобновлён" not in admin.screen.text
    await admin.presses("Весь журнал")
    assert "записей: 3" in admin.screen.text


async def test_it_is_searched_by_project(town: Town, admin: Person) -> None:
    """An import's act is about many: it is found by the history of each."""
    number, other = await project(town, "TUR-001"), await project(town, "TUR-002")
    await acted(town, "project.import", "import:1")
    why, now = Why("из таблицы", None), town.clock.now()
    field, role = Field.CAPACITY, Role.ADMIN
    async with town.database.writing() as db:
        for one in (number, other):
            change = Change(ChangeId(0), one, now, field, None, "1 т", why, 9, role, None, 3)
            await db.projects.record([change])
    await admin.says("/audit")
    await admin.presses("Проект")
    await admin.says("НЕТ")
    assert "Таких проектов нет: НЕТ" in admin.screen.text
    await admin.says("tur-001")
    assert "записей: 2\nОтбор: проект TUR-001" in admin.screen.text
    assert "Таблица импортирована · импорт № 1" in admin.screen.text
    assert "Проект добавлен · проект TUR-001, Кабельный завод" in admin.screen.text
    assert "TUR-002" not in admin.screen.text


async def test_it_is_searched_by_days_of_the_readers_clock(town: Town, admin: Person) -> None:
    """In Turkistan the 23rd begins at 19:00 of the 22nd, UTC."""
    await acted(town, "source.pause", "source:1", datetime(2026, 11, 22, 18, 59, tzinfo=UTC))
    await acted(town, "source.resume", "source:1", datetime(2026, 11, 22, 19, 0, tzinfo=UTC))
    await acted(town, "source.remove", "source:1", datetime(2026, 11, 24, 18, 59, tzinfo=UTC))
    await acted(town, "source.add", "source:1", datetime(2026, 11, 24, 19, 0, tzinfo=UTC))
    await admin.says("/audit")
    await admin.presses("Когда")
    await admin.says("вчера")
    assert "Даты не распознаны" in admin.screen.text
    await admin.says("24.11.2026 – 23.11.2026")
    assert "записей: 2" in admin.screen.text
    assert "Источник возобновлён" in admin.screen.text
    assert "Источник удалён" in admin.screen.text
    await admin.presses("Когда")
    await admin.presses("Сегодня")
    assert "записей: 1\nОтбор: 23 ноября 2026" in admin.screen.text


async def test_it_is_searched_by_what_was_done(town: Town, admin: Person) -> None:
    for action in ("source.pause", "source.pause", "old.action"):
        await acted(town, action, "source:1")
    await admin.says("/audit")
    await admin.presses("Что сделано")
    await admin.presses("Источник остановлен")
    assert "записей: 2\nОтбор: Источник остановлен" in admin.screen.text
    await admin.presses("Что сделано")
    await admin.presses("old.action")  # nobody gave it a sentence
    assert "записей: 1\nОтбор: old.action" in admin.screen.text
    assert "old.action · источник 1" in admin.screen.text


async def test_what_was_chosen_first_stays_chosen(town: Town, admin: Person) -> None:
    await acted(town, "source.pause", "source:1", by=5)
    await acted(town, "source.resume", "source:1", by=5)
    await acted(town, "source.pause", "source:1")
    await admin.says("/audit")
    await admin.presses("Кто")
    await admin.presses("№ 5")
    await admin.presses("Что сделано")
    await admin.presses("Источник остановлен")
    await admin.presses("Когда")
    await admin.presses("30 дней")
    assert "записей: 1\nОтбор: № 5, 25 октября 2026" in admin.screen.text
    await admin.presses("Кто")
    await admin.presses("Все люди")
    assert "записей: 2" in admin.screen.text


async def test_pages(town: Town, admin: Person) -> None:
    for number in range(12):
        await acted(town, "source.pause", f"source:{number}")
    await admin.says("/audit")
    assert "источник 11" in admin.screen.text
    await admin.presses("Раньше")
    await admin.presses("Раньше")
    assert "источник 0" in admin.screen.text
    assert "‹ Новее" in admin.screen.labels
    assert "Раньше ›" not in admin.screen.labels
    await admin.presses("Новее")
    assert "источник 6" in admin.screen.text
    await admin.presses_data("audit:list:-:999999999999")
    assert "Таких записей нет" in admin.screen.text


async def test_a_spreadsheet_has_typed_cells_and_no_formula(town: Town, admin: Person) -> None:
    await acted(town, "source.add", "source:1", after={"title": "=1+1", "url": "@SUM(A1)"})
    await acted(town, "other.thing", "=cmd()", by=5, before={"x": 1}, after={"x": 2})
    await admin.says("/audit")
    await admin.presses("XLSX")
    name, content = town.telegram.files[-1]
    assert name == "keruen-audit.xlsx"
    rows = load_workbook(BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows[0][:4] == ["№", "Когда", "Кто", "Номер"]
    newest, oldest = rows[1], rows[2]
    assert newest[0] == 2.0
    assert str(newest[1]) == "2026-11-23 09:00:00"
    assert newest[3:7] == ["5", "other.thing", "=cmd()", "x: 1 → 2"]
    assert "название: не указано → =1+1" in str(oldest[6])


async def test_a_table_of_text_has_no_formula(town: Town, admin: Person) -> None:
    await acted(town, "=evil()", "-1+1")
    await admin.says("/audit")
    await admin.presses("CSV")
    name, content = town.telegram.files[-1]
    assert name == "keruen-audit.csv"
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"))))
    assert rows[1][:2] == ["1", "2026-11-23 09:00:00"]
    assert rows[1][4:6] == ["'=evil()", "'-1+1"]


async def test_a_file_holds_what_was_looked_for(town: Town, admin: Person) -> None:
    await acted(town, "source.pause", "source:1", by=5)
    await acted(town, "source.pause", "source:2")
    await admin.says("/audit")
    await admin.presses("Кто")
    await admin.presses("№ 5")
    await admin.presses("CSV")
    assert town.telegram.files[-1][1].decode("utf-8-sig").count("\r\n") == 2


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("23.11.2026", (date(2026, 11, 23), date(2026, 11, 23))),
        ("1/11/2026-15/11/2026", (date(2026, 11, 1), date(2026, 11, 15))),
        ("с 2026-11-15 по 2026-11-01", (date(2026, 11, 1), date(2026, 11, 15))),
        ("31.02.2026", None),
        ("1.1.0001", None),
        ("23.11.20265", None),
        ("1.1.2026 2.1.2026 3.1.2026", None),
        ("", None),
    ],
)
def test_days_that_are_typed(words: str, days: tuple[date, date] | None) -> None:
    assert days_of(words) == days


@pytest.mark.parametrize(
    "data",
    [
        "audit:list:x:0",
        "audit:list:",
        "audit:list",
        "audit:list:p:0",
        "audit:list:pzzzzzzzzzzzzzz:0",
        "audit:list:f0:0",
        "audit:list:fzzzzz:0",
        "audit:list:aXYZ:0",
        "audit:list:-:0:0",
        "audit:file:-:exe",
        "audit:file:-",
        "audit:what:-",
    ],
)
async def test_a_button_that_never_was(town: Town, admin: Person, data: str) -> None:
    await admin.presses_data(data)
    assert "больше не действует" in town.telegram.toasts[-1]


@pytest.mark.parametrize(
    "data", ["audit:list:-:0", "audit:file:-:csv", "audit:person:-:0", "audit:project:-"]
)
async def test_only_admins_read_it(town: Town, person: Person, data: str) -> None:
    await person.says("/start")
    async with town.database.writing() as db:
        await db.roles.grant(1001, Role.OFFICIAL, 9, WHEN)
    await person.presses_data(data)
    assert "только администраторам" in town.telegram.toasts[-1]
    await person.says("/audit")
    assert "только администраторам" in person.screen.text
    assert town.telegram.files == []


async def test_in_a_group_the_log_is_not_read(town: Town, admin: Person) -> None:
    await admin.at(-5).says("/audit")
    assert "в личном чате" in admin.at(-5).screen.text
    await admin.at(-5).presses_data("audit:list:-:0")
    assert "больше не действует" in town.telegram.toasts[-1]
