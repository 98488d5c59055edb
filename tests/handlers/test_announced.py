"""What was announced, as those who got it meet it: buttons under it."""

import json
import re

import pytest
from sqlalchemy import select

from model.announcements import AnnouncementButton
from model.ids import ProjectId
from model.outbox import RowState
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


async def admin_of(town: Town) -> Person:
    return await welcomed(town.person(9))


async def test_a_reader_sees_what_was_announced_to_them_in_their_version(
    town: Town, person: Person, broadcasts: Broadcasts
) -> None:
    await person.says("/announcements")
    assert "Здесь пока ничего не объявляли" in person.screen.text
    await welcomed(person)
    await broadcasts.sent("Приём заявок до пятницы", "Өтінім қабылдау")
    withdrawn = await broadcasts.sent("Отозванное")
    await broadcasts.withdraws(withdrawn)
    later = await broadcasts.sent("Собрание инвесторов")
    await broadcasts.corrects(later, "Собрание инвесторов в четверг")
    other = await broadcasts.sends("Не дошло")
    await broadcasts.feed()
    await broadcasts.arrives(state=RowState.FAILED, error="Bad Request: no")
    await person.says("/announcements")
    assert re.findall(r"^\d\. .+ \d\d:\d\d\. (.+)$", person.screen.text, re.MULTILINE) == [
        "Собрание инвесторов в четверг",
        "Приём заявок до пятницы",
    ]
    assert person.screen.labels == ["1", "2"]
    screen = person.screen
    await person.presses("2", on=screen)
    assert person.screen.text == "Приём заявок до пятницы"
    for number in (withdrawn, other):
        await person.presses_data(f"announced:open:{number}")
        assert "больше не действует" in town.telegram.toasts[-1]


async def test_what_was_announced_is_found_by_other_forms_of_its_words(
    town: Town, person: Person, broadcasts: Broadcasts
) -> None:
    await welcomed(person)
    await broadcasts.sent("Приём заявок", "Өтінім қабылдау")
    await broadcasts.sent("Собрание инвесторов")
    await broadcasts.sent("关于投资会议的通知")
    for words, found in (
        ("прием заявки", ["Приём заявок"]),
        (
            "отінімдер кабылдауы",
            ["Приём заявок"],
        ),  # on a Russian keyboard, and in the other version
        ("инвестору собрания", ["Собрание инвесторов"]),
        ("投资会议", ["关于投资会议的通知"]),
        ("заявки собрание", []),
        ("100%", []),
        ("%", ["关于投资会议的通知", "Собрание инвесторов", "Приём заявок"]),  # no word at all
    ):
        await person.says(f"/announcements {words}")
        for title in ("Приём заявок", "Собрание инвесторов", "关于投资会议的通知"):
            assert (title in person.screen.text) is (title in found), words
        if not found:
            assert f"По словам «{words}» ничего не нашлось." in person.screen.text


async def test_pages_keep_the_search_and_are_nobody_elses(
    town: Town, person: Person, broadcasts: Broadcasts
) -> None:
    await welcomed(person)
    for number in range(10):
        await broadcasts.sent(f"Сбор {number}")
        await broadcasts.sent(f"Другое {number}")
    await person.says("/announcements сбор")
    assert "Сбор 9" in person.screen.text
    assert "Другое" not in person.screen.text
    await person.presses("Раньше")
    assert "9. " in person.screen.text
    assert "Сбор 1" in person.screen.text
    assert "Другое" not in person.screen.text
    data = next(data for row in person.screen.rows for label, data in row if "Новее" in label)
    stranger = await welcomed(town.person(1002))
    await stranger.presses_data(data)
    assert "сбор" not in stranger.screen.text.casefold()


async def test_a_group_sees_what_was_announced_to_the_group(
    town: Town, person: Person, broadcasts: Broadcasts
) -> None:
    await broadcasts.chat(GROUP, name="Инвесторы")
    number = await broadcasts.sent("Собрание группы")
    await welcomed(person)
    await broadcasts.sent("И людям, и группе")
    member = person.at(GROUP)
    await member.says("/announcements@keruen_bot")
    assert "Собрание группы" in member.screen.text
    await person.says("/announcements")
    assert "Собрание группы" not in person.screen.text
    await member.presses_data(f"announced:open:{number}")
    assert member.screen.text == "Собрание группы"
    await person.presses_data(f"announced:open:{number}")
    assert "больше не действует" in town.telegram.toasts[-1]


async def test_an_admin_sees_all_with_state_and_figures(
    town: Town, person: Person, broadcasts: Broadcasts
) -> None:
    admin = await admin_of(town)
    await welcomed(person)
    sent = await broadcasts.sent("Приём заявок")
    withdrawn = await broadcasts.sent("Отозванное")
    await broadcasts.withdraws(withdrawn)
    await broadcasts.draft("Ещё черновик")
    going = await broadcasts.sends("Идёт прямо сейчас")
    await broadcasts.correction(sent, "Приём заявок закрыт")
    await admin.says("/announcements")
    text = admin.screen.text
    assert f"№ {sent} · отправлено" in text
    assert "Доставлено: 2 из 2" in text
    assert f"№ {withdrawn} · отозвано" in text
    assert f"№ {going} · отправляется" in text
    assert "Ещё черновик" in text
    assert "закрыт" not in text  # a correction is no announcement
    for label, shown in (
        ("Черновики", "Ещё черновик"),
        ("Идут", "Идёт прямо сейчас"),
        ("Отправлены", "Приём заявок"),
        ("Отозваны", "Отозванное"),
        ("Отменены", "Здесь пусто"),
        ("Ждут", "Здесь пусто"),
    ):
        await admin.presses(label)
        others = {"Ещё черновик", "Идёт прямо сейчас", "Приём заявок", "Отозванное"} - {shown}
        assert shown in admin.screen.text
        assert not any(other in admin.screen.text for other in others), label
    await admin.presses("Все")
    await admin.presses(f"№ {sent}")
    assert f"Итоги объявления № {sent}" in admin.screen.text
    await admin.presses("Все объявления")
    await admin.presses("Что объявляли мне")
    assert "Приём заявок" in admin.screen.text
    await admin.presses("Все объявления")
    await admin.says("/announcements заявку")
    assert "Приём заявок" in admin.screen.text
    assert "Ещё черновик" not in admin.screen.text


async def test_what_is_for_admins_is_not_for_others(
    town: Town, person: Person, broadcasts: Broadcasts
) -> None:
    await welcomed(person)
    number = await broadcasts.sent("Приём заявок")
    for data in ("announced:all:any:0:0", f"result:show:{number}", f"result:withdraw:{number}"):
        await person.presses_data(data)
        assert "кому это поручено" in town.telegram.toasts[-1]
