"""This installation's Ed25519 key, which signs bundles: it names a program, never a person.

It is made when it is first needed and kept in the system's keyring; where a computer has none, in
a file of the data folder that its owner alone can read.
"""

import os
from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ogp_desktop.domain.bundle import KeyPlace
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.domain.secrets import Secrets

FILE_NAME = "installation.key"
_NAME = DestinationId("installation-key")
"""Under this name it lies in the keyring, beside the access codes."""
_LENGTH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallationKey:
    """``public`` is base64; ``place`` tells where the other half is kept."""

    private: Ed25519PrivateKey = field(repr=False)
    place: KeyPlace

    @property
    def public(self) -> str:
        """Return the public key, in base64."""
        return b64encode(self.private.public_key().public_bytes_raw()).decode()

    def sign(self, data: bytes) -> str:
        """Return the signature over the bytes, in base64."""
        return b64encode(self.private.sign(data)).decode()


def installation_key(secrets: Secrets, folder: Path) -> InstallationKey:
    """Return the key, made if there is none; the same one as before wherever it was kept.

    Raises ``Trouble("key_damaged")`` when the file holds no key, ``OSError`` when it cannot be
    read or written. A keyring may ask to be unlocked: call this outside the GUI thread.
    """
    file = folder / FILE_NAME
    if file.exists():
        return _of(file.read_bytes(), KeyPlace.FILE)
    kept = secrets.code(_NAME) if secrets.is_lasting else None
    if kept is not None:
        return _of(_decoded(kept), KeyPlace.KEYRING)
    raw = Ed25519PrivateKey.generate().private_bytes_raw()
    if _keyring_takes(secrets, b64encode(raw).decode()):
        return _of(raw, KeyPlace.KEYRING)
    return _of(_kept_in(file, raw), KeyPlace.FILE)


def _keyring_takes(secrets: Secrets, encoded: str) -> bool:
    """Give the key to the keyring; one that refuses tells so only afterwards."""
    if not secrets.is_lasting:
        return False
    secrets.keep(_NAME, encoded)
    return _is_kept(secrets, encoded)


def _is_kept(secrets: Secrets, encoded: str) -> bool:
    return secrets.is_lasting and secrets.code(_NAME) == encoded


def _of(raw: bytes, place: KeyPlace) -> InstallationKey:
    if len(raw) != _LENGTH:
        raise Trouble("key_damaged", path=FILE_NAME)
    return InstallationKey(private=Ed25519PrivateKey.from_private_bytes(raw), place=place)


def _decoded(kept: str) -> bytes:
    try:
        return b64decode(kept, validate=True)
    except ValueError:
        return b""


def _kept_in(file: Path, raw: bytes) -> bytes:
    """Put the key in place whole or not at all; of two programs the first one's stays."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(raw)
            out.flush()
            os.fsync(out.fileno())
        with suppress(FileExistsError):
            file.hardlink_to(fresh)
    finally:
        fresh.unlink(missing_ok=True)
    return file.read_bytes()
