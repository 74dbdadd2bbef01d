"""What comes back for a bundle that was refused: which file it was, and why, signed.

It proves nothing about what is stored, so nothing is confirmed or undone by it; it tells the owner
that the file has to be made, or copied, once more.
"""

from dataclasses import dataclass, field

from ogp_desktop.domain.canonical import (
    aware_time,
    canonical_json,
    from_plain,
    sha256_hex,
    strict_json,
)
from ogp_desktop.domain.carrying import age_file_in
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.receipt import LONGEST_ANSWER, Verify, WhyNot

REFUSAL_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedBundle:
    """The endpoint refused the file with this ``sha256`` for the ``reason``, whole.

    ``ids`` are the submissions in it, as far as it could be read; ``item`` the one to blame.
    """

    v: int = REFUSAL_VERSION
    sha256: str
    endpoint: str
    reason: str
    refused_at: str
    ids: tuple[SubmissionId, ...] = ()
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedRefusal:
    """A statement and its Ed25519 signature in base64."""

    statement: RefusedBundle
    signature: str | None = field(default=None, repr=False)


def bundle_digest(data: bytes) -> str:
    """Return the SHA-256 of a bundle as its maker knows it, whatever a mail did to its lines."""
    return sha256_hex(age_file_in(data) or data)


def refusal_bytes(statement: RefusedBundle) -> bytes:
    """Return what is signed: it names itself, so that it passes for nothing else."""
    return canonical_json({"refused": statement})


def refusal_in(body: bytes) -> SignedRefusal | None:
    """Return the refusal that a file holds; ``None`` when it is something else.

    Raises ``Refusal("no_receipt", why)`` when it says that it is one and is not as one should be.
    """
    if len(body) > LONGEST_ANSWER:
        return None
    try:
        answer = strict_json(body)
    except Refusal:
        return None
    if not isinstance(answer, dict) or "refused" not in answer:
        return None
    try:
        statement = from_plain(RefusedBundle, answer["refused"])
        aware_time(statement.refused_at, field="refused_at")
    except Refusal as error:
        raise Refusal("no_receipt", why=WhyNot.MALFORMED) from error
    signature = answer.get("sig")
    is_signed_well = signature is None or isinstance(signature, str)
    if statement.v != REFUSAL_VERSION or not is_signed_well:
        raise Refusal("no_receipt", why=WhyNot.MALFORMED)
    return SignedRefusal(statement=statement, signature=signature)


def check_refusal(told: SignedRefusal, verify: Verify) -> None:
    """Raise ``Refusal("no_receipt", why)`` unless the pinned key signed it."""
    if told.signature is None:
        raise Refusal("no_receipt", why=WhyNot.UNSIGNED)
    if not verify(refusal_bytes(told.statement), told.signature):
        raise Refusal("no_receipt", why=WhyNot.WRONG_SIGNATURE)
