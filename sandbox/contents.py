"""What messages consist of besides their text: files as Telegram shows them, and where from."""

import mimetypes

from sandbox.world import File, Json

FILES = ("photo", "video", "animation", "audio", "document", "voice", "video_note")
CAPTIONED = frozenset(FILES) - {"video_note"}
TOGETHER = (frozenset({"photo", "video"}), frozenset({"document"}), frozenset({"audio"}))
"""Kinds of which one album may be."""
ALBUM = 10
"""The most messages of one album."""
CARRIED = (
    "text", "entities", "caption", "caption_entities", *FILES, "sticker", "location", "venue",
    "contact", "poll", "link_preview_options", "show_caption_above_media", "has_media_spoiler",
)  # fmt: skip
"""What of a message goes along where it is copied or forwarded."""


def described(file: File) -> Json:
    """The fields a message shows the file in."""
    shown: Json = {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
    }
    kind = mimetypes.guess_type(file.name)[0]
    named = shown | {"file_name": file.name} | ({"mime_type": kind} if kind else {})
    size = {"width": 320, "height": 240}
    match file.kind:
        case "photo":
            return {"photo": [shown | size]}
        case "video":
            return {"video": named | size | {"duration": 1}}
        case "animation":  # which Telegram shows as a document besides
            return {"animation": named | size | {"duration": 1}, "document": named}
        case "audio":
            return {"audio": named | {"duration": 1}}
        case "voice":
            return {"voice": shown | {"duration": 1, "mime_type": "audio/ogg"}}
        case "video_note":
            return {"video_note": shown | {"length": 240, "duration": 1}}
        case _:
            return {file.kind: named}


def carried(message: Json) -> Json:
    """What of a message can be put into another one; empty for what only tells of the chat."""
    return {name: message[name] for name in CARRIED if name in message}


def origin(message: Json, hidden: bool = False) -> Json:
    """Whose a forward of the message is said to be; `hidden`: a person only by their name."""
    if known := message.get("forward_origin"):
        return dict(known)
    said: Json = {"date": message["date"]}
    chat = message["chat"]
    if chat["type"] == "channel":
        return said | {"type": "channel", "chat": chat, "message_id": message["message_id"]}
    if "sender_chat" in message:
        return said | {"type": "chat", "sender_chat": message["sender_chat"]}
    user = message["from"]
    if hidden:
        return said | {"type": "hidden_user", "sender_user_name": user["first_name"]}
    return said | {"type": "user", "sender_user": user}
