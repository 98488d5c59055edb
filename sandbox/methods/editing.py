"""What changes a message that is there: edits, deletion, pins, reactions."""

from typing import Any

from sandbox import markup
from sandbox.api import Api, method
from sandbox.errors import bad_request
from sandbox.params import Params
from sandbox.text import caption, message_text
from sandbox.world import Chat, Json, public

HOURS_TO_DELETE = 48
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_MEDIA = ("photo", "document", "video", "animation", "voice", "audio")


def _own(api: Api, params: Params) -> tuple[Chat, Json]:
    """The message to be edited: the bot's own, and without a reply keyboard."""
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


def _edit(api: Api, chat: Chat, message: Json, content: Json, keyboard: Json | None) -> Json:
    inline = keyboard if keyboard and keyboard.get("inline_keyboard") else None
    wanted = content | {"reply_markup": inline}
    if all(message.get(name) == value for name, value in wanted.items()):
        raise bad_request(NOT_MODIFIED)
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
    return public(message)


@method("editMessageText")
async def edit_message_text(api: Api, params: Params) -> Any:
    text, entities = message_text(params)
    keyboard = markup.read(params)
    chat, message = _own(api, params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    preview = params.json("link_preview_options")
    content = {
        "text": text,
        "entities": entities or None,
        "link_preview_options": preview if isinstance(preview, dict) else None,
    }
    return _edit(api, chat, message, content, keyboard)


@method("editMessageCaption")
async def edit_message_caption(api: Api, params: Params) -> Any:
    text, entities = caption(params)
    keyboard = markup.read(params)
    chat, message = _own(api, params)
    if not any(name in message for name in _MEDIA):
        raise bad_request("there is no caption in the message to edit")
    content = {"caption": text or None, "caption_entities": entities or None}
    return _edit(api, chat, message, content, keyboard)


@method("editMessageReplyMarkup")
async def edit_message_reply_markup(api: Api, params: Params) -> Any:
    keyboard = markup.read(params)
    chat, message = _own(api, params)
    return _edit(api, chat, message, {}, keyboard)


def _delete(api: Api, chat: Chat, message_id: int) -> None:
    message = chat.find(message_id)
    if message is None:
        raise bad_request("message to delete not found")
    too_old = api.clock.now() - message["date"] > HOURS_TO_DELETE * 3600
    admin = chat.statuses.get(api.world.bot.id) == "administrator"
    foreign = not message.get("_own") and chat.type != "private" and not admin
    if too_old or foreign:
        raise bad_request(
            "message can't be deleted for everyone" if too_old else "message can't be deleted"
        )
    message["_deleted"] = True
    api.world.tell("delete", chat_id=chat.id, message_id=message_id)


@method("deleteMessage")
async def delete_message(api: Api, params: Params) -> Any:
    chat = api.find_chat(params)
    _delete(api, chat, params.integer("message_id"))
    return True


@method("deleteMessages")
async def delete_messages(api: Api, params: Params) -> Any:
    chat = api.find_chat(params)
    ids = params.json("message_ids") or []
    if len(ids) > 100:
        raise bad_request("too many message identifiers specified")
    for message_id in ids:
        if chat.find(int(message_id)) is not None:
            _delete(api, chat, int(message_id))
    return True


@method("pinChatMessage")
async def pin_chat_message(api: Api, params: Params) -> Any:
    chat = api.chat_to_write(params)
    message = chat.find(params.integer("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    message["_pinned"] = True
    api.world.tell("edit", chat_id=chat.id, message=public(message))
    return True


@method("unpinChatMessage")
async def unpin_chat_message(api: Api, params: Params) -> Any:
    chat = api.chat_to_write(params)
    wanted = params.integer("message_id")
    for message in chat.messages:
        if message.get("_pinned") and wanted in (0, message["message_id"]):
            message["_pinned"] = False
    return True


@method("setMessageReaction")
async def set_message_reaction(api: Api, params: Params) -> Any:
    chat = api.chat_to_write(params)
    message = chat.find(params.integer("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    message["_reactions"] = params.json("reaction") or []
    api.world.tell("edit", chat_id=chat.id, message=public(message))
    return True
