"""Keeps which answers of a sealed submission were copied by hand into somebody's form."""

from datetime import datetime

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from ogp_desktop.domain.ids import OutboxItemId
from ogp_desktop.storage import schema

_table = schema.hand_tick


class HandTicks:
    """The ticks of one data file, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, item_id: OutboxItemId, answer_id: str, at: datetime) -> None:
        """Keep that an answer was copied; a tick that is there stays as it was."""
        self._connection.execute(
            upsert(_table)
            .values(item_id=item_id, answer_id=answer_id, at=at.isoformat())
            .on_conflict_do_nothing()
        )

    def forget(self, item_id: OutboxItemId, answer_id: str) -> None:
        """Take a tick away."""
        self._connection.execute(
            delete(_table).where(_table.c.item_id == item_id, _table.c.answer_id == answer_id)
        )

    def of(self, item_id: OutboxItemId) -> frozenset[str]:
        """Return the answers of an item that were copied."""
        rows = self._connection.execute(
            select(_table.c.answer_id).where(_table.c.item_id == item_id)
        )
        return frozenset(rows.scalars())
