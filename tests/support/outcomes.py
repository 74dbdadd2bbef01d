"""What attempts to deliver may tell, for the tests of items and of destinations."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.receipt import Receipt, SignedReceipt

NOW = datetime(2022, 7, 6, 9, 0, tzinfo=UTC)
SUBMISSION = SubmissionId("7f3e92c4-5b1d-4c55-9a5e-0d7c5e1b2a10")
PROOF = SignedReceipt(
    receipt=Receipt(id=SUBMISSION, sha256="0" * 64, endpoint="e", stored_at=NOW.isoformat())
)
CONFIRMED = Outcome(kind=OutcomeKind.CONFIRMED, bytes_may_have_left=True, receipt=PROOF)


def told(kind: OutcomeKind, *, left: bool = True, **more: Any) -> Outcome:
    return Outcome(kind=kind, bytes_may_have_left=left, **more)


OUTCOMES = st.one_of(
    st.just(CONFIRMED),
    st.builds(
        Outcome,
        kind=st.sampled_from(sorted(set(OutcomeKind) - {OutcomeKind.CONFIRMED})),
        bytes_may_have_left=st.booleans(),
        status=st.none() | st.integers(100, 599),
        retry_after_s=st.none() | st.floats(),
    ),
)
