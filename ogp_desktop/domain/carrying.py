"""Carrying somebody else's bundle: a courier learns whether it arrived, and nothing of its content.

What comes back are the receipts for its owner. The courier checks that they are receipts, and their
signatures where a key is set; only the owner can tell whether they are for what was sealed.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from ogp_desktop.domain.canonical import from_plain, strict_json
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.receipt import (
    LONGEST_RETURN,
    Receipt,
    Verify,
    each_receipt,
    receipt_bytes,
)

_HEAD = b"age-encryption.org/v1\n"
_BEGIN = b"-----BEGIN AGE ENCRYPTED FILE-----"
_END = b"-----END AGE ENCRYPTED FILE-----"


class CarriedState(StrEnum):
    """What became of a bundle that was carried."""

    RECEIPTS = "receipts"
    KEPT = "kept"
    """It is kept there until somebody opens it; asking again brings the receipts then."""
    REFUSED = "refused"
    """It was looked at and refused; what came back says why, and belongs to its owner."""
    NOT_TAKEN = "not_taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """One try to carry a bundle; ``receipts`` is the file to take back to its owner, also when it
    says that the bundle was refused.

    ``kind`` tells what the answer was where the bundle was not taken, ``reason`` why the other side
    says that it refused it: ``bundle_damaged``, ``bundle_locked`` ...
    """

    state: CarriedState
    receipts: bytes = field(default=b"", repr=False)
    kind: OutcomeKind = OutcomeKind.CONFIRMED
    reason: str = ""


class Carrier(Protocol):
    """A way for bundles to one destination."""

    def carry(self, data: bytes, *, deadline_s: float) -> Carried:
        """Send the bundle once; never raises for what the network or the server does."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...


def age_file_in(data: bytes) -> bytes | None:
    """Return the age file that this is, or that stands as armoured text in a mail; else ``None``.

    Mail programs change the ends of lines, and people write above and below.
    """
    if data.startswith(_HEAD):
        return data
    start, end = data.find(_BEGIN), data.find(_END)
    if start < 0 or end < start:
        return None
    lines = data[start : end + len(_END)].splitlines()
    return b"\n".join(line.strip() for line in lines) + b"\n"


def are_receipts(body: bytes, verify: Verify | None) -> bool:
    """Tell whether a file holds receipts, signed with the key that is set if there is one."""
    if len(body) > LONGEST_RETURN:
        return False
    try:
        return all(_is_receipt(one, verify) for one in each_receipt(body))
    except Refusal:
        return False


def _is_receipt(body: bytes, verify: Verify | None) -> bool:
    answer = strict_json(body)
    if not isinstance(answer, dict):
        return False
    receipt = from_plain(Receipt, answer.get("receipt"))
    signature = answer.get("sig")
    if verify is None:
        return True
    return isinstance(signature, str) and verify(receipt_bytes(receipt), signature)
