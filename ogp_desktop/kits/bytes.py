"""A kit as bytes and back: what is pinned beside a conversation, so that no update changes it."""

import msgspec

from ogp_desktop.kits.errors import KitFault, KitRefused
from ogp_desktop.kits.model import Kit

_decoder = msgspec.json.Decoder(Kit)


def kit_bytes(kit: Kit) -> bytes:
    """Return the canonical JSON of a kit; ``kit.digest`` is its sha256."""
    return kit.canonical()


def kit_from_bytes(data: bytes) -> Kit:
    """Return the kit that ``kit_bytes`` wrote; raise ``KitRefused`` when the bytes are damaged."""
    try:
        return _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise KitRefused(KitFault.DAMAGED, file="", detail=type(error).__name__) from error
