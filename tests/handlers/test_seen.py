"""On which day a chat last spoke or pressed, as announcements for the active ask it."""

from datetime import datetime

import pytest

from accounts.recognizing import NoteSeen
from common.errors import StorageError
from tests.handlers.town import Person, Town

DAY = 24 * 3_600


async def seen(town: Town, chat_id: int = 1001) -> datetime | None:
    subscriber = await town.subscriber(chat_id)
    assert subscriber is not None
    return subscriber.seen_at


async def test_it_is_noted_once_a_day(town: Town, person: Person) -> None:
    await person.says("/start")
    first = town.clock.now()
    await person.presses_first()
    noted = await seen(town)
    assert noted == first
    await person.says("/help")
    assert await seen(town) == noted
    town.clock.advance(DAY)
    later = town.clock.now()
    await person.says("/help")
    assert await seen(town) == later


async def test_a_group_is_seen_when_somebody_speaks_in_it(town: Town, person: Person) -> None:
    group = person.at(-5)
    town.telegram.admins.add((-5, person.user_id))
    await group.says("/start@keruen_bot")
    town.clock.advance(DAY)
    later = town.clock.now()
    await group.says("/help@keruen_bot")
    assert await seen(town, -5) == later


async def test_whoever_blocks_the_bot_has_not_spoken(town: Town, person: Person) -> None:
    await person.says("/start")
    await person.presses_first()
    noted = await seen(town)
    town.clock.advance(DAY)
    await person.blocks()
    assert await seen(town) == noted


async def test_an_answer_does_not_depend_on_it(
    town: Town, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(self: NoteSeen, actor: object) -> None:
        raise StorageError("locked")

    await person.says("/start")
    monkeypatch.setattr(NoteSeen, "__call__", fails)
    await person.says("/help")
    assert "/settings" in person.screen.text
    assert await seen(town) is None
