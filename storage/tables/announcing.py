"""Tables of announcements: what is said, to whom, how far it got; and of what channels had."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Id


class AnnouncementTable(Base):
    """A draft at first. What is only read and written whole is JSON (storage/announcements.py)."""

    __tablename__ = "announcements"
    # Else SQLite gives a deleted draft's number to the next one, and old buttons mean that.
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    state: Mapped[str] = mapped_column(index=True)
    author_id: Mapped[int]
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("announcements.id", ondelete="SET NULL"), index=True
    )
    said: Mapped[dict[str, Any]]  # versions, sources, fallback, buttons
    audience: Mapped[dict[str, Any]]
    plan: Mapped[dict[str, Any]]  # urgency, quiet hours, channels, recurrence, watchers
    told_at: Mapped[datetime | None]  # when those who watch it were last told how far it is
    words: Mapped[str] = mapped_column(Text)  # of all versions, folded: what it is found by
    starts_at: Mapped[datetime | None] = mapped_column(index=True)
    confirmed_by: Mapped[int | None]
    approved_by: Mapped[int | None]
    started_at: Mapped[datetime | None]
    resumed_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    pause_reason: Mapped[str | None]
    pause_detail: Mapped[str | None]
    amending_since: Mapped[datetime | None] = mapped_column(index=True)
    version: Mapped[int] = mapped_column(Integer)
    revision: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class RecipientTable(Base):
    """One chat that one announcement is for: fixed when the sending begins.

    Once it is enqueued, its row of the outbox says how far it got; `state` says so where there is
    no row: not yet, not at all, or not any more. What the row said last is kept when it is dropped.
    """

    __tablename__ = "recipients"
    __table_args__ = (
        UniqueConstraint("subscriber_id", "announcement_id"),
        Index("ix_recipients_announcement", "announcement_id", "id"),
        Index(
            "ix_recipients_waiting",
            "announcement_id",
            "not_before",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index(
            "ix_recipients_revision",
            "announcement_id",
            "revision",
            "id",
            sqlite_where=text("row_id IS NOT NULL"),
            postgresql_where=text("row_id IS NOT NULL"),
        ),
        Index(
            "ix_recipients_row",
            "row_id",
            sqlite_where=text("row_id IS NOT NULL"),
            postgresql_where=text("row_id IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    announcement_id: Mapped[int] = mapped_column(ForeignKey("announcements.id"))
    # null once the person asked to be forgotten
    subscriber_id: Mapped[int | None] = mapped_column(
        ForeignKey("subscribers.id", ondelete="SET NULL")
    )
    language: Mapped[str]  # of the version it gets
    timezone: Mapped[str]
    not_before: Mapped[datetime]
    state: Mapped[str]
    row_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id", ondelete="SET NULL"))
    error: Mapped[str | None]
    ended_at: Mapped[datetime | None]  # by a row that was dropped
    parts_sent: Mapped[int] = mapped_column(Integer, default=0)  # likewise
    revision: Mapped[int] = mapped_column(Integer)  # the one it has or is getting


class AmendmentTable(Base):
    """A row of the outbox that edits or deletes one message that a recipient has had."""

    __tablename__ = "amendments"
    __table_args__ = (Index("ix_amendments_announcement", "announcement_id", "revision"),)

    row_id: Mapped[int] = mapped_column(
        ForeignKey("outbox.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    announcement_id: Mapped[int] = mapped_column(ForeignKey("announcements.id"))
    recipient_id: Mapped[int] = mapped_column(ForeignKey("recipients.id"), index=True)
    revision: Mapped[int] = mapped_column(Integer)
    position: Mapped[int] = mapped_column(Integer)  # of the message among the recipient's, from 0


class SavedAudienceTable(Base):
    """An audience under a name."""

    __tablename__ = "audiences"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    audience: Mapped[dict[str, Any]]
    created_by: Mapped[int]
    created_at: Mapped[datetime]


class PressTable(Base):
    """Who pressed which button under an announcement, the first time they did."""

    __tablename__ = "presses"

    announcement_id: Mapped[int] = mapped_column(
        ForeignKey("announcements.id"), primary_key=True, autoincrement=False
    )
    button: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, index=True)
    at: Mapped[datetime]


class ChannelTable(Base):
    """What is posted by itself in a channel of the settings, and whether it can be.

    What was posted stands where whatever a chat is told ahead of its digest does: `AlertTable`,
    `ToldChangeTable`.
    """

    __tablename__ = "channels"

    subscriber_id: Mapped[int] = mapped_column(
        ForeignKey("subscribers.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    posting: Mapped[dict[str, Any]]  # see storage/channels.py
    standing: Mapped[dict[str, Any]]  # as Telegram told it last
    lost_at: Mapped[datetime | None]  # since when it cannot post; the admins know of it
    last_story_id: Mapped[int] = mapped_column(default=0)  # what was there before is not posted
    last_change_id: Mapped[int] = mapped_column(default=0)
    next_post_at: Mapped[datetime | None] = mapped_column(index=True)
