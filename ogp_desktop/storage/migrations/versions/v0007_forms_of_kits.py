"""A server calls the form of each kit as it likes: its id, its version and its key are per kit.

Self-contained on purpose: a migration never imports the program of today.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let what was set for a destination be true of every kit, as it was."""
    op.add_column("destination", sa.Column("forms", sa.Text(), nullable=True))
    op.execute(
        "UPDATE destination SET forms = json_array(json_object("
        "'kit_id', '', 'id', NULL, 'version', form_version, 'key', form_key)) "
        "WHERE form_version IS NOT NULL OR form_key IS NOT NULL"
    )
    for column in ("form_version", "form_key"):
        op.drop_column("destination", column)


def downgrade() -> None:
    """Older programs are not served; they refuse a newer file."""
    raise NotImplementedError
