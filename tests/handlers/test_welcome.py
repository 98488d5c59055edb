"""From /start to subscribed, in four languages."""

from datetime import UTC, datetime, time

import pytest

from model.people import Language, Role
from tests.handlers.town import Person, Town

CONFIRMED = {
    "ru": "Подписка оформлена",
    "kk": "Жазылдыңыз",
    "en": "You are subscribed",
    "zh-hans": "订阅成功",
}


@pytest.mark.parametrize("code", list(CONFIRMED))
async def test_a_stranger_who_presses_first_buttons_is_subscribed(town: Town, code: str) -> None:
    person = town.person(language=code)
    await person.says("/start")
    taps = 0
    while not person.screen.text.startswith(CONFIRMED[code]):
        assert not any(words in person.screen.text for words in CONFIRMED.values())
        assert taps < 3
        await person.presses_first()
        taps += 1
    subscriber = await town.subscriber()
    assert subscriber is not None
    assert subscriber.is_subscribed
    assert subscriber.language == code[:2]
    assert subscriber.schedule.at == time(9)
    # 09:00 in Almaty is 04:00 UTC, and that is just now: the first one comes tomorrow.
    assert subscriber.next_digest_at == datetime(2026, 11, 24, 4, 0, tzinfo=UTC)


async def test_the_way_through_choosing_goes_on_by_first_buttons_too(person: Person) -> None:
    await person.says("/start")
    await person.presses("Выбрать своё")
    await person.presses("Время")
    await person.presses_first()
    await person.presses_first()
    assert person.screen.text.startswith("Подписка оформлена")


async def test_the_first_screen_says_what_you_will_get(person: Person) -> None:
    await person.says("/start")
    assert "09:00" in person.screen.text
    assert "Алматы (UTC+5)" in person.screen.text
    assert person.screen.labels[0] == "✅ Подписаться"


async def test_the_language_changes_on_the_first_screen(town: Town, person: Person) -> None:
    await person.says("/start")
    await person.presses("Қазақша")
    assert person.screen.text.startswith("Сәлеметсіз бе!")
    assert person.screen.edits == 1
    await person.presses_first()
    assert person.screen.text.startswith("Жазылдыңыз")
    assert town.menus.set_to[person.chat_id] == (Language.KAZAKH, Role.SUBSCRIBER)


async def test_an_unknown_language_gets_the_default_one(town: Town) -> None:
    person = town.person(language="uz")
    await person.says("/start")
    assert person.screen.text.startswith("Здравствуйте!")


async def test_start_again_is_a_home(town: Town, person: Person) -> None:
    await person.says("/start")
    await person.presses_first()
    before = await town.subscriber()
    await person.says("/start")
    assert "завтра в 09:00" in person.screen.text
    after = await town.subscriber()
    assert before is not None
    assert after is not None
    assert after.next_digest_at == before.next_digest_at
    assert town.menus.times == 1


async def test_the_last_press_repeated_acts_once(town: Town, person: Person) -> None:
    await person.says("/start")
    await person.presses_data("welcome:yes")
    before = await town.subscriber()
    await person.presses_data("welcome:yes")
    assert await town.subscriber() == before
    assert len(town.telegram.messages) == 1


async def test_an_unknown_deep_link_is_an_ordinary_start(person: Person) -> None:
    await person.says("/start something_else")
    assert person.screen.text.startswith("Здравствуйте!")


async def test_an_admin_has_the_admins_menu(town: Town) -> None:
    admin = town.person(9)
    await admin.says("/start")
    assert town.menus.set_to[9] == (Language.RUSSIAN, Role.ADMIN)


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("ru", "инвестиционные новости Туркестанской области."),
        ("kk", "Түркістан облысының инвестиция жаңалықтары."),
        ("en", "investment news of Turkistan Region."),
        ("zh-hans", "突厥斯坦州的投资新闻。"),
    ],
)
async def test_the_first_screen_names_the_region(town: Town, code: str, named: str) -> None:
    person = town.person(language=code)
    await person.says("/start")
    assert named in person.screen.text


async def test_what_was_chosen_is_not_called_a_suggestion(person: Person) -> None:
    await person.says("/start")
    assert "Для начала предлагаю так: все новости; каждый день в 09:00; " in person.screen.text
    await person.presses("Выбрать своё")
    await person.presses("Дни")
    await person.presses("Пн")
    await person.says("/start")
    plan = "Ваш выбор: все новости; вт, ср, чт, пт, сб, вс в 09:00; Алматы (UTC+5)."
    assert plan in person.screen.text
