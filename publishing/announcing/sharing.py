"""How the outbox is shared among all that is being announced. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from model.ids import AnnouncementId


@dataclass(frozen=True, slots=True)
class Demand:
    """One announcement that is being sent, and what it has and wants of the outbox."""

    id: AnnouncementId
    is_urgent: bool
    messages: int
    """That it becomes in one chat: an album of ten costs what ten texts do."""
    in_line: int
    """Its rows that wait there already."""
    turns: int
    """Recipients whose turn has come."""


def shares(demands: Sequence[Demand], ahead: int, most: int) -> dict[AnnouncementId, int]:
    """How many rows of each may be enqueued now; those that may none are left out.

    So that about `ahead` messages wait there. What there is room for is dealt out evenly among
    those that want it, whatever they have there already: the outbox is a line, and levelling what
    stands in it would let each go in turn for as long as the line is. Urgent ones come first, as if
    there were nothing else: what others have there goes after them anyway. At most `most` rows in
    all. One that is larger than all the room goes alone, or it would never go.
    """
    urgent = [one for one in demands if one.is_urgent]
    others = [one for one in demands if not one.is_urgent]
    given = _dealt(urgent, min(ahead - _weight(urgent), most))
    taken = sum(given[one.id] * one.messages for one in urgent)
    room = min(ahead - _weight(demands) - taken, most - sum(given.values()))
    given |= _dealt(others, room)
    return {number: rows for number, rows in given.items() if rows}


def _weight(demands: Sequence[Demand]) -> int:
    return sum(one.in_line * one.messages for one in demands)


def _dealt(demands: Sequence[Demand], room: int) -> dict[AnnouncementId, int]:
    """Rows of each: whoever was given least gets the next, while there is room."""
    given = {one.id: 0 for one in demands}
    hands = [(0, at) for at, one in enumerate(demands) if one.turns]
    while hands and room > 0:
        messages, at = heappop(hands)
        one = demands[at]
        if one.messages > room and (messages or one.in_line):
            continue
        given[one.id] += 1
        room -= one.messages
        if given[one.id] < one.turns:
            heappush(hands, (messages + one.messages, at))
    return given
