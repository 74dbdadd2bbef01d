"""What counts as proof that a destination keeps our words no longer; all else it says is none.

The other side signs that what stood under an id was withdrawn, and when. The id is enough: a
receipt, or the sealed bytes, say which words those were.
"""

from dataclasses import dataclass
from datetime import datetime

from ogp_desktop.domain.canonical import aware_time, canonical_json, from_plain, strict_json
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.receipt import LONGEST_ANSWER, Verify, WhyNot

WITHDRAWN_VERSION = 1
_TYPES = {200: "application/json", 410: "application/problem+json"}
"""Done now, and done before: a repeat after a lost answer is told the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """The endpoint ``endpoint`` took away what it had stored under this ``id``.

    ``withdrawn_at`` is kept as the endpoint wrote it; it is the time of the first withdrawal, the
    same on every repeat.
    """

    v: int = WITHDRAWN_VERSION
    id: SubmissionId
    endpoint: str
    withdrawn_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedWithdrawn:
    """A statement and its Ed25519 signature in base64; ``is_verified`` as of a receipt."""

    statement: Withdrawn
    signature: str | None = None
    is_verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnProof:
    """A statement that was believed, and when it reached us by our own clock."""

    signed: SignedWithdrawn
    received_at: datetime


def withdrawn_bytes(statement: Withdrawn) -> bytes:
    """Return what is signed: it names itself, so that it passes for nothing else."""
    return canonical_json({"withdrawn": statement})


def withdrawn_time(statement: Withdrawn) -> datetime:
    """Return ``withdrawn_at`` as an aware time; raise ``Refusal`` when it is not one."""
    return aware_time(statement.withdrawn_at, field="withdrawn_at")


def judge_withdrawn(
    status: int,
    content_type: str,
    body: bytes,
    *,
    submission_id: SubmissionId,
    verify: Verify | None,
) -> SignedWithdrawn | WhyNot:
    """Tell whether an HTTP answer proves that this submission was withdrawn, or why it does not.

    200 as JSON or 410 as a problem, at most 64 kB, our id and, where a key is pinned, its
    signature: all of them, or nothing is proved.
    """
    if status not in _TYPES:
        return WhyNot.STATUS
    if content_type.partition(";")[0].strip().lower() != _TYPES[status]:
        return WhyNot.TYPE
    if len(body) > LONGEST_ANSWER:
        return WhyNot.TOO_LARGE
    try:
        statement, signature = _parsed(body)
    except Refusal:
        return WhyNot.MALFORMED
    if statement.id != submission_id:
        return WhyNot.OTHER_ID
    if verify is None:
        return SignedWithdrawn(statement=statement, signature=signature)
    if signature is None:
        return WhyNot.UNSIGNED
    if not verify(withdrawn_bytes(statement), signature):
        return WhyNot.WRONG_SIGNATURE
    return SignedWithdrawn(statement=statement, signature=signature, is_verified=True)


def _parsed(body: bytes) -> tuple[Withdrawn, str | None]:
    answer = strict_json(body)
    if not isinstance(answer, dict):
        raise Refusal("wrong_type", field="")
    statement = from_plain(Withdrawn, answer.get("withdrawn"))
    signature = answer.get("sig")
    if statement.v != WITHDRAWN_VERSION or not (signature is None or isinstance(signature, str)):
        raise Refusal("wrong_type", field="withdrawn.v")
    withdrawn_time(statement)
    return statement, signature
