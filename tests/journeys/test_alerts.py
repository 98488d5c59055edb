"""News told at once: chosen by buttons, told in seconds, and not again in the morning."""

import pytest

from tests.journeys.stage import Journey, Person

PLANT = "В Кентау построят теплицу: инвестор назван"
LEAD = "Инвестор вкладывает в теплицу на 42 га в Туркестанской области 3 млрд тенге."
OTHER = "Турецкий инвестор запустит стекольный завод за $20 млн в Сауране"
OTHER_LEAD = "В Сауранском районе Туркестанской области идёт строительство."
KENTAU = "alerts:districts:with:612000000:0"
WHY = {
    "ru": "🔔 Вы просили сообщать сразу: город Кентау",
    "kk": "🔔 Сіз бірден білгіңіз келген тақырып: Кентау қаласы",
    "en": "🔔 You asked for alerts on: Kentau city",
    "zh-hans": "🔔 您订阅的即时提醒：肯套市",
}


async def wanting(journey: Journey, language: str = "ru") -> Person:
    """Who wants to hear of Kentau at once; it is a bit past nine in the morning."""
    person = journey.person(f"Читатель {language}", language)
    await person.subscribes()
    await person.says("/settings")
    await person.presses_data(KENTAU, person.message["message_id"])
    return person


async def news(journey: Journey) -> None:
    journey.feeds.publishes(PLANT, lead=LEAD)
    journey.feeds.publishes(OTHER, lead=OTHER_LEAD)
    await journey.time_passes(minutes=31)


@pytest.mark.parametrize("database_url", ["sqlite", "postgresql"], indirect=True)
async def test_told_at_once_and_not_again_in_the_morning(journey: Journey) -> None:
    person = await wanting(journey)
    plain = journey.person("Сергей")
    await plain.subscribes()
    await news(journey)
    [told] = person.said_with(PLANT)
    assert WHY["ru"] in told["text"]
    assert not person.said_with(OTHER)
    assert not plain.said_with(PLANT)
    await journey.restarts()
    await journey.time_passes(hours=24)
    assert len(person.said_with(PLANT)) == 1
    assert len(person.said_with(OTHER)) == 1
    assert len(plain.said_with(PLANT)) == 1
    assert PLANT in plain.said_with(OTHER)[0]["text"]


@pytest.mark.parametrize("language", WHY)
async def test_an_alert_says_why_it_came(journey: Journey, language: str) -> None:
    person = await wanting(journey, language)
    await news(journey)
    assert WHY[language] in person.said_with(PLANT)[0]["text"].split("\n")


async def test_it_is_put_right_like_a_digest(journey: Journey) -> None:
    person = await wanting(journey)
    await news(journey)
    journey.feeds.puts_right("42 га", "51 га")
    await journey.time_passes(minutes=61)
    [told] = person.said_with(PLANT)
    assert "✏️ Исправлено: 42 → 51 га" in told["text"]
    assert WHY["ru"] in told["text"]


async def test_turned_off_from_under_an_alert(journey: Journey) -> None:
    person = await wanting(journey)
    await news(journey)
    answer = await person.presses("Выключить")
    assert answer is not None
    assert answer["text"].startswith("Оповещения выключены")
    journey.feeds.publishes("В Кентау откроют завод кабеля за $45 млн", lead="Кентау ждёт завод.")
    await journey.time_passes(minutes=61)
    assert not person.said_with("завод кабеля")
    await journey.time_passes(hours=24)
    assert person.said_with("завод кабеля"), "the digest tells it"


async def test_what_comes_at_night_is_in_the_morning_s_digest(journey: Journey) -> None:
    person = await wanting(journey)
    await journey.time_passes(hours=14)
    await news(journey)
    assert not person.said_with(PLANT), "it is past 23:00"
    await journey.time_passes(hours=8)
    assert not person.said_with(PLANT), "the digest comes within the hour"
    await journey.time_passes(hours=2)
    [digest] = person.said_with(PLANT)
    assert "Вы просили" not in digest["text"]


async def test_where_the_digest_is_days_away_the_night_s_news_come_at_eight(
    journey: Journey,
) -> None:
    person = await wanting(journey)
    await person.says("/settings")
    await person.presses_data("settings:days:5", person.message["message_id"])
    await journey.time_passes(hours=14)
    await news(journey)
    assert not person.said_with(PLANT)
    await journey.restarts()
    await journey.time_passes(hours=8.6)
    [told] = person.said_with(PLANT)
    assert WHY["ru"] in told["text"]


async def test_a_killed_bot_loses_and_repeats_no_alert(journey: Journey) -> None:
    person = await wanting(journey)
    journey.feeds.publishes(PLANT, lead=LEAD)
    journey.moves_clocks(31 * 60)
    await journey.program.tick_sources()
    await journey.restarts()
    await journey.time_passes(minutes=1)
    await journey.restarts()
    await journey.time_passes(minutes=1)
    assert len(person.said_with(PLANT)) == 1
