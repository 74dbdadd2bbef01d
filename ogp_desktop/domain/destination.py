"""Where submissions may go: an address and the key its receipts are checked with, no secret."""

import re
from dataclasses import dataclass

from ogp_desktop.domain.ids import DestinationId

JSON, OPENROSA = "json", "openrosa"
KEY_PLACE = "*"
"""Stands in an address for a key that is part of it, and is kept in the keyring."""

_KEY = re.compile(r"(?P<before>/(?:key|test|collector)/)(?P<key>[^/]{16,})(?=/|$)")
"""ODK Central gives each app user an address with a key in it; KoboToolbox does, for collectors."""
_SUBMISSION = "/submission"


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """One receiving side.

    ``receipt_key`` is its Ed25519 public key in base64; without one a receipt is shown as
    unsigned. ``recipient`` is the age key (``age1...``) that files for it are encrypted with;
    without one no encrypted file can be made. ``closes`` is the last day at which it takes anything
    (``YYYY-MM-DD``), where it is known. The access code lives in the system's keyring under the
    destination's id; ``code_generation`` counts how often it was replaced, so that a submission
    knows with which one it was given leave to go.

    An OpenRosa server may call the version of the form otherwise than we do, and may want it
    encrypted: ``form_version`` and ``form_key`` (the form's ``base64RsaPublicKey``) say so.
    """

    id: DestinationId
    name: str
    url: str
    protocol: str = JSON
    receipt_key: str | None = None
    recipient: str | None = None
    closes: str | None = None
    code_generation: int = 0
    form_version: str | None = None
    form_key: str | None = None


def without_key(url: str) -> tuple[str, str | None]:
    """Return an OpenRosa address as it is stored, and the key that stood in it.

    What a form of such a server adds to its address itself is left out.
    """
    cleaned = url.strip().rstrip("/").removesuffix(_SUBMISSION).rstrip("/")
    found = _KEY.search(cleaned)
    if found is None:
        return cleaned, None
    return _KEY.sub(rf"\g<before>{KEY_PLACE}", cleaned, count=1), found["key"]


def has_key_place(url: str) -> bool:
    """Tell whether a key belongs into the address."""
    return f"/{KEY_PLACE}/" in f"{url}/"


def submission_url(url: str, key: str | None) -> str:
    """Return where an OpenRosa server takes submissions; with its key, this is a secret."""
    whole = f"{url}/".replace(f"/{KEY_PLACE}/", f"/{key}/", 1) if key else f"{url}/"
    return whole.rstrip("/") + _SUBMISSION
