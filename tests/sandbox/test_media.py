"""Files and albums: sent, put in a message's place, deleted together, and where they may not go."""

from typing import Any

import aiohttp
import pytest

from sandbox.server import Sandbox
from tests.sandbox.conftest import Bot, file_of, upload


async def test_a_photo_is_no_document(
    sandbox: Sandbox, bot: Bot, http: aiohttp.ClientSession, aya: int
) -> None:
    answer = await upload(http, sandbox, "sendPhoto", chat_id=aya, photo=b"pixels")
    [photo] = answer["result"]["photo"]
    refused = await bot.refused("sendDocument", chat_id=aya, document=photo["file_id"])
    assert refused == "Bad Request: can't use file of type Photo as Document"
    long = "ы" * 1_025
    refused = await bot.refused("sendPhoto", chat_id=aya, photo=photo["file_id"], caption=long)
    assert refused == "Bad Request: message caption is too long"


async def test_an_album(sandbox: Sandbox, bot: Bot, http: aiohttp.ClientSession, aya: int) -> None:
    media = [{"type": "photo", "media": f"attach://{name}"} for name in "ab"]
    answer = await upload(
        http, sandbox, "sendMediaGroup", chat_id=aya, media=media, a=b"one", b=b"two"
    )
    first, second = answer["result"]
    assert first["media_group_id"] == second["media_group_id"]
    assert first["photo"][0]["file_id"] != second["photo"][0]["file_id"]
    named = {"chat_id": aya, "from_chat_id": aya}
    ids = [first["message_id"], second["message_id"]]
    for method in ("forwardMessages", "copyMessages"):
        carried = await bot.do(method, **named, message_ids=ids)
        there = sandbox.messages(aya)[-2:]
        assert [each["message_id"] for each in there] == [each["message_id"] for each in carried]
        groups = {each["media_group_id"] for each in there}
        assert len(groups) == 1
        assert groups != {first["media_group_id"]}, "an album anew"


async def test_an_album_s_captions_stand_on_one_side(
    sandbox: Sandbox, bot: Bot, http: aiohttp.ClientSession, aya: int
) -> None:
    photo = await file_of(http, sandbox, aya, "photo")
    media = [{"type": "photo", "media": photo, "has_spoiler": True}] * 2
    first, _ = await bot.do("sendMediaGroup", chat_id=aya, media=media)
    assert first["has_media_spoiler"]
    mixed = [media[0], media[1] | {"show_caption_above_media": True}]
    refused = await bot.refused("sendMediaGroup", chat_id=aya, media=mixed)
    assert refused.endswith("show_caption_above_media must be the same for all messages")


@pytest.mark.parametrize(
    "kind", ["photo", "video", "animation", "audio", "document", "voice", "video_note", "sticker"]
)
async def test_every_kind_of_file_goes_again_by_its_id(
    sandbox: Sandbox, bot: Bot, http: aiohttp.ClientSession, aya: int, kind: str
) -> None:
    file_id = await file_of(http, sandbox, aya, kind)
    method = "send" + kind.title().replace("_", "")
    sent = await bot.do(method, **{"chat_id": aya, kind: file_id})
    shown = sent[kind][-1] if kind == "photo" else sent[kind]
    assert shown["file_id"] == file_id


async def test_what_can_be_put_into_a_message_instead(
    sandbox: Sandbox, bot: Bot, http: aiohttp.ClientSession, aya: int
) -> None:
    files = {
        kind: await file_of(http, sandbox, aya, kind)
        for kind in ("photo", "video", "animation", "audio", "document", "voice")
    }

    async def edit(message: dict[str, Any], kind: str) -> dict[str, Any]:
        media = {"type": kind, "media": files[kind], "caption": "new"}
        named = {"chat_id": aya, "message_id": message["message_id"]}
        return await bot.ask("editMessageMedia", **named, media=media)

    text = await bot.do("sendMessage", chat_id=aya, text="a text")
    edited = (await edit(text, "photo"))["result"]
    assert (edited["caption"], "text" in edited) == ("new", False)
    assert (await edit(text, "photo"))["description"].startswith("Bad Request: message is not mod")
    for kind in ("animation", "document", "audio", "video"):
        assert kind in (await edit(text, kind))["result"]
    voice = await bot.do("sendVoice", chat_id=aya, voice=files["voice"])
    refused = (await edit(voice, "photo"))["description"]
    assert refused == "Bad Request: message media can't be edited"
    assert "is unsupported" in (await edit(text, "voice"))["description"]
    media = [{"type": "photo", "media": files["photo"]}] * 2
    album, _ = await bot.do("sendMediaGroup", chat_id=aya, media=media)
    edited = (await edit(album, "video"))["result"]
    assert edited["media_group_id"] == album["media_group_id"]
    refused = (await edit(album, "document"))["description"]
    assert refused == "Bad Request: can't change media type in the album"
    refused = (await edit(album, "animation"))["description"]
    assert refused == "Bad Request: message content type can't be used in an album"


async def test_a_message_is_deleted_with_others_or_not_at_all(
    sandbox: Sandbox, bot: Bot, aya: int
) -> None:
    old = await bot.do("sendMessage", chat_id=aya, text="old")
    sandbox.advance(49 * 3600)
    new = await bot.do("sendMessage", chat_id=aya, text="new")
    ids = [old["message_id"], new["message_id"], 777]
    refused = await bot.refused("deleteMessages", chat_id=aya, message_ids=ids)
    assert refused == "Bad Request: message can't be deleted for everyone"
    assert [each["text"] for each in sandbox.from_bot(aya)] == ["old", "new"]
    assert await bot.do("deleteMessages", chat_id=aya, message_ids=ids[1:])
    assert [each["text"] for each in sandbox.from_bot(aya)] == ["old"]


@pytest.mark.parametrize(
    ("right", "what", "words"),
    [
        ("can_send_photos", "photo", "photos"),
        ("can_send_polls", "poll", "polls"),
        ("can_send_messages", "location", "locations"),
    ],
)
async def test_what_a_group_does_not_let_the_bot_send(
    sandbox: Sandbox,
    bot: Bot,
    http: aiohttp.ClientSession,
    aya: int,
    right: str,
    what: str,
    words: str,
) -> None:
    calls: dict[str, tuple[str, dict[str, Any]]] = {
        "photo": ("sendPhoto", {"photo": await file_of(http, sandbox, aya, "photo")}),
        "poll": ("sendPoll", {"question": "?", "options": ["a", "b"]}),
        "location": ("sendLocation", {"latitude": 1, "longitude": 2}),
    }
    method, params = calls[what]
    source = await bot.do(method, chat_id=aya, **params)
    group = sandbox.group("Group", [aya])
    sandbox.join(group)
    sandbox.restrict(group, **{right: False})
    refusal = f"Bad Request: not enough rights to send {words} to the chat"
    assert await bot.refused(method, chat_id=group, **params) == refusal
    if right != "can_send_messages":
        assert await bot.do("sendMessage", chat_id=group, text="a text")
        named = {"from_chat_id": aya, "message_ids": [source["message_id"]]}
        assert await bot.refused("forwardMessages", chat_id=group, **named) == refusal
