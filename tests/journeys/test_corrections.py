"""An outlet puts an article right, or takes it down, when readers have had it."""

import pytest

from sandbox.faults import Fault
from tests.journeys.stage import Journey, Person
from tests.journeys.test_editions import MANY

NEWS = "В Кентау построят теплицу: инвестор назван"
LEAD = "Инвестор вкладывает в теплицу на 42 га в Туркестанской области 3 млрд тенге."
LATER = "Турецкий инвестор запустит стекольный завод за $20 млн в Сауране"
OTHER = "Завод кабеля построят в Отраре"

CORRECTED = {
    "ru": "✏️ Исправлено: 42 → 51 га",
    "kk": "✏️ Түзетілді: 42 → 51 га",
    "en": "✏️ Corrected: 42 → 51 га",
    "zh-hans": "✏️ 已更正：42 → 51 га",
}
WITHDRAWN = "🚫 Источник снял эту публикацию."


async def readers_of(journey: Journey, *languages: str) -> list[Person]:
    """Who has had the greenhouse in the morning's digest."""
    readers = [journey.person(f"Читатель {language}", language) for language in languages]
    for reader in readers:
        await reader.subscribes()
    journey.feeds.publishes(OTHER)
    await journey.time_passes(minutes=61)
    journey.feeds.publishes(NEWS, lead=LEAD)
    await journey.time_passes(hours=24)
    for reader in readers:
        [digest] = reader.said_with(NEWS)
        assert "42 га" in digest["text"]
        assert "51" not in digest["text"]
    return readers


async def test_a_digest_is_put_right_where_it_stands(journey: Journey) -> None:
    readers = await readers_of(journey, *CORRECTED)
    journey.feeds.puts_right("42 га", "51 га")
    await journey.time_passes(minutes=61)
    for reader, said in zip(readers, CORRECTED.values(), strict=True):
        [digest] = reader.said_with(NEWS)
        assert said in digest["text"].split("\n")
        assert "на 51 га" in digest["text"]
        assert "на 42 га" not in digest["text"]
        assert OTHER in digest["text"], "the rest stays as it was"
    late = journey.person("Новый", "ru")
    await late.subscribes()
    await late.says("/digest")
    assert CORRECTED["ru"] in late.screen
    assert "на 51 га" in late.screen
    await journey.time_passes(hours=24)
    assert len(readers[0].said_with(NEWS)) == 1, "a correction is no news"


async def test_corrected_twice_it_tells_from_the_first_to_the_last(journey: Journey) -> None:
    [reader] = await readers_of(journey, "ru")
    for before, after in (("42 га", "51 га"), ("51 га", "55 га")):
        journey.feeds.puts_right(before, after)
        await journey.time_passes(minutes=61)
    [digest] = reader.said_with(NEWS)
    assert "✏️ Исправлено: 42 → 55 га" in digest["text"]


async def test_an_article_taken_down_and_put_back(journey: Journey) -> None:
    [reader] = await readers_of(journey, "ru")
    before = reader.said_with(NEWS)[0]["text"]
    items = list(journey.feeds.items)
    journey.feeds.takes_down(NEWS)
    await journey.time_passes(minutes=61)
    [digest] = reader.said_with(NEWS)
    assert WITHDRAWN in digest["text"]
    assert "га" not in digest["text"].split(OTHER)[0], "what was taken down is told no further"
    newcomer = journey.person("Новый", "ru")
    await newcomer.subscribes()
    await newcomer.says("/digest")
    assert NEWS not in newcomer.screen
    journey.feeds.items[:] = items
    await journey.time_passes(minutes=61)
    [digest] = reader.said_with(NEWS)
    assert digest["text"] == before


@pytest.mark.parametrize("refusal", ["message to edit not found", "message can't be edited"])
async def test_a_refused_edit_harms_nobody(journey: Journey, refusal: str) -> None:
    readers = await readers_of(journey, "ru", "kk")
    journey.expected_refusals.append(refusal)
    refused = Fault("editMessageText", 9, readers[0].chat_id, description=refusal)
    journey.sandbox.faults.add(refused)
    journey.feeds.puts_right("42 га", "51 га")
    await journey.time_passes(minutes=61)
    assert CORRECTED["kk"] in readers[1].said_with(NEWS)[0]["text"]
    assert "42 га" in readers[0].said_with(NEWS)[0]["text"]
    journey.telegram_recovers()
    journey.feeds.publishes(LATER, lead="В Сауранском районе идёт строительство.")
    await journey.time_passes(hours=24)
    assert readers[0].said_with(LATER), "the chat still gets its digests"


async def test_who_blocked_the_bot_is_left_alone(journey: Journey) -> None:
    readers = await readers_of(journey, "ru", "kk")
    journey.sandbox.block(readers[0].user_id)
    await journey.settles()
    journey.feeds.puts_right("42 га", "51 га")
    await journey.time_passes(minutes=61)
    assert CORRECTED["kk"] in readers[1].said_with(NEWS)[0]["text"]
    assert "42 га" in readers[0].said_with(NEWS)[0]["text"]


async def test_further_pages_show_what_was_put_right_too(journey: Journey) -> None:
    reader = journey.person("Сергей", "ru")
    await reader.subscribes()
    journey.feeds.publishes(*MANY)
    await journey.time_passes(hours=24)
    await reader.presses("Ещё")
    journey.feeds.puts_right("3 млрд тенге", "4 млрд тенге")
    await journey.time_passes(minutes=61)
    assert reader.screen.startswith("Инвестиционные новости"), "its first page stands there again"
    assert "Исправлено: 3 → 4 млрд тенге" in reader.screen
    await reader.presses("Ещё")
    assert "Исправлено: 3 → 4 млрд тенге" in reader.screen
    assert any("Назад" in label for label in reader.labels)
