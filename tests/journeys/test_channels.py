"""A channel over real HTTP: posts, what edits them, what its admins hear of the bot's rights."""

import pytest

from accounts.actor import OPERATOR
from bot.settings import Channel
from model.people import Language
from model.projects import Field
from sandbox.faults import Fault
from tests.journeys.stage import ADMIN, Journey, Person, link_of
from tests.projects.makers import CABLE, WHY

NEWS = "В Кентау построят теплицу: инвестор назван"
LEAD = "Инвестор вкладывает в теплицу на 42 га в Туркестанской области 3 млрд тенге."
LATER = "Турецкий инвестор запустит стекольный завод за $20 млн в Сауране"
OTHER = "Завод кабеля построят в Отраре"
THIRD = "Фабрику игрушек откроют в Арысе"


@pytest.fixture
async def channel(idle_journey: Journey) -> Person:
    """Somebody who reads a channel in which stories are posted at once."""
    journey = idle_journey
    channel_id = journey.sandbox.channel("Вестник", "keruen_news")
    talk = journey.sandbox.supergroup("Обсуждаем", [journey.admin().user_id], "keruen_talk")
    journey.sandbox.link(channel_id, talk)
    journey.names_channel(Channel("@keruen_news", Language.RUSSIAN))
    await journey.starts()
    await journey.has_a_source()
    await Person(journey, ADMIN, ADMIN).says("/start")
    await chooses(journey, "Новости", "Сразу")
    return journey.person("Читатель").at(channel_id)


async def chooses(journey: Journey, *presses: str) -> Person:
    admin = Person(journey, ADMIN, ADMIN)
    await admin.says("/announce")
    await admin.presses("Каналы")
    await admin.presses("Вестник")
    for label in presses:
        await admin.presses(label)
    return admin


async def test_a_story_is_posted_put_right_and_not_told_again(channel: Person) -> None:
    journey = channel.journey
    journey.feeds.publishes(OTHER)
    await journey.time_passes(minutes=61)
    journey.feeds.publishes(NEWS, lead=LEAD)
    await journey.time_passes(minutes=31)
    await journey.time_passes(minutes=2)
    [post] = channel.said_with(NEWS)
    assert "42 га" in post["text"]
    assert link_of(post, "Подписаться") == f"https://t.me/{journey.sandbox.username}"
    assert link_of(post, "Обсуждение") == "https://t.me/keruen_talk"
    assert "t.me/share/url" in link_of(post, "Поделиться")
    journey.feeds.puts_right("42 га", "51 га")
    await journey.time_passes(minutes=61)
    [post] = channel.said_with(NEWS)
    assert "✏️ Исправлено: 42 → 51 га" in post["text"]
    await journey.restarts()
    await journey.time_passes(hours=24)
    assert len(channel.said_with(NEWS)) == 1, "its digest leaves it out"
    journey.feeds.takes_down(NEWS)
    await journey.time_passes(hours=2)
    await journey.time_passes(hours=2)
    assert "🚫" in channel.said_with(NEWS)[0]["text"]


async def test_a_digest_is_pinned(channel: Person) -> None:
    journey = channel.journey
    await chooses(journey, "Новости", "Не публиковать")
    await chooses(journey, "Дайджест", "Закреплять")
    await journey.news_arrives(NEWS)
    await journey.time_passes(hours=24)
    await journey.time_passes(minutes=1)
    [digest] = channel.said_with(NEWS)
    assert link_of(digest, "Обсуждение") == "https://t.me/keruen_talk"
    pins = [call for call in journey.sandbox.calls() if call["method"] == "pinChatMessage"]
    assert [(int(one["params"]["message_id"]), one["code"]) for one in pins] == [
        (digest["message_id"], 200)
    ]


async def test_a_right_taken_away_without_a_word_is_told_once(channel: Person) -> None:
    journey = channel.journey
    journey.expected_refusals.append("need administrator rights in the channel chat")
    admin = Person(journey, ADMIN, ADMIN)
    journey.sandbox.restrict(channel.chat_id, can_post_messages=False)
    for title in (NEWS, LATER):
        await journey.news_arrives(title)
        await journey.time_passes(minutes=2)
        await journey.time_passes(minutes=1)
    assert len(admin.said_with("больше не может публиковать")) == 1
    assert channel.messages == []
    admin = await chooses(journey)
    assert "нет права публиковать" in admin.screen
    assert "Ждут очереди: новостей 1" in admin.screen
    assert "не вышла 1 запись" in admin.screen
    journey.sandbox.promote(channel.chat_id)
    await journey.settles()
    assert len(admin.said_with("снова может публиковать")) == 1
    await journey.time_passes(minutes=2)
    assert [bool(channel.said_with(title)) for title in (NEWS, LATER)] == [False, True]
    assert len(admin.said_with("публиковать в канале")) == 2


async def test_put_out_and_let_in_while_the_bot_is_away(channel: Person) -> None:
    journey = channel.journey
    admin = Person(journey, ADMIN, ADMIN)
    await journey.stops()
    journey.sandbox.leave(channel.chat_id)
    await journey.starts()
    await journey.time_passes(minutes=1)
    [lost] = admin.said_with("больше не может публиковать")
    assert "бота удалили из канала" in lost["text"]
    await journey.stops()
    journey.sandbox.join(channel.chat_id)
    await journey.starts()
    await journey.time_passes(minutes=1)
    assert len(admin.said_with("снова может публиковать")) == 1
    await journey.news_arrives(NEWS)
    await journey.time_passes(minutes=2)
    assert channel.said_with(NEWS)


async def test_a_channel_named_before_the_bot_is_in_it(idle_journey: Journey) -> None:
    journey = idle_journey
    journey.admin()
    channel_id = journey.sandbox.channel("Вестник", "keruen_news", bot=False)
    journey.names_channel(Channel(channel_id, Language.RUSSIAN))
    journey.expected_refusals.append("chat not found")
    await journey.starts()
    await journey.has_a_source()
    journey.sandbox.join(channel_id)
    await journey.settles()
    await journey.time_passes(minutes=11)
    await journey.time_passes(minutes=1)
    await journey.news_arrives(NEWS)
    await journey.time_passes(hours=24)
    assert journey.person("Читатель").at(channel_id).said_with(NEWS)


async def test_a_time_out_repeats_a_post_at_most_once(channel: Person) -> None:
    journey = channel.journey
    journey.sandbox.faults.add(Fault("sendMessage", 1, channel.chat_id, drop="after"))
    await journey.news_arrives(NEWS)
    for _ in range(3):
        await journey.time_passes(minutes=2)
    assert 1 <= len(channel.said_with(NEWS)) <= 2
    await journey.time_passes(hours=24)
    assert 1 <= len(channel.said_with(NEWS)) <= 2


async def test_what_changes_in_a_project_is_posted_with_a_way_to_its_card(
    channel: Person,
) -> None:
    journey = channel.journey
    project = (await journey.program.cases["add_project"](OPERATOR, CABLE, WHY)).project
    await chooses(journey, "Проекты", "Сразу")
    jobs = {Field.JOBS_PLANNED: 250}
    await journey.program.cases["record_changes"](
        OPERATOR, project.id, jobs, WHY, seen=project.version
    )
    await journey.time_passes(minutes=2)
    [post] = channel.said_with("Завод кабельной продукции")
    assert "120 → 250" in post["text"]
    await channel.follows(link_of(post, "Проект: "))
    assert "Завод кабельной продукции" in channel.at(channel.user_id).screen
