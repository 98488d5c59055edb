"""The channels' screens, and what Telegram tells of the bot's standing there."""

from datetime import time

import pytest

from accounts.subscribing import Channel
from model.announcements import Announcing
from model.channels import Channel as Posted
from model.channels import When
from model.people import Language, Role
from publishing.channels.standing import Looked, Place, Rights
from tests.handlers.town import WHEN, Person, Town
from tests.news.desk import SURE, Desk

CHANNEL = -1009999999999
ADMIN = 9


@pytest.fixture
async def admin(town: Town) -> Person:
    admin = town.person(ADMIN)
    await admin.says("/start")
    await town.cases["seed_channels"]([Channel(CHANNEL, "Вестник", Language.KAZAKH)])
    return admin


async def posted(town: Town) -> Posted:
    """As a second session sees it."""
    async with town.database.reading() as db:
        number = await db.channels.of_chat(CHANNEL)
        found = None if number is None else await db.channels.get(number)
    assert found is not None
    return found


async def opens(admin: Person) -> None:
    await admin.says("/announce")
    await admin.presses("Каналы")
    await admin.presses("Вестник")


async def test_a_channel_is_looked_after_by_buttons(town: Town, admin: Person) -> None:
    await opens(admin)
    assert "Новости: выключено" in admin.screen.text
    assert "Дайджест: в 09:00, одной записью" in admin.screen.text
    await admin.presses("Новости")
    await admin.presses("Сразу")
    assert "✓ Сразу, как появится" in admin.screen.labels
    await admin.presses("К каналу")
    assert "Новости: сразу, не больше 3 в час" in admin.screen.text
    await admin.presses("Проекты")
    await admin.presses("В назначенные часы")
    await admin.presses("К каналу")
    assert "Изменения в проектах: в 09:00, 13:00, 18:00, каждый раз не больше 3" in (
        admin.screen.text
    )
    await admin.presses("Часы и число")
    await admin.presses("5")
    await admin.presses("13:00")
    await admin.presses("12:00")
    channel = await posted(town)
    assert (channel.posting.stories, channel.posting.projects) == (When.AT_ONCE, When.AT_HOURS)
    assert channel.posting.hours == {9, 12, 18}
    assert channel.posting.most == 5
    assert channel.next_post_at is not None


async def test_the_last_hour_stays(town: Town, admin: Person) -> None:
    await opens(admin)
    await admin.presses("Часы и число")
    for hour in ("09:00", "13:00"):
        await admin.presses(hour)
    await admin.presses("18:00")
    assert "Последний час убрать нельзя" in town.telegram.toasts[-1]
    assert (await posted(town)).posting.hours == {18}


async def test_its_digest_night_and_zone(town: Town, admin: Person) -> None:
    await opens(admin)
    await admin.presses("Дайджест")
    await admin.presses("18:00")
    await admin.presses("Закреплять")
    channel = await posted(town)
    assert channel.subscriber.schedule.at == time(18)
    assert channel.posting.pins_digest
    next_at = channel.subscriber.next_digest_at
    assert next_at is not None
    assert next_at.hour == 13
    await admin.presses("Выключить дайджест")
    assert (await posted(town)).subscriber.next_digest_at is None
    await admin.presses("Включить дайджест")
    assert (await posted(town)).subscriber.next_digest_at == next_at
    await admin.presses("К каналу")
    await admin.presses("Тихие часы")
    await admin.presses("21:00")
    assert (await posted(town)).posting.quiet_from == time(21)
    await admin.presses("К каналу")
    await admin.presses("Часовой пояс")
    await admin.presses("Лондон")
    await admin.presses("К каналу")
    assert "Лондон (UTC+0)" in admin.screen.text


async def test_what_is_posted_is_picked(town: Town, admin: Person) -> None:
    await opens(admin)
    for screen, choice in (("Районы", "Кентау"), ("Отрасли", "Текстиль"), ("Языки", "中文")):
        await admin.presses(screen)
        await _finds(admin, choice)
        await admin.presses("К каналу")
    channel = await posted(town)
    choices = channel.subscriber.choices
    assert choices.districts == {"612000000"}
    assert choices.sectors == {"textile"}
    assert choices.news_languages == {"zh"}
    await admin.presses("Языки")
    await admin.presses("✓ 简体中文")
    assert not (await posted(town)).subscriber.choices.news_languages


async def _finds(admin: Person, choice: str) -> None:
    """On whichever page it stands."""
    while not any(choice in label for label in admin.screen.labels):
        await admin.presses("›")
    await admin.presses(choice)


async def test_a_sample_comes_to_who_asks_and_nowhere_else(town: Town, admin: Person) -> None:
    await opens(admin)
    await admin.presses("Образцы")
    samples = admin.screen
    await admin.presses("Новость")
    assert town.telegram.toasts[-1] == "Подходящих новостей пока нет."
    await Desk(town.database, town.clock).prints(SURE)
    await admin.presses("Новость", samples)
    assert "🤖 Ботта жазылу" in admin.screen.labels, "in the channel's language"
    assert all("://" in data for row in admin.screen.rows for _, data in row)
    await admin.presses("Изменения в проекте", samples)
    assert "пока нет" in town.telegram.toasts[-1]
    await admin.presses("Дайджест", samples)
    assert "Инвестиция жаңалықтары" in admin.screen.text or "жаңалықтары" in admin.screen.text
    assert town.telegram.said(CHANNEL) == []


async def test_rights_are_asked_anew(town: Town, admin: Person) -> None:
    await opens(admin)
    await admin.presses("Проверить права")
    assert "Telegram не ответил" in town.telegram.toasts[-1]
    town.telegram.standings[CHANNEL] = Looked(Rights("may not post"), Place("keruen", "talk"))
    await admin.presses("Проверить права")
    assert "нет права публиковать" in admin.screen.text
    assert "Обсуждение: @talk" in admin.screen.text
    town.telegram.standings[CHANNEL] = Looked(Rights(may_pin=True))
    await admin.presses("Проверить права")
    assert "может публиковать и закреплять" in admin.screen.text


async def test_telegram_tells_of_a_loss_and_of_a_return(town: Town, admin: Person) -> None:
    for new, rights, can in (
        ("administrator", {"can_post_messages": False}, False),
        ("administrator", {"can_post_messages": True}, True),
        ("kicked", {}, False),
        ("left", {}, False),
        ("administrator", {"can_post_messages": True, "can_edit_messages": True}, True),
    ):
        await town.member_changed(CHANNEL, "administrator", new, admin, **rights)
        channel = await posted(town)
        assert channel.can_be_posted_in == can, (new, rights)
        assert (channel.lost_at is None) == can
    assert channel.standing.may_pin
    assert town.telegram.said(CHANNEL) == [], "nothing is offered to a channel"


async def test_a_channel_that_the_settings_do_not_name_is_left_alone(town: Town) -> None:
    stranger = town.person(1)
    await town.member_changed(CHANNEL, "left", "administrator", stranger, can_post_messages=True)
    assert await town.subscriber(CHANNEL) is None
    assert town.telegram.said(CHANNEL) == []


@pytest.mark.parametrize(
    "data",
    [
        "channel:show:99",
        "channel:show:x",
        "channel:show",
        "channel:stories:1:always",
        "channel:most:1:0",
        "channel:most:1:11",
        "channel:hours:1:25",
        "channel:hours:1:",
        "channel:quiet:1:99",
        "channel:quiet:1:2500:0800",
        "channel:zone:1:Mars",
        "channel:sample:1:poem",
        "channel:districts:1:with:1:0",
        "channel:rename:1",
        "channel:digest:99:on",
    ],
)
async def test_a_button_that_is_none_changes_nothing(town: Town, admin: Person, data: str) -> None:
    before = await posted(town)
    await opens(admin)
    await admin.presses_data(data)
    assert await posted(town) == before
    assert town.telegram.toasts[-1]


async def test_the_right_to_send_is_enough_and_is_needed(town: Town, admin: Person) -> None:
    official = town.person(77)
    await official.says("/start")
    async with town.database.writing() as db:
        await db.roles.grant(77, Role.OFFICIAL, ADMIN, WHEN, name="Данияр")
    await official.presses_data("channel:list")
    assert "Вестник" not in official.screen.text
    async with town.database.writing() as db:
        await db.roles.let_announce(77, Announcing.SEND)
    await official.presses_data("channel:list")
    assert "Вестник" in official.screen.text
