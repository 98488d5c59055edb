"""An Outgoing as the fields of Telegram's forms: made by hand, once for all chats that get it.

aiogram's models are most of what a message costs.
"""

import html
import json
import re
from collections.abc import Mapping
from typing import Any

from bot.session import PreparedCall, PreparedDocument, PreparedMessage, PreparedPhoto
from delivery.contents import MediaKind
from delivery.inline import InlineResult
from delivery.outgoing import Outgoing, Rows

Form = tuple[type[PreparedCall], Mapping[str, str]]
"""A call's kind and its fields as strings."""

_TAG = re.compile(r"<[^>]+>")


def form_of(outgoing: Outgoing, *, as_plain: bool = False, without_thread: bool = False) -> Form:
    """The call that sends it and the fields of its form, but for the chat.

    `as_plain`: without any markup, when Telegram refused ours.
    """
    text = html.unescape(_TAG.sub("", outgoing.text)) if as_plain else outgoing.text
    words, marks = ("caption", "caption_entities") if outgoing.media else ("text", "entities")
    fields = {words: text}
    if outgoing.entities is not None and not as_plain:
        fields[marks] = as_json(outgoing.entities)
    elif not as_plain:
        fields["parse_mode"] = "HTML"
    if outgoing.thread_id is not None and not without_thread:
        fields["message_thread_id"] = str(outgoing.thread_id)
    if outgoing.buttons:
        fields["reply_markup"] = as_json({"inline_keyboard": keyboard(outgoing.buttons)})
    if outgoing.media is None:
        url = outgoing.preview_url
        fields["link_preview_options"] = as_json({"url": url} if url else {"is_disabled": True})
        return PreparedMessage, fields
    fields[outgoing.media.kind] = outgoing.media.file_id
    photo = outgoing.media.kind is MediaKind.PHOTO
    return PreparedPhoto if photo else PreparedDocument, fields


def result_of(one: InlineResult) -> dict[str, Any]:
    """An InlineQueryResultArticle."""
    _, form = form_of(one.message)
    result: dict[str, Any] = {
        "type": "article",
        "id": one.id,
        "title": one.title,
        "description": one.description,
        "input_message_content": {
            "message_text": form["text"],
            "parse_mode": "HTML",
            "link_preview_options": json.loads(form["link_preview_options"]),
        },
    }
    if one.thumbnail_url is not None:
        result["thumbnail_url"] = one.thumbnail_url
    if one.message.buttons:
        result["reply_markup"] = {"inline_keyboard": keyboard(one.message.buttons)}
    return result


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def keyboard(buttons: Rows) -> list[list[dict[str, str]]]:
    return [
        [
            {"text": button.label}
            | ({"url": button.url} if button.url else {"callback_data": button.data or ""})
            for button in row
        ]
        for row in buttons
    ]
