"""Buttons under announcements, and looking at one before it is sent."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from accounts.actor import OPERATOR
from delivery.outgoing import Outgoing
from model.ids import ProjectId
from model.outbox import RowState
from model.people import Language, Role
from model.projects import Field, Why
from publishing.announcing.testing import KIND
from storage.tables import BodyTable, OutboxTable
from tests.handlers.town import Town
from tests.handlers.writers import ADMIN, Writer, photo, readers, writer
from tests.projects.makers import CABLE
from tests.publishing.announced import Broadcasts

RUSSIAN, KAZAKH = Language.RUSSIAN, Language.KAZAKH
APPLY = "https://invest.example.kz/apply"


@pytest.fixture
async def admin(town: Town) -> Writer:
    return await writer(town)


@pytest.fixture
def post(town: Town) -> Broadcasts:
    return Broadcasts(town.database, town.clock)


async def adds(admin: Writer, kind: str, *typed: str) -> None:
    """From the draft's screen or from that of its buttons."""
    if not any(kind in label for label in admin.screen.labels):
        await admin.presses("🔘 Кнопки")
    await admin.presses(f"＋ {kind}")
    for words in typed:
        await admin.says(words)


async def has_projects(town: Town) -> None:
    """A cable works with a Kazakh name, a candidate nobody sees, and two of one kind."""
    for names, published in (
        ({"ru": "Кабельный завод", "kk": "Кабель зауыты"}, True),
        ({"ru": "Тайный завод"}, False),
        ({"ru": "Тепличный комплекс Арысь"}, True),
        ({"ru": "Тепличный комплекс Жетысай"}, True),
    ):
        fields = CABLE | {Field.NAMES: names, Field.PUBLISHED: published}
        await town.cases["add_project"](OPERATOR, fields, Why("с начала", None))


# Links


@pytest.mark.parametrize(
    ("typed", "label", "url"),
    [
        (f"Подать заявку {APPLY}", "Подать заявку", APPLY),
        (f"Подать\nзаявку — {APPLY}", "Подать заявку", APPLY),
        ("Подать заявку: invest.example.kz/apply", "Подать заявку", APPLY),
        (APPLY, "invest.example.kz", APPLY),
    ],
)
async def test_a_link_comes_with_its_label(admin: Writer, typed: str, label: str, url: str) -> None:
    await admin.writes()
    await adds(admin, "Ссылка", typed)
    (button,) = (await admin.draft()).buttons
    assert (button.labels, button.url) == ({RUSSIAN: label}, url)
    assert url in admin.screen.text
    assert "О переходах по ссылкам Telegram не сообщает" in admin.screen.text


async def test_words_that_are_a_link_themselves_are_taken_with_it(admin: Writer) -> None:
    await admin.writes()
    await adds(admin, "Ссылка")
    link = {"type": "text_link", "offset": 0, "length": 13, "url": APPLY}
    await admin.says("Подать заявку", entities=[link])
    (button,) = (await admin.draft()).buttons
    assert (button.labels, button.url) == ({RUSSIAN: "Подать заявку"}, APPLY)


@pytest.mark.parametrize("typed", ["Подать заявку", "Сайт http://10.0.0.1/", "Сайт ftp://a.kz"])
async def test_a_dead_link_is_refused_and_asked_for_anew(admin: Writer, typed: str) -> None:
    await admin.writes()
    await adds(admin, "Ссылка", typed)
    assert "Такую ссылку Telegram не примет" in admin.screen.text
    assert (await admin.draft()).buttons == ()
    await admin.says(f"Сайт {APPLY}")
    assert len((await admin.draft()).buttons) == 1


async def test_a_picture_where_a_link_was_asked_for_is_told_what_is_awaited(
    admin: Writer,
) -> None:
    await admin.writes()
    await adds(admin, "Ссылка")
    await admin.says(**photo("F"))
    assert "надпись и ссылку" in admin.screen.text
    await admin.says(f"Сайт {APPLY}")
    assert len((await admin.draft()).buttons) == 1


async def test_there_is_room_for_three(admin: Writer) -> None:
    await admin.writes()
    for number in range(3):
        await adds(admin, "Ссылка", f"Сайт {number} https://example.kz/{number}")
    assert not any("＋" in label for label in admin.screen.labels)
    await admin.presses("К черновику")
    assert "🔘 Сайт 0 · Сайт 1 · Сайт 2" in admin.screen.text
    assert "🔘 Кнопки: 3" in admin.screen.labels


async def test_a_fourth_that_was_asked_for_before_is_refused(admin: Writer, town: Town) -> None:
    other = await writer(town, 20)
    await admin.writes()
    for number in range(2):
        await adds(admin, "Ссылка", f"Сайт {number} https://example.kz/{number}")
    await adds(admin, "Ссылка")
    await other.says("/announce")
    await other.presses("№ 1")
    await adds(other, "Ссылка", "Третья https://example.kz/3")
    await admin.says("Четвёртая https://example.kz/4")
    assert "уже три кнопки" in admin.screen.text
    assert len((await admin.draft()).buttons) == 3


async def test_buttons_are_ordered_renamed_relinked_and_removed(admin: Writer) -> None:
    await admin.writes()
    for number in range(2):
        await adds(admin, "Ссылка", f"Сайт {number} https://example.kz/{number}")
    await admin.presses("✏️ Сайт 1")
    await admin.presses("Выше")
    assert [one.url for one in (await admin.draft()).buttons] == [
        "https://example.kz/1",
        "https://example.kz/0",
    ]
    await admin.presses("✏️ Сайт 1")
    await admin.presses("Русский: Сайт 1")
    await admin.says("Первый сайт")
    await admin.presses("✏️ Первый сайт")
    await admin.presses("Другая ссылка")
    await admin.says("https://example.kz/new")
    first = (await admin.draft()).buttons[0]
    assert (first.labels, first.url) == ({RUSSIAN: "Первый сайт"}, "https://example.kz/new")
    await admin.presses("✏️ Первый сайт")
    await admin.presses("Убрать кнопку")
    assert [one.url for one in (await admin.draft()).buttons] == ["https://example.kz/0"]


async def test_an_old_press_means_no_other_button(admin: Writer) -> None:
    await admin.writes()
    for number in range(2):
        await adds(admin, "Ссылка", f"Сайт {number} https://example.kz/{number}")
    listed = replace(admin.screen)
    await admin.presses("✏️ Сайт 0")
    card = replace(admin.screen)
    await admin.presses("Убрать кнопку")
    await admin.presses("Убрать кнопку", on=card)
    await admin.presses("✏️ Сайт 0", on=listed)
    assert "с тех пор изменилось" in admin.screen.text
    assert [one.url for one in (await admin.draft()).buttons] == ["https://example.kz/1"]


async def test_a_label_a_version_and_one_for_all_others(admin: Writer) -> None:
    await admin.writes("По-русски")
    await admin.presses("＋ Қазақша")
    await admin.says("Қазақша")
    await adds(admin, "Ссылка", f"Подать заявку {APPLY}")
    await admin.presses("✏️ Подать заявку")
    await admin.presses("Қазақша: —")
    assert "Қазақша" in admin.screen.text
    await admin.says("Өтінім беру")
    (button,) = (await admin.draft()).buttons
    assert button.labels == {RUSSIAN: "Подать заявку", KAZAKH: "Өтінім беру"}
    await admin.presses("К черновику")
    await admin.presses("👁")
    assert admin.town.telegram.messages[-2].labels == ["Подать заявку"]
    await admin.presses("👁 Қазақша")
    assert admin.town.telegram.messages[-2].labels == ["Өтінім беру"]


# Projects


async def test_a_project_is_found_by_its_code_and_called_by_its_names(
    admin: Writer, town: Town
) -> None:
    await has_projects(town)
    await admin.writes()
    await adds(admin, "Проект", "TUR-001")
    (button,) = (await admin.draft()).buttons
    assert button.project_id == ProjectId(1)
    assert button.labels == {RUSSIAN: "Кабельный завод", KAZAKH: "Кабель зауыты"}
    assert "карточка проекта" in admin.screen.text


async def test_where_words_mean_several_one_is_chosen(admin: Writer, town: Town) -> None:
    await has_projects(town)
    await admin.writes()
    await adds(admin, "Проект", "тепличный комплекс")
    assert "Какой из них" in admin.screen.text
    await admin.presses("Жетысай")
    (button,) = (await admin.draft()).buttons
    assert button.project_id == ProjectId(4)


@pytest.mark.parametrize("typed", ["TUR-002", "Тайный завод", "абракадабра"])
async def test_a_project_that_not_everyone_may_see_is_none(
    admin: Writer, town: Town, typed: str
) -> None:
    await has_projects(town)
    await admin.writes()
    await adds(admin, "Проект", typed)
    assert "Тайный" not in "".join(admin.screen.labels)
    assert "TUR-002" not in admin.screen.text
    assert ProjectId(2) not in [one.project_id for one in (await admin.draft()).buttons]


async def test_a_project_that_was_hidden_meanwhile_is_pointed_out(
    admin: Writer, town: Town
) -> None:
    await has_projects(town)
    await admin.writes()
    await adds(admin, "Проект", "TUR-001")
    await admin.presses("К черновику")
    assert "скрыт или удалён" not in admin.screen.text
    async with town.database.writing() as db:
        project = await db.projects.get(ProjectId(1), hold=True)
        assert project is not None
        await db.projects.save([replace(project, published=False)])
    await admin.says("/announce")
    await admin.presses("№ 1")
    assert "Кабельный завод. Этот проект скрыт или удалён" in admin.screen.text


# Looking at it


async def test_it_is_looked_at_exactly_as_it_will_be(admin: Writer, town: Town) -> None:
    await has_projects(town)
    bold = {"type": "bold", "offset": 0, "length": 6}
    await admin.begins()
    await admin.says("Открыт <приём>", entities=[bold])
    await adds(admin, "Проект", "TUR-001")
    await adds(admin, "Ссылка", f"Подать заявку {APPLY}")
    await admin.presses("К черновику")
    await admin.presses("👁 Посмотреть")
    shown = town.telegram.messages[-2]
    assert shown.said is not None
    assert (shown.text, shown.said.entities) == ("Открыт <приём>", (bold,))
    assert shown.rows == [
        [("Кабельный завод", "announced:press:1:0")],
        [("Подать заявку", APPLY)],
    ]
    assert "Так увидят версию: Русский" in admin.screen.text
    await admin.presses("Кабельный завод", on=shown)
    assert "TUR-001" in admin.screen.text


async def test_below_an_album_the_buttons_come_in_a_message_of_their_own(admin: Writer) -> None:
    await admin.begins("Қазақша")
    await admin.sends_album(photo("F0"), photo("F1"))
    await adds(admin, "Ссылка", f"Өтінім беру {APPLY}")
    await admin.presses("К черновику")
    assert "кнопок не бывает" in admin.screen.text
    await admin.presses("👁 Посмотреть")
    first, second, below = admin.town.telegram.messages[-4:-1]
    assert [one.said.media for one in (first, second) if one.said] == [
        item.media for item in (await admin.said(KAZAKH)).album
    ]
    assert below.text == "Толығырақ:"  # in the version's language
    assert below.rows == [[("Өтінім беру", APPLY)]]


async def test_what_telegram_does_not_take_is_not_passed_over(admin: Writer, town: Town) -> None:
    await admin.begins()
    await admin.says(**photo("F"))
    town.telegram.lost_files.add("F")
    await admin.presses("👁 Посмотреть")
    assert "Показать не получилось" in admin.screen.text


# Trying it out


async def test_its_author_gets_every_version_after_a_line_that_says_what_it_is(
    admin: Writer, post: Broadcasts
) -> None:
    await admin.writes("По-русски")
    await admin.presses("＋ Қазақша")
    await admin.says("Қазақша")
    await admin.presses("🧪 Проверить")
    await admin.presses("🙋 Мне")
    assert admin.town.telegram.toasts[-1] == "Отправлено"
    assert "✓ 🙋 Мне" in admin.screen.labels
    assert await shown_to(post, ADMIN) == ["Қазақша", "По-русски"]
    assert [one.kind for one in await post.rows(OutboxTable.kind)] == [KIND, KIND]


async def test_a_colleague_gets_the_version_they_read(
    admin: Writer, town: Town, post: Broadcasts
) -> None:
    other = await writer(town, 20)
    await other.says("/language")
    await other.presses("English")
    await readers(town, "ru")
    await admin.writes("По-русски")
    await admin.presses("＋ English")
    await admin.says("In English")
    await admin.presses("🧪 Проверить")
    assert [one for one in admin.screen.labels if "‹" not in one] == ["🙋 Мне", "Айгуль"]
    await admin.presses("Айгуль")
    assert "✓ Айгуль" in admin.screen.labels
    assert await shown_to(post, 20) == ["In English"]
    assert await shown_to(post, ADMIN) == []


async def test_one_version_is_tried_out_on_whoever_reads_another(
    admin: Writer, town: Town, post: Broadcasts
) -> None:
    await writer(town, 20)
    await admin.writes("По-русски")
    await admin.presses("＋ English")
    await admin.says("In English")
    await admin.presses("✏️ English")
    await admin.presses("🧪 Проверить")
    assert "Версия: English" in admin.screen.text
    await admin.presses("Айгуль")
    assert await shown_to(post, 20) == ["In English"]


async def test_a_tick_means_the_draft_as_it_stands(
    admin: Writer, town: Town, post: Broadcasts
) -> None:
    await writer(town, 20)
    await admin.writes("Как было")
    await admin.presses("🧪 Проверить")
    town.clock.advance(60 - town.clock.now().second)
    await admin.presses("Айгуль")
    await admin.presses("Айгуль")
    assert town.telegram.toasts[-1] == "Уже отправлено"
    assert await shown_to(post, 20) == ["Как было"]
    await post.arrives(20, state=RowState.FAILED, error="Bad Request: Wrong HTTP URL")
    await admin.presses("К черновику")
    await admin.presses("🧪 Проверить")
    assert "✗ Айгуль" in admin.screen.labels
    assert "не дошло" in admin.screen.text
    await admin.presses("К черновику")
    await admin.presses("✏️ Русский")
    await admin.presses("Заменить")
    await admin.says("Как стало")
    await admin.presses("🧪 Проверить")
    assert "Айгуль" in admin.screen.labels
    await admin.presses("Айгуль")
    assert await shown_to(post, 20) == ["Как было", "Как стало"]


async def test_nobody_else_is_shown_what_is_not_sent(
    admin: Writer, town: Town, post: Broadcasts
) -> None:
    await readers(town, "ru")
    async with town.database.writing() as db:
        await db.roles.grant(30, Role.OFFICIAL, ADMIN, town.clock.now(), name="Никогда")
    await admin.writes()
    await admin.presses("🧪 Проверить")
    assert "Никогда" not in admin.screen.labels  # has never pressed /start
    for stranger in (2001, 30, 12345):
        await admin.person.presses_data(f"announce:try:1:{stranger}")
    assert await post.rows(OutboxTable.id) == []


async def shown_to(post: Broadcasts, chat_id: int) -> list[str]:
    """What rows in the outbox say to a chat, after the line about what it is."""
    rows = await post.rows(OutboxTable.chat_id, OutboxTable.body_id)
    async with post.database.reading() as db:
        bodies = {
            one.id: Outgoing.from_json(one.outgoing)
            for one in await db.session.scalars(select(BodyTable))
        }
    found = [bodies[row.body_id] for row in rows if row.chat_id == chat_id]
    assert all("🧪" in one.text for one in found)
    return [str(one.then.text) for one in found if one.then is not None]
