"""Receipts that come back by hand, for what was handed over as a file: the same rules as online."""

from collections.abc import Callable

from ogp_desktop.domain.canonical import from_plain, strict_json
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import OutboxItemId
from ogp_desktop.domain.outbox import OutboxItem, next_state
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.receipt import Receipt, Verify, WhyNot, judge_receipt_file
from ogp_desktop.services.changes import Changes, Touched, changes
from ogp_desktop.services.workplace import Workplace, pinned_kit
from ogp_desktop.storage.outbox import DeliveryEvent, KeptReceipt, Sealed
from ogp_desktop.storage.store import UnitOfWork

Verifier = Callable[[str], Verify]
"""Makes the check of signatures by one public key."""


def add_receipt(
    at: Workplace, verifier: Verifier, *, item_id: OutboxItemId, body: bytes
) -> Changes:
    """Confirm a submission by a receipt from a file.

    The key of its destination checks the signature, else the key that the kit names; where there
    is neither, the receipt is accepted unchecked, as online. Raises ``Refusal("no_receipt", why)``
    with the rule that failed.
    """
    with at.store.writing() as unit:
        _believe(at, unit, verifier, unit.outbox.item(item_id), body)
    return changes(Touched.OUTBOX, Touched.CONVERSATIONS)


def import_receipt(at: Workplace, verifier: Verifier, *, body: bytes) -> OutboxItem:
    """Confirm whichever submission a receipt is for, and return its item; raise as above."""
    try:
        answer = strict_json(body)
        told = answer.get("receipt") if isinstance(answer, dict) else None
        submission_id = from_plain(Receipt, told).id
    except Refusal as refusal:
        raise Refusal("no_receipt", why=WhyNot.MALFORMED) from refusal
    with at.store.writing() as unit:
        item = unit.outbox.item_of(submission_id)
        if item is None:
            raise Refusal("no_receipt", why=WhyNot.OTHER_ID)
        return _believe(at, unit, verifier, item, body)


def _believe(
    at: Workplace, unit: UnitOfWork, verifier: Verifier, item: OutboxItem, body: bytes
) -> OutboxItem:
    sealed = unit.outbox.submission(item.submission_id)
    key = _key(unit, item, sealed)
    judged = judge_receipt_file(
        body,
        submission_id=sealed.id,
        sha256=sealed.sha256,
        verify=verifier(key) if key else None,
    )
    if isinstance(judged, WhyNot):
        raise Refusal("no_receipt", why=judged)
    now = at.clock.now()
    proof = Outcome(kind=OutcomeKind.CONFIRMED, bytes_may_have_left=True, receipt=judged)
    confirmed = next_state(item, proof, now=now, jitter=0.5)
    if confirmed != item:
        unit.outbox.keep_item(confirmed)
        unit.outbox.add_receipt(item.id, KeptReceipt(signed=judged, received_at=now))
        unit.outbox.add_event(item.id, DeliveryEvent(at=now, what="receipt_added"))
    return confirmed


def _key(unit: UnitOfWork, item: OutboxItem, sealed: Sealed) -> str | None:
    if item.destination_id is not None:
        return unit.outbox.destination(item.destination_id).receipt_key
    kit = pinned_kit(unit, unit.conversations.get(sealed.conversation_id))
    return next((one.receipt_key for one in kit.destinations if one.receipt_key), None)
