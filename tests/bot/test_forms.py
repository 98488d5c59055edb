"""Every kind of message over real HTTP: sent as it was made, edited, deleted, pinned."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from aiogram import Bot
from markupsafe import Markup

from bot.answers import LimitedAnswers
from bot.session import make_bot
from bot.telegram import TelegramSender
from common.clock import SystemClock
from delivery import outcomes
from delivery.contents import (
    AlbumItem,
    Contact,
    Forwarded,
    Media,
    MediaKind,
    Place,
    Poll,
    PollOption,
)
from delivery.limiter import Limiter
from delivery.outcomes import Refused, Sent
from delivery.outgoing import Button, Outgoing
from sandbox.server import Sandbox
from sandbox.world import Json

PERSON = 1001
BOLD = {"type": "bold", "offset": 0, "length": 1}
BUTTONS = ((Button("Ещё", data="more:1"),),)
KEYBOARD = {"inline_keyboard": [[{"text": "Ещё", "callback_data": "more:1"}]]}


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(token="42:TEST", strict=True) as sandbox:
        sandbox.user("Сергей", "ru", id=PERSON)
        sandbox.say(PERSON, "/start")
        yield sandbox
        assert sandbox.violations() == []


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    bot = make_bot("42:TEST", sandbox.url)
    yield bot
    await bot.session.close()


@pytest.fixture
def sender(bot: Bot) -> TelegramSender:
    return TelegramSender(bot)


class Files:
    """Files that Telegram keeps: uploaded once, by someone else's hand."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def __call__(self, kind: MediaKind, **looks: bool) -> Media:
        file = self._sandbox.api.world.add_file(kind, f"{kind}.bin", kind.encode())
        return Media(kind, file.file_id, **looks)


@pytest.fixture
def files(sandbox: Sandbox) -> Files:
    return Files(sandbox)


def last(sandbox: Sandbox, chat_id: int = PERSON) -> Json:
    return sandbox.from_bot(chat_id)[-1]


@pytest.mark.parametrize("kind", list(MediaKind))
async def test_a_file_of_each_kind(
    sandbox: Sandbox, sender: TelegramSender, files: Files, kind: MediaKind
) -> None:
    media = files(kind, has_spoiler=True, caption_above=True)
    words = ("a < b", [BOLD]) if kind.has_caption else ("", [])
    outgoing = replace(Outgoing.authored(*words, media), buttons=BUTTONS)
    outcome = await sender.send(PERSON, outgoing)
    message = last(sandbox)
    assert outcome == Sent((message["message_id"],))
    shown = message[kind][-1] if kind is MediaKind.PHOTO else message[kind]
    assert shown["file_id"] == media.file_id
    assert message["reply_markup"] == KEYBOARD
    if kind.has_caption:
        assert (message["caption"], message["caption_entities"]) == ("a < b", [BOLD])
    for look in ("has_media_spoiler", "show_caption_above_media"):
        assert message.get(look, False) == kind.is_seen


async def test_an_album_and_what_follows_it(
    sandbox: Sandbox, sender: TelegramSender, files: Files
) -> None:
    photo, video = files(MediaKind.PHOTO, caption_above=True), files(MediaKind.VIDEO)
    album = Outgoing(
        album=(AlbumItem(photo, Markup("a < b"), (BOLD,)), AlbumItem(video)),
        then=Outgoing(Markup("⬇️"), buttons=BUTTONS),
    )
    first, then = album.parts
    outcome = await sender.send(PERSON, first)
    one, two = sandbox.from_bot(PERSON)
    assert outcome == Sent((one["message_id"], two["message_id"]))
    assert one["media_group_id"] == two["media_group_id"]
    assert (one["caption"], one["caption_entities"]) == ("a < b", [BOLD])
    assert one["show_caption_above_media"] == two["show_caption_above_media"] is True
    await sender.send(PERSON, then)
    assert last(sandbox)["reply_markup"] == KEYBOARD


@pytest.mark.parametrize(
    ("place", "is_venue"),
    [(Place(43.3, 68.27), False), (Place(43.3, 68.27, "Завод", "Кентау"), True)],
)
async def test_a_place(
    sandbox: Sandbox, sender: TelegramSender, place: Place, is_venue: bool
) -> None:
    assert isinstance(await sender.send(PERSON, Outgoing(place=place, buttons=BUTTONS)), Sent)
    message = last(sandbox)
    assert message["location"] == {"latitude": 43.3, "longitude": 68.27}
    assert ("venue" in message) == is_venue


async def test_a_contact(sandbox: Sandbox, sender: TelegramSender) -> None:
    await sender.send(PERSON, Outgoing(contact=Contact("+77001234567", "Ая", vcard="BEGIN:VCARD")))
    told = {"phone_number": "+77001234567", "first_name": "Ая", "vcard": "BEGIN:VCARD"}
    assert last(sandbox)["contact"] == told


async def test_a_poll_is_sent_once_and_forwarded_so_that_votes_count_together(
    sandbox: Sandbox, sender: TelegramSender
) -> None:
    quiz = Poll(
        "Когда?",
        (PollOption("8:00"), PollOption("9:00")),
        right=(1,),
        is_anonymous=False,
        explanation="Утром",
        explanation_entities=(BOLD,),
    )
    sent = await sender.send(PERSON, Outgoing(poll=quiz))
    assert isinstance(sent, Sent)
    poll = last(sandbox)["poll"]
    assert (poll["question"], poll["type"], poll["correct_option_ids"]) == ("Когда?", "quiz", [1])
    assert [option["text"] for option in poll["options"]] == ["8:00", "9:00"]
    assert (poll["explanation"], poll["explanation_entities"]) == ("Утром", [BOLD])
    assert not poll["is_anonymous"]
    reader = sandbox.user("Ая")
    sandbox.say(reader, "/start")
    await sender.send(reader, Outgoing(forwarded=Forwarded(PERSON, sent.message_ids)))
    forwarded = last(sandbox, reader)
    assert forwarded["poll"]["id"] == poll["id"]
    sandbox.vote(reader, reader, forwarded["message_id"], 1)
    assert last(sandbox)["poll"]["total_voter_count"] == 1


async def test_a_regular_poll_has_no_right_answer(sandbox: Sandbox, sender: TelegramSender) -> None:
    options = (PollOption("8:00"), PollOption("9:00"))
    await sender.send(PERSON, Outgoing(poll=Poll("Когда?", options, takes_several=True)))
    poll = last(sandbox)["poll"]
    assert (poll["type"], poll["allows_multiple_answers"]) == ("regular", True)
    assert poll["is_anonymous"]
    assert "correct_option_ids" not in poll


async def test_a_forward_of_which_some_are_gone_keeps_the_others_places(
    sandbox: Sandbox, sender: TelegramSender
) -> None:
    ids = [sandbox.say(PERSON, text) for text in ("one", "two")]
    forward = Outgoing(forwarded=Forwarded(PERSON, (ids[0], ids[1], 9_999)))
    outcome = await sender.send(PERSON, forward)
    came = [each["message_id"] for each in sandbox.from_bot(PERSON)]
    assert outcome == Sent((*came, 0))
    assert len(came) == 2
    lost = Outgoing(forwarded=Forwarded(PERSON, (9_999,)))
    assert isinstance(await sender.send(PERSON, lost), Refused)


@pytest.mark.parametrize(
    ("preview", "expected"),
    [
        (None, None),
        ({"is_disabled": True}, {"is_disabled": True}),
        (
            {"url": "https://a.kz", "show_above_text": True},
            {"url": "https://a.kz", "show_above_text": True},
        ),
    ],
)
async def test_an_author_s_link_preview_is_as_they_had_it(
    sandbox: Sandbox, sender: TelegramSender, preview: Json | None, expected: Json | None
) -> None:
    outgoing = replace(Outgoing.authored("https://a.kz", []), preview=preview)
    await sender.send(PERSON, outgoing)
    assert last(sandbox).get("link_preview_options") == expected


SEEN = [MediaKind.PHOTO, MediaKind.VIDEO, MediaKind.ANIMATION, MediaKind.AUDIO, MediaKind.DOCUMENT]


@pytest.mark.parametrize("kind", [*SEEN, MediaKind.VOICE])
async def test_file_words_and_buttons_are_edited_in_one_call(
    sandbox: Sandbox, sender: TelegramSender, files: Files, kind: MediaKind
) -> None:
    media = files(kind)
    sent = await sender.send(PERSON, Outgoing(Markup("<b>Было</b>"), media=media))
    assert isinstance(sent, Sent)
    other = media if kind is MediaKind.VOICE else files(kind)
    new = Outgoing(Markup("<i>Стало</i>"), media=other, buttons=BUTTONS)
    for _ in range(2):  # unchanged is as good as changed
        outcome = await sender.send(PERSON, new, instead_of=sent.message_ids[0])
        assert outcome == sent
    message = last(sandbox)
    shown = message[kind][-1] if kind is MediaKind.PHOTO else message[kind]
    assert (message["caption"], shown["file_id"]) == ("Стало", other.file_id)
    assert message["reply_markup"] == KEYBOARD
    assert len(sandbox.calls()) == 3


async def test_one_message_of_an_album_is_edited(
    sandbox: Sandbox, sender: TelegramSender, files: Files
) -> None:
    album = Outgoing(album=(AlbumItem(files(MediaKind.PHOTO)), AlbumItem(files(MediaKind.PHOTO))))
    sent = await sender.send(PERSON, album)
    assert isinstance(sent, Sent)
    changed = replace(album, album=(album.album[0], AlbumItem(files(MediaKind.VIDEO), Markup("2"))))
    outcome = await sender.send(PERSON, changed.message_at(1), instead_of=sent.message_ids[1])
    assert isinstance(outcome, Sent)
    first, second = sandbox.from_bot(PERSON)
    assert ("photo" in first, "video" in second, second["caption"]) == (True, True, "2")
    assert first["media_group_id"] == second["media_group_id"]


@pytest.mark.parametrize(
    "outgoing",
    [
        Outgoing(place=Place(1, 2)),
        Outgoing(forwarded=Forwarded(PERSON, (1,))),
        Outgoing(media=Media(MediaKind.STICKER, "sticker-file-1")),
    ],
)
async def test_what_cannot_be_edited_is_not_asked_for(
    sandbox: Sandbox, sender: TelegramSender, outgoing: Outgoing
) -> None:
    assert isinstance(await sender.send(PERSON, outgoing, instead_of=1), Refused)
    assert sandbox.calls() == []


async def sent_texts(sender: TelegramSender, *texts: str) -> list[int]:
    outcomes = [await sender.send(PERSON, Outgoing(Markup(text))) for text in texts]
    return [number for each in outcomes if isinstance(each, Sent) for number in each.message_ids]


async def test_messages_are_deleted_together_and_a_second_time_is_no_error(
    sandbox: Sandbox, sender: TelegramSender
) -> None:
    ids = await sent_texts(sender, "one", "two", "three")
    assert await sender.delete(PERSON, [*ids[:2], 0]) == Sent(())
    assert [each["text"] for each in sandbox.from_bot(PERSON)] == ["three"]
    assert len(sandbox.calls("deleteMessages")) == 1
    for again in (ids[:2], ids[:1], [0], []):
        assert await sender.delete(PERSON, again) == Sent(())


async def test_one_that_may_not_be_deleted_keeps_none_of_the_others(
    sandbox: Sandbox, sender: TelegramSender
) -> None:
    old = await sent_texts(sender, "old")
    sandbox.advance(49 * 3600)
    new = await sent_texts(sender, "new", "newer")
    outcome = await sender.delete(PERSON, [new[0], *old, new[1]])
    assert isinstance(outcome, Refused)
    assert "can't be deleted for everyone" in outcome.reason
    assert [each["text"] for each in sandbox.from_bot(PERSON)] == ["old"]


async def test_a_deletion_of_many_is_several_calls(
    sandbox: Sandbox, sender: TelegramSender
) -> None:
    assert await sender.delete(PERSON, range(1_000, 1_250)) == Sent(())
    sizes = [len(_ids(call)) for call in sandbox.calls("deleteMessages")]
    assert sizes == [100, 100, 50]


def _ids(call: Json) -> list[int]:
    return [int(each) for each in str(call["params"]["message_ids"]).strip("[]").split(",")]


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ({"code": 400, "description": "message to delete not found"}, Sent(())),
        ({"code": 403, "description": "bot was kicked"}, outcomes.Unreachable),
        ({"code": 400, "description": "chat not found"}, outcomes.Unreachable),
        ({"code": 400, "description": "not enough rights to delete"}, Refused),
        ({"code": 400, "description": "need administrator rights in the channel chat"}, Refused),
        ({"retry_after": 7}, outcomes.FloodWait(7)),
        ({"code": 502, "body": "<html>"}, outcomes.ServerTrouble),
        ({"drop": "after"}, outcomes.Unknown),
    ],
)
async def test_what_comes_back_of_a_deletion(
    sandbox: Sandbox, sender: TelegramSender, how: dict[str, Any], expected: Any
) -> None:
    (number,) = await sent_texts(sender, "text")
    sandbox.fault("deleteMessages", **how)
    outcome = await sender.delete(PERSON, [number])
    assert isinstance(outcome, expected) if isinstance(expected, type) else outcome == expected


async def test_trouble_in_the_middle_of_single_deletions_ends_them(
    sandbox: Sandbox, sender: TelegramSender
) -> None:
    ids = await sent_texts(sender, "one", "two", "three")
    sandbox.fault("deleteMessages", code=400, description="message can't be deleted")
    sandbox.fault("deleteMessages", contains=f"[{ids[1]}]", retry_after=7)
    assert await sender.delete(PERSON, ids) == outcomes.FloodWait(7)
    assert [each["text"] for each in sandbox.from_bot(PERSON)] == ["two", "three"]
    assert await sender.delete(PERSON, ids) == Sent(())
    assert sandbox.from_bot(PERSON) == []


async def test_a_message_is_pinned_without_a_sound_and_stays_so(
    sandbox: Sandbox, sender: TelegramSender
) -> None:
    (number,) = await sent_texts(sender, "text")
    for _ in range(2):
        assert await sender.pin(PERSON, number) == Sent(())
    assert [each["message_id"] for each in sandbox.messages(PERSON) if each.get("pinned")] == [
        number
    ]
    assert sandbox.calls("pinChatMessage")[0]["params"]["disable_notification"] == "true"
    assert isinstance(await sender.pin(PERSON, 9_999), Refused)


async def test_a_channel_that_lets_nothing_be_pinned_is_well(
    sandbox: Sandbox, sender: TelegramSender
) -> None:
    channel = sandbox.channel("Новости", members=[PERSON])
    sent = await sender.send(channel, Outgoing(Markup("text")))
    assert isinstance(sent, Sent)
    sandbox.restrict(channel, can_edit_messages=False, can_pin_messages=False)
    assert isinstance(await sender.pin(channel, sent.message_ids[0]), Refused)


async def test_a_group_that_takes_no_pictures_is_well(
    sandbox: Sandbox, sender: TelegramSender, files: Files
) -> None:
    group = sandbox.group("Инвесторы", [PERSON])
    sandbox.join(group, by=PERSON)
    sandbox.restrict(group, can_send_photos=False)
    refused = await sender.send(group, Outgoing(media=files(MediaKind.PHOTO)))
    assert isinstance(refused, Refused)
    assert isinstance(await sender.send(group, Outgoing(Markup("text"))), Sent)


async def test_a_preview_of_several_parts_is_shown_whole(
    sandbox: Sandbox, bot: Bot, files: Files
) -> None:
    answers = LimitedAnswers(bot, Limiter(SystemClock(), 25))
    photo = AlbumItem(files(MediaKind.PHOTO))
    album = Outgoing(album=(photo, photo), then=Outgoing(Markup("⬇️"), buttons=BUTTONS))
    shown = await answers.send(PERSON, album)
    assert [each.get("text", "photo") for each in sandbox.from_bot(PERSON)] == [
        "photo",
        "photo",
        "⬇️",
    ]
    assert shown == last(sandbox)["message_id"]
    picture = Outgoing(Markup("old"), media=files(MediaKind.PHOTO))
    number = await answers.send(PERSON, picture)
    assert number is not None
    assert await answers.edit(PERSON, number, replace(picture, text=Markup("new")))
    assert last(sandbox)["caption"] == "new"
