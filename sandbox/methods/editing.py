"""What changes a message that is there: edits, deletion, pins, reactions."""

from typing import Any

from sandbox import markup
from sandbox.api import Api, method
from sandbox.contents import CAPTIONED, TOGETHER
from sandbox.errors import ApiError, bad_request
from sandbox.methods.sending import captioned, media
from sandbox.params import Params
from sandbox.text import caption, message_text
from sandbox.world import Chat, Json, public

HOURS_TO_DELETE = 48
MOST_AT_ONCE = 100
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
REPLACEABLE = ("photo", "video", "animation", "audio", "document")
"""Files that an edit puts into a message, or takes out of it."""
_WITHOUT: Json = dict.fromkeys(
    (
        *REPLACEABLE, "text", "entities", "link_preview_options", "has_media_spoiler",
        "show_caption_above_media",
    )
)  # fmt: skip


def _own(api: Api, params: Params) -> tuple[Chat, Json]:
    """The message to be edited: the bot's own, and without a reply keyboard."""
    if inline_id := params.text("inline_message_id"):
        return _inline(api, inline_id)
    chat = api.chat_to_write(params)
    message_id = params.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    message = chat.find(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if not message.get("_own") or message.get("_keyboard") or message.get("forward_origin"):
        raise bad_request("message can't be edited")
    return chat, message


def _inline(api: Api, inline_id: str) -> tuple[Chat, Json]:
    """What somebody sent by choosing one of the bot's inline results."""
    chat_id, message_id = api.inline_messages.get(inline_id, (0, 0))
    chat = api.world.chats.get(chat_id)
    message = chat.find(message_id) if chat else None
    if chat is None or message is None:
        raise ApiError(400, "MESSAGE_ID_INVALID")
    return chat, message


def _edit(api: Api, chat: Chat, message: Json, content: Json, keyboard: Json | None) -> Any:
    inline = keyboard if keyboard and keyboard.get("inline_keyboard") else None
    wanted = content | {"reply_markup": inline}
    if all(message.get(name) == value for name, value in wanted.items()):
        raise bad_request(NOT_MODIFIED)
    markup.check_place(keyboard, chat)
    api.limits.take(chat.id)
    only_keyboard = not content
    for name, value in wanted.items():
        if value is None:
            message.pop(name, None)
        else:
            message[name] = value
    if not only_keyboard:
        message["edit_date"] = int(api.clock.now())
    api.world.tell("edit", chat_id=chat.id, message=public(message))
    return True if "_inline_message_id" in message else public(message)


@method("editMessageText")
async def edit_message_text(api: Api, params: Params) -> Any:
    text, entities = message_text(api, params)
    keyboard = markup.read(params)
    chat, message = _own(api, params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    content = {
        "text": text,
        "entities": entities or None,
        "link_preview_options": params.object("link_preview_options"),
    }
    return _edit(api, chat, message, content, keyboard)


@method("editMessageCaption")
async def edit_message_caption(api: Api, params: Params) -> Any:
    text, entities = caption(api, params)
    keyboard = markup.read(params)
    chat, message = _own(api, params)
    if not any(name in message for name in CAPTIONED):
        raise bad_request("there is no caption in the message to edit")
    above = {"show_caption_above_media": params.boolean("show_caption_above_media") or None}
    content = {"caption": text or None, "caption_entities": entities or None} | above
    return _edit(api, chat, message, content, keyboard)


@method("editMessageMedia")
async def edit_message_media(api: Api, params: Params) -> Any:
    wanted = params.object("media")
    if wanted is None:
        raise bad_request("there is no media in the request")
    kind = str(wanted.get("type"))
    if kind not in REPLACEABLE:
        raise bad_request(f'can\'t parse InputMedia: type "{kind}" is unsupported')
    file = media(api, params, kind, str(wanted.get("media")))
    new = captioned(api, Params(wanted), file)
    keyboard = markup.read(params)
    chat, message = _own(api, params)
    _check_replaceable(message, kind)
    return _edit(api, chat, message, _WITHOUT | new, keyboard)


def _check_replaceable(message: Json, kind: str) -> None:
    """A text can become a file, and a file another; an album stays an album."""
    old = next((each for each in REPLACEABLE if each in message), None)
    if old is None and "text" not in message:
        raise bad_request("message media can't be edited")
    if "media_group_id" not in message or kind == old:
        return
    if not any(kind in each for each in TOGETHER):
        raise bad_request("message content type can't be used in an album")
    if not any({kind, old} <= each for each in TOGETHER):
        raise bad_request("can't change media type in the album")


@method("editMessageReplyMarkup")
async def edit_message_reply_markup(api: Api, params: Params) -> Any:
    keyboard = markup.read(params)
    chat, message = _own(api, params)
    return _edit(api, chat, message, {}, keyboard)


def _refusal(api: Api, chat: Chat, message: Json) -> str | None:
    """Why the bot may not delete the message."""
    if api.clock.now() - message["date"] > HOURS_TO_DELETE * 3600:
        return "message can't be deleted for everyone"
    rights = chat.rights.get(api.world.bot.id, {})
    if chat.type == "private" or message.get("_own") or rights.get("can_delete_messages"):
        return None
    return "message can't be deleted"


def _delete(api: Api, chat: Chat, message: Json) -> None:
    message["_deleted"] = True
    api.world.tell("delete", chat_id=chat.id, message_id=message["message_id"])


@method("deleteMessage")
async def delete_message(api: Api, params: Params) -> Any:
    chat = api.chat_inside(params)
    message_id = params.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    message = chat.find(message_id)
    if message is None:
        raise bad_request("message to delete not found")
    if refusal := _refusal(api, chat, message):
        raise bad_request(refusal)
    _delete(api, chat, message)
    return True


@method("deleteMessages")
async def delete_messages(api: Api, params: Params) -> Any:
    chat = api.chat_inside(params)
    ids = params.integers("message_ids")
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    found = [message for each in ids if (message := chat.find(each)) is not None]
    if refusal := next((why for each in found if (why := _refusal(api, chat, each))), None):
        raise bad_request(refusal)
    for message in found:
        _delete(api, chat, message)
    return True


def _check_may_pin(api: Api, chat: Chat) -> None:
    rights = chat.rights.get(api.world.bot.id, {})
    needed = "can_edit_messages" if chat.type == "channel" else "can_pin_messages"
    if chat.type != "private" and not rights.get(needed):
        raise bad_request("not enough rights to manage pinned messages in the chat")


@method("pinChatMessage")
async def pin_chat_message(api: Api, params: Params) -> Any:
    chat = api.chat_to_write(params)
    message = chat.find(params.integer("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    _check_may_pin(api, chat)
    if message.get("_pinned"):
        raise ApiError(400, "CHAT_NOT_MODIFIED")
    message["_pinned"] = True
    api.world.tell("edit", chat_id=chat.id, message=public(message))
    channel = chat.type == "channel"
    service = api.world.add_message(
        chat,
        None if channel else api.world.bot.json(),
        sender_chat=chat.json() if channel else None,
        pinned_message=public(message),
        _own=True,
    )
    api.updates.push("channel_post" if channel else "message", public(service), chat.id)
    return True


def _unpin(api: Api, chat: Chat, messages: list[Json]) -> bool:
    _check_may_pin(api, chat)
    for message in messages:
        message["_pinned"] = False
        api.world.tell("edit", chat_id=chat.id, message=public(message))
    return True


@method("unpinChatMessage")
async def unpin_chat_message(api: Api, params: Params) -> Any:
    """The one named, or the newest pinned one."""
    chat = api.chat_to_write(params)
    wanted = params.integer("message_id")
    pinned = [each for each in chat.messages if each.get("_pinned")]
    named = [each for each in pinned if each["message_id"] == wanted]
    return _unpin(api, chat, named if wanted else pinned[-1:])


@method("unpinAllChatMessages")
async def unpin_all_chat_messages(api: Api, params: Params) -> Any:
    chat = api.chat_to_write(params)
    return _unpin(api, chat, [each for each in chat.messages if each.get("_pinned")])


@method("setMessageReaction")
async def set_message_reaction(api: Api, params: Params) -> Any:
    chat = api.chat_to_write(params)
    message = chat.find(params.integer("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    message["_reactions"] = params.json("reaction") or []
    api.world.tell("edit", chat_id=chat.id, message=public(message))
    return True
