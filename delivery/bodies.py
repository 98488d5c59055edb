"""Bodies of rows, decoded once for all that share one: which part goes next, and what it costs."""

from collections import OrderedDict

from delivery.outgoing import Outgoing
from model.ids import BodyId
from model.outbox import Action, OutboxRow

_MOST = 256


class BodyError(ValueError):
    """A row has no body, or one that cannot be read."""


class Bodies:
    def __init__(self) -> None:
        self._kept: OrderedDict[BodyId, tuple[Outgoing, ...]] = OrderedDict()

    def next_part(self, row: OutboxRow) -> Outgoing:
        """What the row says next; BodyError."""
        parts = self._parts(row)
        if row.parts_sent >= len(parts):
            raise BodyError(f"row {row.id} has sent all {len(parts)} parts of its body")
        return parts[row.parts_sent]

    def parts_left(self, row: OutboxRow) -> int:
        """How many parts come after the next; 0 where it cannot be read."""
        if row.action != Action.SEND:
            return 0
        try:
            return max(0, len(self._parts(row)) - row.parts_sent - 1)
        except BodyError:
            return 0

    def cost(self, row: OutboxRow) -> int:
        """How many messages the row becomes next. Whatever else it asks for costs what one does."""
        if row.action != Action.SEND:
            return 1
        try:
            return self.next_part(row).messages
        except BodyError:
            return 1

    def _parts(self, row: OutboxRow) -> tuple[Outgoing, ...]:
        if row.body_id is None or row.outgoing is None:
            raise BodyError(f"row {row.id} has no body")
        if (kept := self._kept.get(row.body_id)) is not None:
            self._kept.move_to_end(row.body_id)
            return kept
        try:
            parts = Outgoing.from_json(row.outgoing).parts
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BodyError(f"body {row.body_id} cannot be read: {error}") from error
        self._kept[row.body_id] = parts
        if len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        return parts
