"""The way to Telegram over real HTTP: what each answer means, and what is written."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from markupsafe import Markup

from bot.answers import LimitedAnswers
from bot.session import make_bot
from bot.telegram import ChatAdmins, TelegramSender
from common.clock import SystemClock
from delivery import outcomes
from delivery.contents import Media, MediaKind, Place
from delivery.inline import InlineAnswer, InlineResult
from delivery.limiter import Limiter
from delivery.outgoing import Button, Outgoing
from model.ids import ChatId
from sandbox.server import Sandbox

PERSON = 1001
STARTED = Outgoing(
    Markup("<b>Новости</b> &amp; инвестиции"), buttons=((Button("Ещё", data="more:1"),),)
)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(token="42:TEST") as sandbox:
        sandbox.user("Сергей", "ru", id=PERSON)
        sandbox.say(PERSON, "/start")
        yield sandbox


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    bot = make_bot("42:TEST", sandbox.url)
    yield bot
    await bot.session.close()


@pytest.fixture
def sender(bot: Bot) -> TelegramSender:
    return TelegramSender(bot)


@pytest.fixture
def answers(bot: Bot) -> LimitedAnswers:
    return LimitedAnswers(bot, Limiter(SystemClock(), 25))


async def test_a_message_arrives_as_it_was_made(sandbox: Sandbox, sender: TelegramSender) -> None:
    outgoing = Outgoing(
        STARTED.text,
        buttons=(
            (Button("Ещё", data="more:1"), Button("Сайт", url="https://example.kz/a?b=1&c=2")),
        ),
        preview_url="https://example.kz/news",
    )
    outcome = await sender.send(PERSON, outgoing)
    message = sandbox.from_bot(PERSON)[-1]
    assert outcome == outcomes.Sent((message["message_id"],))
    assert message["text"] == "Новости & инвестиции"
    assert message["entities"][0] == {"type": "bold", "offset": 0, "length": 7}
    assert message["link_preview_options"] == {"url": "https://example.kz/news"}
    assert message["reply_markup"]["inline_keyboard"] == [
        [
            {"text": "Ещё", "callback_data": "more:1"},
            {"text": "Сайт", "url": "https://example.kz/a?b=1&c=2"},
        ]
    ]


async def test_entities_of_an_author_go_as_they_came(
    sandbox: Sandbox, sender: TelegramSender
) -> None:
    italic = {"type": "italic", "offset": 0, "length": 2}
    await sender.send(PERSON, Outgoing.authored("a<b> & c", [italic]))
    message = sandbox.from_bot(PERSON)[-1]
    assert (message["text"], message["entities"]) == ("a<b> & c", [italic])


async def test_as_plain_text_no_markup_is_left(sandbox: Sandbox, sender: TelegramSender) -> None:
    await sender.send(PERSON, STARTED, as_plain=True)
    message = sandbox.from_bot(PERSON)[-1]
    assert message["text"] == "Новости & инвестиции"
    assert "entities" not in message
    assert message["reply_markup"]["inline_keyboard"]


async def test_a_file_goes_by_its_id(
    sandbox: Sandbox, sender: TelegramSender, answers: LimitedAnswers
) -> None:
    assert await answers.send_file(PERSON, "data.json", b"{}", "<b>Данные</b>") is not None
    file_id = sandbox.from_bot(PERSON)[-1]["document"]["file_id"]
    media = Media(MediaKind.DOCUMENT, file_id)
    assert isinstance(
        await sender.send(PERSON, Outgoing(Markup("ещё раз"), media=media)), outcomes.Sent
    )
    message = sandbox.from_bot(PERSON)[-1]
    assert (message["caption"], message["document"]["file_name"]) == ("ещё раз", "data.json")


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ({"code": 401}, outcomes.Stopped("Unauthorized")),
        ({"code": 409, "description": "terminated"}, outcomes.Stopped("Conflict: terminated")),
        ({"retry_after": 7}, outcomes.FloodWait(7)),
        (
            {"code": 400, "description": "can't parse entities: x"},
            outcomes.BadMarkup("Bad Request: can't parse entities: x"),
        ),
        ({"code": 400, "description": "message thread not found"}, outcomes.NoThread()),
        (
            {"code": 403, "description": "bot was blocked by the user"},
            outcomes.Unreachable("Forbidden: bot was blocked by the user"),
        ),
        (
            {"code": 400, "description": "chat not found"},
            outcomes.Unreachable("Bad Request: chat not found"),
        ),
        (
            {"code": 400, "description": "not enough rights to send text messages to the chat"},
            outcomes.Unreachable(
                "Bad Request: not enough rights to send text messages to the chat"
            ),
        ),
        (
            {"code": 400, "description": "message is too long"},
            outcomes.Refused("Bad Request: message is too long"),
        ),
        ({"code": 413, "description": "x"}, outcomes.Refused),
        ({"code": 500, "description": "restart"}, outcomes.ServerTrouble),
        ({"code": 502, "body": "<html>502 Bad Gateway</html>"}, outcomes.ServerTrouble),
        ({"code": 200, "body": "<html>what?</html>"}, outcomes.Unknown),
        ({"drop": "before"}, outcomes.Unknown),
        ({"drop": "after"}, outcomes.Unknown),
    ],
)
async def test_every_answer_has_its_outcome(
    sandbox: Sandbox, sender: TelegramSender, how: dict[str, Any], expected: Any
) -> None:
    sandbox.fault("sendMessage", **how)
    outcome = await sender.send(PERSON, STARTED)
    if isinstance(expected, type):
        assert isinstance(outcome, expected), outcome
    else:
        assert outcome == expected


async def test_a_migrated_group_says_where_it_is(sandbox: Sandbox, sender: TelegramSender) -> None:
    group = sandbox.group("Инвесторы", [PERSON])
    sandbox.join(group, by=PERSON)
    new = sandbox.migrate(group)
    assert await sender.send(group, STARTED) == outcomes.Migrated(ChatId(new))


async def test_nobody_listening_is_not_connected() -> None:
    bot = make_bot("42:TEST", "http://127.0.0.1:1")
    outcome = await TelegramSender(bot).send(PERSON, STARTED)
    await bot.session.close()
    assert isinstance(outcome, outcomes.NotConnected)


async def test_an_edit_changes_the_message_in_its_place(
    sandbox: Sandbox, answers: LimitedAnswers
) -> None:
    message_id = await answers.send(PERSON, STARTED)
    assert message_id is not None
    changed = Outgoing(Markup("<i>Другое</i>"))
    assert await answers.edit(PERSON, message_id, changed)
    assert await answers.edit(PERSON, message_id, changed), "unchanged is as good as changed"
    assert [message["text"] for message in sandbox.from_bot(PERSON)] == ["Другое"]
    assert not await answers.edit(PERSON, 999, changed)


async def test_an_answer_that_would_come_late_is_dropped(sandbox: Sandbox, bot: Bot) -> None:
    limiter = Limiter(SystemClock(), 25)
    answers = LimitedAnswers(bot, limiter)
    limiter.pause(PERSON, 30)
    assert await answers.send(PERSON, STARTED) is None
    assert sandbox.from_bot(PERSON) == []


async def test_a_refused_answer_raises_nothing(sandbox: Sandbox, answers: LimitedAnswers) -> None:
    sandbox.block(PERSON)
    assert await answers.send(PERSON, STARTED) is None
    await answers.toast("no such query", "Готово", alert=True)


async def test_a_toast_is_cut_to_what_telegram_takes(
    sandbox: Sandbox, answers: LimitedAnswers
) -> None:
    await answers.send(PERSON, STARTED)
    query = sandbox.begin_press(PERSON, PERSON, label="Ещё")
    await answers.toast(query.id, "я" * 300, alert=True)
    assert query.answer is not None
    assert len(query.answer["text"]) == 200


async def test_a_group_says_who_its_admins_are(sandbox: Sandbox, bot: Bot) -> None:
    other = sandbox.user("Айгерім", "kk")
    group = sandbox.group("Инвесторы", [PERSON, other])
    sandbox.join(group, by=PERSON)
    admins = ChatAdmins(bot)
    assert await admins.is_admin(group, PERSON)
    assert not await admins.is_admin(group, other)
    assert not await admins.is_admin(group, 424242)


async def test_nothing_is_wrong_with_the_form(sandbox: Sandbox, sender: TelegramSender) -> None:
    await sender.send(PERSON, STARTED)
    params = sandbox.calls("sendMessage")[-1]["params"]
    assert params["parse_mode"] == "HTML"
    assert json.loads(params["link_preview_options"]) == {"is_disabled": True}
    assert "message_thread_id" not in params


async def test_what_is_offered_inline_arrives_as_it_was_made(
    sandbox: Sandbox, answers: LimitedAnswers
) -> None:
    asked = sandbox.api.new_query("inline_query", PERSON)
    message = Outgoing(
        Markup("<b>Завод</b> &amp; цех"),
        buttons=((Button("Открыть", url="https://t.me/keruen_bot?start=s_7"),),),
        preview_url="https://example.kz/7",
    )
    result = InlineResult("7", "Завод", "Пример · сегодня", "https://example.kz/7.jpg", message)
    await answers.inline(asked.id, InlineAnswer([result], "7:20", "Открыть бота"))
    assert asked.answer is not None
    (shown,) = asked.answer["results"]
    assert asked.answer["next_offset"] == "7:20"
    assert shown["thumbnail_url"] == "https://example.kz/7.jpg"
    assert shown["_message"]["text"] == "Завод & цех"
    assert shown["_message"]["link_preview_options"] == {"url": "https://example.kz/7"}
    button = shown["reply_markup"]["inline_keyboard"][0][0]
    assert button["url"] == "https://t.me/keruen_bot?start=s_7"
    (call,) = sandbox.calls("answerInlineQuery")
    assert json.loads(call["params"]["button"])["start_parameter"] == "inline"
    assert call["params"]["is_personal"] == "true"
    await answers.inline(asked.id, InlineAnswer([]))  # too late: nobody's error
    assert sandbox.calls("answerInlineQuery")[-1]["code"] == 400


async def test_a_picture_arrives_with_caption_and_buttons(
    sandbox: Sandbox, answers: LimitedAnswers
) -> None:
    buttons = ((Button("Ещё", data="more:1"),),)
    assert await answers.send_photo(PERSON, b"picture", "<b>Стадии</b>", buttons) is not None
    message = sandbox.from_bot(PERSON)[-1]
    assert message["photo"][-1]["file_size"] == len(b"picture")
    assert message["caption"] == "Стадии"
    assert message["reply_markup"]["inline_keyboard"] == [
        [{"text": "Ещё", "callback_data": "more:1"}]
    ]


async def test_a_place_arrives_as_a_map(sandbox: Sandbox, answers: LimitedAnswers) -> None:
    place = Place(43.3, 68.27, "Завод <Лихуа>", "СЭЗ «Туран»")
    buttons = ((Button("Назад", data="project:show:1"),),)
    assert await answers.send(PERSON, Outgoing(place=place, buttons=buttons)) is not None
    message = sandbox.from_bot(PERSON)[-1]
    assert message["venue"] == {
        "location": {"latitude": 43.3, "longitude": 68.27},
        "title": "Завод <Лихуа>",
        "address": "СЭЗ «Туран»",
    }
    assert message["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "project:show:1"
    assert await answers.send(PERSON, Outgoing(place=Place(93, 68, "Нигде", "—"))) is None
