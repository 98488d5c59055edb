"""Groups, channels, topics: what the bot hears, and where it may speak."""

from typing import Any

import pytest

from sandbox.server import Sandbox
from tests.sandbox.conftest import Bot


@pytest.fixture
def group(sandbox: Sandbox, aya: int) -> int:
    """A group that the bot has just been added to."""
    made = sandbox.group("Group", [aya])
    sandbox.join(made, by=aya)
    return made


def kinds(updates: list[dict[str, Any]]) -> list[str]:
    return [next(iter(each)) for each in updates]


async def test_the_bot_comes_into_a_group(bot: Bot, aya: int, group: int) -> None:
    _, joined, service = await bot.updates()
    member = joined["my_chat_member"]
    assert (member["chat"]["id"], member["from"]["id"]) == (group, aya)
    assert member["new_chat_member"] == {
        "user": member["new_chat_member"]["user"],
        "status": "member",
    }
    assert service["message"]["new_chat_members"][0]["is_bot"]
    sent = await bot.do("sendMessage", chat_id=group, text="Hello")
    assert sent["chat"] == {"id": group, "type": "group", "title": "Group"}


async def test_privacy_mode(sandbox: Sandbox, bot: Bot, aya: int, group: int) -> None:
    sent = await bot.do("sendMessage", chat_id=group, text="Hello")
    await bot.updates()
    for text in ("chatter", "/news", "/news@keruen_bot", "/news@other_bot", "hey @keruen_bot!"):
        sandbox.say(aya, text, chat_id=group)
    sandbox.say(aya, "a reply", chat_id=group, reply_to=sent["message_id"])
    heard = [each["message"]["text"] for each in await bot.updates()]
    assert heard == ["/news", "/news@keruen_bot", "hey @keruen_bot!", "a reply"]
    sandbox.promote(group)
    sandbox.say(aya, "chatter", chat_id=group)
    assert kinds(await bot.updates()) == ["my_chat_member", "message"]


async def test_an_anonymous_admin_speaks_as_the_group(
    sandbox: Sandbox, bot: Bot, aya: int, group: int
) -> None:
    await bot.updates()
    sandbox.say(aya, "/settings", chat_id=group, anonymous=True)
    [update] = await bot.updates()
    message = update["message"]
    assert message["from"] == {
        "id": 1087968824,
        "is_bot": True,
        "first_name": "Group",
        "username": "GroupAnonymousBot",
    }
    assert message["sender_chat"]["id"] == group


async def test_the_bot_is_put_out(sandbox: Sandbox, bot: Bot, group: int) -> None:
    await bot.updates()
    sandbox.leave(group)
    [update] = await bot.updates()
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    refused = await bot.refused("sendMessage", chat_id=group, text="x")
    assert refused == "Forbidden: bot was kicked from the group chat"
    sandbox.join(group)
    sandbox.leave(group, kicked=False)
    refused = await bot.refused("sendMessage", chat_id=group, text="x")
    assert refused == "Forbidden: bot is not a member of the group chat"
    sandbox.delete_group(group)
    refused = await bot.refused("sendMessage", chat_id=group, text="x")
    assert refused == "Forbidden: the group chat was deleted"


async def test_the_bot_may_not_speak(sandbox: Sandbox, bot: Bot, group: int) -> None:
    sandbox.restrict(group, can_send_messages=False)
    refused = await bot.refused("sendMessage", chat_id=group, text="x")
    assert refused == "Bad Request: not enough rights to send text messages to the chat"


async def test_a_group_becomes_a_supergroup(
    sandbox: Sandbox, bot: Bot, aya: int, group: int
) -> None:
    await bot.updates()
    new = sandbox.migrate(group)
    leaving, arriving = await bot.updates()
    assert leaving["message"]["migrate_to_chat_id"] == new
    assert arriving["message"]["migrate_from_chat_id"] == group
    answer = await bot.ask("sendMessage", chat_id=group, text="x")
    assert answer == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new},
    }
    sent = await bot.do("sendMessage", chat_id=new, text="x")
    assert sent["chat"]["type"] == "supergroup"
    assert (await bot.do("getChatMember", chat_id=new, user_id=aya))["status"] == "creator"


async def test_a_channel_and_its_rights(sandbox: Sandbox, bot: Bot) -> None:
    owner = sandbox.user("Owner")
    channel = sandbox.channel("Channel", username="keruen_kz", members=[owner])
    post = await bot.do("sendMessage", chat_id="@keruen_kz", text="News")
    assert (post["chat"]["id"], post["sender_chat"]["id"]) == (channel, channel)
    assert "from" not in post
    sandbox.say(owner, "a post", chat_id=channel)
    [update] = await bot.updates()
    assert update["channel_post"]["text"] == "a post"
    member = await bot.do("getChatMember", chat_id=channel, user_id=sandbox.bot_id)
    assert (member["status"], member["can_post_messages"]) == ("administrator", True)
    sandbox.promote(channel, can_post_messages=False)
    refused = await bot.refused("sendMessage", chat_id=channel, text="x")
    assert refused == "Bad Request: need administrator rights in the channel chat"


async def test_a_channel_that_the_bot_is_added_to(sandbox: Sandbox, bot: Bot) -> None:
    owner = sandbox.user("Owner")
    channel = sandbox.channel("Channel", members=[owner], bot=False)
    refused = await bot.refused("sendMessage", chat_id=channel, text="x")
    assert refused == "Forbidden: bot is not a member of the channel chat"
    sandbox.join(channel, by=owner)
    [update] = await bot.updates()
    assert update["my_chat_member"]["new_chat_member"]["can_post_messages"]
    assert await bot.do("sendMessage", chat_id=channel, text="x")


async def test_topics(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    forum = sandbox.group("Forum", [aya], forum=True)
    sandbox.join(forum)
    thread = sandbox.topic(forum, "News")
    await bot.updates()
    sandbox.say(aya, "/news", chat_id=forum, thread_id=thread)
    [update] = await bot.updates()
    message = update["message"]
    assert (message["message_thread_id"], message["is_topic_message"]) == (thread, True)
    assert message["chat"]["is_forum"]
    sent = await bot.do("sendMessage", chat_id=forum, text="x", message_thread_id=thread)
    assert sent["message_thread_id"] == thread
    sandbox.delete_topic(forum, thread)
    refused = await bot.refused("sendMessage", chat_id=forum, text="x", message_thread_id=thread)
    assert refused == "Bad Request: message thread not found"


async def test_who_is_in_a_chat(sandbox: Sandbox, bot: Bot, aya: int, group: int) -> None:
    guest = sandbox.user("Guest")
    assert await bot.do("getChatMemberCount", chat_id=group) == 2
    refused = await bot.refused("getChatMember", chat_id=group, user_id=guest)
    assert refused == "Bad Request: PARTICIPANT_ID_INVALID"
    sandbox.join(group, guest)
    assert (await bot.do("getChatMember", chat_id=group, user_id=guest))["status"] == "member"
    sandbox.promote(group, guest, can_pin_messages=False)
    admins = await bot.do("getChatAdministrators", chat_id=group)
    assert {each["user"]["id"]: each["status"] for each in admins} == {
        aya: "creator",
        guest: "administrator",
    }
    supergroup = sandbox.migrate(group)
    sandbox.leave(supergroup, guest)
    left = await bot.do("getChatMember", chat_id=supergroup, user_id=guest)
    assert left["status"] == "left"


async def test_news_of_members_come_to_an_admin_that_asked(
    sandbox: Sandbox, bot: Bot, aya: int, group: int
) -> None:
    sandbox.promote(group)
    await bot.updates(allowed_updates=["message", "chat_member"])
    guest = sandbox.user("Guest")
    sandbox.join(group, guest)
    assert kinds(await bot.updates()) == ["chat_member", "message"]
