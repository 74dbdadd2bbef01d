"""Keeps the host's draft of the observations and the tallies of individual views, each whole."""

from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects.sqlite import insert as upsert

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.individual_views import IndividualViews
from ogp_desktop.domain.review import Review
from ogp_desktop.storage import schema
from ogp_desktop.storage.json_text import from_json, to_json

T = TypeVar("T")


class Reviews:
    """What stands between the notes and the submission, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, conversation_id: ConversationId, review: Review, at: datetime) -> None:
        """Keep the newest form of the observations' draft."""
        self._keep(schema.review, conversation_id, review, at)

    def get(self, conversation_id: ConversationId) -> Review | None:
        """Return the draft, or ``None`` when nobody has opened Review yet."""
        return self._get(schema.review, conversation_id, Review)

    def edited_at(self, conversation_id: ConversationId) -> datetime | None:
        """Return when the draft was last kept, if ever."""
        table = schema.review
        at = self._connection.scalar(
            select(table.c.updated_at).where(table.c.conversation_id == conversation_id)
        )
        return None if at is None else datetime.fromisoformat(at)

    def keep_views(
        self, conversation_id: ConversationId, views: IndividualViews, at: datetime
    ) -> None:
        """Keep the tallies of individual views."""
        self._keep(schema.individual_views, conversation_id, views, at)

    def views(self, conversation_id: ConversationId) -> IndividualViews | None:
        """Return the tallies of individual views, if any were typed."""
        return self._get(schema.individual_views, conversation_id, IndividualViews)

    def _keep(
        self, table: Table, conversation_id: ConversationId, value: object, at: datetime
    ) -> None:
        values = {"body": to_json(value), "updated_at": at.isoformat()}
        self._connection.execute(
            upsert(table)
            .values(conversation_id=conversation_id, **values)
            .on_conflict_do_update(index_elements=["conversation_id"], set_=values)
        )

    def _get(self, table: Table, conversation_id: ConversationId, kind: type[T]) -> T | None:
        body = self._connection.scalar(
            select(table.c.body).where(table.c.conversation_id == conversation_id)
        )
        return None if body is None else from_json(body, kind)
