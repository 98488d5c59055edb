"""Tables of people and chats: who subscribes to what, who may do what, what was done."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Id


class SubscriberTable(Base):
    """A chat that talks to the bot. The id stays when Telegram gives a group a new chat id."""

    __tablename__ = "subscribers"
    __table_args__ = (
        Index(
            "ix_subscribers_alerts",
            "id",
            sqlite_where=text("alerts IS NOT NULL"),
            postgresql_where=text("alerts IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    chat_id: Mapped[int] = mapped_column(unique=True)
    kind: Mapped[str]
    title: Mapped[str | None]  # of a group or a channel; a person's name is not kept
    language: Mapped[str]
    choices: Mapped[dict[str, Any]]  # see storage/choices.py; empty: everything
    alerts: Mapped[dict[str, Any] | None]  # null: nothing is told at once
    timezone: Mapped[str]
    digest_time: Mapped[time]
    days: Mapped[int] = mapped_column(Integer)  # bit 0 is Monday
    tells_nothing_new: Mapped[bool] = mapped_column(default=False)
    thread_id: Mapped[int | None]
    created_at: Mapped[datetime]
    subscribed_at: Mapped[datetime | None]
    paused_at: Mapped[datetime | None]
    paused_until: Mapped[datetime | None]
    unreachable_at: Mapped[datetime | None]
    unreachable_reason: Mapped[str | None]
    next_digest_at: Mapped[datetime | None] = mapped_column(index=True)  # null: none is to come
    awaiting: Mapped[str | None]  # the question last asked in the chat; it survives a restart
    hint_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]  # when it last spoke or pressed, to the day
    menu: Mapped[str | None]  # hash of the command menu set in this chat


class DraftTable(Base):
    """Filters that a chat is trying out and has not saved: only those it has changed."""

    __tablename__ = "drafts"

    subscriber_id: Mapped[int] = mapped_column(
        ForeignKey("subscribers.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    choices: Mapped[dict[str, Any]]
    at: Mapped[datetime]


class RoleTable(Base):
    """What a person may do beyond a subscriber. ADMIN_IDS are admins without a row."""

    __tablename__ = "roles"

    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    role: Mapped[str]
    granted_at: Mapped[datetime]
    granted_by: Mapped[int | None]
    name: Mapped[str | None]
    districts: Mapped[list[str]] = mapped_column(default=list)  # both empty: everywhere
    projects: Mapped[list[int]] = mapped_column(default=list)
    announcing: Mapped[int | None] = mapped_column(Integer)  # null: what the role may by itself


class InviteTable(Base):
    """A link by which one person takes a role, once. Of its token only a hash is kept."""

    __tablename__ = "invites"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    token_hash: Mapped[str | None] = mapped_column(unique=True)  # null until there is a link
    role: Mapped[str]
    districts: Mapped[list[str]]
    projects: Mapped[list[int]]
    created_by: Mapped[int]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    used_by: Mapped[int | None]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class AuditTable(Base):
    """Append-only."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    actor_id: Mapped[int] = mapped_column(index=True)
    role: Mapped[str]
    action: Mapped[str] = mapped_column(index=True)
    subject: Mapped[str] = mapped_column(index=True)
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
