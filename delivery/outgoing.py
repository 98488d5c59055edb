"""What is sent: a message as plain data, before any library of Telegram's sees it.

`publishing/` stores one as a body (JSON) that many rows of the outbox share.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from markupsafe import Markup


class MediaKind(StrEnum):
    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Media:
    """A file that Telegram already keeps, by its file id."""

    kind: MediaKind
    file_id: str


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
    """A message ready to be sent.

    `text` is Telegram's HTML as views make it: Markup, so that the type checker finds a value that
    nobody escaped. An admin's own words are no HTML: see `authored`. With `media` the text is its
    caption. `preview_url` is the one link that is shown large; None shows none.
    """

    text: Markup
    entities: tuple[dict[str, Any], ...] | None = None
    media: Media | None = None
    buttons: Rows = ()
    preview_url: str | None = None
    thread_id: int | None = None

    @classmethod
    def authored(
        cls, text: str, entities: Iterable[dict[str, Any]], media: Media | None = None
    ) -> "Outgoing":
        """An admin's message as it came: plain text, with Telegram's own entities beside it."""
        return cls(Markup(text), tuple(entities), media)  # with entities it is never read as HTML

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Outgoing":
        fields = json.loads(text)
        fields["text"] = Markup(fields["text"])  # it was when it was stored
        if (entities := fields["entities"]) is not None:
            fields["entities"] = tuple(entities)
        if (media := fields["media"]) is not None:
            fields["media"] = Media(MediaKind(media["kind"]), media["file_id"])
        fields["buttons"] = tuple(
            tuple(Button(**button) for button in row) for row in fields["buttons"]
        )
        return cls(**fields)
