"""A story in full and what is made of it; filters tried, saved, and kept to by the digest."""

from bot.settings import Channel
from model.people import Language
from tests.journeys.stage import Journey, link_of

KENTAU = "В Кентау построят завод кабеля"
ARYS = "В Арысе откроют тепличный комплекс"


async def test_filters_are_tried_saved_and_kept_to(journey: Journey) -> None:
    person = journey.person("Сергей")
    await person.subscribes()
    await journey.news_arrives(KENTAU, ARYS)
    await person.says("/settings")
    await person.presses("Что присылать")
    assert "2 новости, подходят все" in person.screen
    await person.presses("Ключевые слова")
    await person.says("теплица, (завод|цех)+")
    assert person.screen.startswith("Не понял «завод|цех)+»")
    await journey.restarts()
    await person.says("тепличный*")
    assert "вам подходит 1" in person.screen
    assert ARYS in person.screen
    await person.presses("Сохранить")
    assert "Сохранено" in person.screen
    assert (await person.profile()).choices.words == {"теплица", "тепличный*"}
    await journey.time_passes(hours=24)
    assert len(person.said_with("Инвестиционные новости")) == 1
    assert ARYS in person.screen
    assert KENTAU not in person.screen


async def test_a_story_opens_from_a_digest_is_liked_and_leads_back(journey: Journey) -> None:
    person = journey.person("Сергей")
    await person.subscribes()
    await journey.news_arrives(KENTAU, ARYS)
    await journey.time_passes(hours=24)
    digest = person.screen
    await person.presses("1")
    assert "Сумма: 3 млрд тенге" in person.screen
    assert "1 источник" in person.screen
    await person.presses("Больше такого")
    await journey.restarts()
    await person.presses("Почему я это вижу")
    assert "вы просили больше такого" in person.screen
    await person.presses("Назад")
    assert "✓ 👍 Больше такого" in person.labels
    await person.presses("Назад")
    assert person.screen == digest
    assert (await person.profile()).choices.tastes


async def test_a_muted_source_falls_silent_until_it_is_heard_again(journey: Journey) -> None:
    person = journey.person("Сергей")
    await person.subscribes()
    await journey.news_arrives(KENTAU)
    await person.says("/news")
    await person.presses("1")
    await person.presses("Отключить: Южные вести")
    await journey.time_passes(hours=24)
    assert not person.said_with("Инвестиционные новости")
    await person.presses("Вернуть: Южные вести")
    await journey.news_arrives(ARYS)
    await journey.time_passes(hours=24)
    assert ARYS in person.said_with("Инвестиционные новости")[0]["text"]


async def test_a_channels_post_and_a_groups_digest_lead_to_stories(idle_journey: Journey) -> None:
    journey = idle_journey
    channel_id = journey.sandbox.channel("Керуен: новости", "keruen_news")
    journey.names_channel(Channel("@keruen_news", Language.RUSSIAN))
    await journey.starts()
    await journey.has_a_source()
    person = journey.person("Сергей")
    chat_id = journey.sandbox.group("Инвесторы", [person.user_id])
    journey.sandbox.join(chat_id, by=person.user_id)
    await journey.settles()
    await person.at(chat_id).presses_first()
    await journey.news_arrives(KENTAU)
    await journey.time_passes(hours=24)
    [post] = person.at(channel_id).messages
    links = [each["url"] for each in post["entities"] if each["type"] == "text_link"]
    [link] = [url for url in links if "start=s_" in url]
    await person.follows(link)
    assert person.said_with("Сумма: 3 млрд тенге")
    await person.follows(link_of(person.at(chat_id).message, "1"))
    assert len(person.said_with("Сумма: 3 млрд тенге")) == 2
