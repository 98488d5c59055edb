"""What a bot may ask about a chat and its people."""

from typing import Any

from sandbox.api import Api, method
from sandbox.errors import ApiError, bad_request
from sandbox.params import Params
from sandbox.world import Chat, Json


@method("getChat")
async def get_chat(api: Api, params: Params) -> Any:
    chat = api.find_chat(params)
    shown = api.world.chat_json(chat)
    if chat.linked_to is not None:
        shown["linked_chat_id"] = chat.linked_to
    return shown | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }


def member(api: Api, chat: Chat, user_id: int) -> Json:
    """A ChatMember of the chat, whether or not the person is in it."""
    world = api.world
    user = world.bot if user_id == world.bot.id else world.users[user_id]
    status = chat.statuses.get(user_id, "left")
    shown: Json = {"user": user.json(), "status": status}
    if status == "creator":
        shown["is_anonymous"] = bool(chat.rights.get(user_id, {}).get("is_anonymous"))
    if status == "administrator":
        shown |= {"can_be_edited": False, "is_anonymous": False} | chat.rights.get(user_id, {})
    if status == "kicked":
        shown["until_date"] = 0
    return shown


@method("getChatMember")
async def get_chat_member(api: Api, params: Params) -> Any:
    chat = api.chat_inside(params)
    user_id = params.integer("user_id")
    if user_id != api.world.bot.id and user_id not in api.world.users:
        raise bad_request("member not found" if chat.type == "group" else "user not found")
    if chat.type == "private":
        return member(api, Chat(chat.id, "private", statuses={user_id: "member"}), user_id)
    if chat.type == "group" and user_id not in chat.statuses:
        raise ApiError(400, "PARTICIPANT_ID_INVALID")
    return member(api, chat, user_id)


@method("getChatAdministrators")
async def get_chat_administrators(api: Api, params: Params) -> Any:
    chat = api.chat_inside(params)
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    return [
        member(api, chat, user_id)
        for user_id, status in chat.statuses.items()
        if status in ("creator", "administrator")
    ]


@method("getChatMemberCount")
async def get_chat_member_count(api: Api, params: Params) -> Any:
    chat = api.chat_inside(params)
    return 2 if chat.type == "private" else len(chat.members())


@method("leaveChat")
async def leave_chat(api: Api, params: Params) -> Any:
    chat = api.chat_inside(params)
    chat.statuses[api.world.bot.id] = "left"
    api.world.tell("state")
    return True
