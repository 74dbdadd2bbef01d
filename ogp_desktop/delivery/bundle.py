"""Writes a bundle: signed, then encrypted for its recipient alone, and on the disk whole or not.

The bytes of each submission are those that were sealed, the same as over the network.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ogp_desktop.delivery.installation_key import InstallationKey
from ogp_desktop.domain.bundle import LARGEST_BUNDLE, Contents, KeyPlace, bundle_name, packed
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.refused_bundle import bundle_digest
from ogp_desktop.paths import flush_folder


def sealed_bundle(contents: Contents, key: InstallationKey, *, is_armoured: bool = False) -> bytes:
    """Return the encrypted bytes of a bundle, as text for an e-mail if it is to be armoured.

    Raises ``Refusal``: ``bad_recipient`` when the key to encrypt for is none, or
    ``bundle_too_large``.
    """
    import pyrage  # type: ignore[import-untyped]

    try:
        recipient = pyrage.x25519.Recipient.from_str(contents.recipient)
    except pyrage.RecipientError as error:
        raise Refusal("bad_recipient", field="recipient") from error
    tar = packed(contents, key.public, key.sign)
    data: bytes = pyrage.encrypt(tar, [recipient], armored=is_armoured)
    if len(data) > LARGEST_BUNDLE:
        raise Refusal("bundle_too_large", limit=LARGEST_BUNDLE)
    return data


@dataclass(frozen=True, slots=True, kw_only=True)
class FileWriter:
    """Writes bundles to ``to``: a folder that is there, or the name of a file in one."""

    key: InstallationKey
    to: Path
    is_armoured: bool = False

    @property
    def key_place(self) -> KeyPlace:
        """Return where the key that signs is kept."""
        return self.key.place

    def stage(self, contents: Contents) -> "StagedFile":
        """Write a bundle beside its place, flushed to the disk; raise ``OSError``, ``Refusal``."""
        data = sealed_bundle(contents, self.key, is_armoured=self.is_armoured)
        target = self.to / bundle_name(contents.bundle_id) if self.to.is_dir() else self.to
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        staged = StagedFile(part=part, target=target, digest=bundle_digest(data))
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
        except BaseException:
            staged.discard()
            raise
        return staged


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedFile:
    """A bundle on the disk under a name of the meantime."""

    part: Path
    target: Path
    digest: str

    def place(self) -> str:
        """Give it its own name; return where it is. Raises ``OSError``."""
        self.part.replace(self.target)
        flush_folder(self.target.parent)
        return str(self.target)

    def discard(self) -> None:
        """Take it away again, if it has not its own name already."""
        with suppress(OSError):
            self.part.unlink(missing_ok=True)
