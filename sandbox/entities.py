"""The way of a text from the call to the message: cleaned, trimmed, its entities put right."""

import re
from collections.abc import Sequence

from sandbox import nesting
from sandbox.found import find_entities, units
from sandbox.world import Json

_REMOVED = {0x0D, 0x030A, 0x0333, 0x033F, *range(0x2028, 0x202F)}
"""Carriage returns, marks that strike through the lines above and below, turns of direction."""
_REPEATED_DIRECTION = re.compile(r"[\u200e\u200f](?=[\u200e\u200f])")
_UNCLEAN = re.compile(r"[\x00-\x09\x0b-\x1f\u030a\u0333\u033f\u2028-\u202e]")
_KEEPS_BLANKS = frozenset({"text_link", "text_mention", "date_time"})
"""These stay even when there is nothing to see under them."""


def finish(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text as the message has it, and all its entities; both empty if it was blank."""
    text, marks = clean(text, nesting.fix(entities))
    text, marks = trim(text, nesting.fix(marks))
    return text, nesting.ordered([*marks, *_beside(find_entities(text), marks)])


def clean(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Control characters become spaces, invisible separators go; entities move along."""
    kept, places = _without_unclean(text)
    last = len(places) - 1
    moved = []
    for entity in entities:
        begin = places[min(entity["offset"], last)]
        until = places[min(nesting.end(entity), last)]
        if until > begin:
            carried = {
                name: _without_unclean(str(entity[name]))[0]
                for name in ("url", "language")
                if name in entity
            }
            moved.append(entity | carried | {"offset": begin, "length": until - begin})
    return kept, moved


def _without_unclean(text: str) -> tuple[str, Sequence[int]]:
    """The text cleaned, and where each of its UTF-16 units has gone."""
    if not _UNCLEAN.search(text):
        return _with_single_directions(text), range(units(text) + 1)
    places = [0]
    kept: list[str] = []
    at = 0
    for each in text:
        if ord(each) not in _REMOVED:
            kept.append(" " if each < " " and each != "\n" else each)
            at += units(each)
        places.extend([at] * units(each))
    return _with_single_directions("".join(kept)), places


def _with_single_directions(text: str) -> str:
    """Of direction marks in a row only the last stays one."""
    return _REPEATED_DIRECTION.sub("\N{ZERO WIDTH NON-JOINER}", text)


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """No blanks at the end, and at the beginning only those of the first entity."""
    entities = [each for each in entities if each["type"] in _KEEPS_BLANKS or _shows(text, each)]
    text = text.rstrip(" \n")
    size = units(text)
    entities = [
        each | {"length": min(nesting.end(each), size) - each["offset"]}
        for each in entities
        if each["offset"] < size
    ]
    first = entities[0]["offset"] if entities else size
    dropped = min(len(text) - len(text.lstrip(" \n")), first)
    return text[dropped:], [each | {"offset": each["offset"] - dropped} for each in entities]


def _shows(text: str, entity: Json) -> bool:
    return part(text, entity).strip(" \n") != ""


def part(text: str, entity: Json) -> str:
    """What the entity covers."""
    written = text.encode("utf-16-le", "surrogatepass")
    return written[2 * entity["offset"] : 2 * nesting.end(entity)].decode("utf-16-le", "replace")


def _beside(found: list[Json], marks: list[Json]) -> list[Json]:
    """Those that stand in no one's way: not across links, and in no code."""
    taken = [each for each in marks if each["type"] not in nesting.SPLITTABLE]
    taken = [each for each in taken if each["type"] not in nesting.QUOTES]
    return [
        each
        for each in found
        if all(
            each["offset"] >= nesting.end(one) or one["offset"] >= nesting.end(each)
            for one in taken
        )
    ]
