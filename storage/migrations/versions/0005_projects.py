"""Projects: the registry, its history, what waits for a person, who follows, and who may what.

Projects have a full-text index of their own, made like that of stories (migration 0004).
"""

import sqlalchemy as sa
from alembic import op

from storage.types import UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_SQLITE = (
    "CREATE VIRTUAL TABLE project_index USING fts5("
    "terms, content='project_texts', content_rowid='project_id', detail=none, columnsize=0, "
    "tokenize=\"ascii tokenchars '=@#_'\")",
    "CREATE TRIGGER project_texts_added AFTER INSERT ON project_texts BEGIN "
    "INSERT INTO project_index(rowid, terms) VALUES (new.project_id, new.terms); END",
    "CREATE TRIGGER project_texts_gone AFTER DELETE ON project_texts BEGIN "
    "INSERT INTO project_index(project_index, rowid, terms) "
    "VALUES ('delete', old.project_id, old.terms); END",
    "CREATE TRIGGER project_texts_changed AFTER UPDATE ON project_texts BEGIN "
    "INSERT INTO project_index(project_index, rowid, terms) "
    "VALUES ('delete', old.project_id, old.terms); "
    "INSERT INTO project_index(rowid, terms) VALUES (new.project_id, new.terms); END",
)
_POSTGRESQL = (
    "CREATE INDEX ix_project_texts_terms ON project_texts "
    "USING gin (array_to_tsvector(string_to_array(terms, ' ')))",
)

_AUDIT_IS_FOUND_BY = ("action", "actor_id", "subject")


def upgrade() -> None:
    op.create_table(
        "imports",
        sa.Column("id", _ID, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("mapping", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("asked", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("act", sa.BigInteger(), nullable=True),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    op.create_index(op.f("ix_imports_at"), "imports", ["at"])

    op.create_table(
        "invites",
        sa.Column("id", _ID, nullable=False),
        sa.Column("token_hash", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("districts", sa.JSON(), nullable=False),
        sa.Column("projects", sa.JSON(), nullable=False),
        sa.Column("created_by", sa.BigInteger(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_by", sa.BigInteger(), nullable=True),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invites")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invites_token_hash")),
    )
    op.create_index(op.f("ix_invites_expires_at"), "invites", ["expires_at"])

    op.create_table(
        "project_words",
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("head", sa.String(), nullable=False),
        sa.Column("middle", sa.String(), nullable=False),
        sa.Column("projects", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("term", name=op.f("pk_project_words")),
    )
    op.create_index(op.f("ix_project_words_head"), "project_words", ["head"])
    op.create_index(op.f("ix_project_words_middle"), "project_words", ["middle"])

    op.create_table(
        "projects",
        sa.Column("id", _ID, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("code_key", sa.String(), nullable=False),
        sa.Column("fields", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("curator_id", sa.BigInteger(), nullable=True),
        sa.Column("is_suspended", sa.Boolean(), nullable=False),
        sa.Column("is_published", sa.Boolean(), nullable=False),
        sa.Column("is_deleted", sa.Boolean(), nullable=False),
        sa.Column("amount_value", sa.BigInteger(), nullable=True),
        sa.Column("amount_currency", sa.String(), nullable=True),
        sa.Column("jobs_planned", sa.BigInteger(), nullable=True),
        sa.Column("jobs_created", sa.BigInteger(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.Column("checked_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_projects")),
        sa.UniqueConstraint("code", name=op.f("uq_projects_code")),
    )
    op.create_index(op.f("ix_projects_changed_at"), "projects", ["changed_at"])
    op.create_index(op.f("ix_projects_checked_at"), "projects", ["checked_at"])
    op.create_index(op.f("ix_projects_code_key"), "projects", ["code_key"])
    op.create_index(op.f("ix_projects_curator_id"), "projects", ["curator_id"])
    op.create_index(op.f("ix_projects_due_on"), "projects", ["due_on"])
    op.create_index(op.f("ix_projects_stage"), "projects", ["stage"])

    op.create_table(
        "follows",
        sa.Column("subscriber_id", _ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at_once", sa.Boolean(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("last_change_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["subscriber_id"],
            ["subscribers.id"],
            name=op.f("fk_follows_subscriber_id_subscribers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("subscriber_id", "kind", "key", name=op.f("pk_follows")),
    )
    op.create_index("ix_follows_key", "follows", ["kind", "key"])

    op.create_table(
        "project_changes",
        sa.Column("id", _ID, nullable=False),
        sa.Column("project_id", _ID, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("old", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("new", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("actor_id", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("confirmed_by", sa.BigInteger(), nullable=True),
        sa.Column("act", sa.BigInteger(), nullable=True),
        sa.Column("undoes", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_project_changes_project_id_projects")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_changes")),
    )
    op.create_index(op.f("ix_project_changes_act"), "project_changes", ["act"])
    op.create_index(op.f("ix_project_changes_at"), "project_changes", ["at"])
    op.create_index("ix_project_changes_project", "project_changes", ["project_id", "id"])

    op.create_table(
        "told_changes",
        sa.Column("subscriber_id", _ID, nullable=False),
        sa.Column("change_id", _ID, nullable=False),
        sa.Column("row_id", _ID, nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_id"],
            ["project_changes.id"],
            name=op.f("fk_told_changes_change_id_project_changes"),
        ),
        sa.ForeignKeyConstraint(
            ["row_id"], ["outbox.id"], name=op.f("fk_told_changes_row_id_outbox")
        ),
        sa.ForeignKeyConstraint(
            ["subscriber_id"],
            ["subscribers.id"],
            name=op.f("fk_told_changes_subscriber_id_subscribers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("subscriber_id", "change_id", name=op.f("pk_told_changes")),
    )
    op.create_index(op.f("ix_told_changes_at"), "told_changes", ["at"])
    op.create_index(op.f("ix_told_changes_row_id"), "told_changes", ["row_id"])

    op.create_table(
        "project_files",
        sa.Column("id", _ID, nullable=False),
        sa.Column("project_id", _ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.Column("next_try_at", UtcDateTime(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_project_files_project_id_projects")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_files")),
    )
    op.create_index(op.f("ix_project_files_next_try_at"), "project_files", ["next_try_at"])
    op.create_index(op.f("ix_project_files_project_id"), "project_files", ["project_id"])

    op.create_table(
        "project_keys",
        sa.Column("project_id", _ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projects.id"],
            name=op.f("fk_project_keys_project_id_projects"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("project_id", "kind", "key", name=op.f("pk_project_keys")),
    )
    op.create_index("ix_project_keys_key", "project_keys", ["kind", "key"])

    op.create_table(
        "project_stories",
        sa.Column("project_id", _ID, nullable=False),
        sa.Column("story_id", _ID, nullable=False),
        sa.Column("linked_at", UtcDateTime(), nullable=False),
        sa.Column("linked_by", sa.BigInteger(), nullable=True),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("dismissed_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projects.id"],
            name=op.f("fk_project_stories_project_id_projects"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["story_id"],
            ["stories.id"],
            name=op.f("fk_project_stories_story_id_stories"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("project_id", "story_id", name=op.f("pk_project_stories")),
    )
    op.create_index(op.f("ix_project_stories_story_id"), "project_stories", ["story_id"])

    op.create_table(
        "project_texts",
        sa.Column("project_id", _ID, autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projects.id"],
            name=op.f("fk_project_texts_project_id_projects"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("project_id", name=op.f("pk_project_texts")),
    )
    op.create_table(
        "proposals",
        sa.Column("id", _ID, nullable=False),
        sa.Column("project_id", _ID, nullable=False),
        sa.Column("changes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("base", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("author_id", sa.BigInteger(), nullable=True),
        sa.Column("story_id", _ID, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.Column("word", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_proposals_project_id_projects")
        ),
        sa.ForeignKeyConstraint(
            ["story_id"],
            ["stories.id"],
            name=op.f("fk_proposals_story_id_stories"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
    )
    op.create_index(
        "ix_proposals_waiting",
        "proposals",
        ["project_id"],
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )

    op.create_table(
        "update_drafts",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("project_id", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("base", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("proposal_id", sa.BigInteger(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("done", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projects.id"],
            name=op.f("fk_update_drafts_project_id_projects"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_update_drafts")),
    )
    with op.batch_alter_table("editions") as editions:
        editions.add_column(
            sa.Column("last_change_id", sa.BigInteger(), nullable=False, server_default="0")
        )
        editions.add_column(sa.Column("change_ids", sa.JSON(), nullable=False, server_default="[]"))
    for column in _AUDIT_IS_FOUND_BY:
        op.create_index(op.f(f"ix_audit_{column}"), "audit", [column])
    with op.batch_alter_table("roles") as roles:
        roles.add_column(sa.Column("name", sa.String(), nullable=True))
        roles.add_column(sa.Column("districts", sa.JSON(), nullable=False, server_default="[]"))
        roles.add_column(sa.Column("projects", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("searches", sa.Column("told_at", UtcDateTime(), nullable=True))
    is_told = sa.text("told_at IS NOT NULL")
    op.create_index(
        "ix_searches_told_at",
        "searches",
        ["told_at"],
        sqlite_where=is_told,
        postgresql_where=is_told,
    )
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE if is_sqlite else _POSTGRESQL:
        op.execute(statement)


_TABLES = (
    "update_drafts",
    "proposals",
    "project_texts",
    "project_stories",
    "project_keys",
    "project_files",
    "told_changes",
    "project_changes",
    "follows",
    "projects",
    "project_words",
    "invites",
    "imports",
)
"""A table goes before what it points to."""


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE project_index")
    for table in _TABLES:
        op.drop_table(table)
    with op.batch_alter_table("editions") as editions:
        editions.drop_column("change_ids")
        editions.drop_column("last_change_id")
    for column in _AUDIT_IS_FOUND_BY:
        op.drop_index(op.f(f"ix_audit_{column}"), "audit")
    op.drop_index("ix_searches_told_at", "searches")
    op.drop_column("searches", "told_at")
    with op.batch_alter_table("roles") as roles:
        roles.drop_column("projects")
        roles.drop_column("districts")
        roles.drop_column("name")
