"""Keeps the final bytes for destinations that take no JSON: written once, and never again after a
byte of them may have left.
"""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from ogp_desktop.domain.frozen import Frozen
from ogp_desktop.domain.ids import DestinationId, SubmissionId
from ogp_desktop.storage import schema


class FrozenBytes:
    """The final bytes of submissions by destination, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(
        self, submission_id: SubmissionId, to: DestinationId, frozen: Frozen, at: datetime
    ) -> None:
        """Keep the bytes of a submission for a destination that has none of it yet."""
        self._connection.execute(
            insert(schema.frozen).values(
                submission_id=submission_id,
                destination_id=to,
                body=frozen.data,
                sha256=frozen.sha256,
                media_type=frozen.media_type,
                frozen_at=at.isoformat(),
            )
        )

    def of(self, submission_id: SubmissionId, to: DestinationId) -> Frozen | None:
        """Return the bytes of a submission for a destination, if they were made."""
        table = schema.frozen
        row = self._connection.execute(
            select(table).where(
                table.c.submission_id == submission_id, table.c.destination_id == to
            )
        ).first()
        if row is None:
            return None
        return Frozen(data=row.body, sha256=row.sha256, media_type=row.media_type)

    def drop(self, submission_id: SubmissionId, to: DestinationId) -> None:
        """Forget bytes that were never sent, because the destination wants others now."""
        table = schema.frozen
        self._connection.execute(
            delete(table).where(
                table.c.submission_id == submission_id, table.c.destination_id == to
            )
        )
