"""Files, copies, pins, reactions, polls, inline results."""

import asyncio
from typing import Any

import aiohttp
import pytest

from sandbox.server import Sandbox
from tests.sandbox.conftest import Bot, upload

STRICTLY = "message identifiers must be in a strictly increasing order"


async def test_a_document_goes_up_and_comes_down(
    sandbox: Sandbox, bot: Bot, http: aiohttp.ClientSession, aya: int
) -> None:
    answer = await upload(
        http, sandbox, "sendDocument", chat_id=aya, document="attach://part", part=b"rows",
        caption="<i>all</i>", parse_mode="HTML",
    )  # fmt: skip
    sent = answer["result"]
    assert sent["caption_entities"] == [{"type": "italic", "offset": 0, "length": 3}]
    assert sent["document"]["file_name"] == "part.bin"
    found = await bot.do("getFile", file_id=sent["document"]["file_id"])
    url = f"{sandbox.url}/file/bot{sandbox.token}/{found['file_path']}"
    async with http.get(url) as response:
        assert await response.read() == b"rows"
    again = await bot.do("sendDocument", chat_id=aya, document=sent["document"]["file_id"])
    assert again["document"] == sent["document"]


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "nonsense"}, "wrong file identifier/HTTP URL specified"),
        ("sendPhoto", {"photo": "https://a.kz/x.jpg"}, "failed to get HTTP URL content"),
        ("getFile", {"file_id": "nonsense"}, "invalid file_id"),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
        ("sendMediaGroup", {"media": []}, "there are no messages to send"),
        (
            "sendMediaGroup",
            {"media": [{"type": "animation", "media": "x"}] * 2},
            "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup",
        ),
        ("sendSticker", {}, "there is no sticker in the request"),
        ("sendVideoNote", {"video_note": "x"}, "wrong file identifier/HTTP URL specified"),
        ("sendContact", {"first_name": "Ая"}, "phone_number is empty"),
        ("sendLocation", {"latitude": 91, "longitude": 1}, "wrong latitude specified"),
        ("sendPoll", {"options": ["a"]}, "poll question must be non-empty"),
        ("sendPoll", {"question": "?", "options": ["a", ""]}, "poll options must be non-empty"),
        (
            "sendPoll",
            {"question": "?", "options": ["a" * 101]},
            "poll options length must not exceed 100",
        ),
        (
            "sendPoll",
            {"question": "?", "options": ["a"], "type": "quiz"},
            "quiz poll must have a correct option",
        ),
        (
            "sendPoll",
            {"question": "?", "options": ["a"], "type": "quiz", "correct_option_ids": [1]},
            "wrong correct option ID specified",
        ),
        ("forwardMessages", {"message_ids": [7, 5]}, STRICTLY),
        ("copyMessages", {"message_ids": [5, 5]}, STRICTLY),
        ("forwardMessages", {"message_ids": [777]}, "there are no messages to forward"),
        ("forwardMessages", {"message_ids": []}, "message identifiers are not specified"),
        ("deleteMessages", {"message_ids": []}, "message identifiers are not specified"),
        (
            "deleteMessages",
            {"message_ids": list(range(1, 102))},
            "too many message identifiers specified",
        ),
        (
            "sendMediaGroup",
            {"media": [{"type": "photo", "media": "x"}] * 11},
            "too many messages to send as an album",
        ),
        (
            "sendMediaGroup",
            {"media": [{"type": kind, "media": "x"} for kind in ("photo", "document")]},
            "document can't be mixed with other media types",
        ),
        ("copyMessage", {"message_id": 777}, "message to copy not found"),
        ("forwardMessage", {"message_id": 777}, "message to forward not found"),
        ("deleteMessage", {"message_id": 777}, "message to delete not found"),
        ("pinChatMessage", {"message_id": 777}, "message to pin not found"),
    ],
)
async def test_what_is_not_there(
    bot: Bot, aya: int, method: str, params: dict[str, Any], words: str
) -> None:
    refused = await bot.refused(method, chat_id=aya, from_chat_id=aya, **params)
    assert refused == f"Bad Request: {words}"


async def test_an_announcement_is_copied_and_forwarded(
    sandbox: Sandbox, bot: Bot, aya: int
) -> None:
    written = sandbox.say(aya, "<b>see</b> https://gov.kz", html=True)
    named = {"chat_id": aya, "from_chat_id": aya, "message_id": written}
    copied = await bot.do("copyMessage", **named)
    forwarded = await bot.do("forwardMessage", **named)
    copy = next(
        each for each in sandbox.messages(aya) if each["message_id"] == copied["message_id"]
    )
    assert (copy["text"], copy["entities"]) == (forwarded["text"], forwarded["entities"])
    assert [each["type"] for each in copy["entities"]] == ["bold", "url"]
    assert copy["from"]["is_bot"]
    assert forwarded["forward_origin"]["sender_user"]["id"] == aya
    many = {"chat_id": aya, "from_chat_id": aya, "message_ids": [written, 777]}
    assert len(await bot.do("copyMessages", **many)) == 1


async def test_what_is_protected_stays(bot: Bot, aya: int) -> None:
    kept = await bot.do("sendMessage", chat_id=aya, text="x", protect_content=True)
    named = {"chat_id": aya, "from_chat_id": aya, "message_id": kept["message_id"]}
    refused = await bot.refused("forwardMessage", **named)
    assert refused == "Bad Request: message has protected content and can't be forwarded"


async def test_pins(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    await bot.updates()
    sent = await bot.do("sendMessage", chat_id=aya, text="x")
    await bot.do("pinChatMessage", chat_id=aya, message_id=sent["message_id"])
    [update] = await bot.updates()
    assert update["message"]["pinned_message"]["text"] == "x"
    assert [each.get("pinned", False) for each in sandbox.messages(aya)] == [False, True, False]
    again = await bot.refused("pinChatMessage", chat_id=aya, message_id=sent["message_id"])
    assert again == "Bad Request: CHAT_NOT_MODIFIED"
    await bot.do("unpinChatMessage", chat_id=aya)
    assert not any(each.get("pinned") for each in sandbox.messages(aya))
    group = sandbox.group("Group", [aya])
    sandbox.join(group)
    sent = await bot.do("sendMessage", chat_id=group, text="x")
    refused = await bot.refused("pinChatMessage", chat_id=group, message_id=sent["message_id"])
    assert refused == "Bad Request: not enough rights to manage pinned messages in the chat"


async def test_reactions(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    await bot.updates(allowed_updates=["message", "message_reaction"])
    sent = await bot.do("sendMessage", chat_id=aya, text="x")
    sandbox.react(aya, aya, sent["message_id"], "👍")
    [update] = await bot.updates()
    assert update["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    thumb = [{"type": "emoji", "emoji": "👌"}]
    named = {"chat_id": aya, "message_id": sent["message_id"]}
    assert await bot.do("setMessageReaction", **named, reaction=thumb)
    assert sandbox.messages(aya)[-1]["reactions"] == thumb


async def test_a_poll(bot: Bot, aya: int) -> None:
    sent = await bot.do("sendPoll", chat_id=aya, question="When?", options=["8:00", "9:00"])
    assert [each["text"] for each in sent["poll"]["options"]] == ["8:00", "9:00"]
    quiz = await bot.do(
        "sendPoll",
        chat_id=aya,
        question="When?",
        options=[{"text": "8:00"}, {"text": "9:00"}],
        type="quiz",
        correct_option_ids=[1],
        explanation="<b>late</b>",
        explanation_parse_mode="HTML",
    )
    assert (quiz["poll"]["type"], quiz["poll"]["correct_option_ids"]) == ("quiz", [1])
    assert quiz["poll"]["explanation"] == "late"
    assert quiz["poll"]["explanation_entities"] == [{"type": "bold", "offset": 0, "length": 4}]


async def test_a_contact_and_a_point(bot: Bot, aya: int) -> None:
    person = {"phone_number": "+77001234567", "first_name": "Ая", "vcard": "BEGIN:VCARD"}
    assert (await bot.do("sendContact", chat_id=aya, **person))["contact"] == person
    point = {"latitude": 43.3, "longitude": 68.25}
    sent = await bot.do("sendLocation", chat_id=aya, **point)
    assert (sent["location"], "venue" in sent) == (point, False)


async def test_a_venue(bot: Bot, aya: int) -> None:
    place = {"latitude": 43.3, "longitude": 68.25, "title": "Plant", "address": "Kentau"}
    sent = await bot.do("sendVenue", chat_id=aya, **place)
    location = {"latitude": 43.3, "longitude": 68.25}
    assert sent["venue"] == {"location": location, "title": "Plant", "address": "Kentau"}
    assert sent["location"] == location
    copied = await bot.do(
        "forwardMessage", chat_id=aya, from_chat_id=aya, message_id=sent["message_id"]
    )
    assert copied["venue"]["title"] == "Plant"
    for name, wrong in (("title", ""), ("latitude", "north"), ("longitude", 200)):
        assert (await bot.refused("sendVenue", chat_id=aya, **place | {name: wrong})).startswith(
            "Bad Request: "
        )


async def test_inline_results(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    await bot.updates()
    asking = asyncio.create_task(sandbox.inline(aya, "solar"))
    [update] = await bot.updates(timeout=5)
    query = update["inline_query"]
    assert query["query"] == "solar"
    content = {"message_text": "<b>Solar</b>", "parse_mode": "HTML"}
    result = {"type": "article", "id": "1", "title": "Solar", "input_message_content": content}
    keyboard = {"inline_keyboard": [[{"text": "x", "callback_data": "1"}]]}
    named = {"inline_query_id": query["id"]}
    refused = await bot.refused("answerInlineQuery", **named, results=[result] * 2)
    assert refused == "Bad Request: RESULT_ID_DUPLICATE"
    refused = await bot.refused("answerInlineQuery", **named, results=[result] * 51)
    assert refused == "Bad Request: too many inline query results specified"
    await bot.do("answerInlineQuery", **named, results=[result | {"reply_markup": keyboard}])
    answer = await asking
    assert answer is not None
    sandbox.choose(aya, aya, answer["results"][0], "solar")
    [update] = await bot.updates()
    inline_id = update["chosen_inline_result"]["inline_message_id"]
    assert sandbox.messages(aya)[-1]["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
    assert await bot.do("editMessageText", inline_message_id=inline_id, text="Edited") is True
    assert sandbox.messages(aya)[-1]["text"] == "Edited"
    refused = await bot.refused("editMessageText", inline_message_id="other", text="Edited")
    assert refused == "Bad Request: MESSAGE_ID_INVALID"


async def test_an_inline_query_is_answered_in_time(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    await bot.updates()
    asking = asyncio.create_task(sandbox.inline(aya, "solar"))
    [update] = await bot.updates(timeout=5)
    sandbox.advance(31)
    refused = await bot.refused(
        "answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=[]
    )
    assert refused.startswith("Bad Request: query is too old")
    asking.cancel()
