"""Destinations may be OpenRosa servers, for which the final bytes of a submission are kept.

Self-contained on purpose: a migration never imports the program of today.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what no destination of before has: they all take JSON."""
    for column in ("form_version", "form_key"):
        op.add_column("destination", sa.Column(column, sa.Text(), nullable=True))
    op.create_table(
        "frozen",
        sa.Column("submission_id", sa.Text(), nullable=False),
        sa.Column("destination_id", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("frozen_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("submission_id", "destination_id", name="pk_frozen"),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submission.id"], name="fk_frozen_submission_id_submission"
        ),
        sa.ForeignKeyConstraint(
            ["destination_id"], ["destination.id"], name="fk_frozen_destination_id_destination"
        ),
    )
