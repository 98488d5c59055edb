"""An update over HTTP: a few taps, a restart in the middle, and every button on the way."""

import pytest

from bot.demo import CURATOR, settle
from tests.journeys.stage import Journey, Person, buttons

SLOWLY = 4
ENDS = ("update:confirm", "update:undone", "update:drop", "update:anew", "update:same")
"""What these lead to, the first test sees."""


@pytest.fixture
async def official(journey: Journey) -> Person:
    """Who keeps the demo's projects up to date."""
    journey.expected_refusals.append("message is not modified")
    await settle(journey.program.database, journey.clock)
    person = journey.person("Данияр", "kk", CURATOR)
    await person.subscribes()
    return person


async def test_a_few_taps_a_restart_and_back_again(journey: Journey, official: Person) -> None:
    await official.says("/update")
    await official.says("TUR-008")
    await official.says("35 %")
    await journey.restarts()
    await official.presses("Кеңес қорытындысы")
    await official.presses("Растау")
    assert "Жазылды" in _said(official)

    async with journey.program.database.reading() as db:
        project = await db.projects.with_code("TUR-008")
        assert project is not None
        assert project.physical == 35

    await official.presses("Бұрынғысын қайтару")
    await official.presses("Қате жазылған")

    async with journey.program.database.reading() as db:
        project = await db.projects.with_code("TUR-008")
        assert project is not None
        assert project.physical != 35


async def test_every_button_on_the_way(journey: Journey, official: Person) -> None:
    pressed: set[str] = set()
    known = -1
    while known < len(pressed):
        known = len(pressed)
        journey.moves_clocks(SLOWLY)
        await official.says("/update TUR-008")
        while waiting := _waiting(official, pressed):
            kind, data, message_id = waiting[0]
            pressed.add(kind)
            journey.moves_clocks(SLOWLY)
            answer = await official.presses_data(data, message_id)
            assert answer is not None, f"{data} was left without an answer"
            assert not answer.get("show_alert"), f"{data}: {answer}"
    assert {"update:to:stage", "update:to:more", "update:set:physical"} <= pressed
    assert {"update:why:visit", "update:to:source", "update:source:none"} <= pressed


def _said(person: Person) -> str:
    """The last message."""
    return str(person.messages[-1].get("text", ""))


def _waiting(person: Person, pressed: set[str]) -> list[tuple[str, str, int]]:
    return [
        (kind, button["callback_data"], message["message_id"])
        for message in person.messages
        for button in buttons(message)
        if (kind := _kind(button.get("callback_data", ""))) and kind not in pressed
    ]


def _kind(data: str) -> str:
    """Area, verb and what it is about, but not of which project."""
    words = data.split(":")
    if words[0] != "update" or len(words) < 3 or data.startswith(ENDS):
        return ""
    return ":".join([*words[:2], *words[3:4]])
