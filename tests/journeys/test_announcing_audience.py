"""Exactly the people meant get an announcement: chosen with buttons, over real HTTP."""

import pytest

from model.audiences import Side
from model.people import Language
from tests.journeys.stage import Journey, Person
from views import announcing_audience as views
from views.phrases import own_name

COUNTED = {
    Language.KAZAKH: "Алады: 1",
    Language.RUSSIAN: "Получат: 1",
    Language.ENGLISH: "Will get it: 1",
    Language.CHINESE: "将收到：1",
}


async def writes(admin: Person, what: str) -> None:
    """A new draft that says this, at its audience."""
    await admin.says("/announce")
    await admin.presses("Новое объявление")
    await admin.says(what)
    await admin.presses("Кому")


async def goes(journey: Journey, admin: Person, count: int) -> None:
    await admin.presses("К объявлению")
    await admin.presses("📤 Отправить")
    await admin.presses(f"📤 Отправить: {count}")
    await journey.time_passes(minutes=1)


async def test_only_those_who_are_meant_get_it(idle_journey: Journey) -> None:
    journey = idle_journey
    await journey.starts()
    admin, russian = journey.admin(), journey.person("Сергей")
    kazakh, other = journey.person("Айгуль", "kk"), journey.person("Ержан", "kk")
    for one in (admin, russian, kazakh, other):
        await one.subscribes()

    await writes(admin, "Қазақша")
    await admin.presses("Язык")
    await admin.presses("Қазақша")
    await admin.presses("‹ Кому")
    await admin.presses("Исключить")
    await admin.presses("Вручную")
    await admin.says(str(other.user_id))
    await admin.presses("‹ Исключения")
    await admin.presses("‹ Кому")
    await admin.presses("Сохранить")
    await admin.says("Казахский язык")
    said = "читают на казахском, кроме тех, кто выбран вручную"
    assert said in admin.screen
    await goes(journey, admin, 1)
    got = {one.user_id: len(one.said_with("Қазақша")) for one in (russian, kazakh, other)}
    assert got == {russian.user_id: 0, kazakh.user_id: 1, other.user_id: 0}

    await writes(admin, "Ещё раз")
    await admin.presses("Сохранённые")
    await admin.presses("Казахский язык")
    assert said in admin.screen
    await goes(journey, admin, 1)
    assert [len(one.said_with("Ещё раз")) for one in (russian, kazakh, other)] == [0, 1, 0]


@pytest.mark.parametrize("language", Language)
async def test_every_screen_in_each_language(idle_journey: Journey, language: Language) -> None:
    """The sandbox takes what Telegram takes: every text and every button is one."""
    journey = idle_journey
    await journey.starts()
    admin = journey.admin()
    await admin.subscribes()
    await writes(admin, "Открыт приём заявок")
    journey.expected_refusals.append("message is not modified")  # who reads Russian saw it so
    screen = admin.message["message_id"]
    await admin.says("/language")
    await admin.presses(own_name(language))

    async def shown(data: str) -> str:
        await admin.presses_data(data, screen)
        return next(str(one["text"]) for one in admin.messages if one["message_id"] == screen)

    assert COUNTED[language] in await shown("audience:open:1")
    kinds = (*views.KINDS, "chats", "projects")
    seen = [await shown(f"audience:{kind}:1:{side}") for side in Side for kind in kinds]
    rest = ("less:1", "saved:1:0", "save:1", "everyone:1")
    seen += [await shown(f"audience:{each}") for each in rest]
    assert len(set(seen)) == len(seen)
