"""Asking about projects, as people meet it: /status, free text, inline, links, and in vain."""

from typing import Any

import pytest

from accounts.rights import Acting
from model.people import EVERYTHING, Role, Scope
from model.projects import Field
from projects.recording import add
from tests.handlers.town import Person, Town
from tests.projects.makers import CABLE, KENTAU, SAIRAM, WHEN, WHY
from tests.projects.makers import add as add_project

GROUP = -100
OFFICIAL = 1010
SECRET: dict[Field, Any] = CABLE | {
    Field.NAMES: {"ru": "Завод вольфрамовых спиралей «Тайна»"},
    Field.INVESTORS: (),
    Field.PUBLISHED: False,
}


async def keep_secret(town: Town, **more: Any) -> str:
    """The code of a candidate that only officials may find."""
    fields = SECRET | {Field(name): value for name, value in more.items()}
    async with town.database.writing() as db:
        await db.projects.take_turn()
        recorded = await add(db, fields, WHY, Acting(0, Role.ADMIN), WHEN)
    return recorded.project.code


async def official(town: Town, scope: Scope = EVERYTHING) -> Person:
    async with town.database.writing() as db:
        await db.roles.grant(
            OFFICIAL, Role.OFFICIAL, 1, WHEN, name="Данияр", scope=scope or Scope()
        )
    person = town.person(OFFICIAL)
    await person.says("/start")
    return person


async def test_one_clear_hit_is_its_card(town: Town, person: Person) -> None:
    await add_project(town.database)
    await person.says("/status что с кабельным заводом в Кентау?")
    assert person.screen.text.startswith("Завод кабельной продукции")


async def test_status_alone_asks_and_takes_the_next_words(town: Town, person: Person) -> None:
    await add_project(town.database)
    await person.says("/status")
    assert "О каком проекте спросить?" in person.screen.text
    await person.says("кабельный завод")
    assert person.screen.text.startswith("Завод кабельной продукции")
    subscriber = await town.subscriber()
    assert subscriber is not None
    assert subscriber.awaiting is None


async def test_several_are_a_list_that_opens_and_leads_back(town: Town, person: Person) -> None:
    await add_project(town.database)
    await add_project(town.database, names={"ru": "Завод силового кабеля"})
    await person.says("/status кабель")
    listed = person.screen.text
    assert "Подходит несколько проектов" in listed
    await person.presses("1")
    assert person.screen.text.startswith("Завод")
    assert "Подходит несколько" not in person.screen.text
    await person.presses("Назад")
    assert person.screen.text == listed


async def test_in_vain_it_is_told_once_and_an_admin_closes_it(town: Town, person: Person) -> None:
    await person.says("/start")
    admin = town.person(9)
    await admin.says("/start")
    await person.says("/status вольфрамовый рудник")
    assert "Такого проекта в реестре не нашлось" in person.screen.text
    asked = person.screen
    await person.presses("Сообщить администраторам")
    await person.presses("Сообщить администраторам", on=asked)
    assert town.telegram.toasts[-1].startswith("Спасибо")
    async with town.database.reading() as db:
        assert await db.searches.count_told() == 1
    await admin.says("/status")
    await admin.presses("Вопросы без ответа: 1")
    assert "вольфрамовый рудник" in admin.screen.text
    seen = admin.screen
    await admin.presses("✓ 1")
    await admin.presses_data(seen.rows[0][0][1] if seen.rows else "ask:close:1")
    assert "Вопросов без ответа нет" in admin.screen.text


async def test_nobody_else_sees_or_closes_questions(town: Town, person: Person) -> None:
    await person.says("/start")
    await person.says("/status вольфрамовый рудник")
    await person.presses("Сообщить администраторам")
    limited = await official(town, Scope(districts=frozenset({SAIRAM})))
    for somebody in (person, limited, town.person(9).at(GROUP)):
        for data in ("ask:questions:1", "ask:close:1"):
            before = len(town.telegram.said(somebody.chat_id))
            await somebody.presses_data(data, on=person.screen)
            assert all(
                "вольфрам" not in text for text in town.telegram.said(somebody.chat_id)[before:]
            )
    async with town.database.reading() as db:
        assert await db.searches.count_told() == 1


async def test_one_person_tells_so_many_a_day(town: Town, person: Person) -> None:
    await person.says("/start")
    for number in range(6):
        await person.says(f"/status рудник номер {'абвгде'[number] * 6}")
        await person.presses("Сообщить администраторам")
    assert "Сегодня вы уже передали 5 вопросов" in town.telegram.toasts[-1]


async def test_anothers_question_is_not_told_or_read(town: Town, person: Person) -> None:
    await person.says("/start")
    await person.says("/status вольфрамовый рудник")
    other = town.person(2002)
    await other.says("/start")
    for data in (
        "ask:tell:1",
        "ask:list:1",
        "ask:tell:x",
        "ask:list:999999",
        "ask:tell:",
        "ask:no",
    ):
        await other.presses_data(data)
        assert "рудник" not in other.screen.text
    async with town.database.reading() as db:
        assert await db.searches.count_told() == 0


async def test_an_officials_words_are_a_question_about_projects(town: Town) -> None:
    await add_project(town.database)
    somebody = await official(town)
    await somebody.says("кабельный завод")
    assert somebody.screen.text.startswith("Завод кабельной продукции")
    await somebody.presses("🔎 Искать в новостях")
    assert "ничего не нашлось" in somebody.screen.text


async def test_others_words_look_for_news_and_projects_are_offered(
    town: Town, person: Person
) -> None:
    await add_project(town.database)
    await person.says("/start")
    await person.says("кабельный завод")
    assert "ничего не нашлось" in person.screen.text
    await person.presses("Проект: Завод кабельной продукции")
    assert person.screen.text.startswith("Завод кабельной продукции")


async def test_inline_offers_a_clear_project_first(town: Town, person: Person) -> None:
    project = await add_project(town.database)
    offered = await person.types("кабельный завод")
    assert [one.id for one in offered.results][:1] == [f"p{project.id}"]
    assert not (await person.types("вольфрам")).results


@pytest.mark.parametrize("code", ["TUR-001", "tur-001", "Tur-1"])
async def test_a_link_opens_a_project_whatever_the_case(
    town: Town, person: Person, code: str
) -> None:
    await add_project(town.database)
    await person.says(f"/start p_{code}")
    assert person.screen.text.startswith("Завод кабельной продукции")


async def test_a_link_with_a_slip_shows_the_nearest(town: Town, person: Person) -> None:
    await add_project(town.database)
    await person.says("/start p_TUR-002")
    assert "Вот самые близкие" in person.screen.text
    assert "Завод кабельной продукции" in person.screen.text


WAYS = (
    "/status {code}",
    "/status вольфрам",
    "/status завод вольфрамовых спиралей",
    "/status вольфром",
    "/status Кентау",
    "/status 3 млрд",
    "вольфрамовые спирали",
    "/start p_{code}",
)


@pytest.mark.parametrize("way", WAYS)
async def test_nobody_finds_a_candidate_who_may_not(town: Town, person: Person, way: str) -> None:
    """Whoever asks, wherever: in a list, among the nearest, as a count or a correction."""
    code = await keep_secret(town)
    await person.says("/start")
    foreign = await official(town, Scope(districts=frozenset({SAIRAM})))
    whole = town.person(9)
    await whole.says("/start")
    for somebody in (person, foreign, person.at(GROUP), whole.at(GROUP), foreign.at(GROUP)):
        await somebody.says(way.format(code=code))
        assert not any("Тайна" in text for text in town.telegram.said(somebody.chat_id))
        labels = [label for one in town.telegram.messages for label in one.labels]
        assert not any("Тайна" in label for label in labels)
    for somebody in (person, foreign, whole):
        words = way.removeprefix("/status ").removeprefix("/start p_").format(code=code)
        assert not (await somebody.types(words)).results


@pytest.mark.parametrize("scope", [Scope(), Scope(districts=frozenset({KENTAU}))])
async def test_those_who_look_after_it_find_a_candidate_in_private(
    town: Town, scope: Scope
) -> None:
    code = await keep_secret(town)
    somebody = await official(town, scope)
    for words in ("вольфрамовые спирали", f"/status {code}"):
        await somebody.says(words)
        assert somebody.screen.text.startswith("Завод вольфрамовых спиралей")
    await somebody.says(f"/start p_{code}")
    assert "Тайна" not in somebody.screen.text, "a link shows what everyone may see"
