"""Tables of what is searched: the questions, and what stories and projects are found by."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Id


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
