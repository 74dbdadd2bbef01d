"""An item remembers the address and the access code it was given leave for, and ticks by hand.

Self-contained on purpose: a migration never imports the program of today.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what has an address already keeps the leave that it was given."""
    op.add_column("destination", sa.Column("recipient", sa.Text(), nullable=True))
    op.add_column("destination", sa.Column("closes", sa.Text(), nullable=True))
    op.add_column(
        "destination",
        sa.Column("code_generation", sa.Integer(), nullable=False, server_default="0"),
    )
    op.add_column("outbox_item", sa.Column("leave_url", sa.Text(), nullable=True))
    op.add_column("outbox_item", sa.Column("leave_code", sa.Integer(), nullable=True))
    op.execute(
        "UPDATE outbox_item SET leave_code = 0, leave_url = (SELECT url FROM destination "
        "WHERE destination.id = outbox_item.destination_id) WHERE destination_id IS NOT NULL"
    )
    op.create_table(
        "hand_tick",
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("answer_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["outbox_item.id"], name="fk_hand_tick_item_id_outbox_item"
        ),
        sa.PrimaryKeyConstraint("item_id", "answer_id", name="pk_hand_tick"),
    )


def downgrade() -> None:
    """Older programs are not served; they refuse a newer file."""
    raise NotImplementedError
