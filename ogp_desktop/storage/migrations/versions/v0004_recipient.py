"""A destination has the key that files for it are encrypted with.

Self-contained on purpose: a migration never imports the program of today.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what no destination of before had."""
    op.add_column("destination", sa.Column("recipient", sa.Text(), nullable=True))
