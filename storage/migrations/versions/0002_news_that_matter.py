"""News that matter: facts, reviews, corrections, choices by word, alerts."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.types import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_LISTS = ("news_languages", "districts", "sectors")


def upgrade() -> None:
    op.rename_table("facts", "key_values")
    with op.batch_alter_table("key_values") as batch:
        batch.drop_constraint(op.f("pk_facts"), type_="primary")
        batch.create_primary_key(op.f("pk_key_values"), ["name"])
    _upgrade_articles()
    _upgrade_stories()
    with op.batch_alter_table("sources") as batch:
        batch.add_column(sa.Column("kind", sa.String(), nullable=False, server_default="feed"))
        batch.add_column(sa.Column("rule", sa.JSON(), nullable=True))
        batch.add_column(_flag("reads_full_text"))
        batch.add_column(_flag("is_reviewed"))
    with op.batch_alter_table("outbox") as batch:
        batch.add_column(sa.Column("message_id", sa.BigInteger(), nullable=True))
        batch.create_index("ix_outbox_body", ["body_id"])
    waits = sa.text("state = 'pending'")
    op.create_index(
        "ix_outbox_due", "outbox", ["not_before"], sqlite_where=waits, postgresql_where=waits
    )
    for table in ("subscribers", "editions"):
        with op.batch_alter_table(table) as batch:
            batch.add_column(_json("choices", "{}"))
        _gather_choices(table)
        with op.batch_alter_table(table) as batch:
            for name in _LISTS:
                batch.drop_column(name)
    with op.batch_alter_table("subscribers") as batch:
        batch.add_column(sa.Column("alerts", sa.JSON(), nullable=True))
    has_alerts = sa.text("alerts IS NOT NULL")
    op.create_index(
        "ix_subscribers_alerts",
        "subscribers",
        ["id"],
        sqlite_where=has_alerts,
        postgresql_where=has_alerts,
    )
    _create_tables()


def _upgrade_articles() -> None:
    with op.batch_alter_table("articles") as batch:
        batch.add_column(_flag("in_doubt"))
        batch.add_column(sa.Column("region", sa.String(), nullable=True))
        batch.add_column(sa.Column("topic", sa.String(), nullable=False, server_default="other"))
        batch.add_column(_json("facts", "[]"))
        batch.add_column(sa.Column("image", sa.String(), nullable=True))
        batch.add_column(sa.Column("review", sa.String(), nullable=True))
        batch.add_column(sa.Column("amendment", sa.JSON(), nullable=True))
        batch.add_column(sa.Column("withdrawn_at", UtcDateTime(), nullable=True))
        batch.add_column(sa.Column("looked_up_at", UtcDateTime(), nullable=True))
    op.create_index("ix_articles_source", "articles", ["source_id", "stored_at"])
    waits = sa.text("review = 'waiting'")
    op.create_index(
        "ix_articles_review", "articles", ["id"], sqlite_where=waits, postgresql_where=waits
    )


def _upgrade_stories() -> None:
    with op.batch_alter_table("stories") as batch:
        batch.add_column(_json("leads", "{}"))
        batch.add_column(_json("source_ids", "[]"))
        batch.add_column(_json("terms", "[]"))
        batch.add_column(_json("keys", "[]"))
        batch.add_column(sa.Column("amount_value", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("amount_currency", sa.String(), nullable=True))
        batch.add_column(sa.Column("stage", sa.String(), nullable=True))
        batch.add_column(sa.Column("mark", sa.String(), nullable=True))
        batch.add_column(_json("corrections", "[]"))
        batch.add_column(sa.Column("marked_at", UtcDateTime(), nullable=True))
    # A story known by its language alone is led, for its readers, by the article that leads.
    stories = sa.table(
        "stories",
        sa.column("id", sa.BigInteger()),
        sa.column("language", sa.String()),
        sa.column("lead_article_id", sa.BigInteger()),
        sa.column("leads", sa.JSON()),
    )
    found = op.get_bind().execute(
        sa.select(stories.c.id, stories.c.language, stories.c.lead_article_id).where(
            stories.c.language.is_not(None), stories.c.lead_article_id.is_not(None)
        )
    )
    for story, language, lead in found.fetchall():
        op.execute(stories.update().where(stories.c.id == story).values(leads={language: lead}))
    with op.batch_alter_table("stories") as batch:
        batch.drop_column("language")
    marked = sa.text("marked_at IS NOT NULL")
    op.create_index(
        "ix_stories_marked",
        "stories",
        ["marked_at"],
        sqlite_where=marked,
        postgresql_where=marked,
    )


def _create_tables() -> None:
    op.create_table(
        "article_terms",
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("article_id", _ID, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        _reference("article_terms", "article_id", "articles", "CASCADE"),
        sa.PrimaryKeyConstraint("term", "article_id", name=op.f("pk_article_terms")),
    )
    op.create_index(op.f("ix_article_terms_article_id"), "article_terms", ["article_id"])
    op.create_index(op.f("ix_article_terms_at"), "article_terms", ["at"])
    op.create_table(
        "story_keys",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("story_id", _ID, nullable=False),
        _reference("story_keys", "story_id", "stories", "CASCADE"),
        sa.PrimaryKeyConstraint("key", "story_id", name=op.f("pk_story_keys")),
    )
    op.create_index(op.f("ix_story_keys_story_id"), "story_keys", ["story_id"])
    op.create_table(
        "tastes",
        sa.Column("subscriber_id", _ID, nullable=False),
        sa.Column("story_id", _ID, nullable=False),
        sa.Column("liked", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        _reference("tastes", "story_id", "stories"),
        _reference("tastes", "subscriber_id", "subscribers", "CASCADE"),
        sa.PrimaryKeyConstraint("subscriber_id", "story_id", name=op.f("pk_tastes")),
    )
    op.create_table(
        "alerts",
        sa.Column("subscriber_id", _ID, nullable=False),
        sa.Column("story_id", _ID, nullable=False),
        sa.Column("row_id", _ID, nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        _reference("alerts", "row_id", "outbox"),
        _reference("alerts", "story_id", "stories"),
        _reference("alerts", "subscriber_id", "subscribers", "CASCADE"),
        sa.PrimaryKeyConstraint("subscriber_id", "story_id", name=op.f("pk_alerts")),
    )
    op.create_index(op.f("ix_alerts_at"), "alerts", ["at"])
    op.create_index(op.f("ix_alerts_row_id"), "alerts", ["row_id"])
    op.create_table(
        "labels",
        sa.Column("id", _ID, nullable=False),
        sa.Column("article_id", sa.BigInteger(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("editor_id", sa.BigInteger(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("judged", sa.JSON(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labels")),
    )
    op.create_index(op.f("ix_labels_article_id"), "labels", ["article_id"])
    op.create_index(op.f("ix_labels_at"), "labels", ["at"])
    op.create_table(
        "searches",
        sa.Column("id", _ID, nullable=False),
        sa.Column("subscriber_id", _ID, nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        _reference("searches", "subscriber_id", "subscribers", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_searches")),
    )
    op.create_index(op.f("ix_editions_until"), "editions", ["until"])
    op.create_index(op.f("ix_ledger_edition_id"), "ledger", ["edition_id"])
    op.create_index(op.f("ix_searches_subscriber_id"), "searches", ["subscriber_id"])


def downgrade() -> None:
    for table in ("searches", "labels", "alerts", "tastes", "story_keys", "article_terms"):
        op.drop_table(table)
    op.drop_index(op.f("ix_ledger_edition_id"), "ledger")
    op.drop_index(op.f("ix_editions_until"), "editions")
    op.drop_index("ix_subscribers_alerts", "subscribers")
    with op.batch_alter_table("subscribers") as batch:
        batch.drop_column("alerts")
    for table in ("subscribers", "editions"):
        with op.batch_alter_table(table) as batch:
            for name in _LISTS:
                batch.add_column(_json(name, "[]"))
        _spread_choices(table)
        with op.batch_alter_table(table) as batch:
            batch.drop_column("choices")
    op.drop_index("ix_outbox_due", "outbox")
    with op.batch_alter_table("outbox") as batch:
        batch.drop_index("ix_outbox_body")
        batch.drop_column("message_id")
    with op.batch_alter_table("sources") as batch:
        for name in ("kind", "rule", "reads_full_text", "is_reviewed"):
            batch.drop_column(name)
    op.drop_index("ix_stories_marked", "stories")
    with op.batch_alter_table("stories") as batch:
        batch.add_column(sa.Column("language", sa.String(), nullable=True))
        for name in ("leads", "source_ids", "terms", "keys", "corrections"):
            batch.drop_column(name)
        for name in ("amount_value", "amount_currency", "stage", "mark", "marked_at"):
            batch.drop_column(name)
    op.drop_index("ix_articles_review", "articles")
    op.drop_index("ix_articles_source", "articles")
    with op.batch_alter_table("articles") as batch:
        for name in ("in_doubt", "region", "topic", "facts", "image", "review", "amendment"):
            batch.drop_column(name)
        for name in ("withdrawn_at", "looked_up_at"):
            batch.drop_column(name)
    with op.batch_alter_table("key_values") as batch:
        batch.drop_constraint(op.f("pk_key_values"), type_="primary")
        batch.create_primary_key(op.f("pk_facts"), ["name"])
    op.rename_table("key_values", "facts")


def _gather_choices(table: str) -> None:
    """Three lists become one value that names only what was chosen."""
    rows = _rows_of(table)
    lists = [rows.c[name] for name in _LISTS]
    for row_id, *values in op.get_bind().execute(sa.select(rows.c.id, *lists)).fetchall():
        chosen = {name: kept for name, kept in zip(_LISTS, values, strict=True) if kept}
        if chosen:
            op.execute(rows.update().where(rows.c.id == row_id).values(choices=chosen))


def _spread_choices(table: str) -> None:
    rows = _rows_of(table)
    for row_id, chosen in op.get_bind().execute(sa.select(rows.c.id, rows.c.choices)).fetchall():
        kept = {name: chosen[name] for name in _LISTS if chosen.get(name)}
        if kept:
            op.execute(rows.update().where(rows.c.id == row_id).values(**kept))


def _rows_of(table: str) -> sa.TableClause:
    lists = [sa.column(name, sa.JSON()) for name in (*_LISTS, "choices")]
    return sa.table(table, sa.column("id", sa.BigInteger()), *lists)


def _json(name: str, default: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False, server_default=default)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def _reference(
    table: str, column: str, of: str, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{of}")
    return sa.ForeignKeyConstraint([column], [f"{of}.id"], name=name, ondelete=ondelete)
