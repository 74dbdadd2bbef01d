"""What an endpoint says of itself in a small signed file or a QR code, so that nobody types keys.

The signature is made with the very receipt key that the file names: it proves that nothing was
changed after whoever holds that key wrote it. Whose key it is, people compare by its fingerprint.
"""

import binascii
import zlib
from base64 import b32decode, b32encode, b64decode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from ogp_desktop.domain.canonical import canonical_json, from_plain, strict_json
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.receipt import Verify

ENDING = "ogpendpoint"
FILE_VERSION = 1
LONGEST_FILE = 16 * 1024
LONGEST_PICTURE = 32 * 1024 * 1024
"""A picture of its QR code, as phones take them."""
KIND = "ogp-endpoint"
PROTOCOLS = ("json", "openrosa")
TEXT_START = "OGP1:"
"""The text of a QR code begins so. It is upper case and digits alone: half as dense as any text."""

# What nearly every file says, so that a QR code need not; part of the format, and never changed.
_COMMON = (
    b'"age12023-2024-2025-2026-2027-08-31","kind":"ogp-endpoint","name":"","protocol":"openrosa",'
    b'"receipt_key":"=","recipient":null,"url":"https://feedback.org","v":1},"sig":"=="}'
    b'{"endpoint":{"closes":null,"kind":"ogp-endpoint","name":"","protocol":"json",'
    b'"receipt_key":"=","recipient":"age1'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointCard:
    """One endpoint, for people and programs.

    ``receipt_key`` is the Ed25519 public key in base64 that signs its receipts and this card;
    ``recipient`` the age key that bundles for it are encrypted to, if it takes any. ``closes`` is
    the last day, ``YYYY-MM-DD``, at which it takes anything. There is no access code in it.
    """

    v: int = FILE_VERSION
    kind: str = KIND
    name: str
    url: str
    protocol: str = "json"
    receipt_key: str
    recipient: str | None = None
    closes: str | None = None

    @property
    def last_day(self) -> date | None:
        """Return the last day, if there is one."""
        return None if self.closes is None else date.fromisoformat(self.closes)


def card_bytes(card: EndpointCard) -> bytes:
    """Return the canonical bytes of a card: what is signed."""
    return canonical_json(card)


def endpoint_file(card: EndpointCard, sign: Callable[[bytes], str]) -> bytes:
    """Return the signed file; ``sign`` signs bytes with the key that the card names."""
    return canonical_json({"endpoint": card, "sig": sign(card_bytes(card))})


def read_endpoint_file(data: bytes, verifier: Callable[[str], Verify]) -> EndpointCard:
    """Return the card of a file, or of the text of a QR code, when it is whole and signed.

    Raises ``Refusal``: ``"not_an_endpoint_file"``, ``"newer_endpoint_file"``,
    ``"unknown_protocol"``, ``"bad_endpoint_signature"``; each says that nothing may be kept.
    """
    if len(data) > LONGEST_FILE:
        raise Refusal("not_an_endpoint_file")
    said, signature = _parts(_file_of(data))
    if said.get("v") != FILE_VERSION:
        raise Refusal("newer_endpoint_file")
    try:
        card = from_plain(EndpointCard, said)
        _ = card.last_day
        is_signed = verifier(card.receipt_key)(card_bytes(card), signature)
    except (Refusal, ValueError) as error:
        raise Refusal("not_an_endpoint_file") from error
    if not card.name.isprintable():
        raise Refusal("not_an_endpoint_file")
    if not is_signed:
        raise Refusal("bad_endpoint_signature")
    if card.protocol not in PROTOCOLS:
        raise Refusal("unknown_protocol")
    return card


def _parts(file: bytes) -> tuple[dict[str, object], str]:
    """Return what the file says and its signature, neither of them checked."""
    try:
        told = strict_json(file)
    except Refusal as error:
        raise Refusal("not_an_endpoint_file") from error
    if isinstance(told, dict) and set(told) == {"endpoint", "sig"}:
        said, signature = told["endpoint"], told["sig"]
        if isinstance(said, dict) and said.get("kind") == KIND and isinstance(signature, str):
            return said, signature
    raise Refusal("not_an_endpoint_file")


def qr_text(file: bytes) -> str:
    """Return a file as the text of a QR code: the same bytes, smaller, in capitals and digits."""
    press = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, zdict=_COMMON)
    small = press.compress(file) + press.flush()
    return TEXT_START + b32encode(small).decode().rstrip("=")


def _file_of(data: bytes) -> bytes:
    """Return the bytes of the file, which a text may stand for, however it was pasted."""
    try:
        text = "".join(data.decode("ascii").split()).upper()
    except UnicodeDecodeError:
        return data
    if not text.startswith(TEXT_START):
        return data
    letters = text.removeprefix(TEXT_START).rstrip("=")
    try:
        small = b32decode(letters + "=" * (-len(letters) % 8))
        opened = zlib.decompressobj(-zlib.MAX_WBITS, zdict=_COMMON)
        file = opened.decompress(small, LONGEST_FILE)
    except (binascii.Error, zlib.error) as error:
        raise Refusal("not_an_endpoint_file") from error
    if not opened.eof or opened.unused_data:
        raise Refusal("not_an_endpoint_file")
    return file


def fingerprint(receipt_key: str) -> str:
    """Return what people compare of a key: 32 hexadecimal digits in groups of four.

    The first four groups are the short name of the endpoint in its receipts.
    """
    digits = sha256(b64decode(receipt_key)).hexdigest()[:32].upper()
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
