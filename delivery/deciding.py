"""What an outcome means to its row, to its chat and to the sender. Pure.

The table in docs/architecture.md ("What an answer of Telegram's means"), line by line.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from delivery.outcomes import (
    BadMarkup,
    FloodWait,
    Migrated,
    NotConnected,
    NoThread,
    Outcome,
    Refused,
    Sent,
    ServerTrouble,
    Stopped,
    Unknown,
    Unreachable,
)
from model.ids import ChatId
from model.outbox import Action, OutboxRow, Priority, RowChange, RowState

FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(minutes=10)
MIGRATED = "the group migrated"
_DOUBLINGS = 8


@dataclass(frozen=True, slots=True)
class Decision:
    """The row's change, and what else is to be done in the same transaction or after it."""

    change: RowChange
    unreachable: str | None = None
    """The chat cannot be reached, and why: its other rows are cancelled."""
    migrated_to: ChatId | None = None
    forget_thread: bool = False
    pause_chat: float = 0.0
    """Seconds that the limiter keeps the chat waiting."""
    stop: str | None = None
    """Nothing can be sent, and why."""
    is_trouble: bool = False
    """Telegram, or the way to it, is in trouble: the sender slows down."""
    is_defect: bool = False
    """Our own text was refused: to be logged as an error."""


def after(row: OutboxRow, outcome: Outcome, now: datetime, parts_left: int = 0) -> Decision:
    """What follows from the outcome of what the row asked for.

    `parts_left` is how many parts of its body come after the one that was sent.
    """
    match outcome:
        case Sent() if parts_left:
            return Decision(_next_part(row, outcome, now))
        case Sent():
            return Decision(_done(row, outcome))
        case Stopped(reason):
            return Decision(_again(row, now, reason, counts=False), stop=reason)
        case FloodWait(seconds):
            later = now + timedelta(seconds=seconds)
            change = _again(row, later, f"retry after {seconds:g} s", counts=False)
            return Decision(change, pause_chat=seconds)
        case BadMarkup(reason):
            if row.as_plain:
                return Decision(_failed(row, reason), is_defect=True)
            return Decision(_again(row, now, reason, as_plain=True), is_defect=True)
        case Migrated(chat_id) if row.action == Action.SEND:
            return Decision(_again(row, now, MIGRATED), migrated_to=chat_id)
        case Migrated(chat_id):  # its message stays behind; under its number there is another one
            return Decision(_failed(row, MIGRATED), migrated_to=chat_id)
        case NoThread():
            if row.without_thread:
                return Decision(_failed(row, "message thread not found"))
            change = _again(row, now, "message thread not found", without_thread=True)
            return Decision(change, forget_thread=True)
        case Unreachable(reason):
            return Decision(_failed(row, reason), unreachable=reason)
        case Refused(reason):
            return Decision(_failed(row, reason))
        case ServerTrouble(reason) | NotConnected(reason):
            later = now + pause_after(row.attempts)
            return Decision(_again(row, later, reason), is_trouble=True)
        case Unknown(reason) if row.action != Action.SEND:  # done twice is done once
            later = now + pause_after(row.attempts)
            return Decision(_again(row, later, reason), is_trouble=True)
        case Unknown(reason):
            return Decision(_uncertain(row, now, reason), is_trouble=True)


def pause_after(attempts: int) -> timedelta:
    """How long a row waits after so many earlier attempts: twice as long each time."""
    doublings: int = 2 ** min(attempts, _DOUBLINGS)
    return min(FIRST_PAUSE * doublings, LONGEST_PAUSE)


def _done(row: OutboxRow, sent: Sent) -> RowChange:
    ids = row.message_ids + sent.message_ids
    parts = row.parts_sent + (row.action == Action.SEND)
    return RowChange(row.id, RowState.SENT, message_ids=ids, parts_sent=parts)


def _next_part(row: OutboxRow, sent: Sent, now: datetime) -> RowChange:
    """The rest goes at once, ahead of all else, with a chance of its own to be in doubt."""
    return RowChange(
        row.id,
        RowState.PENDING,
        not_before=now,
        message_ids=row.message_ids + sent.message_ids,
        parts_sent=row.parts_sent + 1,
        priority=Priority.REST,
        counts=False,
        without_thread=row.without_thread,
    )


def _again(
    row: OutboxRow,
    not_before: datetime,
    reason: str,
    *,
    counts: bool = True,
    as_plain: bool = False,
    without_thread: bool = False,
) -> RowChange:
    return RowChange(
        row.id,
        RowState.PENDING,
        not_before=not_before,
        error=reason,
        counts=counts,
        as_plain=row.as_plain or as_plain,
        without_thread=row.without_thread or without_thread,
        was_uncertain=row.was_uncertain,
    )


def _failed(row: OutboxRow, reason: str) -> RowChange:
    return RowChange(row.id, RowState.FAILED, error=reason)


def _uncertain(row: OutboxRow, now: datetime, reason: str) -> RowChange:
    """Once more by itself; the second time it is for a person to decide."""
    if row.was_uncertain:
        return RowChange(row.id, RowState.UNCERTAIN, error=reason, was_uncertain=True)
    return RowChange(
        row.id,
        RowState.PENDING,
        not_before=now + pause_after(row.attempts),
        error=reason,
        was_uncertain=True,
        as_plain=row.as_plain,
        without_thread=row.without_thread,
    )
