"""/overview, /overdue: numbers, the way down to a card, and whom they are for."""

from collections.abc import Callable
from typing import Any

import pytest

from common.worker import WorkFailed
from model.news import Money, Stage
from model.partial_dates import PartialDate
from model.people import EVERYTHING, Role, Scope
from model.projects import Claim, Milestone
from tests.handlers.town import Person, Shown, Town
from tests.projects.makers import OFFICIAL, SAIRAM, WHEN, add
from views.callbacks import LIMIT_BYTES

FORGED = [
    "overview:all",
    "overview:all:",
    "overview:all:x",
    "overview:all:gnothing",
    "overview:all:gconstruction.gplanned",
    "overview:all:gconstruction.scx.d612000000",
    "overview:all:o99999999999999999999",
    "overview:all:d'; drop table projects",
    "overview:by:q:0:-",
    "overview:list:nothing:0:-",
    "overview:chart:nothing:-",
    "overview:chart:stages:x",
    "overdue:list:theirs:0",
    "overdue:list",
]
BUTTONS = [
    "overview:all:-",
    "overview:by:o:0:-",
    "overview:list:late:0:-",
    "overview:chart:stages:-",
    "overdue:list:all:0",
]


async def official(town: Town, user_id: int = OFFICIAL, scope: Scope = EVERYTHING) -> Person:
    async with town.database.writing() as db:
        await db.roles.grant(user_id, Role.OFFICIAL, 1, WHEN, name="Данияр", scope=scope)
    return town.person(user_id)


async def some_projects(town: Town) -> None:
    await add(town.database, stage=Stage.CONSTRUCTION, curator=OFFICIAL)
    dollars = (Claim(1, "7 млн долларов", Money(7_000_000, "USD")),)
    await add(
        town.database,
        names={"ru": "Тепличный комплекс"},
        claims=dollars,
        districts=(SAIRAM,),
        sectors=("greenhouse",),
        planned_finish=PartialDate(2027),
        milestones=(Milestone(1, "Фундамент", PartialDate(2026, 10, 1)),),
    )


async def test_numbers_of_all_projects(town: Town) -> None:
    person = await official(town)
    await some_projects(town)
    await person.says("/overview")
    text = person.screen.text
    assert "Проектов: 2" in text
    assert "Сумма: 3 млрд тенге · 7 млн долларов США" in text or (
        "Сумма: 7 млн долларов США · 3 млрд тенге" in text
    )
    assert "Рабочие места: план — 240, создано — 0" in text
    assert "Строительство: 1 · 3 млрд тенге" in text
    assert "Просрочены: 2" in text


async def test_down_to_a_card_and_back(town: Town) -> None:
    person = await official(town)
    await some_projects(town)
    await person.says("/overview")
    await person.presses("Районы")
    await person.presses("Сайрам")
    assert "Район: " in person.screen.text
    assert "Проектов: 1" in person.screen.text
    await person.presses("Список")
    assert "Тепличный комплекс" in person.screen.text
    listed = person.screen.text
    await person.presses_data(person.screen.rows[0][0][1])
    assert "TUR-002" in person.screen.text
    await person.presses("‹ Назад")
    assert person.screen.text == listed


async def test_two_filters_are_enough(town: Town) -> None:
    person = await official(town)
    await some_projects(town)
    await person.says("/overview")
    for label in ("Отрасли", "Тепли", "Стадии", "Меморандум"):
        await person.presses(label)
    assert "Стадия: меморандум" in person.screen.text
    assert not {"Районы", "Страны"} & set(person.screen.labels)
    await person.presses("Все проекты")
    assert "Проектов: 2" in person.screen.text


async def test_every_button_fits_and_answers(town: Town) -> None:
    """Whatever is pressed from /overview on, screen after screen."""
    person = await official(town)
    await some_projects(town)
    await person.says("/overview")
    first, seen = person.screen, set[str]()
    waiting = _ours(first)
    while waiting and len(seen) < 60:
        data = waiting.pop()
        assert len(data.encode()) <= LIMIT_BYTES
        await person.presses_data(data, first)
        seen.add(data)
        waiting = (waiting | _ours(first)) - seen
    assert len(seen) > 30
    assert "Что-то пошло не так" not in "".join(town.telegram.toasts)
    assert "больше не действует" not in "".join(town.telegram.toasts)


def _ours(shown: Shown) -> set[str]:
    every = {data for row in shown.rows for _, data in row}
    return {data for data in every if data.startswith(("overview:", "overdue:"))}


async def test_what_is_overdue_the_worst_first(town: Town) -> None:
    person = await official(town)
    await some_projects(town)
    await person.says("/overdue")
    assert "Ваши просроченные проекты: 1" in person.screen.text
    assert "срок: июнь 2026" in person.screen.text
    assert "опоздание: 146 дней" in person.screen.text
    assert "куратор: Данияр" in person.screen.text
    await person.presses("Показать все: 2")
    text = person.screen.text
    assert "«Фундамент» · срок: 1 октября 2026\xa0года · опоздание: 53 дня" in text
    assert text.index("Завод кабельной") < text.index("Тепличный")


async def test_who_is_curator_is_told_of_ones_own_only(town: Town) -> None:
    await official(town)
    await some_projects(town)
    other = await official(town, 1011, Scope(frozenset({SAIRAM})))
    await other.says("/overdue")
    await other.presses("Показать все")
    assert "Завод кабельной" in other.screen.text
    assert "куратор: Данияр" not in other.screen.text
    await other.presses_data("overview:by:o:0:-")
    assert "Данияр" not in other.screen.text
    await other.presses_data(f"overview:all:o{OFFICIAL}")
    assert "Таких проектов" in other.screen.text


async def test_an_official_of_a_district_answers_for_it(town: Town) -> None:
    await some_projects(town)
    other = await official(town, 1011, Scope(frozenset({SAIRAM})))
    await other.says("/overdue")
    assert "Ваши просроченные проекты: 1" in other.screen.text
    assert "Тепличный" in other.screen.text


async def test_candidates_and_deleted_projects_do_not_count(town: Town) -> None:
    person = await official(town)
    await add(town.database, published=False)
    await person.says("/overview")
    assert "Таких проектов в реестре нет" in person.screen.text


@pytest.mark.parametrize("chart", ["Стадии", "Районы", "План и факт"])
async def test_a_picture_comes_with_a_way_back(town: Town, chart: str) -> None:
    person = await official(town)
    await some_projects(town)
    await person.says("/overview")
    await person.presses(f"📊 {chart}")
    assert person.screen.picture is not None
    await person.presses("К обзору")
    assert "Проектов: 2" in person.screen.text


async def test_a_picture_that_cannot_be_drawn_is_said(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(function: Callable[..., Any], *arguments: Any) -> WorkFailed:
        return WorkFailed("the reporter died")

    person = await official(town)
    await some_projects(town)
    await person.says("/overview")
    monkeypatch.setattr(town.cases["draw_chart"], "_run", fails)
    await person.presses("📊 Стадии")
    assert "Нарисовать не получилось" in person.screen.text


async def test_where_there_is_nothing_to_draw_it_is_said(town: Town) -> None:
    person = await official(town)
    await add(town.database, planned_finish=None)
    await person.says("/overview")
    await person.presses("📊 План и факт")
    assert "нет сроков" in town.telegram.toasts[-1]


@pytest.mark.parametrize("said", ["/overview", "/overdue"])
async def test_not_for_subscribers(town: Town, said: str) -> None:
    person = town.person()
    await person.says(said)
    assert "только сотрудникам" in person.screen.text


@pytest.mark.parametrize("said", ["/overview", "/overdue"])
async def test_not_in_a_group(town: Town, said: str) -> None:
    person = (await official(town)).at(-1001234567890)
    await some_projects(town)
    await person.says(said)
    assert "Проект" not in person.screen.text


@pytest.mark.parametrize("data", BUTTONS)
async def test_a_button_is_an_officials_too(town: Town, data: str) -> None:
    await some_projects(town)
    person = town.person()
    await person.says("/start")
    before = person.screen.text
    await person.presses_data(data)
    assert "только сотрудникам" in town.telegram.toasts[-1]
    assert person.screen.text == before
    in_group = (await official(town)).at(-1001234567890)
    await in_group.presses_data(data, person.screen)
    assert "только сотрудникам" in town.telegram.toasts[-1]


@pytest.mark.parametrize("data", FORGED)
async def test_a_forged_button_is_a_sentence(town: Town, data: str) -> None:
    person = await official(town)
    await person.says("/overview")
    await person.presses_data(data)
    assert "больше не действует" in town.telegram.toasts[-1]
