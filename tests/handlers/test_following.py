"""/follow and /following: by buttons and words, for a person, a group and an official."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import func, select, update

from model.people import Scope
from model.projects import FollowKind, Project
from storage.tables import FollowTable, SubscriberTable
from tests.handlers.town import Person, Town
from tests.projects.makers import KENTAU, OFFICIAL, actor, add, make_official

GROUP = -1001234567890


async def follows(town: Town, chat_id: int = 1001) -> list[tuple[str, str, bool]]:
    async with town.database.reading() as db:
        subscriber = await db.subscribers.get(chat_id)
        found = [] if subscriber is None else await db.follows.of(subscriber.id)
    return [(one.kind.value, one.key, one.at_once) for one in found]


@pytest.fixture
async def project(town: Town) -> Project:
    return await add(town.database)


@pytest.fixture
async def reader(person: Person) -> Person:
    await person.says("/start")
    while person.screen.rows and "Подписка оформлена" not in person.screen.text:
        await person.presses_first()
    return person


async def test_a_project_is_followed_from_its_card_and_back(
    town: Town, reader: Person, project: Project
) -> None:
    await reader.says(f"/status {project.code}")
    await reader.presses("Следить")
    assert "Завод кабельной продукции" in reader.screen.text
    await reader.presses("С дайджестом")
    assert "первыми в дайджесте" in reader.screen.text
    assert await follows(town) == [("p", str(project.id), False)]
    await reader.presses("Сразу")
    assert await follows(town) == [("p", str(project.id), True)]
    assert "С дайджестом" in " ".join(reader.screen.labels)
    await reader.presses("К проекту")
    assert f"Код: {project.code}" in reader.screen.text
    await reader.presses("Следить")
    await reader.presses("Отписаться")
    assert await follows(town) == []


async def test_the_list_has_a_switch_and_a_stop_for_each(
    town: Town, reader: Person, project: Project
) -> None:
    await reader.says("/following")
    assert "Пока ни за чем" in reader.screen.text
    for data in (f"follow:digest:p:{project.id}", f"follow:now:d:{KENTAU}", "follow:now:c:CN"):
        await reader.presses_data(data)
    await reader.says("/following")
    assert reader.screen.text.splitlines()[2:5] == [
        "1. 🏗 Завод кабельной продукции · с дайджестом",
        "2. 📍 город Кентау · сразу",
        "3. 🌍 Китай · сразу",
    ]
    await reader.presses("2. 🗞")
    await reader.presses("1. ⚡")
    assert town.telegram.toasts[-1] == "Изменения придут сразу."
    await reader.presses("3. ✕")
    assert await follows(town) == [("p", str(project.id), True), ("d", KENTAU, False)]
    before = reader.screen.text
    await reader.presses_data("follow:list:stop:c:CN:0")
    assert reader.screen.text == before, "pressed again it is the same"


async def test_choosing_by_lists(town: Town, reader: Person, project: Project) -> None:
    await reader.says("/follow")
    assert "Куратор" not in " ".join(reader.screen.labels)
    await reader.presses("Отрасль")
    await reader.presses("Химическая")
    assert "✓ Химическая промышленность" in reader.screen.labels
    await reader.presses("✓ Химическая")
    assert await follows(town) == []
    await reader.presses("Другой выбор")
    await reader.presses("Страна")
    await reader.presses("Китай")
    assert await follows(town) == [("c", "CN", False)]


async def test_choosing_by_words(town: Town, reader: Person, project: Project) -> None:
    await reader.says("/follow кентау")
    await reader.presses("город Кентау")
    await reader.presses("Сразу")
    assert await follows(town) == [("d", KENTAU, True)]
    await reader.says("/follow кабельный завод")
    assert "Завод кабельной продукции" in " ".join(reader.screen.labels)
    await reader.says(f"/follow {project.code}")
    assert "Завод кабельной продукции" in " ".join(reader.screen.labels)
    await reader.says("/follow абракадабра")
    assert "не нашлось" in reader.screen.text


async def test_who_has_not_subscribed_is_asked_to(
    town: Town, person: Person, project: Project
) -> None:
    await person.says(f"/start p_{project.code}")
    await person.presses_data(f"follow:now:p:{project.id}")
    said = [*town.telegram.toasts, *town.telegram.said(1001)]
    assert any("/start" in one for one in said)
    assert await follows(town) == []


async def test_what_is_gone_is_said_and_can_be_ended(
    town: Town, reader: Person, project: Project
) -> None:
    await reader.presses_data(f"follow:now:p:{project.id}")
    async with town.database.writing() as db:
        await db.projects.save([replace(project, published=False)])
    await reader.says("/following")
    assert "этого проекта больше нет" in reader.screen.text
    assert "Завод" not in reader.screen.text
    await reader.presses("✕")
    assert await follows(town) == []
    await reader.presses_data(f"follow:now:p:{project.id}")
    assert "нет" in (town.telegram.toasts[-1] or reader.screen.text)
    assert await follows(town) == []


async def test_no_more_than_so_many(
    town: Town, reader: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("projects.following.MOST", 1)
    await reader.presses_data(f"follow:digest:d:{KENTAU}")
    await reader.presses_data("follow:digest:s:textile")
    assert await follows(town) == [("d", KENTAU, False)]
    await reader.presses_data(f"follow:now:d:{KENTAU}")
    assert await follows(town) == [("d", KENTAU, True)], "what is there can still be switched"


@pytest.mark.parametrize(
    "data",
    [
        "follow:show:p:99",
        "follow:show:p:x",
        "follow:show:x:1",
        "follow:show:d:1",
        "follow:now:c:QQ",
        "follow:now:s:nothing",
        "follow:now:o:1010",
        "follow:show:o:1010",
        "follow:pick:o:0",
        "follow:pick:p:0",
        "follow:pick:d:9999999",
        "follow:list:x",
        "follow:list:now:d::0",
        "follow:open:99",
        "follow:open:x",
        "follow:",
        "follow:now:p:" + "9" * 30,
    ],
)
async def test_forged_buttons_do_nothing(
    town: Town, reader: Person, project: Project, data: str
) -> None:
    before = len(town.telegram.toasts) + len(town.telegram.messages)
    await reader.presses_data(data)
    assert await follows(town) == []
    assert len(town.telegram.toasts) + len(town.telegram.messages) > before


async def test_curators_are_followed_by_officials_in_private(
    town: Town, person: Person, project: Project
) -> None:
    await make_official(town.database, name="Данияр")
    await make_official(town.database, 1001, Scope(districts=frozenset({KENTAU})), "Алия")
    await person.says("/start")
    while person.screen.rows and "Подписка оформлена" not in person.screen.text:
        await person.presses_first()
    await person.says("/follow")
    await person.presses("Куратор")
    await person.presses("Данияр")
    assert await follows(town) == [("o", str(OFFICIAL), False)]
    chief = town.person(9)
    await chief.says("/start")
    await town.cases["end_role"](actor(9), 1001)
    assert await follows(town) == [], "who curates what is for officials"


async def test_a_group_is_chosen_for_by_its_admins(town: Town, project: Project) -> None:
    admin, member = town.person(1).at(GROUP), town.person(2).at(GROUP)
    town.telegram.admins.add((GROUP, 1))
    await town.member_changed(GROUP, "left", "member", admin)
    async with town.database.writing() as db:
        await db.session.execute(_subscribe(GROUP))
    await admin.says("/follow")
    await member.presses_data(f"follow:now:d:{KENTAU}")
    assert await follows(town, GROUP) == []
    await admin.presses_data(f"follow:now:d:{KENTAU}")
    assert await follows(town, GROUP) == [("d", KENTAU, True)]


def _subscribe(chat_id: int) -> Any:
    return (
        update(SubscriberTable)
        .where(SubscriberTable.chat_id == chat_id)
        .values(subscribed_at=datetime(2026, 11, 1, tzinfo=UTC))
    )


async def test_it_is_taken_along_and_forgotten(
    town: Town, reader: Person, project: Project
) -> None:
    await reader.presses_data(f"follow:now:p:{project.id}")
    await reader.says("/privacy")
    await reader.presses("Скачать")
    (_, content) = town.telegram.files[-1]
    (kept,) = json.loads(content)["follows"]
    assert (kept["what"], kept["key"], kept["at_once"]) == ("project", str(project.id), True)
    await reader.says("/delete_me")
    await reader.presses("Удалить всё")
    async with town.database.reading() as db:
        assert await db.session.scalar(select(func.count()).select_from(FollowTable)) == 0


def test_kinds_stand_in_buttons() -> None:
    assert [kind.value for kind in FollowKind] == ["p", "d", "s", "c", "o"]
