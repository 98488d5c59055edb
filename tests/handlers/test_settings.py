"""/settings, /language, /pause, /resume: one message, edited in place."""

from datetime import UTC, datetime, time

import pytest

from accounts.reaching import Leave
from model.people import Grouping, Language, Subscriber
from tests.handlers.town import Person, Town


@pytest.fixture
async def person(town: Town) -> Person:
    """Someone who has subscribed."""
    person = town.person()
    await person.says("/start")
    await person.presses_first()
    return person


async def chosen(town: Town, chat_id: int = 1001) -> Subscriber:
    subscriber = await town.subscriber(chat_id)
    assert subscriber is not None
    return subscriber


async def test_all_choices_are_on_one_screen(person: Person) -> None:
    await person.says("/settings")
    for words in ("Русский", "все новости региона", "09:00", "каждый день", "Алматы (UTC+5)"):
        assert words in person.screen.text
    assert "Следующий дайджест: завтра в 09:00." in person.screen.text


async def test_a_time_is_chosen_by_a_button(town: Town, person: Person) -> None:
    await person.says("/settings")
    await person.presses("Время")
    await person.presses("18:00")
    assert "Время: 18:00" in person.screen.text
    assert person.screen.edits == 2
    subscriber = await chosen(town)
    assert subscriber.schedule.at == time(18)
    assert subscriber.next_digest_at == datetime(2026, 11, 23, 13, 0, tzinfo=UTC)


async def test_the_order_of_stories_is_chosen_and_shown(town: Town, person: Person) -> None:
    await person.says("/settings")
    assert "Порядок: сначала важные" in person.screen.text
    for label, by, words in (
        ("по районам", Grouping.DISTRICT, "Порядок: по районам"),
        ("по отраслям", Grouping.SECTOR, "Порядок: по отраслям"),
        ("сначала важные", None, "Порядок: сначала важные"),
    ):
        await person.presses("Порядок новостей")
        await person.presses(label)
        assert words in person.screen.text
        assert (await chosen(town)).choices.grouped_by is by


async def test_a_choice_that_cannot_be_shown_is_told(town: Town, person: Person) -> None:
    await person.says("/settings")
    await person.presses("Время")
    town.telegram.is_full = True
    await person.presses("18:00")
    assert town.telegram.toasts[-1].startswith("Готово")
    assert (await chosen(town)).schedule.at == time(18)


@pytest.mark.parametrize("typed", ["9:45", "09.45", "0945", "９：４５", "в 9 ч 45 мин", "9点45分"])
async def test_a_time_is_typed(town: Town, person: Person, typed: str) -> None:
    await person.says("/settings")
    await person.presses("Время")
    await person.says(typed)
    assert person.screen.text == "Хорошо, дайджест будет приходить в 09:45."
    assert (await chosen(town)).schedule.at == time(9, 45)


async def test_a_wrong_time_gets_a_sentence_and_another_try(town: Town, person: Person) -> None:
    await person.says("/settings")
    await person.presses("Время")
    for typed in ("25:00", "полдень", "9:75", "9" * 5000, "-1"):
        await person.says(typed)
        assert person.screen.text.startswith("Не похоже на время")
    assert (await chosen(town)).schedule.at == time(9)
    await person.says("8")
    assert (await chosen(town)).schedule.at == time(8)


async def test_a_saved_answer_may_be_said_better_for_a_while(town: Town, person: Person) -> None:
    await person.says("/settings")
    await person.presses("Время")
    await person.says("8")
    await person.says("9 вечера")
    assert person.screen.text == "Хорошо, дайджест будет приходить в 21:00."
    await person.says("спасибо")
    assert "Не похоже на время" not in person.screen.text
    town.clock.advance(600)
    await person.says("10")
    assert (await chosen(town)).schedule.at == time(21)


@pytest.mark.parametrize("moves_on", ["/settings", "/news", "/nothing"])
async def test_a_command_closes_the_question(town: Town, person: Person, moves_on: str) -> None:
    await person.says("/settings")
    await person.presses("Часовой пояс")
    await person.says(moves_on)
    assert (await chosen(town)).awaiting is None
    await person.says("Ташкент")
    assert (await chosen(town)).schedule.timezone == "Asia/Almaty"


async def test_a_press_elsewhere_closes_the_question(town: Town, person: Person) -> None:
    await person.says("/settings")
    first = person.screen
    await person.presses("Часовой пояс")
    await person.presses_data("privacy:delete:no", first)
    assert (await chosen(town)).awaiting is None
    await person.presses_data("settings:time", first)
    await person.presses_data("settings:time", first)  # asked again it is open still
    assert (await chosen(town)).awaiting == "time"


async def test_a_time_said_where_a_city_was_asked_for_is_a_time(town: Town, person: Person) -> None:
    await person.says("/settings")
    await person.presses("Часовой пояс")
    await person.says("21:15")
    assert person.screen.text == "Хорошо, дайджест будет приходить в 21:15."
    assert (await chosen(town)).schedule.at == time(21, 15)
    await person.says("5")
    assert (await chosen(town)).schedule.at == time(21, 15)


async def test_a_city_without_a_zone_of_its_own_is_named(town: Town, person: Person) -> None:
    await person.says("/settings")
    await person.presses("Часовой пояс")
    assert person.screen.labels[0] == "✓ Туркестан, Шымкент, Алматы +5"
    await person.says("г. туркестан")
    expected = "Хорошо. Туркестан: время то же, что в поясе Алматы (UTC+5)."
    assert person.screen.text == expected


async def test_the_question_is_remembered_in_the_database(town: Town, person: Person) -> None:
    await person.says("/settings")
    await person.presses("Часовой пояс")
    assert (await chosen(town)).awaiting == "zone"
    await person.presses("К настройкам")
    assert (await chosen(town)).awaiting is None


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("ташкент", "Asia/Tashkent"),
        ("Түркістан", "Asia/Almaty"),
        ("北京", "Asia/Shanghai"),
        ("new york", "America/New_York"),
        ("Asia/Kathmandu", "Asia/Kathmandu"),
        ("UTC+5", "Asia/Almaty"),
        ("+9", "Etc/GMT-9"),
        ("GMT-3", "Etc/GMT+3"),
        ("мск", "Europe/Moscow"),
        ("МСК+2", "Asia/Almaty"),
        ("Алматы (UTC+5)", "Asia/Almaty"),
        ("Türkistan", "Asia/Almaty"),
        ("深圳市", "Asia/Shanghai"),
        ("Киев", "Europe/Kiev"),
    ],
)
async def test_a_time_zone_is_typed(town: Town, person: Person, typed: str, zone: str) -> None:
    await person.says("/settings")
    await person.presses("Часовой пояс")
    await person.says(typed)
    assert person.screen.text.startswith("Хорошо")
    assert (await chosen(town)).schedule.timezone == zone


async def test_a_time_zone_is_chosen_and_an_unknown_city_refused(
    town: Town, person: Person
) -> None:
    await person.says("/settings")
    await person.presses("Часовой пояс")
    await person.says("Атлантида")
    assert person.screen.text.startswith("Такого города я не знаю")
    await person.says("/settings")
    await person.presses("Часовой пояс")
    await person.presses("Москва")
    assert "Москва (UTC+3)" in person.screen.text
    # 09:00 in Moscow is 06:00 UTC, still ahead today.
    assert (await chosen(town)).next_digest_at == datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


async def test_an_old_button_still_chooses_news_languages(town: Town, person: Person) -> None:
    await person.says("/settings")
    await person.presses_data("settings:news:kk,ru")
    assert "Новости: Қазақша, Русский" in person.screen.text
    assert (await chosen(town)).choices.news_languages == {"kk", "ru"}
    await person.presses_data("settings:news:all")
    assert "Новости: все новости региона" in person.screen.text
    assert (await chosen(town)).choices.news_languages == frozenset()


async def test_days_of_the_week(town: Town, person: Person) -> None:
    await person.says("/settings")
    await person.presses("Дни")
    await person.presses("Раз в неделю")
    assert "✓ Пн" in person.screen.labels
    subscriber = await chosen(town)
    assert subscriber.schedule.days == {0}
    assert subscriber.next_digest_at == datetime(2026, 11, 30, 4, 0, tzinfo=UTC)
    await person.presses("Пн")
    assert town.telegram.toasts[-1].startswith("Нужен хотя бы один день")
    await person.presses("Ср")
    assert (await chosen(town)).schedule.days == {0, 2}
    assert "Выбрано: пн, ср." in person.screen.text
    await person.presses("По будням")
    assert "Выбрано: по будням." in person.screen.text


async def test_nothing_new_is_told_or_not(town: Town, person: Person) -> None:
    await person.says("/settings")
    await person.presses("Сообщать, когда новостей нет")
    assert (await chosen(town)).tells_nothing_new
    assert "Если новостей нет: сообщать об этом" in person.screen.text
    await person.presses("Не писать, когда новостей нет")
    assert not (await chosen(town)).tells_nothing_new


async def test_the_language_changes_the_screen_and_the_menu(town: Town, person: Person) -> None:
    await person.says("/language")
    await person.presses("English")
    assert person.screen.text.startswith("Settings")
    assert town.menus.set_to[person.chat_id][0] is Language.ENGLISH


async def test_a_pause_for_a_week_ends_with_the_first_digest_after_it(
    town: Town, person: Person
) -> None:
    await person.says("/pause")
    await person.presses("На неделю")
    assert "на паузе до 30 ноября" in person.screen.text
    subscriber = await chosen(town)
    assert subscriber.is_paused(town.clock.now())
    assert subscriber.next_digest_at == datetime(2026, 11, 30, 4, 0, tzinfo=UTC)
    await person.presses_data("pause:for:week")
    assert await chosen(town) == subscriber


async def test_a_pause_without_end_and_back(town: Town, person: Person) -> None:
    await person.says("/pause")
    await person.presses_first()
    assert (await chosen(town)).next_digest_at is None
    await person.says("/settings")
    assert "Дайджест на паузе." in person.screen.text
    await person.says("/start")
    await person.presses_first()
    assert "завтра в 09:00" in person.screen.text
    assert (await chosen(town)).next_digest_at == datetime(2026, 11, 24, 4, 0, tzinfo=UTC)


async def test_changing_the_time_in_a_pause_keeps_the_pause(town: Town, person: Person) -> None:
    await person.says("/pause")
    await person.presses("На месяц")
    await person.says("/settings")
    await person.presses("Время")
    await person.presses("07:00")
    subscriber = await chosen(town)
    assert subscriber.is_paused(town.clock.now())
    assert subscriber.next_digest_at == datetime(2026, 12, 23, 2, 0, tzinfo=UTC)


async def test_a_pause_is_not_asked_for_twice(town: Town, person: Person) -> None:
    await person.says("/pause")
    await person.presses("На неделю")
    await person.says("/pause")
    assert person.screen.text.startswith("Дайджест на паузе до 30 ноября")
    await person.presses("Возобновить")
    await person.says("/pause")
    assert person.screen.text.startswith("Пауза")


async def test_resume_by_command(town: Town, person: Person) -> None:
    await person.says("/pause")
    await person.presses_first()
    await person.says("/resume")
    assert person.screen.text.startswith("Дайджест возобновлён")
    assert (await chosen(town)).next_digest_at is not None


async def test_settings_open_from_under_a_digest_as_a_message_of_their_own(
    town: Town, person: Person
) -> None:
    digest = person.screen
    for data, begins in (("settings:open", "Настройки"), ("pause:open", "Пауза")):
        await person.presses_data(data, digest)
        assert digest.edits == 1  # as it was
        assert person.screen.text.startswith(begins)


async def test_an_old_message_still_works_and_a_lost_one_is_shown_anew(
    town: Town, person: Person
) -> None:
    await person.says("/settings")
    old = person.screen
    await person.says("/help")
    await person.presses("Время", on=old)
    assert old.text.startswith("Время дайджеста")
    old.gone = True
    await person.presses("18:00", on=old)
    assert "Время: 18:00" in person.screen.text
    assert person.screen is not old


async def test_an_unchanged_press_is_answered_quietly(town: Town, person: Person) -> None:
    await person.says("/settings")
    await person.presses_data("settings:time:0900")
    before = (await chosen(town), person.screen.edits)
    await person.presses_data("settings:time:0900")
    assert (await chosen(town), person.screen.edits) == before
    assert town.telegram.toasts[-1] == ""


@pytest.mark.parametrize(
    "data",
    [
        "settings:time:2500",
        "settings:time:",
        "settings:zone:Mars/Olympus",
        "settings:zone:../../etc/passwd",
        "settings:days:789",
        "settings:days:²",
        "settings:news:xx",
        "settings:language:de",
        "settings:tell:maybe",
        "settings:here",
        "settings:nothing:at:all",
        "settings:",
        "pause:for:ever",
        "pause:",
        "welcome:no",
        "welcome:language:",
        "privacy:delete:perhaps",
        "nobody:knows:this",
        "x",
        ":::::",
        "я" * 32,
    ],
)
async def test_a_forged_button_is_refused_and_changes_nothing(
    town: Town, person: Person, data: str
) -> None:
    await person.says("/settings")
    before = await chosen(town)
    await person.presses_data(data)
    assert town.telegram.toasts[-1].startswith("Эта кнопка больше не действует")
    assert await chosen(town) == before


async def test_a_visitor_who_looks_at_settings_is_led_on(town: Town) -> None:
    visitor = town.person(2002)
    await visitor.says("/settings")
    assert "Вы пока не подписаны." in visitor.screen.text
    await visitor.says("/pause")
    assert visitor.screen.text.startswith("Вы ещё не подписаны")
    await visitor.says("/resume")
    await visitor.presses_first()
    assert visitor.screen.text.startswith("Подписка оформлена")


async def test_blocked_and_back_with_every_choice(town: Town, person: Person) -> None:
    await person.says("/settings")
    await person.presses("Время")
    await person.presses("18:00")
    await person.blocks()
    gone = await chosen(town)
    assert gone.unreachable_at is not None
    assert gone.next_digest_at is None
    messages = len(town.telegram.messages)
    await person.unblocks()
    back = await chosen(town)
    assert back.unreachable_at is None
    assert back.schedule.at == time(18)
    assert back.next_digest_at == datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
    assert len(town.telegram.messages) == messages  # nobody asked for a word


async def test_someone_who_speaks_can_be_reached(town: Town, person: Person) -> None:
    """The news of the unblocking was lost; the first word brings the digest back."""
    leave: Leave = town.cases["leave"]
    await leave(person.chat_id, "blocked")
    await person.says("/help")
    assert (await chosen(town)).next_digest_at is not None
