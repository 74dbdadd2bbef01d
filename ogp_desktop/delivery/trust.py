"""Receipts are believed when they verify with the one public key pinned for a destination."""

from base64 import b64decode
from binascii import Error as NotBase64Error

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.receipt import Verify


def ed25519_verifier(public_key: str) -> Verify:
    """Return a check of Ed25519 signatures (RFC 8032) by this key, 32 bytes in base64.

    Raises ``Refusal("bad_key", field="receipt_key")`` when it is no such key.
    """
    try:
        key = Ed25519PublicKey.from_public_bytes(b64decode(public_key, validate=True))
    except ValueError as error:
        raise Refusal("bad_key", field="receipt_key") from error

    def verify(data: bytes, signature: str) -> bool:
        try:
            key.verify(b64decode(signature, validate=True), data)
        except (InvalidSignature, NotBase64Error, ValueError):
            return False
        return True

    return verify
