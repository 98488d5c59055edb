"""Whom an announcement is for, as an admin chooses it, and what another session then reads."""

from dataclasses import replace
from datetime import timedelta

import pytest

from model.announcements import Announcement, AnnouncementButton, Announcing
from model.audiences import EVERYONE, GONE, Audience, Criteria, Sort
from model.ids import AnnouncementId, SubscriberId
from model.people import Language, Role
from model.projects import FollowKind, Project
from publishing.announcing.audiences import MOST_PICKED
from tests.handlers.town import Person, Town
from tests.projects.makers import add

KENTAU, ARYS = "612000000", "611600000"
DRAFT = AnnouncementId(1)
OFFICIAL, KAZAKH, RUSSIAN = 5, 1001, 1002
GROUP, OTHER_GROUP = -100200300, -100200301


async def subscribe(person: Person) -> None:
    await person.says("/start")
    while "/settings" not in person.screen.text and person.screen.rows:
        before = person.screen.text
        await person.presses_first()
        if person.screen.text == before:
            return


@pytest.fixture
async def admin(town: Town) -> Person:
    """An admin with a draft, an official, and two who read in Kazakh and in Russian."""
    admin = town.person(9)
    await admin.says("/start")
    for who, language in ((OFFICIAL, "ru"), (KAZAKH, "kk"), (RUSSIAN, "ru")):
        await subscribe(town.person(who, language))
    async with town.database.writing() as db:
        await db.roles.grant(OFFICIAL, Role.OFFICIAL, 9, town.clock.now(), name="Айгуль <b>")
    await admin.says("/announce")
    await admin.presses("Новое объявление")
    await admin.says("Открыт приём заявок")
    await admin.presses("Кому")
    return admin


async def draft(town: Town) -> Announcement:
    async with town.database.reading() as db:
        found = await db.announcements.get(DRAFT)
    assert found is not None
    return found


async def audience(town: Town) -> Audience:
    return (await draft(town)).audience


async def chat(town: Town, number: int) -> SubscriberId:
    found = await town.subscriber(number)
    assert found is not None
    return found.id


async def add_group(town: Town, number: int, title: str) -> None:
    """One that has subscribed."""
    group = town.person(KAZAKH).at(number)
    town.telegram.admins.add((number, KAZAKH))
    await group.says("/start@keruen_bot")
    await group.presses_first()
    async with town.database.writing() as db:
        found = await db.subscribers.get(number, hold=True)
        assert found is not None
        now = town.clock.now()
        await db.subscribers.save(replace(found, title=title, subscribed_at=now))


async def test_who_gets_it_is_one_sentence_with_numbers(town: Town, admin: Person) -> None:
    assert admin.screen.text == (
        "👥 Кому · объявление № 1\n\nВсе люди и группы.\n\n"
        "Получат: 4\nҚазақша: 1 · Русский: 3\nОтправка займёт меньше минуты (25 в секунду)"
    )
    await admin.presses("Язык")
    await admin.presses("Қазақша")
    await admin.presses("Русский")
    await admin.presses("‹ Кому")
    await admin.presses("Роль")
    await admin.presses("без роли")
    await admin.presses("‹ Кому")
    assert admin.screen.text == (
        "👥 Кому · объявление № 1\n\n"
        "Люди и группы, которые читают на казахском или русском и являются подписчиками без роли."
        "\n\nПолучат: 2\nҚазақша: 1 · Русский: 1\nОтправка займёт меньше минуты (25 в секунду)"
    )
    assert {"✓ 🗣 Язык: 2", "✓ 🛡 Роль: 1", "📍 Район"} <= set(admin.screen.labels)
    languages = frozenset({Language.KAZAKH, Language.RUSSIAN})
    assert await audience(town) == Audience(
        Criteria(languages=languages, roles=frozenset({Role.SUBSCRIBER}))
    )
    await admin.presses("Всем")
    assert await audience(town) == EVERYONE
    assert "Все люди и группы." in admin.screen.text
    assert "Всем" not in admin.screen.labels
    await admin.presses("К объявлению")
    assert "Черновик № 1" in admin.screen.text


async def test_who_is_left_out(town: Town, admin: Person) -> None:
    await admin.presses("Исключить")
    await admin.presses("Язык")
    await admin.presses("Қазақша")
    assert "Исключения" in admin.screen.text
    assert "Все люди и группы, кроме тех, кто читает на казахском." in admin.screen.text
    await admin.presses("‹ Исключения")
    await admin.presses("Роль")
    await admin.presses("сотрудник")
    await admin.presses("‹ Исключения")
    await admin.presses("‹ Кому")
    said = "кроме тех, кто читает на казахском, и тех, кто является сотрудником."
    assert said in admin.screen.text
    assert "Получат: 2\n" in admin.screen.text
    assert "✓ 🚫 Исключить…: 2" in admin.screen.labels
    assert await audience(town) == Audience(
        less=Criteria(languages=frozenset({Language.KAZAKH}), roles=frozenset({Role.OFFICIAL}))
    )
    await admin.presses("Исключить")
    await admin.presses("Никого не исключать")
    assert await audience(town) == EVERYONE


async def test_a_press_that_comes_twice_acts_once(town: Town, admin: Person) -> None:
    before = (await draft(town)).version
    await admin.presses("Район")
    shown = admin.screen
    data = f"audience:districts:1:among:with:{KENTAU}:0"
    await admin.presses_data(data, shown)
    await admin.presses_data(data, shown)
    assert (await draft(town)).version == before + 1
    assert (await audience(town)).among.districts == {KENTAU}
    assert "читают новости района (город Кентау) или всей области" in admin.screen.text
    await admin.presses("Любой район")
    assert await audience(town) == EVERYONE


async def test_days_of_activity_are_one(town: Town, admin: Person) -> None:
    town.clock.advance(timedelta(days=40).total_seconds())
    await town.person(RUSSIAN).says("/help")
    await admin.presses("Активность")
    await admin.presses("7 дней")
    assert "за последние 7 дней" in admin.screen.text
    assert "Получат: 2\n" in admin.screen.text
    await admin.presses("90 дней")
    assert (await audience(town)).among.active_days == 90
    assert "Получат: 4\n" in admin.screen.text
    await admin.presses("Неважно")
    assert (await audience(town)).among.active_days is None


async def test_nobody_is_said_so_and_cannot_be_confirmed(town: Town, admin: Person) -> None:
    await admin.presses("Язык")
    await admin.presses("English")
    assert "Сейчас это объявление никто не получит" in admin.screen.text
    assert "Получат" not in admin.screen.text
    await admin.presses("‹ Кому")
    assert "Сейчас это объявление никто не получит" in admin.screen.text
    version = (await draft(town)).version
    await admin.presses_data(f"announce:go:1:{version}")
    assert "никто не получит" in town.telegram.toasts[-1]
    assert (await draft(town)).state == "draft"


async def test_it_is_said_again_before_it_is_sent(town: Town, admin: Person) -> None:
    await admin.presses_data("audience:languages:1:among:with:kk:0")
    await admin.presses_data("announce:send:1")
    assert "Люди и группы, которые читают на казахском.\n\nПолучат: 1" in admin.screen.text


async def test_people_and_groups(town: Town, admin: Person) -> None:
    await add_group(town, GROUP, "Совет инвесторов")
    await admin.presses_data("audience:open:1")
    assert "Получат: 5, в том числе группы: 1\n" in admin.screen.text
    await admin.presses("Люди или группы")
    await admin.presses("Группы")
    await admin.presses("‹ Кому")
    assert "Все группы.\n\nПолучат: 1, в том числе группы: 1\n" in admin.screen.text


async def test_who_gets_nothing_is_counted_apart(town: Town, admin: Person) -> None:
    await town.person(KAZAKH).blocks()
    await town.person(RUSSIAN).says("/pause")
    await town.person(RUSSIAN).presses_first()
    await admin.presses_data("audience:open:1")
    assert "Получат: 2\n" in admin.screen.text
    assert "Недоступны, им не придёт: 1\nНа паузе, им не придёт: 1\n" in admin.screen.text


async def test_colleagues_are_picked_with_a_press(town: Town, admin: Person) -> None:
    await admin.presses("Вручную")
    assert admin.screen.labels == ["✓ Не выбирать вручную", "👤 № 9", "👤 Айгуль <b>", "‹ Кому"]
    await admin.presses("Айгуль")
    assert "Люди и группы, которые выбраны вручную (Айгуль <b>)." in admin.screen.text
    assert "Получат: 1\n" in admin.screen.text
    assert (await audience(town)).among.chats == {await chat(town, OFFICIAL)}
    await admin.presses("Айгуль")
    assert await audience(town) == EVERYONE


async def test_numbers_and_titles_are_typed(town: Town, admin: Person) -> None:
    await add_group(town, GROUP, "Совет инвесторов")
    await add_group(town, OTHER_GROUP, "Инвесторы Кентау")
    await admin.presses_data("audience:chats:1:among")
    await admin.says(f"{KAZAKH}, {RUSSIAN}; 404\n@совет ИНВЕСТОРОВ\nинвестор\nнет такой")
    text = admin.screen.text
    assert text.startswith(
        "Добавлено: 3 ✅\nНе нашлось: 404, нет такой\nНашлось несколько. Отметьте нужное:"
    )
    assert "✓ 👥 Совет инвесторов" in admin.screen.labels
    await admin.presses("Инвесторы Кентау")
    numbers = (KAZAKH, RUSSIAN, GROUP, OTHER_GROUP)
    assert (await audience(town)).among.chats == {await chat(town, one) for one in numbers}
    assert "Получат: 4, в том числе группы: 2\n" in admin.screen.text
    await admin.says(str(OFFICIAL))  # the question stays open until something else is pressed
    assert len((await audience(town)).among.chats) == 5
    await admin.presses("Не выбирать вручную")
    assert await audience(town) == EVERYONE


async def test_what_is_typed_after_the_screen_is_left_picks_nobody(
    town: Town, admin: Person
) -> None:
    await admin.presses("Вручную")
    await admin.presses("‹ Кому")
    await admin.says(str(KAZAKH))
    assert await audience(town) == EVERYONE


async def test_a_channel_is_picked_by_nobody(town: Town, admin: Person) -> None:
    channel = -1009999999999
    await town.member_changed(channel, "left", "administrator", town.person(9))
    await admin.presses("Вручную")
    await admin.says(str(channel))
    assert "Не нашлось: -1009999999999" in admin.screen.text
    found = await town.subscriber(channel)
    if found is not None:
        await admin.presses_data(f"audience:chats:1:among:with:{found.id}:0")
    assert await audience(town) == EVERYONE


async def test_too_many_are_not_picked_at_all(
    town: Town, admin: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await admin.presses("Вручную")
    await admin.says(str(KAZAKH))
    monkeypatch.setattr("publishing.announcing.audiences.MOST_PICKED", 2)
    await admin.says(f"{RUSSIAN} {OFFICIAL}")
    assert "Никто не добавлен" in admin.screen.text
    assert (await audience(town)).among.chats == {await chat(town, KAZAKH)}


async def test_those_who_had_it_are_no_bar_to_a_change(
    town: Town, admin: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A resend leaves out whoever has had it since, by hand as it were, however many they are."""
    had = frozenset({await chat(town, KAZAKH), await chat(town, RUSSIAN)})
    async with town.database.writing() as db:
        kept = await db.announcements.get(DRAFT)
        assert kept is not None
        await db.announcements.save(replace(kept, audience=Audience(less=Criteria(chats=had))))
    monkeypatch.setattr("publishing.announcing.audiences.MOST_PICKED", 1)
    await admin.presses_data("audience:languages:1:among:with:kk:0")
    assert await audience(town) == Audience(
        Criteria(languages=frozenset({Language.KAZAKH})), Criteria(chats=had)
    )


async def test_five_thousand_numbers(town: Town, admin: Person) -> None:
    """None of them known: they are told in a few words, and picked they would be too many."""
    await admin.presses("Вручную")
    await admin.says(" ".join(map(str, range(10_000, 10_000 + MOST_PICKED))))
    assert "Не нашлось: 10000, 10001," in admin.screen.text
    assert "и ещё 4990" in admin.screen.text.replace("\u00a0", "")
    assert await audience(town) == EVERYONE


@pytest.fixture
async def project(town: Town) -> Project:
    return await add(town.database)


async def follow(town: Town, person: int, project: Project) -> None:
    await town.person(person).presses_data(f"follow:digest:{FollowKind.PROJECT}:{project.id}")


async def test_followers_of_a_project(town: Town, admin: Person, project: Project) -> None:
    await follow(town, KAZAKH, project)
    await admin.presses("Проект")
    label = f"{project.code} · Завод кабельной продукции"
    assert admin.screen.labels == ["✓ Неважно, за чем следят", label, "‹ Кому"]
    await admin.presses(label)
    assert (
        "Люди и группы, которые следят за проектом «Завод кабельной продукции»."
        in admin.screen.text
    )
    assert "Получат: 1\n" in admin.screen.text
    assert (await audience(town)).among.projects == {project.id}
    await admin.presses(label)
    assert await audience(town) == EVERYONE


async def test_projects_are_typed(town: Town, admin: Person, project: Project) -> None:
    await admin.presses("Исключить")
    await admin.presses("Проект")
    await admin.says(f"{project.code}, нет такого")
    assert admin.screen.text.startswith("Добавлено: 1 ✅\nНе нашлось: нет такого")
    assert (await audience(town)).less.projects == {project.id}
    await admin.presses_data(f"audience:projects:1:less:without:{project.id}:0")
    await admin.says("кабельный завод")
    assert (await audience(town)).less.projects == {project.id}


FORGED = (
    "audience:open:404",
    "audience:open:x",
    "audience:open",
    "audience:districts:1:among:with:619999999:0",
    "audience:districts:1:between:with:612000000:0",
    "audience:active:1:among:with:45:0",
    "audience:roles:1:among:with:operator:0",
    "audience:chats:1:among:with:404:0",
    "audience:chats:1:among:with:0:0",
    "audience:projects:1:among:with:404:0",
    "audience:pressed:1:among:with:1:0",
    "audience:use:1:404",
    "audience:drop:1:404",
    "audience:colours:1:among",
)


@pytest.mark.parametrize("data", FORGED)
async def test_forged_presses_change_nothing(town: Town, admin: Person, data: str) -> None:
    shown = admin.screen.text
    await admin.presses_data(data)
    assert town.telegram.toasts[-1]
    assert admin.screen.text == shown
    assert await audience(town) == EVERYONE


async def test_what_is_confirmed_is_for_those_who_were_asked_about(
    town: Town, admin: Person
) -> None:
    await admin.presses_data(f"announce:go:1:{(await draft(town)).version}")
    await admin.presses_data("audience:languages:1:among:with:en:0")
    assert "изменилось" in town.telegram.toasts[-1]
    assert await audience(town) == EVERYONE
    await admin.presses_data("audience:open:1")
    assert "уже подтверждено" in admin.screen.text
    assert admin.screen.labels == ["‹ К объявлению"]


@pytest.mark.parametrize("may", [None, Announcing.NOTHING])
async def test_whoever_may_not_write_aims_nothing(
    town: Town, admin: Person, may: Announcing | None
) -> None:
    async with town.database.writing() as db:
        await db.roles.let_announce(OFFICIAL, may)
    official = town.person(OFFICIAL)
    for data in (
        "audience:everyone:1",
        "audience:languages:1:among:with:en:0",
        "audience:chats:1:less",
    ):
        await official.presses_data(data)
        assert "кому это поручено" in town.telegram.toasts[-1]
    assert await audience(town) == EVERYONE


async def test_whoever_may_write_aims(town: Town, admin: Person) -> None:
    async with town.database.writing() as db:
        await db.roles.let_announce(OFFICIAL, Announcing.WRITE)
    await town.person(OFFICIAL).presses_data("audience:languages:1:among:with:kk:0")
    assert (await audience(town)).among.languages == {Language.KAZAKH}


async def test_an_audience_is_saved_used_and_dropped(town: Town, admin: Person) -> None:
    await admin.presses("Язык")
    await admin.presses("Қазақша")
    await admin.presses("‹ Кому")
    await admin.presses("Сохранить")
    await admin.says("н" * 41)
    assert "не длиннее 40 знаков" in admin.screen.text
    await admin.says("  Казахский   <b>язык ")
    assert admin.screen.text.startswith("Сохранено: Казахский <b>язык ✅\n\n👥 Кому")
    await admin.presses("Сохранить")
    await admin.says("Казахский <b>язык")
    assert "Такое название уже есть" in admin.screen.text
    await admin.presses_data("audience:everyone:1")
    await admin.presses("Сохранённые")
    assert admin.screen.text == (
        "📁 Сохранённые аудитории\n\nКазахский <b>язык: Люди и группы, которые читают на казахском."
    )
    await admin.presses("Казахский")
    assert (await audience(town)).among.languages == {Language.KAZAKH}
    await admin.presses("Сохранённые")
    await admin.presses("✕")
    assert "Удалить сохранённую аудиторию Казахский <b>язык?" in admin.screen.text
    await admin.presses("Удалить")
    assert "Пока ничего не сохранено" in admin.screen.text
    await admin.presses_data("audience:drop-yes:1:1")
    await admin.presses_data("audience:everyone:1")
    await admin.presses_data("audience:use:1:1")
    assert "больше нет" in town.telegram.toasts[-1]
    assert await audience(town) == EVERYONE
    async with town.database.reading() as db:
        acts = [await db.audit.get(number) for number in (1, 2, 3)]
    assert [(one.action, one.subject) for one in acts if one is not None] == [
        ("audience.save", "audience:1"),
        ("audience.drop", "audience:1"),
    ]
    await admin.says("/audit")
    assert "Сохранённая аудитория удалена" in admin.screen.text
    assert "аудитория № 1" in admin.screen.text


async def test_whoever_is_forgotten_leaves_an_empty_place(town: Town, admin: Person) -> None:
    """Their number can be another's tomorrow, and an empty list would mean everybody."""
    await admin.presses("Вручную")
    await admin.says(str(RUSSIAN))
    await admin.presses("‹ Кому")
    await admin.presses("Сохранить")
    await admin.says("Один")
    person = town.person(RUSSIAN)
    await person.says("/delete_me")
    await person.presses_data("privacy:delete:yes")
    assert await town.subscriber(RUSSIAN) is None
    assert (await audience(town)).among.chats == {GONE}
    async with town.database.reading() as db:
        (saved,) = await db.saved_audiences.all()
    assert saved.audience.among.chats == {GONE}
    await admin.presses_data("audience:open:1")
    assert "выбраны вручную (сколько: 1)" in admin.screen.text
    assert "никто не получит" in admin.screen.text


async def test_a_follow_up_can_be_widened(town: Town, admin: Person) -> None:
    """What comes with a follow-up is named, and can be dropped but not chosen."""
    pressed = Audience(Criteria(pressed=frozenset({(DRAFT, 0), (DRAFT, 1)})))
    button = AnnouncementButton({Language.RUSSIAN: "Записаться"}, url="https://example.kz")
    async with town.database.writing() as db:
        kept = await db.announcements.get(DRAFT)
        assert kept is not None
        await db.announcements.save(replace(kept, audience=pressed, buttons=(button,)))
    await admin.presses_data("audience:open:1")
    said = "нажали кнопку «Записаться» (объявление № 1) или № 2 (объявление № 1)."
    assert said in admin.screen.text
    await admin.presses("✕ Нажавшие кнопку")
    assert await audience(town) == EVERYONE


WORDS = {
    Language.KAZAKH: "Қазақ немесе орыс тілінде оқитын адамдар, қызметкер рөлі барлардан басқа.",
    Language.RUSSIAN: "Люди, которые читают на казахском или русском, кроме тех, кто является"
    " сотрудником.",
    Language.ENGLISH: "People who read in Kazakh or Russian, except those who are officials.",
    Language.CHINESE: "使用哈萨克语或俄语阅读的个人，但角色为工作人员的除外。",
}


@pytest.mark.parametrize("language", Language)
async def test_each_language(town: Town, admin: Person, language: Language) -> None:
    aimed = Audience(
        Criteria(
            sorts=frozenset({Sort.PEOPLE}),
            languages=frozenset({Language.KAZAKH, Language.RUSSIAN}),
        ),
        Criteria(roles=frozenset({Role.OFFICIAL})),
    )
    async with town.database.writing() as db:
        kept = await db.announcements.get(DRAFT)
        assert kept is not None
        await db.announcements.save(replace(kept, audience=aimed))
        me = await db.subscribers.get(9, hold=True)
        assert me is not None
        await db.subscribers.save(replace(me, language=language))
    await admin.presses_data("audience:open:1")
    assert admin.screen.text.split("\n\n")[1] == WORDS[language]
