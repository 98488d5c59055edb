"""Which entities may stand inside which, and what Telegram does to those that may not.

Nothing stands inside code; code stands inside a quotation only; links and the like never overlap;
bold, italic and their kin are cut where another of them or a link begins.
"""

from collections.abc import Iterable

from sandbox.world import Json

SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
CODES = frozenset({"code", "pre", "date_time"})
"""Nothing stands inside these."""
_PRIORITY = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "date_time": 45,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}


def ordered(entities: Iterable[Json]) -> list[Json]:
    """By place; of two in the same place the outer one first."""
    return sorted(entities, key=_place)


def _place(entity: Json) -> tuple[int, int, int]:
    kind = str(entity["type"])
    priority = 10 if kind == "pre" and "language" in entity else _PRIORITY.get(kind, 50)
    return int(entity["offset"]), -int(entity["length"]), priority


def end(entity: Json) -> int:
    return int(entity["offset"]) + int(entity["length"])


def fix(entities: Iterable[Json]) -> list[Json]:
    """The entities that Telegram keeps, cut as it cuts them."""
    wanted = ordered(each for each in entities if each["length"] > 0)
    if _are_valid(wanted):
        return wanted
    quotes = without_overlaps(each for each in wanted if each["type"] in QUOTES)
    whole = without_overlaps(
        each for each in wanted if each["type"] not in QUOTES and each["type"] not in SPLITTABLE
    )
    whole = [each for each in whole if not any(_crosses(each, quote) for quote in quotes)]
    whole = ordered([*whole, *quotes])
    styles = [each for each in wanted if each["type"] in SPLITTABLE]
    return ordered([*whole, *_Splitter(styles).split(whole)])


def without_overlaps(entities: Iterable[Json]) -> list[Json]:
    """The first of any that overlap."""
    kept: list[Json] = []
    for each in entities:
        if not kept or each["offset"] >= end(kept[-1]):
            kept.append(each)
    return kept


def _crosses(entity: Json, quote: Json) -> bool:
    """Whether it overlaps the quotation without standing inside it."""
    if quote["offset"] >= end(entity) or entity["offset"] >= end(quote):
        return False
    return bool(end(quote) < end(entity) or entity["offset"] < quote["offset"])


def _are_valid(entities: list[Json]) -> bool:
    ends: dict[str, int] = {}
    outer: list[Json] = []
    for each in entities:
        while outer and each["offset"] >= end(outer[-1]):
            outer.pop()
        if outer and not _fits(each, outer):
            return False
        outer.append(each)
        if each["type"] in SPLITTABLE:
            if ends.get(each["type"], -1) >= each["offset"]:
                return False  # two that touch make one
            ends[each["type"]] = end(each)
    return True


def _fits(entity: Json, outer: list[Json]) -> bool:
    kinds = {each["type"] for each in outer}
    if end(entity) > end(outer[-1]) or entity["type"] in kinds or outer[-1]["type"] in CODES:
        return False
    if entity["type"] in CODES:
        return kinds <= QUOTES
    if entity["type"] in QUOTES and kinds & QUOTES:
        return False
    links = kinds - QUOTES - set(SPLITTABLE)
    return not kinds & set(SPLITTABLE) and not (links and entity["type"] not in SPLITTABLE)


class _Splitter:
    """Cuts bold, italic and their kin at the borders of everything else."""

    def __init__(self, styles: list[Json]) -> None:
        self._styles = styles
        self._next = 0
        self._running: dict[str, tuple[int, int]] = {}
        self._made: list[Json] = []

    def split(self, whole: list[Json]) -> list[Json]:
        outer: list[Json] = []
        for each in whole:
            self._go_to(int(each["offset"]), outer)
            outer.append(each)
        self._go_to(2**31, outer)
        return self._made

    def _go_to(self, offset: int, outer: list[Json]) -> None:
        while outer and offset >= end(outer[-1]):
            self._cut_at(end(outer[-1]), outer[-1])
            outer.pop()
        self._cut_at(offset, outer[-1] if outer else None)

    def _cut_at(self, offset: int, inside: Json | None) -> None:
        """Close at `offset` what has begun; inside code nothing is kept."""
        before = len(self._made)
        while self._next < len(self._styles) and self._styles[self._next]["offset"] < offset:
            self._begin(self._styles[self._next])
            self._next += 1
        self._flush(offset)
        if inside is not None and inside["type"] in CODES:
            del self._made[before:]

    def _begin(self, style: Json) -> None:
        kind, begin, until = str(style["type"]), int(style["offset"]), end(style)
        running = self._running.get(kind)
        if running is not None and begin <= running[1]:
            self._running[kind] = (running[0], max(running[1], until))
        else:
            self._flush(begin)
            self._running[kind] = (begin, until)

    def _flush(self, offset: int) -> None:
        for kind in SPLITTABLE:
            begin, until = self._running.get(kind, (offset, 0))
            if begin >= offset:
                continue
            cut = min(until, offset)
            self._made.append({"type": kind, "offset": begin, "length": cut - begin})
            if until <= offset:
                del self._running[kind]
            else:
                self._running[kind] = (offset, until)
