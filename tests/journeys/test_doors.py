"""How updates come in: by webhook, or by polling that only one bot may do."""

import asyncio
import shutil
import socket
from pathlib import Path

import aiohttp
import pytest

from bot import poller
from bot.poller import PollerStoppedError
from tests.journeys.stage import Journey

SECRET = "a-secret-of-the-test"
NEWS = "Завод кабеля построят в Кентау"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def test_webhook_serves_as_polling_does(idle_journey: Journey) -> None:
    journey, port = idle_journey, free_port()
    journey.listens(port, SECRET)
    await journey.starts()
    await journey.has_a_source()
    person = journey.person("Сергей")
    await person.subscribes()
    assert person.screen.startswith("Подписка оформлена")
    await journey.news_arrives(NEWS)
    await journey.time_passes(hours=24)
    assert len(person.said_with(NEWS)) == 1
    assert not journey.sandbox.calls("getUpdates")

    forged = {"update_id": 1, "message": {}}
    async with aiohttp.ClientSession() as stranger:
        async with stranger.post(f"http://127.0.0.1:{port}/telegram", json=forged) as answer:
            assert answer.status in (401, 403, 404)
        async with stranger.get(f"http://127.0.0.1:{port}/metrics") as answer:
            assert answer.status == 200
            assert SECRET not in await answer.text()


async def test_of_two_bots_with_one_token_one_ends(
    journey: Journey, tmp_path: Path, migrated_sqlite: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poller, "CONFLICT_SECONDS", 0.05)
    shutil.copy(migrated_sqlite, tmp_path / "second.db")
    second = Journey(
        journey.sandbox, journey.feeds, journey.clock, f"sqlite+aiosqlite:///{tmp_path}/second.db"
    )
    await second.starts()
    with pytest.raises(PollerStoppedError, match="same token"):
        await asyncio.wait_for(journey.ends(), 20)
    person = second.person("Сергей")
    await person.says("/start")
    assert person.labels
    await second.stops()
