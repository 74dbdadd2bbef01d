"""What must hold of every delivery, read with the standard library and none of the program's code.

Confirmed is a part of stored; what is not confirmed has its bytes on disk, whole; after the faults
there is exactly one row for each sealed id, byte for byte.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ogp_desktop.domain.sealing import SealedSubmission
from tests.support.ledger import Ledger

STATES = {"ready", "held", "sending", "waiting", "attention", "handed_over"}
STATES |= {"confirmed", "withdrawn"}


@dataclass(frozen=True, slots=True)
class Kept:
    """One sealed submission as the data file has it."""

    body: bytes
    sha256: str
    state: str
    attempts: int
    has_receipt: bool


def bytes_of(*all_sealed: SealedSubmission) -> dict[str, bytes]:
    """Return what was sealed, by id."""
    return {str(one.submission.id): one.data for one in all_sealed}


def kept_in(file: Path) -> dict[str, Kept]:
    """Return what the data file has of each sealed submission."""
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute(
            "SELECT s.id, s.body, s.sha256, i.state, i.attempts, r.item_id IS NOT NULL "
            "FROM submission s JOIN outbox_item i ON i.submission_id = s.id "
            "LEFT JOIN receipt r ON r.item_id = i.id"
        ).fetchall()
    return {row[0]: Kept(row[1], row[2], row[3], row[4], bool(row[5])) for row in rows}


def check_nothing_lost(
    file: Path, sealed: Mapping[str, bytes], stored: Mapping[str, bytes]
) -> dict[str, Kept]:
    """Hold what must be true at any moment, faults or not."""
    kept = kept_in(file)
    assert kept.keys() == sealed.keys(), "a sealed submission is gone from the data file"
    strangers = stored.keys() - sealed.keys()
    assert not strangers, f"stored under an id that was never sealed: {strangers}"
    for one, body in stored.items():
        assert body == sealed[one], f"{one} was stored with other bytes"
    for one, now in kept.items():
        is_confirmed = now.state == "confirmed"
        may_be = {"confirmed", "withdrawn"} if now.has_receipt else STATES - {"confirmed"}
        assert now.state in may_be, f"{one}: {now.state}, receipt {now.has_receipt}"
        assert not is_confirmed or one in stored, f"{one} is confirmed and not stored"
        assert now.body == sealed[one], f"the bytes of {one} have changed"
        assert sha256(now.body).hexdigest() == now.sha256, f"the digest of {one} has changed"
    return kept


def check_delivered_once(
    file: Path, sealed: Mapping[str, bytes], stored: Mapping[str, bytes]
) -> None:
    """Hold what must be true when the faults have stopped and everything due was tried."""
    kept = check_nothing_lost(file, sealed, stored)
    assert stored.keys() == sealed.keys(), f"never arrived: {sealed.keys() - stored.keys()}"
    left = {one: now.state for one, now in kept.items() if now.state != "confirmed"}
    assert not left, f"arrived and not confirmed: {left}"


def check_same_bytes(ledger: Ledger, sealed: Mapping[str, bytes]) -> None:
    """Hold every request for an id to the bytes that were sealed, whichever attempt it was."""
    for request in ledger.seen:
        digest = sha256(sealed.get(request.id, b"")).hexdigest()
        assert request.sha256 == digest, f"attempt {request.number} of {request.id} differs"
