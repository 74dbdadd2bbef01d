"""The timing log keeps the computer's own seconds beside the wall's time, and changes to the plan.

Self-contained on purpose: a migration never imports the program of today.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what was not known of older entries: it stays unknown there."""
    for table in ("timing_event", "pulse"):
        op.add_column(table, sa.Column("steady_s", sa.Float(), nullable=True))
        op.add_column(table, sa.Column("boot", sa.Text(), nullable=True))
    op.add_column("timing_event", sa.Column("blocks", sa.Text(), nullable=True))
