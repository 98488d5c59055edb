"""The tables, for SQLite and PostgreSQL alike. Every moment is aware and in UTC.

Lists that are only read and written whole are JSON; what a query looks for is a column.
"""

from datetime import date, datetime, time
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storage.types import UtcDateTime

# SQLite numbers rows by itself only in an INTEGER primary key.
Id = BigInteger().with_variant(Integer, "sqlite")


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        datetime: UtcDateTime,
        int: BigInteger,
        list[str]: JSON,
        list[int]: JSON,
        list[Any]: JSON,
        dict[str, Any]: JSON(none_as_null=True),
    }


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


class KeyValueTable(Base):
    """Single values that must outlive the process: what was last set at Telegram, and the like."""

    __tablename__ = "key_values"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class SourceTable(Base):
    """A feed. A removed one stays, so that added again it does not repeat its news."""

    __tablename__ = "sources"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    url: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    language: Mapped[str | None]
    timezone: Mapped[str]  # of dates that come without one
    interval_minutes: Mapped[int] = mapped_column(Integer)
    state: Mapped[str]
    next_poll_at: Mapped[datetime] = mapped_column(index=True)
    claimed_until: Mapped[datetime | None]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    checked_at: Mapped[datetime | None]
    succeeded_at: Mapped[datetime | None]
    newest_at: Mapped[datetime | None]  # when it last gave something new
    last_error: Mapped[str | None]
    failures: Mapped[int] = mapped_column(Integer, default=0)
    told: Mapped[str | None]  # what the admins were last told of it
    added_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    kind: Mapped[str] = mapped_column(default="feed")
    rule: Mapped[dict[str, Any] | None]  # CSS selectors of a page
    reads_full_text: Mapped[bool] = mapped_column(default=False)
    is_reviewed: Mapped[bool] = mapped_column(default=False)


class ArticleTable(Base):
    """One item of one source, as last printed."""

    __tablename__ = "articles"
    __table_args__ = (
        Index("ix_articles_guid", "source_id", "guid"),
        Index("ix_articles_source", "source_id", "stored_at"),
        Index("ix_articles_title", "title_key", "stored_at"),
        Index(
            "ix_articles_review",
            "id",
            sqlite_where=text("review = 'waiting'"),
            postgresql_where=text("review = 'waiting'"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
    guid: Mapped[str | None]
    link: Mapped[str | None]
    link_key: Mapped[str | None] = mapped_column(index=True)
    title: Mapped[str]
    title_key: Mapped[str]
    lead: Mapped[str] = mapped_column(Text)
    language: Mapped[str | None]
    published_at: Mapped[datetime | None]
    stored_at: Mapped[datetime] = mapped_column(index=True)
    updated_at: Mapped[datetime]
    kept: Mapped[bool]
    score: Mapped[float]
    reasons: Mapped[list[str]]
    districts: Mapped[list[str]]
    sectors: Mapped[list[str]]
    story_id: Mapped[int | None] = mapped_column(ForeignKey("stories.id"), index=True)
    in_doubt: Mapped[bool] = mapped_column(default=False)
    region: Mapped[str | None]
    topic: Mapped[str] = mapped_column(default="other")
    facts: Mapped[list[Any]] = mapped_column(default=list)
    image: Mapped[str | None]
    review: Mapped[str | None]
    amendment: Mapped[dict[str, Any] | None]
    withdrawn_at: Mapped[datetime | None]
    looked_up_at: Mapped[datetime | None]


class ArticleTermTable(Base):
    """The most telling words of recent kept articles: what a new item is compared with.

    Rows older than the window in which reports of one event come are deleted.
    """

    __tablename__ = "article_terms"

    term: Mapped[str] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    at: Mapped[datetime] = mapped_column(index=True)


class StoryTable(Base):
    """One event, however many sources told it."""

    __tablename__ = "stories"
    __table_args__ = (
        Index(
            "ix_stories_marked",
            "marked_at",
            sqlite_where=text("marked_at IS NOT NULL"),
            postgresql_where=text("marked_at IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    stored_at: Mapped[datetime] = mapped_column(index=True)
    lead_article_id: Mapped[int | None]  # no foreign key: articles point here already
    score: Mapped[float]
    districts: Mapped[list[str]]
    sectors: Mapped[list[str]]
    source_count: Mapped[int] = mapped_column(Integer)
    leads: Mapped[dict[str, Any]] = mapped_column(default=dict)  # language: article id
    source_ids: Mapped[list[int]] = mapped_column(default=list)
    terms: Mapped[list[str]] = mapped_column(default=list)  # stems of its words
    keys: Mapped[list[str]] = mapped_column(default=list)  # also one by one in story_keys
    amount_value: Mapped[int | None]
    amount_currency: Mapped[str | None]
    stage: Mapped[str | None]
    mark: Mapped[str | None]
    corrections: Mapped[list[Any]] = mapped_column(default=list)
    marked_at: Mapped[datetime | None]


class StoryKeyTable(Base):
    """By what related stories are found: companies, projects, places."""

    __tablename__ = "story_keys"

    key: Mapped[str] = mapped_column(primary_key=True)
    story_id: Mapped[int] = mapped_column(
        ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class TasteTable(Base):
    """A press of "more like this" (1) or "less like this" (-1) under a story."""

    __tablename__ = "tastes"

    subscriber_id: Mapped[int] = mapped_column(
        ForeignKey("subscribers.id", ondelete="CASCADE"), primary_key=True
    )
    story_id: Mapped[int] = mapped_column(ForeignKey("stories.id"), primary_key=True)
    liked: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime]


class AlertTable(Base):
    """A story told to a chat at once. Had, unless its row failed or was cancelled."""

    __tablename__ = "alerts"

    subscriber_id: Mapped[int] = mapped_column(
        ForeignKey("subscribers.id", ondelete="CASCADE"), primary_key=True
    )
    story_id: Mapped[int] = mapped_column(ForeignKey("stories.id"), primary_key=True)
    row_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"), index=True)
    at: Mapped[datetime] = mapped_column(index=True)


class LabelTable(Base):
    """What an editor said of an article beside what the judge had said: an example to learn from.

    The words stay as they were, whatever becomes of the article.
    """

    __tablename__ = "labels"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    article_id: Mapped[int] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(index=True)
    editor_id: Mapped[int]
    verdict: Mapped[str]  # keep, drop, amend
    title: Mapped[str]
    lead: Mapped[str] = mapped_column(Text)
    judged: Mapped[dict[str, Any]]
    said: Mapped[dict[str, Any]]


class SearchTable(Base):
    """A search that a button names, because its words do not fit into the button.

    With `told_at` it is a question that the registry could not answer and should.
    """

    __tablename__ = "searches"
    __table_args__ = (
        Index(
            "ix_searches_told_at",
            "told_at",
            sqlite_where=text("told_at IS NOT NULL"),
            postgresql_where=text("told_at IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    subscriber_id: Mapped[int | None] = mapped_column(
        ForeignKey("subscribers.id", ondelete="CASCADE"), index=True
    )
    words: Mapped[str]
    at: Mapped[datetime]
    told_at: Mapped[datetime | None]


class SearchTextTable(Base):
    """What a story is found by. A full-text index stands beside it: see migration 0004."""

    __tablename__ = "search_texts"

    story_id: Mapped[int] = mapped_column(
        ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    title: Mapped[str] = mapped_column(Text)  # terms of its titles, set apart by spaces
    terms: Mapped[str] = mapped_column(Text)  # all of them


class SearchWordTable(Base):
    """The vocabulary of the index: a stem, how it is printed, how many stories have it.

    `head` and `middle` are letters by which what a mistyped word may have meant is looked up.
    """

    __tablename__ = "search_words"

    term: Mapped[str] = mapped_column(primary_key=True)
    word: Mapped[str]
    head: Mapped[str] = mapped_column(index=True)
    middle: Mapped[str] = mapped_column(index=True)
    stories: Mapped[int] = mapped_column(Integer)


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


class ProjectTextTable(Base):
    """What a project is found by, like `SearchTextTable`: see migration 0005."""

    __tablename__ = "project_texts"

    project_id: Mapped[int] = mapped_column(
        ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    title: Mapped[str] = mapped_column(Text)
    terms: Mapped[str] = mapped_column(Text)


class ProjectWordTable(Base):
    """The vocabulary of the projects' index, like `SearchWordTable`."""

    __tablename__ = "project_words"

    term: Mapped[str] = mapped_column(primary_key=True)
    word: Mapped[str]
    head: Mapped[str] = mapped_column(index=True)
    middle: Mapped[str] = mapped_column(index=True)
    projects: Mapped[int] = mapped_column(Integer)


FULL_TEXT = ("search_index", "ix_search_texts_terms", "project_index", "ix_project_texts_terms")
"""Left out of the check that migrations match the models: what each database searches with."""


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
    body_id: Mapped[int] = mapped_column(ForeignKey("bodies.id"))
    unique_key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    priority: Mapped[int] = mapped_column(Integer)
    action: Mapped[str]
    message_id: Mapped[int | None]  # the message that an edit is about
    not_before: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    state: Mapped[str]
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    was_uncertain: Mapped[bool] = mapped_column(default=False)
    as_plain: Mapped[bool] = mapped_column(default=False)
    without_thread: Mapped[bool] = mapped_column(default=False)
    lease_until: Mapped[datetime | None]
    message_ids: Mapped[list[int]]
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
