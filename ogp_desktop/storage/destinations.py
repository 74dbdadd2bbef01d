"""Keeps where submissions may go, and how each place fares."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from ogp_desktop.domain.destination import Destination, FormThere
from ogp_desktop.domain.destination_health import DestinationHealth, DestinationState
from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.storage import schema
from ogp_desktop.storage.json_text import from_json, to_json

_ALL = select(schema.destination).order_by(schema.destination.c.name, schema.destination.c.id)


class Destinations:
    """Destinations of one data file and their health, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: Sequence[Row[Any]] | None = None

    def keep(self, destination: Destination, at: datetime) -> None:
        """Keep a destination's address; its health starts anew, as it may be another."""
        values = {
            "name": destination.name,
            "protocol": destination.protocol,
            "url": destination.url,
            "receipt_key": destination.receipt_key,
            "recipient": destination.recipient,
            "closes": destination.closes,
            "code_generation": destination.code_generation,
            "forms": to_json(destination.forms) if destination.forms else None,
            "state": DestinationState.OK.value,
            "until": None,
            "failures": 0,
            "updated_at": at.isoformat(),
        }
        self._connection.execute(
            upsert(schema.destination)
            .values(id=destination.id, **values)
            .on_conflict_do_update(index_elements=["id"], set_=values)
        )
        self._read = None

    def all(self) -> tuple[Destination, ...]:
        """Return the destinations by name."""
        return tuple(
            Destination(
                id=row.id,
                name=row.name,
                url=row.url,
                protocol=row.protocol,
                receipt_key=row.receipt_key,
                recipient=row.recipient,
                closes=row.closes,
                code_generation=row.code_generation,
                forms=from_json(row.forms, tuple[FormThere, ...]) if row.forms else (),
            )
            for row in self._rows()
        )

    def one(self, destination_id: DestinationId) -> Destination:
        """Return a destination; raise ``LookupError`` when there is none with this id."""
        for one in self.all():
            if one.id == destination_id:
                return one
        raise LookupError(destination_id)

    def health(self, destination_id: DestinationId) -> DestinationHealth:
        """Return how a destination fares; raise ``LookupError`` when there is none."""
        for health in self.healths():
            if health.destination_id == destination_id:
                return health
        raise LookupError(destination_id)

    def healths(self) -> tuple[DestinationHealth, ...]:
        """Return how each destination fares."""
        return tuple(
            DestinationHealth(
                destination_id=row.id,
                state=DestinationState(row.state),
                until=row.until and datetime.fromisoformat(row.until),
                failures=row.failures,
                updated_at=datetime.fromisoformat(row.updated_at),
            )
            for row in self._rows()
        )

    def keep_health(self, health: DestinationHealth) -> None:
        """Keep how a destination fares."""
        table = schema.destination
        self._connection.execute(
            update(table)
            .where(table.c.id == health.destination_id)
            .values(
                state=health.state.value,
                until=health.until and health.until.isoformat(),
                failures=health.failures,
                updated_at=health.updated_at.isoformat(),
            )
        )
        self._read = None

    def _rows(self) -> Sequence[Row[Any]]:
        """Read them once: inside one transaction nobody else changes them."""
        if self._read is None:
            self._read = self._connection.execute(_ALL).all()
        return self._read
