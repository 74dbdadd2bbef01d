"""Taking a submission back: whoever holds its bytes may, and nobody who only knows its id."""

from datetime import datetime
from hmac import compare_digest

from ogp_desktop.domain.canonical import canonical_json
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.withdrawal import withdrawal_proof
from ogp_desktop.domain.withdrawn import Withdrawn, withdrawn_bytes
from ogp_desktop.endpoint.problems import ProblemError
from ogp_desktop.endpoint.signing import Signer
from ogp_desktop.endpoint.store import Store


def withdraw(
    store: Store, signer: Signer, submission_id: str, proof: str, *, now: datetime
) -> bytes:
    """Take the content away for good, leave a row that says so, and return what proves it.

    Raises a problem: 404 where nothing is stored, 410 with the same proof where it was withdrawn
    before (so a repeat after a lost answer is told that it is done), 428 without a proof of holding
    the bytes, and 403 with a wrong one.
    """
    if not proof:
        raise ProblemError(428, "proof_needed")
    body = store.body(submission_id)
    if body is not None and not compare_digest(withdrawal_proof(body).encode(), proof.encode()):
        raise ProblemError(403, "wrong_proof")
    if body is not None and store.empty(submission_id, now=now):
        return canonical_json(_proof(signer, submission_id, now.isoformat()))
    withdrawn_at = store.withdrawn_at(submission_id)
    if withdrawn_at is None:
        raise ProblemError(404, "not_stored")
    raise ProblemError(410, "withdrawn", None, **_proof(signer, submission_id, withdrawn_at))


def _proof(signer: Signer, submission_id: str, withdrawn_at: str) -> dict[str, object]:
    statement = Withdrawn(
        id=SubmissionId(submission_id), endpoint=signer.endpoint_id, withdrawn_at=withdrawn_at
    )
    return {"withdrawn": statement, "sig": signer.sign_bytes(withdrawn_bytes(statement))}


def gone(store: Store, submission_id: str) -> ProblemError:
    """Return why nothing is under this id."""
    if store.withdrawn_at(submission_id) is not None:
        return ProblemError(410, "withdrawn")
    return ProblemError(404, "not_found")
