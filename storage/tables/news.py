"""Tables of the news: sources, articles, the stories they tell, and what was said of them."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Id


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
