"""What a bundle for a USB stick or an e-mail holds: the same frozen bytes as over the network.

Inside the encryption lies a tar with fixed names. One bundle has exactly one sequence of bytes, so
whatever this module would not have written is refused: paths, doubles, extra members and all.
"""

import tarfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Protocol

from ogp_desktop.domain.canonical import canonical_json, from_plain, sha256_hex, strict_json
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.sealing import LARGEST_SUBMISSION, is_uuid
from ogp_desktop.domain.submission import MEDIA_TYPE

BUNDLE_VERSION = 1
AGE_MEDIA_TYPE = "application/age"
LARGEST_BUNDLE = 10_000_000
"""Bytes of the encrypted file, which a mailbox takes."""
LARGEST_PACKED = 7_000_000
"""Bytes inside: as armoured text, a third longer, they are a file below ``LARGEST_BUNDLE``."""
MOST_ITEMS = 1000

_MANIFEST, _SIGNATURE, _ITEMS = "manifest.json", "manifest.sig", "items/"
_BLOCK = 512
_SIZE = slice(124, 136)
_NAME = slice(0, 100)

Sign = Callable[[bytes], str]
"""Returns the Ed25519 signature over the bytes, in base64."""
VerifyBy = Callable[[str, bytes, str], bool]
"""Takes a public key, the bytes and a signature; tells whether that key made it."""


class KeyPlace(StrEnum):
    """Where the key that signs bundles is kept."""

    KEYRING = "keyring"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleItem:
    """What the manifest says of one submission."""

    id: SubmissionId
    sha256: str
    bytes: int
    media_type: str = MEDIA_TYPE


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a bundle holds, and for whom; the signature covers it.

    ``endpoint`` is the short fingerprint of the receipt key it is meant for, ``recipient`` the age
    key it is encrypted for, so that nobody can turn it into a bundle for somebody else. ``signer``
    is the public key of the installation that made it: it names a program, not a person.
    """

    v: int = BUNDLE_VERSION
    bundle_id: str
    endpoint: str
    recipient: str
    signer: str
    items: tuple[BundleItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A bundle that was opened and checked, whole."""

    manifest: Manifest
    bodies: Mapping[SubmissionId, bytes] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What is to go into one bundle."""

    bundle_id: str
    endpoint: str
    recipient: str
    parcels: tuple[Parcel, ...]


class StagedBundle(Protocol):
    """A bundle that is on the disk already, whole, under a name that nobody takes for one."""

    @property
    def digest(self) -> str:
        """Return its SHA-256, by which it is known elsewhere (``refused_bundle``)."""
        ...

    def place(self) -> str:
        """Give it its own name, at once or not at all; return where it is."""
        ...

    def discard(self) -> None:
        """Take it away again; nothing happens if it has its name already."""
        ...


class BundleWriter(Protocol):
    """Signs, encrypts and writes."""

    @property
    def key_place(self) -> KeyPlace:
        """Return where the key that signs is kept."""
        ...

    def stage(self, contents: Contents) -> StagedBundle:
        """Write a bundle beside its place; raise ``OSError`` and leave nothing when it cannot."""
        ...


def endpoint_named(receipt_key: bytes) -> str:
    """Return the short name of an endpoint: the fingerprint of its 32 bytes of receipt key."""
    return sha256(receipt_key).hexdigest()[:16]


def bundle_name(bundle_id: str) -> str:
    """Return the usual name of the file."""
    return f"feedback-{bundle_id}.age"


def portions(parcels: Iterable[Parcel]) -> tuple[tuple[Parcel, ...], ...]:
    """Part what goes to one place into bundles that are each small enough."""
    parts: list[list[Parcel]] = []
    room = 0
    for parcel in parcels:
        size = _rounded(len(parcel.data), _BLOCK) + 2 * _BLOCK  # its header, and its manifest line
        if not parts or size > room or len(parts[-1]) == MOST_ITEMS:
            parts.append([])
            room = LARGEST_PACKED - 8 * _BLOCK
        parts[-1].append(parcel)
        room -= size
    return tuple(tuple(part) for part in parts)


def packed(contents: Contents, signer: str, sign: Sign) -> bytes:
    """Return the tar of a bundle, its manifest signed by ``sign`` whose public key is ``signer``.

    Raises ``Refusal("bundle_too_large")``; whoever parted it with ``portions`` never meets that.
    """
    manifest = Manifest(
        bundle_id=contents.bundle_id,
        endpoint=contents.endpoint,
        recipient=contents.recipient,
        signer=signer,
        items=tuple(
            BundleItem(
                id=one.submission_id,
                sha256=one.sha256,
                bytes=len(one.data),
                media_type=one.media_type,
            )
            for one in contents.parcels
        ),
    )
    told = canonical_json(manifest)
    bodies = {one.submission_id: one.data for one in contents.parcels}
    data = _tar({_MANIFEST: told} | _named(bodies) | {_SIGNATURE: sign(told).encode()})
    if len(data) > LARGEST_PACKED or len(contents.parcels) > MOST_ITEMS:
        raise Refusal("bundle_too_large", limit=LARGEST_PACKED)
    return data


def unpacked(data: bytes, *, recipient: str, endpoint: str, verify: VerifyBy) -> Bundle:
    """Read the tar of a bundle that was encrypted for ``recipient``, all of it or none.

    Raises ``Refusal``: ``bundle_too_large``, ``bundle_newer``, ``bundle_layout`` when it holds
    anything else than a bundle holds, ``bundle_signature``, ``bundle_not_for_us`` and
    ``bundle_item`` when an item is not the one that the manifest names.
    """
    if len(data) > LARGEST_PACKED:
        raise Refusal("bundle_too_large", limit=LARGEST_PACKED)
    members = _members(data)
    manifest = _manifest(members.get(_MANIFEST, b""))
    bodies = {
        one.id: body
        for one in manifest.items
        if (body := members.get(f"{_ITEMS}{one.id}")) is not None
    }
    signature = members.get(_SIGNATURE, b"")
    whole = {_MANIFEST: canonical_json(manifest)} | _named(bodies) | {_SIGNATURE: signature}
    if len(bodies) != len(manifest.items) or _tar(whole) != data:
        raise Refusal("bundle_layout")
    if not verify(manifest.signer, members[_MANIFEST], signature.decode("ascii", "replace")):
        raise Refusal("bundle_signature")
    if (manifest.recipient, manifest.endpoint) != (recipient, endpoint):
        raise Refusal("bundle_not_for_us")
    for one in manifest.items:
        body = bodies[one.id]
        if (one.sha256, one.bytes) != (sha256_hex(body), len(body)):
            raise Refusal("bundle_item", id=one.id)
    return Bundle(manifest=manifest, bodies=bodies)


def _manifest(told: bytes) -> Manifest:
    try:
        plain = strict_json(told)
        _check_version(plain)
        manifest = from_plain(Manifest, plain)
    except Refusal as refusal:
        if refusal.code == "bundle_newer":
            raise
        raise Refusal("bundle_layout") from refusal
    ids = [one.id for one in manifest.items]
    is_sound = (
        manifest.v == BUNDLE_VERSION
        and is_uuid(manifest.bundle_id)
        and 0 < len(ids) <= MOST_ITEMS
        and len(set(ids)) == len(ids)
        and all(map(is_uuid, ids))
        and all(one.media_type == MEDIA_TYPE for one in manifest.items)
        and all(0 < one.bytes <= LARGEST_SUBMISSION for one in manifest.items)
    )
    if not is_sound:
        raise Refusal("bundle_layout")
    return manifest


def _check_version(plain: object) -> None:
    version = plain.get("v") if isinstance(plain, dict) else None
    if type(version) is int and version > BUNDLE_VERSION:
        raise Refusal("bundle_newer", version=version)


def _named(bodies: Mapping[SubmissionId, bytes]) -> dict[str, bytes]:
    return {f"{_ITEMS}{name}": body for name, body in bodies.items()}


def _tar(members: Mapping[str, bytes]) -> bytes:
    """Return the one tar (POSIX ustar) of these members: no times, no owners, no more rights."""
    made = bytearray()
    for name, body in members.items():
        head = tarfile.TarInfo(name)
        head.size, head.mode = len(body), 0o600
        made += head.tobuf(tarfile.USTAR_FORMAT)
        made += body.ljust(_rounded(len(body), _BLOCK), b"\0")
    return bytes(made) + bytes(2 * _BLOCK)


def _members(data: bytes) -> dict[str, bytes]:
    """Take a tar apart as far as ours goes; the caller compares it with the one it would make.

    Not with ``tarfile``, which follows long names, links and holes that a stranger may have put in.
    """
    members: dict[str, bytes] = {}
    at = 0
    while at < len(data) and data[at]:
        head = data[at : at + _BLOCK]
        try:
            name = head[_NAME].rstrip(b"\0").decode("ascii")
            size = int(head[_SIZE].rstrip(b"\0 ").decode("ascii"), 8)
        except ValueError as error:
            raise Refusal("bundle_layout") from error
        if name in members or size < 0:
            raise Refusal("bundle_layout")
        at += _BLOCK
        members[name] = data[at : at + size]
        at += _rounded(size, _BLOCK)
    return members


def _rounded(size: int, to: int) -> int:
    return -(-size // to) * to
