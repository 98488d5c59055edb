"""A story in full, as people open it."""

import pytest

from publishing.assembling import use_cases
from tests.clocks import ManualClock
from tests.handlers.town import Person, Town
from tests.publishing.stage import LINKS, Stage


@pytest.fixture
def stage(town: Town, clock: ManualClock) -> Stage:
    """The region's news, and publishing's use cases in the town's dispatcher."""
    schedule = town.cases["schedule"]
    town.dispatcher.workflow_data.update(
        use_cases(town.database, clock, LINKS, town.rights, schedule, town.telegram)
    )
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
    assert person.screen.text == "Вы ещё не подписаны. Начать: /start"
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


async def test_in_a_group_a_story_is_a_message_of_its_own(
    stage: Stage, person: Person, town: Town
) -> None:
    story = await stage.story("Построен завод")
    group = person.at(-100)
    await group.says("/news@keruen_bot")
    await group.presses_data(f"story:show:{story}")
    assert [text.count("завод") for text in town.telegram.said(-100)] == [1, 1]
