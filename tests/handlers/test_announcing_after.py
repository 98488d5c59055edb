"""What an admin does about an announcement that was sent, screen by screen."""

import pytest

from model.announcements import AnnouncementButton
from model.outbox import RowState
from model.people import Language
from tests.clocks import ManualClock
from tests.handlers.town import Person, Town
from tests.projects.makers import add
from tests.publishing.announced import Broadcasts

BLOCKED = "Forbidden: bot was blocked by the user"


@pytest.fixture
def broadcasts(town: Town, clock: ManualClock) -> Broadcasts:
    return Broadcasts(town.database, clock)


@pytest.fixture
async def admin(town: Town) -> Person:
    person = town.person(9)
    await person.says("/start")
    await person.presses_first()
    return person


async def test_the_results_and_their_file(
    town: Town, admin: Person, broadcasts: Broadcasts
) -> None:
    project = await add(town.database)
    button = AnnouncementButton({Language.RUSSIAN: "Проект"}, project_id=project.id)
    for chat_id in (1, 2):
        await broadcasts.chat(chat_id)
    number = await broadcasts.sends("Приём заявок", buttons=(button,))
    await broadcasts.feed()
    await broadcasts.arrives(9)
    await broadcasts.arrives(1, state=RowState.FAILED, error=BLOCKED)
    await broadcasts.arrives(2, state=RowState.UNCERTAIN, error="no answer")
    await broadcasts.feed()
    await admin.presses_data(f"announced:press:{number}:0")
    await admin.says("/announcements")
    await admin.presses(f"№ {number}")
    for line in (
        "Доставлено: 1 из 3",
        "Не доставлено: 1",
        "бот заблокирован: 1",
        "Неизвестно, дошло ли: 1",
        "Проект: 1",
    ):
        assert line in admin.screen.text
    await admin.presses("Таблица XLSX")
    assert admin.screen.text == "Готовлю таблицу…"
    assert await town.cases["make_asked_files"]() == 1
    assert admin.screen.text.startswith("✅ Таблица готова")
    ((name, _),) = town.telegram.files
    assert name.endswith(".xlsx")
    await admin.presses("Не знаем, дошло ли: 1")
    await admin.presses("Оставить как есть")
    await admin.presses("Не знаем, дошло ли: 1")
    await admin.presses("Отправить ещё раз: 1")
    assert "Отправляется ещё раз. Получателей: 1" in admin.screen.text
    await admin.presses_data(f"result:again:{number}")  # the press comes twice
    assert "Неизвестных больше нет" in town.telegram.toasts[-1]


async def test_a_draft_for_those_who_missed_it_and_one_for_those_who_pressed(
    town: Town, admin: Person, broadcasts: Broadcasts
) -> None:
    project = await add(town.database)
    button = AnnouncementButton({Language.RUSSIAN: "Проект"}, project_id=project.id)
    await broadcasts.chat(1)
    number = await broadcasts.sends("Приём заявок", buttons=(button,))
    await broadcasts.feed()
    await broadcasts.arrives(9)
    await broadcasts.arrives(1, state=RowState.FAILED, error="Bad Request: no")
    await broadcasts.feed()
    await admin.presses_data(f"announced:press:{number}:0")
    await admin.presses_data(f"result:show:{number}")
    results = admin.screen
    await admin.presses("Отправить тем, кто не получил")
    assert "Приём заявок" in admin.screen.text
    assert "📤 Отправить" in " ".join(admin.screen.labels)
    await admin.presses_data(f"result:pressed:{number}", results)
    await admin.presses("Проект · 1")
    assert "Черновик" in admin.screen.text


async def test_corrected_for_everyone(town: Town, admin: Person, broadcasts: Broadcasts) -> None:
    await broadcasts.chat(1)
    await broadcasts.chat(2, Language.KAZAKH)
    number = await broadcasts.sent("Приём заявок до пятницы", "Өтінім қабылдау")
    await admin.presses_data(f"result:show:{number}")
    await admin.presses("Исправить у всех")
    assert f"Правка объявления № {number}" in admin.screen.text
    apply = next(data for row in admin.screen.rows for label, data in row if "всех…" in label)
    await admin.presses("Исправить у всех…")
    assert "Правка ничего не меняет" in town.telegram.toasts[-1]
    await admin.presses("Русский")
    await admin.presses("Заменить")
    await admin.says("Приём заявок до субботы")
    await admin.presses_data(apply)
    assert "Исправим у получателей: 2" in admin.screen.text
    await admin.presses("Исправить: 2")
    assert "Исправляем" in admin.screen.text
    assert "Исправлено: 0, осталось: 2" in admin.screen.text
    await broadcasts.carries_out()
    assert [words for _, _, _, words in await broadcasts.edits()] == ["Приём заявок до субботы"] * 2
    await broadcasts.arrives()
    await broadcasts.carries_out()
    await admin.presses("Обновить")
    assert "Исправлено: 2" in admin.screen.text


async def test_taken_back(town: Town, admin: Person, broadcasts: Broadcasts) -> None:
    await broadcasts.chat(1)
    await broadcasts.chat(2)
    number = await broadcasts.sends("Приём заявок")
    await broadcasts.feed()
    await broadcasts.arrives(1, 9)
    await admin.presses_data(f"result:show:{number}")
    await admin.presses("Отозвать")
    assert "Удалим у получателей: 2" in admin.screen.text
    assert "Удалим, как только дойдёт: 1" in admin.screen.text
    await admin.presses("Отозвать и удалить: 2")
    assert "Отзываем" in admin.screen.text
    assert "Состояние: отозвано" in admin.screen.text
    await broadcasts.carries_out()
    await broadcasts.arrives()
    await broadcasts.carries_out()
    await admin.presses("Обновить")
    assert "Удалено: 2" in admin.screen.text
    assert "Отозвать" not in " ".join(admin.screen.labels)


async def test_after_48_hours_it_says_that_it_cannot(
    town: Town, admin: Person, broadcasts: Broadcasts
) -> None:
    number = await broadcasts.sent("Приём заявок")
    broadcasts.clock.advance(49 * 3600)
    await admin.presses_data(f"result:withdraw:{number}")
    assert "Удалим у получателей: 0" in admin.screen.text
    assert "Telegram удалить не даёт: 1" in admin.screen.text


@pytest.mark.parametrize(
    "data",
    ["result:apply-yes:1", "result:apply-yes:1:x", "result:withdraw-yes:1", "result:follow:1",
     "result:show:x", "announced:all:whatever:0:0", "announced:list:0"],
)  # fmt: skip
async def test_what_no_button_of_ours_says(
    town: Town, admin: Person, broadcasts: Broadcasts, data: str
) -> None:
    await broadcasts.sent("Приём заявок")
    await admin.presses_data(data)
    assert "больше не действует" in town.telegram.toasts[-1]
