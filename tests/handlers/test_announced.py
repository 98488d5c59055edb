"""What was announced, as those who got it meet it: buttons under it."""

import json

import pytest
from sqlalchemy import select

from model.announcements import AnnouncementButton
from model.ids import ProjectId
from model.people import Language
from storage.tables import PressTable
from tests.clocks import ManualClock
from tests.handlers.town import Person, Town
from tests.projects.makers import add
from tests.publishing.announced import Broadcasts

GROUP = -1001000000001


@pytest.fixture
def broadcasts(town: Town, clock: ManualClock) -> Broadcasts:
    return Broadcasts(town.database, clock)


async def presses(town: Town) -> list[tuple[int, int]]:
    """Button and person, as a second session sees them."""
    async with town.database.reading() as db:
        query = select(PressTable.button, PressTable.user_id).order_by(
            PressTable.button, PressTable.user_id
        )
        return [(button, user) for button, user in await db.session.execute(query)]


def opens(project: int) -> AnnouncementButton:
    return AnnouncementButton({Language.RUSSIAN: "Проект"}, project_id=ProjectId(project))


async def welcomed(person: Person) -> Person:
    await person.says("/start")
    await person.presses_first()
    return person


async def test_a_press_shows_the_project_and_counts_once(
    town: Town, person: Person, broadcasts: Broadcasts
) -> None:
    await welcomed(person)
    project = await add(town.database)
    link = AnnouncementButton({Language.RUSSIAN: "Сайт"}, url="https://keruen.kz/")
    number = await broadcasts.sent("Пуск завода", buttons=(link, opens(project.id)))
    for _ in range(2):
        await person.presses_data(f"announced:press:{number}:1")
        assert project.code in person.screen.text
    assert await presses(town) == [(1, person.user_id)]


async def test_in_a_group_whoever_presses_is_counted_and_the_group_sees_the_card(
    town: Town, person: Person, broadcasts: Broadcasts
) -> None:
    project = await add(town.database)
    await welcomed(person)
    number = await broadcasts.sent("Пуск завода", buttons=(opens(project.id),))
    data = f"announced:press:{number}:0"
    for user_id in (1002, 1003):
        await town.person(user_id).at(GROUP).presses_data(data, person.screen)
    assert [project.code in each for each in town.telegram.said(GROUP)] == [True, True]
    assert await presses(town) == [(0, 1002), (0, 1003)]


async def test_a_project_that_is_gone_is_said_to_be(
    town: Town, person: Person, broadcasts: Broadcasts
) -> None:
    await welcomed(person)
    number = await broadcasts.sent("Пуск завода", buttons=(opens(404),))
    await person.presses_data(f"announced:press:{number}:0")
    assert "Такого проекта в реестре нет" in person.screen.text
    assert await presses(town) == [(0, person.user_id)]


@pytest.mark.parametrize(
    "data",
    ["announced:press:1:1", "announced:press:1:2", "announced:press:99:0", "announced:press:1",
     "announced:press:a:0", "announced:press:1:-1", "announced:press:1:9999999999999999999"],
)  # fmt: skip
async def test_what_no_button_of_ours_says_is_an_old_button(
    town: Town, person: Person, broadcasts: Broadcasts, data: str
) -> None:
    """The second button opens a page, and there are two."""
    await welcomed(person)
    project = await add(town.database)
    link = AnnouncementButton({Language.RUSSIAN: "Сайт"}, url="https://keruen.kz/")
    await broadcasts.sent("Пуск завода", buttons=(opens(project.id), link))
    await person.presses_data(data)
    assert (
        town.telegram.toasts[-1] == "Эта кнопка больше не действует. Откройте нужное заново: /help"
    )
    assert await presses(town) == []


async def test_under_a_draft_that_is_tried_out_nothing_counts(
    town: Town, person: Person, broadcasts: Broadcasts
) -> None:
    await welcomed(person)
    project = await add(town.database)
    draft = await broadcasts.draft("Пуск завода", buttons=(opens(project.id),))
    await person.presses_data(f"announced:press:{draft.id}:0")
    assert project.code in person.screen.text
    assert await presses(town) == []


async def test_what_is_kept_of_announcements_is_handed_over_and_forgotten(
    town: Town, person: Person, broadcasts: Broadcasts
) -> None:
    await welcomed(person)
    project = await add(town.database)
    number = await broadcasts.sent("Пуск завода", buttons=(opens(project.id),))
    await person.presses_data(f"announced:press:{number}:0")
    await person.says("/privacy")
    await person.presses("Скачать мои данные")
    data = json.loads(town.telegram.files[-1][1])
    assert data["announcements"] == [{"number": number, "language": "ru", "state": "sent"}]
    (pressed,) = data["buttons_pressed"]
    assert (pressed["announcement"], pressed["button"]) == (number, 1)
    await person.says("/delete_me")
    await person.presses("Удалить всё")
    assert await presses(town) == []
    (recipient,) = await broadcasts.recipients(number)
    assert recipient.subscriber_id is None
