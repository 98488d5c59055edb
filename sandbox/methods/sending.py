"""What puts a new message into a chat: texts, files and albums (see also cards.py)."""

from typing import Any

from sandbox import markup
from sandbox.api import Api, method
from sandbox.contents import ALBUM, CAPTIONED, FILES, TOGETHER, described
from sandbox.errors import bad_request
from sandbox.params import Params
from sandbox.text import caption, message_text
from sandbox.world import Chat, File, Json, public

UPLOAD_LIMITS = {"photo": 10 * 2**20}
ANY_UPLOAD_LIMIT = 50 * 2**20
SEEN = ("photo", "video", "animation")
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def post(api: Api, chat: Chat, params: Params, content: Json, keyboard: Json | None) -> Json:
    """Put the message into the chat, once all that could be wrong with it has been checked."""
    return post_all(api, chat, params, [content], keyboard)[0]


def post_all(
    api: Api, chat: Chat, params: Params, contents: list[Json], keyboard: Json | None
) -> list[Json]:
    """The same for several messages at once: all of them or none."""
    thread_id = api.thread(chat, params)
    replied = _replied(chat, params)
    markup.check_place(keyboard, chat)
    api.limits.take(chat.id, len(contents), paid=params.boolean("allow_paid_broadcast"))
    sender = None if chat.type == "channel" else api.world.bot.json()
    is_inline = keyboard is not None and "inline_keyboard" in keyboard
    common = {
        "sender_chat": chat.json() if chat.type == "channel" else None,
        "message_thread_id": thread_id,
        "is_topic_message": True if thread_id in chat.topics else None,
        "reply_to_message": public(replied) if replied else None,
        "has_protected_content": True if params.boolean("protect_content") else None,
        "reply_markup": keyboard if keyboard and keyboard.get("inline_keyboard") else None,
        "_keyboard": None if is_inline else keyboard,
        "_own": True,
    }
    added = (api.world.add_message(chat, sender, **common, **content) for content in contents)
    return [public(message) for message in added]


def _replied(chat: Chat, params: Params) -> Json | None:
    given = params.object("reply_parameters")
    if given is None:
        return None
    reply = Params(given)
    found = chat.find(reply.integer("message_id"))
    if found is None and not reply.boolean("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return found


@method("sendMessage")
async def send_message(api: Api, params: Params) -> Any:
    text, entities = message_text(api, params)
    keyboard = markup.read(params)
    chat = api.chat_to_write(params)
    content = {
        "text": text,
        "entities": entities or None,
        "link_preview_options": params.object("link_preview_options"),
    }
    return post(api, chat, params, content, keyboard)


def media(api: Api, params: Params, kind: str, given: str | None = None) -> File:
    """The file of a call: uploaded now, or known by its id."""
    named = given if given is not None else params.text(kind)
    upload = params.files.get(kind)
    if named is not None and named.startswith("attach://"):
        upload = params.files.get(named.removeprefix("attach://"))
    if upload is not None:
        name, content = upload
        if not content:
            raise bad_request("file must be non-empty")
        if len(content) > UPLOAD_LIMITS.get(kind, ANY_UPLOAD_LIMIT):
            raise bad_request("file is too big")
        return api.world.add_file(kind, name, content)
    if named is None:
        raise bad_request(f"there is no {kind} in the request")
    if named.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")  # nothing here goes to the internet
    file = api.world.files.get(named)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad_request(f"can't use file of type {file.kind.title()} as {kind.title()}")
    return file


def looks(params: Params) -> Json:
    """How a picture is shown: covered, and under its caption."""
    return {
        "has_media_spoiler": params.boolean("has_spoiler") or None,
        "show_caption_above_media": params.boolean("show_caption_above_media") or None,
    }


def captioned(api: Api, params: Params, file: File) -> Json:
    """A file with what is said under it."""
    text, entities = caption(api, params)
    content = described(file) | {"caption": text or None, "caption_entities": entities or None}
    return content | (looks(params) if file.kind in SEEN else {})


def _sends(kind: str, name: str) -> None:
    @method(name)
    async def send(api: Api, params: Params) -> Any:
        file = media(api, params, kind)
        content = captioned(api, params, file) if kind in CAPTIONED else described(file)
        keyboard = markup.read(params)
        return post(api, api.chat_to_write(params, kind), params, content, keyboard)


for _kind in FILES:
    _sends(_kind, "send" + _kind.title().replace("_", ""))
_sends("sticker", "sendSticker")


@method("sendMediaGroup")
async def send_media_group(api: Api, params: Params) -> Any:
    items = params.objects("media")
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > ALBUM:
        raise bad_request("too many messages to send as an album")
    kinds = {str(item.get("type")) for item in items}
    if len(kinds) > 1 and (alone := kinds & {"audio", "document"}):
        raise bad_request(f"{min(alone)} can't be mixed with other media types")
    contents = [_album_item(api, params, item) for item in items]
    if len({each.get("show_caption_above_media") for each in contents}) > 1:
        raise bad_request("parameter show_caption_above_media must be the same for all messages")
    chat = api.chat_to_write(params)
    for kind in sorted(kinds):
        api.chat_to_write(params, kind)
    group = str(next(api.world.group_ids)) if len(items) > 1 else None
    grouped = [each | {"media_group_id": group} for each in contents]
    return post_all(api, chat, params, grouped, None)


def _album_item(api: Api, params: Params, item: Json) -> Json:
    kind = str(item.get("type"))
    if not any(kind in each for each in TOGETHER):
        why = "can't be used in sendMediaGroup" if kind in FILES else "is unsupported"
        raise bad_request(f'can\'t parse InputMedia: type "{kind}" {why}')
    return captioned(api, Params(item), media(api, params, kind, str(item.get("media"))))


@method("sendChatAction")
async def send_chat_action(api: Api, params: Params) -> Any:
    if params.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = api.chat_to_write(params)
    api.world.tell("typing", chat_id=chat.id, action=params.text("action"))
    return True
