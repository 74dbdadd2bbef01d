"""Where submissions may go: an address and the key its receipts are checked with, no secret."""

from dataclasses import dataclass

from ogp_desktop.domain.ids import DestinationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """One receiving side.

    ``receipt_key`` is its Ed25519 public key in base64; without one a receipt is shown as
    unsigned. ``recipient`` is the age key (``age1...``) that files for it are encrypted with;
    without one no encrypted file can be made. The access code lives in the system's keyring under
    the destination's id.
    """

    id: DestinationId
    name: str
    url: str
    protocol: str = "json"
    receipt_key: str | None = None
    recipient: str | None = None
