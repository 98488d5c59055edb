"""Announcements, their recipients and presses; channels; rows of several messages, or of none."""

import sqlalchemy as sa
from alembic import op

from storage.types import UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "announcements",
        sa.Column("id", _ID, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("parent_id", _ID, nullable=True),
        sa.Column("said", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("audience", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("plan", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=True),
        sa.Column("confirmed_by", sa.BigInteger(), nullable=True),
        sa.Column("approved_by", sa.BigInteger(), nullable=True),
        sa.Column("started_at", UtcDateTime(), nullable=True),
        sa.Column("resumed_at", UtcDateTime(), nullable=True),
        sa.Column("finished_at", UtcDateTime(), nullable=True),
        sa.Column("withdrawn_at", UtcDateTime(), nullable=True),
        sa.Column("pause_reason", sa.String(), nullable=True),
        sa.Column("pause_detail", sa.String(), nullable=True),
        sa.Column("amending_since", UtcDateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["announcements.id"],
            name=op.f("fk_announcements_parent_id_announcements"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcements")),
        sqlite_autoincrement=True,
    )
    for column in ("amending_since", "parent_id", "starts_at", "state"):
        op.create_index(op.f(f"ix_announcements_{column}"), "announcements", [column])

    op.create_table(
        "recipients",
        sa.Column("id", _ID, nullable=False),
        sa.Column("announcement_id", _ID, nullable=False),
        sa.Column("subscriber_id", _ID, nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("not_before", UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("row_id", _ID, nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("parts_sent", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["announcement_id"],
            ["announcements.id"],
            name=op.f("fk_recipients_announcement_id_announcements"),
        ),
        sa.ForeignKeyConstraint(
            ["row_id"],
            ["outbox.id"],
            name=op.f("fk_recipients_row_id_outbox"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["subscriber_id"],
            ["subscribers.id"],
            name=op.f("fk_recipients_subscriber_id_subscribers"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recipients")),
        sa.UniqueConstraint(
            "subscriber_id", "announcement_id", name=op.f("uq_recipients_subscriber_id")
        ),
    )
    op.create_index("ix_recipients_announcement", "recipients", ["announcement_id", "id"])
    op.create_index(
        "ix_recipients_waiting",
        "recipients",
        ["announcement_id", "not_before"],
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "ix_recipients_revision",
        "recipients",
        ["announcement_id", "revision", "id"],
        sqlite_where=sa.text("row_id IS NOT NULL"),
        postgresql_where=sa.text("row_id IS NOT NULL"),
    )
    op.create_index(
        "ix_recipients_row",
        "recipients",
        ["row_id"],
        sqlite_where=sa.text("row_id IS NOT NULL"),
        postgresql_where=sa.text("row_id IS NOT NULL"),
    )

    op.create_table(
        "amendments",
        sa.Column("row_id", _ID, autoincrement=False, nullable=False),
        sa.Column("announcement_id", _ID, nullable=False),
        sa.Column("recipient_id", _ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["announcement_id"],
            ["announcements.id"],
            name=op.f("fk_amendments_announcement_id_announcements"),
        ),
        sa.ForeignKeyConstraint(
            ["recipient_id"],
            ["recipients.id"],
            name=op.f("fk_amendments_recipient_id_recipients"),
        ),
        sa.ForeignKeyConstraint(
            ["row_id"],
            ["outbox.id"],
            name=op.f("fk_amendments_row_id_outbox"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_amendments")),
    )
    op.create_index("ix_amendments_announcement", "amendments", ["announcement_id", "revision"])
    op.create_index(op.f("ix_amendments_recipient_id"), "amendments", ["recipient_id"])

    op.create_table(
        "audiences",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("audience", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("created_by", sa.BigInteger(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audiences")),
        sa.UniqueConstraint("name", name=op.f("uq_audiences_name")),
    )

    op.create_table(
        "presses",
        sa.Column("announcement_id", _ID, autoincrement=False, nullable=False),
        sa.Column("button", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["announcement_id"],
            ["announcements.id"],
            name=op.f("fk_presses_announcement_id_announcements"),
        ),
        sa.PrimaryKeyConstraint("announcement_id", "button", "user_id", name=op.f("pk_presses")),
    )
    op.create_index(op.f("ix_presses_user_id"), "presses", ["user_id"])

    op.create_table(
        "channels",
        sa.Column("subscriber_id", _ID, autoincrement=False, nullable=False),
        sa.Column("posting", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("standing", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("lost_at", UtcDateTime(), nullable=True),
        sa.Column("last_story_id", sa.BigInteger(), nullable=False),
        sa.Column("last_change_id", sa.BigInteger(), nullable=False),
        sa.Column("next_post_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["subscriber_id"],
            ["subscribers.id"],
            name=op.f("fk_channels_subscriber_id_subscribers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("subscriber_id", name=op.f("pk_channels")),
    )
    op.create_index(op.f("ix_channels_next_post_at"), "channels", ["next_post_at"])

    with op.batch_alter_table("outbox") as outbox:
        outbox.alter_column("body_id", existing_type=sa.BigInteger(), nullable=True)
        outbox.add_column(sa.Column("parts_sent", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("roles", sa.Column("announcing", sa.Integer(), nullable=True))
    op.add_column("subscribers", sa.Column("seen_at", UtcDateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("subscribers", "seen_at")
    op.drop_column("roles", "announcing")
    # What deletes or pins says nothing, and below nothing was ever deleted or pinned.
    op.execute("DELETE FROM outbox WHERE body_id IS NULL")
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_column("parts_sent")
        outbox.alter_column("body_id", existing_type=sa.BigInteger(), nullable=False)
    for table in ("channels", "presses", "audiences", "amendments", "recipients"):
        op.drop_table(table)
    op.drop_table("announcements")
