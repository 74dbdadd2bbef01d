"""Reads ``Content-Digest`` (RFC 9530): the SHA-256 among the digests a client sent."""

import re
from base64 import b64decode

_MEMBER = re.compile(r"\s*sha-256\s*=\s*:([A-Za-z0-9+/=]*):\s*", re.ASCII)


def sha256_of(header: str) -> str | None:
    """Return the SHA-256 in hex, ``None`` when the header holds none that can be read."""
    for member in header.split(","):
        found = _MEMBER.fullmatch(member)
        if found:
            try:
                return b64decode(found[1], validate=True).hex()
            except ValueError:
                return None
    return None
