"""/invite, and the links it makes: as an admin gives one out and as others open it."""

import asyncio
import re
from datetime import timedelta

import pytest

from model.audit import Act
from model.people import EVERYTHING, Language, Office, Role, Scope
from tests.handlers.town import Person, Town

KENTAU, SAURAN = "612000000", "615500000"


@pytest.fixture
async def admin(town: Town) -> Person:
    admin = town.person(9)
    await admin.says("/start")
    return admin


async def link(
    admin: Person, role: str = "Сотрудник", *districts: str, days: str = "неделю"
) -> str:
    """What stands behind `/start`, as an admin makes it by the buttons."""
    await admin.says("/invite")
    await admin.presses(f"➕ {role}")
    for district in districts:
        await page_with(admin, district)
        await admin.presses(district)
    await admin.presses(days)
    found = re.search(r"\?start=(i_\S+)", admin.screen.text)
    assert found
    return found[1]


async def page_with(admin: Person, label: str) -> None:
    if not any(label in each for each in admin.screen.labels):
        await admin.presses(" ›" if any(" ›" in each for each in admin.screen.labels) else "‹ 1")


async def office(town: Town, user_id: int) -> Office | None:
    async with town.database.reading() as db:
        return await db.roles.office(user_id)


async def acts(town: Town) -> list[Act]:
    async with town.database.reading() as db:
        found = [await db.audit.get(number) for number in range(1, 10)]
    return [each for each in found if each is not None]


async def test_an_official_of_two_districts_is_invited(
    town: Town, admin: Person, person: Person
) -> None:
    start = await link(admin, "Сотрудник", "город Кентау", "Сауранский район")
    assert "Роль: сотрудник\nГде: город Кентау, Сауранский район\nДействует до: 30 ноября" in (
        admin.screen.text
    )
    await person.says(f"/start {start}")
    assert "роль сотрудника" in person.screen.text
    assert "город Кентау, Сауранский район" in person.screen.text
    assert await office(town, 1001) is None
    await person.presses_first()
    assert "Теперь вы сотрудник ✅" in person.screen.text
    held = await office(town, 1001)
    assert held is not None
    assert (held.role, held.name, held.granted_by) == (Role.OFFICIAL, "Somebody", 9)
    assert held.scope == Scope(frozenset({KENTAU, SAURAN}))
    assert town.menus.set_to[1001] == (Language.RUSSIAN, Role.OFFICIAL)


async def test_who_made_and_who_took_is_in_the_log_without_a_name(
    town: Town, admin: Person, person: Person
) -> None:
    await person.says(f"/start {await link(admin)}")
    await person.presses("Принять")
    made, taken = await acts(town)
    what = {"role": "official", "districts": [], "projects": []}
    assert (made.actor_id, made.role, made.action) == (9, Role.ADMIN, "invite.make")
    assert made.after == what | {"days": 7}
    assert (taken.actor_id, taken.action, taken.subject) == (1001, "invite.accept", made.subject)
    assert taken.after == what | {"invited_by": 9}
    assert "Somebody" not in str(made) + str(taken)


async def test_an_admin_is_invited(town: Town, admin: Person, person: Person) -> None:
    start = await link(admin, "Администратор", days="день")
    await person.says(f"/start {start}")
    await person.presses("Принять")
    held = await office(town, 1001)
    assert held is not None
    assert (held.role, held.scope) == (Role.ADMIN, EVERYTHING)
    await person.says("/invite")
    assert "Действующих ссылок нет" in person.screen.text


async def test_nothing_in_the_database_opens_the_door(town: Town, admin: Person) -> None:
    token = (await link(admin)).removeprefix("i_")
    async with town.database.reading() as db:
        kept = await db.session.connection()
        rows = (await kept.exec_driver_sql("SELECT * FROM invites")).all()
        log = (await kept.exec_driver_sql("SELECT * FROM audit")).all()
    assert len(rows) == 1
    assert token not in str(rows) + str(log)


async def test_a_link_works_once(town: Town, admin: Person, person: Person) -> None:
    start = await link(admin)
    await person.says(f"/start {start}")
    other = town.person(1002)
    await other.says(f"/start {start}")
    await person.presses("Принять")
    offered = other.screen
    await other.presses("Принять")
    assert "вошёл кто-то другой" in town.telegram.toasts[-1]
    await other.says(f"/start {start}")
    assert "вошёл кто-то другой" in other.screen.text
    assert offered.text != other.screen.text
    assert await office(town, 1002) is None
    await person.says(f"/start {start}")
    assert "уже приняли это приглашение" in person.screen.text


async def test_confirmed_twice_it_is_one_yes(town: Town, admin: Person, person: Person) -> None:
    await person.says(f"/start {await link(admin)}")
    shown, data = person.screen, person.screen.rows[0][0][1]
    await person.presses_data(data, shown)
    await person.presses_data(data, shown)
    assert "Теперь вы сотрудник" in shown.text
    assert len(await acts(town)) == 2


async def test_a_link_expires(town: Town, admin: Person, person: Person) -> None:
    start = await link(admin, days="день")
    town.clock.advance(timedelta(days=1).total_seconds() - 60)
    await person.says(f"/start {start}")
    assert "роль сотрудника" in person.screen.text
    town.clock.advance(60)
    await person.presses("Принять")
    assert "Срок приглашения истёк" in town.telegram.toasts[-1]
    await person.says(f"/start {start}")
    assert "Срок приглашения истёк" in person.screen.text
    assert await office(town, 1001) is None
    await admin.says("/invite")
    assert "Действующих ссылок нет" in admin.screen.text


async def test_a_link_is_revoked(town: Town, admin: Person, person: Person) -> None:
    start = await link(admin, "Сотрудник", "город Арыс")
    await person.says(f"/start {start}")
    await admin.says("/invite")
    assert "Действующие ссылки: 1\n№ 1 · сотрудник · город Арыс · до 30 ноября" in admin.screen.text
    await admin.presses("Отозвать № 1")
    assert "№ 1 отозвано" in admin.screen.text
    assert admin.screen.labels == ["➕ Сотрудник", "➕ Администратор"]
    await admin.presses_data("invite:revoke:1")  # pressed again it is so already
    await person.presses("Принять")
    assert "отозвано" in town.telegram.toasts[-1]
    assert await office(town, 1001) is None
    assert [each.action for each in await acts(town)] == ["invite.make", "invite.revoke"]
    await admin.presses_data("invite:make:1:7")
    assert "отозвано" in town.telegram.toasts[-1]


async def test_a_new_link_takes_the_place_of_the_old(
    town: Town, admin: Person, person: Person
) -> None:
    old = await link(admin)
    await admin.presses("Сделать новую ссылку")
    new = re.search(r"\?start=(i_\S+)", admin.screen.text)
    assert new
    await person.says(f"/start {old}")
    assert "Такого приглашения нет" in person.screen.text
    await person.says(f"/start {new[1]}")
    assert "роль сотрудника" in person.screen.text


async def test_what_a_link_was_given_out_for_stays(town: Town, admin: Person) -> None:
    await link(admin)
    await admin.presses_data(f"invite:districts:1:with:{KENTAU}:0")
    assert "изменить её нельзя" in town.telegram.toasts[-1]


async def test_whoever_has_a_role_takes_no_other(town: Town, admin: Person, person: Person) -> None:
    start = await link(admin, "Администратор")
    async with town.database.writing() as db:
        await db.roles.grant(1001, Role.OFFICIAL, 9, town.clock.now())
    for one in (person, admin):
        await one.says(f"/start {start}")
        assert "уже есть роль" in one.screen.text
        await one.presses_data("invite:take:" + start.removeprefix("i_"))
        assert "уже есть роль" in town.telegram.toasts[-1]
    held = await office(town, 1001)
    assert held is not None
    assert held.role is Role.OFFICIAL


async def test_whoever_is_no_admin_any_more_invites_nobody(town: Town, person: Person) -> None:
    maker = town.person(8)
    await maker.says("/start")
    async with town.database.writing() as db:
        await db.roles.grant(8, Role.ADMIN, 9, town.clock.now())
    start = await link(maker)
    await person.says(f"/start {start}")
    async with town.database.writing() as db:
        await db.roles.revoke(8)
    await person.presses("Принять")
    assert "отозвано" in town.telegram.toasts[-1]
    await maker.presses_data("invite:make:1:7")
    assert "только администраторам" in town.telegram.toasts[-1]
    admin = town.person(9)
    await admin.says("/invite")
    assert "Действующих ссылок нет" in admin.screen.text


async def test_nobody_goes_on_with_anothers_draft(town: Town, admin: Person) -> None:
    async with town.database.writing() as db:
        await db.roles.grant(8, Role.ADMIN, 9, town.clock.now())
    await admin.says("/invite")
    await admin.presses("➕ Сотрудник")
    other = town.person(8)
    await other.says("/start")
    for data in (f"invite:districts:1:with:{KENTAU}:0", "invite:make:1:7"):
        await other.presses_data(data)
        assert "Такого приглашения нет" in town.telegram.toasts[-1]


async def test_it_may_wait(town: Town, admin: Person, person: Person) -> None:
    await person.says(f"/start {await link(admin)}")
    await person.presses("Не сейчас")
    assert "ссылку можно открыть снова" in person.screen.text
    assert await office(town, 1001) is None


@pytest.mark.parametrize("start", ["i_x", "i_", "i_" + "я" * 30, "i_../../1", "i_1"])
async def test_a_link_that_never_was(town: Town, person: Person, start: str) -> None:
    await person.says(f"/start {start}")
    assert "Такого приглашения нет" in person.screen.text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("invite:take:", "Такого приглашения нет"),
        ("invite:take:1", "Такого приглашения нет"),
        ("invite:take", "больше не действует"),
        ("invite:take:1:2", "больше не действует"),
        ("invite:begin:subscriber", "больше не действует"),
        ("invite:begin:king", "больше не действует"),
        ("invite:make:1:7", "Такого приглашения нет"),
        ("invite:make:x:7", "больше не действует"),
        ("invite:make:1:365", "больше не действует"),
        ("invite:districts:1:with:999:0", "больше не действует"),
        ("invite:districts:9:all", "Такого приглашения нет"),
        ("invite:districts", "больше не действует"),
        ("invite:revoke:99", "Такого приглашения нет"),
        ("invite:what", "больше не действует"),
    ],
)
async def test_a_button_that_never_was(town: Town, admin: Person, data: str, said: str) -> None:
    async with town.database.writing() as db:
        await db.roles.grant(8, Role.ADMIN, 9, town.clock.now())
    other = town.person(8)
    await other.says("/start")
    if not data.startswith("invite:take:"):
        other = admin
    await other.presses_data(data)
    assert said in town.telegram.toasts[-1]


async def test_in_a_group_links_are_neither_made_nor_taken(
    town: Town, admin: Person, person: Person
) -> None:
    start = await link(admin)
    for one in (admin.at(-5), person.at(-5)):
        for said in ("/invite", f"/start {start}"):
            await one.says(said)
            assert "в личном чате" in one.screen.text
    await person.at(-5).presses_data("invite:take:" + start.removeprefix("i_"))
    await admin.at(-5).presses_data("invite:begin:official")
    assert town.telegram.toasts[-2:] == [town.telegram.toasts[-1]] * 2
    assert "больше не действует" in town.telegram.toasts[-1]
    assert await office(town, 1001) is None


async def test_two_take_one_link_at_once(town: Town, admin: Person) -> None:
    """One of them has the role, the other a sentence."""
    start = await link(admin)
    people = [town.person(number) for number in (1001, 1002)]
    for one in people:
        await one.says(f"/start {start}")
    await asyncio.gather(*(one.presses("Принять") for one in people))
    async with town.database.reading() as db:
        assert len(await db.roles.all()) == 1
    assert sum("Теперь вы сотрудник" in one.screen.text for one in people) == 1
