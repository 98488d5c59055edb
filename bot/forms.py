"""An Outgoing as the fields of Telegram's forms: made by hand, once for all chats that get it.

aiogram's models are most of what a message costs.
"""

import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.session import Call, SentMessage, prepared
from delivery.contents import AlbumItem, Contact, Entities, Media, MediaKind, Place, Poll
from delivery.inline import InlineResult
from delivery.outgoing import Outgoing, Rows

Form = tuple[Call, Mapping[str, str]]
"""A call's kind and its fields as strings."""

_SEND_MESSAGE = prepared("sendMessage")
_SEND_ALBUM = prepared("sendMediaGroup", list[SentMessage])
_SEND_LOCATION = prepared("sendLocation")
_SEND_VENUE = prepared("sendVenue")
_SEND_CONTACT = prepared("sendContact")
_SEND_POLL = prepared("sendPoll")
_FORWARD = prepared("forwardMessages", list[SentMessage])
_SEND = {
    MediaKind.PHOTO: prepared("sendPhoto"),
    MediaKind.VIDEO: prepared("sendVideo"),
    MediaKind.ANIMATION: prepared("sendAnimation"),
    MediaKind.AUDIO: prepared("sendAudio"),
    MediaKind.DOCUMENT: prepared("sendDocument"),
    MediaKind.VOICE: prepared("sendVoice"),
    MediaKind.VIDEO_NOTE: prepared("sendVideoNote"),
    MediaKind.STICKER: prepared("sendSticker"),
}
_EDIT_TEXT = prepared("editMessageText")
_EDIT_CAPTION = prepared("editMessageCaption")
_EDIT_MEDIA = prepared("editMessageMedia")

_TAG = re.compile(r"<[^>]+>")


def form_of(outgoing: Outgoing, *, as_plain: bool = False, without_thread: bool = False) -> Form:
    """The call that sends it and the fields of its form, but for the chat.

    `as_plain`: without any markup, when Telegram refused ours. What follows it is another call.
    """
    call, fields = _sending(outgoing, as_plain)
    if outgoing.thread_id is not None and not without_thread:
        fields["message_thread_id"] = str(outgoing.thread_id)
    return call, fields | _keyboard(outgoing)


def edit_form_of(outgoing: Outgoing, *, as_plain: bool = False) -> Form | None:
    """The call that turns a message into it, but for which; None where it cannot be edited.

    File, words and buttons change in one call; a voice message keeps its file.
    """
    if not outgoing.can_be_edited or outgoing.album:
        return None
    if outgoing.media is None:
        return _EDIT_TEXT, _text(outgoing, as_plain) | _keyboard(outgoing)
    caption = _words(outgoing.text, outgoing.entities, as_plain)
    if outgoing.media.kind is MediaKind.VOICE:
        return _EDIT_CAPTION, _strings(caption) | _keyboard(outgoing)
    media = _input_media(outgoing.media, caption)
    return _EDIT_MEDIA, {"media": as_json(media)} | _keyboard(outgoing)


def _sending(outgoing: Outgoing, as_plain: bool) -> tuple[Call, dict[str, str]]:
    if outgoing.media is not None:
        return _file(outgoing.media, _words(outgoing.text, outgoing.entities, as_plain))
    if outgoing.album:
        return _album(outgoing.album, as_plain)
    if outgoing.place is not None:
        return _place(outgoing.place)
    if outgoing.contact is not None:
        return _contact(outgoing.contact)
    if outgoing.poll is not None:
        return _poll(outgoing.poll)
    if (forwarded := outgoing.forwarded) is not None:
        fields = {"from_chat_id": forwarded.from_chat_id, "message_ids": forwarded.message_ids}
        return _FORWARD, _strings(fields)
    return _SEND_MESSAGE, _text(outgoing, as_plain)


def _text(outgoing: Outgoing, as_plain: bool) -> dict[str, str]:
    words = _words(outgoing.text, outgoing.entities, as_plain, "text", "entities")
    preview: Mapping[str, Any] | None = {"is_disabled": True}
    if outgoing.preview_url:
        preview = {"url": outgoing.preview_url}
    elif outgoing.entities is not None:  # an author's: as they chose, or the first link
        preview = outgoing.preview
    return _strings(words | {"link_preview_options": preview})


def _words(
    text: str,
    entities: Entities | None,
    as_plain: bool,
    words: str = "caption",
    marks: str = "caption_entities",
) -> dict[str, Any]:
    """The fields of a text, without markup if `as_plain`; none where there is no text."""
    if not text:
        return {}
    if entities is not None:
        return {words: text} | ({} if as_plain else {marks: entities})
    if as_plain:
        return {words: html.unescape(_TAG.sub("", text))}
    return {words: text, "parse_mode": "HTML"}


def _file(media: Media, caption: dict[str, Any]) -> tuple[Call, dict[str, str]]:
    fields = {media.kind.value: media.file_id}
    if media.kind.has_caption:
        fields |= _strings(caption | _looks(media))
    return _SEND[media.kind], fields


def _album(items: Sequence[AlbumItem], as_plain: bool) -> tuple[Call, dict[str, str]]:
    """Telegram wants all the captions of an album on one side."""
    above = any(item.media.caption_above for item in items)
    shown = [
        _input_media(
            replace(item.media, caption_above=above), _words(item.text, item.entities, as_plain)
        )
        for item in items
    ]
    return _SEND_ALBUM, {"media": as_json(shown)}


def _input_media(media: Media, caption: dict[str, Any]) -> dict[str, Any]:
    """An InputMedia."""
    return {"type": media.kind, "media": media.file_id} | caption | _looks(media)


def _looks(media: Media) -> dict[str, Any]:
    looks = {"has_spoiler": media.has_spoiler, "show_caption_above_media": media.caption_above}
    return {name: True for name, is_so in looks.items() if is_so and media.kind.is_seen}


def _place(place: Place) -> tuple[Call, dict[str, str]]:
    point = {"latitude": place.latitude, "longitude": place.longitude}
    if place.title and place.address:
        return _SEND_VENUE, _strings(point | {"title": place.title, "address": place.address})
    return _SEND_LOCATION, _strings(point)


def _contact(contact: Contact) -> tuple[Call, dict[str, str]]:
    fields = {
        "phone_number": contact.phone_number,
        "first_name": contact.first_name,
        "last_name": contact.last_name,
        "vcard": contact.vcard,
    }
    return _SEND_CONTACT, _strings(fields)


def _poll(poll: Poll) -> tuple[Call, dict[str, str]]:
    fields: dict[str, Any] = {
        "question": poll.question,
        "question_entities": poll.question_entities,
        "options": [{"text": one.text, "text_entities": one.entities} for one in poll.options],
        "is_anonymous": poll.is_anonymous,
        "type": "regular" if poll.right is None else "quiz",
        "allows_multiple_answers": poll.takes_several,
        "correct_option_ids": poll.right,
    }
    if poll.right is not None and poll.explanation:
        fields["explanation"] = poll.explanation
        fields["explanation_entities"] = poll.explanation_entities
    return _SEND_POLL, _strings(fields)


def _keyboard(outgoing: Outgoing) -> dict[str, str]:
    if not outgoing.buttons:
        return {}
    return {"reply_markup": as_json({"inline_keyboard": keyboard(outgoing.buttons)})}


def _strings(fields: Mapping[str, Any]) -> dict[str, str]:
    """The fields as a form has them, without those that are None."""
    return {
        name: value if isinstance(value, str) else as_json(value)
        for name, value in fields.items()
        if value is not None
    }


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
