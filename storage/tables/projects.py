"""Tables of the registry: projects, their history, what waits, who follows them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Integer, LargeBinary, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Id


class ProjectTable(Base):
    """A project as it stands. `fields` has all of it; the columns are what queries look for."""

    __tablename__ = "projects"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    code_key: Mapped[str] = mapped_column(index=True)  # the code in small letters
    fields: Mapped[dict[str, Any]]  # see storage/project_json.py
    stage: Mapped[str] = mapped_column(index=True)
    curator_id: Mapped[int | None] = mapped_column(index=True)
    is_suspended: Mapped[bool]
    is_published: Mapped[bool]
    is_deleted: Mapped[bool]
    amount_value: Mapped[int | None]
    amount_currency: Mapped[str | None]
    jobs_planned: Mapped[int | None]
    jobs_created: Mapped[int | None]
    due_on: Mapped[date | None] = mapped_column(index=True)  # what is due next; null: nothing
    version: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime] = mapped_column(index=True)
    checked_at: Mapped[datetime] = mapped_column(index=True)


class ProjectKeyTable(Base):
    """By what projects are listed and counted: sectors, districts, countries, zones."""

    __tablename__ = "project_keys"
    __table_args__ = (Index("ix_project_keys_key", "kind", "key"),)

    project_id: Mapped[int] = mapped_column(
        ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)


class ProjectChangeTable(Base):
    """The history of every field: append-only."""

    __tablename__ = "project_changes"
    __table_args__ = (Index("ix_project_changes_project", "project_id", "id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id"))
    at: Mapped[datetime] = mapped_column(index=True)
    field: Mapped[str]
    old: Mapped[Any | None] = mapped_column(JSON(none_as_null=True), nullable=True)
    new: Mapped[Any | None] = mapped_column(JSON(none_as_null=True), nullable=True)
    reason: Mapped[str] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(Text)
    actor_id: Mapped[int]
    role: Mapped[str]
    confirmed_by: Mapped[int | None]
    act: Mapped[int | None] = mapped_column(index=True)
    undoes: Mapped[int | None]


class ProjectFileTable(Base):
    """A document or a photo of a project: the bytes, whatever becomes of Telegram's copy."""

    __tablename__ = "project_files"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id"), index=True)
    name: Mapped[str]
    file_id: Mapped[str | None]  # Telegram's, from which the bytes are still to be had
    content: Mapped[bytes | None] = mapped_column(LargeBinary)  # null: not had yet
    added_at: Mapped[datetime]
    next_try_at: Mapped[datetime | None] = mapped_column(index=True)  # null: nothing to be had
    failures: Mapped[int] = mapped_column(Integer, default=0)


class ProjectStoryTable(Base):
    """A story that tells of a project. Dismissed, it is not linked again by itself."""

    __tablename__ = "project_stories"

    project_id: Mapped[int] = mapped_column(
        ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True
    )
    story_id: Mapped[int] = mapped_column(
        ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    linked_at: Mapped[datetime]
    linked_by: Mapped[int | None]  # null: by itself
    reasons: Mapped[list[str]]
    dismissed_at: Mapped[datetime | None]


class ProposalTable(Base):
    """Changes that wait for a person: an official's for a second, a story's for the curator."""

    __tablename__ = "proposals"
    __table_args__ = (
        Index(
            "ix_proposals_waiting",
            "project_id",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id"))
    changes: Mapped[dict[str, Any]]
    base: Mapped[dict[str, Any]]  # what these fields were
    reason: Mapped[str] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(Text)
    author_id: Mapped[int | None]
    story_id: Mapped[int | None] = mapped_column(ForeignKey("stories.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(Integer)
    state: Mapped[str]
    created_at: Mapped[datetime]
    decided_by: Mapped[int | None]
    decided_at: Mapped[datetime | None]
    word: Mapped[str | None] = mapped_column(Text)


class UpdateDraftTable(Base):
    """An update that an official is putting together: it survives a restart."""

    __tablename__ = "update_drafts"

    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column(Integer)  # of the project, as they saw it
    changes: Mapped[dict[str, Any]]
    base: Mapped[dict[str, Any]]  # what these fields were
    reason: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(Text)
    proposal_id: Mapped[int | None]  # which of the proposals it puts right
    at: Mapped[datetime]
    done: Mapped[str | None]  # what came of it: act:NUMBER or proposal:NUMBER


class ImportTable(Base):
    """A spreadsheet that waits to be applied, or was: the bytes go when it is decided."""

    __tablename__ = "imports"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    user_id: Mapped[int]  # 0 is the operator
    name: Mapped[str]
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    mapping: Mapped[dict[str, Any]]  # column: field
    asked: Mapped[dict[str, Any] | None]  # to be applied: what was seen, and where to tell of it
    state: Mapped[str]
    act: Mapped[int | None]
    undone_at: Mapped[datetime | None]


class FollowTable(Base):
    """What a chat follows: nobody else's business."""

    __tablename__ = "follows"
    __table_args__ = (Index("ix_follows_key", "kind", "key"),)

    subscriber_id: Mapped[int] = mapped_column(
        ForeignKey("subscribers.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    at_once: Mapped[bool] = mapped_column(default=False)
    since: Mapped[datetime]
    last_change_id: Mapped[int]  # the newest there was: what changed before is not told


class ToldChangeTable(Base):
    """A change told to a chat at once, like `AlertTable`. Without a row: held until then."""

    __tablename__ = "told_changes"

    subscriber_id: Mapped[int] = mapped_column(
        ForeignKey("subscribers.id", ondelete="CASCADE"), primary_key=True
    )
    change_id: Mapped[int] = mapped_column(ForeignKey("project_changes.id"), primary_key=True)
    row_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"), index=True)
    at: Mapped[datetime] = mapped_column(index=True)
