"""Whatever people can send can be announced, and looks in the end as it looked in the beginning."""

from typing import Any

import pytest

from tests.journeys.stage import Journey, Person, buttons

PHOTO = ("a.jpg", b"\xff\xd8picture")


async def written(journey: Journey) -> tuple[Person, Person]:
    """An admin who is about to say something, and somebody who will hear it."""
    await journey.starts()
    admin, person = journey.admin(), journey.person("Сергей")
    await person.subscribes()
    await admin.says("/announce")
    await admin.presses("Новое объявление")
    return admin, person


async def sent(journey: Journey, admin: Person, person: Person) -> list[dict[str, Any]]:
    """What the person has after it went to everyone."""
    had = len(person.messages)
    await admin.presses("📤 Отправить")
    await admin.presses("📤 Отправить")
    await journey.time_passes(minutes=1)
    return person.messages[had:]


CONTENTS: dict[str, dict[str, Any]] = {
    "text": {"text": "Открыт <b>приём</b> <a href='https://example.kz/a'>заявок</a>", "html": True},
    "photo": {"photo": PHOTO, "text": "Завод <i>открыт</i>", "html": True},
    "document": {"document": ("plan.pdf", b"%PDF"), "text": "План"},
    "video": {"video": ("a.mp4", b"video"), "text": "Видео"},
    "animation": {"animation": ("a.mp4", b"gif")},
    "audio": {"audio": ("a.mp3", b"audio"), "text": "Звук"},
    "voice": {"voice": ("a.ogg", b"voice")},
    "video_note": {"video_note": ("a.mp4", b"note")},
    "sticker": {"sticker": True},
    "location": {"location": {"latitude": 43.3, "longitude": 68.25}},
    "contact": {"contact": {"phone_number": "+77252000000", "first_name": "Приёмная"}},
}


@pytest.mark.parametrize("kind", CONTENTS)
async def test_what_is_sent_is_what_arrives(idle_journey: Journey, kind: str) -> None:
    journey = idle_journey
    admin, person = await written(journey)
    original = journey.sandbox.say(admin.user_id, chat_id=admin.chat_id, **CONTENTS[kind])
    await journey.settles()
    assert "Черновик" in admin.screen
    (arrived,) = await sent(journey, admin, person)
    said = journey.sandbox.api.world.chats[admin.chat_id].find(original)
    assert said is not None
    for field in ("text", "entities", "caption", "caption_entities", "location", "contact"):
        assert arrived.get(field) == said.get(field), field
    if isinstance(file := said.get(kind), dict) and "file_unique_id" in file:
        assert arrived[kind]["file_unique_id"] == file["file_unique_id"]
    assert "forward_origin" not in arrived


async def test_an_album_stays_together_and_its_buttons_follow(idle_journey: Journey) -> None:
    journey = idle_journey
    admin, person = await written(journey)
    items = [{"photo": (f"{n}.jpg", b"%d" % n), "text": f"Подпись {n}"} for n in range(4)]
    journey.sandbox.album(admin.user_id, items)
    await journey.settles()
    assert "Альбом" in admin.screen
    await admin.presses("🔘 Кнопки")
    await admin.presses("＋ Ссылка")
    await admin.says("Подать заявку — https://example.kz/apply")
    assert "https://example.kz/apply" in admin.screen
    await admin.presses("К черновику")
    assert "Альбом, 4 файла" in admin.screen
    *album, below = await sent(journey, admin, person)
    assert [each["caption"] for each in album] == [f"Подпись {n}" for n in range(4)]
    assert len({each["media_group_id"] for each in album}) == 1
    assert [each["url"] for each in buttons(below)] == ["https://example.kz/apply"]


async def test_of_an_album_of_eleven_ten_are_taken_and_it_is_said(idle_journey: Journey) -> None:
    journey = idle_journey
    admin, person = await written(journey)
    journey.sandbox.album(admin.user_id, [{"photo": (f"{n}.jpg", b"%d" % n)} for n in range(11)])
    await journey.settles()
    assert "В альбоме 10 файлов" in admin.screen
    await admin.presses("Посмотреть")
    arrived = await sent(journey, admin, person)
    assert len(arrived) == 10


async def test_a_restart_in_the_middle_of_an_album_loses_nothing(idle_journey: Journey) -> None:
    journey = idle_journey
    admin, person = await written(journey)
    common: dict[str, Any] = {"chat_id": admin.chat_id, "media_group_id": "77"}
    journey.sandbox.say(admin.user_id, photo=("1.jpg", b"1"), **common)
    await journey.settles()
    await journey.restarts()
    journey.sandbox.say(admin.user_id, photo=("2.jpg", b"2"), **common)
    await journey.settles()
    await admin.presses("Посмотреть")
    assert len(await sent(journey, admin, person)) == 2


async def test_votes_in_a_poll_count_together(idle_journey: Journey) -> None:
    journey = idle_journey
    admin, person = await written(journey)
    other = journey.person("Марат")
    await other.subscribes()
    journey.sandbox.poll(admin.user_id, "Когда встречаемся?", ["Утром", "Вечером"])
    await journey.settles()
    assert "Когда встречаемся?" in admin.screen
    assert "После отправки не исправить, только отозвать: Опрос." in admin.screen
    (arrived,) = await sent(journey, admin, person)
    journey.sandbox.vote(person.user_id, person.chat_id, arrived["message_id"], 0)
    journey.sandbox.vote(other.user_id, other.chat_id, other.message["message_id"], 0)
    assert other.message["poll"]["options"][0]["voter_count"] == 2


async def test_a_forwarded_post_keeps_where_it_comes_from(idle_journey: Journey) -> None:
    journey = idle_journey
    admin, person = await written(journey)
    channel = journey.sandbox.channel("Акимат", None, [admin.user_id], False)
    post = journey.sandbox.say(admin.user_id, "Новость акимата", channel)
    journey.sandbox.forward(admin.user_id, channel, post)
    await journey.settles()
    (arrived,) = await sent(journey, admin, person)
    assert arrived["text"] == "Новость акимата"
    assert arrived["forward_origin"]["chat"]["title"] == "Акимат"


async def test_everyone_reads_the_version_of_their_language(idle_journey: Journey) -> None:
    journey = idle_journey
    admin, person = await written(journey)
    kazakh, english = journey.person("Айгерім", "kk"), journey.person("Emma", "en")
    await kazakh.subscribes()
    await english.subscribes()
    await admin.says("По-русски")
    await admin.presses("＋ Қазақша")
    await admin.says("Қазақша")
    assert "Остальные получат версию: Русский" in admin.screen
    await admin.presses("Остальным: Русский")
    await admin.presses("Қазақша")
    assert "Остальные получат версию: Қазақша" in admin.screen
    (arrived,) = await sent(journey, admin, person)
    assert arrived["text"] == "По-русски"
    assert kazakh.screen == "Қазақша"
    assert english.screen == "Қазақша"


async def test_what_bots_cannot_say_is_refused_with_a_reason(idle_journey: Journey) -> None:
    journey = idle_journey
    admin, _ = await written(journey)
    journey.sandbox.say(admin.user_id, chat_id=admin.chat_id, dice={"emoji": "🎲", "value": 3})
    await journey.settles()
    assert "не могут" in admin.screen
    await admin.says("а" * 4097)
    assert "лишний 1 знак" in admin.screen
    journey.sandbox.say(admin.user_id, "б" * 1030, admin.chat_id, photo=PHOTO)
    await journey.settles()
    assert "лишних 6 знаков" in admin.screen
    await admin.says("Теперь как надо")
    assert "Теперь как надо" in admin.screen


async def test_it_is_tried_out_on_its_author_first(idle_journey: Journey) -> None:
    journey = idle_journey
    admin, person = await written(journey)
    had = len(person.messages)
    await admin.says("Открыт приём заявок")
    await admin.presses("🧪 Проверить")
    await admin.presses("🙋 Мне")
    await journey.time_passes(minutes=0)
    assert [each["text"] for each in admin.messages[-2:]] == [
        "🧪 Проверка. Так выглядит объявление № 1, версия: Русский. Остальным оно не отправлено.",
        "Открыт приём заявок",
    ]
    assert len(person.messages) == had
