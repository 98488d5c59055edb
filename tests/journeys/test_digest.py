"""From the first word to the morning's digest, and to days without news."""

import pytest

from tests.journeys.stage import Journey

WORDS = {
    "ru": "Подписка оформлена",
    "kk": "Жазылдыңыз",
    "en": "You are subscribed",
    "zh-hans": "订阅成功",
}
NEWS = "Завод кабеля построят в Кентау"


@pytest.mark.parametrize("language", WORDS)
async def test_first_buttons_lead_to_a_subscription(journey: Journey, language: str) -> None:
    person = journey.person("Айгерім", language)
    await person.says("/start")
    screens, presses = [person.screen], 0
    while not screens[-1].startswith(WORDS[language]):
        assert presses < 3, screens
        await person.presses_first()
        presses += 1
        screens.append(person.screen)
    assert not [each for each in screens[:-1] if WORDS[language] in each]
    assert (await person.profile()).is_subscribed


@pytest.mark.parametrize("database_url", ["sqlite", "postgresql"], indirect=True)
async def test_digest_comes_once_in_the_morning(journey: Journey) -> None:
    person = journey.person("Сергей")
    await person.subscribes()
    await journey.news_arrives(NEWS)
    assert not person.said_with(NEWS), "it is not nine yet"
    await journey.time_passes(hours=23.5)
    assert len(person.said_with(NEWS)) == 1
    assert "Южные вести" in person.screen
    await journey.time_passes(minutes=1)
    await journey.time_passes(hours=24)
    assert len(person.said_with(NEWS)) == 1, "no news, no digest"
