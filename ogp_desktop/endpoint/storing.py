"""Storing one submission, whichever way it came, and the signed receipt that answers it."""

from datetime import datetime

from ogp_desktop.domain.canonical import canonical_json, sha256_hex
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.receipt import Receipt
from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.endpoint.signing import Signer
from ogp_desktop.endpoint.store import Store


def stored_answer(
    store: Store, signer: Signer, data: bytes, *, now: datetime, named: str | None = None
) -> tuple[bytes, bool]:
    """Store the bytes once; return the receipt with its signature, and whether they are new.

    Raises ``Refusal`` as ``stored_receipt``.
    """
    receipt, is_new = stored_receipt(store, signer, data, now=now, named=named)
    return canonical_json({"receipt": receipt, "sig": signer.sign(receipt)}), is_new


def stored_receipt(
    store: Store, signer: Signer, data: bytes, *, now: datetime, named: str | None = None
) -> tuple[Receipt, bool]:
    """Store the bytes once; return what is to be signed, and whether they are new.

    Raises ``Refusal``: of the submission's own rules, ``"other_id"`` when it is not the one that
    was ``named``, ``"withdrawn"`` when what stood under its id was taken back, and ``"conflict"``
    when it is stored with other content.
    """
    submission = submission_from_bytes(data)
    if named is not None and submission.id != named:
        raise Refusal("other_id", field="id")
    stored, is_new = store.add(submission, data, now=now)
    if stored.withdrawn_at is not None:
        raise Refusal("withdrawn", id=submission.id)
    if stored.sha256 != sha256_hex(data):
        raise Refusal("conflict", id=submission.id)
    receipt = Receipt(
        id=stored.id,
        sha256=stored.sha256,
        endpoint=signer.endpoint_id,
        stored_at=stored.stored_at,
    )
    return receipt, is_new
