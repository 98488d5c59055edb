"""Announcements are written: what is taken, what is refused, and what nobody may lose."""

from dataclasses import replace
from typing import Any

import pytest

from delivery.contents import Contact, Forwarded, Media, MediaKind, Place
from delivery.outgoing import Outgoing
from handlers.announcing_awaited import AT_ONCE
from model.announcements import AnnouncementState
from model.audit import Sought
from model.ids import AnnouncementId
from model.people import Language
from tests.handlers.town import Person, Town
from tests.handlers.writers import ADMIN, Writer, file, photo, readers, writer

KAZAKH, RUSSIAN, ENGLISH = Language.KAZAKH, Language.RUSSIAN, Language.ENGLISH
CHANNEL = {"type": "channel", "date": 0, "message_id": 5, "chat": {"id": -100, "type": "channel"}}


@pytest.fixture
async def admin(town: Town) -> Writer:
    return await writer(town)


# What is said


async def test_a_text_is_kept_with_all_its_entities(admin: Writer) -> None:
    bold = {"type": "bold", "offset": 0, "length": 6}
    link = {"type": "text_link", "offset": 7, "length": 5, "url": "https://example.kz/"}
    preview = {"is_disabled": True}
    await admin.begins()
    await admin.says(text="Открыт приём <b>", entities=[bold, link], link_preview_options=preview)
    said = await admin.said()
    assert said.text == "Открыт приём <b>"
    assert said.entities == (bold, link)
    assert said.preview == preview
    assert "Русский — Открыт приём <b>" in admin.screen.text


CONTENTS: dict[str, tuple[dict[str, Any], Outgoing]] = {
    "photo": (
        photo("F") | {"caption": "Вид", "has_media_spoiler": True},
        Outgoing.authored("Вид", [], Media(MediaKind.PHOTO, "F", has_spoiler=True)),
    ),
    "video": (
        file("video", "F", width=1, height=1, duration=1) | {"show_caption_above_media": True},
        Outgoing.authored("", [], Media(MediaKind.VIDEO, "F", caption_above=True)),
    ),
    "animation": (
        file("animation", "F", width=1, height=1, duration=1) | file("document", "F"),
        Outgoing.authored("", [], Media(MediaKind.ANIMATION, "F")),
    ),
    "audio": (
        file("audio", "F", duration=1),
        Outgoing.authored("", [], Media(MediaKind.AUDIO, "F")),
    ),
    "voice": (
        file("voice", "F", duration=1),
        Outgoing.authored("", [], Media(MediaKind.VOICE, "F")),
    ),
    "video_note": (
        file("video_note", "F", length=1, duration=1),
        Outgoing.authored("", [], Media(MediaKind.VIDEO_NOTE, "F")),
    ),
    "sticker": (
        file("sticker", "F", type="regular", width=1, height=1, is_animated=False, is_video=False),
        Outgoing.authored("", [], Media(MediaKind.STICKER, "F")),
    ),
    "document": (
        file("document", "F", file_name="plan.pdf") | {"caption": "План"},
        Outgoing.authored("План", [], Media(MediaKind.DOCUMENT, "F")),
    ),
    "location": (
        {"location": {"latitude": 43.3, "longitude": 68.2}},
        Outgoing(place=Place(43.3, 68.2)),
    ),
    "venue": (
        {
            "location": {"latitude": 43.3, "longitude": 68.2},
            "venue": {
                "location": {"latitude": 43.3, "longitude": 68.2},
                "title": "Акимат",
                "address": "ул. Мира",
            },
        },
        Outgoing(place=Place(43.3, 68.2, "Акимат", "ул. Мира")),
    ),
    "contact": (
        {"contact": {"phone_number": "+7725", "first_name": "Приёмная"}},
        Outgoing(contact=Contact("+7725", "Приёмная")),
    ),
}
FIXED = {"video_note", "sticker", "location", "venue", "contact"}


@pytest.mark.parametrize("kind", CONTENTS)
async def test_whatever_telegram_carries_is_kept_by_its_own_words(admin: Writer, kind: str) -> None:
    content, kept = CONTENTS[kind]
    await admin.begins()
    await admin.says(**content)
    assert await admin.said() == kept
    assert ("не исправить" in admin.screen.text) == (kind in FIXED)


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "dice": ({"dice": {"emoji": "🎲", "value": 3}}, "передать не могут"),
    "story": ({"story": {"chat": {"id": 5, "type": "private"}, "id": 1}}, "передать не могут"),
    "game": ({"game": {"title": "t", "description": "d", "photo": []}}, "передать не могут"),
    "invoice": (
        {
            "invoice": {
                "title": "t",
                "description": "d",
                "start_parameter": "",
                "currency": "KZT",
                "total_amount": 1,
            }
        },
        "передать не могут",
    ),
    "checklist": (
        {"checklist": {"title": "t", "tasks": [{"id": 1, "text": "a"}]}},
        "передать не могут",
    ),
    "paid media": ({"paid_media": {"star_count": 1, "paid_media": []}}, "передать не могут"),
    "protected": (
        {"text": "Тайна", "forward_origin": CHANNEL, "has_protected_content": True},
        "запретил пересылать",
    ),
    "long text": ({"text": "🎉" * 2048 + "а"}, "лишний 1 знак"),
    "long caption": (photo("F") | {"caption": "а" * 1026}, "лишних 2 знака"),
    "closed poll": (
        {
            "poll": {
                "id": "1",
                "question": "?",
                "options": [],
                "total_voter_count": 0,
                "is_closed": True,
                "is_anonymous": True,
                "type": "regular",
                "allows_multiple_answers": False,
                "allows_revoting": True,
                "members_only": False,
            }
        },
        "уже завершён",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
async def test_what_cannot_be_announced_is_refused_at_once_and_asked_for_anew(
    admin: Writer, kind: str
) -> None:
    content, why = REFUSED[kind]
    await admin.begins()
    await admin.says(**content)
    assert why in admin.screen.text
    assert (await admin.draft()).versions == {}
    await admin.says("Теперь как надо")
    assert (await admin.said()).text == "Теперь как надо"


async def test_the_longest_texts_fit(admin: Writer) -> None:
    await admin.writes("🎉" * 2048)
    assert len((await admin.said()).text) == 2048
    await admin.begins()
    await admin.says(**photo("F"), caption="а" * 1024)
    assert len((await admin.said(number=2)).text) == 1024


async def test_a_long_text_that_came_in_pieces_is_not_taken_for_the_whole(admin: Writer) -> None:
    """An app cuts what is too long and sends the pieces at once."""
    at = admin.town.clock.now()
    await admin.begins()
    await admin.says("Первая часть", date=at)
    await admin.says("вторая часть", date=at)
    assert "Взято только первое сообщение" in admin.screen.text
    count = len(admin.heard())
    await admin.says("третья часть", date=at)
    assert len(admin.heard()) == count
    assert (await admin.said()).text == "Первая часть"


async def test_what_is_said_later_is_no_part_of_it(admin: Writer) -> None:
    await admin.writes()
    await admin.says("завод", date=admin.town.clock.now())
    assert "Взято только" not in admin.screen.text
    assert (await admin.said()).text == "Открыт приём заявок"


# Albums


def album(*captions: str) -> list[dict[str, Any]]:
    return [photo(f"F{n}") | {"caption": said} for n, said in enumerate(captions)]


async def test_an_album_is_gathered_from_its_messages(admin: Writer) -> None:
    await admin.begins()
    since = len(admin.heard())
    ids = await admin.sends_album(*album("раз", "два", "три"))
    said = await admin.said()
    assert [(one.media.file_id, one.text) for one in said.album] == [
        ("F0", "раз"),
        ("F1", "два"),
        ("F2", "три"),
    ]
    assert (await admin.draft()).sources[RUSSIAN].message_ids == tuple(ids)
    assert len(admin.heard(since)) == 1
    assert "остальные файлы добавятся сами" in admin.screen.text
    assert "Русский — Альбом ·" in admin.screen.text  # how many there will be is not known yet
    await admin.presses("Русский")
    assert "Альбом, 3 файла: раз" in admin.screen.text


async def test_an_album_stands_in_the_order_of_its_messages_however_they_arrive(
    admin: Writer,
) -> None:
    await admin.begins()
    for number in (503, 501, 504, 502, 501):
        content = photo(f"F{number}")
        await admin.says(**content, message_id=number, media_group_id="7")
    said = await admin.said()
    assert [one.media.file_id for one in said.album] == ["F501", "F502", "F503", "F504"]


async def test_the_same_picture_twice_in_an_album_is_two_pictures(admin: Writer) -> None:
    await admin.begins()
    await admin.sends_album(photo("F"), photo("F"))
    assert len((await admin.said()).album) == 2


async def test_of_an_album_of_eleven_ten_are_taken_and_that_is_said_once(admin: Writer) -> None:
    """An app sends it as ten and one, and the eleventh when it is uploaded."""
    await admin.begins()
    await admin.sends_album(*(photo(f"F{n}") for n in range(10)))
    admin.town.clock.advance(60)
    await admin.says(**photo("F10"))
    assert "В альбоме 10 файлов" in admin.screen.text
    assert len((await admin.said()).album) == 10
    count = len(admin.heard())
    await admin.says(**photo("F11"), date=admin.town.clock.now().replace(microsecond=0))
    assert len(admin.heard()) >= count
    assert len((await admin.said()).album) == 10


async def test_a_refused_album_is_refused_as_a_whole_and_once(admin: Writer) -> None:
    await admin.begins()
    since = len(admin.heard())
    await admin.sends_album(*album("а" * 1025, "", ""))
    assert len(admin.heard(since)) == 1
    assert "лишний 1 знак" in admin.screen.text
    assert (await admin.draft()).versions == {}
    await admin.sends_album(*album("коротко", ""), group="78")
    assert [one.text for one in (await admin.said()).album] == ["коротко", ""]


async def test_an_album_goes_on_after_a_restart(admin: Writer) -> None:
    await admin.begins()
    await admin.says(**photo("F0"), media_group_id="7")
    later = Town(admin.town.database, admin.town.clock, admin_ids={ADMIN})
    await later.person(ADMIN).says(**photo("F1"), media_group_id="7", message_id=20_000)
    assert [one.media.file_id for one in (await admin.said()).album] == ["F0", "F1"]


async def test_an_album_whose_draft_is_deleted_meanwhile_is_told_so_once(
    admin: Writer, town: Town
) -> None:
    other = await writer(town, 20)
    await admin.begins()
    await admin.says(**photo("F0"), media_group_id="7")
    await other.says("/announce")
    await other.presses("№ 1")
    await other.presses("Удалить")
    await other.presses("Да, удалить")
    since = len(admin.heard())
    await admin.sends_album(photo("F1"), photo("F2"), group="7")
    assert len(admin.heard(since)) == 1
    assert "больше нет" in admin.screen.text


# Forwards and polls


async def test_a_forwarded_post_is_forwarded_on_from_the_authors_chat(admin: Writer) -> None:
    await admin.begins()
    post = await admin.says("Новость <i>акимата", forward_origin=CHANNEL)
    said = await admin.said()
    assert said.forwarded == Forwarded(ADMIN, (post,))
    assert "Пересланное: Новость <i>акимата" in admin.screen.text
    assert "не исправить" in admin.screen.text
    assert "не удаляйте здесь" in admin.screen.text


async def test_a_forwarded_album_stays_one(admin: Writer) -> None:
    await admin.begins()
    ids = await admin.sends_album(*album("Новость", "", ""), forward_origin=CHANNEL)
    said = await admin.said()
    assert said.forwarded == Forwarded(ADMIN, tuple(ids))
    assert said.messages == 3


def poll(**more: Any) -> dict[str, Any]:
    option = {"persistent_id": "1", "text": "Да", "voter_count": 0}
    return {
        "poll": {
            "id": "1",
            "question": "Придёте?",
            "options": [option, option | {"text": "Нет", "persistent_id": "2"}],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
        }
        | more
    }


async def test_a_poll_is_put_once_and_forwarded_from_there(admin: Writer) -> None:
    await admin.begins()
    await admin.says(**poll())
    put = admin.town.telegram.messages[-2]
    assert put.said is not None
    assert put.said.poll is not None
    assert [one.text for one in put.said.poll.options] == ["Да", "Нет"]
    said = await admin.said()
    assert said.forwarded == Forwarded(ADMIN, (put.message_id,), is_poll=True)
    assert "Опрос: Придёте?" in admin.screen.text


async def test_a_quiz_keeps_its_right_answer_or_is_refused(admin: Writer) -> None:
    await admin.begins()
    await admin.says(**poll(type="quiz"))
    assert "не виден правильный ответ" in admin.screen.text
    await admin.says(**poll(type="quiz", correct_option_ids=[1], explanation="Потому"))
    put = admin.town.telegram.messages[-2].said
    assert put is not None
    assert put.poll is not None
    assert (put.poll.right, put.poll.explanation) == ((1,), "Потому")


async def test_a_poll_that_could_not_be_put_is_asked_for_anew(admin: Writer) -> None:
    await admin.begins()
    admin.town.telegram.is_full = True
    await admin.says(**poll())
    admin.town.telegram.is_full = False
    assert (await admin.draft()).versions == {}
    await admin.says(**poll())
    assert (await admin.said()).forwarded is not None


# Languages


async def test_there_is_a_version_a_language_and_one_for_all_others(
    admin: Writer, town: Town
) -> None:
    await readers(town, "kk", "kk", "en", "zh")
    await admin.writes("По-русски")
    await admin.presses("＋ Қазақша")
    await admin.says("Қазақша")
    text = admin.screen.text
    assert "Қазақша — Қазақша · 👥 2" in text
    assert "Русский — По-русски · 👥 1" in text
    assert "Остальные получат версию: Русский · 👥 2" in text
    await admin.presses("Остальным: Русский")
    assert "English, 简体中文" in admin.screen.text
    await admin.presses("Қазақша")
    assert "Остальные получат версию: Қазақша · 👥 2" in admin.screen.text
    assert (await admin.draft()).default_language is KAZAKH


async def test_the_first_version_may_be_meant_in_another_language(admin: Writer) -> None:
    await admin.begins("English")
    await admin.says("Applications are open")
    assert list((await admin.draft()).versions) == [ENGLISH]


async def test_a_version_that_nobody_reads_is_pointed_out(admin: Writer, town: Town) -> None:
    await readers(town, "kk")
    await admin.writes("По-русски")
    await admin.presses("＋ 简体中文")
    await admin.says("中文")
    assert "никто не получит: 简体中文" in admin.screen.text
    await admin.presses("简体中文")
    await admin.presses("Убрать")
    await admin.presses("Да, убрать")
    assert "никто не получит" not in admin.screen.text
    assert list((await admin.draft()).versions) == [RUSSIAN]


async def test_a_draft_can_be_emptied(admin: Writer) -> None:
    await admin.writes()
    await admin.presses("✏️ Русский")
    await admin.presses("Убрать")
    await admin.presses("Да, убрать")
    assert "Пока здесь ничего нет" in admin.screen.text
    assert "📤 Отправить" not in admin.screen.labels
    await admin.presses("＋ Русский")
    await admin.says("Снова")
    assert (await admin.said()).text == "Снова"


# Two at once


async def test_what_two_write_at_once_is_kept_apart(admin: Writer, town: Town) -> None:
    other = await writer(town, 20)
    await admin.writes("Как было")
    for one in (admin, other):
        await one.says("/announce")
        await one.presses("№ 1")
        await one.presses("✏️ Русский")
        await one.presses("Заменить")
    await other.says("Как у Айгуль")
    await admin.says("Как у меня")
    assert (await admin.said()).text == "Как у Айгуль"
    assert (await admin.said(number=2)).text == "Как у меня"
    assert "черновик № 1 изменился" in admin.screen.text
    assert "Черновик № 2" in admin.screen.text


async def test_different_versions_are_written_side_by_side(admin: Writer, town: Town) -> None:
    other = await writer(town, 20)
    await admin.writes("По-русски")
    await admin.presses("＋ English")
    await other.says("/announce")
    await other.presses("№ 1")
    await other.presses("＋ Қазақша")
    await other.says("Қазақша")
    await admin.says("In English")
    assert set((await admin.draft()).versions) == {RUSSIAN, KAZAKH, ENGLISH}


@pytest.mark.parametrize("became", ["deleted", "sent"])
async def test_whoever_writes_into_what_is_no_draft_any_more_keeps_their_words(
    admin: Writer, town: Town, became: str
) -> None:
    await admin.writes("Как было")
    await admin.presses("✏️ Русский")
    await admin.presses("Заменить")
    async with town.database.writing() as db:
        one = await db.announcements.get(AnnouncementId(1), hold=True)
        assert one is not None
        if became == "deleted":
            await db.announcements.delete(one.id)
        else:
            await db.announcements.save(replace(one, state=AnnouncementState.SENT))
    await admin.says("Как надо")
    assert (await admin.said(number=2)).text == "Как надо"
    assert "в новом черновике № 2" in admin.screen.text


async def test_nothing_is_deleted_that_was_not_seen(admin: Writer, town: Town) -> None:
    other = await writer(town, 20)
    await admin.writes("Как было")
    await other.says("/announce")
    await other.presses("№ 1")
    await other.presses("Удалить")
    await admin.presses("＋ English")
    await admin.says("In English")
    await other.presses("Да, удалить")
    assert "с тех пор изменилось" in other.screen.text
    assert "In English" in other.screen.text
    assert (await admin.draft()).versions


async def test_no_version_is_removed_that_was_not_seen(admin: Writer, town: Town) -> None:
    await admin.writes("Как было")
    await admin.presses("✏️ Русский")
    await admin.presses("Убрать")
    asked = replace(admin.screen)
    await admin.presses("Оставить")
    await admin.presses("Заменить")
    await admin.says("Как стало")
    await admin.presses("Да, убрать", on=asked)
    assert (await admin.said()).text == "Как стало"


# Drafts


async def test_drafts_are_listed_the_newest_first_page_by_page(admin: Writer) -> None:
    for number in range(10):
        await admin.writes(f"Объявление {number}")
    await admin.says("/announce")
    assert "Не отправлено 10 объявлений" in admin.screen.text
    assert admin.screen.labels[0] == "№ 10 · Объявление 9"
    assert sum(label.startswith("№") for label in admin.screen.labels) == 8
    await admin.presses("Старше")
    assert [one for one in admin.screen.labels if one.startswith("№")] == [
        "№ 2 · Объявление 1",
        "№ 1 · Объявление 0",
    ]
    await admin.presses("Новее")
    assert admin.screen.labels[0] == "№ 10 · Объявление 9"


async def test_a_new_draft_that_was_left_untouched_is_taken_up_again(admin: Writer) -> None:
    await admin.begins()
    await admin.begins()
    await admin.says("Слова")
    await admin.says("/announce")
    assert [one for one in admin.screen.labels if one.startswith("№")] == ["№ 1 · Слова"]


async def test_a_copy_is_a_draft_of_its_own(admin: Writer) -> None:
    await admin.writes("Как было")
    asked = replace(admin.screen)
    data = next(data for row in asked.rows for label, data in row if "Копия" in label)
    await admin.presses("Копия")
    await admin.person.presses_data(data, asked)  # a second press of the same finger
    assert "Черновик № 2" in admin.screen.text
    await admin.presses("✏️ Русский")
    await admin.presses("Заменить")
    await admin.says("Иначе")
    assert (await admin.said(number=1)).text == "Как было"
    assert (await admin.said(number=2)).text == "Иначе"
    await admin.says("/announce")
    assert "Не отправлены 2 объявления" in admin.screen.text


async def test_a_draft_is_deleted_after_one_question(admin: Writer, town: Town) -> None:
    await admin.writes()
    await admin.presses("Удалить")
    asked = replace(admin.screen)
    assert "Открыт приём заявок" in asked.text
    await admin.presses("Да, удалить")
    assert "Черновик № 1 удалён" in admin.screen.text
    await admin.presses("Да, удалить", on=asked)
    async with town.database.reading() as db:
        assert await db.announcements.get(AnnouncementId(1)) is None
        acts = await db.audit.found(Sought(action="announcement.delete"), 10)
    assert len(acts) == 1
    assert acts[0].act.before == {"ru": "Открыт приём заявок"}


async def test_a_button_of_a_deleted_draft_shows_what_there_is(admin: Writer) -> None:
    await admin.writes()
    card = replace(admin.screen)
    await admin.presses("Удалить")
    await admin.presses("Да, удалить")
    await admin.presses("👁", on=card)
    assert "Этого объявления больше нет" in admin.screen.text
    assert "Черновиков нет" in admin.screen.text


async def test_a_command_ends_the_question_and_keeps_the_draft(admin: Writer) -> None:
    await admin.begins()
    await admin.says("/help")
    await admin.says("завод")
    assert (await admin.draft()).versions == {}


async def test_another_device_finds_the_same_question(admin: Writer) -> None:
    await admin.begins()
    later = Town(admin.town.database, admin.town.clock, admin_ids={ADMIN})
    await later.person(ADMIN).says("После перезапуска")
    assert (await admin.said()).text == "После перезапуска"


# Edits in the chat


async def test_an_edited_message_edits_the_draft(admin: Writer) -> None:
    message = await admin.writes("Открыт приём заявк")
    await admin.person.edits(message, text="Открыт приём заявок")
    assert (await admin.said()).text == "Открыт приём заявок"
    assert "Исправлено и в черновике № 1" in admin.screen.text


async def test_an_edited_caption_edits_its_picture_of_the_album(admin: Writer) -> None:
    await admin.begins()
    ids = await admin.sends_album(*album("раз", "два"))
    await admin.person.edits(ids[1], **photo("F1"), caption="три", media_group_id="77")
    assert [one.text for one in (await admin.said()).album] == ["раз", "три"]


async def test_an_edit_that_is_too_long_changes_nothing_and_is_told(admin: Writer) -> None:
    await admin.begins()
    message = await admin.says(**photo("F"), caption="Коротко")
    await admin.person.edits(message, **photo("F"), caption="а" * 1030)
    assert "лишних 6 знаков" in admin.screen.text
    assert (await admin.said()).text == "Коротко"


async def test_an_edit_of_what_is_confirmed_changes_nothing_and_is_told(
    admin: Writer, town: Town
) -> None:
    message = await admin.writes("Как было")
    async with town.database.writing() as db:
        one = await db.announcements.get(AnnouncementId(1), hold=True)
        assert one is not None
        await db.announcements.save(replace(one, state=AnnouncementState.SCHEDULED))
    await admin.person.edits(message, text="Как стало")
    assert "уже подтверждено" in admin.screen.text
    assert (await admin.said()).text == "Как было"


async def test_nobody_elses_edits_are_anything(admin: Writer, town: Town) -> None:
    message = await admin.writes("Как было")
    stranger = town.person(55)
    await stranger.says("/start")
    count = len(town.telegram.messages)
    await stranger.edits(message, text="Чужое")
    await admin.person.edits(message + 1000, text="Другое")
    assert len(town.telegram.messages) == count
    assert (await admin.said()).text == "Как было"


# Rights


async def test_whoever_may_not_write_any_more_is_told_so(admin: Writer, town: Town) -> None:
    other = await writer(town, 20)
    await other.begins()
    async with town.database.writing() as db:
        await db.roles.let_announce(20, None)
    await other.says("Всё равно")
    assert "кому это поручено" in other.screen.text
    assert (await other.draft()).versions == {}


async def test_in_a_group_nothing_is_written(admin: Writer, person: Person) -> None:
    group = admin.person.at(-5)
    await group.says("/announce@keruen_bot")
    assert "личной переписке" in group.screen.text or "лично" in group.screen.text


def test_a_message_that_comes_later_is_another(town: Town) -> None:
    assert AT_ONCE < 20  # seconds between two acts of a person in the town
