"""A sealed sample, the parcel it makes, and a receipt such as an endpoint would give for it."""

from ogp_desktop.domain.canonical import canonical_json
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.receipt import Receipt
from ogp_desktop.domain.sealing import SealedSubmission, seal
from ogp_desktop.endpoint.signing import Signer
from tests.support.submissions import NOW, sample_submission

SEALED = seal(sample_submission())


def parcel(sealed: SealedSubmission = SEALED, attempt: int = 1) -> Parcel:
    """Return the parcel of a sealed submission."""
    return Parcel(
        submission_id=sealed.submission.id,
        data=sealed.data,
        sha256=sealed.sha256,
        attempt=attempt,
    )


def receipt_body(
    signer: Signer, sealed: SealedSubmission = SEALED, *, submission_id: str | None = None
) -> bytes:
    """Return a receipt for the sample, signed; for another id if one is given."""
    receipt = Receipt(
        id=SubmissionId(submission_id or sealed.submission.id),
        sha256=sealed.sha256,
        endpoint=signer.endpoint_id,
        stored_at=NOW.isoformat(),
    )
    return canonical_json({"receipt": receipt, "sig": signer.sign(receipt)})
