"""Channels, /digest, "more" and the links that open an edition."""

from bot.settings import Channel
from model.people import Language
from tests.journeys.stage import Journey, Person, link_of

NEWS = "Завод кабеля построят в Кентау"
TOWNS = ("Кентау", "Арысе", "Сауране", "Отраре", "Созаке", "Шардаре", "Келесе", "Сарыагаше")
THINGS = ("кабеля", "кирпича", "хлопка", "стекла", "крахмала")
MANY = [f"В {town} построят завод {thing}: инвестор назван" for town in TOWNS for thing in THINGS]


def stories_in(person: Person) -> set[str]:
    shown = " ".join(str(message["text"]) for message in person.messages)
    return {title for title in MANY if title in shown}


async def test_channel_gets_a_post_that_leads_to_the_rest(idle_journey: Journey) -> None:
    journey = idle_journey
    channel_id = journey.sandbox.channel("Керуен: новости", "keruen_news")
    journey.names_channel(Channel("@keruen_news", Language.RUSSIAN))
    await journey.starts()
    await journey.has_a_source()
    await journey.news_arrives(*MANY)
    await journey.time_passes(hours=24)
    reader = journey.person("Сергей")
    [post] = reader.at(channel_id).messages
    assert not [label for label in reader.at(channel_id).labels if "Настройки" in label]
    await reader.follows(link_of(post, "Ещё"))
    rest = stories_in(reader)
    assert rest
    assert not [title for title in rest if title in post["text"]]
    assert "Подписаться" in reader.labels[0], "a stranger is told how to get their own"
    await journey.restarts()
    await journey.time_passes(hours=24)
    assert len(reader.at(channel_id).messages) == 1, "no news, no post"


async def test_more_shows_the_rest_in_place_and_back(journey: Journey) -> None:
    person = journey.person("Сергей")
    await person.subscribes()
    await journey.news_arrives(*MANY)
    await journey.time_passes(hours=24)
    first = person.screen
    seen = {title for title in MANY if title in first}
    assert seen
    await journey.restarts()
    pages = 1
    while any("Ещё" in label for label in person.labels):
        await person.presses("Ещё")
        shown = {title for title in MANY if title in person.screen}
        assert shown
        assert not shown & seen
        seen |= shown
        pages += 1
    assert pages > 1
    assert len(seen) == 30
    for _ in range(pages - 1):
        await person.presses("Назад")
    assert person.screen == first


async def test_digest_on_request_is_had(journey: Journey) -> None:
    person = journey.person("Сергей")
    await person.subscribes()
    await person.says("/digest")
    assert "Пока ничего нового" in person.screen
    await journey.news_arrives(NEWS)
    await person.says("/digest")
    assert NEWS in person.screen
    await person.says("/digest")
    assert "Пока ничего нового" in person.screen
    await journey.time_passes(hours=24)
    assert len(person.said_with(NEWS)) == 1, "what was asked for does not come again"


async def test_shared_link_opens_for_a_stranger(journey: Journey) -> None:
    person, stranger = journey.person("Сергей"), journey.person("Emma", "en")
    await person.subscribes()
    await journey.news_arrives(NEWS)
    await journey.time_passes(hours=24)
    await stranger.says("/start e_1")
    assert len(stranger.said_with(NEWS)) == 1
    assert "Would you like to subscribe?" in stranger.screen
    await person.says("/start e_999")
    assert person.screen == "Этого дайджеста больше нет."
    await stranger.says("/start e_no-such-thing")
    assert "Subscribe" in stranger.labels[0], "an unreadable link is a plain /start"
