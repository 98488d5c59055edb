"""The thin thread: a person says something, the bot answers, a button is pressed."""

import asyncio

from sandbox.server import Sandbox
from tests.sandbox.conftest import Bot


async def test_a_person_is_heard_and_answered(sandbox: Sandbox, bot: Bot) -> None:
    user = sandbox.user("Ая", "kk")
    sandbox.say(user, "/start hello")
    [update] = await bot.updates()
    message = update["message"]
    assert (message["text"], message["from"]["language_code"]) == ("/start hello", "kk")
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    sent = await bot.do("sendMessage", chat_id=user, text="<b>Сәлем</b> &lt;3", parse_mode="html")
    assert sent["text"] == "Сәлем <3"
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
    assert sent["from"]["is_bot"]


async def test_a_pressed_button_is_answered(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    await bot.updates()
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes:1"}]]}
    await bot.do("sendMessage", chat_id=aya, text="Sure?", reply_markup=keyboard)
    press = asyncio.create_task(sandbox.press(aya, aya, "Yes"))
    [update] = await bot.updates(timeout=5)
    query = update["callback_query"]
    assert (query["data"], query["message"]["text"]) == ("yes:1", "Sure?")
    await bot.do("answerCallbackQuery", callback_query_id=query["id"], text="Done", show_alert=True)
    answer = await press
    assert answer is not None
    assert (answer["text"], answer["show_alert"]) == ("Done", True)


async def test_an_unconfirmed_update_comes_again(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    [first] = await bot.do("getUpdates")
    [again] = await bot.do("getUpdates")
    assert first == again
    assert await bot.do("getUpdates", offset=first["update_id"] + 1) == []


async def test_a_method_nobody_knows_is_refused(bot: Bot) -> None:
    assert await bot.refused("sendWisdom") == "Not Found: method not found"
