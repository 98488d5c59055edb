"""What to send: filters are tried on last week's news, and count when they are saved."""

import pytest

from model.people import Choices
from tests.clocks import ManualClock
from tests.handlers.town import Person, Town
from tests.publishing.stage import Stage

KENTAU = "612000000"


@pytest.fixture
async def stage(town: Town, clock: ManualClock) -> Stage:
    """A region with three stories of this week."""
    stage = Stage(town.database, clock)
    await stage.story("Построен завод", districts=[KENTAU], sectors=["textile"])
    await stage.story("Открыта теплица", districts=[KENTAU], amount=10**9)
    await stage.story("Форум инвесторов")
    return stage


@pytest.fixture
async def reader(stage: Stage, person: Person) -> Person:
    await stage.subscriber(person.user_id)
    return person


async def chosen(town: Town, chat_id: int = 1001) -> Choices:
    subscriber = await town.subscriber(chat_id)
    assert subscriber is not None
    return subscriber.choices


async def test_a_filter_is_tried_before_it_is_saved(town: Town, reader: Person) -> None:
    await reader.says("/settings")
    assert "Новости: все новости региона" in reader.screen.text
    await reader.presses("Что присылать")
    assert "3 новости, подходят все" in reader.screen.text
    await reader.presses("Районы")
    await reader.presses("Кентау")
    assert "Выбрано: город Кентау" in reader.screen.text
    assert "вам подходят 2" in reader.screen.text
    assert "• Открыта теплица\n• Построен завод" in reader.screen.text
    assert await chosen(town) == Choices()
    await reader.presses("Все фильтры")
    assert "Пока не сохранено" in reader.screen.text
    await reader.presses("Только с суммой")
    assert "вам подходит 1" in reader.screen.text
    await reader.presses("Сохранить")
    assert reader.screen.text.startswith("✅ Сохранено")
    assert "Пока не сохранено" not in reader.screen.text
    assert await chosen(town) == Choices(districts=frozenset({KENTAU}), with_amount=True)
    await reader.presses("К настройкам")
    assert "Новости: город Кентау; только с суммой" in reader.screen.text


async def test_a_draft_is_given_up(town: Town, reader: Person) -> None:
    await reader.says("/settings")
    await reader.presses("Что присылать")
    await reader.presses("Только с суммой")
    await reader.presses("Отменить")
    assert reader.screen.text.startswith("Оставил всё как было")
    assert "Сохранить" not in " ".join(reader.screen.labels)
    assert await chosen(town) == Choices()


async def test_a_draft_waits_for_a_day(town: Town, reader: Person, stage: Stage) -> None:
    await reader.says("/settings")
    await reader.presses("Что присылать")
    await reader.presses("Только с суммой")
    await reader.says("/settings")
    await reader.presses("Что присылать")
    assert "Только с суммой: да" in reader.screen.text
    stage.clock.advance(24 * 3600)
    await reader.presses_data("filters:open")
    assert "Только с суммой: нет" in reader.screen.text
    await reader.presses_data("filters:save")
    assert await chosen(town) == Choices()


async def test_a_press_that_comes_twice_is_one(town: Town, reader: Person) -> None:
    await reader.says("/settings")
    for _ in range(2):
        await reader.presses_data("filters:sectors:with:textile:0")
    assert "Выбрано: Текстиль" in reader.screen.text
    for _ in range(2):
        await reader.presses_data("filters:save")
    assert (await chosen(town)).sectors == {"textile"}
    for _ in range(2):
        await reader.presses_data("filters:sectors:without:textile:0")
    await reader.presses_data("filters:save")
    assert await chosen(town) == Choices()


async def test_words_are_typed_and_taken_off(town: Town, reader: Person) -> None:
    await reader.says("/settings")
    await reader.presses("Что присылать")
    await reader.presses("🔎 Ключевые слова")
    await reader.says("Завод, инвест*")
    assert "Выбрано: «завод», «инвест*»" in reader.screen.text
    assert "вам подходят 2" in reader.screen.text
    await reader.says("^форум$")
    assert reader.screen.text.startswith("Не понял «^форум$»")
    await reader.says("теплицы")
    assert "подходят все" in reader.screen.text
    await reader.presses("инвест*")
    await reader.presses("завод")
    assert "Выбрано: «теплицы»" in reader.screen.text
    assert "вам подходит 1" in reader.screen.text
    await reader.presses("Сохранить")
    assert (await chosen(town)).words == {"теплицы"}
    await reader.says("ещё слово")
    assert "Сейчас" not in reader.screen.text, "nothing is asked any more"


async def test_words_to_leave_out(town: Town, reader: Person) -> None:
    await reader.says("/settings")
    await reader.presses("Что присылать")
    await reader.presses("Исключить слова")
    await reader.says("заводы")
    assert "вам подходят 2" in reader.screen.text
    await reader.presses("Сохранить")
    assert (await chosen(town)).without_words == {"заводы"}


async def test_nothing_may_fit(reader: Person) -> None:
    await reader.says("/settings")
    await reader.presses_data("filters:sectors:with:water:2")
    assert "ни одна не подходит" in reader.screen.text


async def test_old_news_and_no_news_are_no_week(reader: Person, stage: Stage) -> None:
    stage.clock.advance(8 * 24 * 3600)
    await reader.says("/settings")
    await reader.presses("Что присылать")
    assert "новостей не было" in reader.screen.text


async def test_the_old_button_of_news_languages_opens_the_filter(
    town: Town, reader: Person
) -> None:
    await reader.says("/settings")
    await reader.presses_data("settings:news")
    await reader.presses("Қазақша")
    assert "ни одна не подходит" in reader.screen.text
    await reader.presses("Сохранить")
    assert (await chosen(town)).news_languages == {"kk"}


async def test_a_newcomer_goes_on_with_the_first_button(town: Town, stage: Stage) -> None:
    person = town.person(1002)
    await person.says("/start")
    await person.presses("Выбрать своё")
    await person.presses("Что присылать")
    await person.presses("Отрасли")
    await person.presses("Все отрасли")
    for _ in range(3):
        await person.presses_first()
    assert person.screen.text.startswith("Подписка оформлена")


async def test_a_newcomers_draft_is_saved_on_the_way(town: Town, stage: Stage) -> None:
    person = town.person(1002)
    await person.says("/start")
    await person.presses("Выбрать своё")
    await person.presses("Что присылать")
    await person.presses("Только с суммой")
    for _ in range(3):
        await person.presses_first()
    assert person.screen.text.startswith("Подписка оформлена")
    assert (await chosen(town, 1002)).with_amount


@pytest.mark.parametrize(
    "data",
    [
        "filters:nothing",
        "filters:sectors:with:nothing:0",
        "filters:amount:maybe",
        "filters:words:drop",
        "filters:save:now",
        "filters:sectors:page:99999999999999999999999",
    ],
)
async def test_forged_buttons_get_a_kind_sentence(town: Town, reader: Person, data: str) -> None:
    await reader.says("/settings")
    before = reader.screen.text
    await reader.presses_data(data)
    assert "кнопка" in town.telegram.toasts[-1].lower()
    assert reader.screen.text == before


async def test_in_a_group_only_its_admins_choose(town: Town, stage: Stage, person: Person) -> None:
    await stage.subscriber(-100, kind="group")
    group = person.at(-100)
    await group.says("/settings@keruen_bot")
    await group.presses("Что присылать")
    await group.presses("Только с суммой")
    assert "администраторы" in town.telegram.toasts[-1]
    assert "Пока не сохранено" not in group.screen.text
    await group.presses("🔎 Ключевые слова")
    assert "администраторы" in town.telegram.toasts[-1]
    town.telegram.admins.add((-100, person.user_id))
    await group.presses("🔎 Ключевые слова")
    assert "Ответьте на это сообщение" in group.screen.text
    await group.says("завод")
    assert "Выбрано: нет" in group.screen.text
    await group.says("завод", reply=True)
    assert "Выбрано: «завод»" in group.screen.text
    await group.presses("Сохранить")
    assert (await chosen(town, -100)).words == {"завод"}


async def test_a_deleted_person_leaves_no_draft(town: Town, reader: Person) -> None:
    await reader.says("/settings")
    await reader.presses_data("filters:amount:yes")
    await reader.says("/delete_me")
    await reader.presses_data("privacy:delete:yes")
    await reader.says("/start")
    await reader.presses_data("filters:open")
    assert "Пока не сохранено" not in reader.screen.text
