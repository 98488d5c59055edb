"""/people, as an admin meets it, and what it does to the people themselves."""

import pytest
from sqlalchemy import select

from accounts.actor import OPERATOR
from accounts.two_person import ANNOUNCEMENTS, TwoPersonRule
from delivery.outgoing import Outgoing
from model.announcements import Announcing
from model.ids import ProjectId
from model.news import Stage
from model.people import Language, Office, Role, Scope
from model.projects import Field, Why
from storage.tables import BodyTable, OutboxTable
from tests.handlers.town import Person, Town

KENTAU, ARYS = "612000000", "611600000"


@pytest.fixture
async def admin(town: Town) -> Person:
    """An admin of the settings, and an official with a chat of their own."""
    admin = town.person(9)
    await admin.says("/start")
    await town.person(5).says("/start")
    async with town.database.writing() as db:
        await db.roles.grant(5, Role.OFFICIAL, 9, town.clock.now(), name="Айгуль <b>")
    return admin


async def office(town: Town, user_id: int = 5) -> Office | None:
    async with town.database.reading() as db:
        return await db.roles.office(user_id)


async def scope(town: Town) -> Scope:
    held = await office(town)
    assert held is not None
    return held.scope


async def actions(town: Town) -> list[tuple[str, int, str]]:
    async with town.database.reading() as db:
        found = [await db.audit.get(number) for number in range(1, 20)]
    return [(each.action, each.actor_id, each.subject) for each in found if each is not None]


async def opens(admin: Person, label: str = "Айгуль") -> None:
    await admin.says("/people")
    await admin.presses(label)


async def test_who_there_is(town: Town, admin: Person) -> None:
    await admin.says("/people")
    assert admin.screen.text.startswith(
        "Люди и роли · администраторы: 1, сотрудники: 1\n\n"
        "№ 9 · администратор (из настроек)\nАйгуль <b> · сотрудник · вся область"
    )
    await admin.presses("Айгуль")
    assert admin.screen.text == (
        "Айгуль <b>\nНомер: 5\n\nРоль: сотрудник\nГде: вся область\n"
        "Объявления: ничего\nРоль дана: 23 ноября 2026\u00a0года. Кто дал: № 9"
    )


async def test_an_admin_of_the_settings_is_not_changed_here(town: Town, admin: Person) -> None:
    await opens(admin, "№ 9")
    assert "из настроек сервера" in admin.screen.text
    assert admin.screen.labels == ["‹ Все люди"]
    for data in (
        "people:role-yes:9:official",
        "people:end-yes:9",
        f"people:districts:9:with:{KENTAU}:0",
        "people:projects:9:without:1",
    ):
        await admin.presses_data(data)
        assert "здесь её изменить нельзя" in town.telegram.toasts[-1]
    assert await actions(town) == []


async def test_an_official_becomes_an_admin_and_back(town: Town, admin: Person) -> None:
    await opens(admin)
    await admin.presses("Сделать администратором")
    await admin.presses("Нет, оставить")
    await admin.presses("Сделать администратором")
    await admin.presses("Да")
    assert "Роль изменена" in admin.screen.text
    assert "Роль: администратор" in admin.screen.text
    held = await office(town)
    assert held is not None
    assert (held.role, held.name) == (Role.ADMIN, "Айгуль <b>")
    assert town.menus.set_to[5] == (Language.RUSSIAN, Role.ADMIN)
    await admin.presses("Сделать сотрудником")
    shown = admin.screen
    await admin.presses("Да")
    await admin.presses_data("people:role-yes:5:official", shown)  # pressed again it is so already
    assert town.menus.set_to[5] == (Language.RUSSIAN, Role.OFFICIAL)
    assert await actions(town) == [("role.change", 9, "5")] * 2


async def test_a_role_ends_after_one_question(town: Town, admin: Person) -> None:
    await opens(admin)
    await admin.presses("Снять роль")
    await admin.presses("Да")
    assert "Роль снята: Айгуль" in admin.screen.text
    assert "сотрудники: 0" in admin.screen.text
    assert await office(town) is None
    assert town.menus.set_to[5] == (Language.RUSSIAN, Role.SUBSCRIBER)
    assert await actions(town) == [("role.revoke", 9, "5")]
    for data in ("people:end-yes:5", "people:show:5", "people:role-yes:5:admin"):
        await admin.presses_data(data)
        assert "Этой роли больше нет" in town.telegram.toasts[-1]


async def test_districts_are_chosen_and_never_all_by_accident(town: Town, admin: Person) -> None:
    await opens(admin)
    await admin.presses("Районы")
    assert "✓ Вся область" in admin.screen.labels
    await admin.presses("город Кентау")
    await admin.presses("город Арыс")
    assert (await scope(town)).districts == {KENTAU, ARYS}
    assert "Где: город Арыс, город Кентау" in admin.screen.text
    await admin.presses("город Арыс")
    await admin.presses("город Кентау")
    assert "Нужен хотя бы один район или проект" in town.telegram.toasts[-1]
    assert (await scope(town)).districts == {KENTAU}
    await admin.presses("Вся область")
    assert (await scope(town)).is_everything
    assert await actions(town) == [("role.scope", 9, "5")] * 4
    held = await office(town)
    assert held is not None
    assert held.granted_at.minute == 0  # a scope is no new appointment


async def project(town: Town, code: str, name: str) -> ProjectId:
    fields = {Field.CODE: code, Field.NAMES: {"ru": name}, Field.STAGE: Stage.PLANNED}
    added = await town.cases["add_project"](OPERATOR, fields, Why("с начала", None))
    number: ProjectId = added.project.id
    return number


async def test_projects_are_typed_by_their_codes(town: Town, admin: Person) -> None:
    first = await project(town, "TUR-001", "Завод <i>")
    second = await project(town, "TUR-002", "Теплица")
    await opens(admin)
    await admin.presses("Проекты")
    await admin.says("tur-001, TUR-002; <нет>")
    assert "Таких проектов нет: <нет>" in admin.screen.text
    assert "Проекты: TUR-001, TUR-002" in admin.screen.text
    assert (await scope(town)).projects == {first, second}
    await admin.presses("TUR-002")
    assert (await scope(town)).projects == {first}
    await admin.says("TUR-002")  # the question is open still
    await admin.presses("TUR-002")
    await admin.presses("TUR-001")
    assert "Нужен хотя бы один район или проект" in town.telegram.toasts[-1]
    await admin.presses("‹ Айгуль")
    assert "Проекты: TUR-001" in admin.screen.text
    await admin.presses("Районы")
    assert "Вся область" in admin.screen.labels  # and not marked: a project is named
    await admin.says("TUR-002")  # nobody asks any more
    assert (await scope(town)).projects == {first}


async def test_the_last_admin_stays(town: Town, admin: Person) -> None:
    town.cases["list_people"]._rights.admin_ids = frozenset()
    async with town.database.writing() as db:
        await db.roles.grant(8, Role.ADMIN, 9, town.clock.now(), name="Ерлан")
    last = town.person(8)
    await last.says("/start")
    for data in ("people:role-yes:8:official", "people:end-yes:8"):
        await last.presses_data(data)
        assert "последний администратор" in town.telegram.toasts[-1]
    await last.presses_data("people:role-yes:5:admin")
    await last.presses_data("people:end-yes:8")
    assert last.screen.text == "Роль снята: Ерлан ✅"
    assert last.screen.labels == []
    await last.says("/people")
    assert "только администраторам" in last.screen.text


async def test_the_two_person_rule_is_a_switch(town: Town, admin: Person) -> None:
    await admin.says("/people")
    assert "Для сотрудников: выключено, для администраторов: выключено" in admin.screen.text
    shown = admin.screen
    await admin.presses("Включить для сотрудников")
    await admin.presses_data("people:two:official:on", shown)
    assert "Для сотрудников: включено, для администраторов: выключено" in admin.screen.text
    async with town.database.reading() as db:
        assert await TwoPersonRule.is_on(db, Role.OFFICIAL)
        assert not await TwoPersonRule.is_on(db, Role.ADMIN)
    assert await actions(town) == [("role.two-person", 9, "official")]


async def test_a_long_list_has_pages(town: Town, admin: Person) -> None:
    async with town.database.writing() as db:
        for number in range(100, 120):
            await db.roles.grant(number, Role.OFFICIAL, 9, town.clock.now(), name=f"Имя {number}")
    await admin.says("/people")
    await admin.presses("Дальше")
    await admin.presses("Дальше")
    assert "Имя 119" in admin.screen.text
    await admin.presses("Назад")
    await admin.presses("Имя 110")
    assert "Номер: 110" in admin.screen.text
    await admin.presses_data("people:list:999")
    assert "Имя 119" in admin.screen.text


@pytest.mark.parametrize(
    "data",
    [
        "people:show:x",
        "people:show",
        "people:list:",
        "people:role:5:king",
        "people:role-yes:5:subscriber",
        "people:end:",
        "people:districts:5:with:999:0",
        "people:districts:x:all",
        "people:projects:5:without:x",
        "people:two:subscriber:on",
        "people:two:official:maybe",
        "people:what:5",
    ],
)
async def test_a_button_that_never_was(town: Town, admin: Person, data: str) -> None:
    await admin.presses_data(data)
    said = town.telegram.toasts[-1]
    assert "больше не действует" in said or data == "people:list:"
    assert await actions(town) == []
    held = await office(town)
    assert held is not None
    assert held.role is Role.OFFICIAL


async def test_in_a_group_people_are_not_spoken_of(town: Town, admin: Person) -> None:
    await admin.at(-5).says("/people")
    assert "в личном чате" in admin.at(-5).screen.text
    await admin.at(-5).presses_data("people:end-yes:5")
    assert "больше не действует" in town.telegram.toasts[-1]
    assert await office(town) is not None


async def announcing(town: Town, user_id: int = 5) -> Announcing:
    async with town.database.reading() as db:
        role, said = await db.roles.announcing(user_id)
    return Announcing.of(role or Role.SUBSCRIBER, said)


async def test_the_right_to_announce_is_given_and_they_are_told(town: Town, admin: Person) -> None:
    official = town.person(5)
    await official.says("/announce")
    assert "те, кому это поручено" in official.screen.text
    await opens(admin)
    await admin.presses("📣 Объявления")
    assert admin.screen.labels[0] == "✓ ничего"
    await admin.presses("пишет")
    await admin.presses("пишет")  # pressed twice it is so once
    assert "✓ пишет" in admin.screen.labels
    assert await announcing(town) is Announcing.WRITE
    await official.says("/announce")
    assert "Черновиков нет" in official.screen.text
    await admin.presses("пишет и отправляет")
    assert await announcing(town) is Announcing.SEND
    assert await actions(town) == [("role.announcing", 9, "5")] * 2
    assert await notices(town) == [
        "Теперь вы можете писать объявления. Отправляет их тот, кому это поручено. "
        "Открыть: /announce",
        "Теперь вы можете писать и отправлять объявления. Открыть: /announce",
    ]
    await admin.presses("Айгуль")
    assert "Объявления: пишет и отправляет" in admin.screen.text


async def test_the_right_to_announce_stays_with_districts_and_goes_with_the_role(
    town: Town, admin: Person
) -> None:
    await admin.presses_data("people:says:5:2", admin.screen)
    await admin.presses_data(f"people:districts:5:with:{KENTAU}:0")
    assert await announcing(town) is Announcing.SEND
    await admin.presses_data("people:role-yes:5:admin")
    assert await announcing(town) is Announcing.SEND, "as every admin"
    await admin.presses_data("people:says:5:1")
    assert await announcing(town) is Announcing.WRITE
    await admin.presses_data("people:role-yes:5:official")
    assert await announcing(town) is Announcing.NOTHING, "as every official"


async def test_nobody_changes_what_an_admin_of_the_settings_may_announce(
    town: Town, admin: Person
) -> None:
    await opens(admin, "№ 9")
    assert "Объявления: пишет и отправляет" in admin.screen.text
    for data in ("people:says:9:0", "people:says:9:2"):
        await admin.presses_data(data)
        assert "здесь её изменить нельзя" in town.telegram.toasts[-1]
    await admin.presses_data("people:says:77:1")
    assert "Этой роли больше нет" in town.telegram.toasts[-1]
    await admin.presses_data("people:says:5:3")
    assert await announcing(town) is Announcing.NOTHING
    assert await actions(town) == []


async def test_a_second_person_for_announcements_is_a_switch(town: Town, admin: Person) -> None:
    await admin.says("/people")
    assert "Отправку объявлений подтверждает второй человек: выключено" in admin.screen.text
    await admin.presses("Включить для объявлений")
    assert "Отправку объявлений подтверждает второй человек: включено" in admin.screen.text
    async with town.database.reading() as db:
        assert await TwoPersonRule.is_on(db, ANNOUNCEMENTS)
        assert not await TwoPersonRule.is_on(db, Role.ADMIN)
    assert await actions(town) == [("role.two-person", 9, "announcements")]
    await admin.says("/audit")
    assert "Правило второго сотрудника · объявления" in admin.screen.text


async def notices(town: Town) -> list[str]:
    """What waits in the outbox to be said, in order."""
    async with town.database.reading() as db:
        query = select(BodyTable.outgoing).join(OutboxTable, OutboxTable.body_id == BodyTable.id)
        bodies = await db.session.scalars(query.order_by(OutboxTable.id))
        return [str(Outgoing.from_json(body).text) for body in bodies]
