"""The demo's registry on the sandbox: people ask about a project, each in their language."""

import pytest

from bot.demo import CURATOR, settle
from tests.journeys.stage import Journey

NAMES = {
    "ru": "Завод желатина из костей",
    "kk": "Сүйектен желатин өндіретін зауыт",
    "en": "Bone gelatine plant",
    "zh": "骨明胶厂",
}


@pytest.fixture
async def demo(journey: Journey) -> Journey:
    await settle(journey.program.database, journey.clock)
    return journey


@pytest.mark.parametrize("language", sorted(NAMES))
async def test_a_project_is_shown_in_the_readers_language(demo: Journey, language: str) -> None:
    reader = demo.person("Emma", language)
    await reader.subscribes()
    await reader.says("/status TUR-027")
    assert reader.screen.startswith(NAMES[language])
    official = demo.person("Данияр", language, CURATOR)
    await official.subscribes()
    await official.says("/status TUR-027")
    assert official.screen.startswith(NAMES[language])
