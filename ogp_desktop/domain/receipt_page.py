"""What a person holds in hand of one submission: what it is, how it went, and what proves it."""

from dataclasses import dataclass
from datetime import datetime

from ogp_desktop.domain.receipt import Proof
from ogp_desktop.domain.submission import Submission
from ogp_desktop.domain.withdrawn import WithdrawnProof


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPage:
    """Without a ``proof`` the page says that there is no receipt yet.

    ``way`` is "internet", "file", "text" or "paper", and nothing while it is only saved here;
    ``to`` names the destination where one is known. ``is_in_their_words``: the proof is a document
    of the other side, and no note of what its server answered. ``withdrawal`` proves that what the
    receipt was for is kept there no longer.
    """

    title: str
    submission: Submission
    sha256: str
    made_at: datetime
    handed_over_at: datetime | None = None
    way: str | None = None
    to: str | None = None
    proof: Proof | None = None
    is_in_their_words: bool = True
    withdrawal: WithdrawnProof | None = None
