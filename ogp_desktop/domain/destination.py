"""Where submissions may go: an address and the key its receipts are checked with, no secret."""

from dataclasses import dataclass

from ogp_desktop.domain.ids import DestinationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """One receiving side.

    ``receipt_key`` is its Ed25519 public key in base64; without one a receipt is shown as
    unsigned. ``recipient`` is the age key that bundles for it are encrypted to, and ``closes`` the
    last day at which it takes anything (``YYYY-MM-DD``), where they are known. The access code
    lives in the system's keyring under the destination's id; ``code_generation`` counts how often
    it was replaced, so that a submission knows with which one it was given leave to go.
    """

    id: DestinationId
    name: str
    url: str
    protocol: str = "json"
    receipt_key: str | None = None
    recipient: str | None = None
    closes: str | None = None
    code_generation: int = 0
