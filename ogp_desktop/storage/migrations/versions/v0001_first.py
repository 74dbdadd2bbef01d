"""The first data file: conversations, notes with their history, reviews, the outbox and receipts.

Self-contained on purpose: a migration never imports the program of today.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "destination",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("protocol", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("receipt_key", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('ok', 'offline', 'portal', 'auth', 'closed', 'tls', 'rate_limited')",
            name=op.f("ck_destination_state"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_destination")),
    )
    op.create_table(
        "kit_copy",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("kit_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_kit_copy")),
    )
    op.create_table(
        "conversation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kit_digest", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("preparation", sa.Text(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'ready', 'running', 'paused', 'held', 'sealed')",
            name=op.f("ck_conversation_state"),
        ),
        sa.ForeignKeyConstraint(
            ["kit_digest"], ["kit_copy.digest"], name=op.f("fk_conversation_kit_digest_kit_copy")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation")),
    )
    op.create_index(
        op.f("ix_conversation_updated_at"), "conversation", ["updated_at"], unique=False
    )
    op.create_table(
        "draft",
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name=op.f("fk_draft_conversation_id_conversation"),
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_draft")),
    )
    op.create_table(
        "individual_views",
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name=op.f("fk_individual_views_conversation_id_conversation"),
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_individual_views")),
    )
    op.create_table(
        "lean",
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("choice_id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name=op.f("fk_lean_conversation_id_conversation"),
        ),
        sa.PrimaryKeyConstraint("conversation_id", "choice_id", name=op.f("pk_lean")),
    )
    op.create_table(
        "note",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("question_id", sa.Text(), nullable=False),
        sa.Column("kind_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("card_id", sa.Text(), nullable=True),
        sa.Column("choice_id", sa.Text(), nullable=True),
        sa.Column("group_id", sa.Text(), nullable=True),
        sa.Column("heard", sa.Integer(), nullable=False),
        sa.Column("is_key", sa.Integer(), nullable=False),
        sa.Column("is_contested", sa.Integer(), nullable=False),
        sa.Column("is_quotation", sa.Integer(), nullable=False),
        sa.Column("is_parked", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.CheckConstraint("heard >= 1", name=op.f("ck_note_heard")),
        sa.CheckConstraint("rank IS NULL OR rank BETWEEN 1 AND 3", name=op.f("ck_note_rank")),
        sa.ForeignKeyConstraint(["card_id"], ["note.id"], name=op.f("fk_note_card_id_note")),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name=op.f("fk_note_conversation_id_conversation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    op.create_index(
        op.f("ix_note_conversation_id_position"),
        "note",
        ["conversation_id", "position"],
        unique=False,
    )
    op.create_table(
        "prompt_mark",
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("prompt_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name=op.f("fk_prompt_mark_conversation_id_conversation"),
        ),
        sa.PrimaryKeyConstraint("conversation_id", "prompt_id", name=op.f("pk_prompt_mark")),
    )
    op.create_table(
        "pulse",
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name=op.f("fk_pulse_conversation_id_conversation"),
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_pulse")),
    )
    op.create_table(
        "review",
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name=op.f("fk_review_conversation_id_conversation"),
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_review")),
    )
    op.create_table(
        "submission",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("replaces_id", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("sealed_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name=op.f("fk_submission_conversation_id_conversation"),
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["submission.id"], name=op.f("fk_submission_replaces_id_submission")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
        sa.UniqueConstraint(
            "conversation_id", "revision", name=op.f("uq_submission_conversation_id_revision")
        ),
    )
    op.create_table(
        "timing_event",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("block_id", sa.Text(), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name=op.f("fk_timing_event_conversation_id_conversation"),
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_timing_event")),
    )
    op.create_index(
        op.f("ix_timing_event_conversation_id_seq"),
        "timing_event",
        ["conversation_id", "seq"],
        unique=False,
    )
    op.create_table(
        "note_change",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("action_id", sa.Text(), nullable=False),
        sa.Column("note_id", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name=op.f("fk_note_change_conversation_id_conversation"),
        ),
        sa.ForeignKeyConstraint(["note_id"], ["note.id"], name=op.f("fk_note_change_note_id_note")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_note_change")),
    )
    op.create_index(
        op.f("ix_note_change_conversation_id_seq"),
        "note_change",
        ["conversation_id", "seq"],
        unique=False,
    )
    op.create_table(
        "outbox_item",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("submission_id", sa.Text(), nullable=False),
        sa.Column("destination_id", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("maybe_stored", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("first_conflict_at", sa.Text(), nullable=True),
        sa.Column("next_try_at", sa.Text(), nullable=True),
        sa.Column("lease_owner", sa.Text(), nullable=True),
        sa.Column("lease_until", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('ready', 'held', 'sending', 'waiting', 'attention', 'handed_over',"
            " 'confirmed', 'withdrawn')",
            name=op.f("ck_outbox_item_state"),
        ),
        sa.ForeignKeyConstraint(
            ["destination_id"],
            ["destination.id"],
            name=op.f("fk_outbox_item_destination_id_destination"),
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submission.id"],
            name=op.f("fk_outbox_item_submission_id_submission"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_item")),
        sa.UniqueConstraint(
            "submission_id",
            "destination_id",
            name=op.f("uq_outbox_item_submission_id_destination_id"),
        ),
    )
    op.create_index(
        op.f("ix_outbox_item_state_next_try_at"),
        "outbox_item",
        ["state", "next_try_at"],
        unique=False,
    )
    op.create_table(
        "delivery_event",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["item_id"], ["outbox_item.id"], name=op.f("fk_delivery_event_item_id_outbox_item")
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_delivery_event")),
    )
    op.create_index(
        op.f("ix_delivery_event_item_id_seq"), "delivery_event", ["item_id", "seq"], unique=False
    )
    op.create_table(
        "receipt",
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=True),
        sa.Column("is_verified", sa.Integer(), nullable=False),
        sa.Column("endpoint", sa.Text(), nullable=False),
        sa.Column("stored_at", sa.Text(), nullable=False),
        sa.Column("received_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["outbox_item.id"], name=op.f("fk_receipt_item_id_outbox_item")
        ),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_receipt")),
    )


def downgrade() -> None:
    """There is nothing before the first."""
    raise NotImplementedError
