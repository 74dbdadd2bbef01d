"""Receipts that come back by hand, for what was handed over as a file: the same rules as online."""

from collections.abc import Callable
from dataclasses import dataclass

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import OutboxItemId
from ogp_desktop.domain.outbox import Act, OutboxItem, next_state
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.receipt import (
    Verify,
    WhyNot,
    each_receipt,
    judge_receipt_file,
    receipt_id,
)
from ogp_desktop.domain.refused_bundle import SignedRefusal, check_refusal, refusal_in
from ogp_desktop.services.changes import Changes, Touched, changes
from ogp_desktop.services.workplace import Workplace, pinned_kit
from ogp_desktop.storage.outbox import DeliveryEvent, KeptReceipt, Sealed
from ogp_desktop.storage.store import UnitOfWork

Verifier = Callable[[str], Verify]
"""Makes the check of signatures by one public key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Believed:
    """What a file of receipts proved: the items, and how many of them were not confirmed before.

    ``refused`` is the reason when it is no receipt: an encrypted file was refused, whole, and what
    was in it, as far as that is known here, needs somebody.
    """

    items: tuple[OutboxItem, ...]
    fresh: int
    changes: Changes
    refused: str = ""


def add_receipt(
    at: Workplace, verifier: Verifier, *, item_id: OutboxItemId, body: bytes
) -> Believed:
    """Confirm a submission by a file that came back, and whatever else the file proves.

    The key of its destination checks the signature, else the key that the kit names; where there
    is neither, the receipt is accepted unchecked, as online. Raises ``Refusal("no_receipt", why)``
    with the rule that failed, also when the file says nothing of this submission.
    """
    return _imported(at, verifier, body, item_id)


def import_receipts(at: Workplace, verifier: Verifier, *, body: bytes) -> Believed:
    """Confirm whichever submissions the receipts in a file are for; raise as above.

    The file is believed whole or not at all: one receipt that fails a rule, and nothing changes.
    A file that says that a bundle was refused confirms nothing, and is told as that.
    """
    return _imported(at, verifier, body, None)


def _imported(
    at: Workplace, verifier: Verifier, body: bytes, wanted: OutboxItemId | None
) -> Believed:
    refusal = refusal_in(body)
    if refusal is not None:
        return _refused(at, verifier, refusal)
    found: list[OutboxItem] = []
    fresh = 0
    with at.store.writing() as unit:
        for one in each_receipt(body):
            item = unit.outbox.item_of(receipt_id(one))
            if item is None:
                raise Refusal("no_receipt", why=WhyNot.OTHER_ID)
            confirmed = _believe(at, unit, verifier, item, one)
            found.append(confirmed)
            fresh += confirmed != item
        if wanted is not None and wanted not in {item.id for item in found}:
            raise Refusal("no_receipt", why=WhyNot.OTHER_ID)
    touched = changes(Touched.OUTBOX, Touched.CONVERSATIONS)
    return Believed(items=tuple(found), fresh=fresh, changes=touched)


def _refused(at: Workplace, verifier: Verifier, told: SignedRefusal) -> Believed:
    """Remember that a file was refused; nothing that was known of its items is undone by that."""
    now, statement = at.clock.now(), told.statement
    after: list[OutboxItem] = []
    with at.store.writing() as unit:
        found = {item.id: item for item in unit.outbox.items_in_bundle(statement.sha256)}
        named = (unit.outbox.item_of(one) for one in statement.ids)
        found |= {item.id: item for item in named if item is not None}
        for item in found.values():
            key = _key(unit, item, unit.outbox.submission(item.submission_id))
            if key:
                check_refusal(told, verifier(key))
            changed = next_state(item, Act.BUNDLE_REFUSED, now=now, jitter=0.5)
            unit.outbox.keep_item(changed)
            event = DeliveryEvent(at=now, what="bundle_refused", detail=statement.reason)
            unit.outbox.add_event(item.id, event)
            after.append(changed)
    touched = changes(Touched.OUTBOX, Touched.CONVERSATIONS)
    return Believed(items=tuple(after), fresh=0, changes=touched, refused=statement.reason)


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
        return unit.destinations.one(item.destination_id).receipt_key
    kit = pinned_kit(unit, unit.conversations.get(sealed.conversation_id))
    return next((one.receipt_key for one in kit.destinations if one.receipt_key), None)
