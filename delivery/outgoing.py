"""What is sent: a message as plain data, before any library of Telegram's sees it.

`publishing/` stores one as a body (JSON) that many rows of the outbox share.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from markupsafe import Markup

from delivery.contents import (
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


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: it answers with `data` (at most 64 bytes) or opens `url`."""

    label: str
    data: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if (self.data is None) == (self.url is None):
            raise ValueError(f"a button answers or opens, one of the two: {self.label!r}")
        if self.data is not None and len(self.data.encode()) > 64:
            raise ValueError(f"Telegram takes 64 bytes in a button, not {self.data!r}")


Rows = tuple[tuple[Button, ...], ...]
"""The keyboard under a message, row by row."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message ready to be sent, or several that belong together.

    `text` is Telegram's HTML as views make it: Markup, so that the type checker finds a value that
    nobody escaped. An admin's own words are no HTML: see `authored`. With `media` the text is its
    caption. One of media, album, place, contact, poll and forwarded at most, else it is a text.
    """

    text: Markup = field(default_factory=Markup)
    entities: Entities | None = None
    media: Media | None = None
    buttons: Rows = ()
    preview_url: str | None = None
    """The one link that is shown large; without it a view's text shows none."""
    thread_id: int | None = None
    preview: Mapping[str, Any] | None = None
    """LinkPreviewOptions as an author chose them; without them theirs shows its first link."""
    album: tuple[AlbumItem, ...] = ()
    place: Place | None = None
    contact: Contact | None = None
    poll: Poll | None = None
    forwarded: Forwarded | None = None
    then: "Outgoing | None" = None
    """What follows it in the same row: buttons, where Telegram takes none under it."""

    def __post_init__(self) -> None:
        said = (self.media, self.album, self.place, self.contact, self.poll, self.forwarded)
        if sum(bool(each) for each in said) > 1:
            raise ValueError("a message is one thing at a time")
        if not (self.text or any(said)):
            raise ValueError("a message says something")
        if self.album and not make_an_album([item.media.kind for item in self.album]):
            raise ValueError("Telegram takes no such album")
        if self.buttons and (self.album or self.forwarded):
            raise ValueError("Telegram takes no buttons under an album or a forward")

    @classmethod
    def authored(
        cls, text: str, entities: Iterable[dict[str, Any]], media: Media | None = None
    ) -> "Outgoing":
        """An admin's message as it came: plain text, with Telegram's own entities beside it."""
        return cls(Markup(text), tuple(entities), media)  # with entities it is never read as HTML

    @property
    def parts(self) -> tuple["Outgoing", ...]:
        """What is sent one after another, each in one call, into the same topic."""
        if self.then is None:
            return (self,)
        return (replace(self, then=None), *replace(self.then, thread_id=self.thread_id).parts)

    @property
    def messages(self) -> int:
        """How many messages it becomes in the chat, without what follows it."""
        return len(self.forwarded.message_ids) if self.forwarded else len(self.album) or 1

    @property
    def can_be_edited(self) -> bool:
        """Whether it can be made to say something else once it is sent, without what follows it."""
        if self.media is not None:
            return self.media.kind.has_caption
        return not (self.place or self.contact or self.poll or self.forwarded)

    def message_at(self, index: int) -> "Outgoing":
        """The one message that stands at the index among all that it and what follows become."""
        for part in self.parts:
            if index < part.messages:
                return part._one(index)
            index -= part.messages
        raise IndexError("it becomes fewer messages")

    def _one(self, index: int) -> "Outgoing":
        if self.album:
            item = self.album[index]
            return Outgoing(item.text, item.entities, item.media, thread_id=self.thread_id)
        if self.forwarded is not None:
            only = replace(self.forwarded, message_ids=(self.forwarded.message_ids[index],))
            return replace(self, forwarded=only)
        return self

    def to_json(self) -> str:
        """What it has, and always the first six: bodies kept before must not seem changed."""
        return json.dumps(_kept(asdict(self)), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Outgoing":
        return _read(json.loads(text))


_ALWAYS = ("text", "entities", "media", "buttons", "preview_url", "thread_id")


def _kept(fields: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in fields.items() if value or name in _ALWAYS}
    if (then := kept.get("then")) is not None:
        kept["then"] = _kept(then)
    return kept


def _read(kept: dict[str, Any]) -> Outgoing:
    return Outgoing(
        **{
            name: _FIELDS[name](value) if value is not None and name in _FIELDS else value
            for name, value in kept.items()
        }
    )


def _entities(kept: list[dict[str, Any]]) -> Entities:
    return tuple(kept)


def _media(kept: dict[str, Any]) -> Media:
    return Media(**kept | {"kind": MediaKind(kept["kind"])})


def _album(kept: list[dict[str, Any]]) -> tuple[AlbumItem, ...]:
    return tuple(
        AlbumItem(
            _media(item["media"]),
            Markup(item["text"]),
            None if item["entities"] is None else _entities(item["entities"]),
        )
        for item in kept
    )


def _poll(kept: dict[str, Any]) -> Poll:
    lists = ("question_entities", "explanation_entities")
    options = (PollOption(each["text"], tuple(each["entities"])) for each in kept["options"])
    return Poll(
        **kept
        | {name: tuple(kept[name]) for name in lists}
        | {
            "options": tuple(options),
            "right": None if kept["right"] is None else tuple(kept["right"]),
        }
    )


_FIELDS: dict[str, Callable[[Any], Any]] = {
    "text": Markup,  # it was when it was stored
    "entities": _entities,
    "media": _media,
    "buttons": lambda rows: tuple(tuple(Button(**button) for button in row) for row in rows),
    "album": _album,
    "place": lambda kept: Place(**kept),
    "contact": lambda kept: Contact(**kept),
    "poll": _poll,
    "forwarded": lambda kept: Forwarded(**kept | {"message_ids": tuple(kept["message_ids"])}),
    "then": _read,
}
