"""What counts as proof that a destination holds our bytes; all else it says is no receipt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from ogp_desktop.domain.canonical import aware_time, canonical_json, from_plain, strict_json
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import SubmissionId

RECEIPT_VERSION = 1
LONGEST_ANSWER = 64 * 1024
LONGEST_RETURN = 1024 * 1024
"""Bytes of the receipts that come back for a whole bundle."""

Verify = Callable[[bytes, str], bool]
"""Takes the canonical receipt and the signature in base64; tells whether the pinned key made it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The endpoint ``endpoint`` stored the bytes with this ``sha256`` under this ``id``.

    ``stored_at`` is kept as the endpoint wrote it, for the signature covers its letters; it is the
    time of the first storing, the same on every repeat.
    """

    v: int = RECEIPT_VERSION
    id: SubmissionId
    sha256: str
    endpoint: str
    stored_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedReceipt:
    """A receipt and the Ed25519 signature over its canonical bytes, in base64.

    ``is_verified`` says that the signature was checked with a pinned key; without one the receipt
    is accepted, and shown as unsigned.
    """

    receipt: Receipt
    signature: str | None = None
    is_verified: bool = False


class Proof(Protocol):
    """A receipt that was believed, and when it reached us."""

    @property
    def signed(self) -> SignedReceipt:
        """Return the receipt and its signature."""
        ...

    @property
    def received_at(self) -> datetime:
        """Return when it reached us, by our own clock."""
        ...


class WhyNot(StrEnum):
    """Why an answer is not a receipt."""

    STATUS = "status"
    TYPE = "type"
    TOO_LARGE = "too_large"
    MALFORMED = "malformed"
    OTHER_ID = "other_id"
    OTHER_CONTENT = "other_content"
    UNSIGNED = "unsigned"
    WRONG_SIGNATURE = "wrong_signature"


def receipt_bytes(receipt: Receipt) -> bytes:
    """Return the canonical bytes of a receipt: what is signed, and what is kept."""
    return canonical_json(receipt)


def stored_time(receipt: Receipt) -> datetime:
    """Return ``stored_at`` as an aware time; raise ``Refusal`` when it is not one."""
    return aware_time(receipt.stored_at, field="stored_at")


def judge_receipt(
    status: int,
    content_type: str,
    body: bytes,
    *,
    submission_id: SubmissionId,
    sha256: str,
    verify: Verify | None,
) -> SignedReceipt | WhyNot:
    """Tell whether an HTTP answer proves that exactly our bytes are stored, or why it does not.

    200 or 201, ``application/json``, at most 64 kB, our id, our digest and, where a key is pinned,
    its signature: all of them, or it is no receipt.
    """
    if status not in {200, 201}:
        return WhyNot.STATUS
    if content_type.partition(";")[0].strip().lower() != "application/json":
        return WhyNot.TYPE
    return judge_receipt_file(body, submission_id=submission_id, sha256=sha256, verify=verify)


def judge_receipt_file(
    body: bytes, *, submission_id: SubmissionId, sha256: str, verify: Verify | None
) -> SignedReceipt | WhyNot:
    """Tell the same of a receipt that came as a file, which has neither status nor type."""
    if len(body) > LONGEST_ANSWER:
        return WhyNot.TOO_LARGE
    try:
        receipt, signature = _parsed(body)
    except Refusal:
        return WhyNot.MALFORMED
    if receipt.id != submission_id:
        return WhyNot.OTHER_ID
    if receipt.sha256 != sha256:
        return WhyNot.OTHER_CONTENT
    if verify is None:
        return SignedReceipt(receipt=receipt, signature=signature)
    if signature is None:
        return WhyNot.UNSIGNED
    if not verify(receipt_bytes(receipt), signature):
        return WhyNot.WRONG_SIGNATURE
    return SignedReceipt(receipt=receipt, signature=signature, is_verified=True)


def return_bytes(bundle_id: str, receipts: Iterable[tuple[Receipt, str]]) -> bytes:
    """Return the file that comes back for a bundle: its receipts with their signatures.

    The file itself is not signed: each receipt stands for itself, as over the network.
    """
    signed = [{"receipt": receipt, "sig": signature} for receipt, signature in receipts]
    return canonical_json({"v": RECEIPT_VERSION, "bundle_id": bundle_id, "receipts": signed})


def each_receipt(body: bytes) -> tuple[bytes, ...]:
    """Return the receipts in a file, each as if it had come alone; none is judged yet.

    Raises ``Refusal("no_receipt", why)`` when the file is too large or holds none.
    """
    if len(body) > LONGEST_RETURN:
        raise Refusal("no_receipt", why=WhyNot.TOO_LARGE)
    try:
        answer = strict_json(body)
    except Refusal as refusal:
        raise Refusal("no_receipt", why=WhyNot.MALFORMED) from refusal
    if not isinstance(answer, dict) or "receipts" not in answer:
        return (body,)
    receipts = answer["receipts"]
    if answer.get("v") != RECEIPT_VERSION or not isinstance(receipts, list) or not receipts:
        raise Refusal("no_receipt", why=WhyNot.MALFORMED)
    try:
        return tuple(canonical_json(one) for one in receipts)
    except (ValueError, RecursionError) as error:  # letters that no file can hold
        raise Refusal("no_receipt", why=WhyNot.MALFORMED) from error


def receipt_id(body: bytes) -> SubmissionId:
    """Return whose receipt this says it is; raise ``Refusal("no_receipt", why)``."""
    if len(body) > LONGEST_ANSWER:
        raise Refusal("no_receipt", why=WhyNot.TOO_LARGE)
    try:
        return _parsed(body)[0].id
    except Refusal as refusal:
        raise Refusal("no_receipt", why=WhyNot.MALFORMED) from refusal


def _parsed(body: bytes) -> tuple[Receipt, str | None]:
    answer = strict_json(body)
    if not isinstance(answer, dict):
        raise Refusal("wrong_type", field="")
    receipt = from_plain(Receipt, answer.get("receipt"))
    signature = answer.get("sig")
    if receipt.v != RECEIPT_VERSION or not (signature is None or isinstance(signature, str)):
        raise Refusal("wrong_type", field="receipt.v")
    stored_time(receipt)
    return receipt, signature


def reference(sha256: str) -> str:
    """Return the short name of sealed bytes that people read to each other: "7F3C-92A1"."""
    return f"{sha256[:4]}-{sha256[4:8]}".upper()


def in_fours(sha256: str) -> str:
    """Return a digest in groups of four letters, to be compared by eye."""
    return " ".join(sha256[start : start + 4] for start in range(0, len(sha256), 4))
