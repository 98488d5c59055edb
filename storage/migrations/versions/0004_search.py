"""Search: what stories are found by, a vocabulary, and a full-text index kept by the database.

What is there already is indexed by a tick, in batches (news/indexing.py). A later migration that
rebuilds `search_texts` on SQLite drops its triggers with it and has to make them again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# Our terms are words already: everything but what sets them apart belongs to them. Of their
# places in a text nothing is kept: half the size, twice the speed.
_SQLITE = (
    "CREATE VIRTUAL TABLE search_index USING fts5("
    "terms, content='search_texts', content_rowid='story_id', detail=none, columnsize=0, "
    "tokenize=\"ascii tokenchars '=@#_'\")",
    "CREATE TRIGGER search_texts_added AFTER INSERT ON search_texts BEGIN "
    "INSERT INTO search_index(rowid, terms) VALUES (new.story_id, new.terms); END",
    "CREATE TRIGGER search_texts_gone AFTER DELETE ON search_texts BEGIN "
    "INSERT INTO search_index(search_index, rowid, terms) "
    "VALUES ('delete', old.story_id, old.terms); END",
    "CREATE TRIGGER search_texts_changed AFTER UPDATE ON search_texts BEGIN "
    "INSERT INTO search_index(search_index, rowid, terms) "
    "VALUES ('delete', old.story_id, old.terms); "
    "INSERT INTO search_index(rowid, terms) VALUES (new.story_id, new.terms); END",
)
_POSTGRESQL = (
    "CREATE INDEX ix_search_texts_terms ON search_texts "
    "USING gin (array_to_tsvector(string_to_array(terms, ' ')))",
)


def upgrade() -> None:
    # How far the index had come before these tables went: stepped down and up, it begins anew.
    op.execute("DELETE FROM key_values WHERE name = 'search_index'")
    op.create_table(
        "search_texts",
        sa.Column("story_id", _ID, nullable=False, autoincrement=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id"],
            ["stories.id"],
            name=op.f("fk_search_texts_story_id_stories"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("story_id", name=op.f("pk_search_texts")),
    )
    op.create_table(
        "search_words",
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("head", sa.String(), nullable=False),
        sa.Column("middle", sa.String(), nullable=False),
        sa.Column("stories", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("term", name=op.f("pk_search_words")),
    )
    op.create_index(op.f("ix_search_words_head"), "search_words", ["head"])
    op.create_index(op.f("ix_search_words_middle"), "search_words", ["middle"])
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE if is_sqlite else _POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_index")
    op.drop_table("search_words")
    op.drop_table("search_texts")
