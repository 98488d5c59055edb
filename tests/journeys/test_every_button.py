"""Every button of every screen does something, says so, and asks Telegram for nothing wrong."""

import pytest

from tests.journeys.stage import Journey, Person, buttons

COMMANDS = (
    "/start",
    "/digest",
    "/news",
    "/search завод",
    "/settings",
    "/pause",
    "/language",
    "/help",
    "/privacy",
)
ADMIN_COMMANDS = ("/review", "/sources", "/stats")
NEWS = [f"Завод номер {number} построят в Кентау" for number in range(12)]
SLOWLY = 2
"""Besides what a press takes: a group may have twenty answers a minute."""
WRONG = ("error-", "Что-то пошло не так", "Бір нәрсе дұрыс болмады", "Something went wrong")


async def presses_everything(person: Person) -> int:
    """Each kind of button once, and those of the screens they lead to; how many there were."""
    pressed: set[str] = set()
    while waiting := [
        (button["callback_data"], message["message_id"])
        for message in person.messages
        for button in buttons(message)
        if button.get("callback_data", "") not in ("", "privacy:delete:yes")
        and kind_of(button["callback_data"]) not in pressed
    ]:
        data, message_id = waiting[0]
        pressed.add(kind_of(data))
        person.journey.moves_clocks(SLOWLY)
        answer = await person.presses_data(data, message_id)
        assert answer is not None, f"{data} was left without an answer"
        assert not answer.get("show_alert") or data == "settings:days:none", f"{data}: {answer}"
        said = " ".join(str(each.get("text", "")) for each in person.messages)
        assert not [words for words in WRONG if words in said], data
    return len(pressed)


def kind_of(data: str) -> str:
    """Of buttons that differ only in their story, or in one of many choices, one stands for all."""
    match data.split(":"):
        case ["story", verb, _, *way]:
            return f"story:{verb}:{next((word for word in way if not word.isdigit()), '')}"
        case [area, "districts" | "sectors" as kind, "with" | "without" as wish, _, page]:
            return f"{area}:{kind}:{wish}:{page}"
    return data


@pytest.fixture
def journey(journey: Journey) -> Journey:
    """What is chosen already can be pressed too: that changes nothing, as Telegram says."""
    journey.expected_refusals.append("message is not modified")
    return journey


async def test_every_button_of_a_reader(journey: Journey) -> None:
    """In all languages by turns: they are buttons too."""
    person = journey.person("Айгерім", "kk")
    await person.subscribes()
    await journey.news_arrives(*NEWS)
    for command in COMMANDS:
        await person.says(command)
    assert await presses_everything(person) > 30


async def test_every_button_of_an_admin(journey: Journey) -> None:
    admin = journey.admin()
    await admin.says("/start")
    for command in (*COMMANDS, *ADMIN_COMMANDS):
        await admin.says(command)
    assert await presses_everything(admin) > 30


async def test_every_button_of_a_group(journey: Journey) -> None:
    owner = journey.person("Сергей")
    chat_id = journey.sandbox.group("Инвесторы", [owner.user_id])
    journey.sandbox.join(chat_id, by=owner.user_id)
    await journey.settles()
    await journey.news_arrives(*NEWS)
    here = owner.at(chat_id)
    await here.presses_first()
    for command in COMMANDS:
        journey.moves_clocks(SLOWLY)
        await here.says(command)
    assert await presses_everything(here) > 20
