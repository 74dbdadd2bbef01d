"""Keeps sealed submissions, what becomes of them and the receipts; bytes are only ever added."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    RowMapping,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from ogp_desktop.domain.canonical import from_plain, strict_json
from ogp_desktop.domain.ids import ConversationId, DestinationId, OutboxItemId, SubmissionId
from ogp_desktop.domain.outbox import OutboxItem, OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.receipt import Receipt, SignedReceipt, receipt_bytes
from ogp_desktop.storage import schema

BUNDLED = "bundled"
"""The line of a history whose detail is the SHA-256 of an encrypted file that it went into."""

_ITEM_TIMES = ("first_conflict_at", "next_try_at", "lease_until", "updated_at")
_PAGE = 8
"""One item is taken at a time; the others of a page are there for the one that is not due yet."""

# Made once: building a statement takes longer than running it.
_ITEM = schema.outbox_item
_LEAST_TRIED = (_ITEM.c.attempts, _ITEM.c.updated_at, _ITEM.c.id)
_KEPT = upsert(_ITEM)
_KEEP_ITEM = _KEPT.on_conflict_do_update(
    index_elements=["id"],
    set_={name: _KEPT.excluded[name] for name in _ITEM.c.keys() if name != "id"},  # noqa: SIM118
)
_SWAP_ITEM = (
    update(_ITEM)
    .where(
        _ITEM.c.id == bindparam("id_before"),
        _ITEM.c.state == bindparam("state_before"),
        _ITEM.c.attempts == bindparam("attempts_before"),
        _ITEM.c.lease_owner.is_not_distinct_from(bindparam("owner_before")),
    )
    .returning(_ITEM.c.id)
)
_ON_THEIR_WAY = (OutboxState.READY, OutboxState.WAITING, OutboxState.SENDING)
_NOW = func.julianday(bindparam("now"))
_NEXT_TRY = func.julianday(_ITEM.c.next_try_at)
"""In days, whatever the offset from UTC."""
_ITEMS_DUE = (
    select(_ITEM)
    .where(
        _ITEM.c.state.in_([OutboxState.READY.value, OutboxState.WAITING.value]),
        _ITEM.c.destination_id.in_(bindparam("destinations", expanding=True)),
        or_(_ITEM.c.next_try_at.is_(None), _NEXT_TRY <= _NOW, _NEXT_TRY > _NOW + 1),
    )
    .order_by(*_LEAST_TRIED)
    .limit(bindparam("page"))
    .offset(bindparam("offset"))
)
_ITEM_BY_ID = select(_ITEM).where(_ITEM.c.id == bindparam("asked"))
_SUBMISSION_BY_ID = select(schema.submission).where(schema.submission.c.id == bindparam("asked"))
_ADD_EVENT = insert(schema.delivery_event)
_ADD_RECEIPT = upsert(schema.receipt).on_conflict_do_nothing()


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
    """Submissions and deliveries of one data file, inside one transaction."""

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
        row = self._connection.execute(_SUBMISSION_BY_ID, {"asked": submission_id}).first()
        if row is None:
            raise LookupError(submission_id)
        return _sealed(row)

    def submissions_of(self, conversation_id: ConversationId) -> tuple[Sealed, ...]:
        """Return the revisions sealed from one conversation, the newest first."""
        return self._submissions(schema.submission.c.conversation_id == conversation_id)

    def _submissions(self, condition: Any) -> tuple[Sealed, ...]:
        table = schema.submission
        rows = self._connection.execute(
            select(table).where(condition).order_by(table.c.revision.desc())
        )
        return tuple(_sealed(row) for row in rows)

    # Items

    def keep_item(self, item: OutboxItem) -> None:
        """Keep an item as it is now."""
        self._connection.execute(_KEEP_ITEM, {"id": item.id, **_item_columns(item)})

    def swap_item(self, before: OutboxItem, after: OutboxItem) -> bool:
        """Keep ``after`` only if the item still stands as ``before``; tell whether it did.

        This is what makes a claim exclusive between two programs on one data file.
        """
        stood = {
            "id_before": before.id,
            "state_before": before.state.value,
            "attempts_before": before.attempts,
            "owner_before": before.lease_owner,
        }
        kept = self._connection.execute(_SWAP_ITEM, stood | _item_columns(after))
        return kept.first() is not None

    def item(self, item_id: OutboxItemId) -> OutboxItem:
        """Return an item; raise ``LookupError`` when there is none with this id."""
        rows = self._connection.execute(_ITEM_BY_ID, {"asked": item_id})
        row = rows.mappings().first()
        if row is None:
            raise LookupError(item_id)
        return _item(row)

    def item_of(self, submission_id: SubmissionId) -> OutboxItem | None:
        """Return the item of a submission, if it was queued."""
        found = self._items(schema.outbox_item.c.submission_id == submission_id)
        return found[0] if found else None

    def items_in_bundle(self, digest: str) -> tuple[OutboxItem, ...]:
        """Return what went into the encrypted file with this SHA-256."""
        event = schema.delivery_event
        went = select(event.c.item_id).where(event.c.what == BUNDLED, event.c.detail == digest)
        return self._items(schema.outbox_item.c.id.in_(went))

    def items(self, *states: OutboxState) -> tuple[OutboxItem, ...]:
        """Return the items in any of these states (all, when none is named), least tried first."""
        if not states:
            return self._items()
        return self._items(schema.outbox_item.c.state.in_([state.value for state in states]))

    def items_due(
        self, destination_ids: Collection[DestinationId], now: datetime
    ) -> Iterator[OutboxItem]:
        """Return what waits for these destinations and may be due now, least tried first.

        The file only leaves out what is surely not due, so that ten thousand items that wait cost
        nothing; whether one is due is for ``is_due`` to say.
        """
        asked = {"destinations": list(destination_ids), "now": now.isoformat(), "page": _PAGE}
        for offset in count(0, _PAGE):
            rows = self._connection.execute(_ITEMS_DUE, asked | {"offset": offset})
            page = rows.mappings().all()
            yield from map(_item, page)
            if len(page) < _PAGE:
                return

    def _items(self, *conditions: Any) -> tuple[OutboxItem, ...]:
        rows = self._connection.execute(
            select(schema.outbox_item).where(*conditions).order_by(*_LEAST_TRIED)
        )
        return tuple(_item(row) for row in rows.mappings())

    def waiting_bytes(self) -> int:
        """Return how many bytes have leave to go and have not arrived yet."""
        item, sealed = schema.outbox_item, schema.submission
        states = [one.value for one in _ON_THEIR_WAY]
        total = self._connection.execute(
            select(func.coalesce(func.sum(func.length(sealed.c.body)), 0))
            .join_from(item, sealed, item.c.submission_id == sealed.c.id)
            .where(item.c.state.in_(states), item.c.destination_id.is_not(None))
        )
        return int(total.scalar_one())

    # History and receipts

    def add_event(self, item_id: OutboxItemId, event: DeliveryEvent) -> None:
        """Add a line to an item's history, which is never rewritten."""
        self._connection.execute(
            _ADD_EVENT,
            {
                "item_id": item_id,
                "at": event.at.isoformat(),
                "what": event.what,
                "status": event.status,
                "detail": event.detail,
            },
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
            _ADD_RECEIPT,
            {
                "item_id": item_id,
                "body": receipt_bytes(receipt),
                "signature": kept.signed.signature,
                "is_verified": int(kept.signed.is_verified),
                "endpoint": receipt.endpoint,
                "stored_at": receipt.stored_at,
                "received_at": kept.received_at.isoformat(),
            },
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


def _sealed(row: Row[Any]) -> Sealed:
    return Sealed(
        id=row.id,
        conversation_id=row.conversation_id,
        revision=row.revision,
        replaces_id=row.replaces_id,
        body=row.body,
        sha256=row.sha256,
        sealed_at=datetime.fromisoformat(row.sealed_at),
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
