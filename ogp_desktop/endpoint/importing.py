"""What the people of an endpoint do with bundles: make the key, open them, give receipts back."""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ogp_desktop.domain.bundle import LARGEST_BUNDLE
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.endpoint.bundles import Imported, Opener, import_bundle, opener_at
from ogp_desktop.endpoint.serve import key_file
from ogp_desktop.endpoint.signing import signer_at
from ogp_desktop.endpoint.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A bundle that was imported, and the file with its receipts that is to be given back."""

    imported: Imported
    file: Path


def make_identity(path: Path) -> Opener:
    """Make the private key that bundles are opened with, readable by its owner alone.

    A key that is there already stays, and is returned. Raises ``Refusal("identity_bad")``.
    """
    import pyrage  # type: ignore[import-untyped]

    if not path.exists():
        made = pyrage.x25519.Identity.generate()
        words = f"# public key: {made.to_public()}\n{made}\n"
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(words)
            file.flush()
            os.fsync(file.fileno())
    return opener_at(path)


def import_file(
    database_url: str, file: Path, to: Path, *, identity: Path, key: Path | None = None
) -> Returned:
    """Import one bundle and write ``receipt-<bundle-id>.json`` into ``to``.

    Raises ``Refusal`` when the bundle is refused, whole.
    """
    with file.open("rb") as opened:
        data = opened.read(LARGEST_BUNDLE + 1)
    opener, signer = opener_at(identity), signer_at(key or key_file(database_url))
    with closing(Store(database_url)) as store:
        return _returned(import_bundle(store, signer, opener, data, now=_now()), to)


def import_kept(
    database_url: str, to: Path, *, identity: Path, key: Path | None = None
) -> Iterator[Returned | Refusal]:
    """Import the bundles that couriers brought, one after the other; a refused one stops no other.

    A courier who asks again is given the receipts.
    """
    opener, signer = opener_at(identity), signer_at(key or key_file(database_url))
    with closing(Store(database_url)) as store:
        for data in store.bundles.waiting():
            try:
                imported = import_bundle(store, signer, opener, data, now=_now())
            except Refusal as refusal:
                yield refusal
                continue
            store.bundles.answer(data, imported.receipts)
            yield _returned(imported, to)


def _returned(imported: Imported, to: Path) -> Returned:
    """Write the receipts whole or not at all."""
    to.mkdir(parents=True, exist_ok=True)
    file = to / f"receipt-{imported.bundle_id}.json"
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        part.write_bytes(imported.receipts)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return Returned(imported=imported, file=file)


def _now() -> datetime:
    return datetime.now(UTC)
