"""The sandbox says no in Telegram's words."""

from typing import Any

import pytest

from sandbox.server import Sandbox
from tests.sandbox.conftest import Bot

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
LATE = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", **button}]]}


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({"text": " \n\t"}, "Bad Request: text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "Bad Request: text must be non-empty"),
        ({"text": "ы" * 4_097}, "Bad Request: message is too long"),
        ({"text": "ы" * 16_385}, "Bad Request: text is too long"),
        ({"text": "x", "parse_mode": "BBCode"}, "Bad Request: unsupported parse_mode"),
        (
            {"text": "ы<p>", "parse_mode": "HTML"},
            'Bad Request: can\'t parse entities: Unsupported start tag "p" at byte offset 2',
        ),
        ({"text": "x", "reply_markup": "[]"}, "Bad Request: object expected as reply markup"),
        (
            {"text": "x", "reply_markup": keyboard(callback_data="ы" * 33)},
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            {"text": "x", "reply_markup": keyboard()},
            "Bad Request: can't parse inline keyboard button: "
            "Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "reply_markup": keyboard(url="http://localhost:80/")},
            "Bad Request: inline keyboard button URL 'http://localhost:80/' is invalid: "
            "Wrong HTTP URL",
        ),
        (
            {"text": "x", "reply_markup": keyboard(web_app={"url": "http://a.kz"})},
            "Bad Request: inline keyboard button Web App URL 'http://a.kz' is invalid: "
            "Only HTTPS links are allowed",
        ),
        (
            {"text": "x", "reply_parameters": {"message_id": 777}},
            "Bad Request: message to be replied not found",
        ),
        ({"text": "x", "message_thread_id": 7}, "Bad Request: message thread not found"),
    ],
)
async def test_what_cannot_be_sent(
    bot: Bot, aya: int, params: dict[str, Any], description: str
) -> None:
    assert await bot.refused("sendMessage", chat_id=aya, **params) == description


async def test_length_counts_code_points_after_parsing(bot: Bot, aya: int) -> None:
    text = "<b>" + "😀" * 4_096 + "</b>"
    sent = await bot.do("sendMessage", chat_id=aya, text=text, parse_mode="HTML")
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 8_192}]


async def test_who_cannot_be_written_to(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    stranger = sandbox.user("Stranger")
    assert await bot.refused("sendMessage", text="x") == "Bad Request: chat_id is empty"
    answer = await bot.refused("sendMessage", chat_id=sandbox.bot_id, text="x")
    assert answer == "Forbidden: the bot can't send messages to the bot"
    for nobody in (stranger, 999, -5, "@nobody"):
        answer = await bot.refused("sendMessage", chat_id=nobody, text="x")
        assert answer == "Bad Request: chat not found"
    sandbox.block(aya)
    refusal = await bot.ask("sendMessage", chat_id=aya, text="x")
    assert (refusal["error_code"], refusal["description"]) == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    sandbox.unblock(aya)
    assert await bot.do("sendMessage", chat_id=aya, text="x")
    sandbox.delete_account(aya)
    assert (
        await bot.refused("sendMessage", chat_id=aya, text="x") == "Forbidden: user is deactivated"
    )


async def test_someone_met_in_a_group_has_not_started(sandbox: Sandbox, bot: Bot) -> None:
    user = sandbox.user("Ая")
    group = sandbox.group("Group", [user])
    sandbox.join(group)
    sandbox.say(user, "/help@keruen_bot", chat_id=group)
    answer = await bot.refused("sendMessage", chat_id=user, text="x")
    assert answer == "Forbidden: bot can't initiate conversation with a user"


async def test_blocking_is_told(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    await bot.updates()
    sandbox.block(aya)
    sandbox.say(aya, "back again")
    gone, back, _ = await bot.updates()
    standing = [
        (each["my_chat_member"]["old_chat_member"]["status"],
         each["my_chat_member"]["new_chat_member"]["status"])
        for each in (gone, back)
    ]  # fmt: skip
    assert standing == [("member", "kicked"), ("kicked", "member")]


async def test_an_edit_that_changes_nothing(bot: Bot, aya: int) -> None:
    button = keyboard(callback_data="1")
    sent = await bot.do(
        "sendMessage", chat_id=aya, text="<b>x</b>", parse_mode="HTML", reply_markup=button
    )
    named = {"chat_id": aya, "message_id": sent["message_id"]}
    same = named | {"text": "<strong>x</strong> ", "parse_mode": "HTML"}
    assert await bot.refused("editMessageText", **same, reply_markup=button) == NOT_MODIFIED
    edited = await bot.do("editMessageText", **same)
    assert "reply_markup" not in edited  # an edit without a keyboard takes it away
    assert edited["edit_date"] >= edited["date"]
    assert await bot.refused("editMessageReplyMarkup", **named) == NOT_MODIFIED


async def test_what_cannot_be_edited(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    theirs = sandbox.say(aya, "mine")
    reply_keyboard = {"keyboard": [[{"text": "a"}]]}
    kept = await bot.do("sendMessage", chat_id=aya, text="x", reply_markup=reply_keyboard)
    assert "reply_markup" not in kept
    for message_id, words in (
        (theirs, "message can't be edited"),
        (kept["message_id"], "message can't be edited"),
        (555, "message to edit not found"),
        (0, "message identifier is not specified"),
    ):
        answer = await bot.refused("editMessageText", chat_id=aya, message_id=message_id, text="y")
        assert answer == f"Bad Request: {words}"
    sent = await bot.do("sendMessage", chat_id=aya, text="x")
    answer = await bot.refused(
        "editMessageCaption", chat_id=aya, message_id=sent["message_id"], caption="y"
    )
    assert answer == "Bad Request: there is no caption in the message to edit"


async def test_deleting(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    sent = await bot.do("sendMessage", chat_id=aya, text="x")
    named = {"chat_id": aya, "message_id": sent["message_id"]}
    assert await bot.do("deleteMessage", **named)
    assert [each["deleted"] for each in sandbox.messages(aya)] == [False, True]
    assert await bot.refused("deleteMessage", **named) == (
        "Bad Request: message to delete not found"
    )
    old = await bot.do("sendMessage", chat_id=aya, text="x")
    sandbox.advance(49 * 3600)
    answer = await bot.refused("deleteMessage", chat_id=aya, message_id=old["message_id"])
    assert answer == "Bad Request: message can't be deleted for everyone"


async def test_a_press_is_answered_once_and_in_time(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    await bot.do("sendMessage", chat_id=aya, text="?", reply_markup=keyboard(callback_data="1"))
    first, second = (sandbox.begin_press(aya, aya, data="1") for _ in range(2))
    long = {"callback_query_id": first.id, "text": "ы" * 201}
    assert await bot.refused("answerCallbackQuery", **long) == "Bad Request: MESSAGE_TOO_LONG"
    assert await bot.do("answerCallbackQuery", callback_query_id=first.id)
    assert await bot.refused("answerCallbackQuery", callback_query_id=first.id) == LATE
    sandbox.advance(151)
    assert await bot.refused("answerCallbackQuery", callback_query_id=second.id) == LATE


async def test_menus(bot: Bot, aya: int) -> None:
    commands = [{"command": "start", "description": "Begin"}]
    assert await bot.do("setMyCommands", commands=commands, language_code="kk")
    assert await bot.do("getMyCommands", language_code="kk") == commands
    assert await bot.do("getMyCommands") == []
    answer = await bot.refused("setMyCommands", commands=commands, language_code="zh-hans")
    assert answer == "Bad Request: invalid language code specified"
    long = [{"command": "s" * 33, "description": "Begin"}]
    answer = await bot.refused("setMyCommands", commands=long)
    assert answer == "Bad Request: command length must not exceed 32"
    scope = {"type": "chat", "chat_id": 555}
    answer = await bot.refused("setMyCommands", commands=commands, scope=scope)
    assert answer == "Bad Request: chat not found"


async def test_a_mention_needs_an_acquaintance(bot: Bot, aya: int) -> None:
    links = f'<a href="tg://user?id={aya}">Ая</a>, <a href="tg://user?id=777">who?</a>'
    sent = await bot.do("sendMessage", chat_id=aya, text=links, parse_mode="HTML")
    [mention] = sent["entities"]
    assert (mention["type"], mention["user"]["first_name"]) == ("text_mention", "Ая")


async def test_entities_instead_of_tags(bot: Bot, aya: int) -> None:
    entities = [
        {"type": "italic", "offset": 2, "length": 100},
        {"type": "bold", "offset": 0, "length": 4},
        {"type": "text_link", "offset": 0, "length": 2, "url": "gov.kz"},
        {"type": "text_link", "offset": 2, "length": 2, "url": "javascript:alert()"},
    ]
    sent = await bot.do("sendMessage", chat_id=aya, text="😀 да", entities=entities)
    assert sent["entities"] == [
        {"type": "text_link", "offset": 0, "length": 2, "url": "http://gov.kz/"},
        {"type": "bold", "offset": 0, "length": 2},
        {"type": "italic", "offset": 2, "length": 3},
        {"type": "bold", "offset": 2, "length": 2},
    ]


async def test_an_empty_keyboard_is_none(bot: Bot, aya: int) -> None:
    sent = await bot.do("sendMessage", chat_id=aya, text="x", reply_markup={"inline_keyboard": []})
    assert "reply_markup" not in sent
    assert await bot.do("editMessageText", chat_id=aya, message_id=sent["message_id"], text="y")


async def test_tokens_and_addresses(sandbox: Sandbox, bot: Bot, http: Any) -> None:
    answers = []
    for path in ("bot42:OTHER/getMe", "bot42/getMe", "bot42:TEST", "bot42:TEST/getMe/more"):
        async with http.get(f"{sandbox.url}/{path}") as response:
            answers.append((response.status, (await response.json())["description"]))
    assert answers == [
        (401, "Unauthorized"),
        (401, "Unauthorized: invalid token specified"),
        (404, "Not Found"),
        (404, "Not Found"),
    ]
