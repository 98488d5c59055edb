"""What an author sends to be announced, as plain data: kept exactly, by Telegram's own ids."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message, MessageEntity
from aiogram.types import PollOption as TelegramOption
from markupsafe import Markup

from common.text import utf16_length
from delivery.contents import (
    MOST_IN_ALBUM,
    AlbumItem,
    Contact,
    Entities,
    Forwarded,
    Media,
    MediaKind,
    Place,
    Poll,
    PollOption,
    make_an_album,
)
from delivery.outgoing import Outgoing
from publishing.announcing.errors import CannotCarryError, TooLongError

LONGEST_TEXT, LONGEST_CAPTION = 4096, 1024
"""UTF-16 units: people with Premium write longer ones, bots cannot."""

REFUSED = frozenset(
    {
        ContentType.GAME,
        ContentType.INVOICE,
        ContentType.PAID_MEDIA,
        ContentType.CHECKLIST,
        ContentType.GIVEAWAY,
    }
)
"""What people can send besides what the other handlers know, and no bot can pass on."""


def content_of(message: Message) -> Outgoing:
    """What the message says, without buttons; CannotCarryError, TooLongError."""
    if message.forward_origin is not None:
        # Its words are kept for lists and searches: a forward shows nothing but what it forwards.
        words = Markup(message.text or message.caption or "")
        return Outgoing(words, forwarded=Forwarded(message.chat.id, (message.message_id,)))
    make = _KINDS.get(message.content_type)
    if make is None:
        raise CannotCarryError(message.content_type)
    return make(message)


def with_more(album: Outgoing, message: Message) -> Outgoing | None:
    """The album with its next message; None where it has no room for one more."""
    if album.forwarded is not None:
        ids = album.forwarded.message_ids
        if message.message_id in ids:
            return album  # an update that came twice
        more = Forwarded(album.forwarded.from_chat_id, (*ids, message.message_id))
        return replace(album, forwarded=more) if len(more.message_ids) <= MOST_IN_ALBUM else None
    item = content_of(message)
    if item.media is None:
        raise CannotCarryError(message.content_type)
    added = AlbumItem(item.media, item.text, item.entities)
    items = album.album or (_item(album),)
    if any(one.media.file_id == added.media.file_id for one in items):
        return album
    if not make_an_album([one.media.kind for one in (*items, added)]):
        return None
    return Outgoing(album=(*items, added))


def _item(outgoing: Outgoing) -> AlbumItem:
    assert outgoing.media is not None  # an album's first message is a file
    return AlbumItem(outgoing.media, outgoing.text, outgoing.entities)


def _text(message: Message) -> Outgoing:
    said = message.text or ""
    _check(said, LONGEST_TEXT)
    options = message.link_preview_options
    preview = None if options is None else options.model_dump(mode="json", exclude_none=True)
    return Outgoing(Markup(said), _entities(message.entities), preview=preview)


def _media(kind: MediaKind, id_of: Callable[[Message], str]) -> Callable[[Message], Outgoing]:
    def make(message: Message) -> Outgoing:
        said = message.caption or ""
        _check(said, LONGEST_CAPTION)
        media = Media(
            kind,
            id_of(message),
            has_spoiler=bool(message.has_media_spoiler),
            caption_above=bool(message.show_caption_above_media),
        )
        return Outgoing(Markup(said), _entities(message.caption_entities), media)

    return make


def _file(name: str) -> Callable[[Message], str]:
    return lambda message: str(getattr(message, name).file_id)


def _place(message: Message) -> Outgoing:
    assert message.location is not None
    return Outgoing(place=Place(message.location.latitude, message.location.longitude))


def _venue(message: Message) -> Outgoing:
    venue = message.venue
    assert venue is not None
    at = venue.location
    return Outgoing(place=Place(at.latitude, at.longitude, venue.title, venue.address))


def _contact(message: Message) -> Outgoing:
    one = message.contact
    assert one is not None
    return Outgoing(contact=Contact(one.phone_number, one.first_name, one.last_name, one.vcard))


def _poll(message: Message) -> Outgoing:
    poll = message.poll
    assert poll is not None
    if poll.is_closed:
        raise CannotCarryError("closed-poll")
    return Outgoing(
        poll=Poll(
            question=poll.question,
            options=tuple(map(_option, poll.options)),
            question_entities=_entities(poll.question_entities),
            right=_right(poll),
            is_anonymous=poll.is_anonymous,
            takes_several=poll.allows_multiple_answers,
            explanation=poll.explanation or "",
            explanation_entities=_entities(poll.explanation_entities),
        )
    )


def _option(option: TelegramOption) -> PollOption:
    return PollOption(option.text, _entities(option.text_entities))


def _right(poll: Any) -> tuple[int, ...] | None:
    """The right answers of a quiz; one that does not tell them cannot be asked anew."""
    if poll.type != "quiz":
        return None
    if not poll.correct_option_ids:
        raise CannotCarryError("quiz")
    return tuple(poll.correct_option_ids)


def _entities(entities: Sequence[MessageEntity] | None) -> Entities:
    return tuple(one.model_dump(mode="json", exclude_none=True) for one in entities or ())


def _check(said: str, most: int) -> None:
    if (units := utf16_length(said)) > most:
        raise TooLongError(units, most)


_KINDS: dict[str, Callable[[Message], Outgoing]] = {
    ContentType.TEXT: _text,
    ContentType.PHOTO: _media(MediaKind.PHOTO, lambda message: (message.photo or [])[-1].file_id),
    **{
        kind: _media(MediaKind(kind.value), _file(kind.value))
        for kind in (
            ContentType.VIDEO,
            ContentType.ANIMATION,
            ContentType.AUDIO,
            ContentType.DOCUMENT,
            ContentType.VOICE,
            ContentType.VIDEO_NOTE,
            ContentType.STICKER,
        )
    },
    ContentType.LOCATION: _place,
    ContentType.VENUE: _venue,
    ContentType.CONTACT: _contact,
    ContentType.POLL: _poll,
}
