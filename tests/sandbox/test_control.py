"""The control API: what the chat page and other programs drive the sandbox with."""

import asyncio
import base64
import json
from typing import Any

import aiohttp
import pytest

from sandbox.server import Sandbox
from tests.sandbox.conftest import Bot


class Control:
    """Asks /sandbox/…"""

    def __init__(self, http: aiohttp.ClientSession, sandbox: Sandbox) -> None:
        self._http = http
        self._base = f"{sandbox.url}/sandbox"

    async def post(self, path: str, **body: Any) -> dict[str, Any]:
        async with self._http.post(f"{self._base}/{path}", json=body) as response:
            answer: dict[str, Any] = await response.json()
        return answer

    async def get(self, path: str) -> dict[str, Any]:
        async with self._http.get(f"{self._base}/{path}") as response:
            answer: dict[str, Any] = await response.json()
        return answer


@pytest.fixture
def control(http: aiohttp.ClientSession, sandbox: Sandbox) -> Control:
    return Control(http, sandbox)


async def test_a_conversation(control: Control, bot: Bot) -> None:
    user = (await control.post("users", first_name="Ая", language_code="kk"))["id"]
    await control.post(f"users/{user}/send", text="/start abc")
    [update] = await bot.updates()
    assert update["message"]["text"] == "/start abc"
    keyboard = {"inline_keyboard": [[{"text": "Иә", "callback_data": "yes"}]]}
    await bot.do("sendMessage", chat_id=user, text="?", reply_markup=keyboard)
    pressing = asyncio.create_task(control.post(f"users/{user}/press", chat_id=user, label="Иә"))
    [update] = await bot.updates(timeout=5)
    query = update["callback_query"]["id"]
    await bot.do("answerCallbackQuery", callback_query_id=query, text="Жақсы")
    answer = (await pressing)["answer"]
    assert (answer["text"], answer["show_alert"]) == ("Жақсы", False)
    wrong = await control.post(f"users/{user}/press", chat_id=user, label="Жоқ")
    assert "there are ['Иә']" in wrong["error"]
    shown = await control.get(f"chats/{user}?user={user}")
    assert [each["text"] for each in shown["messages"]] == ["/start abc", "?"]
    assert shown["chat"]["type"] == "private"


async def test_a_document_from_a_person(
    control: Control, bot: Bot, http: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    user = (await control.post("users", first_name="Ая"))["id"]
    document = {"name": "sources.opml", "base64": base64.b64encode(b"<opml/>").decode()}
    await control.post(f"users/{user}/send", text="look", document=document)
    [update] = await bot.updates()
    message = update["message"]
    assert (message["caption"], message["document"]["file_name"]) == ("look", "sources.opml")
    url = f"{sandbox.url}/sandbox/files/{message['document']['file_id']}"
    async with http.get(url) as response:
        assert await response.read() == b"<opml/>"


@pytest.mark.parametrize(
    ("wanted", "kind"),
    [
        ({"type": "group"}, "group"),
        ({"type": "group", "forum": True}, "supergroup"),
        ({"type": "supergroup", "username": "town"}, "supergroup"),
        ({"type": "channel", "username": "news", "forum": None}, "channel"),
    ],
)
async def test_chats_are_made(control: Control, wanted: dict[str, Any], kind: str) -> None:
    user = (await control.post("users", first_name="Ая"))["id"]
    chat = (await control.post("chats", title="Chat", members=[user], **wanted))["id"]
    state = await control.get("state")
    [made] = [each for each in state["chats"] if each["id"] == chat]
    assert (made["type"], made["title"]) == (kind, "Chat")
    assert user in made["members"]


async def test_lives_and_groups(control: Control, bot: Bot, sandbox: Sandbox, aya: int) -> None:
    await bot.updates()
    await control.post(f"users/{aya}/block")
    await control.post(f"users/{aya}/unblock")
    group = (await control.post("chats", type="group", title="Group", members=[aya]))["id"]
    await control.post(f"chats/{group}/join", by=aya)
    await control.post(f"chats/{group}/promote", can_pin_messages=False)
    new = (await control.post(f"chats/{group}/migrate"))["id"]
    await control.post(f"chats/{new}/leave")
    await control.post(f"users/{aya}/delete_account")
    kinds = [next(iter(each)) for each in await bot.updates()]
    assert kinds == [
        "my_chat_member", "my_chat_member",  # blocked, unblocked
        "my_chat_member", "message",  # joined
        "my_chat_member",  # promoted
        "message", "message",  # migrated
        "my_chat_member",  # put out
    ]  # fmt: skip


async def test_faults_calls_and_the_clock(control: Control, bot: Bot, aya: int) -> None:
    await control.post("fault", method="sendMessage", code=403, description="no")
    assert await bot.refused("sendMessage", chat_id=aya, text="x") == "Forbidden: no"
    await bot.do("sendMessage", chat_id=aya, text="y")
    [refused, sent] = (await control.get("calls?method=sendMessage"))["calls"]
    assert (refused["code"], refused["params"]["text"]) == (403, "x")
    assert sent["response"]["result"]["text"] == "y"
    assert (await control.get(f"calls?since={refused['n']}"))["calls"] == [sent]
    waited = await control.get("calls/wait?method=sendMessage&n=2&timeout=1")
    assert waited["calls"] == [refused, sent]
    missed = await control.get("calls/wait?method=sendPhoto&n=1&timeout=0")
    assert "seen: ['sendMessage', 'sendMessage']" in missed["error"]
    before = (await control.get("state"))["now"]
    await control.post("clock/advance", seconds=3_600)
    assert (await control.get("state"))["now"] - before >= 3_600
    await control.post("reset")
    assert (await control.get("calls"))["calls"] == []


async def test_the_state_of_one_person(
    control: Control, sandbox: Sandbox, bot: Bot, aya: int
) -> None:
    mine = [{"command": "status", "description": "Where it stands"}]
    everyones = [{"command": "start", "description": "Бастау"}]
    await bot.do("setMyCommands", commands=everyones)
    state = await control.get(f"state?user={aya}")
    assert state["bot"]["commands_for_user"] == everyones
    scope = {"type": "chat", "chat_id": aya}
    await bot.do("setMyCommands", commands=mine, scope=scope)
    state = await control.get(f"state?user={aya}")
    assert state["bot"]["commands_for_user"] == mine
    assert state["bot"]["username"] == sandbox.username
    [chat] = state["chats"]
    assert chat["last_message"]["text"] == "/start"


async def test_what_happens_is_told_at_once(
    sandbox: Sandbox, http: aiohttp.ClientSession, bot: Bot, aya: int
) -> None:
    async with http.get(f"{sandbox.url}/sandbox/events") as events:
        assert events.content_type == "text/event-stream"
        await events.content.readline()
        await bot.do("sendChatAction", chat_id=aya, action="typing")
        sent = await bot.do("sendMessage", chat_id=aya, text="x")
        named = {"chat_id": aya, "message_id": sent["message_id"]}
        await bot.do("editMessageText", text="y", **named)
        await bot.do("deleteMessage", **named)
        kinds = [(await next_event(events))["kind"] for _ in range(8)]
    assert kinds == ["typing", "call", "message", "call", "edit", "call", "delete", "call"]


async def next_event(events: aiohttp.ClientResponse) -> dict[str, Any]:
    while True:
        line = (await events.content.readline()).decode()
        if line.startswith("data: "):
            event: dict[str, Any] = json.loads(line.removeprefix("data: "))
            return event


async def test_actions_of_the_demo(control: Control, sandbox: Sandbox) -> None:
    pressed: list[int] = []

    async def publish(user_id: int) -> None:
        pressed.append(user_id)

    sandbox.action("publish", "Publish some news", publish)
    state = await control.get("state")
    assert state["actions"] == [{"name": "publish", "title": "Publish some news"}]
    await control.post("actions/publish", user_id=7)
    assert pressed == [7]
    # One registered over HTTP is posted to, here to the sandbox itself.
    url = f"{sandbox.url}/sandbox/reset"
    await control.post("actions", name="reset", title="Begin anew", url=url)
    assert (await control.post("actions/reset", user_id=7))["ok"]


async def test_strict_mode_notes_what_telegram_would_ignore(
    http: aiohttp.ClientSession,
) -> None:
    async with Sandbox(strict=True) as sandbox:
        bot = Bot(http, sandbox)
        await bot.do("getMe")
        await bot.ask("sendMessage", chat_id=1, txt="x")
        problems = (await Control(http, sandbox).get("violations"))["violations"]
    assert [each["problem"] for each in problems] == [
        "unknown parameter txt",
        "missing parameter text",
    ]


async def test_albums_polls_and_forwards(control: Control, bot: Bot, sandbox: Sandbox) -> None:
    user = (await control.post("users", first_name="Ая"))["id"]
    file = {"name": "a.jpg", "base64": base64.b64encode(b"pixels").decode()}
    items = [{"photo": file, "text": "see"}, {"video": file | {"name": "b.mp4"}}]
    sent = await control.post(f"users/{user}/album", items=items)
    [asked] = (await control.post(f"users/{user}/poll", question="?", options=["a", "b"])).values()
    place = {"latitude": 43.3, "longitude": 68.25, "title": "Plant", "address": "Kentau"}
    await control.post(f"users/{user}/venue", **place)
    passed_on = await control.post(
        f"users/{user}/forward", from_chat_id=user, message_ids=sent["message_ids"], hidden=True
    )
    voted = {"chat_id": user, "message_id": asked, "options": [1]}
    assert await control.post(f"users/{user}/vote", **voted) == {"ok": True}
    messages = [each["message"] for each in await bot.updates()]
    assert [len({*each} & {"photo", "video", "poll", "venue"}) for each in messages] == [1] * 6
    assert messages[0]["caption"] == "see"
    forwards = [each for each in messages if "forward_origin" in each]
    assert [each["message_id"] for each in forwards] == passed_on["message_ids"]
    shown = (await control.get(f"chats/{user}"))["messages"]
    [poll] = [each for each in shown if "poll" in each]
    assert poll["votes"] == {str(user): [1]}
    assert poll["poll"]["total_voter_count"] == 1


async def test_a_crowd_and_what_arrives(control: Control, bot: Bot) -> None:
    crowd = await control.post("crowd", count=10, blocked=0.2)
    assert len(crowd["ids"]) == 10
    await control.post("chaos", rates={"drop_after": 0}, seed=1)
    for chat in crowd["ids"]:
        await bot.ask("sendMessage", chat_id=chat, text="x")
    reached = set(crowd["ids"]) - set(crowd["blocked"])
    found = await control.get("arrived?text=x")
    assert found == {"arrived": {str(chat): 1 for chat in reached}, "total": 8}


async def test_files_are_served_as_what_they_are_but_never_as_pages(
    sandbox: Sandbox, http: aiohttp.ClientSession, aya: int
) -> None:
    kinds = {}
    for name in ("plant.mp4", "talk.ogg", "page.html", "picture.svg"):
        sandbox.say(aya, document=(name, b"<script>"))
        file_id = sandbox.messages(aya)[-1]["document"]["file_id"]
        async with http.get(f"{sandbox.url}/sandbox/files/{file_id}") as response:
            kinds[name] = response.content_type
    assert kinds == {
        "plant.mp4": "video/mp4",
        "talk.ogg": "audio/ogg",
        "page.html": "application/octet-stream",
        "picture.svg": "application/octet-stream",
    }
