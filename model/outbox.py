"""Rows of the outbox: one message to one chat, and how far it got."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from model.ids import BodyId, ChatId, RowId, SubscriberId

OUT_OF_REACH = 0
"""Among the ids of a row's messages: one that stayed behind in a group that has become another,
or that never came. It keeps the others in their places."""


class RowState(StrEnum):
    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    """Sent twice with no answer to tell whether it arrived: for a person to decide."""
    FAILED = "failed"
    CANCELLED = "cancelled"


class Action(StrEnum):
    """What a row asks of Telegram. All but sending come to the same when they are done twice."""

    SEND = "send"
    EDIT = "edit"
    DELETE = "delete"
    PIN = "pin"
    """Without a sound."""


class Priority(IntEnum):
    """Lower goes first. Answers are not rows: they go ahead of all of these."""

    REST = 1
    """What is left of a row of several messages: nothing comes between them."""
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
    body_id: BodyId | None
    """None: it deletes or pins, and says nothing."""
    unique_key: str
    """Enqueued twice under one key, it is one row."""
    kind: str
    priority: Priority
    not_before: datetime
    expires_at: datetime | None = None
    action: Action = Action.SEND
    message_id: int | None = None
    """The message that an edit or a pin is about."""
    message_ids: tuple[int, ...] = ()
    """Those to be deleted."""


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A row as the sender claims it; `outgoing` is its body as JSON, where it has one."""

    id: RowId
    subscriber_id: SubscriberId | None
    chat_id: ChatId
    body_id: BodyId | None
    outgoing: str | None
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
    message_ids: tuple[int, ...] = ()
    """What it has sent so far, or is to delete."""
    parts_sent: int = 0
    """How many parts of its body have arrived: the next one is sent."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """What becomes of a claimed row."""

    id: RowId
    state: RowState
    not_before: datetime | None = None
    """When it may go again; for a pending row."""
    error: str | None = None
    message_ids: tuple[int, ...] | None = None
    """All that it has sent so far; None: no more than before."""
    parts_sent: int | None = None
    """Likewise."""
    priority: Priority | None = None
    """Where it stands from now on; None: where it stood."""
    counts: bool = True
    """Whether this attempt counts: a message that Telegram would not hear of was none."""
    was_uncertain: bool = False
    as_plain: bool = False
    without_thread: bool = False
