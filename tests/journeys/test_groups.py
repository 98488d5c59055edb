"""Groups: who may decide, in which topic, and what a migration leaves."""

from tests.journeys.stage import Journey, Person

NEWS = "Завод кабеля построят в Кентау"
OFFER = "Подписать группу могут её администраторы"
SUBSCRIBED = "Подписка оформлена"


def invited(journey: Journey, owner: Person, *members: Person, forum: bool = False) -> int:
    """A group that has just got the bot."""
    people = [each.user_id for each in (owner, *members)]
    chat_id = journey.sandbox.group("Инвесторы", people, forum=forum)
    journey.sandbox.join(chat_id, by=owner.user_id)
    return chat_id


async def test_only_an_admin_subscribes_the_group(journey: Journey) -> None:
    owner, member = journey.person("Сергей"), journey.person("Айгерім")
    chat_id = invited(journey, owner, member)
    await journey.settles()
    here = owner.at(chat_id)
    assert OFFER in here.screen
    answer = await member.at(chat_id).presses("Присылать сюда")
    assert answer is not None
    assert "администраторы" in answer["text"]
    assert not (await here.profile()).is_subscribed
    await here.presses("Присылать сюда")
    assert here.screen.startswith(SUBSCRIBED)
    await journey.news_arrives(NEWS)
    await journey.time_passes(hours=24)
    assert len(here.said_with(NEWS)) == 1
    assert not owner.messages, "nobody asked for anything in private"


async def test_admin_in_disguise_may_decide(journey: Journey) -> None:
    owner = journey.person("Сергей")
    chat_id = invited(journey, owner)
    journey.sandbox.promote(chat_id)
    await journey.settles()
    disguised = owner.at(chat_id).anonymously()
    await disguised.says("/start")
    await disguised.presses("Присылать сюда")
    await disguised.says("/pause")
    await disguised.presses("На неделю")
    assert (await disguised.profile()).paused_until is not None
    await disguised.says("/resume")
    profile = await disguised.profile()
    assert profile.is_subscribed
    assert profile.paused_until is None


async def test_digest_goes_to_its_topic_until_that_is_gone(journey: Journey) -> None:
    owner = journey.person("Сергей")
    chat_id = invited(journey, owner, forum=True)
    await journey.settles()
    thread_id = journey.sandbox.topic(chat_id, "Новости")
    topic = owner.at(chat_id, thread_id)
    await topic.says("/start")
    await topic.presses("Присылать сюда", on=topic.message["message_id"])
    assert (await topic.profile()).thread_id == thread_id
    await journey.news_arrives(NEWS)
    await journey.time_passes(hours=24)
    assert [each["message_thread_id"] for each in topic.said_with(NEWS)] == [thread_id]

    journey.sandbox.delete_topic(chat_id, thread_id)
    journey.expected_refusals.append("message thread not found")
    await journey.news_arrives("В Сайраме откроют фабрику")
    await journey.time_passes(hours=24)
    found = topic.said_with("В Сайраме откроют фабрику")
    assert ["message_thread_id" in each for each in found] == [False]
    assert (await topic.profile()).thread_id is None


async def test_migration_keeps_the_subscription(journey: Journey) -> None:
    owner = journey.person("Сергей")
    chat_id = invited(journey, owner)
    await journey.settles()
    await owner.at(chat_id).presses("Присылать сюда")
    before = await owner.at(chat_id).profile()
    new_id = journey.sandbox.migrate(chat_id)
    await journey.settles()
    assert await journey.subscriber(chat_id) is None
    after = await owner.at(new_id).profile()
    assert (after.id, after.next_digest_at) == (before.id, before.next_digest_at)
    await journey.news_arrives(NEWS)
    await journey.time_passes(hours=24)
    assert len(owner.at(new_id).said_with(NEWS)) == 1


async def test_migration_that_the_bot_hears_of_from_a_refusal(journey: Journey) -> None:
    """The service messages are lost; the 400 of a send names the new group."""
    owner = journey.person("Сергей")
    chat_id = invited(journey, owner)
    await journey.settles()
    await owner.at(chat_id).presses("Присылать сюда")
    await journey.news_arrives(NEWS)
    new_id = journey.sandbox.migrate(chat_id)
    journey.sandbox.api.updates.drop()
    journey.expected_refusals.append("upgraded to a supergroup")
    await journey.time_passes(hours=24)
    assert len(owner.at(new_id).said_with(NEWS)) == 1
    assert (await owner.at(new_id).profile()).is_subscribed


async def test_group_that_put_the_bot_out_and_took_it_back(journey: Journey) -> None:
    owner = journey.person("Сергей")
    chat_id = invited(journey, owner)
    await journey.settles()
    here = owner.at(chat_id)
    await here.presses("Присылать сюда")
    journey.sandbox.leave(chat_id)
    await journey.news_arrives(NEWS)
    since = len(journey.sandbox.calls())
    await journey.time_passes(hours=48)
    assert not [call for call in journey.sandbox.calls(since=since) if "chat_id" in call["params"]]
    journey.sandbox.join(chat_id, by=owner.user_id)
    await journey.settles()
    assert here.screen.startswith("Снова здравствуйте")
    await journey.time_passes(hours=24)
    assert len(here.said_with(NEWS)) == 1
