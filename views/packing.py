"""Packing whole items into one message.

Telegram counts a message after parsing, in code points; we count UTF-16 units, which are never
fewer. The source of a message has a limit of its own, in bytes: long addresses fill that first.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from common.text import utf16_length

MOST_UNITS = 4096
MOST_BYTES = 30_000
"""Telegram refuses a source of more than 32,768 bytes."""

BETWEEN = Markup("\n\n")

_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a message that is never cut, with its size measured once."""

    html: Markup
    units: int
    bytes: int

    @classmethod
    def of(cls, text: Markup) -> "Piece":
        return cls(text, utf16_length(visible(text)), len(text.encode()))


def visible(text: str) -> str:
    """What a reader sees of our own HTML, in which every value is escaped."""
    return html.unescape(_TAG.sub("", text))


def readable(text: str) -> str:
    """Our own HTML as plain text that keeps its links: for a terminal."""
    return visible(_LINK.sub(r"\2 (\1)", text))


def fill(pieces: Sequence[Piece], start: int, units: int, size: int = MOST_BYTES) -> int:
    """The end of the pieces from `start` on that fit together; always at least one of them."""
    end = start
    while end < len(pieces):
        units -= pieces[end].units + (len(BETWEEN) if end > start else 0)
        size -= pieces[end].bytes + (len(BETWEEN) if end > start else 0)
        if end > start and (units < 0 or size < 0):
            break
        end += 1
    return end


def starts(pieces: Sequence[Piece], units: int, size: int = MOST_BYTES) -> list[int]:
    """Where each message begins when all the pieces are sent in turn."""
    found = [0]
    while (end := fill(pieces, found[-1], units, size)) < len(pieces):
        found.append(end)
    return found
