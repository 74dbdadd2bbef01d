"""Reads bundles that came on a USB stick, by e-mail or through a courier, and signs for each item.

A bundle is checked whole before its first item is stored; each item is then stored exactly as a
``PUT`` would store it, so that the network and any number of bundles together make one record.
"""

from base64 import b64decode
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ogp_desktop.domain.bundle import LARGEST_BUNDLE, Bundle, BundleItem, unpacked
from ogp_desktop.domain.canonical import canonical_json, sha256_hex
from ogp_desktop.domain.carrying import age_file_in
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.receipt import Receipt, return_bytes
from ogp_desktop.domain.refused_bundle import (
    RefusedBundle,
    bundle_digest,
    refusal_bytes,
    refusal_in,
)
from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.endpoint.problems import ProblemError
from ogp_desktop.endpoint.signing import Signer
from ogp_desktop.endpoint.store import Store
from ogp_desktop.endpoint.storing import stored_receipt

if TYPE_CHECKING:
    from pyrage.x25519 import Identity  # type: ignore[import-untyped]

REFUSED = 422
_COMMENT = "#"
_LONGEST_IDENTITY = 64 * 1024


@dataclass(frozen=True, slots=True)
class Opener:
    """The private key that bundles for this endpoint are opened with."""

    identity: "Identity"

    @property
    def recipient(self) -> str:
        """Return the public key that people encrypt for, ``age1...``."""
        return str(self.identity.to_public())


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came of a bundle: the file to give back, and how many of its items were not here yet."""

    bundle_id: str
    receipts: bytes
    items: int
    fresh: int


def opener_at(path: Path) -> Opener:
    """Return the first identity in a file as ``age-keygen`` writes it.

    Raises ``Refusal("identity_bad")`` when it holds none.
    """
    import pyrage  # type: ignore[import-untyped]

    try:
        with path.open("rb") as file:
            lines = file.read(_LONGEST_IDENTITY).decode().splitlines()
        keys = [line.strip() for line in lines if not line.startswith(_COMMENT) and line.strip()]
        return Opener(pyrage.x25519.Identity.from_str(keys[0]))
    except (pyrage.IdentityError, IndexError, UnicodeDecodeError) as error:
        raise Refusal("identity_bad", path=path.name) from error


def opened_bundle(data: bytes, opener: Opener, signer: Signer) -> Bundle:
    """Decrypt a bundle and check all of it, its items too; nothing is stored.

    Raises ``Refusal``: ``bundle_too_large``, ``bundle_locked`` when it is encrypted for another
    key, ``bundle_damaged``, or whatever ``unpacked`` finds.
    """
    if len(data) > LARGEST_BUNDLE:
        raise Refusal("bundle_too_large", limit=LARGEST_BUNDLE)
    bundle = unpacked(
        _decrypted(data, opener),
        recipient=opener.recipient,
        endpoint=signer.endpoint_id,
        verify=_is_signed_by,
    )
    for name, body in bundle.bodies.items():
        try:
            submission = submission_from_bytes(body)
        except Refusal as refusal:
            raise Refusal("bundle_item", id=name, reason=refusal.code) from refusal
        if submission.id != name:
            raise Refusal("bundle_item", id=name, reason="other_id")
    return bundle


def import_bundle(
    store: Store, signer: Signer, opener: Opener, data: bytes, *, now: datetime
) -> Imported:
    """Store what a bundle holds and sign for it; the same bundle again brings the same receipts.

    What was withdrawn meanwhile is left out. Raises ``Refusal`` as ``opened_bundle``, or, with the
    ``ids`` of all that is in it, ``"conflict"`` when an id is stored with other content and
    ``"withdrawn"`` when all of it was withdrawn: then nothing of the bundle is stored.
    """
    bundle = opened_bundle(data, opener, signer)
    wanted = _wanted(store, bundle)
    receipts: list[tuple[Receipt, str]] = []
    fresh = 0
    for one in wanted:
        receipt, is_new = stored_receipt(store, signer, bundle.bodies[one.id], now=now)
        receipts.append((receipt, signer.sign(receipt)))
        fresh += is_new
    return Imported(
        bundle_id=bundle.manifest.bundle_id,
        receipts=return_bytes(bundle.manifest.bundle_id, receipts),
        items=len(receipts),
        fresh=fresh,
    )


def carried_answer(
    store: Store, signer: Signer, opener: Opener | None, data: bytes, *, now: datetime
) -> tuple[bytes, int]:
    """Return what a courier is told, and its status: the receipts, 202 until it was opened, or 422
    with the signed reason why it was refused. The same bundle again is the question whether it was.
    """
    if age_file_in(data) is None:
        return refusal_answer(signer, data, Refusal("bundle_damaged"), now=now), REFUSED
    if opener is None:
        answer = store.bundles.keep(data, now=now)
        if answer is None:
            return canonical_json({"kept": {"sha256": sha256_hex(data)}}), 202
        return answer, REFUSED if is_refusal(answer) else 200
    try:
        done = import_bundle(store, signer, opener, data, now=now)
    except Refusal as refusal:
        return refusal_answer(signer, data, refusal, now=now), REFUSED
    return done.receipts, 201 if done.fresh else 200


def refusal_answer(signer: Signer, data: bytes, refusal: Refusal, *, now: datetime) -> bytes:
    """Return why a bundle was refused, as a problem, signed for the owner to whom it goes back."""
    item = str(refusal.data.get("id", ""))
    statement = RefusedBundle(
        sha256=bundle_digest(data),
        endpoint=signer.endpoint_id,
        reason=refusal.code,
        refused_at=now.isoformat(),
        ids=refusal.data.get("ids", (item,) if item else ()),
        item=item,
    )
    signature = signer.sign_bytes(refusal_bytes(statement))
    problem = ProblemError(REFUSED, "bundle_refused", None, reason=refusal.code)
    return canonical_json(problem.plain() | {"refused": statement, "sig": signature})


def is_refusal(answer: bytes) -> bool:
    """Tell whether what is kept for a bundle says that it was refused."""
    return refusal_in(answer) is not None


def _wanted(store: Store, bundle: Bundle) -> tuple[BundleItem, ...]:
    """Look before the first write, so that a bundle is taken whole or not.

    Another worker may store one of the ids in between: then the store itself says conflict, and
    what was stored before it is confirmed by the next import of a bundle that holds it.
    """
    items = bundle.manifest.items
    ids = tuple(one.id for one in items)
    wanted = tuple(one for one in items if store.withdrawn_at(one.id) is None)
    if not wanted:
        raise Refusal("withdrawn", id=ids[0], ids=ids)
    for one in wanted:
        there = store.body(one.id)
        if there is not None and there != bundle.bodies[one.id]:
            raise Refusal("conflict", id=one.id, ids=ids)
    return wanted


def _decrypted(data: bytes, opener: Opener) -> bytes:
    import pyrage

    file = age_file_in(data)
    if file is None:
        raise Refusal("bundle_damaged")
    try:
        plain: bytes = pyrage.decrypt(file, [opener.identity])
    except pyrage.DecryptError as error:
        is_locked = str(error).startswith("No matching keys")
        raise Refusal("bundle_locked" if is_locked else "bundle_damaged") from error
    return plain


def _is_signed_by(public_key: str, data: bytes, signature: str) -> bool:
    try:
        key = Ed25519PublicKey.from_public_bytes(b64decode(public_key, validate=True))
        key.verify(b64decode(signature, validate=True), data)
    except (InvalidSignature, ValueError):
        return False
    return True
