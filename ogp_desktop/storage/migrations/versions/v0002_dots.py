"""Cards of a conversation may carry the number of dots that people put to them."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add an empty count: nobody put dots to a card before."""
    op.execute("ALTER TABLE note ADD COLUMN dots INTEGER CONSTRAINT ck_note_dots CHECK (dots >= 0)")


def downgrade() -> None:
    """Older programs are not served; they refuse a newer file."""
    raise NotImplementedError
