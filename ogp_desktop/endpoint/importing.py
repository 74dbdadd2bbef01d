"""What the people of an endpoint do with bundles: make the key, open them, give receipts back."""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ogp_desktop.domain.bundle import LARGEST_BUNDLE
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.refused_bundle import bundle_digest
from ogp_desktop.endpoint.bundles import (
    Imported,
    Opener,
    import_bundle,
    is_refusal,
    opener_at,
    refusal_answer,
)
from ogp_desktop.endpoint.serve import key_file
from ogp_desktop.endpoint.signing import Signer, signer_at
from ogp_desktop.endpoint.store import Store
from ogp_desktop.paths import write_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A bundle that was imported, and the file with its receipts that is to be given back."""

    imported: Imported
    file: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedDown:
    """A bundle that was refused, and the answer that says why, with the file to be given back."""

    refusal: Refusal
    answer: bytes
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
) -> Returned | TurnedDown:
    """Import one bundle; write ``receipt-<bundle-id>.json`` into ``to``, or why it is refused."""
    with file.open("rb") as opened:
        data = opened.read(LARGEST_BUNDLE + 1)
    opener, signer = opener_at(identity), signer_at(key or key_file(database_url))
    with closing(Store(database_url)) as store:
        try:
            return _returned(import_bundle(store, signer, opener, data, now=_now()), to)
        except Refusal as refusal:
            return _turned_down(signer, data, refusal, to)


def import_kept(
    database_url: str,
    to: Path,
    *,
    identity: Path,
    key: Path | None = None,
    is_again: bool = False,
) -> Iterator[Returned | TurnedDown]:
    """Import the bundles that couriers brought, one after the other; a refused one stops no other.

    A courier who asks again is given the receipts, or the reason; with ``is_again`` those that were
    refused before, with another key for example, are looked at once more.
    """
    opener, signer = opener_at(identity), signer_at(key or key_file(database_url))
    with closing(Store(database_url)) as store:
        for data in store.bundles.waiting(lambda answer: is_again and is_refusal(answer)):
            try:
                imported = import_bundle(store, signer, opener, data, now=_now())
            except Refusal as refusal:
                turned_down = _turned_down(signer, data, refusal, to)
                store.bundles.answer(data, turned_down.answer)
                yield turned_down
                continue
            store.bundles.answer(data, imported.receipts)
            yield _returned(imported, to)


def _returned(imported: Imported, to: Path) -> Returned:
    file = _written(to, f"receipt-{imported.bundle_id}.json", imported.receipts)
    return Returned(imported=imported, file=file)


def _turned_down(signer: Signer, data: bytes, refusal: Refusal, to: Path) -> TurnedDown:
    answer = refusal_answer(signer, data, refusal, now=_now())
    file = _written(to, f"refused-{bundle_digest(data)[:16]}.json", answer)
    return TurnedDown(refusal=refusal, answer=answer, file=file)


def _written(to: Path, name: str, data: bytes) -> Path:
    to.mkdir(parents=True, exist_ok=True)
    write_whole(to / name, data)
    return to / name


def _now() -> datetime:
    return datetime.now(UTC)
