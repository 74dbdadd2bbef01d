"""A submission may be taken back where it was stored: the request, and the answer that proves it.

Self-contained on purpose: a migration never imports the program of today.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; nothing was ever asked before."""
    op.create_table(
        "withdrawal",
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.Text(), nullable=True),
        sa.Column("lease_owner", sa.Text(), nullable=True),
        sa.Column("lease_until", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("leave_url", sa.Text(), nullable=False),
        sa.Column("leave_code", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("proved_at", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('asked', 'sending', 'held', 'not_there', 'refused', 'withdrawn')",
            name="ck_withdrawal_state",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["outbox_item.id"], name="fk_withdrawal_item_id_outbox_item"
        ),
        sa.PrimaryKeyConstraint("item_id", name="pk_withdrawal"),
    )


def downgrade() -> None:
    """Older programs are not served; they refuse a newer file."""
    raise NotImplementedError
