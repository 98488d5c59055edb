"""What a message can be besides its text: files, albums, places, contacts, polls, forwards.

All of it is told by Telegram's own ids and words, so nothing is ever uploaded twice.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from markupsafe import Markup

Entities = tuple[dict[str, Any], ...]
"""Telegram's MessageEntity objects: what is bold, a link … in a plain text."""

LEAST_IN_ALBUM, MOST_IN_ALBUM = 2, 10


class MediaKind(StrEnum):
    PHOTO = "photo"
    VIDEO = "video"
    ANIMATION = "animation"
    AUDIO = "audio"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    STICKER = "sticker"

    @property
    def has_caption(self) -> bool:
        return self not in (MediaKind.VIDEO_NOTE, MediaKind.STICKER)

    @property
    def is_seen(self) -> bool:
        """Whether it is a picture that a spoiler can cover and a caption can stand above."""
        return self in (MediaKind.PHOTO, MediaKind.VIDEO, MediaKind.ANIMATION)


@dataclass(frozen=True, slots=True)
class Media:
    """A file that Telegram already keeps, by its file id."""

    kind: MediaKind
    file_id: str
    has_spoiler: bool = False
    caption_above: bool = False


@dataclass(frozen=True, slots=True)
class AlbumItem:
    """One message of an album; its text and entities are those of an Outgoing."""

    media: Media
    text: Markup = field(default_factory=Markup)
    entities: Entities | None = None


def make_an_album(kinds: Collection[MediaKind]) -> bool:
    """Whether Telegram takes such files as one album: photos with videos, the others alone."""
    if not LEAST_IN_ALBUM <= len(kinds) <= MOST_IN_ALBUM:
        return False
    together = ({MediaKind.PHOTO, MediaKind.VIDEO}, {MediaKind.DOCUMENT}, {MediaKind.AUDIO})
    return any(set(kinds) <= each for each in together)


@dataclass(frozen=True, slots=True)
class Place:
    """A point on a map, in degrees (WGS 84); a venue where it has a title and an address."""

    latitude: float
    longitude: float
    title: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    phone_number: str
    first_name: str
    last_name: str | None = None
    vcard: str | None = None


@dataclass(frozen=True, slots=True)
class PollOption:
    text: str
    entities: Entities = ()


@dataclass(frozen=True, slots=True)
class Poll:
    """A question with answers to choose from; with a right answer it is a quiz.

    It is sent once, to whoever wrote it, and forwarded from there: so all votes count together.
    """

    question: str
    options: tuple[PollOption, ...]
    question_entities: Entities = ()
    right: tuple[int, ...] | None = None
    """Numbers (from 0) of the right answers; None: it is no quiz."""
    is_anonymous: bool = True
    takes_several: bool = False
    explanation: str = ""
    """Shown to who answers a quiz wrongly."""
    explanation_entities: Entities = ()


@dataclass(frozen=True, slots=True)
class Forwarded:
    """Messages of another chat, passed on as they stand there; the ids ascend."""

    from_chat_id: int
    message_ids: tuple[int, ...]
    is_poll: bool = False
    """Our own poll, which was put to its author once: all votes count together."""
