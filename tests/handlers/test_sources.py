"""/sources, as an admin meets it."""

from dataclasses import replace

import pytest

from accounts.actor import OPERATOR
from model.news import PageRule, Source, SourceKind, SourceState
from news.opml import Outline
from tests.handlers.town import Person, Town
from tests.news.outlets import story

ADDRESS = "https://news.example.kz/rss"


@pytest.fixture
async def admin(town: Town) -> Person:
    """An admin who has pressed /start, and an outlet with one story."""
    town.outlets.publish(ADDRESS, story("Построен завод", "https://news.example.kz/1"))
    admin = town.person(9)
    await admin.says("/start")
    return admin


async def sources(town: Town) -> list[Source]:
    async with town.database.reading() as db:
        return await db.sources.all()


async def test_a_source_is_added_by_a_command(town: Town, admin: Person) -> None:
    await admin.says("/sources")
    assert "Источников пока нет" in admin.screen.text
    await admin.says(f"/sources add {ADDRESS}")
    assert "Источник добавлен" in admin.screen.text
    assert ADDRESS in admin.screen.text
    assert [source.url for source in await sources(town)] == [ADDRESS]
    await admin.says(f"/sources add {ADDRESS}")
    assert "уже есть" in admin.screen.text


async def test_a_source_is_added_by_typing_its_address(town: Town, admin: Person) -> None:
    await admin.says("/sources")
    await admin.presses("Добавить")
    await admin.says("пока не знаю")
    assert "полный адрес" in admin.screen.text
    await admin.says(ADDRESS)
    assert "Источник добавлен" in admin.screen.text
    await admin.says("https://other.example.kz/rss")  # nobody asked for another
    assert len(await sources(town)) == 1


async def test_a_source_that_cannot_be_read_is_kept_only_if_wanted(
    town: Town, admin: Person
) -> None:
    town.outlets.fail(ADDRESS, "the host's name is not known")
    await admin.says(f"/sources add {ADDRESS}")
    assert "такого сайта нет" in admin.screen.text
    assert "✅" not in admin.screen.text
    await admin.presses("Всё равно оставить")
    assert "⚪ ещё не опрашивался" in admin.screen.text
    await admin.says("/sources add https://other.example.kz/rss")
    await admin.presses("Удалить")
    assert [source.url for source in await sources(town)] == [ADDRESS]


async def test_only_a_source_that_answers_counts_as_working(town: Town, admin: Person) -> None:
    await admin.says(f"/sources add {ADDRESS}")
    await admin.says("/sources add https://other.example.kz/rss")
    for one, error in zip(await sources(town), (None, "timed out"), strict=True):
        async with town.database.writing() as db:
            await db.sources.save(replace(one, checked_at=one.added_at, last_error=error))
    await admin.says("/sources")
    expected = "Источники: всего 2, работает 1\n🟡 other.example.kz · сайт отвечает слишком долго"
    assert admin.screen.text == expected
    await admin.presses("other.example.kz")
    assert "🟡 последняя попытка не удалась" in admin.screen.text


async def test_an_address_is_asked_for_by_the_command_too(town: Town, admin: Person) -> None:
    await admin.says("/sources add")
    await admin.says("пока не знаю")
    assert admin.screen.labels == ["‹ Все источники"]
    await admin.says(ADDRESS)
    assert "Источник добавлен" in admin.screen.text
    assert "Записей: 1" in admin.screen.text


async def test_going_back_takes_the_question_back(town: Town, admin: Person) -> None:
    await admin.says("/sources")
    await admin.presses("Добавить")
    await admin.presses("Все источники")
    await admin.says(ADDRESS)
    assert await sources(town) == []


async def test_a_source_is_checked(town: Town, admin: Person) -> None:
    await admin.says(f"/sources add {ADDRESS}")
    await admin.presses("Проверить")
    assert "Записей: 1" in admin.screen.text
    assert "Без даты: 1" in admin.screen.text
    assert "Построен завод" in admin.screen.text
    town.outlets.fail(ADDRESS, "HTTP 503 <b>")
    await admin.presses("Проверить")
    assert "Проверить не удалось: HTTP 503 <b>" in admin.screen.text


async def test_the_switches_of_a_source(town: Town, admin: Person) -> None:
    await admin.says(f"/sources add {ADDRESS}")
    assert "Вид: лента" in admin.screen.text
    shown = admin.screen
    await admin.presses("Полный текст: выкл")
    await admin.presses("Публикация: сразу")
    assert [(one.reads_full_text, one.is_reviewed) for one in await sources(town)] == [(True, True)]
    await admin.presses_data("sources:review:1:on", shown)  # pressed again it changes nothing
    assert (await sources(town))[0].is_reviewed
    await admin.presses("Публикация: после проверки")
    await admin.presses("Полный текст: вкл")
    assert [(one.reads_full_text, one.is_reviewed) for one in await sources(town)] == [
        (False, False)
    ]


async def test_a_page_says_what_it_is(town: Town, admin: Person) -> None:
    rule = PageRule("li", "a", "a")
    wanted = Outline(ADDRESS, "Акимат", kind=SourceKind.PAGE, rule=rule)
    await town.cases["add_source"](wanted, OPERATOR)
    await admin.presses_data("sources:open:1")
    assert "Вид: страница раздела" in admin.screen.text
    await admin.presses("Проверить")
    failed = "Проверить не удалось: на странице ничего не нашлось по селектору 'li'"
    assert failed in admin.screen.text


async def test_a_source_is_paused_and_resumed(town: Town, admin: Person) -> None:
    await admin.says(f"/sources add {ADDRESS}")
    shown = admin.screen
    await admin.presses("Остановить")
    assert (await sources(town))[0].state is SourceState.PAUSED
    await admin.presses_data("sources:pause:1", shown)  # pressed again it changes nothing
    assert "остановлен администратором" in shown.text
    await admin.presses("Возобновить")
    assert (await sources(town))[0].state is SourceState.ACTIVE


async def test_a_source_is_removed_after_one_question(town: Town, admin: Person) -> None:
    await admin.says(f"/sources add {ADDRESS}")
    await admin.says("/sources")
    await admin.presses("news.example.kz")
    card = admin.screen.text
    await admin.presses("Удалить")
    await admin.presses("Нет, оставить")
    assert admin.screen.text == card
    await admin.presses("Удалить")
    await admin.presses("Да, удалить")
    assert "удалён" in admin.screen.text
    assert await sources(town) == []
    for data in ("sources:show:1", "sources:check:1", "sources:remove-yes:1", "sources:pause:1"):
        await admin.presses_data(data)
        assert "больше нет" in town.telegram.toasts[-1]


async def test_a_notice_stays_as_it_was_told(town: Town, admin: Person) -> None:
    await admin.says(f"/sources add {ADDRESS}")
    notice = admin.screen
    told = notice.text
    await admin.presses_data("sources:open:1", notice)
    assert notice.text == told
    assert admin.screen is not notice
    assert ADDRESS in admin.screen.text


@pytest.mark.parametrize(
    "data",
    [
        "sources:add",
        "sources:list:0",
        "sources:check:1",
        "sources:pause:1",
        "sources:remove-yes:1",
        "sources:full-text:1:on",
        "sources:review:1:on",
    ],
)
async def test_others_are_refused_whatever_they_press(
    town: Town, admin: Person, person: Person, data: str
) -> None:
    await admin.says(f"/sources add {ADDRESS}")
    await person.says("/start")
    before = person.screen.text
    await person.presses_data(data)
    assert "только администраторам" in town.telegram.toasts[-1]
    assert person.screen.text == before
    await person.says(f"/sources add {ADDRESS}2")
    assert "только администраторам" in person.screen.text
    assert [source.state for source in await sources(town)] == [SourceState.ACTIVE]


@pytest.mark.parametrize(
    "data",
    [
        "sources:show:x",
        "sources:show",
        "sources:check:",
        "sources:z",
        "sources:review:1:maybe",
        "sources:full-text:x:on",
        "sources:review:1",
    ],
)
async def test_a_button_that_never_was(town: Town, admin: Person, data: str) -> None:
    await admin.says("/sources")
    await admin.presses_data(data)
    assert "больше не действует" in town.telegram.toasts[-1]


async def test_in_a_group_sources_are_not_spoken_of(town: Town, admin: Person) -> None:
    await admin.at(-5).says("/sources")
    assert "в личном чате" in admin.at(-5).screen.text
