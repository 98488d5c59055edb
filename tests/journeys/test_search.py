"""Search from the first word to the story, over HTTP: in the chat, and by name in another."""

from tests.journeys.stage import Journey, buttons

NEWS = ("Завод построят в Кентау", "Теплицы откроют в Сарыагаше", "Инвесторы прибыли в Туркестан")


async def test_words_find_a_story_that_opens_and_leads_back(journey: Journey) -> None:
    person = journey.person("Айгерім")
    await person.subscribes()
    await journey.news_arrives(*NEWS)
    await person.says("кентаудағы зауыт")
    found = person.messages[-1]
    assert "1. Завод построят в Кентау" in found["text"]
    assert "Теплицы" not in found["text"]
    await person.presses("1")
    assert person.screen.startswith("Завод построят в Кентау")
    await person.presses("Назад")
    assert person.messages[-1]["text"] == found["text"]
    assert journey.refusals() == []


async def test_a_stranger_offers_a_story_in_a_chat_of_their_own(journey: Journey) -> None:
    reader = journey.person("Айгерім")
    await reader.subscribes()
    await journey.news_arrives(*NEWS)
    stranger = journey.person("Wei", "zh")
    answer = await journey.sandbox.inline(stranger.user_id, "肯套")
    assert answer is not None
    (result,) = answer["results"]
    assert result["title"] == "Завод построят в Кентау"
    group = journey.sandbox.group("投资者", [stranger.user_id])
    journey.sandbox.choose(stranger.user_id, group, result, "肯套")
    sent = journey.sandbox.messages(group)[-1]
    assert "Завод построят в Кентау" in sent["text"]
    await reader.follows(buttons(sent)[0]["url"])
    assert "Завод построят в Кентау" in reader.screen
    nothing = await journey.sandbox.inline(stranger.user_id, "ничего похожего")
    assert nothing is not None
    assert nothing["results"] == []
    assert journey.refusals() == []
