"""An announcement before it is sent, as those who write, send and agree meet it."""

from dataclasses import replace

import pytest

from accounts.actor import OPERATOR
from accounts.two_person import ANNOUNCEMENTS
from model.announcements import Announcement, AnnouncementState, Announcing
from model.audiences import Audience, Criteria
from model.channels import Standing
from model.ids import AnnouncementId, ChatId, SubscriberId
from model.people import ChatKind, Language, Role, Schedule
from tests.handlers.test_offices import notices
from tests.handlers.town import Person, Town

OTHER, WRITER = 5, 6
CHANNEL = -1009999999999
WORDS = "Открыт приём заявок"


@pytest.fixture
async def admin(town: Town) -> Person:
    """An admin of the settings with one subscriber, an admin and an official who writes."""
    for user in (9, OTHER, WRITER):
        await town.person(user).says("/start")
    reader = town.person(21)
    await reader.says("/start")
    await reader.presses_first()
    async with town.database.writing() as db:
        await db.roles.grant(OTHER, Role.ADMIN, 9, town.clock.now(), name="Ерлан")
        await db.roles.grant(WRITER, Role.OFFICIAL, 9, town.clock.now(), name="Айгуль")
        await db.roles.let_announce(WRITER, Announcing.WRITE)
    return town.person(9)


async def writes(who: Person, words: str = WORDS) -> None:
    """A new draft, up to the question whether to send it."""
    await who.says("/announce")
    await who.presses("Новое")
    await who.says(words)
    await who.presses("📤 Отправить")


async def announcement(town: Town, number: int = 1) -> Announcement:
    async with town.database.reading() as db:
        found = await db.announcements.get(AnnouncementId(number))
    assert found is not None
    return found


async def state(town: Town, number: int = 1) -> AnnouncementState:
    return (await announcement(town, number)).state


async def test_everything_stands_on_the_screen(town: Town, admin: Person) -> None:
    await writes(admin)
    assert admin.screen.text == (
        "📤 Отправить объявление № 1?\n\n"
        f"Русский — {WORDS}\nОстальные получат версию: Русский\n\n"
        "Все люди и группы.\n\n"
        "Получат: 4\nРусский: 4\nОтправка займёт меньше минуты (25 в секунду)\n\n"
        "Когда: сразу\n"
        "Тихие часы: с 22:00 до 08:00 по часам получателя ничего не приходит"
    )
    assert admin.screen.labels[:2] == ["📤 Отправить: 4", "🕘 Когда"]
    await admin.presses("📤 Отправить: 4")
    assert "отправляется" in admin.screen.text
    assert await state(town) is AnnouncementState.SENDING


async def test_a_draft_that_changed_is_not_sent_by_an_old_button(town: Town, admin: Person) -> None:
    await writes(admin)
    go = admin.screen.rows[0][0][1]
    await admin.presses("Срочно: нет")
    assert "Срочное: раньше всего остального" in admin.screen.text
    await admin.presses_data(go)
    assert "с тех пор изменилось" in town.telegram.toasts[-1]
    assert await state(town) is AnnouncementState.DRAFT


async def test_switches_say_what_is_and_ask_for_the_other(town: Town, admin: Person) -> None:
    await writes(admin)
    await admin.presses("Тихие часы: да")
    assert "придёт и ночью" in admin.screen.text
    assert not (await announcement(town)).heeds_quiet
    await admin.presses_data("send:quiet:1:off")  # pressed twice it is so once
    assert not (await announcement(town)).heeds_quiet
    await admin.presses("Тихие часы: нет")
    assert (await announcement(town)).heeds_quiet


async def test_nobody_to_send_to_is_no_button(town: Town, admin: Person) -> None:
    await writes(admin)
    async with town.database.writing() as db:
        draft = await db.announcements.get(AnnouncementId(1), hold=True)
        assert draft is not None
        english = Audience(Criteria(languages=frozenset({Language.ENGLISH})))
        await db.announcements.save(replace(draft, audience=english))
    await admin.presses_data("send:plan:1")
    assert "никто не получит" in admin.screen.text
    assert not any("📤" in label for label in admin.screen.labels)
    await admin.presses_data("announce:go:1:1")
    assert "никто не получит" in town.telegram.toasts[-1]


async def test_a_time_is_pressed_or_typed(town: Town, admin: Person) -> None:
    await writes(admin)
    await admin.presses("Когда")
    assert "Когда: сразу" in admin.screen.text
    await admin.presses("Вт 24 ноября 09:00")
    assert "Когда: вт, 24 ноября 2026\u00a0года, 09:00, Алматы (UTC+5)" in admin.screen.text
    await admin.presses("Когда")
    await admin.says("когда-нибудь")
    assert admin.screen.text.startswith("Не похоже на день и время")
    await admin.says("завтра 10:30")
    assert "Когда: вт, 24 ноября 2026\u00a0года, 10:30" in admin.screen.text
    await admin.presses("Запланировать: 4")
    assert admin.screen.text.startswith("🗓 Объявление № 1 будет отправлено")
    assert await state(town) is AnnouncementState.SCHEDULED
    await admin.says("/announce")
    await admin.presses(WORDS)
    await admin.presses("Когда")
    await admin.says("25.12 9:30")
    assert "пт, 25 декабря 2026\u00a0года, 09:30" in admin.screen.text
    await admin.presses("Снять с отправки")
    assert "черновик сохранён" in admin.screen.text
    assert await state(town) is AnnouncementState.DRAFT
    await admin.presses("Когда")
    await admin.presses("Сразу")
    assert "Когда: сразу" in admin.screen.text


async def test_a_time_that_is_over_is_refused(town: Town, admin: Person) -> None:
    await writes(admin)
    await admin.presses("Когда")
    await admin.says("вчера 10:00")
    assert "уже прошло" in admin.screen.text
    await admin.presses_data("send:at:1:1")
    assert "уже прошло" in town.telegram.toasts[-1]
    await admin.presses_data("send:at:1:99999999999999999")
    assert (await announcement(town)).starts_at is None


async def test_a_time_in_a_gap_is_said_to_be_moved(town: Town, admin: Person) -> None:
    async with town.database.writing() as db:
        found = await db.subscribers.get(ChatId(9), hold=True)
        assert found is not None
        await db.subscribers.save(replace(found, schedule=Schedule(timezone="Europe/Berlin")))
    await writes(admin)
    await admin.presses("Когда")
    await admin.says("28.03.2027 2:30")
    assert "такого времени нет" in admin.screen.text
    assert "28 марта 2027\u00a0года, 03:00" in admin.screen.text


async def test_again_and_again(town: Town, admin: Person) -> None:
    await writes(admin)
    await admin.presses("Когда")
    await admin.presses("Каждый месяц")
    await admin.presses("31")
    await admin.says("полдень?")
    assert admin.screen.text.startswith("Не похоже на время")
    await admin.says("9:30")
    assert "каждый месяц, 31 числа, в 09:30" in admin.screen.text
    assert "Ближайший раз: пн, 30 ноября 2026\u00a0года, 09:30" in admin.screen.text
    await admin.presses("Когда")
    await admin.presses("Каждую неделю")
    await admin.presses("Пт")
    await admin.presses("09:00")
    assert "каждую неделю, пт, 09:00" in admin.screen.text
    await admin.presses("Повторять: 4")
    assert await state(town) is AnnouncementState.SCHEDULED
    await admin.presses("Больше не повторять")
    assert await state(town) is AnnouncementState.DRAFT
    for forged in ("send:every:1:day", "send:every:1:week:7", "send:every:1:month:0:0900"):
        await admin.presses_data(forged)
        assert "кнопк" in town.telegram.toasts[-1].lower()


async def test_whoever_only_writes_asks_those_who_send(town: Town, admin: Person) -> None:
    writer = town.person(WRITER)
    await writes(writer)
    assert writer.screen.labels[0] == "🙋 Попросить отправить"
    await writer.presses("Попросить отправить")
    assert "передана" in writer.screen.text
    await writer.presses("Попросить отправить")
    assert "уже передана" in writer.screen.text
    assert len([each for each in await notices(town) if "просят отправить" in each]) == 2, (
        "each of those who send, once"
    )
    await writer.presses_data("announce:go:1:1")
    assert "те, кому это поручено" in town.telegram.toasts[-1]
    await admin.presses_data("send:plan:1")
    await admin.presses("Отправить: 4")
    assert await state(town) is AnnouncementState.SENDING


async def test_a_second_pair_of_eyes(town: Town, admin: Person) -> None:
    await town.cases["two_person_rule"](OPERATOR, ANNOUNCEMENTS, is_on=True)
    await writes(admin)
    assert "Отправку подтвердит второй человек" in admin.screen.text
    await admin.presses("На согласование: 4")
    assert admin.screen.text.startswith("👀 Объявление № 1 ждёт согласования")
    assert not any("Согласовать" in label for label in admin.screen.labels)
    shown, other = admin.screen, town.person(OTHER)
    await admin.presses_data("send:agree:1:2", shown)
    assert "Своё объявление" in town.telegram.toasts[-1]
    await other.presses_data("send:plan:1")
    await other.presses("Вернуть")
    await other.says("Не та дата")
    assert await state(town) is AnnouncementState.DRAFT
    assert any("Не та дата" in each for each in await notices(town))
    await admin.presses_data("send:plan:1")
    await admin.presses("На согласование")
    await other.presses_data("send:plan:1")
    await other.presses("Согласовать: 4")
    assert await state(town) is AnnouncementState.SENDING
    assert (await announcement(town)).approved_by == OTHER


async def test_its_author_takes_it_back_from_waiting(town: Town, admin: Person) -> None:
    await town.cases["two_person_rule"](OPERATOR, ANNOUNCEMENTS, is_on=True)
    await writes(admin)
    await admin.presses("На согласование")
    await admin.presses("Снять с отправки")
    assert await state(town) is AnnouncementState.DRAFT
    await town.person(OTHER).presses_data("send:agree:1:2", admin.screen)
    assert "с тех пор изменилось" in town.telegram.toasts[-1]


async def test_channels_and_their_time(town: Town, admin: Person) -> None:
    number = await _channel(town)
    await writes(admin)
    await admin.presses("Каналы: 0")
    await admin.presses("Керуен")
    await admin.presses("со всеми")
    await admin.says("завтра 12:00")
    assert any("Вт 24 ноября 12:00" in label for label in admin.screen.labels)
    await admin.presses("Закрепить: нет")
    await admin.presses("Назад")
    assert "Каналы: Керуен (24 ноября, 12:00)" in admin.screen.text
    assert admin.screen.labels[0] == "📤 Отправить: 5"
    chosen = await announcement(town)
    assert (list(chosen.channels), chosen.pins) == ([number], True)
    await admin.presses_data(f"send:channel:1:{number}:on")
    assert (await announcement(town)).channels == {number: None}
    await admin.presses("✓ Керуен")
    assert (await announcement(town)).channels == {}
    await admin.presses_data("send:channel:1:1:on")
    assert (await announcement(town)).channels == {}, "a chat that is no channel"


async def test_a_channel_out_of_reach_is_warned_of(town: Town, admin: Person) -> None:
    number = await _channel(town)
    await writes(admin)
    await admin.presses_data(f"send:channel:1:{number}:on")
    async with town.database.writing() as db:
        await db.subscribers.mark_unreachable(ChatId(CHANNEL), "no rights", town.clock.now())
    await admin.presses_data("send:plan:1")
    assert "Сейчас туда написать нельзя: Керуен" in admin.screen.text
    assert "Нет права закреплять" not in admin.screen.text
    async with town.database.writing() as db:
        channel = await db.channels.get(number, hold=True)
        assert channel is not None
        await db.channels.save(replace(channel, standing=Standing(may_pin=False)))
    await admin.presses_data("send:pins:1:on")
    await admin.presses("Назад")
    assert "Нет права закреплять: Керуен" in admin.screen.text
    assert admin.screen.labels[0] == "📤 Отправить: 4"


async def test_a_version_that_nobody_reads_is_warned_of(town: Town, admin: Person) -> None:
    await writes(admin)
    await admin.presses_data("announce:say:1:zh")
    await admin.says("公告")
    await admin.presses_data("send:plan:1")
    assert "Версию никто не получит: 简体中文" in admin.screen.text


async def _channel(town: Town) -> SubscriberId:
    async with town.database.writing() as db:
        await db.subscribers.get_or_create(
            CHANNEL, ChatKind.CHANNEL, Language.RUSSIAN, Schedule(), town.clock.now(), "Керуен"
        )
        found = await db.subscribers.get(ChatId(CHANNEL), hold=True)
        assert found is not None
        await db.subscribers.save(replace(found, subscribed_at=town.clock.now()))
        await db.channels.begin(found.id)
        return found.id
