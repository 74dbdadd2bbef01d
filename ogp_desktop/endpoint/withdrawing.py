"""Taking a submission back: whoever holds its bytes may, and nobody who only knows its id."""

from datetime import datetime
from hmac import compare_digest

from ogp_desktop.domain.withdrawal import withdrawal_proof
from ogp_desktop.endpoint.problems import ProblemError
from ogp_desktop.endpoint.store import Store


def withdraw(store: Store, submission_id: str, proof: str, *, now: datetime) -> None:
    """Take the content away for good and leave a row that says so.

    Raises a problem: 404 where nothing is stored, 410 where it was withdrawn before (so a repeat
    after a lost answer is told that it is done), 428 without a proof, and 403 with a wrong one.
    """
    if not proof:
        raise ProblemError(428, "proof_needed")
    body = store.body(submission_id)
    if body is not None and not compare_digest(withdrawal_proof(body).encode(), proof.encode()):
        raise ProblemError(403, "wrong_proof")
    if body is None or not store.empty(submission_id, now=now):
        raise gone(store, submission_id)


def gone(store: Store, submission_id: str) -> ProblemError:
    """Return why nothing is under this id."""
    if store.is_withdrawn(submission_id):
        return ProblemError(410, "withdrawn")
    return ProblemError(404, "not_found")
