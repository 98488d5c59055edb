"""Everything that puts a new message into a chat."""

import math
from typing import Any

from sandbox import markup, polls
from sandbox.api import Api, method
from sandbox.contents import ALBUM, described
from sandbox.errors import bad_request
from sandbox.params import Params
from sandbox.text import caption, message_text
from sandbox.world import Chat, File, Json, public

UPLOAD_LIMITS = {"photo": 10 * 2**20}
ANY_UPLOAD_LIMIT = 50 * 2**20
_DEGREES = {"latitude": 90.0, "longitude": 180.0}
POLL_OPTIONS = 12
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


def _sends(kind: str) -> None:
    @method(f"send{kind.title()}")
    async def send(api: Api, params: Params) -> Any:
        file = media(api, params, kind)
        text, entities = caption(api, params)
        keyboard = markup.read(params)
        chat = api.chat_to_write(params)
        content = described(file) | {"caption": text or None, "caption_entities": entities or None}
        return post(api, chat, params, content, keyboard)


for _kind in ("photo", "document", "video", "animation", "voice", "audio"):
    _sends(_kind)


@method("sendMediaGroup")
async def send_media_group(api: Api, params: Params) -> Any:
    items = params.objects("media")
    if not items:
        raise bad_request("there is no media in the request")
    if len(items) > ALBUM:
        raise bad_request("too many messages to send as an album")
    kinds = {str(item.get("type")) for item in items}
    if len(kinds) > 1 and (alone := kinds & {"audio", "document"}):
        raise bad_request(f"{min(alone)} can't be mixed with other media types")
    files = [media(api, params, str(item.get("type")), str(item.get("media"))) for item in items]
    captions = [caption(api, Params(item)) for item in items]
    chat = api.chat_to_write(params)
    group = str(next(api.world.group_ids))
    contents = [
        described(file)
        | {"media_group_id": group}
        | {"caption": text or None, "caption_entities": entities or None}
        for file, (text, entities) in zip(files, captions, strict=True)
    ]
    return post_all(api, chat, params, contents, None)


@method("sendVenue")
async def send_venue(api: Api, params: Params) -> Any:
    location = {name: _degrees(params, name, most) for name, most in _DEGREES.items()}
    venue = {
        "location": location,
        "title": params.required("title", "title is empty"),
        "address": params.required("address", "address is empty"),
    }
    keyboard = markup.read(params)
    content = {"venue": venue, "location": location}
    return post(api, api.chat_to_write(params), params, content, keyboard)


def _degrees(params: Params, name: str, most: float) -> float:
    given = params.required(name, f"{name} is empty")
    try:
        value = float(given)
    except ValueError:
        value = math.nan
    if not abs(value) <= most:
        raise bad_request(f"wrong {name} specified")
    return value


@method("sendPoll")
async def send_poll(api: Api, params: Params) -> Any:
    options = params.json("options")
    if not isinstance(options, list) or not options:
        raise bad_request("poll must have at least 1 option")
    if len(options) > POLL_OPTIONS:
        raise bad_request(f"poll can't have more than {POLL_OPTIONS} options")
    question = params.required("question", "poll question must be non-empty")
    is_quiz = params.text("type") == "quiz"
    right = params.integers("correct_option_ids") if is_quiz else None
    if is_quiz and not right:
        raise bad_request("quiz poll must have a correct option")
    poll = polls.new_poll(
        str(next(api.world.group_ids)),
        question,
        [str(each.get("text") if isinstance(each, dict) else each) for each in options],
        right,
        anonymous=params.text("is_anonymous") is None or params.boolean("is_anonymous"),
        several=params.boolean("allows_multiple_answers"),
    )
    keyboard = markup.read(params)
    return post(api, api.chat_to_write(params), params, {"poll": poll}, keyboard)


@method("sendChatAction")
async def send_chat_action(api: Api, params: Params) -> Any:
    if params.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = api.chat_to_write(params)
    api.world.tell("typing", chat_id=chat.id, action=params.text("action"))
    return True
