"""Candidates in the chat: officials say what becomes of a project that a story began."""

import pytest

from model.ids import StoryId
from model.people import EVERYTHING, Scope
from model.projects import Project, StoryLink
from storage.database import Database
from tests.clocks import ManualClock
from tests.handlers.town import Person, Shown, Town
from tests.news.desk import Desk
from tests.projects.makers import ADMIN, KENTAU, OFFICIAL, SAIRAM, WHEN, add, make_official


@pytest.fixture
def town(database: Database) -> Town:
    return Town(database, ManualClock(WHEN), {ADMIN})


async def candidate(town: Town) -> Project:
    return await add(town.database, published=False)


async def official(town: Town, scope: Scope = EVERYTHING) -> Person:
    await make_official(town.database, scope=scope)
    person = town.person(OFFICIAL)
    await person.says("/start")
    return person


async def opens(person: Person, project: Project) -> Shown:
    await person.presses_data(f"candidate:open:{project.id}")
    return person.screen


async def kept(town: Town, project: Project) -> Project:
    async with town.database.reading() as db:
        found = await db.projects.get(project.id)
    assert found is not None
    return found


async def test_a_candidate_is_published_with_one_press(town: Town) -> None:
    project, person = await candidate(town), await official(town)
    shown = await opens(person, project)
    assert "Henan Cable" in shown.text

    await person.presses("Опубликовать")

    assert (await kept(town, project)).published
    assert "Опубликовано" in person.screen.text
    assert person.screen.labels == ["Открыть проект"]


async def test_one_that_is_known_gives_its_stories_to_the_known_one(town: Town) -> None:
    known = await add(town.database)
    project, person = await candidate(town), await official(town)
    await Desk(town.database, town.clock).prints(
        "Henan Cable построит завод кабеля в Кентау Туркестанской области"
    )
    async with town.database.writing() as db:
        await db.project_stories.link([StoryLink(project.id, StoryId(1), WHEN)])
    await opens(person, project)

    await person.presses("Уже есть в реестре")
    await person.presses(known.code)

    assert (await kept(town, project)).deleted
    async with town.database.reading() as db:
        assert await db.project_stories.of_project(known.id) == [StoryId(1)]


async def test_dismissed_it_is_gone_after_a_second_press(town: Town) -> None:
    project, person = await candidate(town), await official(town)
    await opens(person, project)

    await person.presses("Отклонить")
    assert not (await kept(town, project)).deleted
    await person.presses("Отклонить")

    assert (await kept(town, project)).deleted


async def test_pressed_again_on_an_old_screen_it_stays_as_it_was_settled(town: Town) -> None:
    project, person = await candidate(town), await official(town)
    await opens(person, project)
    await person.presses_data(f"candidate:publish:{project.id}:1")

    await person.presses_data(f"candidate:publish:{project.id}:1")

    assert (await kept(town, project)).version == 2
    assert "Опубликовано" in person.screen.text


async def test_changed_meanwhile_it_is_shown_again(town: Town) -> None:
    project, person = await candidate(town), await official(town)
    await opens(person, project)

    await person.presses_data(f"candidate:publish:{project.id}:7")

    assert not (await kept(town, project)).published
    assert "только что изменил" in town.telegram.toasts[-1]


@pytest.mark.parametrize(
    "data", ["candidate:open:999", "candidate:publish:x:y", "candidate:same:1:1:999", "candidate:a"]
)
async def test_forged_buttons_get_a_sentence(town: Town, data: str) -> None:
    await candidate(town)
    person = await official(town)

    await person.presses_data(data)

    assert town.telegram.toasts[-1]


@pytest.mark.parametrize("scope", [None, Scope(districts=frozenset({SAIRAM}))])
async def test_others_neither_see_nor_settle_it(town: Town, scope: Scope | None) -> None:
    project = await candidate(town)
    assert KENTAU in project.districts
    person = town.person(1001) if scope is None else await official(town, scope)
    await person.says("/start")
    before = person.screen.text

    for verb in ("open", "publish", "dismiss", "near"):
        await person.presses_data(f"candidate:{verb}:{project.id}:1")

    assert person.screen.text == before
    assert await kept(town, project) == project
