"""A story in full, as people open it."""

import json

import pytest
from sqlalchemy import func, select

from model.people import Choices
from storage.tables import DraftTable, TasteTable
from tests.clocks import ManualClock
from tests.handlers.town import Person, Town
from tests.publishing.stage import Stage


@pytest.fixture
def stage(town: Town, clock: ManualClock) -> Stage:
    """The region's news."""
    return Stage(town.database, clock)


@pytest.fixture
async def reader(stage: Stage, person: Person) -> Person:
    await stage.subscriber(person.user_id)
    return person


async def test_a_link_opens_a_story_for_anyone(stage: Stage, person: Person, town: Town) -> None:
    story = await stage.story("Построен завод", districts=["612000000"])
    await person.says(f"/start s_{story}")
    card = town.telegram.said(person.user_id)[0]
    assert card == (
        "Построен завод\nПодробности.\n\n📍 Где: город Кентау\n\n1 источник\n• 23 ноября · Вестник"
    )
    assert person.screen.text == (
        "Это Керуен: инвестиционные новости Туркестанской области, "
        "одно сообщение в день, с источниками. Подписаться?"
    )
    assert await town.subscriber(person.user_id) is None


@pytest.mark.parametrize("payload", ["s_", "s_1_2", "s_x", "s_" + "9" * 30, "s_٣"])
async def test_a_broken_link_is_a_plain_start(stage: Stage, reader: Person, payload: str) -> None:
    await reader.says(f"/start {payload}")
    assert "Новости придут" in reader.screen.text or "дайджест" in reader.screen.text


async def test_a_story_that_is_gone_says_so(stage: Stage, reader: Person, town: Town) -> None:
    await reader.says("/start s_404")
    assert reader.screen.text == "Этой новости больше нет."
    await reader.presses_data("story:show:404")
    assert town.telegram.toasts[-1] == "Этой новости больше нет."


async def test_a_story_opens_in_place_and_leads_back(
    stage: Stage, reader: Person, town: Town
) -> None:
    first = await stage.story("Построен завод")
    await reader.says("/digest")
    digest = reader.screen.text
    await reader.presses_data(f"story:show:{first}:digest:from:1:0")
    assert reader.screen.text.startswith("Построен завод\nПодробности.\n\n1 источник")
    assert len(town.telegram.messages) == 1
    await reader.presses("Назад")
    assert reader.screen.text == digest


@pytest.mark.parametrize(
    "data",
    ["story:show", "story:show:x", "story:nothing:1", "story:show:-1", "story:show:" + "9" * 40],
)
async def test_forged_buttons_get_a_kind_sentence(
    stage: Stage, reader: Person, town: Town, data: str
) -> None:
    await stage.story()
    await reader.says("/news")
    await reader.presses_data(data)
    assert "кнопка" in town.telegram.toasts[-1].lower()


async def chosen(town: Town, chat_id: int = 1001) -> Choices:
    subscriber = await town.subscriber(chat_id)
    assert subscriber is not None
    return subscriber.choices


async def test_more_and_less_are_said_and_taken_back(
    stage: Stage, reader: Person, town: Town
) -> None:
    story = await stage.story("Построен завод", keys=["company:lihua", "place:612000000"])
    other = await stage.story("Открыт цех", keys=["company:lihua"])
    await reader.says(f"/start s_{story}")
    await reader.presses("Больше такого")
    assert "✓ 👍 Больше такого" in reader.screen.labels
    await reader.presses_data(f"story:more:{story}")
    assert (await chosen(town)).tastes == {("company:lihua", 1), ("place:612000000", 1)}
    await reader.presses_data(f"story:less:{other}")
    assert (await chosen(town)).tastes == {("place:612000000", 1)}
    await reader.presses_data(f"story:show:{story}")
    await reader.presses("Меньше такого")
    assert "✓ 👎 Меньше такого" in reader.screen.labels
    assert (await chosen(town)).tastes == {("company:lihua", -2), ("place:612000000", -1)}
    await reader.presses("Меньше такого")
    await reader.presses_data(f"story:even:{other}")
    assert await chosen(town) == Choices()


async def test_a_source_is_muted_and_heard_again(stage: Stage, reader: Person, town: Town) -> None:
    story = await stage.story("Построен завод")
    await reader.says(f"/start s_{story}")
    await reader.presses("Отключить: Вестник")
    assert len((await chosen(town)).muted_sources) == 1
    assert "только этот источник, больше не придут" in town.telegram.toasts[-1]
    await reader.presses("Почему я это вижу")
    assert "Её источник у вас отключён" in reader.screen.text
    await reader.presses("Назад")
    assert "🔔 Вернуть: Вестник" in reader.screen.labels
    await reader.says("/news")
    assert reader.screen.text == "По вашему выбору новостей пока нет."
    await reader.says("/settings")
    assert "отключено источников: 1" in reader.screen.text
    await reader.presses("Что присылать")
    await reader.presses("Отключённые источники")
    await reader.presses("Вернуть: Вестник")
    assert "Отключённых нет" in reader.screen.text
    assert await chosen(town) == Choices()


async def test_why_a_story_comes(stage: Stage, reader: Person, town: Town) -> None:
    story = await stage.story("Построен завод", districts=["612000000"], keys=["sector:textile"])
    await reader.says(f"/start s_{story}")
    await reader.presses("Почему я это вижу")
    assert "приходят все такие новости" in reader.screen.text
    await reader.presses("Назад")
    assert "1 источник" in reader.screen.text
    await reader.presses("Больше такого")
    await reader.presses_data("filters:districts:with:612000000:0")
    await reader.presses("Сохранить")
    await reader.presses_data(f"story:why:{story}")
    assert "подходит под ваши фильтры: город Кентау" in reader.screen.text
    assert "выше, потому что вы просили больше такого: Текстиль" in reader.screen.text
    await reader.presses("Что присылать")
    assert "Районы: город Кентау" in reader.screen.text, "below: the story stays as it is"
    await reader.presses_data(f"story:back:{story}")
    assert "1 источник" in reader.screen.text


async def test_a_stranger_who_says_something_is_no_stranger(
    stage: Stage, person: Person, town: Town
) -> None:
    story = await stage.story("Построен завод", keys=["sector:textile"])
    await person.says(f"/start s_{story}")
    await person.presses_data(f"story:more:{story}")
    assert (await chosen(town)).tastes == {("sector:textile", 1)}


@pytest.mark.parametrize(
    "data", ["story:more:404", "story:mute:1", "story:mute:1:404", "story:mute:1:x"]
)
async def test_what_is_not_there_is_neither_liked_nor_muted(
    stage: Stage, reader: Person, town: Town, data: str
) -> None:
    await stage.story()
    await reader.says("/news")
    await reader.presses_data(data)
    assert "кнопка" in town.telegram.toasts[-1].lower()
    assert await chosen(town) == Choices()


async def test_related_stories_open_one_after_another_and_lead_back(
    stage: Stage, reader: Person, town: Town
) -> None:
    first = await stage.story("Построен завод", keys=["company:lihua"])
    second = await stage.story("Завод запущен", keys=["company:lihua"])
    await reader.says("/news")
    await reader.presses("2")
    assert "Читайте также\n1. Завод запущен" in reader.screen.text
    await reader.presses("1")
    assert reader.screen.text.startswith("Завод запущен")
    await reader.presses("Назад")
    assert reader.screen.text.startswith("Построен завод")
    await reader.presses("Назад")
    assert reader.screen.text.startswith("Последние новости")
    assert first < second


async def test_a_story_is_told_in_the_readers_language(
    stage: Stage, reader: Person, town: Town
) -> None:
    story = await stage.story("Построен завод")
    await stage.also_told(story, "Зауыт салынды", "kk")
    await reader.says(f"/start s_{story}")
    assert reader.screen.text.startswith("Построен завод")
    assert "2 источника" in reader.screen.text
    await reader.says("/language")
    await reader.presses("Қазақша")
    await reader.says("/news")
    assert "Зауыт салынды" in reader.screen.text
    await reader.presses("1")
    assert reader.screen.text.startswith("Зауыт салынды")


async def test_in_a_group_only_its_admins_choose(stage: Stage, person: Person, town: Town) -> None:
    story = await stage.story("Построен завод", keys=["sector:textile"])
    await stage.subscriber(-100, kind="group")
    group = person.at(-100)
    await group.says("/news@keruen_bot")
    await group.presses_data(f"story:show:{story}")
    await group.presses("Больше такого")
    assert "администраторы" in town.telegram.toasts[-1]
    assert await chosen(town, -100) == Choices()
    await group.presses("Почему я это вижу")
    await group.presses("Назад")
    town.telegram.admins.add((-100, person.user_id))
    await group.presses("Больше такого")
    assert "✓ 👍 Больше такого" in group.screen.labels
    assert (await chosen(town, -100)).tastes == {("sector:textile", 1)}
    assert len(town.telegram.said(-100)) == 2, "its page of news, and the story"


async def test_what_was_said_is_exported_and_deleted(
    stage: Stage, reader: Person, town: Town
) -> None:
    story = await stage.story("Построен завод", keys=["sector:textile"])
    await reader.says(f"/start s_{story}")
    await reader.presses("Больше такого")
    await reader.presses("Отключить")
    await reader.presses_data("filters:amount:yes")
    await reader.presses_data("privacy:export")
    data = json.loads(town.telegram.files[-1][1])
    assert data["filters"]["more_or_less_of"] == {"sector:textile": 1}
    assert data["filters_not_saved"]["with_amount"] is True
    assert [(each["story"], each["more"]) for each in data["more_or_less"]] == [(story, True)]
    await reader.presses_data("privacy:delete:yes")
    async with town.database.reading() as db:
        for table in (TasteTable, DraftTable):
            assert await db.session.scalar(select(func.count()).select_from(table)) == 0


async def test_in_a_group_a_story_is_a_message_of_its_own(
    stage: Stage, person: Person, town: Town
) -> None:
    story = await stage.story("Построен завод")
    group = person.at(-100)
    await group.says("/news@keruen_bot")
    await group.presses_data(f"story:show:{story}")
    assert [text.count("завод") for text in town.telegram.said(-100)] == [1, 1]


async def test_from_an_alert_a_story_opens_beneath_it(stage: Stage, reader: Person) -> None:
    story = await stage.story("Построен завод")
    await reader.says("/help")
    alert = reader.screen
    await reader.presses_data(f"story:open:{story}")
    assert reader.screen is not alert
    assert not alert.edits
    assert reader.screen.text.startswith("Построен завод")
