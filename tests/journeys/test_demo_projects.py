"""The demo's registry on the sandbox: people ask about a project, each in their language."""

import pytest

from bot.demo import CURATOR, settle
from tests.journeys.stage import Journey

NAMES = {
    "ru": "Завод одноразовой посуды BEREKE PLASTIC",
    "kk": "BEREKE PLASTIC бір реттік ыдыс зауыты",
    "en": "BEREKE PLASTIC disposable tableware plant",
    "zh": "BEREKE PLASTIC一次性餐具厂",
}
QUESTIONS = {
    "ru": "что с заводом одноразовой посуды?",
    "kk": "бір реттік ыдыс зауыты қалай?",
    "en": "how is the disposable tableware plant?",
    "zh": "一次性餐具厂怎么样？",
}
INTERNAL = ("Данияр", "технических условий")
"""Who curates it, and what stands in its way."""


@pytest.fixture
async def demo(journey: Journey) -> Journey:
    await settle(journey.program.database, journey.clock)
    return journey


@pytest.mark.parametrize("language", sorted(NAMES))
async def test_a_project_is_shown_in_the_readers_language(demo: Journey, language: str) -> None:
    reader = demo.person("Emma", language)
    await reader.subscribes()
    await reader.says(f"/status {QUESTIONS[language]}")
    assert reader.screen.startswith(NAMES[language])
    assert not any(words in reader.screen for words in INTERNAL)
    official = demo.person("Данияр", language, CURATOR)
    await official.subscribes()
    await official.says(QUESTIONS[language])
    assert official.screen.startswith(NAMES[language])
    assert all(words in official.screen for words in INTERNAL)
