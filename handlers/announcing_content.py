"""What an author sends to be announced, as plain data: kept exactly, by Telegram's own ids."""

from collections.abc import Callable, Sequence
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message, MessageEntity
from aiogram.types import PollOption as TelegramOption
from markupsafe import Markup

from common.text import utf16_length
from delivery.contents import (
    Contact,
    Entities,
    Forwarded,
    Media,
    MediaKind,
    Place,
    Poll,
    PollOption,
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
        ContentType.GIVEAWAY_WINNERS,
        ContentType.LIVE_PHOTO,
        ContentType.RICH_MESSAGE,
    }
)
"""What people can send or forward besides what the other handlers know, and no bot passes on."""
_NEVER = REFUSED | {ContentType.STORY}
"""Not even forwarded: whoever gets it would see something else, or pay for it."""


def content_of(message: Message) -> Outgoing:
    """What the message says, without buttons; CannotCarryError, TooLongError."""
    if message.forward_origin is not None:
        return _forwarded(message)
    make = _KINDS.get(message.content_type)
    if make is None:
        raise CannotCarryError(message.content_type)
    return make(message)


def _forwarded(message: Message) -> Outgoing:
    """Its words are kept for lists and searches: a forward shows nothing but what it forwards."""
    if message.content_type in _NEVER:
        raise CannotCarryError(message.content_type)
    if message.has_protected_content:
        raise CannotCarryError("protected")
    words = message.text or message.caption or (message.poll.question if message.poll else "")
    return Outgoing(Markup(words), forwarded=Forwarded(message.chat.id, (message.message_id,)))


def _text(message: Message) -> Outgoing:
    said = message.text or ""
    _check(said, LONGEST_TEXT)
    return Outgoing(Markup(said), _entities(message.entities), preview=_preview(message))


def _preview(message: Message) -> dict[str, Any] | None:
    """How the author wants links to be shown; what they did not say the library has marks for."""
    options = message.link_preview_options
    if options is None:
        return None
    chosen = options.model_dump()
    return {name: said for name, said in chosen.items() if isinstance(said, str | bool)}


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
        raise CannotCarryError("poll-closed")
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
