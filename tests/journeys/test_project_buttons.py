"""Every button about a project, over HTTP: for a reader, an official and a group."""

import pytest
from sqlalchemy import func, select

from bot.demo import CURATOR, settle
from model.ids import StoryId
from model.projects import StoryLink
from storage.tables import StoryTable
from tests.journeys.stage import Journey, Person, buttons

AREAS = ("project", "projects", "story", "follow")
NEWS = ("Завод пластика BEREKE PLASTIC построят в Сайраме",)
SLOWLY = 4
WRONG = ("error-", "Что-то пошло не так")
LINKED = "TUR-008"


@pytest.fixture
async def demo(journey: Journey) -> Journey:
    """The demo's projects, and a story of one of them."""
    journey.expected_refusals.append("message is not modified")
    await settle(journey.program.database, journey.clock)
    return journey


async def story_arrives(demo: Journey) -> None:
    await demo.news_arrives(*NEWS)
    async with demo.program.database.writing() as db:
        story = StoryId(await db.session.scalar(select(func.max(StoryTable.id))) or 0)
        project = await db.projects.with_code(LINKED)
        assert project is not None
        await db.project_stories.put(StoryLink(project.id, story, demo.clock.now()))


async def presses_all(person: Person, *commands: str) -> set[str]:
    """Each kind of button about projects once, and those of the screens they lead to.

    A press puts another screen in place of its own: it is asked for anew as long as it has more.
    """
    pressed: set[str] = set()
    known = -1
    while known < len(pressed):
        known = len(pressed)
        for command in commands:
            person.journey.moves_clocks(SLOWLY)
            await person.says(command)
            await presses_what_is_there(person, pressed)
    return pressed


async def presses_what_is_there(person: Person, pressed: set[str]) -> None:
    while waiting := [
        (button["callback_data"], message["message_id"])
        for message in person.messages
        for button in buttons(message)
        if kind_of(button.get("callback_data", "")) not in pressed | {""}
    ]:
        data, message_id = waiting[0]
        pressed.add(kind_of(data))
        person.journey.moves_clocks(SLOWLY)
        answer = await person.presses_data(data, message_id)
        assert answer is not None, f"{data} was left without an answer"
        assert not answer.get("show_alert"), f"{data}: {answer}"
        said = " ".join(str(each.get("text", "")) for each in person.messages)
        assert not [words for words in WRONG if words in said], data


def kind_of(data: str) -> str:
    """Area and verb; empty for what another test presses."""
    area, _, rest = data.partition(":")
    verb, _, words = rest.partition(":")
    if area == "projects":
        return f"{area}:{verb}:{words[:1]}"
    return f"{area}:{verb}" if area in AREAS else ""


async def test_of_a_reader(demo: Journey) -> None:
    reader = demo.person("Айгерім", "kk")
    await reader.subscribes()
    await story_arrives(demo)
    pressed = await presses_all(reader, "/start p_TUR-008", "/projects")
    assert {"project:history", "project:stories", "project:map", "project:qr"} <= pressed
    assert {"projects:list:-", "projects:by:s", "projects:by:d", "project:show"} <= pressed
    kinds = {kind for each in reader.messages for kind in ("venue", "photo") if kind in each}
    assert kinds == {"venue", "photo"}


async def test_of_an_official(demo: Journey) -> None:
    official = demo.person("Данияр", "ru", CURATOR)
    await official.subscribes()
    await story_arrives(demo)
    await official.says("/status TUR-008")
    for label in ("Новости: 1", "Не о проекте: 1", "убрать", "К проекту"):
        await official.presses(label)
    assert "Новости: 1" not in " ".join(official.labels)
    pressed = await presses_all(official, "/status TUR-008", "/projects")
    assert {"project:history", "project:milestones", "projects:list:m"} <= pressed


async def test_of_a_group(demo: Journey) -> None:
    owner = demo.person("Сергей")
    chat_id = demo.sandbox.group("Инвесторы", [owner.user_id])
    demo.sandbox.join(chat_id, by=owner.user_id)
    await demo.settles()
    here = owner.at(chat_id)
    await here.presses_first()
    pressed = await presses_all(here, "/projects", "/status TUR-008")
    assert {"project:show", "project:back", "project:history", "project:qr"} <= pressed
