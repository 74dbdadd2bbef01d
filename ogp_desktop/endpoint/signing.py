"""The endpoint's Ed25519 key: made at the first start, readable by its owner alone, never sent."""

import os
from base64 import b64encode
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ogp_desktop.domain.bundle import endpoint_named
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.receipt import Receipt, receipt_bytes

_KEY_LENGTH = 32


class Signer:
    """Signs receipts. ``public_key`` is base64; ``endpoint_id`` is a short fingerprint of it."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key
        public = key.public_key().public_bytes_raw()
        self.public_key = b64encode(public).decode()
        self.endpoint_id = endpoint_named(public)

    def sign(self, receipt: Receipt) -> str:
        """Return the signature over the canonical receipt, in base64, the same each time."""
        return self.sign_bytes(receipt_bytes(receipt))

    def sign_bytes(self, data: bytes) -> str:
        """Return the signature over any bytes, in base64."""
        return b64encode(self._key.sign(data)).decode()


def signer_at(path: Path) -> Signer:
    """Return the signer whose key is kept at ``path``, made there if there is none.

    Raises ``Trouble("key_damaged")`` when the file holds no key.
    """
    if not path.exists():
        _create(path, Ed25519PrivateKey.generate().private_bytes_raw())
    raw = path.read_bytes()
    if len(raw) != _KEY_LENGTH:
        raise Trouble("key_damaged", path=path.name)
    return Signer(Ed25519PrivateKey.from_private_bytes(raw))


def _create(path: Path, raw: bytes) -> None:
    """Put the key in place whole or not at all; of two starting workers the first one's stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        path.hardlink_to(fresh)
    fresh.unlink()
