"""The list of what was sealed, with ids, digests and receipts, as a table for other people's tools.

It proves nothing by itself: whoever doubts it compares the digests, and checks the signatures.
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import StringIO

from ogp_desktop.domain.receipt import receipt_bytes, reference
from ogp_desktop.domain.withdrawal import Withdrawal
from ogp_desktop.domain.withdrawn import withdrawn_bytes
from ogp_desktop.services.outbox_reading import Dispatch
from ogp_desktop.storage.outbox import KeptReceipt

COLUMNS = (
    "reference",
    "submission_id",
    "revision",
    "replaces",
    "title",
    "state",
    "sha256",
    "bytes",
    "sealed_at",
    "destination",
    "address",
    "attempts",
    "last_attempt_at",
    "last_outcome",
    "may_have_arrived",
    "handed_over_at",
    "handed_over_by",
    "receipt_endpoint",
    "receipt_stored_at",
    "receipt_came_at",
    "receipt_signature",
    "receipt_checked",
    "receipt_text",
    "withdrawal",
    "withdrawal_asked_at",
    "withdrawal_attempts",
    "withdrawal_last_outcome",
    "withdrawn_there_at",
    "withdrawal_answer_came_at",
    "withdrawal_signature",
    "withdrawal_checked",
    "withdrawal_text",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would take a cell that begins so for something to be worked out."""


def evidence_csv(found: Iterable[Dispatch]) -> bytes:
    """Return the table in UTF-8, marked as such, so that spreadsheets read every letter."""
    page = StringIO(newline="")
    table = csv.writer(page)
    table.writerow(COLUMNS)
    for one in found:
        table.writerow([_cell(value) for value in _row(one)])
    return page.getvalue().encode("utf-8-sig")


def _row(one: Dispatch) -> Iterator[object]:
    item, sealed, kept = one.item, one.sealed, one.receipt
    tries = [event for event in one.history if event.what == "attempt"]
    by_hand = [event for event in one.history if event.what == "handed_over"]
    yield from (reference(sealed.sha256), sealed.id, sealed.revision, sealed.replaces_id)
    yield from (one.conversation.preparation.title, one.state_name, sealed.sha256)
    yield from (len(sealed.body), sealed.sealed_at)
    yield from (one.destination.name, one.destination.url) if one.destination else (None, None)
    yield from (item.attempts, tries[-1].at if tries else None, item.reason and item.reason.value)
    yield "yes" if item.maybe_stored else "no"
    yield from (by_hand[-1].at, by_hand[-1].detail) if by_hand else (None, None)
    yield from _receipt(kept) if kept else (None,) * 6
    yield from _withdrawal(one.withdrawal) if one.withdrawal else (None,) * 9


def _receipt(kept: KeptReceipt) -> Iterator[object]:
    signed = kept.signed
    yield from (signed.receipt.endpoint, signed.receipt.stored_at, kept.received_at)
    yield from (signed.signature, "yes" if signed.is_verified else "no")
    yield receipt_bytes(signed.receipt).decode()


def _withdrawal(one: Withdrawal) -> Iterator[object]:
    yield from (one.state.value, one.asked_at, one.attempts, one.reason and one.reason.value)
    if one.proof is None:
        yield from (None,) * 5
        return
    yield from (one.proof.statement.withdrawn_at, one.proved_at)
    yield from (one.proof.signature, "yes" if one.proof.is_verified else "no")
    yield withdrawn_bytes(one.proof.statement).decode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
