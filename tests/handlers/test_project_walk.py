"""/projects: walking through the registry."""

from itertools import product

import pytest

from model.news import Stage
from model.overview import Dimension
from model.people import Scope
from model.projects import Filter, Investor
from news.vocabulary import DISTRICTS, SECTORS
from projects.walking import Walk
from projects.zones import ZONES
from tests.handlers.town import Person, Town
from tests.projects.makers import OFFICIAL, SAIRAM, add, make_official
from views.projects_walk import walk_of, word_of


async def test_an_empty_registry_says_so(town: Town, person: Person) -> None:
    await person.says("/projects")
    assert person.screen.text == "В реестре пока нет проектов."


async def test_one_walks_by_sector_to_a_card_and_back(town: Town, person: Person) -> None:
    for number in range(10):
        await add(town.database, names={"ru": f"Ткацкий цех {number}"}, sectors=("textile",))
    await add(town.database)
    await add(town.database, names={"ru": "Скрытый"}, published=False, sectors=("tourism",))
    await person.says("/projects")
    assert person.screen.text == "Проекты региона · 11 проектов\n\nКак искать дальше?"
    assert person.screen.labels == [
        "🏷 По отраслям",
        "📍 По районам",
        "🚦 По стадиям",
        "🌍 По странам",
        "📋 Показать все: 11",
    ]
    await person.presses("По отраслям")
    assert person.screen.labels == ["Текстиль · 10", "Электротехника · 1", "‹ Назад"]
    await person.presses("Текстиль")
    assert person.screen.text.startswith(
        "Текстиль · 10 проектов\n\n1. Ткацкий цех 0\n"
        "●●○○○○ меморандум · 3 млрд тенге · город Кентау · ⏰ опоздание: 146 дней\n\n2. "
    )
    await person.presses("2/2 ›")
    assert "10. Ткацкий цех 9" in person.screen.text
    page = person.screen.text
    await person.presses("9")
    assert person.screen.text.startswith("Ткацкий цех 8\n")
    await person.presses("Назад")
    assert person.screen.text == page
    await person.presses("Уточнить")
    await person.presses("По районам")
    assert person.screen.labels[0] == "город Кентау · 10"
    await person.presses("Кентау")
    assert person.screen.text.startswith("Текстиль · город Кентау · 10 проектов")
    await person.presses("К началу")
    assert person.screen.text.startswith("Проекты региона · 11")
    assert len(town.telegram.messages) == 1


async def test_stages_stand_in_their_order(town: Town, person: Person) -> None:
    for stage in (Stage.LAUNCHED, Stage.LAUNCHED, Stage.CONSTRUCTION, Stage.PLANNED):
        await add(town.database, stage=stage)
    await person.says("/projects")
    await person.presses("По стадиям")
    assert person.screen.labels[:3] == ["в планах · 1", "строительство · 1", "запущено · 2"]
    await person.presses("строительство")
    assert person.screen.text.startswith("строительство · 1 проект\n\n1. Завод")


async def test_by_zone_and_by_country(town: Town, person: Person) -> None:
    await add(town.database, zone="turan", investors=(Investor("Sabancı", "TR"),))
    await add(town.database)
    await person.says("/projects")
    await person.presses("По зонам")
    await person.presses("СЭЗ «Туран» · 1")
    assert person.screen.text.startswith("СЭЗ «Туран» · 1 проект")
    await person.presses("К началу")
    await person.presses("По странам")
    await person.presses("Турция · 1")
    assert person.screen.text.startswith("Турция · 1 проект")


async def test_officials_walk_through_theirs_and_their_candidates(town: Town) -> None:
    await make_official(town.database, OFFICIAL, Scope(frozenset({SAIRAM})))
    official = town.person(OFFICIAL)
    await add(town.database, names={"ru": "Чужой"})
    await add(town.database, names={"ru": "Свой"}, districts=(SAIRAM,))
    await add(town.database, names={"ru": "Куратора"}, curator=OFFICIAL)
    await add(town.database, names={"ru": "Новый здесь"}, districts=(SAIRAM,), published=False)
    await add(town.database, names={"ru": "Новый там"}, published=False)
    await official.says("/projects")
    assert official.screen.labels[-3:] == [
        "📋 Показать все: 3",
        "👤 Мои проекты: 2",
        "🌱 Кандидаты: 1",
    ]
    await official.presses("Мои проекты")
    assert "Чужой" not in official.screen.text
    assert official.screen.text.startswith("Мои проекты · 2 проекта\n\n1. Свой\n")
    await official.presses("К началу")
    await official.presses("Кандидаты")
    assert official.screen.text.startswith("Кандидаты · 1 проект\n\n1. Новый здесь\n")
    await official.presses("1")
    assert "🌱 Кандидат: пока виден только сотрудникам." in official.screen.text
    group = official.at(-100)
    await group.says("/projects@keruen_bot")
    assert "Мои проекты" not in " ".join(group.screen.labels)


async def test_theirs_are_those_they_are_curators_of_where_they_look_after_all(
    town: Town,
) -> None:
    official = town.person(OFFICIAL)
    await make_official(town.database)
    await add(town.database, names={"ru": "Свой"}, curator=OFFICIAL)
    await add(town.database)
    await official.says("/projects")
    assert "👤 Мои проекты: 1" in official.screen.labels


@pytest.mark.parametrize("word", ["m", "x", "stextile.x"])
async def test_nobody_else_walks_there(town: Town, person: Person, word: str) -> None:
    await add(town.database, names={"ru": "Скрытый"}, published=False)
    await person.says("/help")
    before = person.screen.text
    for data in (f"projects:at:{word}", f"projects:by:s:{word}", f"projects:list:{word}:0"):
        await person.presses_data(data)
        assert "только сотрудникам" in town.telegram.toasts[-1]
    assert person.screen.text == before


@pytest.mark.parametrize(
    "data",
    [
        "projects:",
        "projects:at",
        "projects:at:",
        "projects:by:q:-",
        "projects:by:o:-",
        "projects:list:g:0",
        "projects:list:gzz:0",
        "projects:list:s:0",
        "projects:list:-:0:1",
        "projects:nothing:-",
    ],
)
async def test_forged_buttons_get_a_sentence(town: Town, person: Person, data: str) -> None:
    await person.says("/help")
    await person.presses_data(data)
    assert "кнопка" in town.telegram.toasts[-1].lower()


@pytest.mark.parametrize("data", ["projects:list:-:99", "projects:list:-:x", "projects:list:-:-1"])
async def test_a_page_that_is_not_there_is_another(town: Town, person: Person, data: str) -> None:
    await add(town.database)
    await person.says("/help")
    await person.presses_data(data)
    assert person.screen.text.startswith("Проекты региона · 1 проект\n\n1. ")


async def test_what_nothing_has_is_an_empty_list(town: Town, person: Person) -> None:
    await add(town.database)
    await person.says("/help")
    await person.presses_data("projects:list:snothing:0")
    assert "Здесь проектов нет." in person.screen.text


def test_a_filter_is_a_word_and_a_word_a_filter() -> None:
    for sector, district, stage, zone in product(
        (None, *SECTORS), (None, *DISTRICTS), (None, *Stage), (None, *ZONES[:1])
    ):
        walk = Walk(Filter(stage=stage, sector=sector, district=district, zone=zone))
        assert walk_of(word_of(walk)) == walk
    mine = Walk(Filter(unpublished=True, country="CN"), is_mine=True)
    assert walk_of(word_of(mine)) == mine
    assert walk_of("-") == Walk()


def test_letters_of_dimensions_are_those_of_buttons() -> None:
    assert Walk().to(Dimension.STAGE, "construction").which.stage is Stage.CONSTRUCTION
