"""An official takes pictures and files home, made by the program's own worker, over HTTP."""

from typing import Any

from tests.journeys.stage import Journey, Person
from tests.projects.makers import add


async def test_a_picture_and_both_files(journey: Journey) -> None:
    """The first picture waits until the worker stands; the screen is left to go on from."""
    await add(journey.program.database)
    admin = journey.admin()
    await admin.says("/start")
    await admin.says("/overview")
    assert "Проектов: 1" in admin.screen
    overview = admin.message["message_id"]
    await until_sent(journey, admin, "Стадии", overview, "photo")
    await admin.says("/report")
    menu = admin.message["message_id"]
    await until_sent(journey, admin, "XLSX", menu, "document")
    await until_sent(journey, admin, "PDF", menu, "document")
    names = [one["document"]["file_name"] for one in admin.messages if "document" in one]
    assert [name.rpartition(".")[2] for name in names] == ["xlsx", "pdf"]


async def until_sent(journey: Journey, admin: Person, label: str, on: int, kind: str) -> None:
    """On a busy machine a worker that is only starting may need a second press."""
    before = count(admin, kind)
    for _ in range(3):
        await admin.presses(f"📊 {label}" if kind == "photo" else label, on)
        await journey.settles()
        if count(admin, kind) > before:
            return
    raise AssertionError(f"no {kind} came of {label}")


def count(admin: Person, kind: str) -> int:
    messages: list[dict[str, Any]] = admin.messages
    return sum(kind in one for one in messages)
