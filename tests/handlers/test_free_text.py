"""What the bot does not understand, and what goes wrong."""

import pytest

from common.errors import StorageError
from tests.handlers.town import Person, Town

GROUP = -100
HINT = "Я пока не понимаю таких сообщений"


@pytest.mark.parametrize("text", ["/nonsense", "/nothing"])
async def test_an_unknown_command_gets_a_hint(person: Person, text: str) -> None:
    await person.says("/start")
    await person.says(text)
    assert person.screen.text.startswith(HINT)


async def test_one_hint_per_chat_and_minute(town: Town, person: Person) -> None:
    await person.says("/start")
    for _ in range(2):
        await person.says(sticker=STICKER)  # some seconds pass after each
    assert len(town.telegram.said(person.chat_id)) == 2
    town.clock.advance(60)
    await person.says(photo=PHOTO)
    await person.says(sticker=STICKER)
    assert len(town.telegram.said(person.chat_id)) == 3


async def test_every_unknown_command_is_answered(town: Town, person: Person) -> None:
    await person.says("/start")
    for _ in range(3):
        await person.says("/nothing")
    assert len(town.telegram.said(person.chat_id)) == 4


async def test_what_a_stranger_says_keeps_nothing_about_them(town: Town, person: Person) -> None:
    await person.says("/start")
    await person.says("/delete_me")
    await person.presses("Удалить всё")
    for said in ({"sticker": STICKER}, {"text": "/nothing"}):
        await person.says(**said)
        assert person.screen.text.startswith(HINT)
    assert await town.subscriber() is None


async def test_a_hint_in_a_group_only_when_addressed(town: Town, person: Person) -> None:
    group = person.at(GROUP)
    for text in ("привет", "/nothing", "/start@other_bot"):
        await group.says(text)
    assert town.telegram.said(GROUP) == []
    await group.says(caption="что нового, @keruen_bot?", photo=PHOTO, caption_entities=MENTION)
    assert group.screen.text.startswith(HINT)
    town.clock.advance(3600)
    await group.says("/nothing@keruen_bot")
    assert len(town.telegram.said(GROUP)) == 2
    town.clock.advance(3600)
    await group.says(sticker=STICKER, reply=True)
    assert len(town.telegram.said(GROUP)) == 3


async def test_service_messages_are_nothing_said(town: Town, person: Person) -> None:
    await person.says(pinned_message={"message_id": 1, "date": 0, "chat": {"id": 1, "type": "x"}})
    await person.at(GROUP).says(new_chat_title="Другое имя")
    assert town.telegram.messages == []


async def test_a_failure_is_an_apology_and_the_next_update_works(
    town: Town, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await person.says("/start")
    with monkeypatch.context() as patch:
        patch.setitem(town.dispatcher.workflow_data, "welcome", broken(RuntimeError("secret")))
        await person.says("/start")
        assert person.screen.text.startswith("Что-то пошло не так")
        patch.setitem(town.dispatcher.workflow_data, "subscribe", broken(StorageError("locked")))
        await person.presses_data("welcome:yes", town.telegram.messages[0])
        assert town.telegram.toasts[-1].startswith("Сейчас не получается сохранить")
    await person.says("/start")
    assert person.screen.text.startswith("Здравствуйте!")


async def test_a_failure_before_anyone_is_recognized_is_told_in_their_language(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unreachable(*_: object, **__: object) -> None:
        raise StorageError("no database")

    monkeypatch.setattr("accounts.recognizing.Recognize.__call__", unreachable)
    person = town.person(language="en-GB")
    await person.says("/start")
    assert person.screen.text.startswith("This cannot be saved right now")


async def test_help_is_longer_for_admins(town: Town, person: Person) -> None:
    await person.says("/help")
    assert "/stats" not in person.screen.text
    admin = town.person(9)
    await admin.says("/help")
    assert "/stats" in admin.screen.text


def broken(error: Exception) -> object:
    async def use_case(*_: object, **__: object) -> None:
        raise error

    return use_case


STICKER = {
    "file_id": "s",
    "file_unique_id": "s",
    "type": "regular",
    "width": 1,
    "height": 1,
    "is_animated": False,
    "is_video": False,
}
MENTION = [{"type": "mention", "offset": 12, "length": 11}]
PHOTO = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
