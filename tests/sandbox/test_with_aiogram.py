"""aiogram, which the product speaks through, understands all that the sandbox says."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
)

from sandbox.server import Sandbox

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text="Yes", callback_data="1")],
        [InlineKeyboardButton(text="Site", url="https://gov.kz")],
    ]
)


@pytest.fixture
async def aiogram(sandbox: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    async with Bot(sandbox.token, session).context(auto_close=True) as bot:
        yield bot


async def test_messages(aiogram: Bot, aya: int) -> None:
    sent = await aiogram.send_message(
        aya,
        '<b>Новости</b> <a href="https://gov.kz/?a=1&amp;b=2">источник</a><blockquote>x</blockquote>',
        parse_mode="HTML",
        reply_markup=KEYBOARD,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    assert [each.type for each in sent.entities or ()] == ["bold", "text_link", "blockquote"]
    assert sent.reply_markup is not None
    urls = [row[0].url for row in sent.reply_markup.inline_keyboard]
    assert urls == [None, "https://gov.kz/"]
    edited = await aiogram.edit_message_text("Иначе", chat_id=aya, message_id=sent.message_id)
    assert not isinstance(edited, bool)
    assert edited.edit_date is not None
    menu = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Меню")]])
    plain = await aiogram.send_message(aya, "y", reply_markup=menu)
    copied = await aiogram.copy_message(aya, aya, plain.message_id)
    forwarded = await aiogram.forward_message(aya, aya, plain.message_id)
    assert copied.message_id < forwarded.message_id
    poll = (await aiogram.send_poll(aya, "When?", ["8:00", "9:00"])).poll
    assert poll is not None
    assert [each.text for each in poll.options] == ["8:00", "9:00"]
    assert await aiogram.pin_chat_message(aya, plain.message_id)
    assert await aiogram.delete_messages(aya, [plain.message_id, copied.message_id])


async def test_files(aiogram: Bot, aya: int) -> None:
    sent = await aiogram.send_document(aya, BufferedInputFile(b"rows", "projects.csv"))
    assert sent.document is not None
    assert sent.document.file_name == "projects.csv"
    content = await aiogram.download(sent.document)
    assert content is not None
    assert content.read() == b"rows"
    one, two = (InputMediaPhoto(media=BufferedInputFile(each, "x.jpg")) for each in (b"1", b"2"))
    album = await aiogram.send_media_group(aya, [one, two])
    assert len({each.media_group_id for each in album}) == 1


async def test_updates(sandbox: Sandbox, aiogram: Bot, aya: int) -> None:
    sandbox.say(aya, "hello", reply_to=None, photo=("x.jpg", b"1"))
    sandbox.say(aya, sticker=True)
    sandbox.say(aya, location={"latitude": 43.3, "longitude": 68.25})
    await aiogram.send_message(aya, "?", reply_markup=KEYBOARD)
    sandbox.begin_press(aya, aya, "Yes")
    group = sandbox.group("Group", [aya], forum=True)
    sandbox.join(group)
    sandbox.promote(group)
    topic = sandbox.topic(group, "News")
    sandbox.say(aya, "x", chat_id=group, thread_id=topic, anonymous=True)
    sandbox.say(aya, "post", chat_id=sandbox.channel("Channel"))
    sandbox.migrate(old_group(sandbox, aya))
    sandbox.leave(group)
    sandbox.block(aya)
    kinds = [each.event_type for each in await aiogram.get_updates()]
    assert kinds == [
        "message", "message", "message", "message", "callback_query",
        "my_chat_member", "message", "my_chat_member", "message", "message",
        "channel_post", "my_chat_member", "message", "message", "message",
        "my_chat_member", "my_chat_member",
    ]  # fmt: skip


def old_group(sandbox: Sandbox, user: int) -> int:
    group = sandbox.group("Old", [user])
    sandbox.join(group)
    return group


async def test_chats_and_menus(sandbox: Sandbox, aiogram: Bot, aya: int) -> None:
    group = old_group(sandbox, aya)
    sandbox.promote(group)
    assert (await aiogram.me()).username == sandbox.username
    assert (await aiogram.get_chat(aya)).first_name == "Ая"
    assert (await aiogram.get_chat(group)).title == "Old"
    assert len(await aiogram.get_chat_administrators(group)) == 2
    assert (await aiogram.get_chat_member(group, aya)).status == "creator"
    assert await aiogram.get_chat_member_count(group) == 2
    commands = [BotCommand(command="start", description="Begin")]
    assert await aiogram.set_my_commands(
        commands, scope=BotCommandScopeChat(chat_id=aya), language_code="kk"
    )
    assert await aiogram.delete_my_commands()
    assert await aiogram.set_my_description("x", "kk")
    assert (await aiogram.get_my_description("kk")).description == "x"
    assert await aiogram.set_my_short_description("x")
    assert await aiogram.set_my_name("Keruen")
    assert (await aiogram.get_webhook_info()).url == ""
    assert await aiogram.delete_webhook()
    assert (await aiogram.get_chat_menu_button()).type == "default"


async def test_refusals_become_aiograms_own(sandbox: Sandbox, aiogram: Bot, aya: int) -> None:
    group = old_group(sandbox, aya)
    new = sandbox.migrate(group)
    with pytest.raises(TelegramMigrateToChat) as moved:
        await aiogram.send_message(group, "x")
    assert moved.value.migrate_to_chat_id == new
    sandbox.block(aya)
    with pytest.raises(TelegramForbiddenError):
        await aiogram.send_message(aya, "x")
    with pytest.raises(TelegramBadRequest):
        await aiogram.send_message(777, "x")


@pytest.mark.parametrize(
    ("how", "error"),
    [
        ({"code": 400, "description": "x"}, TelegramBadRequest),
        ({"code": 401}, TelegramUnauthorizedError),
        ({"code": 403, "description": "x"}, TelegramForbiddenError),
        ({"code": 404}, TelegramNotFound),
        ({"code": 409, "description": "x"}, TelegramConflictError),
        ({"retry_after": 3}, TelegramRetryAfter),
        ({"code": 500}, TelegramServerError),
        ({"body": "<html>"}, ClientDecodeError),
        ({"drop": "before"}, TelegramNetworkError),
        ({"drop": "after"}, TelegramNetworkError),
    ],
)
async def test_accidents_become_aiograms_own(
    sandbox: Sandbox, aiogram: Bot, aya: int, how: dict[str, Any], error: type[Exception]
) -> None:
    sandbox.fault("sendMessage", **how)
    with pytest.raises(error):
        await aiogram.send_message(aya, "x")
    assert await aiogram.send_message(aya, "x")
