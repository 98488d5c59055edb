"""Rows of the outbox: one message to one chat, and how far it got."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from model.ids import BodyId, ChatId, RowId, SubscriberId


class RowState(StrEnum):
    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    """Sent twice with no answer to tell whether it arrived: for a person to decide."""
    FAILED = "failed"
    CANCELLED = "cancelled"


class Action(StrEnum):
    """What a row asks of Telegram."""

    SEND = "send"
    EDIT = "edit"


class Priority(IntEnum):
    """Lower goes first. Answers are not rows: they go ahead of all of these."""

    URGENT = 5
    """An announcement that cannot wait."""
    NOTICE = 10
    """A word to an admin, or an alert a person follows."""
    DIGEST = 20
    BROADCAST = 30


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row to be enqueued, in the transaction that caused it."""

    subscriber_id: SubscriberId
    chat_id: ChatId
    body_id: BodyId
    unique_key: str
    """Enqueued twice under one key, it is one row."""
    kind: str
    priority: Priority
    not_before: datetime
    expires_at: datetime | None = None
    action: Action = Action.SEND
    message_id: int | None = None
    """The message that an edit is about."""


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A row as the sender claims it; `outgoing` is its body, as JSON."""

    id: RowId
    subscriber_id: SubscriberId | None
    chat_id: ChatId
    body_id: BodyId
    outgoing: str
    kind: str
    action: str
    """An Action; what is none (a newer version has put it there) fails the row."""
    attempts: int
    """Times it was sent so far, this one not counted."""
    was_uncertain: bool
    """Whether it was once in flight with no answer: this is its second and last time."""
    as_plain: bool
    without_thread: bool
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class RowChange:
    """What becomes of a claimed row."""

    id: RowId
    state: RowState
    not_before: datetime | None = None
    """When it may go again; for a pending row."""
    error: str | None = None
    message_ids: tuple[int, ...] = ()
    counts: bool = True
    """Whether this attempt counts: a message that Telegram would not hear of was none."""
    was_uncertain: bool = False
    as_plain: bool = False
    without_thread: bool = False
