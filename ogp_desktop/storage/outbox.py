"""Keeps sealed submissions, what becomes of them and the receipts; bytes are only ever added."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from ogp_desktop.domain.canonical import from_plain, strict_json
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.destination_health import DestinationHealth, DestinationState
from ogp_desktop.domain.ids import ConversationId, DestinationId, OutboxItemId, SubmissionId
from ogp_desktop.domain.outbox import OutboxItem, OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.receipt import Receipt, SignedReceipt, receipt_bytes
from ogp_desktop.storage import schema

_ITEM_TIMES = ("first_conflict_at", "next_try_at", "lease_until", "updated_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A sealed submission as it stands in the file: its bytes never change."""

    id: SubmissionId
    conversation_id: ConversationId
    revision: int
    replaces_id: SubmissionId | None
    body: bytes
    sha256: str
    sealed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryEvent:
    """One line of an item's history: what happened, the HTTP status, the server's title."""

    at: datetime
    what: str
    status: int | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReceipt:
    """A receipt that was believed, and when it reached us."""

    signed: SignedReceipt
    received_at: datetime


class Outbox:
    """Submissions, destinations and deliveries of one data file, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # Submissions

    def add_submission(self, sealed: Sealed) -> None:
        """Keep a sealed submission; there is no way to change or delete one."""
        self._connection.execute(
            insert(schema.submission).values(
                id=sealed.id,
                conversation_id=sealed.conversation_id,
                revision=sealed.revision,
                replaces_id=sealed.replaces_id,
                body=sealed.body,
                sha256=sealed.sha256,
                sealed_at=sealed.sealed_at.isoformat(),
            )
        )

    def submission(self, submission_id: SubmissionId) -> Sealed:
        """Return a sealed submission; raise ``LookupError`` when there is none with this id."""
        table = schema.submission
        found = self._submissions(table.c.id == submission_id)
        if not found:
            raise LookupError(submission_id)
        return found[0]

    def submissions_of(self, conversation_id: ConversationId) -> tuple[Sealed, ...]:
        """Return the revisions sealed from one conversation, the newest first."""
        return self._submissions(schema.submission.c.conversation_id == conversation_id)

    def _submissions(self, condition: Any) -> tuple[Sealed, ...]:
        table = schema.submission
        rows = self._connection.execute(
            select(table).where(condition).order_by(table.c.revision.desc())
        )
        return tuple(
            Sealed(
                id=row.id,
                conversation_id=row.conversation_id,
                revision=row.revision,
                replaces_id=row.replaces_id,
                body=row.body,
                sha256=row.sha256,
                sealed_at=datetime.fromisoformat(row.sealed_at),
            )
            for row in rows
        )

    # Items

    def keep_item(self, item: OutboxItem) -> None:
        """Keep an item as it is now."""
        values = _item_columns(item)
        self._connection.execute(
            upsert(schema.outbox_item)
            .values(id=item.id, **values)
            .on_conflict_do_update(index_elements=["id"], set_=values)
        )

    def swap_item(self, before: OutboxItem, after: OutboxItem) -> bool:
        """Keep ``after`` only if the item still stands as ``before``; tell whether it did.

        This is what makes a claim exclusive between two programs on one data file.
        """
        table = schema.outbox_item
        kept = self._connection.execute(
            update(table)
            .where(
                table.c.id == before.id,
                table.c.state == before.state.value,
                table.c.attempts == before.attempts,
                table.c.lease_owner.is_not_distinct_from(before.lease_owner),
            )
            .values(**_item_columns(after))
            .returning(table.c.id)
        )
        return kept.first() is not None

    def item(self, item_id: OutboxItemId) -> OutboxItem:
        """Return an item; raise ``LookupError`` when there is none with this id."""
        found = self._items(schema.outbox_item.c.id == item_id)
        if not found:
            raise LookupError(item_id)
        return found[0]

    def item_of(self, submission_id: SubmissionId) -> OutboxItem | None:
        """Return the item of a submission, if it was queued."""
        found = self._items(schema.outbox_item.c.submission_id == submission_id)
        return found[0] if found else None

    def items(self, *states: OutboxState) -> tuple[OutboxItem, ...]:
        """Return the items in any of these states (all, when none is named), least tried first."""
        if not states:
            return self._items()
        return self._items(schema.outbox_item.c.state.in_([state.value for state in states]))

    def _items(self, *conditions: Any) -> tuple[OutboxItem, ...]:
        table = schema.outbox_item
        rows = self._connection.execute(
            select(table)
            .where(*conditions)
            .order_by(table.c.attempts, table.c.updated_at, table.c.id)
        )
        return tuple(_item(row) for row in rows.mappings())

    # History and receipts

    def add_event(self, item_id: OutboxItemId, event: DeliveryEvent) -> None:
        """Add a line to an item's history, which is never rewritten."""
        self._connection.execute(
            insert(schema.delivery_event).values(
                item_id=item_id,
                at=event.at.isoformat(),
                what=event.what,
                status=event.status,
                detail=event.detail,
            )
        )

    def history(self, item_id: OutboxItemId) -> tuple[DeliveryEvent, ...]:
        """Return an item's history, oldest first."""
        table = schema.delivery_event
        rows = self._connection.execute(
            select(table).where(table.c.item_id == item_id).order_by(table.c.seq)
        )
        return tuple(
            DeliveryEvent(
                at=datetime.fromisoformat(row.at),
                what=row.what,
                status=row.status,
                detail=row.detail,
            )
            for row in rows
        )

    def add_receipt(self, item_id: OutboxItemId, kept: KeptReceipt) -> None:
        """Keep the first receipt of an item; a repeat of it changes nothing."""
        receipt = kept.signed.receipt
        self._connection.execute(
            upsert(schema.receipt)
            .values(
                item_id=item_id,
                body=receipt_bytes(receipt),
                signature=kept.signed.signature,
                is_verified=int(kept.signed.is_verified),
                endpoint=receipt.endpoint,
                stored_at=receipt.stored_at,
                received_at=kept.received_at.isoformat(),
            )
            .on_conflict_do_nothing()
        )

    def receipt(self, item_id: OutboxItemId) -> KeptReceipt | None:
        """Return the receipt of an item, if there is one."""
        table = schema.receipt
        row = self._connection.execute(select(table).where(table.c.item_id == item_id)).first()
        if row is None:
            return None
        signed = SignedReceipt(
            receipt=from_plain(Receipt, strict_json(row.body)),
            signature=row.signature,
            is_verified=bool(row.is_verified),
        )
        return KeptReceipt(signed=signed, received_at=datetime.fromisoformat(row.received_at))

    # Destinations

    def keep_destination(self, destination: Destination, at: datetime) -> None:
        """Keep a destination's address; its health starts anew, as it may be another."""
        values = {
            "name": destination.name,
            "protocol": destination.protocol,
            "url": destination.url,
            "receipt_key": destination.receipt_key,
            "recipient": destination.recipient,
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

    def destinations(self) -> tuple[Destination, ...]:
        """Return the destinations by name."""
        table = schema.destination
        rows = self._connection.execute(select(table).order_by(table.c.name, table.c.id))
        return tuple(
            Destination(
                id=row.id,
                name=row.name,
                url=row.url,
                protocol=row.protocol,
                receipt_key=row.receipt_key,
                recipient=row.recipient,
            )
            for row in rows
        )

    def destination(self, destination_id: DestinationId) -> Destination:
        """Return a destination; raise ``LookupError`` when there is none with this id."""
        for one in self.destinations():
            if one.id == destination_id:
                return one
        raise LookupError(destination_id)

    def health(self, destination_id: DestinationId) -> DestinationHealth:
        """Return how a destination fares."""
        table = schema.destination
        row = self._connection.execute(select(table).where(table.c.id == destination_id)).one()
        return DestinationHealth(
            destination_id=row.id,
            state=DestinationState(row.state),
            until=row.until and datetime.fromisoformat(row.until),
            failures=row.failures,
            updated_at=datetime.fromisoformat(row.updated_at),
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


def _item_columns(item: OutboxItem) -> dict[str, Any]:
    values: dict[str, Any] = {
        name: getattr(item, name) for name in OutboxItem.__dataclass_fields__ if name != "id"
    }
    for time in _ITEM_TIMES:
        values[time] = values[time] and values[time].isoformat()
    values["state"] = item.state.value
    values["maybe_stored"] = int(item.maybe_stored)
    values["reason"] = item.reason and item.reason.value
    return values


def _item(row: RowMapping) -> OutboxItem:
    values = {str(name): value for name, value in row.items()}
    times = {time: values[time] and datetime.fromisoformat(values[time]) for time in _ITEM_TIMES}
    return OutboxItem(
        **{
            **values,
            **times,
            "id": OutboxItemId(values["id"]),
            "state": OutboxState(values["state"]),
            "maybe_stored": bool(values["maybe_stored"]),
            "reason": values["reason"] and OutcomeKind(values["reason"]),
        }
    )
