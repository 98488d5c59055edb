"""Tables of what goes out: editions, bodies, the outbox, and what each chat has had."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Id


class EditionTable(Base):
    """What one digest holds. `key` names choices, previous edition and period."""

    __tablename__ = "editions"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    choices: Mapped[dict[str, Any]]
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("editions.id"))
    since: Mapped[datetime]
    until: Mapped[datetime] = mapped_column(index=True)
    last_story_id: Mapped[int]  # the newest there was: a later one is new, whatever a clock said
    story_ids: Mapped[list[int]]
    last_change_id: Mapped[int] = mapped_column(default=0)  # likewise, of changes of projects
    change_ids: Mapped[list[int]] = mapped_column(default=list)


class BodyTable(Base):
    """An Outgoing stored once for all the rows that send it."""

    __tablename__ = "bodies"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    outgoing: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]


class OutboxTable(Base):
    """One message to one chat, and how far it got."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_pending",
            "priority",
            "id",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
        Index(
            "ix_outbox_due",
            "not_before",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
        Index(
            "ix_outbox_sending",
            "lease_until",
            sqlite_where=text("state = 'sending'"),
            postgresql_where=text("state = 'sending'"),
        ),
        Index("ix_outbox_chat", "chat_id", "state"),
        Index("ix_outbox_body", "body_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    subscriber_id: Mapped[int | None] = mapped_column(
        ForeignKey("subscribers.id", ondelete="SET NULL"), index=True
    )
    chat_id: Mapped[int | None]  # null once the person asked to be forgotten
    body_id: Mapped[int | None] = mapped_column(ForeignKey("bodies.id"))  # null: it says nothing
    unique_key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    priority: Mapped[int] = mapped_column(Integer)
    action: Mapped[str]
    message_id: Mapped[int | None]  # the message that an edit or a pin is about
    not_before: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    state: Mapped[str]
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    was_uncertain: Mapped[bool] = mapped_column(default=False)
    as_plain: Mapped[bool] = mapped_column(default=False)
    without_thread: Mapped[bool] = mapped_column(default=False)
    lease_until: Mapped[datetime | None]
    parts_sent: Mapped[int] = mapped_column(Integer, default=0)  # of a body of several messages
    message_ids: Mapped[list[int]]  # what it has sent so far, or is to delete
    error: Mapped[str | None] = mapped_column(String)
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None] = mapped_column(index=True)


class LedgerTable(Base):
    """What a chat has had: one row per chat and edition.

    `row_id` is the outbox row that carries it: failed or cancelled, nothing has been had.
    `asked_key` is the update that asked for it (/digest), answered without a row.
    """

    __tablename__ = "ledger"
    __table_args__ = (Index("ix_ledger_subscriber", "subscriber_id", "id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    subscriber_id: Mapped[int] = mapped_column(ForeignKey("subscribers.id", ondelete="CASCADE"))
    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id"), index=True)
    row_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"), index=True)
    asked_key: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[datetime]
